/* family.h - what the checker and its families of rules have in common. */
#ifndef CHECK_FAMILY_H
#define CHECK_FAMILY_H

#include "base/array.h"
#include "check/rules.h"

#include <hexapla/check.h>

/** One language's side of a unit. */
typedef struct hxp_check_side {
    const hxp_unit *unit;
    const hxp_variant *variant;
    const hxp_language *language; /* equal languages are the same pointer */
} hxp_check_side;

/**
 * A family of rules: a file of its own, and a line in checker.c. For each unit
 * the source comes first, then each target; any but open and close may be
 * NULL. What a call hands over is borrowed for that call, but for the options
 * and the languages, which outlive the family.
 */
typedef struct hxp_check_family {
    hxp_status (*open)(void **state, const hxp_check_options *options,
                       hxp_finding_sink *findings, hxp_error *error);
    hxp_status (*source)(void *state, const hxp_check_side *source,
                         hxp_error *error);
    hxp_status (*target)(void *state, const hxp_check_side *source,
                         const hxp_check_side *target, hxp_error *error);
    hxp_status (*end)(void *state, hxp_error *error);
    void (*close)(void *state); /* NULL is allowed */
} hxp_check_family;

/** The rules of terms; see check/terms.c. */
extern const hxp_check_family hxp_check_terms;

/** Start a finding about rule in side, with the place of its text. */
hxp_finding hxp_check_finding(hxp_check_rule rule, const hxp_check_side *side);

/** Make finding one about rule. */
void hxp_check_rename(hxp_finding *finding, hxp_check_rule rule);

/** Give finding the place of bytes start to end of the text of side. */
void hxp_check_point(hxp_finding *finding, const hxp_check_side *side,
                     size_t start, size_t end);

/** Append to a message, as printf does. False when memory is out. */
bool hxp_check_say(hxp_buffer *message, const char *format, ...)
    HXP_PRINTF(2, 3);

#endif

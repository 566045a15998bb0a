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
    const hxp_variant *source;    /* that it translates; NULL: none */
    unsigned signs; /* that its text has, for rules of segments; signs.h */
} hxp_check_side;

/** What a family is opened with. */
typedef struct hxp_check_setup {
    const hxp_check_options *options; /* outlive the family */
    hxp_finding_sink *findings;
    const int *levels; /* by hxp_check_rule; 0: nobody asks */
} hxp_check_setup;

/**
 * A family of rules: a file of its own, and a line in checker.c. It is opened
 * when a rule from first to last is asked for; *state may stay NULL: then it
 * has nothing to do. For each unit the source comes first, then each target;
 * any but open and close may be NULL. What a call hands over is borrowed for
 * that call, but for the options and the languages, which outlive the family.
 */
typedef struct hxp_check_family {
    hxp_check_rule first, last;
    hxp_status (*open)(void **state, const hxp_check_setup *setup,
                       hxp_error *error);
    hxp_status (*source)(void *state, const hxp_check_side *source,
                         hxp_error *error);
    hxp_status (*target)(void *state, const hxp_check_side *source,
                         const hxp_check_side *target, hxp_error *error);
    hxp_status (*end)(void *state, hxp_error *error);
    void (*close)(void *state); /* NULL is allowed */
} hxp_check_family;

/** The rules of terms; see check/terms.c, and without a termbase
 * check/renderings.c. */
extern const hxp_check_family hxp_check_terms, hxp_check_renderings;

/** Those of segments; each in the file of its name. */
extern const hxp_check_family hxp_check_translated, hxp_check_numbers,
    hxp_check_ends, hxp_check_pairs, hxp_check_spaces, hxp_check_doubles,
    hxp_check_codes, hxp_check_links, hxp_check_consistency, hxp_check_length;

/**
 * Make the state of a family, of size bytes: it begins with a pointer to where
 * findings go, all else is zero. Fails with HXP_ENOMEM; *state is NULL then.
 */
hxp_status hxp_check_new_state(void **state, size_t size,
                               const hxp_check_setup *setup, hxp_error *error);

/** The open of a family that keeps nothing: its state is where findings go. */
hxp_status hxp_check_open_plain(void **state, const hxp_check_setup *setup,
                                hxp_error *error);

/** Its close. */
void hxp_check_close_plain(void *state);

/** The text of side. */
static inline hxp_str hxp_check_text(const hxp_check_side *side)
{
    return side->variant->content.text;
}

/** True when an inline code stands in side at bytes start to end, inclusive. */
bool hxp_check_has_code(const hxp_check_side *side, size_t start, size_t end);

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

/** Send finding with a message made as printf does. */
hxp_status hxp_check_tell(hxp_finding_sink *findings, hxp_finding *finding,
                          hxp_error *error, const char *format, ...)
    HXP_PRINTF(4, 5);

/** The property of that type of unit; empty if it has none. */
hxp_str hxp_check_property(const hxp_unit *unit, const char *type);

/**
 * True when a property or a note of the unit, or of the variant in language,
 * says that rule is to be left alone there.
 */
bool hxp_check_ignores(const hxp_unit *unit, hxp_str language,
                       const char *rule);

#endif

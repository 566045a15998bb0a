/* sides.h - the languages of one bilingual file, as operands for each. */
#ifndef CLI_SIDES_H
#define CLI_SIDES_H

#include "cli/cli.h"

#include <hexapla/model.h>
#include <hexapla/text.h>

enum { HXP_MOST_SIDES = 64 };

/** The sides of a file; all zero: none are known. */
typedef struct hxp_sides {
    hxp_unit_sink sink; /* gets the units */
    char tags[HXP_MOST_SIDES][HXP_TAG_SIZE];
    char *operands[HXP_MOST_SIDES]; /* "nl=path" */
    size_t count;
} hxp_sides;

/** True for the name of a file that may have several languages: units. */
bool hxp_sides_may_be(const char *path);

/**
 * Find the languages in the file of units at path, in the order in which they
 * come, the source first. Says what goes wrong; the caller frees in any case.
 */
hxp_exit hxp_sides_read(hxp_sides *sides, const char *path,
                        const char *encoding);

/** The operands of the sides; they live as sides does. */
hxp_values hxp_sides_operands(const hxp_sides *sides);

void hxp_sides_free(hxp_sides *sides);

#endif

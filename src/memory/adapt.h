/* adapt.h - puts the number of a query in the place of a match's. */
#ifndef MEMORY_ADAPT_H
#define MEMORY_ADAPT_H

#include "base/arena.h"
#include "text/numerals.h"

#include <hexapla/memory.h>

/** A translation and what was changed in it. */
typedef struct hxp_adapted {
    hxp_content content;
    hxp_str old; /* the number in its text; empty: nothing was changed */
    hxp_str new;
} hxp_adapted;

/** What adapting needs. */
typedef struct hxp_adapting {
    const hxp_numerals *source; /* how the languages write numbers */
    const hxp_numerals *target;
    hxp_arena *arena; /* gets what is new */
} hxp_adapting;

/**
 * Put the one number in which query and the match's source differ into its
 * target, as the target's language writes it. Nothing is changed unless that
 * is safe: all other numbers are the same and in the same order; the number
 * stands once in source and once in target, in figures, and not within a word;
 * the same signs stand beside it in query and source; what is counted has the
 * same form in the target's language.
 *
 * Fails with HXP_ENOMEM only. What is not new is the match's.
 */
hxp_status hxp_adapt(hxp_adapted *adapted, const hxp_adapting *by,
                     const hxp_match *match, hxp_str query, hxp_error *error);

#endif

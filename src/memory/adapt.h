/* adapt.h - puts the numbers of a query in the places of a match's. */
#ifndef MEMORY_ADAPT_H
#define MEMORY_ADAPT_H

#include "base/arena.h"
#include "text/numerals.h"

#include <hexapla/memory.h>

enum { HXP_ADAPTED_NUMBERS = 32 }; /* texts with more are left alone */

/** A number of a translation, and what took its place. */
typedef struct hxp_changed_number {
    hxp_str old;
    hxp_str new;
} hxp_changed_number;

/** A translation and what was changed in it, from its end on. */
typedef struct hxp_adapted {
    hxp_content content;
    hxp_changed_number changes[HXP_ADAPTED_NUMBERS];
    size_t count;
} hxp_adapted;

/** What adapting needs. */
typedef struct hxp_adapting {
    const hxp_numerals *source; /* how the languages write numbers */
    const hxp_numerals *target;
    hxp_arena *arena; /* gets what is new */
} hxp_adapting;

/**
 * Put the numbers in which query and the match's source differ into its
 * target, as the target's language writes them. Nothing is changed unless all
 * of that is safe: query and source have as many numbers; each that differs
 * stands once in source and once in target, in figures, and not within a word;
 * the same signs stand beside it in query and source; what is counted has the
 * same form in the target's language.
 *
 * Fails with HXP_ENOMEM only. What is not new is the match's.
 */
hxp_status hxp_adapt(hxp_adapted *adapted, const hxp_adapting *by,
                     const hxp_match *match, hxp_str query, hxp_error *error);

#endif

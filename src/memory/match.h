/* match.h - the score of a unit that was found. */
#ifndef MEMORY_MATCH_H
#define MEMORY_MATCH_H

#include "base/names.h"
#include "memory/find.h"

/** What differs in texts that are equal when they are caseless. */
typedef struct hxp_nuances {
    bool codes;
    bool cases;
    bool spaces;
} hxp_nuances;

/** Compare two contents whose caseless texts are equal. */
hxp_nuances hxp_nuances_of(const hxp_content *a, const hxp_content *b);

/** Whether two contents have the same codes in the same order. */
bool hxp_same_codes(const hxp_content *a, const hxp_content *b);

/** The score of a hit before penalties: 100 at most, without context. */
unsigned hxp_match_score(const hxp_hit *hit, const hxp_content *query,
                         const hxp_content *source);

/**
 * The variant of unit, not source, that serves best for language: in it, in a
 * kind of it or one it is a kind of, in another region's; NULL: none.
 */
const hxp_variant *hxp_match_target(const hxp_unit *unit,
                                    const hxp_variant *source,
                                    hxp_str language);

/**
 * How much context, 0 to 2, the unit of a match has in common with query: the
 * text before it, the text behind it and the id, two of them at most.
 */
hxp_status hxp_match_context(unsigned *common, hxp_store *store,
                             const hxp_match *match, const hxp_query *query,
                             hxp_error *error);

/** Add the tags of a store's texts to names, in the order of the texts. */
hxp_status hxp_match_languages(hxp_names *names, hxp_store *store,
                               hxp_error *error);

/** Say that a store has no texts for a look-up, and which it has. */
hxp_status hxp_match_no_texts(hxp_store *store,
                              const hxp_lookup_options *options,
                              hxp_error *error);

/** True when tags are of the same language. */
bool hxp_match_language(hxp_str a, hxp_str b);

/** True when neither tag is a kind of the other. */
bool hxp_match_is_foreign(hxp_str a, hxp_str b);

/** The points that options let a penalty take off a match; 0: none. */
unsigned hxp_match_penalty(hxp_penalty_kind kind, const hxp_match *match,
                           const hxp_lookup_options *options);

#endif

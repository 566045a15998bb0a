/* standing.h - how a use of a term, and what stands for it, stand in a unit. */
#ifndef CHECK_STANDING_H
#define CHECK_STANDING_H

#include "check/rivals.h"

/* side is 0 for the use itself, 1 for what stands for it. */

/** Its text. */
hxp_str hxp_standing_text(const hxp_rival_texts *from, const hxp_rendering *use,
                          size_t side);

/** Its first word; the others follow. */
const hxp_bitext_word *hxp_standing_words(const hxp_rival_texts *from,
                                          const hxp_rendering *use,
                                          size_t side);

/** True when an article or a determiner stands before it. */
bool hxp_standing_determined(const hxp_rival_texts *from,
                             const hxp_rendering *use, size_t side);

/** True when another word of content, with flags, goes on with it. */
bool hxp_standing_goes_on(const hxp_rival_texts *from, const hxp_rendering *use,
                          size_t side, unsigned flags);

/** True when a hyphen makes it a part of a longer word. */
bool hxp_standing_is_hyphened(const hxp_rival_texts *from,
                              const hxp_rendering *use, size_t side);

/**
 * True when the use stands as a noun does: behind an article or the like, or
 * with one word in between, if it is a single word; nothing goes on with it.
 */
bool hxp_standing_is_noun(const hxp_rival_texts *from,
                          const hxp_rendering *use);

/**
 * True when each content word of what stands for the use is somewhere in
 * whole, as far as the letters go that all forms of a word have.
 */
bool hxp_standing_has_parts(const hxp_rival_texts *from,
                            const hxp_rendering *use, hxp_str whole);

#endif

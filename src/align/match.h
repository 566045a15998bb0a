/* match.h - aligns two versions of a text. */
#ifndef ALIGN_MATCH_H
#define ALIGN_MATCH_H

#include "align/walk.h"

/** Two versions of a text, aligned, and what was learned of them. It stays
 * where it is: pair points into it. */
typedef struct hxp_matching {
    hxp_pair pair;
    hxp_fixed fixed;           /* what is given; set beforehand */
    hxp_parameters parameters; /* some of them measured in the texts */
    hxp_lexicon *lexicon;
    hxp_likeness likeness; /* of vectors, if there are any */
    hxp_marks marks;
    hxp_keys keys;           /* of entries, if there are any */
    hxp_structure structure; /* of traits, if there are any */
    hxp_walk walk;           /* the likely links are what a round learns from */
} hxp_matching;

/**
 * Align source and target, which must outlive *match, in which all but fixed is
 * zero. Each segment of either
 * is in exactly one link of the way, and links rise. options->max_merge is not
 * 0. Fails with HXP_ENOMEM; the caller frees the match with hxp_match_free() in
 * any case.
 */
hxp_status hxp_match_pair(hxp_matching *match, const hxp_corpus *source,
                          const hxp_corpus *target,
                          const hxp_align_options *options, hxp_error *error);

/** Free what the match holds. */
void hxp_match_free(hxp_matching *match);

#endif

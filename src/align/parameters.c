/* parameters.c - the numbers, and where they come from. */
#include "align/parameters.h"

const hxp_parameters hxp_default_parameters = {
    /* Coordinate search on a hard German-French set, with and without a
     * dictionary, and on two easy ones (the prototype's, before this code). */
    .lexical_weight = 0.7,
    .known_share = 0.75,
    .word_cap = 4,
    .variance = 8,
    .unmatched = 5,
    .merge = 1.7,
    .merge_more = 0.3,
    .merge_both = 3,
    .most_segments = 5,

    /* By reason: less than a merge, so that an empty line stays alone. */
    .unmatched_empty = 1,

    /* By reason: a border says about as much as a word that matches, and
     * less than a segment without a translation costs. */
    .border_shared = 1,
    .border_alone = 1,
    .border_inside = 1,

    /* Of the prototype; results hardly change with them. */
    .rounds = 2,
    .least_example = 0.05,
    .full_size = 700,
    .band = 20,
    .anchor_band = 15,
    .anchor_widest = 60,
    .anchor_weight = 0.3,
    .anchor_jump = 25,
};

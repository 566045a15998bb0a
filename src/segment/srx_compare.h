/* srx_compare.h - what patterns have to do with one another, for the lint. */
#ifndef SEGMENT_SRX_COMPARE_H
#define SEGMENT_SRX_COMPARE_H

#include "base/array.h"
#include "segment/srx_alphabet.h"
#include "segment/srx_regex.h"

/* The alphabet is sealed and made for all patterns that are given. */

/**
 * Put a short text into text at whose end pattern should fit; *found is false
 * when none came up.
 */
hxp_status hxp_pattern_example(hxp_buffer *text, bool *found,
                               hxp_alphabet *alphabet, hxp_str pattern,
                               hxp_error *error);

/** Two patterns of one side. */
typedef struct hxp_pattern_pair {
    hxp_srx_side side;
    hxp_str wide;
    hxp_str narrow;
} hxp_pattern_pair;

/**
 * Tell whether the wide one surely fits wherever the narrow one may. False
 * also when that takes too long to find out.
 */
hxp_status hxp_pattern_includes(bool *includes, hxp_alphabet *alphabet,
                                const hxp_pattern_pair *pair, hxp_error *error);

#endif

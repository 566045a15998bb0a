/* srx_matcher.h - walks along a text and tells which rules may fit where. */
#ifndef SEGMENT_SRX_MATCHER_H
#define SEGMENT_SRX_MATCHER_H

#include "segment/srx_dfa.h"
#include "segment/srx_set.h"

/** A walk along a text. */
typedef struct hxp_srx_matcher hxp_srx_matcher;

/**
 * Make a matcher for the rules of set; both arguments must outlive it. Fails
 * with HXP_ELIMIT when the patterns tell too many characters apart.
 */
hxp_status hxp_srx_matcher_new(hxp_srx_matcher **out, hxp_srx_set *set,
                               const hxp_srx_told *told, hxp_error *error);

/** Begin at the start of text; seen is how much text there was so far. */
hxp_status hxp_srx_matcher_begin(hxp_srx_matcher *matcher, hxp_str text,
                                 size_t seen, hxp_error *error);

/**
 * Go to the next place where a rule that breaks may fit, or to byte stop.
 * *at is that place, or the end of the text; candidates are the rules that
 * may fit there, in their order, as hxp_dfa_accepted() gives them.
 */
hxp_status hxp_srx_matcher_next(size_t *at, hxp_numbers *candidates,
                                hxp_srx_matcher *matcher, size_t stop,
                                hxp_error *error);

/**
 * List the rules whose first pattern may fit at the end of text, as
 * hxp_dfa_accepted() does.
 */
hxp_status hxp_srx_matcher_fitting(hxp_numbers *rules, hxp_srx_matcher *matcher,
                                   hxp_str text, hxp_error *error);

/** The characters as its patterns tell them apart; lives as the matcher. */
hxp_alphabet *hxp_srx_matcher_alphabet(hxp_srx_matcher *matcher);

/** True when some text can fit a rule's pattern on a side. */
hxp_status hxp_srx_matcher_can_fit(bool *can, const hxp_srx_matcher *matcher,
                                   const hxp_srx_applied *rule,
                                   hxp_srx_side side, hxp_error *error);

void hxp_srx_matcher_free(hxp_srx_matcher *matcher);

#endif

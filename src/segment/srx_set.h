/* srx_set.h - the rules of SRX that apply to one language, in their order. */
#ifndef SEGMENT_SRX_SET_H
#define SEGMENT_SRX_SET_H

#include "segment/srx_faults.h"
#include "segment/srx_regex.h"

#include <hexapla/model.h>

/** A rule, with its patterns as numbers: many rules share one. */
typedef struct hxp_srx_applied {
    const hxp_srx_rule *source;
    size_t pattern[2]; /* by hxp_regex_side */
    bool breaks;
    bool dropped; /* left out: it took too much */
} hxp_srx_applied;

/** All that applies. */
typedef struct hxp_srx_set {
    hxp_srx_applied *rules;
    size_t count;
    hxp_regex *patterns[2]; /* by hxp_regex_side; each text once */
    size_t pattern_count[2];
} hxp_srx_set;

/**
 * Choose the rules of srx for tag: those of the first language map that fits
 * the whole code, whatever the case of its letters, or, if srx says cascade,
 * of all that do. Rules and maps that do not compile are told of and left
 * out, and it is told when no map fits.
 */
hxp_status hxp_srx_set_init(hxp_srx_set *set, const hxp_srx *srx, hxp_str tag,
                            const hxp_srx_told *told, hxp_error *error);

/** The pattern of a rule on a side. */
hxp_regex *hxp_srx_pattern(const hxp_srx_set *set, const hxp_srx_applied *rule,
                           hxp_regex_side side);

/** Drop a rule, and tell of it. */
hxp_status hxp_srx_drop(hxp_srx_applied *rule, const hxp_srx_told *told,
                        hxp_error *error);

void hxp_srx_set_free(hxp_srx_set *set);

#endif

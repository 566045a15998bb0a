/* srx_set.h - the rules of SRX that apply to one language, in their order. */
#ifndef SEGMENT_SRX_SET_H
#define SEGMENT_SRX_SET_H

#include "segment/srx_faults.h"
#include "segment/srx_regex.h"

#include <hexapla/model.h>

/** A rule, with its patterns as numbers: many rules share one. */
typedef struct hxp_srx_applied {
    const hxp_srx_rule *source;
    size_t pattern[2]; /* by hxp_srx_side */
    bool breaks;
    bool dropped; /* left out: it took too much */
} hxp_srx_applied;

/** All that applies. */
typedef struct hxp_srx_set {
    hxp_srx_applied *rules;
    size_t count;
    hxp_srx_regex *patterns[2]; /* by hxp_srx_side; each text once */
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

/** Take the rules of one list, whatever the language. */
hxp_status hxp_srx_set_of_list(hxp_srx_set *set, const hxp_srx *srx,
                               const hxp_srx_list *list,
                               const hxp_srx_told *told, hxp_error *error);

/**
 * Ask whether a map fits tag; one that cannot be read is told of, and fits
 * nothing.
 */
hxp_status hxp_srx_map_fits(bool *fits, const hxp_srx_map *map, hxp_str tag,
                            const hxp_srx_told *told, hxp_error *error);

/** The pattern of a rule on a side. */
hxp_srx_regex *hxp_srx_pattern(const hxp_srx_set *set,
                               const hxp_srx_applied *rule, hxp_srx_side side);

/** Drop a rule, and tell of it. */
hxp_status hxp_srx_drop(hxp_srx_applied *rule, const hxp_srx_told *told,
                        hxp_error *error);

void hxp_srx_set_free(hxp_srx_set *set);

#endif

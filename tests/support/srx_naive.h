/* srx_naive.h - SRX to the letter and slowly, to compare the engine with. */
#ifndef SUPPORT_SRX_NAIVE_H
#define SUPPORT_SRX_NAIVE_H

#include <hexapla/segment.h>

/**
 * Put the breaks within text into cuts: at each place, the rules of list in
 * their order, each with every start its first pattern may have. False when
 * ICU gives one of the patterns up.
 */
bool srx_naive_cut(hxp_cuts *cuts, const hxp_srx *srx, const hxp_srx_list *list,
                   hxp_str text);

#endif

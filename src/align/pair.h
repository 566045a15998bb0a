/* pair.h - aligns two versions of a text. */
#ifndef ALIGN_PAIR_H
#define ALIGN_PAIR_H

#include "align/corpus.h"
#include "align/dynamic.h"
#include "align/parameters.h"

/**
 * Align source and target into *links, which is empty: each segment of either
 * is in exactly one link, and links rise.
 * Fails with HXP_ENOMEM; the caller frees links->items in any case.
 */
hxp_status hxp_align_pair(hxp_links *links, const hxp_corpus *source,
                          const hxp_corpus *target,
                          const hxp_align_options *options, hxp_error *error);

#endif

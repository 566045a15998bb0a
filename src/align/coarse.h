/* coarse.h - where the way goes, sought in blocks of segments. */
#ifndef ALIGN_COARSE_H
#define ALIGN_COARSE_H

#include "align/band.h"
#include "align/pair.h"

/**
 * Add to boxes what lies around the way through gaps, which are boxes in which
 * it may go anywhere, while boxes tell where it goes before, between and behind
 * them. Blocks of several segments are aligned for that, as segments are: that
 * takes a small part of the time, and a block has words enough to be known by,
 * even if all of them are common. Gaps too wide for that are taken in as far as
 * their straight way may go astray. False: no memory.
 */
bool hxp_boxes_coarse(hxp_boxes *boxes, const hxp_pair *pair,
                      const hxp_boxes *gaps);

#endif

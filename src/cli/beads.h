/* beads.h - an alignment as people read it. */
#ifndef CLI_BEADS_H
#define CLI_BEADS_H

#include "cli/screen.h"

#include <hexapla/model.h>

/**
 * Write the beads one below the other, their texts wrapped, with what people
 * read of codes. With explained SIZE_MAX each has its reasons; with another
 * number, from 1, there is this bead alone with its reasons. Fails with
 * HXP_ENOMEM.
 */
hxp_status hxp_write_beads_table(const hxp_screen *screen,
                                 const hxp_alignment *alignment,
                                 const hxp_segmented *documents,
                                 size_t explained, hxp_error *error);

#endif

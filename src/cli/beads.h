/* beads.h - an alignment as people read it. */
#ifndef CLI_BEADS_H
#define CLI_BEADS_H

#include "cli/screen.h"

#include <hexapla/model.h>

/** Write the beads one below the other, their texts wrapped. */
void hxp_write_beads_table(const hxp_screen *screen,
                           const hxp_alignment *alignment,
                           const hxp_segmented *documents);

#endif

/* reasons.h - what spoke for a bead, as people read it. */
#ifndef CLI_REASONS_H
#define CLI_REASONS_H

#include "cli/screen.h"

#include <hexapla/align.h>

/** Write the reasons of bead i, whose alignment was made to explain. */
void hxp_write_reasons(const hxp_screen *screen, const hxp_alignment *alignment,
                       const hxp_segmented *documents, size_t i);

#endif

/* beads.h - an alignment as people and programs read it. */
#ifndef CLI_BEADS_H
#define CLI_BEADS_H

#include "cli/screen.h"
#include "cli/texts.h"

#include <hexapla/align.h>

/** An alignment and what it aligns: a text for each of its languages. */
typedef struct hxp_aligned {
    const hxp_alignment *alignment;
    const hxp_text *texts;
} hxp_aligned;

/** Write the bead list: segment numbers and the confidence, a bead a line. */
void hxp_write_beads(hxp_output *output, const hxp_aligned *aligned);

/** Write languages and beads, with their texts, as one JSON object. */
void hxp_write_beads_json(hxp_output *output, const hxp_aligned *aligned);

/** Write the beads one below the other, their texts wrapped, for people. */
void hxp_write_beads_table(const hxp_screen *screen,
                           const hxp_aligned *aligned);

#endif

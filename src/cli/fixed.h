/* fixed.h - beads that are given to the aligner: accepted ones, boundaries. */
#ifndef CLI_FIXED_H
#define CLI_FIXED_H

#include "cli/align.h"

/** Beads that rise, a side for each text of a group. */
typedef struct hxp_fixed_beads {
    hxp_bead *beads;
    hxp_range *sides;
    size_t count, languages;
    size_t bead_capacity, side_capacity;
} hxp_fixed_beads;

/** Add a bead. False: no memory. Its sides stand in beads once
 * hxp_fixed_beads_settle() is done. */
bool hxp_fixed_beads_add(hxp_fixed_beads *fixed, const hxp_range *sides);

/** Let each bead point to its sides; no more can be added. */
void hxp_fixed_beads_settle(hxp_fixed_beads *fixed);

void hxp_fixed_beads_free(hxp_fixed_beads *fixed);

/**
 * Find the boundaries of files, which have a segment a line: lines ".EOA" and,
 * between them, lines "<p>" where all files have as many. Says what goes
 * wrong. The caller frees *fixed with hxp_fixed_beads_free() in any case.
 */
hxp_exit hxp_find_boundaries(hxp_fixed_beads *fixed, const hxp_group *group,
                             const hxp_values *files, bool quiet);

/** True for a line that is a boundary. */
bool hxp_is_boundary(hxp_str line);

/**
 * Find what is given of group: boundaries, and the beads of the file that the
 * settings name. Says what goes wrong. The caller frees *fixed with
 * hxp_fixed_beads_free() in any case.
 */
hxp_exit hxp_find_fixed(hxp_fixed_beads *fixed, const hxp_group *group,
                        const hxp_values *files,
                        const hxp_align_settings *settings);

#endif

/* bead_format.h - what a format of beads provides. */
#ifndef FORMATS_BEAD_FORMAT_H
#define FORMATS_BEAD_FORMAT_H

#include "base/json.h"
#include "formats/beads/bead_reading.h"

#include <hexapla/formats.h>

/** An alignment and what it aligns: a document for each of its languages. */
typedef struct hxp_aligned {
    const hxp_alignment *alignment;
    const hxp_segmented *documents;
} hxp_aligned;

/** A format of beads; read is NULL where there is no reader. */
typedef struct hxp_bead_format {
    const char *name;
    const char *extension; /* with its dot; NULL: none */
    bool pairs;            /* it holds two languages only */
    hxp_status (*read)(hxp_bead_reading *reading, hxp_input *input,
                       hxp_error *error);
    void (*write)(hxp_output *output, const hxp_aligned *aligned);
} hxp_bead_format;

enum { HXP_CONFIDENCE_DIGITS = 4 };

hxp_status hxp_bead_list_read(hxp_bead_reading *reading, hxp_input *input,
                              hxp_error *error);
void hxp_bead_list_write(hxp_output *output, const hxp_aligned *aligned);

void hxp_bead_json_write(hxp_output *output, const hxp_aligned *aligned);

/** Write the members "languages" and "beads" of an object that is open. */
void hxp_bead_json_put(hxp_json *json, const hxp_aligned *aligned);

hxp_status hxp_ladder_read(hxp_bead_reading *reading, hxp_input *input,
                           hxp_error *error);
void hxp_ladder_write(hxp_output *output, const hxp_aligned *aligned);
void hxp_ladder_text_write(hxp_output *output, const hxp_aligned *aligned);

hxp_status hxp_vecalign_read(hxp_bead_reading *reading, hxp_input *input,
                             hxp_error *error);
void hxp_vecalign_write(hxp_output *output, const hxp_aligned *aligned);

hxp_status hxp_ces_read(hxp_bead_reading *reading, hxp_input *input,
                        hxp_error *error);
void hxp_ces_write(hxp_output *output, const hxp_aligned *aligned);

/** Read units that hxp_bead_units() made, by what they say of their segments.
 */
hxp_status hxp_bead_units_read(hxp_bead_reading *reading, hxp_input *input,
                               hxp_error *error);

/** The text of segment i of a document. */
hxp_str hxp_segment_text(const hxp_segmented *document, size_t i);

#endif

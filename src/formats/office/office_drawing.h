/* office_drawing.h - texts in drawings, charts and diagrams of Office. */
#ifndef FORMATS_OFFICE_DRAWING_H
#define FORMATS_OFFICE_DRAWING_H

#include "formats/office/office_relations.h"

/**
 * Read the paragraphs of a part that is a drawing, a chart or the data of a
 * diagram, and of the charts in it: text boxes, titles. All stand at place.
 */
hxp_status hxp_office_drawing_read(hxp_blocks *blocks, hxp_archive *archive,
                                   const char *name, hxp_place place,
                                   hxp_error *error);

/** Read all such parts that relations have. */
hxp_status hxp_office_drawings_read(hxp_blocks *blocks, hxp_archive *archive,
                                    const hxp_relations *relations,
                                    hxp_place place, hxp_error *error);

#endif

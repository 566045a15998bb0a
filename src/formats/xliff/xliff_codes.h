/* xliff_codes.h - writes contents with their inline codes as XLIFF. */
#ifndef FORMATS_XLIFF_CODES_H
#define FORMATS_XLIFF_CODES_H

#include "base/array.h"
#include "formats/units/losses.h"
#include "formats/xml/xml_write.h"

#include <hexapla/model.h>

/** What is known of a code of the content in work. */
typedef struct hxp_xliff_mate {
    size_t partner; /* index of the other half; SIZE_MAX: none */
    bool element;   /* the two are the tags of one element */
} hxp_xliff_mate;

/** Writes contents. Begin with all zero but second and losses. */
typedef struct hxp_xliff_coder {
    hxp_xml_writer xml; /* where the content goes */
    bool second;        /* XLIFF 2 */
    hxp_losses *losses;
    hxp_xml_writer data; /* XLIFF 2: where native code goes */
    size_t data_count;   /* of the unit so far */
    hxp_xliff_mate *mates;
    size_t mate_capacity;
    size_t *stack;
    size_t stack_capacity;
    size_t ids; /* given to codes that have none; the caller sets it back */
    hxp_buffer room;
} hxp_xliff_coder;

/** Write a content; false when memory is out. */
bool hxp_xliff_put_content(hxp_xliff_coder *coder, const hxp_content *content);

/** Write text, with cp of XLIFF 2 for what XML forbids. */
void hxp_xliff_put_text(hxp_xliff_coder *coder, hxp_xml_writer *xml,
                        hxp_str text);

void hxp_xliff_coder_free(hxp_xliff_coder *coder);

#endif

/* xliff_writer.h - what the parts of the XLIFF writer share. */
#ifndef FORMATS_XLIFF_WRITER_H
#define FORMATS_XLIFF_WRITER_H

#include "base/arena.h"
#include "formats/units/losses.h"
#include "formats/units/pair.h"
#include "formats/xliff/xliff.h"
#include "formats/xliff/xliff_codes.h"

/** Parts of a trans-unit or unit, until all of its segments are there. */
typedef enum hxp_xliff_part {
    HXP_XLIFF_PART_SOURCE,      /* XLIFF 1.2: without marks of segments */
    HXP_XLIFF_PART_SEGMENTS,    /* seg-source; XLIFF 2: segment and ignorable */
    HXP_XLIFF_PART_TARGET,      /* XLIFF 1.2 */
    HXP_XLIFF_PART_TARGET_TAG,  /* its attributes */
    HXP_XLIFF_PART_MATCHES,     /* what translations are matches of */
    HXP_XLIFF_PART_REMARKS,     /* notes and properties */
    HXP_XLIFF_PART_SDL,         /* XLIFF 1.2: SDLXLIFF's of the segments */
    HXP_XLIFF_PART_NATIVE_CODE, /* XLIFF 2: what originalData holds */
    HXP_XLIFF_PARTS_OF_UNIT
} hxp_xliff_part;

typedef struct hxp_xliff_writer {
    hxp_unit_sink sink;
    hxp_xml_writer xml;
    hxp_write_options options;
    bool second; /* XLIFF 2 */
    hxp_losses losses;
    hxp_arena arena; /* of the pair and the name spaces */
    hxp_language_pair pair;
    hxp_str prefixes; /* of the name spaces, a blank behind each */
    hxp_xliff_coder coder;
    bool in_file;
    hxp_buffer original; /* of the file that is open */
    size_t files;
    hxp_buffer groups; /* those that are open, as in the property */
    bool in_unit, divided, has_target;
    bool matched; /* the segment's target is a match that the unit tells of */
    hxp_buffer unit; /* id of the open one, if it is divided */
    hxp_output *parts[HXP_XLIFF_PARTS_OF_UNIT]; /* of the open one */
    size_t ids[2]; /* given to codes of sources and targets */
} hxp_xliff_writer;

/* xliff_write_segments.c */

hxp_status hxp_xliff_open_parts(hxp_xliff_writer *writer, hxp_error *error);
void hxp_xliff_close_parts(hxp_xliff_writer *writer);

/** A writer to a part; what it counts as forbidden is the caller's. */
hxp_xml_writer hxp_xliff_to_part(hxp_xliff_writer *writer,
                                 hxp_xliff_part which);

/** What a part holds so far. */
hxp_str hxp_xliff_part_bytes(const hxp_xliff_writer *writer,
                             hxp_xliff_part which);

/** The text of a unit's property; empty if there is none. */
hxp_str hxp_xliff_property(const hxp_unit *unit, const char *type);

/** Write a segment of XLIFF 1.2; without a target that is NULL. */
bool hxp_xliff_put_first_segment(hxp_xliff_writer *writer, const hxp_unit *unit,
                                 const hxp_variant *source,
                                 const hxp_variant *target);

/** Write a segment of XLIFF 2. */
bool hxp_xliff_put_second_segment(hxp_xliff_writer *writer,
                                  const hxp_unit *unit,
                                  const hxp_variant *source,
                                  const hxp_variant *target);

/* xliff_write_matches.c */

/** The id of the segment of a unit that is not divided, if it needs one. */
#define HXP_XLIFF_ONLY_SEGMENT "s1"

/** Write the match that target is, if one is told of. False: no memory. */
bool hxp_xliff_put_match(hxp_xliff_writer *writer, const hxp_unit *unit,
                         const hxp_variant *source, const hxp_variant *target);

/* xliff_write_remarks.c */

/**
 * Put the properties of a unit, each as an element: to HXP_XLIFF_PART_MATCHES
 * those of the match that is written, to HXP_XLIFF_PART_REMARKS all others.
 */
bool hxp_xliff_put_properties(hxp_xliff_writer *writer, hxp_xliff_part part,
                              const hxp_remarks *remarks);
void hxp_xliff_put_notes(hxp_xliff_writer *writer, const hxp_remarks *remarks);

/** Put the attributes of the unit's tag. */
void hxp_xliff_put_unit_attributes(hxp_xliff_writer *writer,
                                   const hxp_remarks *remarks);

/** Keep the attributes of a target; returns how many remarks they are. */
size_t hxp_xliff_put_target_attributes(hxp_xliff_writer *writer,
                                       const hxp_remarks *remarks);

/** True when remark i has no place in the unit. */
bool hxp_xliff_is_left(const hxp_xliff_writer *writer,
                       const hxp_remarks *remarks, size_t i);

/** XLIFF 1.2: keep what SDLXLIFF says of the segment called id. */
void hxp_xliff_put_sdl(hxp_xliff_writer *writer, const hxp_remarks *remarks,
                       hxp_str id);

/** True when a remark of the same type stands before that at index. */
bool hxp_xliff_stands_before(const hxp_remarks *remarks, size_t index);

#endif

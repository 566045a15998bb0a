/* xliff_reader.h - what the parts of the XLIFF reader share. */
#ifndef FORMATS_XLIFF_READER_H
#define FORMATS_XLIFF_READER_H

#include "base/arena.h"
#include "base/hash_map.h"
#include "base/names.h"
#include "formats/units/content_builder.h"
#include "formats/units/delivery.h"
#include "formats/xliff/xliff.h"
#include "formats/xml/xml.h"

#include <hexapla/text.h>

/** What an open element is to the reader. */
typedef enum hxp_xliff_what {
    HXP_XLIFF_OUTSIDE,   /* around the root */
    HXP_XLIFF_ROOT,      /* xliff */
    HXP_XLIFF_IN_FILE,   /* file, and what may hold units: body, group */
    HXP_XLIFF_IN_UNIT,   /* trans-unit, unit, and lists in them */
    HXP_XLIFF_PART,      /* segment or ignorable of XLIFF 2 */
    HXP_XLIFF_SOURCE,    /* source or seg-source */
    HXP_XLIFF_IN_TARGET, /* target */
    HXP_XLIFF_NOTE,      /* of a unit */
    HXP_XLIFF_CONTEXT,   /* a property, as we write them to XLIFF 1.2 */
    HXP_XLIFF_META,      /* and to XLIFF 2 */
    HXP_XLIFF_DATA,      /* native code that codes of XLIFF 2 refer to */
    HXP_XLIFF_SEG,       /* mrk of the kind seg */
    HXP_XLIFF_MARKED,    /* other mrk: text goes on in it */
    HXP_XLIFF_PAIRED,    /* g, pc and unknown ones: likewise */
    HXP_XLIFF_NATIVE,    /* bpt, ept, ph, it: what is in it is code */
    HXP_XLIFF_SUB,       /* text in native code */
    HXP_XLIFF_EMPTY,     /* a code that holds nothing */
    HXP_XLIFF_INNER,     /* its tag is passed over, its text is not */
    HXP_XLIFF_SKIPPED    /* not read */
} hxp_xliff_what;

/** An open element. */
typedef struct hxp_xliff_frame {
    hxp_xliff_what what;
    bool tagged;  /* a code's own tag is its native code; see xliff_read.c */
    bool kept;    /* units in it stay as they are, if they say nothing else */
    hxp_str i;    /* of a pair: what its end has */
    hxp_str data; /* of a pair: native code of its end */
} hxp_xliff_frame;

/** A segment of the unit in work; a unit without segments has one. */
typedef struct hxp_xliff_segment {
    hxp_str id;
    size_t gap_start, gap_end; /* of the text around segments, before it */
    hxp_str gap;
    hxp_content source, target;
    hxp_place source_place, target_place;
    bool has_source, has_target;
    size_t remark_start, remark_end; /* of its own in segment_remarks */
} hxp_xliff_segment;

typedef struct hxp_xliff_remarks {
    hxp_remark *items;
    size_t count, capacity;
} hxp_xliff_remarks;

/** A pair of codes that is open, by what its end refers to. */
typedef struct hxp_xliff_half {
    hxp_str key;
    hxp_str i;
} hxp_xliff_half;

/** What was left out, to be told of once. */
typedef struct hxp_xliff_left {
    size_t count;
    hxp_place place; /* of the first */
    char name[32];   /* likewise */
} hxp_xliff_left;

enum { HXP_XLIFF_PARTS = 10000, HXP_XLIFF_OPEN = 64 };

typedef struct hxp_xliff_reader {
    const hxp_read_options *options;
    hxp_delivery delivery;
    hxp_limits limits;
    hxp_xml *xml;
    hxp_xliff_frame *frames;
    size_t depth, frame_capacity;
    char prefix[32]; /* of the root's name space, with its colon */
    bool second;     /* XLIFF 2 */
    bool begun;

    char source[HXP_TAG_SIZE], target[HXP_TAG_SIZE]; /* of the file */
    hxp_arena file_arena;
    hxp_str original;
    hxp_hash_map ids; /* of the file's units */
    hxp_xliff_remarks header_remarks;
    hxp_buffer groups; /* ids of the open ones, a / behind each */

    hxp_arena arena; /* of one unit */
    size_t size;     /* bytes of it so far */
    size_t segment_size;
    bool in_unit;
    hxp_place place;
    hxp_str id;
    char unit_target[HXP_TAG_SIZE]; /* xml:lang of the target */
    hxp_content whole_source, whole_target;
    hxp_content around; /* what stands around the segments of the source */
    hxp_str gap;        /* text before the next segment of XLIFF 2 */
    hxp_place source_place, target_place;
    bool has_source, has_target, target_parts;
    hxp_xliff_segment *segments;
    size_t segment_count, segment_capacity;
    size_t segment; /* the one in work */
    hxp_xliff_remarks remarks, target_remarks, segment_remarks;
    hxp_names data_ids; /* of native code of XLIFF 2 */
    hxp_str *data;      /* that code, by the number of its id */
    size_t data_capacity;

    hxp_content_builder builder;
    hxp_buffer text;   /* of a note or property */
    hxp_str text_type; /* of the property, in arena */
    hxp_xliff_half open[HXP_XLIFF_OPEN];
    size_t open_count;
    size_t made; /* numbers given to pairs of the segment */
    hxp_buffer room;
    hxp_xliff_left left_elements, left_attributes, left_text, left_codes;
} hxp_xliff_reader;

/* xliff_read.c */

/** Count size bytes to the unit; fails with HXP_ELIMIT. */
hxp_status hxp_xliff_charge(hxp_xliff_reader *reader, size_t size);

/** Open an element. */
hxp_status hxp_xliff_push(hxp_xliff_reader *reader,
                          const hxp_xliff_frame *frame);

/** The innermost open element. */
hxp_xliff_frame *hxp_xliff_top(const hxp_xliff_reader *reader);

/** Copy text into the arena of the unit. */
hxp_status hxp_xliff_copy(hxp_str *to, hxp_xliff_reader *reader, hxp_str text);

/** Count something that is left out. */
void hxp_xliff_leave(hxp_xliff_reader *reader, hxp_xliff_left *left,
                     const char *name);

/** Open an element that may hold units; group: it is one. */
hxp_status hxp_xliff_open_holder(hxp_xliff_reader *reader,
                                 const char **attributes, bool group);

/** Open an element of which nothing else is known. */
hxp_status hxp_xliff_open(hxp_xliff_reader *reader, hxp_xliff_what what);

/** Tell of a fault at the present place. */
hxp_status hxp_xliff_tell(hxp_xliff_reader *reader, hxp_fault rule,
                          const char *message);

/** The value of the attribute with just this name; empty if there is none. */
hxp_str hxp_xliff_value(const char **attributes, const char *name);

/* xliff_read_file.c */

hxp_status hxp_xliff_start_root(hxp_xliff_reader *reader, const char *name,
                                const char **attributes);
hxp_status hxp_xliff_start_file(hxp_xliff_reader *reader,
                                const char **attributes);
hxp_status hxp_xliff_start_group(hxp_xliff_reader *reader,
                                 const char **attributes);
void hxp_xliff_end_group(hxp_xliff_reader *reader);

/** Hand the header on, unless that has happened. */
hxp_status hxp_xliff_begin(hxp_xliff_reader *reader);

/** Take a language; tells of one that is no tag. */
hxp_status hxp_xliff_take_language(char language[HXP_TAG_SIZE],
                                   hxp_xliff_reader *reader, hxp_str tag,
                                   const char *otherwise);

/* xliff_read_parts.c */

/** mrk of the kind seg. */
hxp_status hxp_xliff_start_seg(hxp_xliff_reader *reader,
                               const char **attributes);
hxp_status hxp_xliff_end_seg(hxp_xliff_reader *reader,
                             const hxp_xliff_frame *frame);
hxp_status hxp_xliff_start_source(hxp_xliff_reader *reader);
hxp_status hxp_xliff_end_source(hxp_xliff_reader *reader);
hxp_status hxp_xliff_start_target(hxp_xliff_reader *reader,
                                  const char **attributes);
hxp_status hxp_xliff_end_target(hxp_xliff_reader *reader);

/** segment and ignorable of XLIFF 2. */
hxp_status hxp_xliff_start_part(hxp_xliff_reader *reader, const char *name,
                                const char **attributes);
void hxp_xliff_end_part(hxp_xliff_reader *reader, const hxp_xliff_frame *frame);

/** Begin to keep the text of a note, property or native code. */
hxp_status hxp_xliff_start_text(hxp_xliff_reader *reader, hxp_xliff_what what,
                                hxp_str type);
hxp_status hxp_xliff_end_note(hxp_xliff_reader *reader);
hxp_status hxp_xliff_end_property(hxp_xliff_reader *reader);
hxp_status hxp_xliff_end_data(hxp_xliff_reader *reader);

/** Keep what SDLXLIFF says of a segment, as properties x-sdl-NAME. */
hxp_status hxp_xliff_add_sdl(hxp_xliff_reader *reader, const char **attributes);

/** True when text is more than white space. */
bool hxp_xliff_has_words(hxp_str text);

/** Add text to it, or to the native code in it. */
hxp_status hxp_xliff_add_text(hxp_xliff_reader *reader, hxp_str text);

/* xliff_read_unit.c */

hxp_status hxp_xliff_start_unit(hxp_xliff_reader *reader,
                                const char **attributes);
hxp_status hxp_xliff_end_unit(hxp_xliff_reader *reader);

/** Add a property with a copy of text; type lives as long as the unit. */
hxp_status hxp_xliff_add_property(hxp_xliff_reader *reader,
                                  hxp_xliff_remarks *to, hxp_str type,
                                  hxp_str text);

/** Add each attribute, but for those in without, as prefix and its name. */
hxp_status hxp_xliff_add_attributes(hxp_xliff_reader *reader,
                                    hxp_xliff_remarks *to, const char *prefix,
                                    const char **attributes,
                                    const char *const *without);

/** Begin a segment, or find that of this id again. */
hxp_status hxp_xliff_find_segment(hxp_xliff_reader *reader, hxp_str id,
                                  bool *found);

/* xliff_read_codes.c */

hxp_status hxp_xliff_start_inline(hxp_xliff_reader *reader, const char *name,
                                  const char **attributes);
hxp_status hxp_xliff_end_inline(hxp_xliff_reader *reader,
                                const hxp_xliff_frame *frame, const char *name);
#endif

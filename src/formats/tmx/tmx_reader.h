/* tmx_reader.h - what the parts of the TMX reader share. */
#ifndef FORMATS_TMX_READER_H
#define FORMATS_TMX_READER_H

#include "base/arena.h"
#include "base/array.h"
#include "base/str.h"
#include "formats/tmx/tmx.h"
#include "formats/tmx/tmx_rules.h"
#include "formats/units/content_builder.h"
#include "formats/xml/xml.h"

#include <hexapla/formats.h>

/** What an open element is to the reader: an hxp_tmx_element, or one of */
enum {
    HXP_TMX_OUTSIDE = HXP_TMX_UNKNOWN + 1, /* around the root */
    HXP_TMX_SPAN,                          /* in a seg: a marked span */
    HXP_TMX_INNER,                         /* in a note or prop: only text */
    HXP_TMX_SKIPPED                        /* out of place; nothing is kept */
};

/** Remarks in the making. */
typedef struct hxp_tmx_remarks {
    hxp_remark *items;
    size_t count, capacity;
} hxp_tmx_remarks;

typedef struct hxp_tmx_reader {
    hxp_xml *xml;
    hxp_unit_sink *sink;
    hxp_str file;
    hxp_limits limits;
    bool places;
    hxp_tmx_rules rules;
    hxp_error *error;

    hxp_buffer stack; /* what is open, a byte each; OUTSIDE at the bottom */
    hxp_arena arena;  /* of the header, then of each unit */
    size_t size;      /* bytes of the header or unit so far */
    size_t segment_size;
    bool text_told;  /* of text where none belongs, since the last tag */
    bool sink_fault; /* the failure is the sink's */

    hxp_arena file_arena;
    hxp_unit_header header;
    bool has_header, begun;

    bool in_unit;
    size_t number; /* of units begun */
    hxp_unit unit;
    hxp_variant *variants;
    size_t variant_capacity;
    size_t tuv_first; /* the variant that the open tuv began */
    size_t tuv_segs;

    hxp_tmx_remarks unit_remarks; /* or the header's */
    hxp_tmx_remarks variant_remarks;
    hxp_remark remark; /* the open one */
    hxp_place remark_place;
    hxp_buffer remark_text;
    hxp_attributes *maps;
    size_t map_capacity;
    hxp_content_builder builder;
} hxp_tmx_reader;

/** Attributes in the making, in the reader's arena. */
typedef struct hxp_tmx_attributes {
    hxp_attribute *items;
    size_t count;
} hxp_tmx_attributes;

/* tmx_read.c */

/** Fail because the unit is too large. */
hxp_status hxp_tmx_too_large(hxp_tmx_reader *reader);

/** Count size bytes to the unit; fails with HXP_ELIMIT. */
static inline hxp_status hxp_tmx_charge(hxp_tmx_reader *reader, size_t size)
{
    reader->size += size;
    return reader->size <= reader->limits.unit_bytes
               ? HXP_OK
               : hxp_tmx_too_large(reader);
}

/** Open an element as something. */
hxp_status hxp_tmx_push(hxp_tmx_reader *reader, unsigned what);

/** What the innermost open element is. */
static inline unsigned hxp_tmx_top(const hxp_tmx_reader *reader)
{
    return (unsigned char)reader->stack.ptr[reader->stack.len - 1];
}

/** Tell of a fault at the present place. */
#define HXP_TMX_TELL(reader, rule, ...)                                        \
    (!(reader)->rules.faults.sink ? HXP_OK                                     \
                                  : hxp_tell(&(reader)->rules.faults, rule,    \
                                             hxp_xml_place((reader)->xml),     \
                                             (reader)->error, __VA_ARGS__))

/* tmx_attributes.c */

/** Copy expat's attributes into arena. */
hxp_status hxp_tmx_copy_attributes(hxp_tmx_attributes *out,
                                   hxp_tmx_reader *reader, hxp_arena *arena,
                                   const char **attributes);

/** Take the attribute at index out of attributes. */
hxp_str hxp_tmx_take_at(hxp_tmx_attributes *attributes, size_t index);

/** Take the attribute name out of attributes; empty if there is none. */
static inline hxp_str hxp_tmx_take(hxp_tmx_attributes *attributes, hxp_str name)
{
    for (size_t i = 0; i < attributes->count; i++)
        if (hxp_str_equal(attributes->items[i].name, name))
            return hxp_tmx_take_at(attributes, i);
    return HXP_STR("");
}

/* tmx_read_unit.c: tu, tuv, note, prop, ude, map */

hxp_status hxp_tmx_start_tu(hxp_tmx_reader *reader, const char **attributes);
hxp_status hxp_tmx_end_tu(hxp_tmx_reader *reader);
hxp_status hxp_tmx_start_tuv(hxp_tmx_reader *reader, const char **attributes);
hxp_status hxp_tmx_end_tuv(hxp_tmx_reader *reader);
hxp_status hxp_tmx_start_remark(hxp_tmx_reader *reader, hxp_tmx_element element,
                                const char **attributes);
hxp_status hxp_tmx_end_remark(hxp_tmx_reader *reader);
hxp_status hxp_tmx_add_map(hxp_tmx_reader *reader, const char **attributes);

/** Copy remarks into the reader's arena and empty the list. */
hxp_status hxp_tmx_finish_remarks(hxp_remarks *out, hxp_tmx_reader *reader,
                                  hxp_tmx_remarks *remarks);

/* tmx_read_content.c: seg and what is in it */

hxp_status hxp_tmx_start_seg(hxp_tmx_reader *reader, const char **attributes);
hxp_status hxp_tmx_end_seg(hxp_tmx_reader *reader);
hxp_status hxp_tmx_start_inline(hxp_tmx_reader *reader, hxp_tmx_element element,
                                const char *name, const char **attributes);
hxp_status hxp_tmx_end_inline(hxp_tmx_reader *reader, unsigned what,
                              const char *name);
hxp_status hxp_tmx_add_text(hxp_tmx_reader *reader, hxp_str text);

#endif

/* po_reader.h - what the parts of the PO reader share. */
#ifndef FORMATS_PO_READER_H
#define FORMATS_PO_READER_H

#include "base/arena.h"
#include "formats/lines.h"
#include "formats/units/content_builder.h"
#include "formats/units/delivery.h"
#include "formats/units/po.h"

enum { HXP_PO_ENCODING = 64 };

/** The string that is being read. */
typedef enum hxp_po_string {
    HXP_PO_NO_FIELD,
    HXP_PO_CTXT,
    HXP_PO_ID,
    HXP_PO_ID_PLURAL,
    HXP_PO_STR
} hxp_po_string;

/** Comments by kind; those behind the first in the order of ".:,|". */
enum {
    HXP_PO_NOTE,
    HXP_PO_EXTRACTED_COMMENT,
    HXP_PO_REFERENCE_COMMENT,
    HXP_PO_FLAGS_COMMENT,
    HXP_PO_PREVIOUS_COMMENT,
    HXP_PO_COMMENTS
};

/** msgstr, or one of several. */
typedef struct hxp_po_form {
    hxp_content content;
    hxp_place place;
} hxp_po_form;

/** The entry being read. */
typedef struct hxp_po_entry {
    hxp_place place, id_place;
    bool has_context, has_id, has_plural, obsolete;
    hxp_content context, id, plural;
    hxp_po_form *forms;
    size_t form_count, form_capacity;
} hxp_po_entry;

typedef struct hxp_po_reader {
    const hxp_read_options *options;
    hxp_delivery delivery;
    hxp_limits limits;
    hxp_lines lines;
    bool obsolete_line; /* the present line begins with #~ */
    hxp_arena arena;    /* of the entry, or the header */
    hxp_content_builder builder;
    hxp_po_string field; /* the open one */
    size_t size;         /* of its text */
    hxp_po_entry entry;
    hxp_buffer comments[HXP_PO_COMMENTS];
    size_t entry_size; /* bytes of its text and comments */
    bool begun;
    char source[HXP_TAG_SIZE], target[HXP_TAG_SIZE];
    size_t plurals;       /* that the header promises; 0: not known */
    hxp_hash_map entries; /* met so far, when somebody wants to know */
} hxp_po_reader;

/** Find the encoding that the header names, before anything is decoded; empty:
 * none, or ASCII, of which UTF-8 is more. */
hxp_status hxp_po_encoding(char encoding[HXP_PO_ENCODING], hxp_input *input,
                           hxp_error *error);

/* po_units.c */

/** Send the entry as units, or begin with it when it is the header. */
hxp_status hxp_po_send(hxp_po_reader *reader);

/** Begin without a header, unless that has happened. */
hxp_status hxp_po_begin(hxp_po_reader *reader);

/** Forget the entry and its comments. */
void hxp_po_clear(hxp_po_reader *reader);

#endif

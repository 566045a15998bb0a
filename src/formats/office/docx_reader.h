/* docx_reader.h - a DOCX being read, and the runs of text in it. */
#ifndef FORMATS_DOCX_READER_H
#define FORMATS_DOCX_READER_H

#include "formats/office/docx_fields.h"
#include "formats/office/docx_notes.h"
#include "formats/office/docx_styles.h"
#include "formats/office/hidden.h"
#include "formats/office/office_link.h"
#include "formats/office/office_relations.h"

typedef struct hxp_docx_reader {
    hxp_looked
        run; /* first: see hxp_looked; passed: properties are a paragraph's */
    hxp_blocks blocks; /* the mark of a part: how it looks where it ends */
    hxp_docx_styles styles;
    hxp_block usual; /* of the paragraphs of the part in work */
    size_t cells;    /* of tables, that are open */
    hxp_office_link link;
    hxp_relations relations; /* of the part in work */
    hxp_docx_fields fields;
    hxp_docx_notes notes;
    hxp_archive *archive;
    const hxp_document_options *options;
    bool within;      /* it stands in another one */
    bool hidden;      /* the run is */
    hxp_hidden left;  /* of such runs */
    bool texts;       /* text that comes is the document's, */
    bool instruction; /* of an instruction of a field */
    bool joined;      /* the end of the paragraph was deleted, */
    bool goes_on;     /* it goes on in the next one */
    bool skip;        /* the element in work */
    bool found;       /* there is a document in it */
} hxp_docx_reader;

/** End a paragraph that has no other to go on in: a cell or the part ends. */
hxp_status hxp_docx_end_last(hxp_docx_reader *reader, hxp_error *error);

/** Read a document that stands in another one. */
hxp_status hxp_docx_stream_within(hxp_paragraph_sink *sink, hxp_input *input,
                                  const hxp_document_options *options,
                                  hxp_error *error);

/** A document that Word takes in when it opens this one. */
hxp_office_start hxp_docx_start_chunk;

/** Let what follows in the paragraph look as wanted. */
hxp_status hxp_docx_change_look(hxp_docx_reader *reader, unsigned wanted,
                                hxp_error *error);

/** Text of the part. */
hxp_status hxp_docx_text(void *context, hxp_str text, hxp_error *error);

/** A link begins or ends. */
hxp_office_start hxp_docx_start_link;
hxp_office_end hxp_docx_end_link;

/* Handlers of elements of a run. */
hxp_office_start hxp_docx_start_run, hxp_docx_start_run_style,
    hxp_docx_start_hidden, hxp_docx_start_text, hxp_docx_start_field,
    hxp_docx_start_simple_field, hxp_docx_start_instruction, hxp_docx_start_tab,
    hxp_docx_start_break, hxp_docx_start_hard_hyphen,
    hxp_docx_start_soft_hyphen, hxp_docx_start_symbol;
hxp_office_end hxp_docx_end_text, hxp_docx_end_simple_field,
    hxp_docx_end_instruction;

#endif

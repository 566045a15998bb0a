/* txt_reader.h - plain text a paragraph at a time. */
#ifndef FORMATS_TXT_READER_H
#define FORMATS_TXT_READER_H

#include "base/array.h"
#include "formats/documents/wrapped.h"
#include "text/decode.h"
#include "text/encoding.h"

#include <hexapla/formats.h>

typedef struct hxp_txt_reader {
    hxp_input *input;
    const hxp_document_options *options;
    char encoding[HXP_ENCODING_SIZE];
    hxp_decoder *decoder;  /* of it; NULL: UTF-8 */
    hxp_buffer text;       /* UTF-8: the part of the document in memory */
    size_t whole;          /* bytes of it that are whole characters, checked */
    hxp_place checked;     /* place behind them, if bytes are reported */
    size_t dropped;        /* bytes of the document before it */
    size_t skipped;        /* bytes of the file before the document: its BOM */
    size_t limit;          /* of the part in memory, in bytes */
    bool ended;            /* nothing is left in the input */
    bool every_line;       /* is a paragraph */
    bool by_lines;         /* lines that look so begin one, too: */
    hxp_wrapping wrapping; /* by how the text is wrapped */
    size_t number;         /* of the next paragraph */
    size_t at;             /* where it is looked for */
    hxp_place place;       /* of byte at */
    hxp_run run;           /* of the paragraph handed out */
} hxp_txt_reader;

/** Begin to read; the caller closes also when this fails. */
hxp_status hxp_txt_reader_open(hxp_txt_reader *reader, hxp_input *input,
                               const hxp_document_options *options,
                               hxp_error *error);

/**
 * Read the next paragraph; *found is false at the end. Its text lives until
 * the next call.
 */
hxp_status hxp_txt_reader_next(hxp_txt_reader *reader, hxp_paragraph *paragraph,
                               bool *found, hxp_error *error);

/** Forget the text of the paragraphs read so far. */
void hxp_txt_reader_drop(hxp_txt_reader *reader);

void hxp_txt_reader_close(hxp_txt_reader *reader);

#endif

/* block_source.h - a text with its places, on its way into a paragraph. */
#ifndef FORMATS_BLOCK_SOURCE_H
#define FORMATS_BLOCK_SOURCE_H

#include "formats/documents/blocks.h"

/** A text, and how far it has got. */
typedef struct hxp_block_source {
    hxp_str text;
    const hxp_run *runs; /* of it; the reader's */
    size_t run_count;    /* that are left */
    size_t at;           /* byte that comes next */
    hxp_place place;     /* of it; line 0: not known */
} hxp_block_source;

/** The text of content from its start; content outlives it. */
hxp_block_source hxp_block_source_make(const hxp_content *content);

/** Add what comes next, up to byte end, to the open paragraph. */
hxp_status hxp_block_source_put(hxp_blocks *blocks, hxp_block_source *source,
                                size_t end, hxp_error *error);

/** Leave out what comes next, up to byte end. */
void hxp_block_source_pass(hxp_block_source *source, size_t end);

#endif

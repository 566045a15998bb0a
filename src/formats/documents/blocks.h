/* blocks.h - puts a document's paragraphs together, piece by piece. */
#ifndef FORMATS_BLOCKS_H
#define FORMATS_BLOCKS_H

#include "base/arena.h"
#include "base/array.h"

#include <hexapla/formats.h>

/** A paragraph in the making. */
typedef struct hxp_block_part {
    hxp_block block;
    hxp_place place;
    size_t around; /* the part it stands in, plus one; 0: none */
    bool verbatim; /* white space stays as it is */
    unsigned mark; /* the reader's own; 0 at first */
    hxp_str id;    /* as the reader, who keeps it until the close, says */
    uint64_t key;  /* as hxp_paragraph has it; 0 at first */
    hxp_buffer text;
    size_t line_end; /* where the text behind the last line end begins */
    hxp_code *codes;
    size_t code_count, code_capacity;
    hxp_run *runs; /* where the text stands in the file, as far as known */
    size_t run_count, run_capacity;
    bool runs_dropped; /* they were too many: only place is known */
} hxp_block_part;

/**
 * The paragraphs in the making: the open one, those it stands in, and those
 * that wait for it. They reach the sink when the outermost is closed, in the
 * order they were opened: a footnote follows the paragraph it belongs to.
 * Those without text are left out, and so are pairs of codes, but for links,
 * around all of one.
 */
typedef struct hxp_blocks {
    hxp_paragraph_sink *sink;
    const char *file; /* for messages */
    hxp_block_part *parts;
    size_t count;       /* of parts in use */
    size_t size;        /* of what is in them, at most HXP_PARAGRAPH_LIMIT */
    size_t made;        /* of parts that hold memory */
    size_t capacity;    /* of parts */
    size_t open;        /* the innermost open part, plus one; 0: none */
    hxp_arena arena;    /* what their codes point to */
    size_t number;      /* of the next paragraph */
    size_t offset;      /* where it begins in the document's text */
    hxp_str id;         /* of paragraphs that begin; kept by the reader */
    bool drop_repeated; /* leave out headers and footers; set by the reader */
    /* Set by readers of documents that have no lines to be found: */
    bool counted;        /* paragraphs without a place have their number */
    const char *line_is; /* what the line of a place numbers, as "slide" */
} hxp_blocks;

/** What parts paragraphs in the text of a document that is kept. */
#define HXP_PARAGRAPH_BREAK HXP_STR("\n\n")

/** Blocks that go to sink. */
hxp_blocks hxp_blocks_make(hxp_paragraph_sink *sink, const hxp_input *input);

/**
 * Begin a paragraph, within the one that is open, if any. Like what adds to it,
 * this fails with HXP_ELIMIT when the outermost one gets too large.
 */
hxp_status hxp_blocks_open(hxp_blocks *blocks, hxp_block block, hxp_place place,
                           hxp_error *error);

/** The paragraph that is open, or NULL; it lives until the next call. */
hxp_block_part *hxp_blocks_part(hxp_blocks *blocks);

/**
 * Add text to the open paragraph. Unless it is verbatim white space (ASCII) is
 * one blank each, none at the start, nor at line ends in Chinese or Japanese.
 */
hxp_status hxp_blocks_text(hxp_blocks *blocks, hxp_str text, hxp_error *error);

/**
 * Add text that begins at place in the file and stands there as it is given:
 * then the paragraph knows where each of its words stands. Line 0: it does
 * not, as with hxp_blocks_text().
 */
hxp_status hxp_blocks_text_at(hxp_blocks *blocks, hxp_str text, hxp_place place,
                              hxp_error *error);

/** Add a line break to the open paragraph. */
hxp_status hxp_blocks_line_break(hxp_blocks *blocks, hxp_error *error);

/** A code for hxp_blocks_code(). */
typedef struct hxp_block_code {
    hxp_code_kind kind;
    hxp_str name;   /* by which a beginning and its end belong together */
    hxp_str type;   /* as TMX calls it, such as "bold"; empty: not known */
    hxp_str native; /* the code as it stands in the file */
    hxp_str shown;  /* what people read in its place; empty: nothing */
} hxp_block_code;

/** Add an inline code to the open paragraph; all is copied. */
hxp_status hxp_blocks_code(hxp_blocks *blocks, const hxp_block_code *code,
                           hxp_error *error);

/** Add to what people read in place of the code that was added last. */
hxp_status hxp_blocks_show(hxp_blocks *blocks, hxp_str text, hxp_error *error);

/** End the open paragraph; fails as the sink does. */
hxp_status hxp_blocks_close(hxp_blocks *blocks, hxp_error *error);

/**
 * Add a whole paragraph, as another reader made it, with its codes, within the
 * one that is open, if any; it stands at place.
 */
hxp_status hxp_blocks_copy(hxp_blocks *blocks, const hxp_paragraph *paragraph,
                           hxp_place place, hxp_error *error);

void hxp_blocks_free(hxp_blocks *blocks);

#endif

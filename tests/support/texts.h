/* texts.h - files as sides of an alignment, for tests and benches. */
#ifndef TESTS_TEXTS_H
#define TESTS_TEXTS_H

#include <hexapla/align.h>
#include <hexapla/formats.h>
#include <hexapla/segment.h>

/** A file, its document, its segments. */
struct text {
    hxp_document *document;
    hxp_segments segments;
    hxp_str *parts;     /* the segments' texts */
    size_t *paragraphs; /* and their paragraphs */
};

typedef enum text_kind {
    TEXT_LINES,     /* every line is a segment; no paragraphs known */
    TEXT_SENTENCES, /* sentences are */
} text_kind;

/**
 * Read the file at path, which is in the language of tag, into *text and
 * *side, which borrows from it. Free with text_free() in any case.
 */
hxp_status text_read(struct text *text, hxp_side *side, const char *path,
                     const hxp_language *language, text_kind kind,
                     hxp_error *error);

/** The same from input, whose name tells its format. */
hxp_status text_read_from(struct text *text, hxp_side *side, hxp_input *input,
                          const hxp_language *language, text_kind kind,
                          hxp_error *error);

void text_free(struct text *text);

#endif

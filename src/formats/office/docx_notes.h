/* docx_notes.h - the notes of a DOCX, until the text refers to them. */
#ifndef FORMATS_DOCX_NOTES_H
#define FORMATS_DOCX_NOTES_H

#include "formats/documents/blocks.h"

/** A note: some of the paragraphs. */
typedef struct hxp_docx_note {
    hxp_str id;
    bool of_end; /* it stands at the end of the document, not of the page */
    bool put;
    size_t first, count;
} hxp_docx_note;

/** Notes with all their codes; a paragraph that comes in is the last one's. */
typedef struct hxp_docx_notes {
    hxp_paragraph_sink sink;
    const char *file; /* for messages */
    hxp_docx_note *items;
    size_t count, capacity;
    hxp_paragraph *paragraphs;
    size_t paragraph_count, paragraph_capacity;
    size_t size;  /* bytes of text in them, at most HXP_PARAGRAPH_LIMIT */
    size_t next;  /* note behind the one that was found last */
    bool deleted; /* something in the text is, maybe references */
    hxp_arena arena;
} hxp_docx_notes;

/** No notes, of a file that messages call so. */
hxp_docx_notes hxp_docx_notes_make(const char *file);

/** A note begins. False: no memory. */
bool hxp_docx_notes_begin(hxp_docx_notes *notes, hxp_str id, bool of_end);

/** Put the note of that id, if there is one, within the open paragraph. */
hxp_status hxp_docx_notes_put(hxp_docx_notes *notes, hxp_blocks *blocks,
                              hxp_str id, bool of_end, hxp_error *error);

/**
 * Put the notes that the text does not refer to. No paragraph is open. Where
 * something is deleted and others of their kind were put, they were, too.
 */
hxp_status hxp_docx_notes_put_rest(hxp_docx_notes *notes, hxp_blocks *blocks,
                                   hxp_error *error);

void hxp_docx_notes_free(hxp_docx_notes *notes);

#endif

/* message.h - a text of a program, on its way into a paragraph. */
#ifndef FORMATS_MESSAGE_H
#define FORMATS_MESSAGE_H

#include "formats/documents/block_source.h"
#include "text/cursor.h"

/** A text with its codes, and where its parts stand; all zero is empty. */
typedef struct hxp_message {
    hxp_buffer text;
    hxp_run *runs;
    size_t run_count, run_capacity;
    struct hxp_message_code {
        size_t offset; /* in text */
        hxp_block_code code;
    } * codes;
    size_t code_count, code_capacity;
    hxp_arena arena; /* what codes point to */
} hxp_message;

/** Make it empty again. */
void hxp_message_clear(hxp_message *message);

/** Add text that is written otherwise, or so, at place. False: no memory. */
bool hxp_message_add(hxp_message *message, hxp_str text, hxp_place place);

/** Add a code; all of it is copied. False: no memory. */
bool hxp_message_add_code(hxp_message *message, const hxp_block_code *code);

/**
 * Make a paragraph at place of message, with its codes and placeholders; id
 * says in its file, and in its translations, which one it is.
 */
hxp_status hxp_message_put(hxp_blocks *blocks, const hxp_message *message,
                           hxp_str id, hxp_place place, hxp_error *error);

void hxp_message_free(hxp_message *message);

/**
 * Add the character that the escape at the start of rest, at place, stands
 * for: \u00e9, two of these for one character, a letter of letters ("n\nt\t")
 * for the sign behind it there, any other for itself. *taken are the bytes of
 * it. False: no memory.
 */
bool hxp_message_add_escape(hxp_message *message, hxp_str rest, hxp_place place,
                            const char *letters, size_t *taken);

/**
 * Add what comes next up to a backslash or the character end, or the escape
 * that begins there, and pass over it. There is something left, and it does
 * not begin with end. False: no memory.
 */
bool hxp_message_add_written(hxp_message *message, hxp_cursor *from, char end,
                             const char *letters);

#endif

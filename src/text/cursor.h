/* cursor.h - what is left of a text that is being read, and where that is. */
#ifndef TEXT_CURSOR_H
#define TEXT_CURSOR_H

#include <hexapla/base.h>

typedef struct hxp_cursor {
    hxp_str rest;    /* what comes next */
    hxp_place place; /* where it begins */
} hxp_cursor;

/** The start of text, which is a whole file. */
hxp_cursor hxp_cursor_make(hxp_str text);

/** Pass over the next len bytes, which it gives. */
hxp_str hxp_cursor_take(hxp_cursor *cursor, size_t len);

#endif

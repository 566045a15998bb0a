/* clean.h - a text without what stands inside its words. */
#ifndef TERMS_CLEAN_H
#define TERMS_CLEAN_H

#include <hexapla/base.h>

/** A text and where its bytes come from; all zero is an empty one. */
typedef struct hxp_clean_text {
    hxp_str text;   /* the clean one */
    char *bytes;    /* made, if something was taken out */
    size_t *origin; /* of each byte of bytes, and of their end */
    size_t room, origin_room;
    bool whole; /* nothing was taken out */
} hxp_clean_text;

/**
 * Where the key of a menu or button is marked, as in "&File", "D&atei" or
 * "_Datei": one mark of one kind in a short text; text.len: nowhere.
 */
size_t hxp_key_mark(hxp_str text);

/**
 * Take the mark of a key, tags that stand as text ("<b>"), escapes for white
 * space ("\n") and spaces without width out of text, to which clean->text may
 * point; a blank stands for escapes, and for tags where a line ends ("<br>").
 * False when memory is out.
 */
bool hxp_clean_text_make(hxp_clean_text *clean, hxp_str text);

/** Where byte at of the clean text came from; of an end, behind the byte. */
size_t hxp_clean_text_start(const hxp_clean_text *clean, size_t at);
size_t hxp_clean_text_end(const hxp_clean_text *clean, size_t at);

void hxp_clean_text_free(hxp_clean_text *clean);

#endif

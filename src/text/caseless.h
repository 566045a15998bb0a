/* caseless.h - texts without what similarity does not see: case, white space.
 */
#ifndef TEXT_CASELESS_H
#define TEXT_CASELESS_H

#include <hexapla/base.h>

/** Characters (code points) of a text; all zero is an empty one. */
typedef struct hxp_characters {
    uint32_t *items;
    size_t count;
    size_t room;
} hxp_characters;

/** Makes texts caseless. Not for two threads at once. */
typedef struct hxp_caseless hxp_caseless;

/** On HXP_OK the caller frees *out with hxp_caseless_free(). */
hxp_status hxp_caseless_new(hxp_caseless **out, hxp_error *error);

/**
 * Set characters to those of text (valid UTF-8) in NFC, full case folding, all
 * white space in a row as one blank and none at either end.
 */
hxp_status hxp_caseless_make(hxp_characters *characters, hxp_caseless *caseless,
                             hxp_str text, hxp_error *error);

enum { HXP_CASELESS_BEHIND = 16 }; /* bytes written behind a text */

/**
 * Set bytes, which have room for text and HXP_CASELESS_BEHIND more, to what
 * hxp_caseless_make() makes of it; *count is how many. False: it has characters
 * other than the printable ones of ASCII.
 */
bool hxp_caseless_ascii(uint8_t *bytes, size_t *count, hxp_str text);

/**
 * A character of a caseless text without accents, of the usual width, and as
 * typewriters have it if it is a quotation mark, an apostrophe or a hyphen; 0:
 * it is only an accent, or a vowel point.
 */
uint32_t hxp_caseless_bare(const hxp_caseless *caseless, uint32_t c);

/** Free it; NULL is allowed. */
void hxp_caseless_free(hxp_caseless *caseless);

/** Free what characters hold; they are none then. */
void hxp_characters_free(hxp_characters *characters);

/** How a character of a caseless text makes words. */
typedef enum hxp_character_kind {
    HXP_CHARACTER_SPACE,
    HXP_CHARACTER_WORD, /* letters, digits, marks: words are rows of them */
    HXP_CHARACTER_ALONE /* signs; ideographs and kana: words of their own */
} hxp_character_kind;

hxp_character_kind hxp_character_kind_of(uint32_t c);

/**
 * True for what makes one word with letters beside it: letters, digits, marks,
 * but of scripts that put no blanks between words, such as Thai.
 */
bool hxp_character_joins(uint32_t c);

#endif

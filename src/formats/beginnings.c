/* beginnings.c - a set of hashes of the first letters of words. */
#include "formats/beginnings.h"

#include "base/str.h"

enum { LETTERS = 4 };

/** True for what words are of: ASCII letters and digits, all beyond ASCII. */
static bool is_inside(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/** Cut the next word's beginning, in small letters, off *text. */
static bool next_beginning(char to[LETTERS], size_t *len, hxp_str *text)
{
    size_t at = 0;
    while (at < text->len && !is_inside(text->ptr[at]))
        at++;
    if (at == text->len)
        return false;
    *len = 0;
    for (; at < text->len && is_inside(text->ptr[at]); at++) {
        char c = text->ptr[at];
        if ((unsigned char)c >= 0x80)
            break;
        if (*len < LETTERS)
            to[(*len)++] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    while (at < text->len && is_inside(text->ptr[at]))
        at++;
    *text = hxp_str_part(*text, at, text->len);
    return true;
}

static size_t bit_of(const char *letters, size_t len)
{
    return hxp_str_hash((hxp_str){ letters, len }) % HXP_BEGINNING_BITS;
}

void hxp_beginnings_add(hxp_beginnings *beginnings, hxp_str text)
{
    char letters[LETTERS];
    size_t len;
    while (next_beginning(letters, &len, &text))
        for (size_t n = 0; n <= len; n++) {
            /* a word is a beginning of its inflected forms, too */
            size_t bit = bit_of(letters, n);
            beginnings->bits[bit / 64] |= (uint64_t)1 << bit % 64;
        }
}

bool hxp_beginnings_have(const hxp_beginnings *beginnings, hxp_str text)
{
    char letters[LETTERS];
    size_t len;
    while (next_beginning(letters, &len, &text)) {
        size_t bit = bit_of(letters, len);
        if (!(beginnings->bits[bit / 64] >> bit % 64 & 1))
            return false;
    }
    return true;
}

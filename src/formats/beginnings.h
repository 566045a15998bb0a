/* beginnings.h - how words of texts begin, to pass over what cannot matter. */
#ifndef FORMATS_BEGINNINGS_H
#define FORMATS_BEGINNINGS_H

#include <hexapla/base.h>

enum { HXP_BEGINNING_BITS = 1 << 16 };

/** The beginnings of words, as bits of their hashes; all zero: none. */
typedef struct hxp_beginnings {
    uint64_t bits[HXP_BEGINNING_BITS / 64];
} hxp_beginnings;

/** Add the words of text (UTF-8). */
void hxp_beginnings_add(hxp_beginnings *beginnings, hxp_str text);

/**
 * False when a word of text begins like none that was added, with its first
 * four letters in whatever case. Letters other than ASCII are not looked at:
 * true may say too much, false never does.
 */
bool hxp_beginnings_have(const hxp_beginnings *beginnings, hxp_str text);

#endif

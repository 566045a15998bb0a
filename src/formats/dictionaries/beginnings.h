/* beginnings.h - how words of texts begin, to pass over what cannot matter. */
#ifndef FORMATS_BEGINNINGS_H
#define FORMATS_BEGINNINGS_H

#include <hexapla/base.h>

enum {
    HXP_BEGINNING_BITS = 1 << 20,
    HXP_BEGINNING = 5,      /* letters that forms of a longer word share */
    HXP_BEGINNING_SHORT = 3 /* letters of words that say nothing beside those */
};

/** The beginnings of words, as bits of their hashes; all zero: none. */
typedef struct hxp_beginnings {
    uint64_t bits[HXP_BEGINNING_BITS / 64];
    bool open; /* some have letters that are not looked at */
} hxp_beginnings;

/** Add the words of text (UTF-8). */
void hxp_beginnings_add(hxp_beginnings *beginnings, hxp_str text);

/**
 * False when a word of text is no form of one that was added: forms are the
 * same, in whatever case and without accents, but for three letters at their
 * ends behind five or more in common. Beside longer words those of up to three
 * letters may be any. From a letter beyond Latin 1 on nothing
 * is looked at: true may say too much, false never does.
 */
bool hxp_beginnings_have(const hxp_beginnings *beginnings, hxp_str text);

/** True when each word of text was added, but for what its letters are told
 * apart by: case and accents. Other words say so rarely. */
bool hxp_beginnings_have_whole(const hxp_beginnings *beginnings, hxp_str text);

/** Add to lacking the words of text that known does not have whole. */
void hxp_beginnings_lack(hxp_beginnings *lacking, const hxp_beginnings *known,
                         hxp_str text);

/**
 * The number of bytes at the beginning of text that tell already that
 * hxp_beginnings_have() is false of all texts that begin with them, and end or
 * go on with a sign behind; 0: it takes more to tell.
 */
size_t hxp_beginnings_miss(const hxp_beginnings *beginnings, hxp_str text);

#endif

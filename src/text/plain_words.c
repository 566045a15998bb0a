/* plain_words.c - letters, blanks and common marks, which most text is. */
#include "text/plain_words.h"

#include "base/str.h"

typedef enum letter_class {
    OTHER = 'o',      /* for ICU */
    LETTER = 'l',     /* ASCII, Latin-1, Latin Extended-A and -B */
    DIGIT = 'd',      /* ASCII */
    LOW_LINE = '_',   /* joins letters and digits beside it */
    BLANK = 'b',      /* white space */
    MARK = 'm',       /* breaks on both sides, whatever stands there */
    APOSTROPHE = 'a', /* the same, as words are cut there */
    STOP = 's'        /* may join letters or digits */
} letter_class;

/** The class of what U+2000 to U+203F, E2 80 xx, is. */
static letter_class class_of_general(unsigned char last)
{
    if (last == 0x99 || last == 0x98)
        return APOSTROPHE; /* ’ ‘ */
    if ((last >= 0x93 && last <= 0x94) || (last >= 0x9C && last <= 0x9E) ||
        last == 0xA6)
        return MARK; /* dashes, “ ” „ … */
    return OTHER;
}

/** Classes of ASCII: their first letters, in rows of 32 characters; of bytes
 * beyond none. */
static const char classes[256] = "ooooooooobbooboooooooooooooooooo"
                                 "bmmmmmmammmmsmsmddddddddddssmmmm"
                                 "mllllllllllllllllllllllllllmmmm_"
                                 "mllllllllllllllllllllllllllmmmmo";

static letter_class class_of_byte(hxp_str text, size_t at)
{
    return (letter_class)classes[(unsigned char)text.ptr[at]];
}

/** The class of the character at byte at, beyond ASCII; its length is noted. */
static letter_class class_beyond(hxp_str text, size_t at, size_t *len)
{
    unsigned char c = (unsigned char)text.ptr[at];
    unsigned char next =
        at + 1 < text.len ? (unsigned char)text.ptr[at + 1] : 0;
    *len = 2;
    if (c == 0xC2)
        return next == 0xA0                   ? BLANK
               : next == 0xAB || next == 0xBB ? MARK
                                              : OTHER; /* « » */
    if (c >= 0xC3 && c <= 0xC8) /* but for the signs of × and ÷ */
        return c == 0xC3 && (next == 0x97 || next == 0xB7) ? OTHER : LETTER;
    *len = 3;
    if (c == 0xE2 && next == 0x80 && at + 2 < text.len)
        return class_of_general((unsigned char)text.ptr[at + 2]);
    return OTHER;
}

/** The class of the character at byte at, whose length is noted. */
static inline letter_class class_at(hxp_str text, size_t at, size_t *len)
{
    if ((unsigned char)text.ptr[at] >= 0x80)
        return class_beyond(text, at, len);
    *len = 1;
    return class_of_byte(text, at);
}

static bool is_of_words(letter_class class)
{
    return class == LETTER || class == DIGIT || class == LOW_LINE;
}

/** Behind what is of a word from byte at on; *last is the last of it. */
static inline size_t run_end(hxp_str text, size_t at, letter_class *last)
{
    for (size_t len; at < text.len; at += len) {
        letter_class class;
        size_t end = hxp_letters_end(text, at);
        if (end > at)
            *last = LETTER;
        at = end;
        while (at < text.len && is_of_words(class_of_byte(text, at)))
            *last = class_of_byte(text, at++);
        if (at == text.len || (unsigned char)text.ptr[at] < 0x80)
            return at;
        class = class_at(text, at, &len);
        if (!is_of_words(class))
            return at;
        *last = class;
    }
    return text.len;
}

/** What a stop behind a word does. */
typedef enum stop_effect { PARTS, JOINS, UNKNOWN } stop_effect;

/** What the stop at byte at does, behind what is of a word, before. */
static stop_effect effect_of(hxp_str text, size_t at, letter_class before)
{
    size_t len;
    if (at + 1 == text.len)
        return PARTS;
    letter_class behind = class_at(text, at + 1, &len);
    char stop = text.ptr[at];
    if (behind == OTHER)
        return UNKNOWN;
    if (behind != before || before == LOW_LINE)
        return PARTS;
    if (stop == ':') /* versions of ICU differ about letters */
        return before == LETTER ? UNKNOWN : PARTS;
    return stop == '.' || before == DIGIT ? JOINS : PARTS;
}

/** The end of the word that has a character before byte at; 0: unknown. */
static size_t word_end(hxp_str text, size_t at, letter_class last)
{
    size_t len;
    for (;; at++) { /* behind a stop that joins */
        at = run_end(text, at, &last);
        letter_class next =
            at < text.len ? class_at(text, at, &len) : (letter_class)BLANK;
        stop_effect effect = next == STOP    ? effect_of(text, at, last)
                             : next == OTHER ? UNKNOWN
                                             : PARTS;
        if (effect != JOINS)
            return effect == PARTS ? at : 0;
    }
}

size_t hxp_plain_piece_end(hxp_str text, size_t *start)
{
    size_t len, at = *start;
    letter_class first = class_at(text, at, &len);
    while (first == BLANK) {
        at += len;
        if (at < text.len)
            first = class_at(text, at, &len);
        if (first == OTHER)
            return 0; /* it may belong to the white space */
        *start = at < text.len ? at : text.len;
        if (at >= text.len)
            return text.len;
    }
    if (first == OTHER)
        return 0;
    at += len;
    if (is_of_words(first))
        return word_end(text, at, first);
    return at >= text.len                      ? text.len
           : class_at(text, at, &len) != OTHER ? at
                                               : 0;
}

size_t hxp_plain_start(hxp_str text, size_t start)
{
    size_t len;
    for (size_t at = start + 1; at < text.len; at++) {
        if (text.ptr[at] == '@')
            return at; /* some versions of ICU join words by it */
        if (text.ptr[at - 1] != ' ')
            continue;
        letter_class behind = class_at(text, at, &len);
        if (behind == LETTER || behind == DIGIT)
            return at;
    }
    return text.len;
}

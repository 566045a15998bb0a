/* plain_words.c - letters, blanks and common marks, which most text is. */
#include "text/plain_words.h"

#include "base/str.h"

#include <string.h>

typedef enum letter_class {
    OTHER = 'o',      /* for ICU */
    LETTER = 'l',     /* ASCII, Latin-1, Latin Extended-A and -B */
    DIGIT = 'd',      /* ASCII */
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
    if ((last >= 0x93 && last <= 0x94) || (last >= 0x9C && last <= 0x9E))
        return MARK; /* dashes, “ ” „ */
    return OTHER;
}

/** Classes of ASCII: their first letters, in rows of 32 characters; of bytes
 * beyond none. */
static const char classes[256] = "ooooooooobbooboooooooooooooooooo"
                                 "bmmmommammmmsmsmddddddddddssmmmm"
                                 "mllllllllllllllllllllllllllmomoo"
                                 "ollllllllllllllllllllllllllmomoo";

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

/** True when what stands before byte at is one with nothing behind it. */
static bool breaks_at(hxp_str text, size_t at, letter_class next)
{
    size_t len;
    if (next == LETTER || next == DIGIT)
        return false;
    if (next != STOP || at + 1 == text.len)
        return true;
    /* a stop between letters or digits may join them */
    letter_class behind = class_at(text, at + 1, &len);
    return behind == BLANK || behind == MARK;
}

/** Behind the letters, or digits, of class first that go on at byte at. */
static size_t word_end(hxp_str text, size_t at, letter_class first)
{
    for (size_t len; at < text.len; at += len) {
        while (at < text.len && class_of_byte(text, at) == first)
            at++;
        if (at == text.len || (unsigned char)text.ptr[at] < 0x80 ||
            class_at(text, at, &len) != first)
            break;
    }
    return at < text.len ? at : text.len;
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
    bool word = first == LETTER || first == DIGIT;
    at += len;
    if (word)
        at = word_end(text, at, first);
    if (at >= text.len)
        return text.len;
    letter_class next = class_at(text, at, &len);
    return next != OTHER && (!word || breaks_at(text, at, next)) ? at : 0;
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

/* beginnings.c - a set of hashes of the first letters of words. */
#include "formats/dictionaries/beginnings.h"

#include "base/str.h"
#include "text/utf8.h"

#include <string.h>

/* What forms of one word must share and how much longer they may be, as
 * lexicon/consult.c has it. */
enum { SAME = HXP_BEGINNING, SHORT = HXP_BEGINNING_SHORT };
enum { ENDING = 3, LETTERS = 60 };

/** What a hash is of. */
enum kind {
    FORM,   /* what a form of the word must begin with */
    OPEN,   /* the beginning of a word that goes on with letters not known */
    PREFIX, /* any beginning of what forms of the word must begin with */
    WHOLE   /* all letters */
};

/** The first letters of a word. */
struct beginning {
    char letters[LETTERS + 1]; /* the last is for the kind */
    size_t len;
    bool open;
};

/** The letters of U+00C0 to U+00FF as words are compared; "": not known. */
static const char *const latin[64] = {
    "a", "a", "a", "a", "a", "a",  "ae", "c", "e", "e", "e", "e", "i",
    "i", "i", "i", "",  "n", "o",  "o",  "o", "o", "o", " ", "",  "u",
    "u", "u", "u", "y", "",  "ss", "a",  "a", "a", "a", "a", "a", "ae",
    "c", "e", "e", "e", "e", "i",  "i",  "i", "i", "",  "n", "o", "o",
    "o", "o", "o", " ", "",  "u",  "u",  "u", "u", "y", "",  "y"
};

static bool is_plain(char small)
{
    return (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
}

/** The letters of a character beyond ASCII. " ": it is none; "": nobody knows,
 * or it cannot be seen. */
static const char *letters_beyond(hxp_str character)
{
    size_t at = 0;
    int32_t c = hxp_utf8_next(character, &at);
    if (c >= 0xC0 && c <= 0xFF)
        return latin[c - 0xC0];
    if (c == 0x152 || c == 0x153)
        return "oe";
    bool sign =
        c >= 0 && c < 0xC0 && c != 0xAA && c != 0xAD && c != 0xB5 && c != 0xBA;
    bool quote = c >= 0x2010 && c <= 0x2027;
    return sign || quote ? " " : "";
}

/** The letters that the character at *at is compared as, small, and *at behind
 * it. " ": it is none; "": nobody knows. */
static const char *next_letters(char own[2], hxp_str text, size_t *at)
{
    size_t start = *at;
    char c = text.ptr[(*at)++];
    own[0] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    own[1] = '\0';
    if ((unsigned char)c < 0x80)
        return is_plain(own[0]) ? own : " ";
    while (*at < text.len && ((unsigned char)text.ptr[*at] & 0xC0) == 0x80)
        ++*at;
    return letters_beyond(hxp_str_part(text, start, *at));
}

static void add_letters(struct beginning *beginning, const char *letters)
{
    for (; *letters && beginning->len < LETTERS; letters++)
        beginning->letters[beginning->len++] = *letters;
}

/** Cut the next word off *text. */
static bool next_beginning(struct beginning *to, hxp_str *text)
{
    char own[2];
    size_t at = 0;
    bool begun = false;
    *to = (struct beginning){ .len = 0 };
    while (at < text->len) {
        const char *letters = next_letters(own, *text, &at);
        if (*letters == ' ') {
            if (begun)
                break;
            continue;
        }
        begun = true;
        if (*letters == '\0' || to->len == LETTERS)
            to->open = true;
        if (!to->open)
            add_letters(to, letters);
    }
    *text = hxp_str_part(*text, at, text->len);
    return begun;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/** The letters that forms of a word share at least. */
static size_t shared(const struct beginning *word)
{
    return word->len > SAME + ENDING ? word->len - ENDING
                                     : least(word->len, SAME);
}

/** The bit of the first len letters, as what kind says. */
static size_t bit_of(const struct beginning *beginning, size_t len,
                     enum kind kind)
{
    struct beginning part = *beginning;
    part.letters[len] = (char)kind;
    return hxp_str_hash((hxp_str){ part.letters, len + 1 }) %
           HXP_BEGINNING_BITS;
}

static void set(hxp_beginnings *beginnings, size_t bit)
{
    beginnings->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

static bool has(const hxp_beginnings *beginnings, size_t bit)
{
    return (beginnings->bits[bit / 64] >> bit % 64 & 1) != 0;
}

void hxp_beginnings_add(hxp_beginnings *beginnings, hxp_str text)
{
    struct beginning word;
    while (next_beginning(&word, &text)) {
        if (word.open) {
            beginnings->open = true;
            set(beginnings, bit_of(&word, least(word.len, SAME), OPEN));
        }
        for (size_t n = 0; n <= shared(&word); n++)
            set(beginnings, bit_of(&word, n, PREFIX));
        for (size_t n = shared(&word); !word.open && n <= word.len; n++)
            set(beginnings, bit_of(&word, n, FORM));
        if (!word.open)
            set(beginnings, bit_of(&word, word.len, WHOLE));
    }
}

/** True when word was added, as far as its letters are looked at. */
static bool has_whole(const hxp_beginnings *beginnings,
                      const struct beginning *word)
{
    return !word->open && has(beginnings, bit_of(word, word->len, WHOLE));
}

bool hxp_beginnings_have_whole(const hxp_beginnings *beginnings, hxp_str text)
{
    struct beginning word;
    while (next_beginning(&word, &text))
        if (!has_whole(beginnings, &word))
            return false;
    return true;
}

void hxp_beginnings_lack(hxp_beginnings *lacking, const hxp_beginnings *known,
                         hxp_str text)
{
    struct beginning word;
    hxp_str rest = text;
    while (next_beginning(&word, &text)) {
        if (!has_whole(known, &word))
            hxp_beginnings_add(lacking,
                               (hxp_str){ rest.ptr, rest.len - text.len });
        rest = text;
    }
}

/** True when a word that was added begins as word does, as far as it is known,
 * and goes on with letters that are not. */
static bool has_open(const hxp_beginnings *beginnings,
                     const struct beginning *word)
{
    for (size_t n = 0; beginnings->open && n <= least(word->len, SAME); n++)
        if (has(beginnings, bit_of(word, n, OPEN)))
            return true;
    return false;
}

/** True when a word that was added could be a form of word. */
static bool has_form(const hxp_beginnings *beginnings,
                     const struct beginning *word)
{
    size_t known = least(word->len, SAME);
    if (has_open(beginnings, word))
        return true;
    if (!has(beginnings, bit_of(word, known, PREFIX)))
        return false;
    for (size_t n = shared(word); !word->open && n <= word->len; n++)
        if (has(beginnings, bit_of(word, n, FORM)))
            return true;
    return word->open;
}

bool hxp_beginnings_have(const hxp_beginnings *beginnings, hxp_str text)
{
    struct beginning word;
    bool longer = false, missed = false;
    while (next_beginning(&word, &text)) {
        bool has_it = has_form(beginnings, &word);
        if (!has_it && word.len > SHORT)
            return false;
        longer = longer || word.len > SHORT;
        missed = missed || !has_it;
    }
    return longer || !missed;
}

/** False when no word that was added can be a form of one that begins so. */
static bool may_begin(const hxp_beginnings *beginnings,
                      const struct beginning *word)
{
    if (has_open(beginnings, word) ||
        has(beginnings, bit_of(word, word->len, PREFIX)))
        return true;
    for (size_t n = shared(word); n <= word->len; n++)
        if (has(beginnings, bit_of(word, n, FORM)))
            return true;
    return false;
}

size_t hxp_beginnings_miss(const hxp_beginnings *beginnings, hxp_str text)
{
    char own[2];
    struct beginning word = { .len = 0 };
    size_t at = 0;
    while (at < text.len && word.len < LETTERS) {
        const char *letters = next_letters(own, text, &at);
        bool ends = *letters == ' ';
        if (*letters == '\0')
            return 0;
        if (!ends)
            add_letters(&word, letters);
        if (word.len > SHORT && !(ends ? has_form(beginnings, &word)
                                       : may_begin(beginnings, &word)))
            return at;
        if (ends)
            word.len = 0;
    }
    return 0;
}

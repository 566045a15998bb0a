/* standing.c - looks at the words before and behind a use. */
#include "check/standing.h"

#include "base/str.h"
#include "text/utf8.h"

/* Letters that forms of one word have in common, at least, and that they need
 * at most; in between two thirds of them. */
enum { LEAST_LETTERS = 4, MOST_LETTERS = 6 };

hxp_str hxp_standing_text(const hxp_rival_texts *from, const hxp_rendering *use,
                          size_t side)
{
    return hxp_words_text(from->bitext, use, side,
                          from->texts[use->unit][side]);
}

const hxp_bitext_word *hxp_standing_words(const hxp_rival_texts *from,
                                          const hxp_rendering *use, size_t side)
{
    return hxp_bitext_words(from->bitext, side, use->unit).items +
           use->at[side];
}

/** True when a word with flags stands before word at. */
static bool is_behind(hxp_bitext_row words, size_t at, unsigned flags)
{
    return at > 0 && (words.items[at].flags & HXP_WORD_FOLLOWS) &&
           (words.items[at - 1].flags & flags);
}

bool hxp_standing_determined(const hxp_rival_texts *from,
                             const hxp_rendering *use, size_t side)
{
    return is_behind(hxp_bitext_words(from->bitext, side, use->unit),
                     use->at[side], HXP_WORD_DETERMINES);
}

bool hxp_standing_goes_on(const hxp_rival_texts *from, const hxp_rendering *use,
                          size_t side, unsigned flags)
{
    hxp_bitext_row words = hxp_bitext_words(from->bitext, side, use->unit);
    size_t end = (size_t)use->at[side] + use->count[side];
    flags |= HXP_WORD_FOLLOWS | HXP_WORD_CONTENT;
    return end < words.count && (words.items[end].flags & flags) == flags;
}

bool hxp_standing_is_hyphened(const hxp_rival_texts *from,
                              const hxp_rendering *use, size_t side)
{
    hxp_str text = from->texts[use->unit][side];
    hxp_str part = hxp_standing_text(from, use, side);
    const char *end = part.ptr + part.len;
    return (end < text.ptr + text.len && *end == '-') ||
           (part.ptr > text.ptr && part.ptr[-1] == '-');
}

bool hxp_standing_is_noun(const hxp_rival_texts *from, const hxp_rendering *use)
{
    hxp_bitext_row words = hxp_bitext_words(from->bitext, 0, use->unit);
    size_t at = use->at[0];
    if (hxp_standing_goes_on(from, use, 0, 0) ||
        hxp_standing_is_hyphened(from, use, 0))
        return false;
    if (use->count[0] > 1 || is_behind(words, at, HXP_WORD_OPENS))
        return true;
    return at > 0 && (words.items[at].flags & HXP_WORD_FOLLOWS) &&
           (words.items[at - 1].flags & HXP_WORD_TERM) &&
           is_behind(words, at - 1, HXP_WORD_OPENS);
}

/** True when text begins with the letters of word that count, whatever their
 * case. */
static bool begins(hxp_str text, hxp_str word)
{
    size_t letters = hxp_utf8_length(word);
    size_t need = (2 * letters + 2) / 3, i = 0, j = 0;
    if (need < LEAST_LETTERS)
        need = letters < LEAST_LETTERS ? letters : LEAST_LETTERS;
    if (need > MOST_LETTERS)
        need = MOST_LETTERS;
    for (size_t k = 0; k < need; k++)
        if (i >= text.len || hxp_char_fold(hxp_utf8_next(text, &i)) !=
                                 hxp_char_fold(hxp_utf8_next(word, &j)))
            return false;
    return true;
}

/** True when the beginning of word stands anywhere in whole. */
static bool has_beginning(hxp_str whole, hxp_str word)
{
    for (size_t at = 0; at < whole.len; hxp_utf8_next(whole, &at))
        if (begins(hxp_str_part(whole, at, whole.len), word))
            return true;
    return false;
}

bool hxp_standing_has_parts(const hxp_rival_texts *from,
                            const hxp_rendering *use, hxp_str whole)
{
    const hxp_bitext_word *words = hxp_standing_words(from, use, 1);
    hxp_str text = from->texts[use->unit][1];
    for (size_t i = 0; i < use->count[1]; i++) {
        size_t end = (size_t)words[i].start + words[i].length;
        if ((words[i].flags & HXP_WORD_CONTENT) &&
            !has_beginning(whole, hxp_str_part(text, words[i].start, end)))
            return false;
    }
    return true;
}

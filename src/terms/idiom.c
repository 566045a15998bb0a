/* idiom.c - finds the idioms that words of a text are part of. */
#include "terms/matcher.h"

#include "base/str.h"

#include <string.h>

/* Words of an idiom. */
enum { MOST_IDIOM = 5 };

/**
 * Append word i, folded, to a phrase that begins with word first, behind a
 * blank where there is one. False when it is too long.
 */
static bool add_to_phrase(char made[HXP_ENDING_ROOM], size_t *len,
                          const hxp_words *words, size_t first, size_t i)
{
    const hxp_word *word = &words->items[i];
    if (*len + word->folded.len + 1 > HXP_ENDING_ROOM)
        return false;
    if (i > first && word[-1].end != word->start)
        made[(*len)++] = ' ';
    memcpy(made + *len, word->folded.ptr, word->folded.len);
    *len += word->folded.len;
    return true;
}

bool hxp_matcher_phrase(const hxp_word_list *list, const hxp_words *words,
                        size_t first, size_t end)
{
    char made[HXP_ENDING_ROOM];
    size_t len = 0;
    for (size_t i = first; i < end; i++)
        if (!add_to_phrase(made, &len, words, first, i))
            return false;
    return hxp_word_list_has(list, (hxp_str){ made, len });
}

/** True when words first to behind are part of an idiom that begins with word
 * least to most. */
static bool is_inside(const hxp_term_matcher *matcher, size_t first,
                      size_t behind, size_t least, size_t most)
{
    const hxp_word_list *idioms = matcher->known.grammar.idioms;
    const hxp_words *words = &matcher->words;
    char made[HXP_ENDING_ROOM];
    if (!idioms || behind - first >= MOST_IDIOM)
        return false;
    size_t start = behind > MOST_IDIOM ? behind - MOST_IDIOM : 0;
    for (start = start < least ? least : start; start <= most; start++) {
        size_t len = 0;
        if (start + 1 >= words->count ||
            !(matcher->text[start].traits & HXP_TRAIT_OPENS) ||
            !(matcher->text[start + 1].traits & HXP_TRAIT_FOLLOWS))
            continue;
        for (size_t end = start + 1;
             end <= words->count && end - start <= MOST_IDIOM &&
             add_to_phrase(made, &len, words, start, end - 1);
             end++)
            if (end >= behind && end - start > behind - first &&
                hxp_word_list_has(idioms, (hxp_str){ made, len }))
                return true;
    }
    return false;
}

static bool has(hxp_str text, hxp_str part)
{
    for (size_t at = 0; at + part.len <= text.len; at++)
        if (hxp_str_starts(hxp_str_part(text, at, text.len), part))
            return true;
    return false;
}

/**
 * True when an inserted word begins an idiom of which the last word of hit is
 * part: "a été grondé à tort" is no "avoir tort". One of the term's own words
 * is none: "entre enfin en vigueur".
 */
static bool ends_in_idiom(const hxp_term_matcher *matcher,
                          const hxp_term_hit *hit)
{
    size_t last = hit->word + hit->words - 1;
    for (size_t i = hit->word + 1; i < last; i++)
        if (!has(hit->term->text, matcher->words.items[i].folded) &&
            is_inside(matcher, last, last + 1, i, i))
            return true;
    return false;
}

/**
 * True when the words of hit, which is several, are an idiom or have one among
 * them: a longer one says no less than "take part" in "take part in".
 */
static bool holds_idiom(const hxp_term_matcher *matcher,
                        const hxp_term_hit *hit)
{
    size_t behind = hit->word + hit->words;
    if (hit->match >= HXP_MATCH_APART)
        return false;
    for (size_t start = hit->word; start + 1 < behind; start++)
        for (size_t end = start + 2; end <= behind; end++)
            if (hxp_matcher_phrase(matcher->known.grammar.idioms,
                                   &matcher->words, start, end))
                return true;
    return false;
}

bool hxp_matcher_in_idiom(const hxp_term_matcher *matcher,
                          const hxp_term_hit *hit)
{
    size_t behind = hit->word + hit->words;
    if (is_inside(matcher, hit->word, behind, 0, hit->word))
        return !holds_idiom(matcher, hit);
    return hit->match == HXP_MATCH_APART && ends_in_idiom(matcher, hit);
}

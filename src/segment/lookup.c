/* lookup.c - the lists that hold the word before a stop, as it is written. */
#include "segment/lookup.h"

#include "base/str.h"
#include "segment/marks.h"
#include "text/utf8.h"

enum { LONGEST_WORD = 32 }; /* bytes of a word that is changed and looked up */

unsigned hxp_lists_with(const hxp_segment_data *data, hxp_str word)
{
    return hxp_list_words_find(&data->words, word);
}

unsigned hxp_lists_with_small(const hxp_segment_data *data, hxp_str word)
{
    char small[LONGEST_WORD + 4];
    size_t behind;
    unsigned lists = hxp_lists_with(data, word);
    int32_t c = hxp_char_at(word, 0, &behind);
    if (lists & HXP_LIST_ABBREVIATION || !hxp_char_is_upper(c) ||
        word.len > LONGEST_WORD)
        return lists;
    size_t len = hxp_utf8_put(small, u_tolower(c));
    memcpy(small + len, word.ptr + behind, word.len - behind);
    return lists |
           hxp_lists_with(data, (hxp_str){ small, len + word.len - behind });
}

unsigned hxp_lists_with_capital(const hxp_segment_data *data, hxp_str word)
{
    char capital[LONGEST_WORD];
    if (word.len == 0 || word.len > sizeof capital || *word.ptr < 'a' ||
        *word.ptr > 'z')
        return hxp_lists_with(data, word);
    *capital = (char)(*word.ptr - 'a' + 'A');
    memcpy(capital + 1, word.ptr + 1, word.len - 1);
    return hxp_lists_with(data, (hxp_str){ capital, word.len });
}

/** True when a number or a word of capitals follows. */
static bool capitals_follow(const hxp_stop *stop)
{
    size_t end;
    hxp_char_at(stop->text, stop->word, &end);
    return hxp_is_digit(stop->first) ||
           (hxp_char_is_upper(stop->first) &&
            hxp_char_is_upper(hxp_char_at(stop->text, end, &end)));
}

/** The lists that hold a word of capitals, as in DR. BROWN, in small ones. */
static unsigned lists_with_calm(const hxp_stop *stop, hxp_str word,
                                const hxp_segment_data *data)
{
    char calm[LONGEST_WORD];
    if (word.len < 2 || word.len > sizeof calm || !capitals_follow(stop))
        return 0;
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] < 'A' || word.ptr[i] > 'Z')
            return 0;
        calm[i] = i > 0 ? (char)(word.ptr[i] - 'A' + 'a') : word.ptr[i];
    }
    return hxp_lists_with_small(data, (hxp_str){ calm, word.len });
}

bool hxp_is_among(hxp_str word, const char *setting)
{
    hxp_str part, rest = hxp_str_of(setting ? setting : "");
    while (hxp_str_cut(&rest, ' ', &part))
        if (hxp_str_equal(part, word))
            return true;
    return false;
}

hxp_str hxp_part_behind(hxp_str word, char c)
{
    size_t at = word.len;
    while (at > 0 && word.ptr[at - 1] != c)
        at--;
    return hxp_str_part(word, at, word.len);
}

/** What stands behind the last apostrophe of word: l’art, d'apr. */
static hxp_str behind_apostrophe(hxp_str word)
{
    size_t at = word.len, start = at;
    bool any = false; /* one may be there */
    for (size_t i = 0; i < word.len; i++)
        any = any || word.ptr[i] == '\'' || word.ptr[i] == '\xE2';
    if (!any)
        return word;
    while (at > 0 && !hxp_is_apostrophe(hxp_char_before(word, at, &start)))
        at = start;
    return hxp_str_part(word, at, word.len);
}

bool hxp_ends_so(hxp_str word, const hxp_word_list *endings)
{
    for (size_t i = 0; i < hxp_word_list_count(endings); i++) {
        hxp_str ending = hxp_word_list_entry(endings, i);
        if (word.len > ending.len + 1 &&
            word.ptr[word.len - 1] == ending.ptr[ending.len - 1] &&
            hxp_str_ends(word, ending))
            return true;
    }
    return false;
}

/** The lists that hold word with the one before it: "av. J.-C". */
static unsigned lists_with_two(const hxp_stop *stop, hxp_str word,
                               const hxp_segment_data *data)
{
    enum { LONGEST = 8 };
    char two[32];
    size_t start, len;
    if (word.len > LONGEST || !(hxp_lists_with(data, word) & HXP_LIST_SECOND))
        return 0;
    hxp_str before =
        hxp_word_before(stop, (size_t)(word.ptr - stop->text.ptr), &start);
    if (before.len == 0 || before.len > sizeof two - LONGEST - 1)
        return 0;
    memcpy(two, before.ptr, before.len);
    two[before.len] = ' ';
    len = before.len + 1;
    memcpy(two + len, word.ptr, word.len);
    return hxp_lists_with(data, (hxp_str){ two, len + word.len });
}

/**
 * True for Mchn and Stgt: short for a name, as no vowel is in it; before a
 * number also for bldg or ptn, which else may be commands.
 */
static bool has_no_vowel(const hxp_stop *stop, hxp_str word)
{
    size_t at = (size_t)(word.ptr - stop->text.ptr), start;
    bool small = word.len > 0 && hxp_char_is_lower(word.ptr[0]);
    if (word.len < (small ? 2 : 3) || hxp_begins_segment(stop, at) ||
        (small && !hxp_is_digit(stop->first)))
        return false;
    if (hxp_char_is_space(hxp_char_before(stop->text, at, &start)) &&
        hxp_is_digit(hxp_char_before(stop->text, start, &start)))
        return false; /* a unit: 5 cm */
    for (size_t i = 0; i < word.len; i++) {
        int32_t c = u_tolower(word.ptr[i]);
        if (c < 'a' || c > 'z' || (i > 0 && c != word.ptr[i]) ||
            strchr("aeiouy", c))
            return false;
    }
    return true;
}

/** True for a word that no list knows and yet is short for another. */
static bool looks_short(const hxp_stop *stop, hxp_str word)
{
    const hxp_segment_data *data = stop->data;
    if (word.len == 0)
        return false;
    bool may_end_so =
        data->last_of_ending[(unsigned char)word.ptr[word.len - 1]];
    return (may_end_so && hxp_ends_so(word, data->endings)) ||
           has_no_vowel(stop, word);
}

unsigned hxp_lists_of_last_word(const hxp_stop *stop, hxp_str word,
                                const hxp_segment_data *data)
{
    if (!(hxp_lists_with(data, word) & HXP_LIST_ABBREVIATION)) /* Int'l */
        word = behind_apostrophe(word);
    unsigned lists = lists_with_two(stop, word, data);
    if (word.len == 1)
        return lists | (hxp_lists_with(data, word) & HXP_LIST_ABBREVIATION);
    if (!lists)
        lists = hxp_lists_with_small(data, word) & HXP_LIST_ABBREVIATION;
    if (!lists)
        lists = lists_with_calm(stop, word, data) & HXP_LIST_ABBREVIATION;
    hxp_str part = hxp_part_behind(word, '-');
    if (!lists && part.len < word.len)
        lists = (part.len > 1 ? hxp_lists_with_small(data, part)
                              : hxp_lists_with(data, part)) &
                HXP_LIST_ABBREVIATION;
    part = hxp_part_behind(word, '.');
    if (!lists && part.len < word.len && part.len > 1) /* Best.nr */
        lists = hxp_lists_with(data, part) & HXP_LIST_NUMBERED;
    return !lists && looks_short(stop, word) ? HXP_LIST_SOMETIMES : lists;
}

bool hxp_is_within_entry(const hxp_stop *stop, hxp_str word)
{
    size_t at = (size_t)(word.ptr - stop->text.ptr);
    if (stop->word_end <= stop->word || stop->closer ||
        !hxp_is_at(stop->text, stop->word_end, '.'))
        return false;
    return hxp_lists_with_small(stop->data,
                                hxp_str_part(stop->text, at, stop->word_end)) &
           HXP_LIST_ABBREVIATION;
}

bool hxp_is_abbreviation(const hxp_stop *stop, const hxp_segment_data *data)
{
    hxp_last_word word;
    hxp_last_word_read(&word, stop);
    return word.dotted || hxp_lists_of_last_word(stop, word.text, data) != 0;
}

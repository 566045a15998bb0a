/* measures.c - the lists units.txt and multiples.txt of a language. */
#include "check/measures.h"

#include "base/array.h"
#include "base/str.h"
#include "text/language.h"
#include "text/utf8.h"

#include <stdlib.h>

/* Bytes of what is a symbol before a number, and no word. */
enum { LONGEST_SYMBOL = 3 };

/** True for the symbol of a currency. */
static bool is_money(hxp_str symbol)
{
    size_t at = 0;
    return symbol.len > 0 && hxp_char_is_currency(hxp_utf8_next(symbol, &at));
}

/** Add the units of one line: words, parted by commas, the symbol first. */
static bool add_unit(hxp_measures *measures, hxp_names *names, hxp_str line)
{
    hxp_str word;
    uint32_t unit = 0, number;
    bool money = false;
    for (bool first = true; hxp_str_cut(&line, ',', &word); first = false) {
        word = hxp_str_trim(word);
        if (hxp_str_ends(word, HXP_STR(".")))
            word.len--; /* texts have it, or the sentence does */
        if (first && !hxp_names_add(names, word, &unit))
            return false;
        if (!hxp_names_add(&measures->units, word, &number) ||
            !hxp_array_reserve(&measures->unit_of, &measures->unit_room,
                               number + 1, sizeof *measures->unit_of))
            return false;
        measures->unit_of[number] = unit + 1;
        money = money || (first && is_money(word));
        if (money && !hxp_names_add(&measures->money, word, &number))
            return false;
    }
    return true;
}

/** Add the multiples of one line: words, ">" and the zeros they add. */
static bool add_multiple(hxp_multiples *multiples, hxp_str line)
{
    hxp_str words, word;
    uint32_t number;
    unsigned zeros = 0;
    hxp_str_cut(&line, '>', &words);
    line = hxp_str_trim(line);
    for (size_t i = 0; i < line.len; i++)
        if (line.ptr[i] >= '0' && line.ptr[i] <= '9' && zeros < 10)
            zeros = zeros * 10 + (unsigned)(line.ptr[i] - '0');
    while (hxp_str_cut(&words, ',', &word)) {
        if (!hxp_names_add(&multiples->words, hxp_str_trim(word), &number) ||
            !hxp_array_reserve(&multiples->zeros, &multiples->room, number + 1,
                               sizeof *multiples->zeros))
            return false;
        multiples->zeros[number] = zeros;
    }
    return true;
}

/** Load a list of multiples; false when memory is out. */
static bool load_multiples(hxp_multiples *multiples, const hxp_word_list *list)
{
    for (size_t i = 0; i < hxp_word_list_count(list); i++)
        if (!add_multiple(multiples, hxp_word_list_entry(list, i)))
            return false;
    return true;
}

bool hxp_measures_load(hxp_measures *measures, hxp_names *names,
                       const hxp_language *language)
{
    static const char every[] =
        "%, \xEF\xBC\x85, \xD9\xAA"; /* \uFF05, \u066A */
    const hxp_word_list *units = hxp_language_list(language, "units");
    if (!add_unit(measures, names, hxp_str_of(every)))
        return false;
    for (size_t i = 0; i < hxp_word_list_count(units); i++)
        if (!add_unit(measures, names, hxp_word_list_entry(units, i)))
            return false;
    return load_multiples(&measures->multiples,
                          hxp_language_list(language, "multiples")) &&
           load_multiples(&measures->of_money,
                          hxp_language_list(language, "multiples-of-money"));
}

/** Pass over blanks, and the hyphen of "5-km", from byte at on. */
static size_t skip_gap(hxp_str text, size_t at)
{
    size_t behind = at;
    while (behind < text.len) {
        int32_t c = hxp_utf8_next(text, &behind);
        if (!hxp_char_is_space(c) && c != '-')
            break;
        at = behind;
    }
    return at;
}

/** True for what words such as "°C" and "m²" have beside letters. */
static bool is_unit_sign(int32_t c)
{
    return c == 0xB0 || c == 0xB2 || c == 0xB3;
}

/** The byte behind the word, or else the one sign, at byte at. */
static size_t word_end(hxp_str text, size_t at)
{
    size_t start = at;
    while (at < text.len) {
        size_t behind = at;
        int32_t c = hxp_utf8_next(text, &behind);
        size_t after = behind;
        bool inner = c == '.' && at > start && behind < text.len &&
                     hxp_char_is_alnum(hxp_utf8_next(text, &after));
        if (!hxp_char_is_alnum(c) && !is_unit_sign(c) && !inner)
            return at > start || hxp_char_is_space(c) ? at : behind;
        at = behind;
    }
    return at;
}

/** What may be a word of a list: two words of text, and the first alone. */
typedef struct next_words {
    hxp_str text;
    hxp_str words[2];
    size_t count;
} next_words;

/**
 * The words at byte at of text, the longer first; an article cut short, as in
 * "5 d'entre eux", is none.
 */
static next_words words_at(hxp_str text, size_t at)
{
    next_words found = { .text = text };
    size_t start = skip_gap(text, at), one = word_end(text, start);
    size_t ends[] = { word_end(text, skip_gap(text, one)), one };
    for (size_t i = 0; i < 2 && one > start; i++) {
        hxp_str rest = hxp_str_part(text, ends[i], text.len);
        if (!hxp_str_starts(rest, HXP_STR("'")) &&
            !hxp_str_starts(rest, HXP_STR("\xE2\x80\x99")))
            found.words[found.count++] = hxp_str_part(text, start, ends[i]);
    }
    return found;
}

/** Find the first of words that names has, and move *end behind it. */
static bool take_word(uint32_t *number, const hxp_names *names,
                      const next_words *words, size_t *end)
{
    for (size_t i = 0; i < words->count; i++) {
        hxp_str word = words->words[i];
        if (!hxp_names_find(names, word, number))
            continue;
        *end = (size_t)(word.ptr - words->text.ptr) + word.len;
        return true;
    }
    return false;
}

/** Find the word of names that ends before byte *start: "$5", "EUR 5". */
static bool word_before(uint32_t *number, const hxp_names *names, hxp_str text,
                        size_t *start)
{
    size_t end = *start, before = end;
    while (end > 0 && hxp_char_is_space(hxp_utf8_previous(text, &before)))
        end = before;
    size_t begin = end;
    for (before = end; begin > 0 && end - begin < 6; begin = before) {
        int32_t c = hxp_utf8_previous(text, &before);
        if (hxp_char_is_space(c) || c == '(' || c == '-')
            break;
    }
    if (!hxp_names_find(names, hxp_str_part(text, begin, end), number))
        return false;
    *start = begin;
    return true;
}

/** Move *end behind a multiple that money beside it tells: "$5m". */
static bool take_of_money(unsigned *zeros, const hxp_measures *measures,
                          const next_words *words, size_t start, size_t *end)
{
    uint32_t number, money;
    size_t behind, after;
    if (!take_word(&number, &measures->of_money.words, words, &behind))
        return false;
    const next_words next = words_at(words->text, behind);
    if (!word_before(&money, &measures->money, words->text, &start) &&
        !take_word(&money, &measures->money, &next, &after))
        return false;
    *zeros = measures->of_money.zeros[number];
    *end = behind;
    return true;
}

/**
 * Find the unit before byte *start: money, or a symbol as in "kg 5". Longer
 * words count nothing: "jaren 90".
 */
static bool unit_before(uint32_t *number, const hxp_measures *measures,
                        hxp_str text, size_t *start)
{
    size_t begin = *start;
    if (!word_before(number, &measures->units, text, &begin))
        return false;
    hxp_str word = hxp_str_trim(hxp_str_part(text, begin, *start));
    uint32_t money;
    if (word.len > LONGEST_SYMBOL &&
        !hxp_names_find(&measures->money, word, &money))
        return false;
    *start = begin;
    return true;
}

hxp_measure hxp_measure_at(const hxp_measures *measures, hxp_str text,
                           size_t start, size_t end)
{
    hxp_measure found = { 0, 0, start, end };
    uint32_t number;
    next_words words = words_at(text, end);
    if (take_word(&number, &measures->multiples.words, &words, &found.end))
        found.zeros = measures->multiples.zeros[number];
    else
        take_of_money(&found.zeros, measures, &words, start, &found.end);
    if (found.end > end)
        words = words_at(text, found.end);
    if (take_word(&number, &measures->units, &words, &found.end) ||
        unit_before(&number, measures, text, &found.start))
        found.unit = measures->unit_of[number];
    return found;
}

void hxp_measures_free(hxp_measures *measures)
{
    hxp_names_free(&measures->units);
    hxp_names_free(&measures->money);
    hxp_names_free(&measures->multiples.words);
    hxp_names_free(&measures->of_money.words);
    free(measures->unit_of);
    free(measures->multiples.zeros);
    free(measures->of_money.zeros);
    *measures = (hxp_measures){ .unit_of = NULL };
}

/* measures.c - the lists units.txt and multiples.txt of a language. */
#include "check/measures.h"

#include "base/array.h"
#include "base/str.h"
#include "text/language.h"
#include "text/utf8.h"

#include <stdlib.h>

/** Add the units of one line: words, parted by commas, the symbol first. */
static bool add_unit(hxp_measures *measures, hxp_names *names, hxp_str line)
{
    hxp_str word;
    uint32_t unit = 0, number;
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
    }
    return true;
}

/** Add the multiples of one line: words, ">" and the zeros they add. */
static bool add_multiple(hxp_measures *measures, hxp_str line)
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
        if (!hxp_names_add(&measures->multiples, hxp_str_trim(word), &number) ||
            !hxp_array_reserve(&measures->zeros, &measures->zero_room,
                               number + 1, sizeof *measures->zeros))
            return false;
        measures->zeros[number] = zeros;
    }
    return true;
}

bool hxp_measures_load(hxp_measures *measures, hxp_names *names,
                       const hxp_language *language)
{
    const hxp_word_list *units = hxp_language_list(language, "units");
    const hxp_word_list *multiples = hxp_language_list(language, "multiples");
    for (size_t i = 0; i < hxp_word_list_count(units); i++)
        if (!add_unit(measures, names, hxp_word_list_entry(units, i)))
            return false;
    for (size_t i = 0; i < hxp_word_list_count(multiples); i++)
        if (!add_multiple(measures, hxp_word_list_entry(multiples, i)))
            return false;
    return true;
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

/**
 * Find the word, or the two words, at byte *at in names, and move behind; an
 * article cut short, as in "5 d'entre eux", is no word.
 */
static bool take_word(uint32_t *number, const hxp_names *names, hxp_str text,
                      size_t *at)
{
    size_t start = skip_gap(text, *at), one = word_end(text, start);
    size_t ends[] = { word_end(text, skip_gap(text, one)), one };
    for (size_t i = 0; i < 2 && one > start; i++) {
        hxp_str rest = hxp_str_part(text, ends[i], text.len);
        if (hxp_str_starts(rest, HXP_STR("'")) ||
            hxp_str_starts(rest, HXP_STR("\xE2\x80\x99")))
            continue;
        if (hxp_names_find(names, hxp_str_part(text, start, ends[i]), number)) {
            *at = ends[i];
            return true;
        }
    }
    return false;
}

/** Find the unit whose word ends before byte start: "$5", "EUR 5". */
static bool unit_before(uint32_t *number, const hxp_measures *measures,
                        hxp_str text, size_t *start)
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
    if (!hxp_names_find(&measures->units, hxp_str_part(text, begin, end),
                        number))
        return false;
    *start = begin;
    return true;
}

hxp_measure hxp_measure_at(const hxp_measures *measures, hxp_str text,
                           size_t start, size_t end)
{
    hxp_measure found = { 0, 0, start, end };
    uint32_t number;
    if (take_word(&number, &measures->multiples, text, &found.end))
        found.zeros = measures->zeros[number];
    if (take_word(&number, &measures->units, text, &found.end) ||
        unit_before(&number, measures, text, &found.start))
        found.unit = measures->unit_of[number];
    return found;
}

void hxp_measures_free(hxp_measures *measures)
{
    hxp_names_free(&measures->units);
    hxp_names_free(&measures->multiples);
    free(measures->unit_of);
    free(measures->zeros);
    *measures = (hxp_measures){ .unit_of = NULL };
}

/* context.c - reads the words beside a stop: the next one, the one before. */
#include "segment/context.h"

#include "base/str.h"
#include "segment/marks.h"
#include "text/count.h"
#include "text/utf8.h"

#include <unicode/uchar.h>

/* --- What follows --------------------------------------------------------- */

/** Pass over what opens; the last mark is kept. */
static size_t skip_openers(hxp_stop *stop, const hxp_segment_data *data,
                           size_t at)
{
    hxp_str text = stop->text;
    for (;;) {
        size_t end;
        int32_t c = hxp_char_at(text, at, &end);
        if (data->comma_quotes && c == ',' && hxp_is_at(text, end, ',')) {
            stop->opener = 0x201E;
            at = hxp_skip_spaces(text, end + 1);
        } else if (hxp_is_opener(c)) {
            stop->opener = c;
            at = end;
            if (data->spaced_quotes && c == 0xAB)
                at = hxp_skip_spaces(text, at);
        } else {
            return at;
        }
    }
}

/** Pass over dashes, bullets and dots in front of the word. */
static size_t skip_bullets(hxp_stop *stop, size_t at)
{
    size_t end, dots = 0;
    size_t from = at;
    int32_t c = hxp_char_at(stop->text, at, &end);
    while (at - from < HXP_NEAR &&
           (hxp_is_bullet(c) || c == '.' || c == 0x2026 ||
            (at > from && hxp_char_is_space(c)))) {
        stop->dash = stop->dash || hxp_is_bullet(c);
        dots += c == '.' ? 1 : c == 0x2026 ? 3 : 0;
        at = end;
        c = hxp_char_at(stop->text, at, &end);
    }
    stop->dots = dots >= 3;
    return at < stop->text.len ? at : from;
}

/**
 * True when the word is cut short before a vowel: L'eau. A capital behind D'
 * makes it a name: D'Ormesson.
 */
static bool is_elision(const hxp_stop *stop, const hxp_segment_data *data)
{
    size_t end, beyond;
    int32_t c = hxp_char_at(stop->text, stop->word_end, &end);
    return data->elisions && stop->word_end > stop->word &&
           hxp_is_apostrophe(c) &&
           (stop->first != 'D' ||
            !hxp_char_is_upper(hxp_char_at(stop->text, end, &beyond)));
}

/**
 * A word such as 's or 't (Dutch 's Avonds) begins with its apostrophe: the
 * capital that starts the sentence is on the word after it.
 */
static void read_enclitic(hxp_stop *stop)
{
    size_t end;
    if (!hxp_is_apostrophe(stop->opener) || !(stop->lists & HXP_LIST_ENCLITIC))
        return;
    int32_t c = hxp_char_at(stop->text, stop->word_end, &end);
    if (c != ' ' && c != '-')
        return;
    c = hxp_char_at(stop->text, end, &end);
    stop->starter = !hxp_char_is_lower(c); /* at 4 a.m. 's nachts */
    stop->first = c;
}

/** The lists that hold word; THE is looked for as The. */
static unsigned find_lists(const hxp_segment_data *data, hxp_str word)
{
    char calmed[32];
    unsigned lists = hxp_list_words_find(&data->words, word);
    if (lists || word.len < 2 || word.len > sizeof calmed)
        return lists;
    calmed[0] = word.ptr[0];
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] < 'A' || word.ptr[i] > 'Z')
            return 0;
        if (i > 0)
            calmed[i] = (char)(word.ptr[i] - 'A' + 'a');
    }
    return hxp_list_words_find(&data->words, (hxp_str){ calmed, word.len });
}

void hxp_stop_read_next(hxp_stop *stop, const hxp_segment_data *data)
{
    hxp_str text = stop->text;
    size_t end;
    stop->opener = 0;
    stop->dash = false;
    stop->word = skip_openers(stop, data, stop->next);
    stop->word = skip_bullets(stop, stop->word);
    stop->first = hxp_char_at(text, stop->word, &end);
    stop->word_end = stop->word;
    while (hxp_is_letter(hxp_char_at(text, stop->word_end, &end)))
        stop->word_end = end;
    stop->lists =
        find_lists(data, hxp_str_part(text, stop->word, stop->word_end));
    /* a letter with a full stop, as A. is, begins a name */
    bool initial = stop->word_end == stop->word + 1 &&
                   hxp_is_at(text, stop->word_end, '.');
    stop->starter = ((stop->lists & HXP_LIST_STARTER) && !initial) ||
                    is_elision(stop, data);
    read_enclitic(stop);
}

/* --- The word before ------------------------------------------------------ */

static bool is_word_part(int32_t c)
{
    return hxp_is_letter(c) || hxp_is_digit(c) || c == '.' || c == '-' ||
           hxp_is_apostrophe(c) || c == 0xB0 || c == 0xA7 ||
           (c > 0x7F && u_charType(c) == U_NON_SPACING_MARK);
}

bool hxp_begins_segment(const hxp_stop *stop, size_t at)
{
    while (at > stop->segment_start) {
        size_t start;
        int32_t c = hxp_char_before(stop->text, at, &start);
        if (!hxp_char_is_space(c) && !hxp_is_opener(c) && !hxp_is_bullet(c))
            return false;
        at = start;
    }
    return true;
}

/** True when the word at byte at hangs on something that is no word: Ctrl+C,
 * Ctrl + C. */
static bool is_joined(const hxp_stop *stop, size_t at)
{
    size_t start;
    int32_t c = hxp_char_before(stop->text, at, &start);
    if (c == ' ' && hxp_char_before(stop->text, start, &start) == '+')
        return true;
    return at > stop->segment_start && !hxp_char_is_space(c) &&
           !hxp_is_opener(c) && !hxp_is_bullet(c) && !hxp_char_is_unspaced(c) &&
           c != '.';
}

/** True for a letter, a section sign and, where a word ends, a full stop. */
static bool is_part(int32_t c, bool last)
{
    return hxp_is_letter(c) || c == 0xA7 || (last && c == '.');
}

hxp_str hxp_word_before(const hxp_stop *stop, size_t at, size_t *start)
{
    size_t end, before, from = at;
    while (at > stop->segment_start && from - at < HXP_NEAR &&
           hxp_char_is_space(hxp_char_before(stop->text, at, &before)))
        at = before;
    end = at;
    while (at > stop->segment_start && end - at < HXP_NEAR &&
           is_part(hxp_char_before(stop->text, at, &before), at == end))
        at = before;
    *start = at;
    return hxp_str_part(stop->text, at, end);
}

static bool is_capital_part(int32_t c)
{
    return hxp_char_is_upper(c) || c == '.' || c == '-';
}

/** True for what stands between the parts of a word, not at its start. */
static bool is_joint(char c)
{
    return c == '-' || c == '.' || c == '\'';
}

/** Where the last word before byte at begins: of an ideograph and a letter, it
 * is the letter. */
static size_t last_word_start(const hxp_stop *stop, size_t at)
{
    size_t from = at, start;
    bool unspaced = true;
    while (at > stop->segment_start && from - at < HXP_NEAR) {
        int32_t c = hxp_char_before(stop->text, at, &start);
        if (!is_word_part(c) || (!unspaced && hxp_char_is_unspaced(c)))
            break;
        unspaced = hxp_char_is_unspaced(c);
        at = start;
    }
    return at;
}

void hxp_last_word_read(hxp_last_word *word, const hxp_stop *stop)
{
    hxp_str text = stop->text;
    size_t at = last_word_start(stop, stop->start);
    while (at < stop->start && is_joint(text.ptr[at]))
        at++;
    *word = (hxp_last_word){ .text = hxp_str_part(text, at, stop->start),
                             .at_start = hxp_begins_segment(stop, at),
                             .joined = is_joined(stop, at),
                             .digits = true,
                             .capitals = true };
    bool any_dot = false, any_digit = false;
    for (size_t i = 0; i < word->text.len;) {
        int32_t c = hxp_char_at(word->text, i, &i);
        word->chars++;
        any_dot = any_dot || c == '.';
        any_digit = any_digit || hxp_is_digit(c);
        word->digits = word->digits && (hxp_is_digit(c) || c == '.');
        word->capitals = word->capitals && is_capital_part(c);
    }
    word->digits = word->digits && any_digit;
    word->dotted = any_dot && !any_digit;
}

bool hxp_is_roman(hxp_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!strchr("IVXLCDM", word.ptr[i]))
            return false;
    return word.len > 0;
}

/** True when word is of capitals of ASCII, and no longer than codes are. */
static bool is_code(hxp_str word)
{
    enum { LONGEST = 5 };
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] < 'A' || word.ptr[i] > 'Z')
            return false;
    return word.len <= LONGEST;
}

bool hxp_number_follows(const hxp_stop *stop)
{
    hxp_str next = hxp_str_part(stop->text, stop->word, stop->word_end);
    size_t at = stop->word_end, end;
    if (hxp_is_apostrophe(hxp_char_at(stop->text, at, &end))) /* C'est */
        return false;
    if (hxp_is_digit(stop->first) || hxp_is_roman(next))
        return true;
    if (next.len == 1 && (!stop->starter || hxp_is_at(stop->text, at, ',')))
        return true; /* Fig. B shows; Fig. A, */
    if (hxp_is_at(stop->text, at, '-'))
        at++;
    else if (next.len == 1 && hxp_is_at(stop->text, at, '.') &&
             hxp_is_at(stop->text, at + 1, ' '))
        at += 2;
    return (next.len <= 2 || is_code(next)) &&
           hxp_is_digit(hxp_char_at(stop->text, at, &end));
}

bool hxp_counts(const hxp_stop *stop, const hxp_last_word *word)
{
    enum { MOST = 3 };
    hxp_str text = stop->text;
    size_t at = (size_t)(word->text.ptr - text.ptr), end;
    if (word->joined || !hxp_char_is_space(hxp_char_before(text, at, &end)))
        return false;
    for (at = end; at > stop->segment_start; at--)
        if (!hxp_is_digit(text.ptr[at - 1]))
            break;
    if (at == end || end - at > MOST || hxp_begins_segment(stop, at))
        return false;
    int32_t c = hxp_char_before(text, at, &end);
    return hxp_char_is_space(c) || hxp_is_opener(c) || c == ',' || c == '.';
}

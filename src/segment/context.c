/* context.c - reads around a stop: closers behind it, the words beside it. */
#include "segment/context.h"

#include "base/str.h"
#include "segment/marks.h"
#include "text/utf8.h"

#include <unicode/uchar.h>

/**
 * How far to look for a word before a stop and for one behind it, in bytes. A
 * bound keeps texts of nothing but stops from being read again at each.
 */
enum { NEAR = 64 };

/** True when the character at byte at is c. */
static bool is_at(hxp_str text, size_t at, int32_t c)
{
    size_t end;
    return hxp_char_at(text, at, &end) == c;
}

/** True when a letter or digit is at byte at. */
static bool is_alnum_at(hxp_str text, size_t at)
{
    size_t end;
    return hxp_char_is_alnum(hxp_char_at(text, at, &end));
}

static size_t skip_spaces(hxp_str text, size_t at)
{
    size_t end;
    while (hxp_char_is_space(hxp_char_at(text, at, &end)))
        at = end;
    return at;
}

/* --- The stop and its closers ----------------------------------------------
 */

/** Count the stop's characters; ". . ." with spaces is one stop. */
static void read_stop(hxp_stop *stop)
{
    hxp_str text = stop->text;
    size_t at = stop->start, end, dots = 0;
    int32_t c = hxp_char_at(text, at, &end), first = c;
    while (hxp_is_stop(c)) {
        stop->count++;
        dots += c == '.';
        stop->strong = stop->strong || hxp_is_strong_stop(c);
        stop->mark = stop->mark || (c != '.' && c != 0x2026);
        at = end;
        c = hxp_char_at(text, at, &end);
        bool spaced = c == ' ' && dots > 0 && !stop->mark &&
                      is_at(text, end, '.') &&
                      (end + 1 == text.len || text.ptr[end + 1] == ' ');
        if (spaced)
            c = hxp_char_at(text, end, &end);
    }
    stop->end = at;
    stop->ellipsis = !stop->mark && (dots >= 3 || first == 0x2026);
}

/** The end of a note such as [a] or [citation needed] at byte at, or at. */
static size_t skip_note(hxp_str text, size_t at)
{
    enum { LONGEST = 32 };
    size_t end = at + 1, limit = at + LONGEST;
    if (at >= text.len || text.ptr[at] != '[')
        return at;
    while (end < text.len && end < limit && !strchr("[].!?", text.ptr[end]))
        end++;
    bool note = end > at + 1 && is_at(text, end, ']') &&
                !hxp_char_is_upper(text.ptr[at + 1]);
    return note ? end + 1 : at;
}

/** The end of a reference such as [12] or [3, 4] at byte at, or at. */
static size_t skip_reference(hxp_str text, size_t at)
{
    size_t end = at + 1, digits = 0;
    if (!is_at(text, at, '['))
        return at;
    while (end < text.len &&
           (hxp_is_digit(text.ptr[end]) || strchr(", -", text.ptr[end]))) {
        digits += hxp_is_digit(text.ptr[end]);
        end++;
    }
    return digits > 0 && is_at(text, end, ']') ? end + 1 : at;
}

/** The end of a note's number of one to three digits, or at. */
static size_t skip_note_number(hxp_str text, size_t at)
{
    enum { MOST = 3 };
    size_t end = at;
    while (end < text.len && end < at + MOST && hxp_is_digit(text.ptr[end]))
        end++;
    return end;
}

/** The end of a note such as (4) at byte at, or at. */
static size_t skip_round_note(hxp_str text, size_t at)
{
    if (!is_at(text, at, '('))
        return at;
    size_t end = skip_note_number(text, at + 1);
    return end > at + 1 && is_at(text, end, ')') ? end + 1 : at;
}

/** True for emoji, what modifies them, and other symbols than of money. */
static bool is_symbol(int32_t c)
{
    const uint32_t kinds = U_GC_SO_MASK | U_GC_SK_MASK | U_GC_CF_MASK |
                           U_GC_MN_MASK | U_GC_ME_MASK;
    return c > 0x7F && (U_GET_GC_MASK(c) & kinds) != 0;
}

static bool is_raised_digit(int32_t c)
{
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

/**
 * Behind the quotation mark that closes with white space before it, at byte
 * at, as languages with such habits write it; at if there is none.
 */
static size_t skip_spaced_quote(hxp_stop *stop, const hxp_segment_data *data,
                                size_t at)
{
    hxp_str text = stop->text;
    size_t end;
    int32_t c = hxp_char_at(text, at, &end);
    if (data->spaced_quotes && hxp_char_is_space(c) && c != '\n' &&
        is_at(text, end, 0xBB)) {
        stop->closer = 0xBB;
        return end + 2;
    }
    if (data->comma_quotes && c == ' ' && is_at(text, end, '\'') &&
        is_at(text, end + 1, '\'') &&
        (end + 2 == text.len || strchr(" ,", text.ptr[end + 2]))) {
        stop->closer = '"';
        return end + 2;
    }
    return at;
}

/** The end of one closing thing at byte at, or at if there is none. */
static size_t skip_closer(hxp_stop *stop, const hxp_segment_data *data,
                          size_t at)
{
    hxp_str text = stop->text;
    size_t end;
    int32_t c = hxp_char_at(text, at, &end);
    if (hxp_is_closer(c) ||
        (hxp_is_turned(c) && !is_alnum_at(text, skip_note_number(text, end)))) {
        stop->closer = c;
        return end;
    }
    if (is_raised_digit(c))
        return end;
    if (hxp_is_note_mark(c) && !is_alnum_at(text, end))
        return end;
    size_t note = skip_note(text, at);
    if (note == at)
        note = skip_round_note(text, at);
    if (note > at)
        return note;
    size_t from = c == ' ' ? end : at, inner = skip_reference(text, from);
    return inner > from ? inner : skip_spaced_quote(stop, data, at);
}

/** The end of a face such as :-) at byte at, with a blank before it, or at. */
static size_t skip_face(hxp_str text, size_t at)
{
    size_t end = at + (is_at(text, at, ' ') ? 1 : 0);
    if (end + 1 >= text.len || !strchr(":;=8", text.ptr[end]))
        return at;
    end++;
    if (text.ptr[end] == '-' || text.ptr[end] == '\'')
        end++;
    if (end >= text.len || !strchr(")(DPp|/", text.ptr[end]))
        return at;
    end++;
    return end == text.len || strchr(" \t\r\n", text.ptr[end]) ? end : at;
}

/**
 * The end of a footnote's number at the stop, shown.12, or the stop's end. It
 * must stand behind a word of small letters and before a blank.
 */
static size_t skip_footnote(hxp_str text, size_t stop, size_t end)
{
    size_t at = skip_note_number(text, end), start = stop;
    for (int i = 0; i < 4; i++)
        if (!hxp_char_is_lower(hxp_char_before(text, start, &start)))
            return end;
    return is_at(text, at, ' ') ? at : end;
}

/**
 * The end of symbols, such as emoji, at byte at with white space before them,
 * if the text ends with them; else at.
 */
static size_t skip_last_symbols(hxp_str text, size_t at)
{
    size_t from = at, end = at, behind;
    while (at < text.len && at - from < NEAR) {
        int32_t c = hxp_char_at(text, at, &behind);
        if (is_symbol(c))
            end = behind;
        else if (!hxp_char_is_space(c))
            return from;
        at = behind;
    }
    return at == text.len ? end : from;
}

/**
 * The end of a footnote's number behind a quotation mark or bracket that
 * closes with the stop, ."12 or .)12, or at.
 */
static size_t skip_closed_footnote(const hxp_stop *stop, size_t at)
{
    size_t start, end = skip_note_number(stop->text, at);
    int32_t before = hxp_char_before(stop->text, at, &start);
    bool closed = hxp_is_closer(before) || hxp_is_turned(before);
    return closed && is_at(stop->text, end, ' ') ? end : at;
}

/** True when the bracket that closes behind the stop opened in the sentence. */
static bool in_brackets(const hxp_stop *stop)
{
    enum { FAR = 400 };
    hxp_str text = stop->text;
    int32_t opener = stop->closer == ')' ? '(' : '[';
    if (stop->closer != ')' && stop->closer != ']')
        return false;
    for (size_t at = stop->start; at > stop->segment_start; at--) {
        if (stop->start - at > FAR)
            return false;
        if (text.ptr[at - 1] == opener)
            return !hxp_begins_segment(stop, at - 1);
    }
    return false;
}

/** Most often nothing closes: the end follows, or a blank and a letter. */
static bool nothing_closes(hxp_str text, size_t at)
{
    if (at + 1 >= text.len)
        return at == text.len;
    return text.ptr[at] == ' ' && (unsigned char)text.ptr[at + 1] < 0x80 &&
           hxp_is_letter(text.ptr[at + 1]);
}

/** Pass over all that closes with the stop. */
static void read_closers(hxp_stop *stop, const hxp_segment_data *data)
{
    size_t at;
    if (stop->count == 1 && !stop->mark) {
        stop->after = skip_footnote(stop->text, stop->start, stop->end);
        stop->footnote = stop->after > stop->end;
    }
    do {
        at = stop->after;
        stop->after = skip_closer(stop, data, at);
    } while (stop->after > at);
    stop->after = skip_closed_footnote(stop, stop->after);
    stop->after = skip_face(stop->text, stop->after);
    stop->after = skip_last_symbols(stop->text, stop->after);
    stop->bracketed = stop->mark && in_brackets(stop);
}

void hxp_stop_read(hxp_stop *stop, const hxp_scan *scan, size_t start)
{
    *stop = (hxp_stop){ .text = scan->paragraph,
                        .start = start,
                        .segment_start = scan->segment_start };
    read_stop(stop);
    stop->after = stop->end;
    if (!nothing_closes(stop->text, stop->end))
        read_closers(stop, scan->data);
    stop->next = skip_spaces(stop->text, stop->after);
}

/* --- What follows -----------------------------------------------------------
 */

/** Pass over what opens; the last mark is kept. */
static size_t skip_openers(hxp_stop *stop, const hxp_segment_data *data,
                           size_t at)
{
    hxp_str text = stop->text;
    for (;;) {
        size_t end;
        int32_t c = hxp_char_at(text, at, &end);
        if (data->comma_quotes && c == ',' && is_at(text, end, ',')) {
            stop->opener = 0x201E;
            at = skip_spaces(text, end + 1);
        } else if (hxp_is_opener(c)) {
            stop->opener = c;
            at = end;
            if (data->spaced_quotes && c == 0xAB)
                at = skip_spaces(text, at);
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
    while (at - from < NEAR && (hxp_is_bullet(c) || c == '.' || c == 0x2026 ||
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
 * True when the word is cut short before a vowel: L'eau. A capital behind it
 * makes it a name: D'Ormesson.
 */
static bool is_elision(const hxp_stop *stop, const hxp_segment_data *data)
{
    size_t end, beyond;
    int32_t c = hxp_char_at(stop->text, stop->word_end, &end);
    return data->elisions && stop->word_end > stop->word &&
           (c == '\'' || c == 0x2019) &&
           !hxp_char_is_upper(hxp_char_at(stop->text, end, &beyond));
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
    stop->starter = true;
    stop->first = hxp_char_is_upper(c) ? c : 'A';
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
    stop->word = skip_openers(stop, data, stop->next);
    stop->word = skip_bullets(stop, stop->word);
    stop->first = hxp_char_at(text, stop->word, &end);
    stop->word_end = stop->word;
    while (hxp_is_letter(hxp_char_at(text, stop->word_end, &end)))
        stop->word_end = end;
    stop->lists =
        find_lists(data, hxp_str_part(text, stop->word, stop->word_end));
    /* a letter with a full stop, as A. is, begins a name */
    bool initial =
        stop->word_end == stop->word + 1 && is_at(text, stop->word_end, '.');
    stop->starter = ((stop->lists & HXP_LIST_STARTER) && !initial) ||
                    is_elision(stop, data);
    read_enclitic(stop);
}

/* --- The word before --------------------------------------------------------
 */

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

/** True when the word at byte at hangs on something that is no word. */
static bool is_joined(const hxp_stop *stop, size_t at)
{
    size_t start;
    int32_t c = hxp_char_before(stop->text, at, &start);
    return at > stop->segment_start && !hxp_char_is_space(c) &&
           !hxp_is_opener(c) && !hxp_is_bullet(c) && c != '.';
}

hxp_str hxp_word_before(const hxp_stop *stop, size_t at, size_t *start)
{
    size_t end, before, from = at;
    while (at > stop->segment_start && from - at < NEAR &&
           hxp_char_is_space(hxp_char_before(stop->text, at, &before)))
        at = before;
    end = at;
    while (at > stop->segment_start && end - at < NEAR &&
           (hxp_is_letter(hxp_char_before(stop->text, at, &before)) ||
            (at == end && stop->text.ptr[before] == '.')))
        at = before;
    *start = at;
    return hxp_str_part(stop->text, at, end);
}

void hxp_last_word_read(hxp_last_word *word, const hxp_stop *stop)
{
    hxp_str text = stop->text;
    size_t at = stop->start, start;
    while (at > stop->segment_start && stop->start - at < NEAR &&
           is_word_part(hxp_char_before(text, at, &start)))
        at = start;
    while (at < stop->start && strchr("-'.", text.ptr[at]))
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
        word->capitals = word->capitals && (hxp_char_is_upper(c) || c == '.');
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

bool hxp_number_follows(const hxp_stop *stop)
{
    hxp_str next = hxp_str_part(stop->text, stop->word, stop->word_end);
    size_t at = stop->word_end, end;
    if (is_at(stop->text, at, '-'))
        at++;
    return hxp_is_digit(stop->first) || hxp_is_roman(next) ||
           (next.len <= 2 && hxp_is_digit(hxp_char_at(stop->text, at, &end)));
}

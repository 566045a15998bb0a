/* closers.c - reads a stop and what closes with it: quotation marks, notes. */
#include "segment/context.h"

#include "base/str.h"
#include "segment/marks.h"
#include "text/utf8.h"

#include <unicode/uchar.h>

/** True when a letter or digit is at byte at. */
static bool is_alnum_at(hxp_str text, size_t at)
{
    size_t end;
    return hxp_char_is_alnum(hxp_char_at(text, at, &end));
}

/** True when byte at of text is one of these. */
static bool is_one_of(hxp_str text, size_t at, const char *these)
{
    return at < text.len && text.ptr[at] != '\0' && strchr(these, text.ptr[at]);
}

/** The end of a face such as :-) at byte at, with a blank before it, or at. */
static size_t skip_face(hxp_str text, size_t at)
{
    size_t end = at + (hxp_is_at(text, at, ' ') ? 1 : 0);
    if (!is_one_of(text, end, ":;=8"))
        return at;
    end++;
    if (is_one_of(text, end, "-'"))
        end++;
    if (!is_one_of(text, end, ")(DPp|/"))
        return at;
    end++;
    return end == text.len || is_one_of(text, end, " \t\r\n") ? end : at;
}

bool hxp_is_face(hxp_str text, size_t at)
{
    return at > 0 && text.ptr[at - 1] == ' ' && skip_face(text, at) > at;
}

/** True for emoji, what modifies them, and other symbols than of money. */
static bool is_symbol(int32_t c)
{
    const uint32_t kinds = U_GC_SO_MASK | U_GC_SK_MASK | U_GC_CF_MASK |
                           U_GC_MN_MASK | U_GC_ME_MASK;
    return c > 0x7F && (U_GET_GC_MASK(c) & kinds) != 0;
}

bool hxp_is_picture(hxp_str text, size_t at)
{
    enum { LEAST = 0x2300, SHOWN_AS_PICTURE = 0xFE0F };
    size_t end, behind;
    int32_t c = hxp_char_at(text, at, &end);
    return c >= LEAST &&
           (u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) ||
            (hxp_is_at(text, end, SHOWN_AS_PICTURE) &&
             u_hasBinaryProperty(c, UCHAR_EMOJI))) &&
           !is_symbol(hxp_char_before(text, at, &behind));
}

/** The end of the pictures at byte at, with blanks in between. */
static size_t skip_pictures(hxp_str text, size_t at)
{
    size_t end = at, behind;
    int32_t c = hxp_char_at(text, at, &behind);
    while (is_symbol(c) || c == ' ') {
        at = behind;
        if (c != ' ')
            end = at;
        c = hxp_char_at(text, at, &behind);
    }
    return end;
}

/** True for what closes speech that a dash breaks off. */
static bool closes_speech(int32_t c)
{
    return c == '"' || c == '\'' || c == 0x201D || c == 0x201C || c == 0x2019 ||
           c == 0xAB;
}

/** True when the mark that opens other speech is at byte at. */
static bool speech_opens(hxp_str text, size_t at)
{
    size_t end;
    int32_t c = hxp_char_at(text, at, &end);
    if (c == '\'')
        return hxp_char_is_upper(hxp_char_at(text, end, &at));
    return c == '"' || c == 0x201C || c == 0x201E || c == 0x2018 || c == 0xBB;
}

bool hxp_breaks_off(hxp_str text, size_t at)
{
    size_t end;
    int32_t c = hxp_char_at(text, at, &end);
    if (c != 0x2014 && c != 0x2013)
        return false;
    return closes_speech(hxp_char_at(text, end, &end)) &&
           hxp_is_at(text, end, ' ') && speech_opens(text, end + 1);
}

/** Read the face or the pictures at byte at; returns the byte behind. */
static size_t read_face(hxp_stop *stop, size_t at)
{
    stop->picture = hxp_is_picture(stop->text, at);
    stop->face = !stop->picture;
    stop->count = 1;
    stop->mark = true;
    return stop->picture ? skip_pictures(stop->text, at)
                         : skip_face(stop->text, at);
}

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
                      hxp_is_at(text, end, '.') &&
                      (end + 1 == text.len || text.ptr[end + 1] == ' ');
        if (spaced)
            c = hxp_char_at(text, end, &end);
    }
    if (hxp_breaks_off(text, at)) {
        stop->count = dots = 3;
        hxp_char_at(text, at, &at);
    }
    if (stop->count == 0)
        at = read_face(stop, at);
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
    bool note = end > at + 1 && hxp_is_at(text, end, ']') &&
                !hxp_char_is_upper(text.ptr[at + 1]);
    return note ? end + 1 : at;
}

/** The end of a reference such as [12] or [3, 4] at byte at, or at. */
static size_t skip_reference(hxp_str text, size_t at)
{
    size_t end = at + 1, digits = 0;
    if (!hxp_is_at(text, at, '['))
        return at;
    while (end < text.len &&
           (hxp_is_digit(text.ptr[end]) || strchr(", -", text.ptr[end]))) {
        digits += hxp_is_digit(text.ptr[end]);
        end++;
    }
    return digits > 0 && hxp_is_at(text, end, ']') ? end + 1 : at;
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
    if (!hxp_is_at(text, at, '('))
        return at;
    size_t end = skip_note_number(text, at + 1);
    return end > at + 1 && hxp_is_at(text, end, ')') ? end + 1 : at;
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
        hxp_is_at(text, end, 0xBB)) {
        stop->closer = 0xBB;
        return end + 2;
    }
    if (data->comma_quotes && c == ' ' && hxp_is_at(text, end, '\'') &&
        hxp_is_at(text, end + 1, '\'') &&
        (end + 2 == text.len || strchr(" ,", text.ptr[end + 2]))) {
        stop->closer = '"';
        return end + 2;
    }
    return at;
}

/** True when the segment begins with a reference as its number: [1] Smith. */
static bool begins_with_reference(const hxp_stop *stop)
{
    size_t at = hxp_skip_spaces(stop->text, stop->segment_start);
    return skip_reference(stop->text, at) > at;
}

/** True when a low mark stands open that “ closes: „Nein.“Er ging. */
static bool stands_open(const hxp_stop *stop, int32_t closer)
{
    enum { FAR = 400 };
    size_t at = stop->start, start;
    while (closer == 0x201C && at > 0 && stop->start - at < FAR) {
        int32_t c = hxp_char_before(stop->text, at, &start);
        if (c == 0x201E || c == closer)
            return c == 0x201E;
        at = start;
    }
    return false;
}

/** The end of one closing thing at byte at, or at if there is none. */
static size_t skip_closer(hxp_stop *stop, const hxp_segment_data *data,
                          size_t at)
{
    hxp_str text = stop->text;
    size_t end;
    int32_t c = hxp_char_at(text, at, &end);
    if (hxp_is_closer(c) ||
        (hxp_is_turned(c) && (!is_alnum_at(text, skip_note_number(text, end)) ||
                              stands_open(stop, c)))) {
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
    bool item = from > at && begins_with_reference(stop);
    return inner > from && !item ? inner : skip_spaced_quote(stop, data, at);
}

/**
 * The end of a footnote's number at the stop, shown.12, or the stop's end. It
 * must stand behind a word of small letters and before a blank.
 */
static size_t skip_footnote(hxp_str text, size_t stop, size_t end)
{
    size_t at = skip_note_number(text, end), start = stop;
    while (at > end && hxp_is_at(text, at, ',') && /* shown.1,2 */
           skip_note_number(text, at + 1) > at + 1)
        at = skip_note_number(text, at + 1);
    for (int i = 0; i < 4; i++)
        if (!hxp_char_is_lower(hxp_char_before(text, start, &start)))
            return end;
    return hxp_is_at(text, at, ' ') ? at : end;
}

/** True for a picture such as a face, which tells a mood. */
static bool is_picture(int32_t c)
{
    return c >= 0x1F300 || (c >= 0x2600 && c <= 0x27BF);
}

/**
 * The end of symbols at byte at with white space before them, if the text ends
 * with them or pictures behind a sentence go with it; else at. Where pictures
 * begin sentences, they do not end them.
 */
static size_t skip_last_symbols(const hxp_stop *stop, size_t at)
{
    hxp_str text = stop->text;
    size_t from = at, end = at, behind;
    bool pictures = !is_symbol(
        hxp_char_at(text, hxp_skip_spaces(text, stop->segment_start), &behind));
    while (at < text.len && at - from < HXP_NEAR) {
        int32_t c = hxp_char_at(text, at, &behind);
        if (is_symbol(c)) {
            end = behind;
            pictures = pictures && (is_picture(c) || c == 0x200D);
        } else if (!hxp_char_is_space(c)) {
            return pictures && at > end ? end : from;
        }
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
    return closed && hxp_is_at(stop->text, end, ' ') ? end : at;
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
    stop->after = skip_last_symbols(stop, stop->after);
    stop->bracketed = stop->mark && in_brackets(stop);
}

void hxp_stop_read(hxp_stop *stop, const hxp_scan *scan, size_t start)
{
    stop->data = scan->data;
    stop->text = scan->paragraph;
    stop->segment_start = scan->segment_start;
    stop->start = start;
    stop->count = 0;
    stop->strong = stop->mark = stop->ellipsis = stop->face = false;
    stop->picture = stop->bracketed = stop->footnote = false;
    stop->closer = 0;
    read_stop(stop);
    stop->after = stop->end;
    if (!nothing_closes(stop->text, stop->end))
        read_closers(stop, scan->data);
    stop->next = hxp_skip_spaces(stop->text, stop->after);
}

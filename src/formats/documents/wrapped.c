/* wrapped.c - judges line ends by whether the next word would have fitted. */
#include "formats/documents/wrapped.h"

#include "base/str.h"
#include "formats/documents/line_signs.h"
#include "text/count.h"
#include "text/utf8.h"

enum {
    WIDEST = 200,   /* columns; nobody wraps at more */
    NARROWEST = 30, /* nor at less: lists, verse, addresses */
    ENOUGH = 4,     /* line ends from which a width can be told */
    TAB = 8
};

/** A line of text without the blanks around it. */
typedef struct text_line {
    hxp_str text;
    size_t indent; /* columns before it */
    size_t end;    /* column behind it */
} text_line;

/** A line end with text on both sides of it. */
typedef struct line_end {
    text_line before, behind;
} line_end;

/* --- Lines ---------------------------------------------------------------- */

/** The columns that blanks before a text take. */
static size_t measure_indent(hxp_str blanks)
{
    size_t column = 0;
    for (size_t at = 0; at < blanks.len;) {
        size_t from = at;
        if (hxp_utf8_next(blanks, &at) == '\t')
            column += TAB - column % TAB;
        else
            column += hxp_count_width(hxp_str_part(blanks, from, at));
    }
    return column;
}

static text_line measure_line(hxp_str raw)
{
    text_line line = { .text = hxp_utf8_trim(raw) };
    if (line.text.len == 0)
        return line;
    line.indent =
        measure_indent(hxp_str_part(raw, 0, (size_t)(line.text.ptr - raw.ptr)));
    line.end = line.indent + hxp_count_width(line.text);
    return line;
}

/** True for characters that may not begin a line of Chinese or Japanese. */
static bool is_wide_sign(int32_t c)
{
    static const int32_t signs[] = { 0x3001, 0x3002, 0x300D, 0x300F,
                                     0xFF01, 0xFF0C, 0xFF1A, 0xFF1B,
                                     0xFF1F, 0xFF09, 0 };
    return hxp_char_is_one_of(c, signs);
}

/** The columns of what goes to the next line together at the start of it. */
static size_t first_word(hxp_str line)
{
    const int32_t unbreakable[] = { 0xA0, 0x202F, 0 };
    size_t at = 0, end = 0;
    bool alone = false;
    while (at < line.len) {
        int32_t c = hxp_utf8_next(line, &at);
        if (hxp_char_is_space(c) && !hxp_char_is_one_of(c, unbreakable))
            break;
        if (end > 0 && !is_wide_sign(c) && (alone || hxp_char_is_unspaced(c)))
            break;
        alone = hxp_char_is_unspaced(c);
        end = at;
    }
    return hxp_count_width(hxp_str_part(line, 0, end));
}

/** True when the first word behind it had no room in the line. */
static bool is_full(size_t width, const line_end *end)
{
    size_t start = 0;
    bool blank = !hxp_char_is_unspaced(hxp_utf8_next(end->behind.text, &start));
    return end->before.end + blank + first_word(end->behind.text) > width;
}

/** True for a letter of a script with blanks between words and no capitals:
 * Hebrew to Sinhala, Georgian, Ethiopic, Hangul. */
static bool is_without_case(int32_t c)
{
    return hxp_char_is_alnum(c) &&
           ((c >= 0x590 && c <= 0xDFF) || (c >= 0x10D0 && c <= 0x10FF) ||
            (c >= 0x1200 && c <= 0x139F) || (c >= 0xAC00 && c <= 0xD7A3));
}

static bool has_wide_sign(hxp_str text)
{
    for (size_t at = 0; at < text.len;)
        if (is_wide_sign(hxp_utf8_next(text, &at)))
            return true;
    return false;
}

/**
 * True when a sentence of Chinese or Japanese seems to go on. Headings have no
 * full stops either: but hardly commas, nor are texts below them as short.
 */
static bool goes_on_wide(const line_end *end)
{
    return has_wide_sign(end->before.text) && has_wide_sign(end->behind.text) &&
           end->behind.end <= end->before.end + 2;
}

/** True when the sentence seems to go on behind the line end. */
static bool goes_on(const line_end *end)
{
    static const int32_t commas[] = { ',', '-', 0x60C /* Arabic */, 0 };
    static const int32_t wide_commas[] = { 0x3001, 0xFF0C, 0 };
    size_t at = end->before.text.len, start = 0;
    int32_t last = hxp_utf8_previous(end->before.text, &at);
    int32_t first = hxp_utf8_next(end->behind.text, &start);
    if (hxp_char_is_unspaced(first))
        return (hxp_char_is_unspaced(last) ||
                hxp_char_is_one_of(last, wide_commas)) &&
               goes_on_wide(end);
    return (hxp_char_is_alnum(last) || hxp_char_is_one_of(last, commas)) &&
           (hxp_char_is_lower(first) || is_without_case(first));
}

/* --- Items ---------------------------------------------------------------- */

/** True for a line that begins with a number or letter as "2.", "10)", "b)". */
static bool is_numbered(hxp_str line)
{
    enum { LONGEST = 3 };
    size_t len = 0;
    while (len < line.len && line.ptr[len] >= '0' && line.ptr[len] <= '9')
        len++;
    bool letter = len == 0 && line.len > 0 && (line.ptr[0] | 0x20) >= 'a' &&
                  (line.ptr[0] | 0x20) <= 'z';
    len += letter;
    return len > 0 && len <= LONGEST && len + 1 < line.len &&
           (line.ptr[len] == ')' || (!letter && line.ptr[len] == '.')) &&
           (line.ptr[len + 1] == ' ' || line.ptr[len + 1] == '\t');
}

static bool is_item(hxp_str line)
{
    return is_numbered(line) || hxp_line_begins_item(line);
}

/** True when both lines begin with the same mark of an item. */
static bool is_same_list(hxp_str one, hxp_str other)
{
    size_t at = 0, from = 0;
    if (is_numbered(one))
        return is_numbered(other);
    return hxp_line_begins_item(one) && hxp_line_begins_item(other) &&
           hxp_utf8_next(one, &at) == hxp_utf8_next(other, &from);
}

/** True for an item whose text begins with a small letter. */
static bool is_lower_item(hxp_str line)
{
    size_t at = 0;
    hxp_utf8_next(line, &at);
    line = hxp_utf8_trim(hxp_str_part(line, at, line.len));
    at = 0;
    return line.len > 0 && hxp_char_is_lower(hxp_utf8_next(line, &at));
}

/** True for a line that ends a part of a sentence. */
static bool ends_part(hxp_str line)
{
    return hxp_line_ends_sentence(line) || hxp_str_ends(line, HXP_STR(";")) ||
           hxp_str_ends(line, HXP_STR(","));
}

/**
 * True when the line behind the end begins an item, not with a dash or number
 * that came to its start because the line before it was full.
 */
static bool begins_item(hxp_str first, const line_end *end, bool full)
{
    hxp_str before = end->before.text, behind = end->behind.text;
    bool same = is_same_list(first, behind), part = ends_part(before);
    if (is_numbered(behind))
        return part || (same && !full);
    if (!hxp_line_begins_item(behind))
        return false;
    return full ? hxp_str_ends(before, HXP_STR(":")) || (same && part)
                : part || same || !is_lower_item(behind);
}

/* --- How paragraphs begin ------------------------------------------------- */

/** What is counted of the line ends of a text. */
typedef struct tally {
    size_t margin;
    size_t rises, falls;          /* ends before more blanks, before fewer, */
    size_t stops, falls_at_stops; /* those of them that end a sentence */
    size_t count;                 /* ends within paragraphs, as it seems, */
    size_t apart;                 /* and between them */
    size_t widths[WIDEST + 1];    /* of the lines before the former */
} tally;

/** Cut the next line end off *rest; end->behind is the line before it. */
static bool next_line_end(hxp_str *rest, line_end *end)
{
    hxp_str raw;
    while (hxp_line_cut(rest, &raw)) {
        end->before = end->behind;
        end->behind = measure_line(raw);
        if (end->before.text.len > 0 && end->behind.text.len > 0)
            return true;
    }
    return false;
}

static void count_indents(tally *t, hxp_str text)
{
    line_end end = { .behind = { .indent = 0 } };
    for (bool any = false; next_line_end(&text, &end); any = true) {
        size_t before = end.before.indent, behind = end.behind.indent;
        size_t least = before < behind ? before : behind;
        bool stop = hxp_line_ends_sentence(end.before.text);
        if (!any || least < t->margin)
            t->margin = least;
        if (behind < before) {
            t->falls++;
            t->falls_at_stops += stop;
        } else if (behind > before && !is_item(end.before.text)) {
            t->rises++;
            t->stops += stop;
        }
    }
}

/** True when paragraphs begin with more blanks: before these sentences end,
 * before fewer they go on. Where all but the first line is indented, as in
 * lists of books, it is the other way round. */
static bool begins_indented(const tally *t)
{
    return t->rises > 0 && 2 * t->falls >= t->rises &&
           10 * t->stops >= 6 * t->rises &&
           10 * t->falls_at_stops <= 4 * t->falls;
}

/** True when the line behind the end begins a paragraph by its blanks; ended:
 * the line before, which has as many, ends one. */
static bool begins_by_blanks(const hxp_wrapping *wrapping, const line_end *end,
                             bool ended)
{
    size_t before = end->before.indent, behind = end->behind.indent;
    return wrapping->indented && behind > wrapping->margin &&
           (behind > before || (behind == before && ended));
}

/* --- Judging -------------------------------------------------------------- */

/** True for a line end between paragraphs. */
static bool is_apart(const hxp_wrapping *wrapping, const line_end *end)
{
    return is_item(end->behind.text) ||
           begins_by_blanks(wrapping, end,
                            hxp_line_ends_sentence(end->before.text));
}

static void count_ends(tally *t, const hxp_wrapping *wrapping, hxp_str text)
{
    line_end end = { .behind = { .indent = 0 } };
    while (next_line_end(&text, &end)) {
        if (is_apart(wrapping, &end)) {
            t->apart++;
            continue;
        }
        t->count++;
        t->widths[end.before.end < WIDEST ? end.before.end : WIDEST]++;
    }
}

/** The width that all but one in twenty lines keep to; 0: none to tell. */
static size_t find_width(const tally *t)
{
    size_t seen = 0;
    for (size_t width = 0; width < WIDEST; width++) {
        seen += t->widths[width];
        if (20 * seen >= 19 * t->count)
            return width;
    }
    return 0;
}

/** True when the line ends within paragraphs look as if they had to be. */
static bool is_wrapped(hxp_str text, const tally *t,
                       const hxp_wrapping *wrapping)
{
    size_t full = 0, going = 0;
    line_end end = { .behind = { .indent = 0 } };
    if (wrapping->width < NARROWEST)
        return false;
    while (next_line_end(&text, &end)) {
        if (is_apart(wrapping, &end))
            continue;
        full += is_full(wrapping->width, &end);
        going += goes_on(&end);
    }
    if (t->count < ENOUGH)
        return going == t->count && t->apart == 0;
    return 10 * full >= 6 * t->count && 4 * going >= t->count;
}

hxp_wrapping hxp_wrapping_of(hxp_str text)
{
    tally t = { .count = 0 };
    count_indents(&t, text);
    hxp_wrapping found = { .margin = t.margin,
                           .indented = begins_indented(&t) };
    count_ends(&t, &found, text);
    found.width = find_width(&t);
    found.wrapped = is_wrapped(text, &t, &found);
    return found;
}

/* --- Paragraphs ----------------------------------------------------------- */

bool hxp_wrapping_parts(const hxp_wrapping *wrapping,
                        const hxp_wrapped_lines *lines)
{
    const text_line first = measure_line(lines->first);
    const line_end end = { measure_line(lines->last),
                           measure_line(lines->next) };
    bool full = is_full(wrapping->width, &end);
    bool only = lines->first.ptr == lines->last.ptr;
    if (begins_item(first.text, &end, full))
        return true;
    /* an item goes on with more blanks */
    if (is_item(first.text) && end.behind.indent > end.before.indent)
        return false;
    return begins_by_blanks(
        wrapping, &end,
        only && (!full || hxp_line_ends_sentence(end.before.text)));
}

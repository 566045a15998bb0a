/* wrapped.c - judges line ends by whether the next word would have fitted. */
#include "formats/documents/wrapped.h"

#include "base/str.h"
#include "text/utf8.h"

enum {
    WIDEST = 200,   /* characters; nobody wraps at more */
    NARROWEST = 30, /* nor at less: lists, verse, addresses */
    ENOUGH = 4      /* line ends from which a width can be told */
};

/** A line end with text on both sides of it. */
typedef struct line_end {
    size_t width;     /* characters before it */
    size_t next_word; /* characters of the word behind it */
    bool goes_on;     /* no stop before it, no capital behind it */
} line_end;

static size_t first_word(hxp_str line)
{
    size_t at = 0, count = 0;
    while (at < line.len && !hxp_char_is_space(hxp_utf8_next(line, &at)))
        count++;
    return count;
}

/** True for a letter of a script with blanks between words and no capitals:
 * Hebrew to Sinhala, Georgian, Ethiopic, Hangul. */
static bool is_without_case(int32_t c)
{
    return hxp_char_is_alnum(c) &&
           ((c >= 0x590 && c <= 0xDFF) || (c >= 0x10D0 && c <= 0x10FF) ||
            (c >= 0x1200 && c <= 0x139F) || (c >= 0xAC00 && c <= 0xD7A3));
}

/** True when the sentence seems to go on from line to next. */
static bool goes_on(hxp_str line, hxp_str next)
{
    size_t end = line.len, start = 0;
    int32_t last = hxp_utf8_previous(line, &end);
    int32_t first = hxp_utf8_next(next, &start);
    return (hxp_char_is_alnum(last) || last == ',' || last == '-' ||
            last == 0x60C /* Arabic comma */) &&
           (hxp_char_is_lower(first) || is_without_case(first));
}

/** Cut the next line end off *rest; *line is the line before it. */
static bool next_line_end(hxp_str *rest, hxp_str *line, line_end *found)
{
    hxp_str raw;
    while (hxp_line_cut(rest, &raw)) {
        hxp_str before = *line, next = hxp_utf8_trim(raw);
        *line = next;
        if (before.len == 0 || next.len == 0)
            continue;
        found->width = hxp_utf8_length(before);
        found->next_word = first_word(next);
        found->goes_on = goes_on(before, next);
        return true;
    }
    return false;
}

/** The width that all but one in twenty lines keep to; 0: none to tell. */
static size_t find_width(hxp_str text, size_t *count)
{
    size_t widths[WIDEST + 1] = { 0 }, seen = 0;
    hxp_str line = { NULL, 0 };
    line_end end;
    *count = 0;
    while (next_line_end(&text, &line, &end)) {
        ++*count;
        widths[end.width < WIDEST ? end.width : WIDEST]++;
    }
    for (size_t width = 0; width < WIDEST; width++) {
        seen += widths[width];
        if (20 * seen >= 19 * *count)
            return width;
    }
    return 0;
}

bool hxp_text_is_wrapped(hxp_str text)
{
    size_t count, full = 0, going = 0;
    size_t width = find_width(text, &count);
    hxp_str line = { NULL, 0 };
    line_end end;
    if (width < NARROWEST)
        return false;
    while (next_line_end(&text, &line, &end)) {
        full += end.width + 1 + end.next_word > width;
        going += end.goes_on;
    }
    if (count < ENOUGH)
        return going == count;
    return 10 * full >= 6 * count && 4 * going >= count;
}

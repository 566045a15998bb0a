/* placed.c - characters of a text without case, and where they stood in it. */
#include "memory/placed.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "text/utf8.h"

#include <stdlib.h>

static bool fits(const hxp_phrase_text *text, size_t item, size_t at)
{
    const hxp_placed *placed = (const hxp_placed *)text;
    return placed->characters.items[at] ==
           placed->phrase->characters.items[item];
}

static bool joins(const hxp_phrase_text *text, size_t at)
{
    const hxp_placed *placed = (const hxp_placed *)text;
    return hxp_character_joins(placed->characters.items[at]);
}

/** The byte behind the character at start and the marks on it. */
static size_t piece_end(hxp_str text, size_t start)
{
    size_t end = start;
    (void)hxp_utf8_next(text, &end);
    for (size_t at = end; at < text.len;) {
        if (!hxp_char_is_mark(hxp_utf8_next(text, &at)))
            break;
        end = at;
    }
    return end;
}

/** Append a character of the bytes of span; blanks in a row are one. */
static bool place(hxp_placed *placed, uint32_t c, hxp_span span)
{
    size_t count = placed->characters.count;
    if (c == ' ' && (count == 0 || placed->characters.items[count - 1] == ' '))
        return true;
    if (!hxp_array_reserve(&placed->characters.items, &placed->characters.room,
                           count + 1, sizeof *placed->characters.items) ||
        !hxp_array_reserve(&placed->spans, &placed->room, count + 1,
                           sizeof *placed->spans))
        return false;
    placed->characters.items[count] = c;
    placed->spans[count] = span;
    placed->text.count = placed->characters.count = count + 1;
    return true;
}

hxp_status hxp_placed_make(hxp_placed *placed, hxp_caseless *caseless,
                           hxp_str text, hxp_error *error)
{
    hxp_status status = HXP_OK;
    placed->text = (hxp_phrase_text){ 0, fits, joins };
    placed->characters.count = 0;
    for (size_t at = 0; status == HXP_OK && at < text.len;) {
        hxp_span span = { at, piece_end(text, at) };
        hxp_str piece = hxp_str_part(text, span.start, span.end);
        at = span.end;
        status = hxp_caseless_make(&placed->piece, caseless, piece, error);
        bool done = status != HXP_OK || placed->piece.count > 0 ||
                    place(placed, ' ', span);
        for (size_t i = 0; status == HXP_OK && i < placed->piece.count; i++) {
            uint32_t c = placed->piece.items[i];
            if (!placed->phrase->accents)
                c = hxp_caseless_bare(caseless, c);
            done = done && (c == 0 || place(placed, c, span));
        }
        if (!done)
            status = hxp_no_memory(error);
    }
    return status;
}

bool hxp_placed_find(hxp_span *span, const hxp_placed *placed)
{
    const hxp_wanted_phrase *phrase = placed->phrase;
    size_t count = placed->characters.count;
    for (size_t start = 0; start < count; start++) {
        size_t end = hxp_phrase_end(phrase, &placed->text, start);
        if (end == HXP_NOWHERE)
            continue;
        while (phrase->open_start && start > 0 &&
               joins(&placed->text, start - 1))
            start--;
        while (phrase->open_end && end < count && joins(&placed->text, end))
            end++;
        *span = (hxp_span){ placed->spans[start].start,
                            placed->spans[end - 1].end };
        return true;
    }
    return false;
}

void hxp_placed_free(hxp_placed *placed)
{
    hxp_characters_free(&placed->characters);
    hxp_characters_free(&placed->piece);
    free(placed->spans);
}

/* html_places.c - where in a page things stand that libxml2 hands out. */
#include "formats/html/html_places.h"

#include "base/str.h"
#include "text/utf8.h"

hxp_html_places hxp_html_places_make(void)
{
    return (hxp_html_places){ .place = { 1, 1, 1 } };
}

bool hxp_html_places_add(hxp_html_places *places, hxp_str bytes)
{
    hxp_buffer *kept = &places->bytes;
    size_t left = kept->len - places->from;
    if (places->from > 0)
        memmove(kept->ptr, kept->ptr + places->from, left);
    kept->len = left;
    places->to -= places->from;
    places->given -= places->from;
    places->searched -= places->from;
    places->from = 0;
    return hxp_buffer_add(kept, bytes);
}

/** The end of what is whole of text: no character, and no name of one, is
 * cut off. */
static size_t whole_end(hxp_str text)
{
    enum { NAMED = 64 }; /* longer than any name */
    size_t from = text.len > NAMED ? text.len - NAMED : 0;
    size_t end = text.len;
    while (end > from && ((unsigned char)text.ptr[end - 1] & 0xC0) == 0x80)
        end--;
    if (end > from && (unsigned char)text.ptr[end - 1] >= 0xC0)
        end--;
    for (size_t at = end; at > from; at--)
        if (text.ptr[at - 1] == '&')
            end = at - 1;
    return end;
}

hxp_str hxp_html_places_give(hxp_html_places *places, bool all)
{
    enum { LONGEST = 1 << 17 }; /* of a tag, or of text without any */
    hxp_str bytes = hxp_buffer_str(&places->bytes);
    size_t start = places->given, end = bytes.len;
    while (end > places->searched && bytes.ptr[end - 1] != '>')
        end--;
    if (all)
        end = bytes.len;
    else if (end == places->searched && bytes.len - start > LONGEST)
        end = start + whole_end(hxp_str_part(bytes, start, bytes.len));
    else if (end == places->searched)
        end = start;
    places->searched = bytes.len;
    places->given = end;
    if (end > start) {
        hxp_html_cdata_hide(&places->cdata, places->bytes.ptr + start,
                            end - start);
        hxp_html_markup_hide(&places->markup, places->bytes.ptr + start,
                             end - start);
        places->cdata.gone = places->markup.emptied;
    }
    return hxp_str_part(bytes, start, end);
}

/** The source of what is in work. */
static hxp_str source(const hxp_html_places *places)
{
    return hxp_str_part(hxp_buffer_str(&places->bytes), places->from,
                        places->to);
}

/** Move place over bytes of the page, of which three may be nothing. */
static void advance(const hxp_html_places *places, hxp_place *place,
                    hxp_str bytes)
{
    const hxp_str nothing = HXP_STR(HXP_HTML_NOTHING);
    bool any = places->cdata.any || places->cdata.gone;
    hxp_place_advance(place, bytes);
    for (size_t i = bytes.len; any && i-- > 0 && bytes.ptr[i] != '\n';) {
        if (!hxp_str_starts(hxp_str_part(bytes, i, bytes.len), nothing))
            continue;
        place->column += nothing.len - 1;
        place->column16 += nothing.len - 1;
    }
}

void hxp_html_places_pass(hxp_html_places *places, size_t offset)
{
    places->passed = offset > places->offset;
    if (!places->passed)
        return; /* an element that the page only implies */
    size_t len = offset - places->offset;
    advance(places, &places->place, source(places));
    places->from = places->to;
    places->to += len;
    if (places->to > places->bytes.len)
        places->to = places->bytes.len;
    places->offset = offset;
}

static hxp_place place_at(const hxp_html_places *places, size_t at)
{
    hxp_place place = places->place;
    advance(places, &place, hxp_str_part(source(places), 0, at));
    return place;
}

hxp_place hxp_html_places_text(const hxp_html_places *places, hxp_str text)
{
    hxp_str whole = source(places);
    if (!places->passed && hxp_str_is(text, "<"))
        return place_at(places, whole.len);
    if (hxp_str_ends(whole, text))
        return place_at(places, whole.len - text.len);
    size_t at = whole.len; /* a character that a name stands for */
    while (at > 0 && whole.ptr[at - 1] != '&')
        at--;
    return place_at(places, at > 0 ? at - 1 : 0);
}

hxp_place hxp_html_places_value(const hxp_html_places *places, hxp_str value)
{
    hxp_str whole = source(places);
    for (size_t at = 1; at + value.len <= whole.len; at++)
        if (strchr("\"'=", whole.ptr[at - 1]) &&
            memcmp(whole.ptr + at, value.ptr, value.len) == 0)
            return place_at(places, at);
    return (hxp_place){ 0, 0, 0 };
}

hxp_str hxp_html_places_name(const hxp_html_places *places)
{
    hxp_str whole = source(places);
    size_t at = whole.len;
    while (at > 0 && whole.ptr[at - 1] != '&' && whole.ptr[at - 1] != ';')
        at--;
    return at > 0 && whole.ptr[at - 1] == '&'
               ? hxp_str_part(whole, at, whole.len)
               : HXP_STR("");
}

hxp_str hxp_html_places_left(const hxp_html_places *places)
{
    return hxp_str_part(hxp_buffer_str(&places->bytes), places->to,
                        places->given);
}

void hxp_html_places_free(hxp_html_places *places)
{
    hxp_buffer_free(&places->bytes);
    hxp_html_markup_free(&places->markup);
}

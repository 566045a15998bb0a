/* xml_marks.c - remembers supplementary characters of the lines in work. */
#include "formats/xml/xml_marks.h"

#include "base/array.h"
#include "base/str.h"

#include <stdlib.h>

/** A supplementary character, or the first line end after one. */
struct hxp_xml_mark {
    size_t index; /* byte of the file */
    bool line_end;
};

static bool add_mark(hxp_xml_marks *marks, size_t index, bool line_end)
{
    if (marks->first == marks->count)
        marks->first = marks->count = 0;
    if (!hxp_array_reserve(&marks->items, &marks->capacity, marks->count + 1,
                           sizeof *marks->items))
        return false;
    marks->items[marks->count++] = (struct hxp_xml_mark){ index, line_end };
    marks->line_open = !line_end;
    return true;
}

/** True when bytes hold the lead of a four-byte character; few files do. */
static bool has_lead(hxp_str bytes)
{
    unsigned char most = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char byte = (unsigned char)bytes.ptr[i];
        most = byte > most ? byte : most;
    }
    return most >= 0xF0;
}

static bool add_bytes(hxp_xml_marks *marks, hxp_str bytes)
{
    if (!marks->line_open && !has_lead(bytes))
        return true;
    for (size_t i = 0; i < bytes.len; i++) {
        bool line_end = bytes.ptr[i] == '\n' || bytes.ptr[i] == '\r';
        bool marked =
            line_end ? marks->line_open : (unsigned char)bytes.ptr[i] >= 0xF0;
        if (marked && !add_mark(marks, marks->seen + i, line_end))
            return false;
    }
    return true;
}

/** See whether the unit c at index leaves the one before it torn. */
static void note_half(hxp_xml_marks *marks, unsigned c, size_t index)
{
    bool second = (c & 0xFC00) == 0xDC00;
    if (marks->half && !second && !marks->torn) {
        marks->torn = true;
        marks->torn_at = index - 2;
    }
    marks->half = (c & 0xFC00) == 0xD800;
}

/** As add_bytes(), for UTF-16. */
static bool add_units(hxp_xml_marks *marks, hxp_str bytes)
{
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char byte = (unsigned char)bytes.ptr[i];
        unsigned c = marks->high == 1 ? byte * 256u + marks->previous
                                      : marks->previous * 256u + byte;
        marks->previous = byte;
        if (((marks->seen + i) & 1) == 0)
            continue;
        note_half(marks, c, marks->seen + i - 1);
        bool line_end = c == '\n' || c == '\r';
        bool marked = line_end ? marks->line_open : marks->half;
        if (marked && !add_mark(marks, marks->seen + i - 1, line_end))
            return false;
    }
    return true;
}

bool hxp_xml_marks_add(hxp_xml_marks *marks, hxp_str bytes)
{
    bool added = true;
    if (marks->unit == 1)
        added = add_bytes(marks, bytes);
    else if (marks->unit == 2)
        added = add_units(marks, bytes);
    marks->seen += bytes.len;
    return added;
}

size_t hxp_xml_marks_sound(const hxp_xml_marks *marks, size_t size)
{
    size_t from = marks->seen - size;
    if (!marks->torn)
        return size;
    return marks->torn_at > from ? marks->torn_at - from : 0;
}

size_t hxp_xml_marks_before(hxp_xml_marks *marks, size_t index)
{
    while (marks->first < marks->count &&
           marks->items[marks->first].index < index) {
        bool line_end = marks->items[marks->first++].line_end;
        marks->on_line = line_end ? 0 : marks->on_line + 1;
    }
    return marks->on_line;
}

void hxp_xml_marks_free(hxp_xml_marks *marks)
{
    free(marks->items);
    *marks = (hxp_xml_marks){ .items = NULL };
}

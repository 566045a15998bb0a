/* line_signs.c - what the ends of a line of text say about paragraphs. */
#include "formats/documents/line_signs.h"

#include "base/str.h"
#include "text/utf8.h"

bool hxp_char_is_one_of(int32_t c, const int32_t *characters)
{
    while (*characters && *characters != c)
        characters++;
    return *characters != 0;
}

bool hxp_line_begins_item(hxp_str line)
{
    static const int32_t bullets[] = { '*',    '-',    0x2022, 0x2013, 0x2014,
                                       0x25A0, 0x25AA, 0x25CF, 0x25E6, 0x2023,
                                       0xB7,   0xF0B7, 0 };
    size_t at = 0;
    if (line.len == 0 || !hxp_char_is_one_of(hxp_utf8_next(line, &at), bullets))
        return false;
    return at < line.len && hxp_char_is_space(hxp_utf8_next(line, &at));
}

bool hxp_line_ends_sentence(hxp_str line)
{
    static const int32_t stops[] = { '.',    '!',    '?',    ':', 0x2026,
                                     0x3002, 0xFF01, 0xFF1F, 0 };
    static const int32_t closing[] = { '"',    '\'',   ')',    ']', 0xBB,
                                       0x2019, 0x201D, 0x201C, 0 };
    size_t at = line.len;
    int32_t last = line.len > 0 ? hxp_utf8_previous(line, &at) : 0;
    if (at > 0 && hxp_char_is_one_of(last, closing))
        last = hxp_utf8_previous(line, &at);
    return hxp_char_is_one_of(last, stops);
}

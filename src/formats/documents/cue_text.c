/* cue_text.c - parts the codes of a subtitle from its text. */
#include "formats/documents/cue_text.h"

#include "base/str.h"
#include "formats/html/html_entity.h"
#include "text/cursor.h"
#include "text/utf8.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/** The length of the code at the start of text; 0: there is none. */
static size_t measure_code(hxp_str text)
{
    if (text.len < 3)
        return 0;
    char first = text.ptr[1];
    bool tag = text.ptr[0] == '<' && (is_letter(first) || first == '/' ||
                                      (first >= '0' && first <= '9'));
    bool override = text.ptr[0] == '{' && first == '\\';
    if (!tag && !override)
        return 0;
    const char *end = memchr(text.ptr, tag ? '>' : '}', text.len);
    return end ? (size_t)(end - text.ptr) + 1 : 0;
}

/** The length of the code at the start of text, with how words beside it are
 * read (ruby), up to the end of the line at most; 0: there is none. */
static size_t measure_with_reading(hxp_str text)
{
    const hxp_str start = HXP_STR("<rt"), end = HXP_STR("</rt>");
    size_t length = measure_code(text);
    if (length == 0 || !hxp_str_starts(text, start) ||
        !strchr(" \t.>", text.ptr[start.len]))
        return length;
    for (; length < text.len; length++) {
        hxp_str rest = hxp_str_part(text, length, text.len);
        if (hxp_str_starts(rest, end))
            return length + end.len;
        if (hxp_str_starts(rest, HXP_STR("</ruby>")) ||
            hxp_str_starts(rest, start))
            break;
    }
    return length;
}

/** The code whose native form is tag: <i>, </i>, <v Name>, <00:01.000>. */
static hxp_block_code code_of_tag(hxp_str tag)
{
    static const char *const types[][2] = { { "b", "bold" },
                                            { "font", "font" },
                                            { "i", "italic" },
                                            { "u", "ulined" } };
    size_t start = tag.ptr[1] == '/' ? 2 : 1, end = start;
    while (end < tag.len && !strchr(" \t.>", tag.ptr[end]))
        end++;
    hxp_block_code code = { .kind = start == 2 ? HXP_CODE_END : HXP_CODE_BEGIN,
                            .name = hxp_str_part(tag, start, end),
                            .type = HXP_STR(""),
                            .native = tag };
    if (start == 1 && (!is_letter(tag.ptr[1]) || hxp_str_is(code.name, "rt")))
        code.kind = HXP_CODE_STANDALONE;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (hxp_str_is_nocase(code.name, types[i][0]))
            code.type = hxp_str_of(types[i][1]);
    return code;
}

/** The code whose native form is override: {\an8}; {\i1} opens, {\i0} closes.
 */
static hxp_block_code code_of_override(hxp_str override)
{
    enum { SWITCH = 5 };
    hxp_block_code code = { .kind = HXP_CODE_STANDALONE,
                            .name = HXP_STR("override"),
                            .type = HXP_STR(""),
                            .native = override };
    if (override.len != SWITCH || !strchr("biu", override.ptr[2]) ||
        !strchr("01", override.ptr[3]))
        return code;
    code.kind = override.ptr[3] == '1' ? HXP_CODE_BEGIN : HXP_CODE_END;
    code.name = hxp_str_part(override, 1, 3);
    code.type = hxp_str_of(override.ptr[2] == 'b'   ? "bold"
                           : override.ptr[2] == 'i' ? "italic"
                                                    : "ulined");
    return code;
}

/** The character that name stands for; 0: none. */
static int32_t character_of(hxp_str name)
{
    int32_t own = hxp_xml_entity(name);
    return own ? own : hxp_html_entity(name);
}

/** Add the character that a name at the start of text stands for; *length is
 * that of the reference, 0: there is none. */
static hxp_status put_reference(size_t *length, hxp_blocks *blocks,
                                hxp_str text, hxp_error *error)
{
    enum { LONGEST = 12 };
    char character[4];
    hxp_str near =
        hxp_str_part(text, 0, text.len < LONGEST ? text.len : LONGEST);
    const char *end = memchr(near.ptr, ';', near.len);
    *length = 0;
    if (*text.ptr != '&' || !end)
        return HXP_OK;
    size_t len = (size_t)(end - text.ptr);
    int32_t c = character_of(hxp_str_part(text, 1, len));
    if (c == 0)
        return HXP_OK;
    *length = len + 1;
    hxp_str bytes = { character, hxp_utf8_put(character, c) };
    return hxp_blocks_text(blocks, bytes, error);
}

/** Add the text at the start of line up to where a code may be. */
static hxp_status put_plain(size_t *length, hxp_blocks *blocks, hxp_str line,
                            hxp_place place, hxp_error *error)
{
    *length = 1;
    while (*length < line.len && !strchr("<{&", line.ptr[*length]))
        ++*length;
    return hxp_blocks_text_at(blocks, hxp_str_part(line, 0, *length), place,
                              error);
}

hxp_status hxp_cue_text_put(hxp_blocks *blocks, const hxp_cue_line *line,
                            hxp_error *error)
{
    hxp_cursor at = { line->text, line->place };
    hxp_status status = HXP_OK;
    while (status == HXP_OK && at.rest.len > 0) {
        hxp_str rest = at.rest;
        size_t length =
            line->references ? measure_with_reading(rest) : measure_code(rest);
        if (length > 0) {
            hxp_str native = hxp_str_part(rest, 0, length);
            hxp_block_code code = *rest.ptr == '<' ? code_of_tag(native)
                                                   : code_of_override(native);
            status = hxp_blocks_code(blocks, &code, error);
        } else if (line->references) {
            status = put_reference(&length, blocks, rest, error);
        }
        if (status == HXP_OK && length == 0)
            status = put_plain(&length, blocks, rest, at.place, error);
        hxp_cursor_take(&at, length);
    }
    return status;
}

hxp_str hxp_cue_text_start(hxp_str line)
{
    line = hxp_utf8_trim(line);
    for (size_t length = measure_code(line); length > 0;
         length = measure_code(line))
        line = hxp_utf8_trim(hxp_str_part(line, length, line.len));
    return line;
}

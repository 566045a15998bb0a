/* markdown_text.c - puts text of Markdown into a paragraph, with its places. */
#include "formats/documents/markdown_text.h"

#include "base/str.h"
#include "text/utf8.h"

#include <ctype.h>

/** The text of a node beside its source, where "\*" and "&lt;" stand for one
 * character. */
typedef struct sourced_text {
    hxp_str text;
    hxp_str source; /* from its first character to the end of the line */
    size_t at;      /* of the text, */
    size_t there;   /* of the source: what comes next */
} sourced_text;

static char source_char(const sourced_text *from, size_t behind)
{
    size_t at = from->there + behind;
    return at < from->source.len ? from->source.ptr[at] : '\0';
}

/** The length of a reference, such as "&lt;", at the start of text; 0: none. */
static size_t measure_reference(hxp_str text)
{
    size_t len = 1;
    if (text.len == 0 || text.ptr[0] != '&')
        return 0;
    while (len < text.len && (text.ptr[len] == '#' ||
                              (text.ptr[len] >= '0' && text.ptr[len] <= '9') ||
                              (text.ptr[len] >= 'A' && text.ptr[len] <= 'Z') ||
                              (text.ptr[len] >= 'a' && text.ptr[len] <= 'z')))
        len++;
    return len < text.len && text.ptr[len] == ';' ? len + 1 : 0;
}

/** The length of the reference that comes next in the source, unless it is no
 * more than text; or 0. */
static size_t next_reference(const sourced_text *from)
{
    hxp_str rest = hxp_str_part(from->source, from->there, from->source.len);
    rest.len = measure_reference(rest);
    return hxp_str_starts(hxp_str_part(from->text, from->at, from->text.len),
                          rest)
               ? 0
               : rest.len;
}

/** Pass what stands in the source as in the text; gives it. */
static hxp_str pass_same(sourced_text *from)
{
    size_t start = from->at;
    while (from->at < from->text.len &&
           source_char(from, 0) == from->text.ptr[from->at] &&
           (source_char(from, 0) != '&' || next_reference(from) == 0)) {
        from->at++;
        from->there++;
    }
    return hxp_str_part(from->text, start, from->at);
}

/**
 * Pass a character that stands in the source in other words; gives it, all of
 * the rest if the source has nothing of the kind.
 */
static hxp_str pass_other(sourced_text *from)
{
    size_t start = from->at, len = next_reference(from);
    if (source_char(from, 0) == '\\' &&
        source_char(from, 1) == from->text.ptr[start]) {
        from->there++;
        return HXP_STR("");
    }
    if (len == 0)
        from->at = from->text.len;
    else
        hxp_utf8_next(from->text, &from->at);
    from->there += len;
    return hxp_str_part(from->text, start, from->at);
}

/** The first word of text, which the source has as it is, or one byte. */
static hxp_str first_word(hxp_str text)
{
    enum { SURE = 8 };
    size_t len = 0;
    while (len < text.len && len < SURE &&
           !ispunct((unsigned char)text.ptr[len]))
        len++;
    return hxp_str_part(text, 0, len > 0 ? len : text.len > 0);
}

/** Let the source begin where the text does: at byte at of the line, or near,
 * as cmark's columns are not always right. False: it is not there. */
static bool find_start(sourced_text *from, hxp_str line, size_t at)
{
    enum { NEAR = 200 };
    hxp_str first = first_word(from->text);
    from->source = hxp_str_part(line, at, line.len);
    if (hxp_str_starts(from->source, first) || source_char(from, 0) == '\\' ||
        source_char(from, 0) == '&')
        return true;
    size_t end = line.len - at < NEAR ? line.len : at + NEAR;
    for (at = at < NEAR ? 0 : at - NEAR; at < end; at++) {
        from->source = hxp_str_part(line, at, line.len);
        if (hxp_str_starts(from->source, first))
            return true;
    }
    return false;
}

hxp_status hxp_markdown_text_put(hxp_blocks *blocks, hxp_markdown_tree *tree,
                                 cmark_node *node, hxp_error *error)
{
    sourced_text from = { .text = hxp_str_of(cmark_node_get_literal(node)) };
    size_t at;
    hxp_str line = hxp_markdown_line(tree, node, &at);
    hxp_status status = HXP_OK;
    if (!find_start(&from, line, at))
        return hxp_blocks_text(blocks, from.text, error);
    while (status == HXP_OK && from.at < from.text.len) {
        hxp_place place =
            hxp_markdown_place_at(tree, from.source.ptr + from.there);
        status = hxp_blocks_text_at(blocks, pass_same(&from), place, error);
        if (status == HXP_OK && from.at < from.text.len)
            status = hxp_blocks_text(blocks, pass_other(&from), error);
    }
    return status;
}

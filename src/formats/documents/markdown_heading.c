/* markdown_heading.c - leaves out the attributes behind a heading. */
#include "formats/documents/markdown_heading.h"

#include "base/str.h"
#include "text/utf8.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static hxp_str trim_end(hxp_str text)
{
    while (text.len > 0 && is_blank(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

/** The length of the name of an id, a class or a key at the start of text. */
static size_t name_len(hxp_str text)
{
    size_t len = 0;
    while (len < text.len && !is_blank(text.ptr[len]) &&
           !strchr("{}#=\"'<>`\\", text.ptr[len]))
        len++;
    return len;
}

/** The length of the value of a key at the start of text; 0: none. */
static size_t value_len(hxp_str text)
{
    if (text.len == 0 || (text.ptr[0] != '"' && text.ptr[0] != '\''))
        return name_len(text);
    const char *end = memchr(text.ptr + 1, text.ptr[0], text.len - 1);
    return end ? (size_t)(end - text.ptr) + 1 : 0;
}

/** The length of the attribute at the start of text; 0: there is none. */
static size_t attribute_len(hxp_str text)
{
    bool marked = text.len > 0 && (text.ptr[0] == '#' || text.ptr[0] == '.');
    size_t len = name_len(hxp_str_part(text, marked, text.len)), value;
    if (marked)
        return len > 0 ? len + 1 : 0;
    if (len == 1 && text.ptr[0] == '-')
        return len; /* pandoc's word for "without a number" */
    if (len == 0 || len == text.len || text.ptr[len] != '=')
        return 0;
    value = value_len(hxp_str_part(text, len + 1, text.len));
    return value > 0 ? len + 1 + value : 0;
}

/** True for one or more attributes, parted by blanks; a colon may be first. */
static bool are_attributes(hxp_str list)
{
    size_t at = list.len > 0 && list.ptr[0] == ':';
    bool any = false;
    for (;;) {
        size_t start = at, len;
        while (at < list.len && is_blank(list.ptr[at]))
            at++;
        if (at == list.len)
            return any;
        if (any && at == start)
            return false;
        len = attribute_len(hxp_str_part(list, at, list.len));
        if (len == 0)
            return false;
        at += len;
        any = true;
    }
}

/** Cut the attributes off the end of text; blanks before them are left. */
static bool cut_attributes(hxp_str *text)
{
    size_t start = text->len;
    if (start == 0 || text->ptr[start - 1] != '}')
        return false;
    while (start > 0 && text->ptr[start - 1] != '{')
        start--;
    if (start == 0 || (start > 1 && !is_blank(text->ptr[start - 2])) ||
        !are_attributes(hxp_str_part(*text, start, text->len - 1)))
        return false;
    *text = hxp_str_part(*text, 0, start - 1);
    return true;
}

/** Cut the signs # off that mark the end of a heading, with blanks. */
static bool cut_closing(hxp_str *text)
{
    size_t len = trim_end(*text).len, end = len;
    while (len > 0 && text->ptr[len - 1] == '#')
        len--;
    if (len == end || (len > 0 && !is_blank(text->ptr[len - 1])))
        return false;
    *text = trim_end(hxp_str_part(*text, 0, len));
    return true;
}

/** True for a heading that begins with signs #. */
static bool has_opening(const hxp_markdown_tree *tree, cmark_node *node)
{
    size_t start = hxp_markdown_offset(tree, node);
    return start < tree->text.len && tree->text.ptr[start] == '#';
}

/** The source of the line in which the last node of the heading begins. */
static hxp_str last_line(const hxp_markdown_tree *tree, cmark_node *last)
{
    size_t start = hxp_markdown_offset(tree, last);
    while (start > 0 && tree->text.ptr[start - 1] != '\n' &&
           tree->text.ptr[start - 1] != '\r')
        start--;
    hxp_str rest = hxp_str_part(tree->text, start, tree->text.len), line;
    return hxp_line_cut(&rest, &line) ? trim_end(line) : rest;
}

void hxp_markdown_cut_attributes(hxp_block_part *part,
                                 const hxp_markdown_tree *tree,
                                 cmark_node *node)
{
    cmark_node *last = cmark_node_last_child(node);
    hxp_str text = trim_end(hxp_buffer_str(&part->text));
    if (!last || !cut_attributes(&text))
        return;
    if (part->code_count > 0 &&
        part->codes[part->code_count - 1].offset >= text.len)
        return; /* something stands in them, behind or right before */
    hxp_str source = last_line(tree, last), open = text;
    bool may_close = has_opening(tree, node) && !cut_closing(&source);
    if (!cut_attributes(&source))
        return;
    if (may_close && cut_closing(&source) && cut_closing(&open))
        text = open;
    part->text.len = text.len;
}

/* markdown.c - Markdown as GitHub has it: paragraphs, codes in them. */
#include "base/error.h"
#include "base/str.h"
#include "formats/documents/blocks.h"
#include "formats/documents/document_bytes.h"
#include "formats/documents/document_format.h"
#include "formats/documents/markdown_heading.h"
#include "formats/documents/markdown_text.h"
#include "formats/documents/markdown_tree.h"
#include "formats/html/html_elements.h"

#include <stdlib.h>

typedef struct markdown_reader {
    hxp_paragraph_sink html; /* gets the paragraphs of a block of HTML, */
    size_t html_line;        /* which begins there */
    hxp_blocks blocks;
    hxp_markdown_tree tree;
    hxp_buffer native; /* of the code in work */
    hxp_error *error;
} markdown_reader;

/* --- Codes ---------------------------------------------------------------- */

/** Append the text between two marks. */
static bool add_between(hxp_buffer *buffer, const char *open, hxp_str text,
                        const char *close)
{
    return hxp_buffer_add(buffer, hxp_str_of(open)) &&
           hxp_buffer_add(buffer, text) &&
           hxp_buffer_add(buffer, hxp_str_of(close));
}

/** Add a code whose native form is what was collected. */
static hxp_status put_code(markdown_reader *reader, hxp_code_kind kind,
                           hxp_str name, const char *type)
{
    const hxp_block_code code = { .kind = kind,
                                  .name = name,
                                  .type = hxp_str_of(type),
                                  .native = hxp_buffer_str(&reader->native) };
    hxp_status status = hxp_blocks_code(&reader->blocks, &code, reader->error);
    reader->native.len = 0;
    return status;
}

static hxp_status put_native(markdown_reader *reader, hxp_code_kind kind,
                             const char *native, const char *type)
{
    if (!hxp_buffer_add(&reader->native, hxp_str_of(native)))
        return hxp_no_memory(reader->error);
    return put_code(reader, kind, hxp_str_of(type), type);
}

/** The mark that begins node, such as "**" or "__". */
static const char *mark_of(const markdown_reader *reader, cmark_node *node)
{
    bool strong = cmark_node_get_type(node) == CMARK_NODE_STRONG;
    size_t at = hxp_markdown_offset(&reader->tree, node);
    if (at < reader->tree.text.len && reader->tree.text.ptr[at] == '_')
        return strong ? "__" : "_";
    return strong ? "**" : "*";
}

static hxp_status put_mark(markdown_reader *reader, cmark_node *node,
                           hxp_code_kind kind)
{
    bool strong = cmark_node_get_type(node) == CMARK_NODE_STRONG;
    return put_native(reader, kind, mark_of(reader, node),
                      strong ? "bold" : "italic");
}

static hxp_status begin_mark(markdown_reader *reader, cmark_node *node)
{
    return put_mark(reader, node, HXP_CODE_BEGIN);
}

static hxp_status end_mark(markdown_reader *reader, cmark_node *node)
{
    return put_mark(reader, node, HXP_CODE_END);
}

static hxp_status begin_strike(markdown_reader *reader, cmark_node *node)
{
    (void)node;
    return put_native(reader, HXP_CODE_BEGIN, "~~", "strikethrough");
}

static hxp_status end_strike(markdown_reader *reader, cmark_node *node)
{
    (void)node;
    return put_native(reader, HXP_CODE_END, "~~", "strikethrough");
}

static bool add_marks(hxp_buffer *native, size_t count)
{
    while (count > 0 && hxp_buffer_add(native, HXP_STR("`")))
        count--;
    return count == 0;
}

/** One end of a code span whose text is as given: as many backquotes as it
 * needs. */
static hxp_status put_backquotes(markdown_reader *reader, hxp_code_kind kind,
                                 hxp_str text)
{
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < text.len; i++) {
        run = text.ptr[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    if (!add_marks(&reader->native, longest + 1))
        return hxp_no_memory(reader->error);
    return put_code(reader, kind, HXP_STR("code"), "");
}

/** A code span: its text between its marks, as that of HTML's element. */
static hxp_status put_code_span(markdown_reader *reader, cmark_node *node)
{
    hxp_str text = hxp_str_of(cmark_node_get_literal(node));
    hxp_status status = put_backquotes(reader, HXP_CODE_BEGIN, text);
    if (status == HXP_OK)
        status = hxp_markdown_text_put(&reader->blocks, &reader->tree, node,
                                       reader->error);
    return status == HXP_OK ? put_backquotes(reader, HXP_CODE_END, text)
                            : status;
}

static hxp_status put_footnote_mark(markdown_reader *reader, cmark_node *node)
{
    if (!add_between(&reader->native, "[^",
                     hxp_str_of(cmark_node_get_literal(node)), "]"))
        return hxp_no_memory(reader->error);
    return put_code(reader, HXP_CODE_STANDALONE, HXP_STR("footnote"), "fnote");
}

static hxp_status put_hard_break(markdown_reader *reader, cmark_node *node)
{
    (void)node;
    hxp_status status = put_native(reader, HXP_CODE_STANDALONE, "\\", "lb");
    return status == HXP_OK
               ? hxp_blocks_line_break(&reader->blocks, reader->error)
               : status;
}

/** The name of the element of tag, without "<" or "</". */
static hxp_str tag_name(hxp_str tag)
{
    size_t start = tag.len > 1 && tag.ptr[1] == '/' ? 2 : 1, end = start;
    while (end < tag.len && !strchr(" \t\r\n/>", tag.ptr[end]))
        end++;
    return hxp_str_part(tag, start, end);
}

static hxp_status put_tag(markdown_reader *reader, cmark_node *node)
{
    hxp_str tag = hxp_str_of(cmark_node_get_literal(node));
    hxp_str name = tag_name(tag);
    hxp_code_kind kind = HXP_CODE_BEGIN;
    if (tag.len > 1 && tag.ptr[1] == '/')
        kind = HXP_CODE_END;
    else if (tag.len < 3 || tag.ptr[1] == '!' || tag.ptr[1] == '?' ||
             tag.ptr[tag.len - 2] == '/' || hxp_html_is_void(name))
        kind = HXP_CODE_STANDALONE;
    if (!hxp_buffer_add(&reader->native, tag))
        return hxp_no_memory(reader->error);
    hxp_status status = put_code(reader, kind, name, "");
    if (status == HXP_OK && hxp_str_is_nocase(name, "br"))
        status = hxp_blocks_line_break(&reader->blocks, reader->error);
    return status;
}

/* --- Links and pictures --------------------------------------------------- */

/** A text of its own, which is read in another place. */
static hxp_status put_value(markdown_reader *reader, cmark_node *node,
                            hxp_str text)
{
    const hxp_block value = { HXP_BLOCK_VALUE, 0 };
    hxp_status status =
        hxp_blocks_open(&reader->blocks, value,
                        hxp_markdown_place(&reader->tree, node), reader->error);
    if (status == HXP_OK)
        status = hxp_blocks_text(&reader->blocks, text, reader->error);
    return status == HXP_OK ? hxp_blocks_close(&reader->blocks, reader->error)
                            : status;
}

static hxp_status put_title(markdown_reader *reader, cmark_node *node)
{
    return put_value(reader, node, hxp_str_of(cmark_node_get_title(node)));
}

/** Collect what follows the text of a link: ](address "title"). */
static bool add_address(hxp_buffer *native, cmark_node *node)
{
    hxp_str title = hxp_str_of(cmark_node_get_title(node));
    hxp_str url = hxp_str_of(cmark_node_get_url(node));
    bool blank = url.len > 0 && memchr(url.ptr, ' ', url.len);
    bool quote = title.len > 0 && memchr(title.ptr, '"', title.len);
    return add_between(native, blank ? "](<" : "](", url, blank ? ">" : "") &&
           (title.len == 0 || add_between(native, quote ? " '" : " \"", title,
                                          quote ? "'" : "\"")) &&
           hxp_buffer_add(native, HXP_STR(")"));
}

/** True for an address that stands for itself: <https://example.org>. */
static bool is_autolink(const markdown_reader *reader, cmark_node *node)
{
    cmark_node *child = cmark_node_first_child(node);
    if (!child || cmark_node_next(child) ||
        cmark_node_get_type(child) != CMARK_NODE_TEXT)
        return false;
    size_t at = hxp_markdown_offset(&reader->tree, child);
    return at > 0 && reader->tree.text.ptr[at - 1] == '<';
}

static hxp_status begin_link(markdown_reader *reader, cmark_node *node)
{
    return put_native(reader, HXP_CODE_BEGIN,
                      is_autolink(reader, node) ? "<" : "[", "link");
}

static hxp_status end_link(markdown_reader *reader, cmark_node *node)
{
    if (is_autolink(reader, node))
        return put_native(reader, HXP_CODE_END, ">", "link");
    if (!add_address(&reader->native, node))
        return hxp_no_memory(reader->error);
    hxp_status status = put_code(reader, HXP_CODE_END, HXP_STR("link"), "link");
    return status == HXP_OK ? put_title(reader, node) : status;
}

/** Append the text in node, without marks. */
static bool add_plain(hxp_buffer *text, cmark_node *root)
{
    cmark_node *node = cmark_node_first_child(root);
    while (node) {
        const char *literal = cmark_node_get_literal(node);
        if (!literal && !cmark_node_first_child(node))
            literal = " ";
        if (literal && !hxp_buffer_add(text, hxp_str_of(literal)))
            return false;
        cmark_node *child = cmark_node_first_child(node);
        node = child ? child : hxp_markdown_node_behind(node, root);
    }
    return true;
}

/** A picture: one code; what people read of it are texts of their own. */
static hxp_status put_picture(markdown_reader *reader, cmark_node *node)
{
    hxp_buffer text = { NULL, 0, 0 };
    hxp_status status = HXP_OK;
    if (!add_plain(&text, node) ||
        !hxp_buffer_add(&reader->native, HXP_STR("![")) ||
        !hxp_buffer_add(&reader->native, hxp_buffer_str(&text)) ||
        !add_address(&reader->native, node))
        status = hxp_no_memory(reader->error);
    if (status == HXP_OK)
        status =
            put_code(reader, HXP_CODE_STANDALONE, HXP_STR("image"), "image");
    if (status == HXP_OK)
        status = put_value(reader, node, hxp_buffer_str(&text));
    if (status == HXP_OK)
        status = put_title(reader, node);
    hxp_buffer_free(&text);
    return status;
}

/* --- Text ----------------------------------------------------------------- */

static hxp_status put_text(markdown_reader *reader, cmark_node *node)
{
    return hxp_markdown_text_put(&reader->blocks, &reader->tree, node,
                                 reader->error);
}

static hxp_status put_soft_break(markdown_reader *reader, cmark_node *node)
{
    (void)node;
    return hxp_blocks_text(&reader->blocks, HXP_STR("\n"), reader->error);
}

/* --- Blocks --------------------------------------------------------------- */

/** What a paragraph is by what it stands in. */
static hxp_block block_around(cmark_node *node)
{
    hxp_block block = { HXP_BLOCK_TEXT, 0 };
    for (; node; node = cmark_node_parent(node)) {
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_FOOTNOTE_DEFINITION)
            return (hxp_block){ HXP_BLOCK_NOTE, 0 };
        if (type == CMARK_NODE_ITEM) {
            block.kind = HXP_BLOCK_ITEM;
            block.level++;
        }
    }
    return block;
}

static hxp_status open_block(markdown_reader *reader, cmark_node *node,
                             hxp_block block)
{
    return hxp_blocks_open(&reader->blocks, block,
                           hxp_markdown_place(&reader->tree, node),
                           reader->error);
}

static hxp_status begin_heading(markdown_reader *reader, cmark_node *node)
{
    unsigned level = (unsigned)cmark_node_get_heading_level(node);
    return open_block(reader, node, (hxp_block){ HXP_BLOCK_HEADING, level });
}

static hxp_status end_heading(markdown_reader *reader, cmark_node *node)
{
    hxp_markdown_cut_attributes(hxp_blocks_part(&reader->blocks), &reader->tree,
                                node);
    return hxp_blocks_close(&reader->blocks, reader->error);
}

/** A cell begins at the blanks before its text. */
static hxp_status begin_cell(markdown_reader *reader, cmark_node *node)
{
    cmark_node *first = cmark_node_first_child(node);
    return open_block(reader, first ? first : node,
                      (hxp_block){ HXP_BLOCK_CELL, 0 });
}

static hxp_status begin_paragraph(markdown_reader *reader, cmark_node *node)
{
    return open_block(reader, node, block_around(node));
}

static hxp_status end_block(markdown_reader *reader, cmark_node *node)
{
    (void)node;
    return hxp_blocks_close(&reader->blocks, reader->error);
}

static hxp_status put_html_paragraph(hxp_paragraph_sink *sink,
                                     const hxp_paragraph *paragraph,
                                     hxp_error *error)
{
    markdown_reader *reader = (markdown_reader *)(void *)sink;
    hxp_place place = paragraph->place;
    place.line += reader->html_line - 1;
    return hxp_blocks_copy(&reader->blocks, paragraph, place, error);
}

/** The text of a block of HTML is that of a page. */
static hxp_status put_html(markdown_reader *reader, cmark_node *node)
{
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    hxp_input *input;
    hxp_status status =
        hxp_input_memory(&input, hxp_str_of(cmark_node_get_literal(node)),
                         reader->blocks.file, reader->error);
    if (status != HXP_OK)
        return status;
    options.encoding = "UTF-8";
    reader->html_line = hxp_markdown_place(&reader->tree, node).line;
    status = hxp_html_stream(&reader->html, input, &options, reader->error);
    hxp_input_close(input);
    return status;
}

/* --- The tree ------------------------------------------------------------- */

typedef hxp_status node_function(markdown_reader *reader, cmark_node *node);

/** What is done at the beginning and at the end of a node. */
typedef struct node_reader {
    const char *type; /* as cmark calls it */
    node_function *begin;
    node_function *end;
} node_reader;

/* Of nodes not in this table only what is in them counts. In the order of
 * strcmp(). */
static const node_reader readers[] = {
    { "code", put_code_span, NULL },
    { "emph", begin_mark, end_mark },
    { "heading", begin_heading, end_heading },
    { "html_block", put_html, NULL },
    { "html_inline", put_tag, NULL },
    { "image", put_picture, NULL },
    { "linebreak", put_hard_break, NULL },
    { "link", begin_link, end_link },
    { "paragraph", begin_paragraph, end_block },
    { "softbreak", put_soft_break, NULL },
    { "strikethrough", begin_strike, end_strike },
    { "strong", begin_mark, end_mark },
    { "table_cell", begin_cell, end_block },
    { "text", put_text, NULL },
};

static int by_type(const void *type, const void *reader)
{
    return strcmp(type, ((const node_reader *)reader)->type);
}

static const node_reader *reader_of(cmark_node *node)
{
    static const node_reader footnote = { "", put_footnote_mark, NULL };
    static const node_reader other = { "", NULL, NULL };
    if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_REFERENCE)
        return &footnote;
    const node_reader *found =
        bsearch(cmark_node_get_type_string(node), readers,
                sizeof readers / sizeof readers[0], sizeof readers[0], by_type);
    return found ? found : &other;
}

static hxp_status begin(markdown_reader *reader, cmark_node *node)
{
    node_function *function = reader_of(node)->begin;
    return function ? function(reader, node) : HXP_OK;
}

static hxp_status end(markdown_reader *reader, cmark_node *node)
{
    node_function *function = reader_of(node)->end;
    return function ? function(reader, node) : HXP_OK;
}

/** What is in a picture has been read with it. */
static cmark_node *first_within(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_IMAGE
               ? NULL
               : cmark_node_first_child(node);
}

/** Read all nodes; they may lie deep, so this is no recursion. */
static hxp_status read_nodes(markdown_reader *reader)
{
    cmark_node *node = first_within(reader->tree.root);
    hxp_status status = HXP_OK;
    while (node && status == HXP_OK) {
        status = begin(reader, node);
        if (first_within(node)) {
            node = first_within(node);
            continue;
        }
        if (status == HXP_OK)
            status = end(reader, node);
        while (status == HXP_OK && !cmark_node_next(node) &&
               cmark_node_parent(node) != reader->tree.root) {
            node = cmark_node_parent(node);
            status = end(reader, node);
        }
        node = cmark_node_next(node);
    }
    return status;
}

hxp_status hxp_markdown_stream(hxp_paragraph_sink *sink, hxp_input *input,
                               const hxp_document_options *options,
                               hxp_error *error)
{
    markdown_reader reader = { .html = { put_html_paragraph },
                               .blocks = hxp_blocks_make(sink, input),
                               .error = error };
    hxp_buffer text = { NULL, 0, 0 };
    hxp_document_bytes bytes;
    hxp_status status =
        hxp_document_bytes_open(&bytes, input, options, NULL, error);
    bytes.longest_line = HXP_PARAGRAPH_LIMIT; /* and of a paragraph */
    if (status == HXP_OK)
        status =
            hxp_document_bytes_all(&bytes, &text, HXP_MARKDOWN_LIMIT, error);
    hxp_document_bytes_close(&bytes);
    if (status == HXP_OK)
        status =
            hxp_markdown_tree_parse(&reader.tree, hxp_buffer_str(&text), error);
    if (status == HXP_OK)
        status = read_nodes(&reader);
    hxp_markdown_tree_free(&reader.tree);
    hxp_blocks_free(&reader.blocks);
    hxp_buffer_free(&reader.native);
    hxp_buffer_free(&text);
    return status;
}

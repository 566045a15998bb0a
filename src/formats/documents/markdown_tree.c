/* markdown_tree.c - cmark's parser, kept from ending the process. */
#include "formats/documents/markdown_tree.h"

#include "base/error.h"
#include "base/str.h"
#include "text/utf8.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <pthread.h>
#include <setjmp.h>

/* --- Memory --------------------------------------------------------------- */

/* cmark cannot be told that memory is out: it would go on with NULL. So the
 * way out is a jump, and an arena frees what cmark has by then. */

/** Where what is being parsed in this thread lives. */
typedef struct parsing {
    hxp_arena *arena;
    jmp_buf out_of_memory;
} parsing;

static _Thread_local parsing *current;

/** What precedes the bytes handed out. */
typedef union room {
    size_t size;
    max_align_t alignment;
} room;

static void *take(size_t size)
{
    room *at = NULL;
    if (size <= SIZE_MAX / 4)
        at = hxp_arena_alloc(current->arena, 1, sizeof *at + size);
    if (!at)
        longjmp(current->out_of_memory, 1);
    at->size = size;
    return at + 1;
}

static void *take_zeroed(size_t count, size_t size)
{
    return take(size == 0 || count <= SIZE_MAX / size ? count * size
                                                      : SIZE_MAX);
}

static void *take_more(void *old, size_t size)
{
    void *new = take(size);
    if (old) {
        size_t had = ((room *)old - 1)->size;
        memcpy(new, old, had < size ? had : size);
    }
    return new;
}

static void give_back(void *old)
{
    (void)old; /* the arena goes as a whole */
}

static cmark_mem memory = { take_zeroed, take_more, give_back };

/* --- Parsing -------------------------------------------------------------- */

cmark_node *hxp_markdown_node_behind(cmark_node *node, cmark_node *root)
{
    while (node != root && !cmark_node_next(node))
        node = cmark_node_parent(node);
    return node == root ? NULL : cmark_node_next(node);
}

/** Let cmark make the strings of all nodes, which it does when first asked. */
static void make_strings(cmark_node *root)
{
    cmark_node *node = root;
    while (node) {
        (void)cmark_node_get_literal(node);
        (void)cmark_node_get_url(node);
        (void)cmark_node_get_title(node);
        cmark_node *child = cmark_node_first_child(node);
        node = child ? child : hxp_markdown_node_behind(node, root);
    }
}

/**
 * True when there is "[^" that no plain name of a footnote follows. cmark cuts
 * such text off where it spans lines.
 */
static bool has_odd_footnotes(hxp_str text)
{
    for (size_t i = 0; i + 1 < text.len; i++) {
        if (text.ptr[i] != '[' || text.ptr[i + 1] != '^')
            continue;
        size_t at = i + 2;
        while (at < text.len && !strchr("[]\\`<\r\n", text.ptr[at]))
            at++;
        if (at == text.len || text.ptr[at] != ']')
            return true;
    }
    return false;
}

static cmark_node *parse(hxp_str text)
{
    static const char *const extensions[] = { "table", "strikethrough",
                                              "tasklist" };
    int footnotes = has_odd_footnotes(text) ? 0 : CMARK_OPT_FOOTNOTES;
    cmark_parser *parser = cmark_parser_new_with_mem(footnotes, &memory);
    for (size_t i = 0; i < sizeof extensions / sizeof extensions[0]; i++)
        cmark_parser_attach_syntax_extension(
            parser, cmark_find_syntax_extension(extensions[i]));
    cmark_parser_feed(parser, text.ptr, text.len);
    cmark_node *root = cmark_parser_finish(parser);
    make_strings(root);
    return root;
}

/** NULL: memory is out. */
static cmark_node *try_to_parse(hxp_arena *arena, hxp_str text)
{
    parsing here = { .arena = arena };
    cmark_node *root = NULL;
    current = &here;
    if (setjmp(here.out_of_memory) == 0)
        root = parse(text);
    current = NULL;
    return root;
}

/* --- Lines ---------------------------------------------------------------- */

/** Find where the lines of the tree's text begin. */
static bool find_lines(hxp_markdown_tree *tree)
{
    hxp_str rest = tree->text, line;
    size_t count = 0;
    while (hxp_line_cut(&rest, &line))
        count++;
    tree->lines = hxp_arena_alloc(&tree->arena, count + 1, sizeof(size_t));
    if (!tree->lines)
        return false;
    rest = tree->text;
    while (hxp_line_cut(&rest, &line))
        tree->lines[tree->line_count++] = (size_t)(line.ptr - tree->text.ptr);
    return true;
}

static hxp_str line_at(const hxp_markdown_tree *tree, size_t i)
{
    hxp_str rest = hxp_str_part(tree->text, tree->lines[i], tree->text.len),
            line;
    return hxp_line_cut(&rest, &line) ? hxp_str_trim(line) : rest;
}

/** The lines of front matter at the start. */
static size_t count_front_matter(const hxp_markdown_tree *tree)
{
    hxp_str mark = tree->line_count > 0 ? line_at(tree, 0) : HXP_STR("");
    if (!hxp_str_is(mark, "---") && !hxp_str_is(mark, "+++"))
        return 0;
    for (size_t i = 1; i < tree->line_count; i++)
        if (hxp_str_equal(line_at(tree, i), mark))
            return i + 1;
    return 0;
}

/** The line in which node begins, from 0, of all the text. */
static size_t line_of(const hxp_markdown_tree *tree, cmark_node *node)
{
    int line = cmark_node_get_start_line(node);
    return tree->passed_over + (line > 0 ? (size_t)line - 1 : 0);
}

size_t hxp_markdown_offset(const hxp_markdown_tree *tree, cmark_node *node)
{
    int column = cmark_node_get_start_column(node);
    size_t number = line_of(tree, node);
    if (number >= tree->line_count)
        return tree->text.len;
    size_t offset = tree->lines[number] + (column > 0 ? (size_t)column - 1 : 0);
    return offset < tree->text.len ? offset : tree->text.len;
}

hxp_str hxp_markdown_line(const hxp_markdown_tree *tree, cmark_node *node,
                          size_t *at)
{
    size_t number = line_of(tree, node);
    bool last = number + 1 >= tree->line_count;
    size_t end = last ? tree->text.len : tree->lines[number + 1];
    size_t start =
        number < tree->line_count ? tree->lines[number] : tree->text.len;
    size_t offset = hxp_markdown_offset(tree, node);
    *at = (offset < end ? offset : end) - start;
    return hxp_str_part(tree->text, start, end);
}

hxp_place hxp_markdown_place_at(hxp_markdown_tree *tree, const char *byte)
{
    hxp_str text = tree->text;
    size_t offset = (size_t)(byte - text.ptr), low = 0, high = tree->line_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (tree->lines[middle] <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    /* go on from the place found last, if that is in the same line */
    hxp_cursor *found = &tree->found;
    if (!found->rest.ptr || found->place.line != low ||
        found->rest.ptr > byte) {
        size_t line = low > 0 ? tree->lines[low - 1] : 0;
        *found = (hxp_cursor){ hxp_str_part(text, line, text.len),
                               { low > 0 ? low : 1, 1, 1 } };
    }
    hxp_cursor_take(found, (size_t)(byte - found->rest.ptr));
    return found->place;
}

hxp_place hxp_markdown_place(hxp_markdown_tree *tree, cmark_node *node)
{
    size_t at;
    hxp_str line = hxp_markdown_line(tree, node, &at);
    return hxp_markdown_place_at(tree, line.ptr + at);
}

/* --- The tree ------------------------------------------------------------- */

hxp_status hxp_markdown_tree_parse(hxp_markdown_tree *tree, hxp_str text,
                                   hxp_error *error)
{
    /* cmark has tables of its own that parsing changes */
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    static pthread_mutex_t parser = PTHREAD_MUTEX_INITIALIZER;
    *tree = (hxp_markdown_tree){ .text = text };
    if (!find_lines(tree))
        return hxp_no_memory(error);
    tree->passed_over = count_front_matter(tree);
    if (tree->passed_over == tree->line_count)
        text = HXP_STR("");
    else
        text = hxp_str_part(text, tree->lines[tree->passed_over], text.len);
    pthread_once(&once, cmark_gfm_core_extensions_ensure_registered);
    pthread_mutex_lock(&parser);
    tree->root = try_to_parse(&tree->arena, text);
    pthread_mutex_unlock(&parser);
    return tree->root ? HXP_OK : hxp_no_memory(error);
}

void hxp_markdown_tree_free(hxp_markdown_tree *tree)
{
    hxp_arena_free(&tree->arena);
}

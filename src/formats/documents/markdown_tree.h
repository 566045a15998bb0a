/* markdown_tree.h - Markdown as the tree that cmark makes of it. */
#ifndef FORMATS_MARKDOWN_TREE_H
#define FORMATS_MARKDOWN_TREE_H

#include "base/arena.h"
#include "text/cursor.h"

#include <cmark-gfm.h>

/** What is longer than this many bytes is no Markdown but a mistake. */
#define HXP_MARKDOWN_LIMIT ((size_t)1 << 28)

typedef struct hxp_markdown_tree {
    cmark_node *root;
    hxp_str text;
    size_t *lines; /* of the text: where each begins */
    size_t line_count;
    size_t passed_over; /* lines of front matter */
    hxp_arena arena;    /* all of the tree */
    hxp_cursor found;   /* the byte whose place was asked for last */
} hxp_markdown_tree;

/**
 * Parse text, at most HXP_MARKDOWN_LIMIT bytes of UTF-8 that live as long as
 * the tree, with GitHub's extensions and footnotes. Front matter, between lines
 * of "---" or "+++" at the start, is passed over. What cmark tells of the nodes
 * needs no memory from then on. The caller ends with hxp_markdown_tree_free()
 * in any case.
 */
hxp_status hxp_markdown_tree_parse(hxp_markdown_tree *tree, hxp_str text,
                                   hxp_error *error);

/** The node behind node and all in it, within root; NULL: there is none. */
cmark_node *hxp_markdown_node_behind(cmark_node *node, cmark_node *root);

/** Where a node begins. */
hxp_place hxp_markdown_place(hxp_markdown_tree *tree, cmark_node *node);

/** Where a byte of the text stands. */
hxp_place hxp_markdown_place_at(hxp_markdown_tree *tree, const char *byte);

/** The line in which a node begins, with its end, at byte *at. */
hxp_str hxp_markdown_line(const hxp_markdown_tree *tree, cmark_node *node,
                          size_t *at);

/** The byte of the text at which a node begins, at most its length. */
size_t hxp_markdown_offset(const hxp_markdown_tree *tree, cmark_node *node);

void hxp_markdown_tree_free(hxp_markdown_tree *tree);

#endif

/* srx_tree.h - the nodes of a pattern's tree, as its reader makes them. */
#ifndef SEGMENT_SRX_TREE_H
#define SEGMENT_SRX_TREE_H

#include "segment/srx_class.h"
#include "segment/srx_syntax.h"

/** A tree on its way. */
typedef struct hxp_tree_builder {
    hxp_pattern_reader text;
    hxp_arena *arena;
    hxp_alphabet *alphabet;
    int depth;
    hxp_status status;
    hxp_error *error;
} hxp_tree_builder;

/** Nothing more is worth reading. */
bool hxp_tree_stopped(const hxp_tree_builder *b);

/* All that make nodes give NULL when memory is out, and say so in b->status. */

hxp_syntax_node *hxp_tree_new_node(hxp_tree_builder *b, hxp_node_kind kind);

/** Put child behind the children of node; either may be NULL: out of memory. */
void hxp_tree_add_child(hxp_syntax_node *node, hxp_syntax_node *child);

/** A node with one child. */
hxp_syntax_node *hxp_tree_around(hxp_tree_builder *b, hxp_node_kind kind,
                                 hxp_syntax_node *child);

/** The child min to max times, which may be HXP_NO_MAXIMUM. */
hxp_syntax_node *hxp_tree_repeat(hxp_tree_builder *b, hxp_syntax_node *child,
                                 int min, int max);

/** One character of set, which is taken. */
hxp_syntax_node *hxp_tree_set_node(hxp_tree_builder *b, USet *set);

/** Any text of min characters or more, of which only ICU knows. */
hxp_syntax_node *hxp_tree_any_text(hxp_tree_builder *b, int min);

/** No text. */
hxp_syntax_node *hxp_tree_empty(hxp_tree_builder *b);

/**
 * What looks around at body, a choice, which it takes; kind is one of the
 * assertions that look. What only ICU can tell is HXP_NODE_MAYBE or
 * HXP_NODE_LOOK.
 */
hxp_syntax_node *hxp_tree_look_at(hxp_tree_builder *b, hxp_syntax_node *body,
                                  hxp_assertion kind);

#endif

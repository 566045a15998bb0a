/* srx_tree.c - the nodes of a pattern's tree; what looks around in it. */
#include "segment/srx_tree.h"

#include "base/error.h"

bool hxp_tree_stopped(const hxp_tree_builder *b)
{
    return b->text.unknown || b->status != HXP_OK;
}

hxp_syntax_node *hxp_tree_new_node(hxp_tree_builder *b, hxp_node_kind kind)
{
    hxp_syntax_node *node = hxp_arena_alloc(b->arena, 1, sizeof *node);
    if (node)
        node->kind = kind;
    else
        b->status = hxp_no_memory(b->error);
    return node;
}

void hxp_tree_add_child(hxp_syntax_node *node, hxp_syntax_node *child)
{
    if (!node || !child)
        return;
    child->previous = node->last;
    node->last = child;
}

hxp_syntax_node *hxp_tree_around(hxp_tree_builder *b, hxp_node_kind kind,
                                 hxp_syntax_node *child)
{
    hxp_syntax_node *node = hxp_tree_new_node(b, kind);
    hxp_tree_add_child(node, child);
    return node;
}

hxp_syntax_node *hxp_tree_repeat(hxp_tree_builder *b, hxp_syntax_node *child,
                                 int min, int max)
{
    hxp_syntax_node *node = hxp_tree_around(b, HXP_NODE_REPEAT, child);
    if (node) {
        node->min = min;
        node->max = max;
    }
    return node;
}

hxp_syntax_node *hxp_tree_set_node(hxp_tree_builder *b, USet *set)
{
    hxp_syntax_node *node = hxp_tree_new_node(b, HXP_NODE_SET);
    if (!node || !set) {
        uset_close(set);
        b->status = hxp_no_memory(b->error);
        return NULL;
    }
    hxp_status status =
        hxp_alphabet_add(&node->set, b->alphabet, set, b->error);
    if (status == HXP_ELIMIT)
        b->text.unknown = true;
    else if (status != HXP_OK)
        b->status = status;
    return node;
}

hxp_syntax_node *hxp_tree_any_text(hxp_tree_builder *b, int min)
{
    hxp_syntax_node *node = hxp_tree_new_node(b, HXP_NODE_SET);
    if (node)
        node->set = HXP_SET_ALL;
    return hxp_tree_around(b, HXP_NODE_MAYBE,
                           hxp_tree_repeat(b, node, min, HXP_NO_MAXIMUM));
}

hxp_syntax_node *hxp_tree_empty(hxp_tree_builder *b)
{
    return hxp_tree_new_node(b, HXP_NODE_CAT);
}

/* --- Looking around ------------------------------------------------------- */

/** The opposite of an assertion; true in *known if there is one. */
static hxp_assertion opposite(hxp_assertion kind, bool *known)
{
    static const hxp_assertion others[HXP_ASSERTIONS] = {
        [HXP_AT_WORD_EDGE] = HXP_NOT_AT_WORD_EDGE,
        [HXP_NOT_AT_WORD_EDGE] = HXP_AT_WORD_EDGE,
        [HXP_AHEAD] = HXP_NOT_AHEAD,
        [HXP_NOT_AHEAD] = HXP_AHEAD,
        [HXP_BEHIND] = HXP_NOT_BEHIND,
        [HXP_NOT_BEHIND] = HXP_BEHIND,
    };
    *known = kind <= HXP_NOT_AT_WORD_EDGE || hxp_assertion_looks(kind);
    return others[kind];
}

/** What only ICU can tell, and is no text. */
static hxp_syntax_node *unsure(hxp_tree_builder *b)
{
    return hxp_tree_around(b, HXP_NODE_MAYBE, hxp_tree_empty(b));
}

/** What looks at one thing of its body: a character, a place or more. */
static hxp_syntax_node *look_at_one(hxp_tree_builder *b, hxp_syntax_node *body,
                                    hxp_assertion kind)
{
    bool negative = kind == HXP_NOT_AHEAD || kind == HXP_NOT_BEHIND, known;
    if (body->kind == HXP_NODE_SET) {
        body->kind = HXP_NODE_ASSERT;
        body->assertion = kind;
        return body;
    }
    if (body->kind == HXP_NODE_ASSERT) { /* of the same place */
        hxp_assertion other = opposite(body->assertion, &known);
        if (negative && !known)
            return unsure(b);
        if (negative)
            body->assertion = other;
        return body;
    }
    if (negative)
        return unsure(b);
    hxp_syntax_node *node = hxp_tree_around(b, HXP_NODE_LOOK, body);
    if (node)
        node->assertion = kind;
    return node;
}

hxp_syntax_node *hxp_tree_look_at(hxp_tree_builder *b, hxp_syntax_node *body,
                                  hxp_assertion kind)
{
    bool negative = kind == HXP_NOT_AHEAD || kind == HXP_NOT_BEHIND;
    hxp_syntax_node *all =
        hxp_tree_new_node(b, negative ? HXP_NODE_CAT : HXP_NODE_ALT);
    for (hxp_syntax_node *text = body ? body->last : NULL, *next; text;
         text = next) {
        next = text->previous;
        text->previous = NULL;
        bool one =
            text->kind == HXP_NODE_CAT && text->last && !text->last->previous;
        hxp_tree_add_child(all, look_at_one(b, one ? text->last : text, kind));
    }
    return all;
}

/** The first child of node, which has some. */
static hxp_syntax_node *first_child(const hxp_syntax_node *node)
{
    hxp_syntax_node *child = node->last;
    while (child->previous)
        child = child->previous;
    return child;
}

/* NOLINTNEXTLINE(misc-no-recursion): trees are as deep as DEEPEST */
void hxp_syntax_settle(hxp_syntax_node *root, bool behind)
{
    hxp_assertion kind = behind ? HXP_BEHIND : HXP_AHEAD;
    if (root->kind == HXP_NODE_LOOK && root->assertion == kind)
        root->kind = HXP_NODE_CAT;
    else if (root->kind == HXP_NODE_CAT && root->last)
        hxp_syntax_settle(behind ? first_child(root) : root->last, behind);
    else if (root->kind == HXP_NODE_ALT)
        for (hxp_syntax_node *text = root->last; text; text = text->previous)
            hxp_syntax_settle(text, behind);
}

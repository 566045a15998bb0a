/* trie.c - edges in one hash table, so that a node costs a few bytes. */
#include "terms/trie.h"

#include "base/array.h"

#include <stdlib.h>

struct hxp_trie_edge {
    uint32_t node;
    uint32_t word;
    uint32_t child; /* 0: the slot is free */
};

struct hxp_trie_node {
    uint32_t first; /* handles of leaves */
    uint32_t last;
    hxp_word_set next; /* the words of its edges */
};

static size_t find_slot(const hxp_trie *trie, uint32_t node, uint32_t word)
{
    uint64_t hash =
        ((uint64_t)node << 32 | word) * UINT64_C(0x9E3779B97F4A7C15);
    size_t slot = (size_t)(hash >> 32) & (trie->slots - 1);
    while (trie->edges[slot].child != 0 &&
           (trie->edges[slot].node != node || trie->edges[slot].word != word))
        slot = (slot + 1) & (trie->slots - 1);
    return slot;
}

uint32_t hxp_trie_child(const hxp_trie *trie, uint32_t node, uint32_t word)
{
    return trie->slots ? trie->edges[find_slot(trie, node, word)].child : 0;
}

static bool grow(hxp_trie *trie)
{
    hxp_trie old = *trie;
    size_t slots = old.slots ? 2 * old.slots : 64;
    struct hxp_trie_edge *edges = calloc(slots, sizeof *edges);
    if (!edges)
        return false;
    trie->edges = edges;
    trie->slots = slots;
    for (size_t i = 0; i < old.slots; i++) {
        const struct hxp_trie_edge *edge = &old.edges[i];
        if (edge->child != 0)
            edges[find_slot(trie, edge->node, edge->word)] = *edge;
    }
    free(old.edges);
    return true;
}

/** Make a node; 0 when memory is out. The first call makes the root too. */
static uint32_t add_node(hxp_trie *trie)
{
    if (!hxp_array_reserve(&trie->nodes, &trie->node_room, trie->node_count + 2,
                           sizeof *trie->nodes))
        return 0;
    if (trie->node_count == 0)
        trie->nodes[trie->node_count++] = (struct hxp_trie_node){ 0, 0, 0 };
    trie->nodes[trie->node_count] = (struct hxp_trie_node){ 0, 0, 0 };
    return (uint32_t)trie->node_count++;
}

/** The node that word leads to from node, made when it is new; 0 as above. */
static uint32_t need_child(hxp_trie *trie, uint32_t node, uint32_t word)
{
    if (2 * trie->edge_count >= trie->slots && !grow(trie))
        return 0;
    struct hxp_trie_edge *edge = &trie->edges[find_slot(trie, node, word)];
    if (edge->child == 0) {
        uint32_t child = add_node(trie);
        if (child == 0)
            return 0;
        *edge = (struct hxp_trie_edge){ node, word, child };
        trie->nodes[node].next |= hxp_word_set_of(word);
        trie->edge_count++;
    }
    return edge->child;
}

bool hxp_trie_add(hxp_trie *trie, const uint32_t *words, size_t count,
                  const struct hxp_trie_leaf *leaf)
{
    uint32_t node = 0;
    for (size_t i = 0; i < count; i++) {
        node = need_child(trie, node, words[i]);
        if (node == 0)
            return false;
    }
    if (!hxp_array_reserve(&trie->leaves, &trie->leaf_room,
                           trie->leaf_count + 1, sizeof *trie->leaves))
        return false;
    trie->leaves[trie->leaf_count] = *leaf;
    trie->leaves[trie->leaf_count].next = 0;
    uint32_t handle = (uint32_t)++trie->leaf_count;
    struct hxp_trie_node *end = &trie->nodes[node];
    if (end->last != 0)
        trie->leaves[end->last - 1].next = handle;
    else
        end->first = handle;
    end->last = handle;
    return true;
}

hxp_word_set hxp_trie_next_words(const hxp_trie *trie, uint32_t node)
{
    return trie->node_count > 0 ? trie->nodes[node].next : 0;
}

uint32_t hxp_trie_first(const hxp_trie *trie, uint32_t node)
{
    return trie->nodes[node].first;
}

const struct hxp_trie_leaf *hxp_trie_leaf(const hxp_trie *trie, uint32_t leaf)
{
    return &trie->leaves[leaf - 1];
}

void hxp_trie_free(hxp_trie *trie)
{
    free(trie->edges);
    free(trie->nodes);
    free(trie->leaves);
}

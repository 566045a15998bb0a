/* trie.c - sorts the terms by their words and makes nodes of what they share,
 * level by level, so that what belongs together lies together. */
#include "terms/trie.h"

#include "base/array.h"

#include <stdlib.h>

/** A term's words, and what is at their end. */
struct hxp_trie_term {
    struct hxp_trie_leaf leaf;
    uint32_t count;
    uint32_t words[];
};

struct hxp_trie_path {
    uint64_t start; /* the first two words, by which most are in order */
    const struct hxp_trie_term *term;
};

/** The paths that go through a node. */
struct range {
    size_t start, end;
    size_t depth; /* words that they share */
};

/** A trie in the making. */
struct making {
    hxp_trie *trie;
    struct range *ranges; /* by node */
    size_t node_room, range_room, word_room;
};

bool hxp_trie_add(hxp_trie *trie, const uint32_t *words, size_t count,
                  const struct hxp_trie_leaf *leaf)
{
    struct hxp_trie_term *term =
        hxp_arena_alloc(&trie->arena, 1, sizeof *term + count * sizeof *words);
    if (!term || !hxp_array_reserve(&trie->paths, &trie->path_room,
                                    trie->path_count + 1, sizeof *trie->paths))
        return false;
    term->leaf = *leaf;
    term->count = (uint32_t)count;
    memcpy(term->words, words, count * sizeof *words);
    uint64_t start = (uint64_t)words[0] << 32 | (count > 1 ? words[1] + 1 : 0);
    trie->paths[trie->path_count++] = (struct hxp_trie_path){ start, term };
    return true;
}

static int compare(uint64_t a, uint64_t b)
{
    return a < b ? -1 : a > b;
}

/** By words; the shorter first; equal ones by concept and term. */
static int order(const void *left, const void *right)
{
    const struct hxp_trie_path *path = left, *other = right;
    const struct hxp_trie_term *a = path->term, *b = other->term;
    int by = compare(path->start, other->start);
    for (uint32_t i = 2; by == 0 && i < a->count && i < b->count; i++)
        by = compare(a->words[i], b->words[i]);
    if (by == 0)
        by = compare(a->count, b->count);
    if (by == 0)
        by = compare(a->leaf.concept, b->leaf.concept);
    return by ? by : compare(a->leaf.term, b->leaf.term);
}

/** Append a node for a range, to which word leads. */
static bool add_node(struct making *making, uint32_t word,
                     const struct range *range)
{
    hxp_trie *trie = making->trie;
    size_t count = trie->node_count + 1;
    if (!hxp_array_reserve(&trie->nodes, &making->node_room, count + 1,
                           sizeof *trie->nodes) ||
        !hxp_array_reserve(&trie->words, &making->word_room, count,
                           sizeof *trie->words) ||
        !hxp_array_reserve(&making->ranges, &making->range_room, count,
                           sizeof *making->ranges))
        return false;
    trie->words[trie->node_count] = word;
    making->ranges[trie->node_count++] = *range;
    return true;
}

/** Give node its leaves, and make its children. */
static bool fill(struct making *making, size_t node)
{
    hxp_trie *trie = making->trie;
    struct range rest = making->ranges[node];
    struct hxp_trie_node made = { 0, (uint32_t)trie->node_count,
                                  (uint32_t)trie->leaf_count };
    for (; rest.start < rest.end &&
           trie->paths[rest.start].term->count == rest.depth;
         rest.start++)
        trie->leaves[trie->leaf_count++] = trie->paths[rest.start].term->leaf;
    while (rest.start < rest.end) {
        uint32_t word = trie->paths[rest.start].term->words[rest.depth];
        struct range child = { rest.start, rest.start, rest.depth + 1 };
        while (child.end < rest.end &&
               trie->paths[child.end].term->words[rest.depth] == word)
            child.end++;
        rest.start = child.end;
        made.next |= hxp_word_set_of(word);
        if (!add_node(making, word, &child))
            return false;
    }
    trie->nodes[node] = made;
    return true;
}

/** Tell for each node which concepts it may lead to; children lie behind. */
static bool tell_concepts(hxp_trie *trie)
{
    const struct hxp_trie_node *nodes = trie->nodes;
    trie->concepts = calloc(trie->node_count + 1, sizeof *trie->concepts);
    for (size_t i = trie->node_count; trie->concepts && i-- > 0;) {
        hxp_word_set set = 0;
        for (uint32_t k = nodes[i].leaf; k < nodes[i + 1].leaf; k++)
            set |= hxp_word_set_of(trie->leaves[k].concept);
        for (uint32_t k = nodes[i].child; k < nodes[i + 1].child; k++)
            set |= trie->concepts[k];
        trie->concepts[i] = set;
    }
    return trie->concepts != NULL;
}

bool hxp_trie_finish(hxp_trie *trie)
{
    struct making making = { .trie = trie };
    const struct range all = { 0, trie->path_count, 0 };
    if (trie->path_count > 0)
        qsort(trie->paths, trie->path_count, sizeof *trie->paths, order);
    trie->leaves = calloc(trie->path_count + 1, sizeof *trie->leaves);
    bool good = trie->leaves && add_node(&making, 0, &all);
    for (size_t node = 0; good && node < trie->node_count; node++)
        good = fill(&making, node);
    if (good) /* where those of the last end */
        trie->nodes[trie->node_count] =
            (struct hxp_trie_node){ 0, (uint32_t)trie->node_count,
                                    (uint32_t)trie->leaf_count };
    good = good && tell_concepts(trie);
    free(making.ranges);
    free(trie->paths);
    trie->paths = NULL;
    hxp_arena_free(&trie->arena);
    return good;
}

uint32_t hxp_trie_child(const hxp_trie *trie, uint32_t node, uint32_t word)
{
    uint32_t low = trie->nodes[node].child, end = trie->nodes[node + 1].child;
    uint32_t high = end;
    if (!(trie->nodes[node].next & hxp_word_set_of(word)))
        return 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (trie->words[middle] < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && trie->words[low] == word ? low : 0;
}

void hxp_trie_free(hxp_trie *trie)
{
    free(trie->paths);
    hxp_arena_free(&trie->arena);
    free(trie->nodes);
    free(trie->words);
    free(trie->concepts);
    free(trie->leaves);
}

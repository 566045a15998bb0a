/* anchor.c - words unique on both sides, the longest rising chain of them. */
#include "align/anchor.h"

#include "base/array.h"

#include <stdlib.h>

enum { NEIGHBOURS = 4, LONG_WORD = 4 };

/** For each word of side: the segment it stands in. */
static uint32_t *places(const hxp_corpus *corpus)
{
    uint32_t *place =
        calloc(hxp_vocabulary_size(&corpus->vocabulary) + 1, sizeof *place);
    for (size_t i = 0; place && i < corpus->count; i++)
        for (size_t k = corpus->starts[i]; k < corpus->starts[i + 1]; k++)
            place[corpus->words[k]] = (uint32_t)i;
    return place;
}

/** True for a word that occurs once and says something. */
static bool is_rare(const hxp_vocabulary_word *word)
{
    return word->count == 1 && word->kind != HXP_WORD_MARK &&
           (word->kind == HXP_WORD_NUMBER || word->length >= LONG_WORD);
}

/** The rare word that translates a rare word best; false: none does. */
static bool best_partner(uint32_t *best, const hxp_corpus *target,
                         hxp_table_row row, double least)
{
    double weight = least;
    bool found = false;
    for (size_t i = 0; i < row.count; i++) {
        hxp_table_entry entry = row.items[i];
        if ((double)entry.weight > weight &&
            target->vocabulary.words[entry.word].count == 1) {
            *best = entry.word;
            weight = (double)entry.weight;
            found = true;
        }
    }
    return found;
}

static bool find_candidates(hxp_anchors *anchors, const hxp_corpus *source,
                            const hxp_corpus *target, const hxp_table *table,
                            double least)
{
    uint32_t *rows = places(source), *columns = places(target);
    bool done = rows && columns;
    for (size_t s = 0; done && s < hxp_vocabulary_size(&source->vocabulary);
         s++) {
        uint32_t t;
        if (!is_rare(&source->vocabulary.words[s]) ||
            !best_partner(&t, target, hxp_table_get(table, s), least))
            continue;
        done = hxp_array_reserve(&anchors->nodes, &anchors->capacity,
                                 anchors->count + 1, sizeof *anchors->nodes);
        if (done)
            anchors->nodes[anchors->count++] =
                (hxp_node){ rows[s], columns[t] };
    }
    free(rows);
    free(columns);
    return done;
}

/** By row, in a row backwards: a chain takes one of each row then. */
static int by_place(const void *a, const void *b)
{
    const hxp_node *x = a, *y = b;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    return (x->column < y->column) - (x->column > y->column);
}

/** The first of chain whose node does not come before node. */
static size_t place_in_chain(const hxp_node *nodes, const size_t *chain,
                             size_t length, hxp_node node)
{
    size_t low = 0, high = length;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (nodes[chain[middle]].column < node.column)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/** Keep the longest chain of nodes that rises strictly. */
static bool keep_chain(hxp_anchors *anchors)
{
    size_t count = anchors->count, length = 0;
    size_t *chain = calloc(count + 1, sizeof *chain);
    size_t *previous = calloc(count + 1, sizeof *previous);
    hxp_node *kept = calloc(count + 1, sizeof *kept);
    bool done = chain && previous && kept;
    for (size_t k = 0; done && k < count; k++) {
        size_t at =
            place_in_chain(anchors->nodes, chain, length, anchors->nodes[k]);
        previous[k] = at > 0 ? chain[at - 1] : 0;
        chain[at] = k;
        if (at == length)
            length++;
    }
    if (done) {
        size_t k = length > 0 ? chain[length - 1] : 0;
        for (size_t i = length; i-- > 0; k = previous[k])
            kept[i] = anchors->nodes[k];
        for (size_t i = 0; i < length; i++)
            anchors->nodes[i] = kept[i];
        anchors->count = length;
    }
    free(chain);
    free(previous);
    free(kept);
    return done;
}

/** How far the text has shifted at a node. */
static ptrdiff_t shift(hxp_node node)
{
    return (ptrdiff_t)node.column - (ptrdiff_t)node.row;
}

/** True when node k is no more than jump off the middle of its neighbours. */
static bool fits(const hxp_anchors *anchors, size_t k, size_t jump)
{
    ptrdiff_t around[2 * NEIGHBOURS];
    size_t first = k > NEIGHBOURS ? k - NEIGHBOURS : 0, count = 0;
    for (size_t i = first; i < anchors->count && i <= k + NEIGHBOURS; i++) {
        if (i == k)
            continue;
        ptrdiff_t value = shift(anchors->nodes[i]);
        size_t at = count++;
        for (; at > 0 && around[at - 1] > value; at--)
            around[at] = around[at - 1];
        around[at] = value;
    }
    if (count < NEIGHBOURS)
        return true;
    ptrdiff_t off = shift(anchors->nodes[k]) - around[count / 2];
    return (size_t)(off < 0 ? -off : off) <= jump;
}

/** Drop what does not fit its neighbours. */
static bool drop_jumps(hxp_anchors *anchors, size_t jump)
{
    bool *good = calloc(anchors->count + 1, sizeof *good);
    size_t kept = 0;
    if (!good)
        return false;
    for (size_t k = 0; k < anchors->count; k++)
        good[k] = fits(anchors, k, jump);
    for (size_t k = 0; k < anchors->count; k++)
        if (good[k])
            anchors->nodes[kept++] = anchors->nodes[k];
    anchors->count = kept;
    free(good);
    return true;
}

static size_t longest_gap(const hxp_anchors *anchors, hxp_node end)
{
    hxp_node from = { 0, 0 };
    size_t longest = 0;
    for (size_t k = 0; k <= anchors->count; k++) {
        hxp_node to = k < anchors->count ? anchors->nodes[k] : end;
        if (to.row - from.row > longest)
            longest = to.row - from.row;
        if (to.column - from.column > longest)
            longest = to.column - from.column;
        from = to;
    }
    return longest;
}

bool hxp_find_anchors(hxp_anchors *anchors, const hxp_corpus *source,
                      const hxp_corpus *target, const hxp_table *table,
                      const hxp_parameters *parameters)
{
    *anchors = (hxp_anchors){ 0 };
    bool done = find_candidates(anchors, source, target, table,
                                parameters->anchor_weight);
    if (done && anchors->count > 0)
        qsort(anchors->nodes, anchors->count, sizeof *anchors->nodes, by_place);
    done = done && keep_chain(anchors) &&
           drop_jumps(anchors, parameters->anchor_jump);
    if (!done) {
        hxp_anchors_free(anchors);
        return false;
    }
    anchors->gap =
        longest_gap(anchors, (hxp_node){ source->count, target->count });
    return true;
}

void hxp_anchors_free(hxp_anchors *anchors)
{
    free(anchors->nodes);
    *anchors = (hxp_anchors){ 0 };
}

/* anchor.c - rare words in common, the best rising chain, what bears it out. */
#include "align/anchor.h"

#include "base/array.h"

#include <stdlib.h>

enum {
    RARE = 6,      /* a word that occurs more often is no anchor */
    LONG_WORD = 4, /* letters of a word that can be one */
    LEVELS = 6,    /* searches, each between the anchors of the one before */
    WIDE = 20,     /* segments between anchors that are searched again */
    NEAR = 30,     /* segments between anchors that bear one another out */
    DRIFT = 4      /* one segment of shift is allowed for so many between */
};

/** Where the words of some segments stand. */
struct places {
    const hxp_corpus *corpus;
    uint32_t *count; /* by word */
    size_t *starts;  /* by word: where its segments begin, with a count */
    uint32_t *words; /* with a count */
    size_t word_count;
    uint32_t *segments;
};

/** A pair of segments that share rare words. */
struct point {
    uint32_t row, column;
    float weight;  /* how many of the words in common are no chance */
    double best;   /* weight of the best chain up to here */
    size_t before; /* number + 1 of the point before in that chain, or 0 */
};

struct points {
    struct point *items;
    size_t count, capacity;
};

/** The search for anchors. */
struct finder {
    const hxp_word_table *table;
    const hxp_parameters *parameters;
    struct places rows, columns; /* of the part that is searched */
    struct points points;        /* in that part */
};

/* --- Points --------------------------------------------------------------- */

static bool places_init(struct places *places, const hxp_corpus *corpus)
{
    size_t words = hxp_vocabulary_size(&corpus->vocabulary);
    places->corpus = corpus;
    places->count = calloc(words + 1, sizeof *places->count);
    places->starts = calloc(words + 1, sizeof *places->starts);
    places->words = calloc(words + 1, sizeof *places->words);
    places->segments =
        calloc(corpus->starts[corpus->count] + 1, sizeof *places->segments);
    return places->count && places->starts && places->words && places->segments;
}

/** Note where the words of the segments from first on, before end, stand. */
static void places_note(struct places *places, size_t first, size_t end)
{
    const hxp_corpus *corpus = places->corpus;
    size_t room = 0;
    for (size_t w = 0; w < places->word_count; w++)
        places->count[places->words[w]] = 0;
    places->word_count = 0;
    for (size_t k = corpus->starts[first]; k < corpus->starts[end]; k++)
        if (places->count[corpus->words[k]]++ == 0)
            places->words[places->word_count++] = corpus->words[k];
    for (size_t w = 0; w < places->word_count; w++) {
        places->starts[places->words[w]] = room; /* it is filled up from here */
        room += places->count[places->words[w]];
    }
    for (size_t i = first; i < end; i++)
        for (size_t k = corpus->starts[i]; k < corpus->starts[i + 1]; k++)
            places->segments[places->starts[corpus->words[k]]++] = (uint32_t)i;
    for (size_t w = 0; w < places->word_count; w++)
        places->starts[places->words[w]] -= places->count[places->words[w]];
}

static void places_free(struct places *places)
{
    free(places->count);
    free(places->starts);
    free(places->words);
    free(places->segments);
}

/** True for a word that occurs seldom and says something. */
static bool is_rare(const struct places *places, uint32_t number)
{
    const hxp_vocabulary_word *word = &places->corpus->vocabulary.words[number];
    uint32_t count = places->count[number];
    return count > 0 && count <= RARE && word->kind != HXP_WORD_MARK &&
           (word->kind == HXP_WORD_NUMBER || word->length >= LONG_WORD);
}

/** Add a point for each place of word s and each of word t. */
static bool add_points(struct points *points, const struct finder *finder,
                       uint32_t s, hxp_word_table_entry entry)
{
    const struct places *rows = &finder->rows, *columns = &finder->columns;
    uint32_t t = entry.word;
    size_t most =
        rows->count[s] > columns->count[t] ? rows->count[s] : columns->count[t];
    if (!hxp_array_reserve(&points->items, &points->capacity,
                           points->count +
                               (size_t)rows->count[s] * columns->count[t],
                           sizeof *points->items))
        return false;
    for (size_t i = 0; i < rows->count[s]; i++)
        for (size_t j = 0; j < columns->count[t]; j++)
            points->items[points->count++] = (struct point){
                .row = rows->segments[rows->starts[s] + i],
                .column = columns->segments[columns->starts[t] + j],
                .weight = entry.weight / (float)most,
            };
    return true;
}

/** Find the points of box, whose last nodes are not in it. */
static bool find_points(struct finder *finder, const hxp_box *box)
{
    struct points *points = &finder->points;
    double least = finder->parameters->anchor_weight;
    bool done = true;
    places_note(&finder->rows, box->from.row, box->to.row);
    places_note(&finder->columns, box->from.column, box->to.column);
    points->count = 0;
    for (size_t w = 0; done && w < finder->rows.word_count; w++) {
        uint32_t s = finder->rows.words[w];
        hxp_word_table_row row = hxp_word_table_get(finder->table, s);
        if (!is_rare(&finder->rows, s))
            continue;
        for (size_t k = 0; done && k < row.count; k++)
            if ((double)row.items[k].weight > least &&
                is_rare(&finder->columns, row.items[k].word))
                done = add_points(points, finder, s, row.items[k]);
    }
    return done;
}

/** By row, in a row backwards: a chain takes one of each row then. */
static int by_place(const void *a, const void *b)
{
    const struct point *x = a, *y = b;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    if (x->column != y->column)
        return x->column > y->column ? -1 : 1;
    return (x->weight > y->weight) - (x->weight < y->weight);
}

/** Sort the points and make one of those at the same place. */
static void sort_points(struct points *points)
{
    size_t kept = 0;
    if (points->count > 0)
        qsort(points->items, points->count, sizeof *points->items, by_place);
    for (size_t k = 0; k < points->count; k++) {
        struct point *last = kept > 0 ? &points->items[kept - 1] : NULL;
        if (last && last->row == points->items[k].row &&
            last->column == points->items[k].column)
            last->weight += points->items[k].weight;
        else
            points->items[kept++] = points->items[k];
    }
    points->count = kept;
}

/* --- The chain ------------------------------------------------------------ */

/** The best chain that ends before column; tops is a tree of Fenwick's over
 * the columns, whose items are numbers of points + 1, or 0. */
static size_t best_before(const size_t *tops, const struct points *points,
                          size_t column)
{
    size_t best = 0;
    for (size_t at = column; at > 0; at &= at - 1)
        if (tops[at] > 0 && (best == 0 || points->items[tops[at] - 1].best >
                                              points->items[best - 1].best))
            best = tops[at];
    return best;
}

/** Keep of the points only the best chain that rises strictly. */
static bool keep_chain(struct points *points, const hxp_box *box)
{
    size_t columns = box->to.column - box->from.column;
    size_t *tops = calloc(columns + 1, sizeof *tops);
    if (!tops)
        return false;
    for (size_t k = 0; k < points->count; k++) {
        struct point *point = &points->items[k];
        size_t column = point->column - box->from.column;
        point->before = best_before(tops, points, column);
        point->best = point->weight < 1 ? (double)point->weight : 1;
        if (point->before > 0)
            point->best += points->items[point->before - 1].best;
        for (size_t at = column + 1; at <= columns; at += at & (~at + 1))
            if (tops[at] == 0 || points->items[tops[at] - 1].best < point->best)
                tops[at] = k + 1;
    }
    size_t last = best_before(tops, points, columns), kept = points->count;
    free(tops);
    for (size_t k = last; k > 0;) { /* move it to the end, */
        struct point point = points->items[k - 1];
        k = point.before;
        points->items[--kept] = point;
    }
    points->count -= kept;
    for (size_t k = 0; k < points->count; k++) /* and back to the front */
        points->items[k] = points->items[kept + k];
    return true;
}

/** True when point b, behind point a, lies where a leads one to expect. */
static bool follows(const struct point *a, const struct point *b)
{
    size_t rows = b->row - a->row, columns = b->column - a->column;
    size_t shift = rows > columns ? rows - columns : columns - rows;
    size_t far = rows > columns ? rows : columns;
    return far <= NEAR && shift <= 1 + far / DRIFT;
}

/** What point k of the chain and those near it say for the place. Alone it says
 * most and no more: in long texts, segments share rare words by chance, too. */
static double support(const struct points *points, size_t k, double most)
{
    const struct point *items = points->items;
    double sum = (double)items[k].weight;
    if (sum > most)
        sum = most;
    for (size_t i = k; i-- > 0 && items[k].row - items[i].row <= NEAR;)
        if (follows(&items[i], &items[k]))
            sum += (double)items[i].weight;
    for (size_t i = k + 1;
         i < points->count && items[i].row - items[k].row <= NEAR; i++)
        if (follows(&items[k], &items[i]))
            sum += (double)items[i].weight;
    return sum;
}

static bool add_anchor(hxp_anchors *anchors, hxp_node node)
{
    if (!hxp_array_reserve(&anchors->nodes, &anchors->capacity,
                           anchors->count + 1, sizeof *anchors->nodes))
        return false;
    anchors->nodes[anchors->count++] = node;
    return true;
}

/** Append the anchors in box, from which the last nodes are left out. */
static bool search_box(hxp_anchors *anchors, struct finder *finder,
                       const hxp_box *box)
{
    struct points *points = &finder->points;
    double least = finder->parameters->anchor_support;
    if (!find_points(finder, box))
        return false;
    sort_points(points);
    bool done = keep_chain(points, box);
    for (size_t k = 0; done && k < points->count; k++)
        if (support(points, k, least / 2) >= least)
            done = add_anchor(anchors, (hxp_node){ points->items[k].row,
                                                   points->items[k].column });
    return done;
}

/* --- Between anchors ------------------------------------------------------ */

/** Append to *all the anchors between those before, and these, up to end. */
static bool search_gaps(hxp_anchors *all, struct finder *finder,
                        const hxp_anchors *before, hxp_node end)
{
    hxp_node from = { 0, 0 };
    bool done = true;
    for (size_t k = 0; done && k <= before->count; k++) {
        hxp_node to = k < before->count ? before->nodes[k] : end;
        if (to.row > from.row + WIDE && to.column > from.column + WIDE)
            done = search_box(all, finder, &(hxp_box){ from, to });
        if (k < before->count)
            done = done && add_anchor(all, to);
        from = (hxp_node){ to.row + 1, to.column + 1 };
    }
    return done;
}

/**
 * Search between the anchors of each level for those of the next: the less
 * text is looked at, the more words are rare in it.
 */
static bool search_levels(hxp_anchors *anchors, struct finder *finder,
                          hxp_node end)
{
    bool done = true, more = true;
    for (int level = 0; done && more && level < LEVELS; level++) {
        hxp_anchors all = { NULL, 0, 0 };
        done = search_gaps(&all, finder, anchors, end);
        more = all.count > anchors->count;
        hxp_anchors_free(anchors);
        *anchors = all;
    }
    return done;
}

bool hxp_find_anchors(hxp_anchors *anchors, const hxp_corpus *source,
                      const hxp_corpus *target, const hxp_word_table *table,
                      const hxp_parameters *parameters)
{
    struct finder finder = { .table = table, .parameters = parameters };
    *anchors = (hxp_anchors){ 0 };
    bool done = places_init(&finder.rows, source) &&
                places_init(&finder.columns, target) &&
                search_levels(anchors, &finder,
                              (hxp_node){ source->count, target->count });
    places_free(&finder.rows);
    places_free(&finder.columns);
    free(finder.points.items);
    if (!done)
        hxp_anchors_free(anchors);
    return done;
}

void hxp_anchors_free(hxp_anchors *anchors)
{
    free(anchors->nodes);
    *anchors = (hxp_anchors){ 0 };
}

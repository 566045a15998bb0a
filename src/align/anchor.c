/* anchor.c - rare words in common, the best rising chain, what bears it out. */
#include "align/anchor.h"

#include "base/array.h"

#include <stdlib.h>

enum {
    RARE = 6,      /* a word that occurs more often is no anchor */
    LONG_WORD = 4, /* letters of a word that can be one */
    NEAR = 30,     /* segments between anchors that bear one another out */
    DRIFT = 4      /* one segment of shift is allowed for so many between */
};

/** Where the words of a text stand. */
struct places {
    size_t *starts; /* words + 1 and one more, into segments */
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

/* --- Points --------------------------------------------------------------- */

static bool places_init(struct places *places, const hxp_corpus *corpus)
{
    size_t words = hxp_vocabulary_size(&corpus->vocabulary);
    places->starts = calloc(words + 2, sizeof *places->starts);
    places->segments =
        calloc(corpus->starts[corpus->count] + 1, sizeof *places->segments);
    if (!places->starts || !places->segments)
        return false;
    for (size_t w = 0; w < words; w++)
        places->starts[w + 1] =
            places->starts[w] + corpus->vocabulary.words[w].count;
    for (size_t w = words; w-- > 0;) /* where word w is filled up */
        places->starts[w + 1] = places->starts[w];
    for (size_t i = 0; i < corpus->count; i++)
        for (size_t k = corpus->starts[i]; k < corpus->starts[i + 1]; k++)
            places->segments[places->starts[corpus->words[k] + 1]++] =
                (uint32_t)i;
    return true;
}

static void places_free(struct places *places)
{
    free(places->starts);
    free(places->segments);
}

/** True for a word that occurs seldom and says something. */
static bool is_rare(const hxp_vocabulary_word *word)
{
    return word->count <= RARE && word->kind != HXP_WORD_MARK &&
           (word->kind == HXP_WORD_NUMBER || word->length >= LONG_WORD);
}

/** Add a point for each place of word s and each of word t. */
static bool add_points(struct points *points, const struct places *source,
                       const struct places *target, size_t s,
                       hxp_table_entry entry)
{
    size_t rows = source->starts[s + 1] - source->starts[s];
    size_t columns =
        target->starts[entry.word + 1] - target->starts[entry.word];
    size_t most = rows > columns ? rows : columns;
    if (!hxp_array_reserve(&points->items, &points->capacity,
                           points->count + rows * columns,
                           sizeof *points->items))
        return false;
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++)
            points->items[points->count++] = (struct point){
                .row = source->segments[source->starts[s] + i],
                .column = target->segments[target->starts[entry.word] + j],
                .weight = entry.weight / (float)most,
            };
    return true;
}

static bool find_points(struct points *points, const hxp_corpus *source,
                        const hxp_corpus *target, const hxp_table *table,
                        double least)
{
    struct places rows = { 0 }, columns = { 0 };
    bool done = places_init(&rows, source) && places_init(&columns, target);
    size_t words = hxp_vocabulary_size(&source->vocabulary);
    for (size_t s = 0; done && s < words; s++) {
        hxp_table_row row = hxp_table_get(table, s);
        if (!is_rare(&source->vocabulary.words[s]))
            continue;
        for (size_t k = 0; done && k < row.count; k++)
            if ((double)row.items[k].weight > least &&
                is_rare(&target->vocabulary.words[row.items[k].word]))
                done = add_points(points, &rows, &columns, s, row.items[k]);
    }
    places_free(&rows);
    places_free(&columns);
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

static void put_chain(size_t *tops, const struct points *points, size_t k,
                      size_t columns)
{
    for (size_t at = points->items[k].column + 1; at <= columns;
         at += at & (~at + 1))
        if (tops[at] == 0 ||
            points->items[tops[at] - 1].best < points->items[k].best)
            tops[at] = k + 1;
}

/** Keep of the points only the best chain that rises strictly. */
static bool keep_chain(struct points *points, size_t columns)
{
    size_t *tops = calloc(columns + 1, sizeof *tops);
    if (!tops)
        return false;
    for (size_t k = 0; k < points->count; k++) {
        struct point *point = &points->items[k];
        point->before = best_before(tops, points, point->column);
        point->best = point->weight < 1 ? (double)point->weight : 1;
        if (point->before > 0)
            point->best += points->items[point->before - 1].best;
        put_chain(tops, points, k, columns);
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

/** What point k of the chain and those near it say for the place. */
static double support(const struct points *points, size_t k)
{
    const struct point *items = points->items;
    double sum = (double)items[k].weight;
    for (size_t i = k; i-- > 0 && items[k].row - items[i].row <= NEAR;)
        if (follows(&items[i], &items[k]))
            sum += (double)items[i].weight;
    for (size_t i = k + 1;
         i < points->count && items[i].row - items[k].row <= NEAR; i++)
        if (follows(&items[k], &items[i]))
            sum += (double)items[i].weight;
    return sum;
}

/** Write the points that others bear out as anchors. */
static bool keep_supported(hxp_anchors *anchors, const struct points *points,
                           double least)
{
    for (size_t k = 0; k < points->count; k++) {
        if (support(points, k) < least)
            continue;
        if (!hxp_array_reserve(&anchors->nodes, &anchors->capacity,
                               anchors->count + 1, sizeof *anchors->nodes))
            return false;
        anchors->nodes[anchors->count++] =
            (hxp_node){ points->items[k].row, points->items[k].column };
    }
    return true;
}

bool hxp_find_anchors(hxp_anchors *anchors, const hxp_corpus *source,
                      const hxp_corpus *target, const hxp_table *table,
                      const hxp_parameters *parameters)
{
    struct points points = { NULL, 0, 0 };
    *anchors = (hxp_anchors){ 0 };
    bool done =
        find_points(&points, source, target, table, parameters->anchor_weight);
    if (done) {
        sort_points(&points);
        done = keep_chain(&points, target->count) &&
               keep_supported(anchors, &points, parameters->anchor_support);
    }
    free(points.items);
    if (!done)
        hxp_anchors_free(anchors);
    return done;
}

void hxp_anchors_free(hxp_anchors *anchors)
{
    free(anchors->nodes);
    *anchors = (hxp_anchors){ 0 };
}

/* coarse.c - aligns blocks, and makes boxes of what comes of it. */
#include "align/coarse.h"

#include "align/walk.h"

#include <stdlib.h>

enum {
    BLOCK = 8,       /* segments of a block; */
    MOST_BLOCK = 16, /* in wide gaps, up to so many */
    MERGE = 2,       /* blocks of a side that can go together, */
    MOST = 3,        /* and of both: they rarely begin at the same place */
    AROUND = 1       /* blocks around a link */
};

/** The work of aligning blocks. */
struct work {
    const hxp_pair *fine;
    const hxp_boxes *gaps;
    size_t block;
    hxp_corpus source, target; /* a segment for each block */
    hxp_pair pair;             /* of these */
    hxp_walk walk;
};

static double nodes_of(const hxp_box *box)
{
    return (double)(box->to.row - box->from.row) *
           (double)(box->to.column - box->from.column);
}

/** The segments of a block: more where gaps would take too many nodes. */
static size_t choose_block(const hxp_boxes *gaps, double most)
{
    size_t block = BLOCK;
    double nodes = 0;
    for (size_t k = 0; k < gaps->count; k++)
        nodes += nodes_of(&gaps->items[k]);
    while (block < MOST_BLOCK && nodes / (double)(block * block) > most)
        block *= 2;
    return block;
}

/** Let *to have a segment for each block of those of from, whose words it
 * borrows. False: no memory. */
static bool join_blocks(hxp_corpus *to, const hxp_corpus *from, size_t block)
{
    size_t count = (from->count + block - 1) / block;
    *to = (hxp_corpus){ .count = count,
                        .words = from->words,
                        .stems = from->stems,
                        .language = from->language,
                        .vocabulary = from->vocabulary };
    to->starts = calloc(count + 1, sizeof *to->starts);
    to->letters = calloc(count + 1, sizeof *to->letters);
    if (!to->starts || !to->letters)
        return false;
    for (size_t k = 0; k <= count; k++) {
        size_t at = k < count ? k * block : from->count;
        to->starts[k] = from->starts[at];
        to->letters[k] = from->letters[at];
    }
    return true;
}

static bool begin(struct work *work)
{
    if (!join_blocks(&work->source, work->fine->source, work->block) ||
        !join_blocks(&work->target, work->fine->target, work->block))
        return false;
    work->pair = (hxp_pair){ .source = &work->source,
                             .target = &work->target,
                             .lexicon = work->fine->lexicon,
                             .turned = work->fine->turned,
                             .parameters = work->fine->parameters };
    hxp_pair_measure(&work->pair);
    work->pair.source_scale = work->fine->source_scale;
    work->pair.target_scale = work->fine->target_scale;
    return true;
}

static hxp_node block_of(const struct work *work, hxp_node node)
{
    return (hxp_node){ node.row / work->block, node.column / work->block };
}

/** Take in the gaps, as long as there is room, and all boxes. */
static bool find_band(hxp_band *band, const struct work *work,
                      const hxp_boxes *boxes)
{
    const hxp_parameters *parameters = work->pair.parameters;
    hxp_boxes coarse = { NULL, 0, 0 };
    hxp_node end = { work->source.count, work->target.count };
    double left = parameters->boxes;
    bool done = true;
    for (size_t k = 0; done && k < boxes->count; k++)
        done = hxp_boxes_add(&coarse, block_of(work, boxes->items[k].from),
                             block_of(work, boxes->items[k].to), 1);
    for (size_t k = 0; done && k < work->gaps->count; k++) {
        hxp_box box = { block_of(work, work->gaps->items[k].from),
                        block_of(work, work->gaps->items[k].to) };
        double nodes = nodes_of(&box);
        done = nodes <= left ? hxp_boxes_add(&coarse, box.from, box.to, 1)
                             : hxp_boxes_along(&coarse, box.from, box.to,
                                               parameters->gap_band);
        left -= nodes <= left ? nodes : 0;
    }
    done = done && hxp_band_of(band, end, &coarse);
    free(coarse.items);
    return done;
}

static bool align_blocks(struct work *work, const hxp_boxes *boxes)
{
    hxp_node end = { work->source.count, work->target.count };
    hxp_band band = { 0 };
    hxp_shapes shapes;
    hxp_shapes_fill(&shapes, MERGE, MOST);
    hxp_scorer *scorer = hxp_scorer_new(&work->pair, 1, &shapes);
    bool done = scorer && find_band(&band, work, boxes) &&
                hxp_walk_through(&work->walk, scorer, &band, end);
    hxp_scorer_free(scorer);
    hxp_band_free(&band);
    return done;
}

/** True when box meets one of gaps from *first on; boxes come by their first
 * rows, and *first passes over gaps that end before. */
static bool meets(const hxp_boxes *gaps, size_t *first, const hxp_box *box)
{
    while (*first < gaps->count && gaps->items[*first].to.row < box->from.row)
        ++*first;
    for (size_t k = *first;
         k < gaps->count && gaps->items[k].from.row <= box->to.row; k++)
        if (gaps->items[k].from.column <= box->to.column &&
            gaps->items[k].to.column >= box->from.column)
            return true;
    return false;
}

/** Add the boxes around those of links that meet gaps. */
static bool add_links(hxp_boxes *boxes, const struct work *work,
                      const hxp_links *links)
{
    size_t block = work->block, gap = 0;
    for (size_t k = 0; k < links->count; k++) {
        hxp_link link = links->items[k];
        hxp_box box = { { link.row * block, link.column * block },
                        { (link.row + link.shape.rows) * block,
                          (link.column + link.shape.columns) * block } };
        if (meets(work->gaps, &gap, &box) &&
            !hxp_boxes_add(boxes, box.from, box.to, AROUND * block))
            return false;
    }
    return true;
}

bool hxp_boxes_coarse(hxp_boxes *boxes, const hxp_pair *pair,
                      const hxp_boxes *gaps)
{
    struct work work = { .fine = pair, .gaps = gaps };
    work.block = choose_block(gaps, pair->parameters->boxes);
    bool done = begin(&work) && align_blocks(&work, boxes) &&
                add_links(boxes, &work, &work.walk.way) &&
                add_links(boxes, &work, &work.walk.likely);
    hxp_walk_free(&work.walk);
    free(work.source.starts);
    free(work.source.letters);
    free(work.target.starts);
    free(work.target.letters);
    return done;
}

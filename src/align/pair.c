/* pair.c - aligns, learns from that, and aligns again. */
#include "align/pair.h"

#include "align/anchor.h"
#include "align/score.h"
#include "base/error.h"

#include <stdlib.h>

/** The state between rounds. */
struct work {
    hxp_pair pair;
    hxp_parameters parameters; /* the variance is the texts' own */
    hxp_lexicon *lexicon;
    hxp_shapes shapes;
    hxp_links way;
    hxp_links likely; /* what the next round learns from */
};

/** The band of the first round: everything, or around anchors. */
static bool first_band(hxp_band *band, const hxp_pair *pair)
{
    const hxp_parameters *parameters = pair->parameters;
    size_t rows = pair->source->count, columns = pair->target->count;
    hxp_path straight = { NULL, 0 };
    double size = parameters->full_size;
    if ((double)rows * (double)columns <= size * size)
        return hxp_band_along(band, rows, columns, straight, rows + columns);
    hxp_anchors anchors;
    if (!hxp_find_anchors(&anchors, pair->source, pair->target,
                          hxp_lexicon_table(pair->lexicon, HXP_FORWARD),
                          parameters))
        return false;
    size_t width = anchors.gap;
    if (width < parameters->anchor_band)
        width = parameters->anchor_band;
    if (width > parameters->anchor_widest)
        width = parameters->anchor_widest;
    hxp_path path = { anchors.nodes, anchors.count };
    bool done = hxp_band_along(band, rows, columns, path, width);
    hxp_anchors_free(&anchors);
    return done;
}

/** The band of later rounds: around the way found before. */
static bool next_band(hxp_band *band, const struct work *work)
{
    hxp_node *nodes = calloc(work->way.count + 1, sizeof *nodes);
    if (!nodes)
        return false;
    for (size_t i = 0; i < work->way.count; i++)
        nodes[i] =
            (hxp_node){ work->way.items[i].row, work->way.items[i].column };
    hxp_path path = { nodes, work->way.count };
    bool done =
        hxp_band_along(band, work->pair.source->count, work->pair.target->count,
                       path, work->pair.parameters->band);
    free(nodes);
    return done;
}

/** Find the best way within band. */
static bool find_way(struct work *work, const hxp_band *band)
{
    float *scores =
        calloc(hxp_band_size(band) * work->shapes.count, sizeof *scores);
    hxp_grid grid = { band, &work->shapes, scores };
    work->way.count = 0;
    work->likely.count = 0;
    bool done = scores &&
                hxp_score_grid(scores, band, &work->shapes, &work->pair) &&
                hxp_find_way(&work->way, &work->likely, &grid,
                             work->pair.parameters->least_example);
    free(scores);
    return done;
}

/** Learn how much the lengths of likely links differ. */
static void measure_variance(struct work *work)
{
    const hxp_parameters *before = &hxp_default_parameters;
    double weight = before->variance_doubt;
    double sum = before->usual_variance * weight;
    for (size_t i = 0; i < work->likely.count; i++) {
        hxp_link link = work->likely.items[i];
        sum += link.confidence * hxp_length_spread(&work->pair, link);
        weight += link.confidence;
    }
    work->parameters.variance = sum / weight;
}

/** Learn the lexicon from the likely links. */
static hxp_status learn(struct work *work, hxp_error *error)
{
    const hxp_corpus *source = work->pair.source, *target = work->pair.target;
    size_t count = work->likely.count;
    hxp_example *examples = calloc(count + 1, sizeof *examples);
    if (!examples)
        return hxp_no_memory(error);
    for (size_t i = 0; i < count; i++) {
        hxp_link link = work->likely.items[i];
        examples[i] = (hxp_example){
            source->stems + source->starts[link.row],
            target->stems + target->starts[link.column],
            hxp_corpus_words(source, link.row, link.shape.rows),
            hxp_corpus_words(target, link.column, link.shape.columns),
            link.confidence,
        };
    }
    hxp_status status = hxp_lexicon_learn(
        work->lexicon, (hxp_examples){ examples, count }, error);
    free(examples);
    return status;
}

static hxp_status run_round(struct work *work, int round, hxp_error *error)
{
    hxp_band band;
    if (round > 0) {
        measure_variance(work);
        hxp_status status = learn(work, error);
        if (status != HXP_OK)
            return status;
    }
    bool done =
        round == 0 ? first_band(&band, &work->pair) : next_band(&band, work);
    if (!done)
        return hxp_no_memory(error);
    done = find_way(work, &band);
    hxp_band_free(&band);
    return done ? HXP_OK : hxp_no_memory(error);
}

hxp_status hxp_align_pair(hxp_links *links, const hxp_corpus *source,
                          const hxp_corpus *target, size_t merge,
                          hxp_error *error)
{
    const hxp_parameters *parameters = &hxp_default_parameters;
    struct work work = {
        .pair = { .source = source, .target = target },
        .parameters = *parameters,
    };
    hxp_status status = hxp_lexicon_new(&work.lexicon, &source->vocabulary,
                                        &target->vocabulary, error);
    work.pair.lexicon = work.lexicon;
    work.pair.parameters = &work.parameters;
    hxp_pair_measure(&work.pair);
    hxp_shapes_fill(&work.shapes, merge, (size_t)parameters->most_segments);
    for (int round = 0; status == HXP_OK && round <= parameters->rounds;
         round++)
        status = run_round(&work, round, error);
    hxp_lexicon_free(work.lexicon);
    free(work.likely.items);
    *links = work.way;
    return status;
}

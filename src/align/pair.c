/* pair.c - aligns, learns from that, and aligns again. */
#include "align/pair.h"

#include "align/search.h"
#include "align/walk.h"
#include "base/error.h"

#include <stdlib.h>

/** The state between rounds. */
struct work {
    hxp_pair pair;
    hxp_parameters parameters; /* the variance is the texts' own */
    hxp_lexicon *lexicon;
    hxp_shapes shapes;
    hxp_walk walk; /* the likely links are what the next round learns from */
};

/** Learn how much the lengths of likely links differ. */
static void measure_variance(struct work *work)
{
    const hxp_parameters *before = &hxp_default_parameters;
    double weight = before->variance_doubt;
    double sum = before->usual_variance * weight;
    for (size_t i = 0; i < work->walk.likely.count; i++) {
        hxp_link link = work->walk.likely.items[i];
        sum += link.confidence * hxp_length_spread(&work->pair, link);
        weight += link.confidence;
    }
    work->parameters.variance = sum / weight;
}

/** Learn the lexicon from the likely links. */
static hxp_status learn(struct work *work, hxp_error *error)
{
    const hxp_corpus *source = work->pair.source, *target = work->pair.target;
    size_t count = work->walk.likely.count;
    hxp_example *examples = calloc(count + 1, sizeof *examples);
    if (!examples)
        return hxp_no_memory(error);
    for (size_t i = 0; i < count; i++) {
        hxp_link link = work->walk.likely.items[i];
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

/** Walk through the band of this round. */
static bool walk(struct work *work)
{
    hxp_node end = { work->pair.source->count, work->pair.target->count };
    hxp_band band = { 0 };
    hxp_walk found = { .way = { .count = 0 } };
    hxp_scorer *scorer = hxp_scorer_new(&work->pair, &work->shapes);
    bool done = scorer && hxp_find_band(&band, &work->pair, &work->walk.way) &&
                hxp_walk_along(&found, scorer, &band, (hxp_node){ 0, 0 }, end);
    hxp_walk_free(&work->walk);
    work->walk = found;
    hxp_scorer_free(scorer);
    hxp_band_free(&band);
    return done;
}

static hxp_status run_round(struct work *work, int round, hxp_error *error)
{
    if (round > 0) {
        measure_variance(work);
        hxp_status status = learn(work, error);
        if (status != HXP_OK)
            return status;
    }
    return walk(work) ? HXP_OK : hxp_no_memory(error);
}

hxp_status hxp_align_pair(hxp_links *links, const hxp_corpus *source,
                          const hxp_corpus *target,
                          const hxp_align_options *options, hxp_error *error)
{
    size_t merge = options->max_merge ? options->max_merge : HXP_MOST_MERGE;
    const hxp_vocabularies vocabularies = {
        &source->vocabulary, &target->vocabulary,
        hxp_language_tag(source->language), hxp_language_tag(target->language)
    };
    const hxp_parameters *parameters = &hxp_default_parameters;
    struct work work = {
        .pair = { .source = source, .target = target },
        .parameters = *parameters,
    };
    hxp_status status = hxp_lexicon_new(&work.lexicon, &vocabularies,
                                        options->dictionary, error);
    work.pair.lexicon = work.lexicon;
    work.pair.parameters = &work.parameters;
    hxp_pair_measure(&work.pair);
    hxp_shapes_fill(&work.shapes, merge, (size_t)parameters->most_segments);
    for (int round = 0; status == HXP_OK && round <= parameters->rounds;
         round++)
        status = run_round(&work, round, error);
    hxp_lexicon_free(work.lexicon);
    *links = work.walk.way;
    work.walk.way = (hxp_links){ NULL, 0, 0 };
    hxp_walk_free(&work.walk);
    return status;
}

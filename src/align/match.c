/* match.c - aligns, learns from that, and aligns again. */
#include "align/match.h"

#include "align/measure.h"
#include "align/search.h"
#include "base/error.h"

#include <stdlib.h>

/** Learn the lexicon from the likely links. */
static hxp_status learn(hxp_matching *match, hxp_error *error)
{
    const hxp_corpus *source = match->pair.source, *target = match->pair.target;
    size_t count = match->walk.likely.count;
    double several = match->parameters.several_taught;
    hxp_example *examples = calloc(count + 1, sizeof *examples);
    if (!examples)
        return hxp_no_memory(error);
    for (size_t i = 0; i < count; i++) {
        hxp_link link = match->walk.likely.items[i];
        examples[i] = (hxp_example){
            source->stems + source->starts[link.row],
            target->stems + target->starts[link.column],
            hxp_corpus_words(source, link.row, link.shape.rows),
            hxp_corpus_words(target, link.column, link.shape.columns),
            link.confidence *
                (hxp_kind_of(link.shape) == HXP_KIND_SINGLE ? 1 : several),
        };
    }
    hxp_status status = hxp_lexicon_learn(
        match->lexicon, (hxp_examples){ examples, count }, error);
    free(examples);
    return status;
}

/** Walk through the band around what is known of the way; look again at what
 * nothing is learned from any more. */
static bool walk(hxp_matching *match, const hxp_shapes *shapes,
                 const hxp_links *known, bool again)
{
    hxp_node end = { match->pair.source->count, match->pair.target->count };
    hxp_band band = { 0 };
    hxp_walk found = { .again = again };
    hxp_scorer *scorer = hxp_scorer_new(&match->pair, 1, shapes);
    bool done = scorer && hxp_find_band(&band, &match->pair, known) &&
                hxp_walk_through(&found, scorer, &band, end);
    hxp_walk_free(&match->walk);
    match->walk = found;
    hxp_scorer_free(scorer);
    hxp_band_free(&band);
    return done;
}

/** How sure the links of a way are on the average. */
static double sureness(const hxp_links *way)
{
    double sum = 0;
    for (size_t i = 0; i < way->count; i++)
        sum += way->items[i].confidence;
    return way->count > 0 ? sum / (double)way->count : 1;
}

/** The last round, as far as is known when round begins: there is another one
 * when the way found before is not sure yet. */
static int last_round(const hxp_matching *match, int round)
{
    const hxp_parameters *parameters = &match->parameters;
    if (round < parameters->rounds || round >= parameters->most_rounds ||
        sureness(&match->walk.way) >= parameters->settled)
        return round > parameters->rounds ? round : parameters->rounds;
    return round + 1;
}

/**
 * The first way teaches, but leads nowhere: with what it taught, anchors are
 * better guides. The ways after it are.
 */
static hxp_status run_round(hxp_matching *match, const hxp_shapes *shapes,
                            int round, bool last, hxp_error *error)
{
    const hxp_links none = { NULL, 0, 0 };
    if (round > 0) {
        hxp_measure(&match->pair, &match->parameters, &match->walk);
        if (match->pair.likeness)
            hxp_likeness_learn(&match->likeness, match->pair.source,
                               match->pair.target, &match->walk.likely);
        hxp_marks_learn(&match->marks, match->pair.source, match->pair.target,
                        &match->walk.likely, &match->parameters);
        if (match->pair.structure)
            hxp_structure_learn(&match->structure, match->pair.source,
                                match->pair.target, &match->walk.likely,
                                &match->parameters);
        if (!hxp_keys_learn(&match->keys, match->pair.source,
                            match->pair.target, &match->walk.likely))
            return hxp_no_memory(error);
        hxp_status status = learn(match, error);
        if (status != HXP_OK)
            return status;
    }
    return walk(match, shapes, round > 1 ? &match->walk.way : &none, last)
               ? HXP_OK
               : hxp_no_memory(error);
}

hxp_status hxp_match_pair(hxp_matching *match, const hxp_corpus *source,
                          const hxp_corpus *target,
                          const hxp_align_options *options, hxp_error *error)
{
    const hxp_vocabularies vocabularies = { &source->vocabulary,
                                            &target->vocabulary,
                                            hxp_language_tag(source->language),
                                            hxp_language_tag(target->language),
                                            { source->basics,
                                              target->basics } };
    const hxp_parameters *parameters = &hxp_default_parameters;
    hxp_shapes shapes;
    match->parameters = *parameters;
    hxp_status status = hxp_lexicon_new(&match->lexicon, &vocabularies,
                                        options->dictionary, error);
    if (status != HXP_OK)
        return status;
    match->pair = (hxp_pair){
        .source = source,
        .target = target,
        .lexicon = match->lexicon,
        .fixed = match->fixed.count > 0 ? &match->fixed : NULL,
        .parameters = &match->parameters,
    };
    hxp_pair_measure(&match->pair);
    hxp_marks_learn(&match->marks, source, target, &(hxp_links){ .count = 0 },
                    parameters);
    match->pair.marks = &match->marks;
    if (!hxp_keys_learn(&match->keys, source, target,
                        &(hxp_links){ .count = 0 }))
        return hxp_no_memory(error);
    match->pair.keys = &match->keys;
    if (hxp_has_vectors(source, target)) {
        match->likeness = hxp_likeness_guess(source, target);
        match->pair.likeness = &match->likeness;
    }
    if (hxp_has_structure(source, target)) {
        hxp_structure_learn(&match->structure, source, target,
                            &(hxp_links){ .count = 0 }, parameters);
        match->pair.structure = &match->structure;
    }
    hxp_shapes_fill(&shapes, options->max_merge,
                    (size_t)parameters->most_segments);
    int last = parameters->rounds;
    for (int round = 0; status == HXP_OK && round <= last; round++) {
        last = last_round(match, round);
        status = run_round(match, &shapes, round, round == last, error);
    }
    return status;
}

void hxp_match_free(hxp_matching *match)
{
    hxp_lexicon_free(match->lexicon);
    hxp_walk_free(&match->walk);
    hxp_fixed_free(&match->fixed);
    *match = (hxp_matching){ .lexicon = NULL };
}

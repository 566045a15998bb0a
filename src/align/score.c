/* score.c - log likelihood ratios of beads. */
#include "align/score.h"

#include <math.h>
#include <stdlib.h>

enum { PRODUCT = 32 }; /* factors that a double holds: 0.25 to 55 each */

static const double FINE = 1024; /* scores are multiples of 1/1024 */

/** A word of the text that is explained. */
struct word_score {
    float least; /* its likelihood ratio when nothing explains it */
    float gain;  /* what a unit of probability adds to that */
    float sum;   /* of probability, from the block in work */
};

/** The block whose words explain, and what they explain. */
struct explainer {
    const hxp_corpus *from, *to;
    const hxp_table *table;   /* p(to|from) */
    struct word_score *words; /* by word of to */
    double cap;               /* the greatest likelihood ratio of a word */
};

/* --- Words ---------------------------------------------------------------- */

/** backward: p(from|to), which says how much of a word is known. */
static bool explainer_init(struct explainer *explainer,
                           const hxp_table *backward,
                           const hxp_parameters *parameters)
{
    const hxp_vocabulary *vocabulary = &explainer->to->vocabulary;
    size_t words = hxp_vocabulary_size(vocabulary);
    explainer->cap = exp(parameters->word_cap);
    explainer->words = calloc(words + 1, sizeof *explainer->words);
    for (size_t w = 0; explainer->words && w < words; w++) {
        hxp_table_row row = hxp_table_get(backward, w);
        double known = 0;
        for (size_t i = 0; i < row.count; i++)
            known += (double)row.items[i].weight;
        if (known > 1)
            known = 1;
        double inverse =
            (double)vocabulary->total / (double)vocabulary->words[w].count;
        explainer->words[w].least =
            (float)(1 - parameters->known_share * known);
        explainer->words[w].gain = (float)(parameters->known_share * inverse);
    }
    return explainer->words != NULL;
}

/** Add what the words of segment i explain, or take all of it away. */
static void explain(struct explainer *explainer, size_t i, bool add)
{
    const hxp_corpus *from = explainer->from;
    for (size_t k = from->starts[i]; k < from->starts[i + 1]; k++) {
        hxp_table_row row = hxp_table_get(explainer->table, from->words[k]);
        for (size_t e = 0; e < row.count; e++) {
            struct word_score *word = &explainer->words[row.items[e].word];
            word->sum = add ? word->sum + row.items[e].weight : 0;
        }
    }
}

/** The log likelihood ratio of segment j; share is 1 / words of the block. */
static double judge(const struct explainer *explainer, size_t j, double share)
{
    const hxp_corpus *to = explainer->to;
    double product = 1, sum = 0;
    size_t end = to->starts[j + 1];
    for (size_t k = to->starts[j], left = PRODUCT; k < end; k++) {
        const struct word_score *word = &explainer->words[to->words[k]];
        double ratio = (double)word->least +
                       (double)word->gain * share * (double)word->sum;
        product *= ratio < explainer->cap ? ratio : explainer->cap;
        if (--left == 0) {
            sum += log(product);
            product = 1;
            left = PRODUCT;
        }
    }
    return sum + log(product);
}

/** Judge the segments of row i by the blocks that begin there. */
static void judge_row(float *out, struct explainer *explainer,
                      const hxp_band *band, size_t i, size_t merge)
{
    const hxp_corpus *from = explainer->from, *to = explainer->to;
    size_t blocks = 0;
    for (size_t k = 1; k <= merge && i + k <= from->count; k++) {
        size_t words = hxp_corpus_words(from, i, k);
        double share = 1 / (double)(words > 0 ? words : 1);
        explain(explainer, i + k - 1, true);
        blocks = k;
        for (size_t j = band->low[i]; j <= band->high[i] && j < to->count; j++)
            out[hxp_band_at(band, i, j) * merge + k - 1] =
                (float)judge(explainer, j, share);
    }
    for (size_t k = 0; k < blocks; k++)
        explain(explainer, i + k, false);
}

bool hxp_score_words(float *out, const hxp_band *band, const hxp_pair *pair,
                     hxp_direction direction, size_t merge)
{
    bool forward = direction == HXP_FORWARD;
    hxp_direction back = forward ? HXP_BACKWARD : HXP_FORWARD;
    struct explainer explainer = {
        .from = forward ? pair->source : pair->target,
        .to = forward ? pair->target : pair->source,
        .table = hxp_lexicon_table(pair->lexicon, direction),
    };
    if (!explainer_init(&explainer, hxp_lexicon_table(pair->lexicon, back),
                        pair->parameters))
        return false;
    for (size_t i = 0; i < explainer.from->count; i++)
        judge_row(out, &explainer, band, i, merge);
    free(explainer.words);
    return true;
}

/* --- Lengths and shapes --------------------------------------------------- */

static bool has_paragraphs(const hxp_corpus *corpus)
{
    size_t borders = 0;
    if (!corpus->paragraphs)
        return false;
    for (size_t i = 1; i < corpus->count; i++)
        borders += hxp_corpus_begins(corpus, i);
    /* where every segment is a paragraph, or none, borders say nothing */
    return borders > 0 && borders + 1 < corpus->count;
}

void hxp_pair_measure(hxp_pair *pair)
{
    const hxp_corpus *source = pair->source, *target = pair->target;
    double from = source->letters[source->count];
    double to = target->letters[target->count];
    double both = sqrt(from * to);
    double segments = sqrt((double)source->count * (double)target->count);
    pair->source_scale = both > 0 ? both / from : 1;
    pair->target_scale = both > 0 ? both / to : 1;
    pair->mean = both > 0 && both > segments ? both / segments : 1;
    pair->paragraphs = has_paragraphs(source) && has_paragraphs(target);
}

double hxp_score_length(double source, double target, double mean,
                        const hxp_parameters *parameters)
{
    double expected = (source + target) / 2 + 1;
    double difference = target - source;
    double spread = parameters->variance * expected;
    double usual = parameters->usual_variance * mean;
    return -difference * difference / (2 * spread) - 0.5 * log(spread / usual);
}

static double scaled_letters(const hxp_corpus *corpus, size_t first,
                             size_t count, double scale)
{
    return (corpus->letters[first + count] - corpus->letters[first]) * scale;
}

double hxp_length_spread(const hxp_pair *pair, hxp_link link)
{
    double source = scaled_letters(pair->source, link.row, link.shape.rows,
                                   pair->source_scale);
    double target = scaled_letters(pair->target, link.column,
                                   link.shape.columns, pair->target_scale);
    double difference = target - source;
    return difference * difference / ((source + target) / 2 + 1);
}

/** The paragraphs that begin within the segments, behind the first. */
static double borders_inside(const hxp_corpus *corpus, size_t first,
                             size_t count)
{
    double borders = 0;
    for (size_t i = first + 1; i < first + count; i++)
        borders += hxp_corpus_begins(corpus, i) ? 1 : 0;
    return borders;
}

/** What paragraphs say for a bead with text on both sides. */
static double score_borders(const hxp_pair *pair, hxp_node node,
                            hxp_shape shape)
{
    const hxp_parameters *parameters = pair->parameters;
    bool source = hxp_corpus_begins(pair->source, node.row);
    bool target = hxp_corpus_begins(pair->target, node.column);
    double inside = borders_inside(pair->source, node.row, shape.rows) +
                    borders_inside(pair->target, node.column, shape.columns);
    double score = -parameters->border_inside * inside;
    if (source && target)
        score += parameters->border_shared;
    else if (source || target)
        score -= parameters->border_alone;
    return score;
}

double hxp_score_shape(const hxp_pair *pair, hxp_node node, hxp_shape shape)
{
    const hxp_parameters *parameters = pair->parameters;
    size_t total = shape.rows + shape.columns;
    if (total == 1) {
        const hxp_corpus *corpus = shape.rows > 0 ? pair->source : pair->target;
        size_t i = shape.rows > 0 ? node.row : node.column;
        return hxp_corpus_words(corpus, i, 1) > 0
                   ? -parameters->unmatched
                   : -parameters->unmatched_empty;
    }
    double score = 0;
    if (total > 2)
        score -=
            parameters->merge + parameters->merge_more * (double)(total - 3);
    if (shape.rows > 1 && shape.columns > 1)
        score -= parameters->merge_both;
    if (pair->paragraphs)
        score += score_borders(pair, node, shape);
    return score;
}

/* --- Beads ---------------------------------------------------------------- */

/** The evidence of words, in both directions, and where it is. */
struct evidence {
    const hxp_band *band;
    hxp_band turned; /* for backward */
    float *forward;
    float *backward;
    size_t merge;
};

/** Lexical score of a bead, which lies in the band; false if too little. */
static bool add_words(double *score, const struct evidence *evidence,
                      hxp_node node, hxp_shape shape)
{
    double forward = 0, backward = 0;
    size_t i = node.row, j = node.column, merge = evidence->merge;
    if (!hxp_band_has(evidence->band, i, j + shape.columns - 1) ||
        !hxp_band_has(evidence->band, i + shape.rows - 1, j))
        return false;
    for (size_t k = 0; k < shape.columns; k++)
        forward += (double)evidence
                       ->forward[hxp_band_at(evidence->band, i, j + k) * merge +
                                 shape.rows - 1];
    for (size_t k = 0; k < shape.rows; k++)
        backward +=
            (double)evidence
                ->backward[hxp_band_at(&evidence->turned, j, i + k) * merge +
                           shape.columns - 1];
    *score += forward + backward;
    return true;
}

static float score_bead(const struct evidence *evidence, const hxp_pair *pair,
                        hxp_node node, hxp_shape shape)
{
    double score = 0;
    if (!hxp_band_has(evidence->band, node.row + shape.rows,
                      node.column + shape.columns))
        return HXP_IMPOSSIBLE;
    if (shape.rows > 0 && shape.columns > 0) {
        if (!add_words(&score, evidence, node, shape))
            return HXP_IMPOSSIBLE;
        score *= pair->parameters->lexical_weight;
        score +=
            hxp_score_length(scaled_letters(pair->source, node.row, shape.rows,
                                            pair->source_scale),
                             scaled_letters(pair->target, node.column,
                                            shape.columns, pair->target_scale),
                             pair->mean, pair->parameters);
    }
    score += hxp_score_shape(pair, node, shape);
    return (float)(floor(score * FINE + 0.5) / FINE);
}

static bool find_evidence(struct evidence *evidence, const hxp_band *band,
                          const hxp_pair *pair)
{
    size_t size = hxp_band_size(band) * evidence->merge;
    evidence->band = band;
    if (!hxp_band_turn(&evidence->turned, band))
        return false;
    evidence->forward = calloc(size, sizeof(float));
    evidence->backward = calloc(size, sizeof(float));
    return evidence->forward && evidence->backward &&
           hxp_score_words(evidence->forward, band, pair, HXP_FORWARD,
                           evidence->merge) &&
           hxp_score_words(evidence->backward, &evidence->turned, pair,
                           HXP_BACKWARD, evidence->merge);
}

bool hxp_score_grid(float *scores, const hxp_band *band,
                    const hxp_shapes *shapes, const hxp_pair *pair)
{
    struct evidence evidence = { .merge = 1 };
    for (size_t s = 0; s < shapes->count; s++)
        if (shapes->items[s].rows > evidence.merge)
            evidence.merge = shapes->items[s].rows;
    bool done = find_evidence(&evidence, band, pair);
    for (size_t i = 0; done && i <= band->rows; i++)
        for (size_t j = band->low[i]; j <= band->high[i]; j++) {
            float *to = &scores[hxp_band_at(band, i, j) * shapes->count];
            for (size_t s = 0; s < shapes->count; s++)
                to[s] = score_bead(&evidence, pair, (hxp_node){ i, j },
                                   shapes->items[s]);
        }
    hxp_band_free(&evidence.turned);
    free(evidence.forward);
    free(evidence.backward);
    return done;
}

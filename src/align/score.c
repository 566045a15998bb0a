/* score.c - log likelihood ratios of beads. */
#include "align/score.h"

#include "base/array.h"

#include <math.h>
#include <stdlib.h>

enum { PRODUCT = 32 }; /* factors that a double holds: 0.25 to 220 each */

static const double FINE = 1024; /* scores are multiples of 1/1024 */

/* Of n pairs that speak together the sum is divided by n to this power: 0 if
 * they knew nothing of one another, 1 if all said the same. */
static const double REPEAT = 0.75;

/** A word of the text that is explained. */
struct word_score {
    float least; /* its likelihood ratio when nothing explains it */
    float gain;  /* by how much of that a unit of probability makes it more */
    float most;  /* times that it can be as much */
    float sum;   /* of probability, from the block in work */
    /* for blocks of 1 segment, 2, ...: how much more likely they make it */
    float ratio[HXP_MOST_MERGE];
};

/** The block whose words explain, and what they explain. */
struct explainer {
    const hxp_corpus *from, *to;
    const hxp_table *table;   /* p(to|from) */
    struct word_score *words; /* by word of to */
    double *least;            /* by segment of to: logs of its words' least */
    uint32_t *touched;        /* words that the block explains */
    size_t touched_count;
};

/* --- Words ---------------------------------------------------------------- */

/** Set the words of to up; back is the direction that comes from it. */
static void set_words(struct explainer *explainer, const hxp_lexicon *lexicon,
                      hxp_direction back, const hxp_parameters *parameters)
{
    double share = parameters->known_share, cap = exp(parameters->word_cap);
    const hxp_vocabulary *vocabulary = &explainer->to->vocabulary;
    for (size_t w = 0; w < hxp_vocabulary_size(vocabulary); w++) {
        struct word_score *word = &explainer->words[w];
        double inverse =
            (double)vocabulary->total / (double)vocabulary->words[w].count;
        word->least = (float)(1 - share * hxp_lexicon_known(lexicon, back, w));
        word->gain = (float)(share * inverse) / word->least;
        word->most = (float)cap / word->least;
        for (size_t k = 0; k < HXP_MOST_MERGE; k++)
            word->ratio[k] = 1;
    }
}

/** Sum up what the segments are worth when nothing explains their words. */
static bool set_least(struct explainer *explainer)
{
    const hxp_corpus *to = explainer->to;
    size_t words = hxp_vocabulary_size(&to->vocabulary);
    double *logs = calloc(words + 1, sizeof *logs);
    if (!logs)
        return false;
    for (size_t w = 0; w < words; w++)
        logs[w] = log((double)explainer->words[w].least);
    for (size_t j = 0; j < to->count; j++)
        for (size_t k = to->starts[j]; k < to->starts[j + 1]; k++)
            explainer->least[j] += logs[to->words[k]];
    free(logs);
    return true;
}

/** The direction of the pair's lexicon that is direction of the pair. */
static hxp_direction lexicon_direction(const hxp_pair *pair,
                                       hxp_direction direction)
{
    bool forward = (direction == HXP_FORWARD) != pair->turned;
    return forward ? HXP_FORWARD : HXP_BACKWARD;
}

static bool explainer_init(struct explainer *explainer, const hxp_pair *pair,
                           hxp_direction direction)
{
    bool forward = direction == HXP_FORWARD;
    explainer->from = forward ? pair->source : pair->target;
    explainer->to = forward ? pair->target : pair->source;
    explainer->table =
        hxp_lexicon_table(pair->lexicon, lexicon_direction(pair, direction));
    size_t words = hxp_vocabulary_size(&explainer->to->vocabulary);
    explainer->words = calloc(words + 1, sizeof *explainer->words);
    explainer->least =
        calloc(explainer->to->count + 1, sizeof *explainer->least);
    explainer->touched = calloc(words + 1, sizeof *explainer->touched);
    if (!explainer->words || !explainer->least || !explainer->touched)
        return false;
    set_words(explainer, pair->lexicon,
              lexicon_direction(pair, forward ? HXP_BACKWARD : HXP_FORWARD),
              pair->parameters);
    return set_least(explainer);
}

static void explainer_free(struct explainer *explainer)
{
    free(explainer->words);
    free(explainer->least);
    free(explainer->touched);
}

/** Add what the words of segment i explain. */
static void explain(struct explainer *explainer, size_t i)
{
    const hxp_corpus *from = explainer->from;
    for (size_t k = from->starts[i]; k < from->starts[i + 1]; k++) {
        hxp_table_row row = hxp_table_get(explainer->table, from->words[k]);
        for (size_t e = 0; e < row.count; e++) {
            struct word_score *word = &explainer->words[row.items[e].word];
            if (word->sum <= 0)
                explainer->touched[explainer->touched_count++] =
                    row.items[e].word;
            word->sum += row.items[e].weight;
        }
    }
}

/** Let all blocks that begin with segment i explain words. */
static void explain_blocks(struct explainer *explainer, size_t i)
{
    const hxp_corpus *from = explainer->from;
    for (size_t k = 0; k < HXP_MOST_MERGE && i + k < from->count; k++) {
        size_t words = hxp_corpus_words(from, i, k + 1);
        float share = 1 / (float)(words > 0 ? words : 1);
        explain(explainer, i + k);
        for (size_t t = 0; t < explainer->touched_count; t++) {
            struct word_score *word = &explainer->words[explainer->touched[t]];
            float ratio = 1 + word->gain * share * word->sum;
            word->ratio[k] = ratio < word->most ? ratio : word->most;
        }
    }
}

/** Take away what explain_blocks() did. */
static void forget_blocks(struct explainer *explainer)
{
    for (size_t t = 0; t < explainer->touched_count; t++) {
        struct word_score *word = &explainer->words[explainer->touched[t]];
        word->sum = 0;
        for (size_t k = 0; k < HXP_MOST_MERGE; k++)
            word->ratio[k] = 1;
    }
    explainer->touched_count = 0;
}

/** The log likelihood ratios of segment j, for blocks of 1 segment, 2, ... */
static void judge(float *out, const struct explainer *explainer, size_t j)
{
    const hxp_corpus *to = explainer->to;
    double sum[HXP_MOST_MERGE] = { 0 };
    size_t end = to->starts[j + 1];
    for (size_t k = to->starts[j]; k < end;) {
        size_t stop = k + PRODUCT < end ? k + PRODUCT : end;
        double product[HXP_MOST_MERGE] = { 1, 1, 1, 1 };
        for (; k < stop; k++) {
            const float *ratio = explainer->words[to->words[k]].ratio;
            for (size_t b = 0; b < HXP_MOST_MERGE; b++)
                product[b] *= (double)ratio[b];
        }
        for (size_t b = 0; b < HXP_MOST_MERGE; b++)
            sum[b] += log(product[b]);
    }
    for (size_t b = 0; b < HXP_MOST_MERGE; b++)
        out[b] = (float)(explainer->least[j] + sum[b]);
}

/** Judge each segment of the target by the blocks that begin at a row. */
static void judge_forward(hxp_evidence *out, struct explainer *explainer,
                          const hxp_band *band)
{
    for (size_t i = band->first; i <= band->last && i < explainer->from->count;
         i++) {
        explain_blocks(explainer, i);
        for (size_t j = hxp_band_low(band, i);
             j <= hxp_band_high(band, i) && j < explainer->to->count; j++)
            judge(out[hxp_band_at(band, i, j)].forward, explainer, j);
        forget_blocks(explainer);
    }
}

/** Judge each segment of the source by the blocks that begin at a column. */
static void judge_backward(hxp_evidence *out, struct explainer *explainer,
                           const hxp_band *band)
{
    size_t top = band->first, end = band->first; /* rows with column j */
    for (size_t j = hxp_band_low(band, band->first);
         j <= hxp_band_high(band, band->last) && j < explainer->from->count;
         j++) {
        while (hxp_band_high(band, top) < j)
            top++;
        while (end <= band->last && hxp_band_low(band, end) <= j)
            end++;
        explain_blocks(explainer, j);
        for (size_t i = top; i < end && i < explainer->to->count; i++)
            judge(out[hxp_band_at(band, i, j)].backward, explainer, i);
        forget_blocks(explainer);
    }
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

double hxp_score_borders(const hxp_pair *pair, const hxp_link *bead)
{
    const hxp_parameters *parameters = pair->parameters;
    if (!pair->paragraphs)
        return 0;
    bool source = hxp_corpus_begins(pair->source, bead->row);
    bool target = hxp_corpus_begins(pair->target, bead->column);
    double inside =
        borders_inside(pair->source, bead->row, bead->shape.rows) +
        borders_inside(pair->target, bead->column, bead->shape.columns);
    double score = -parameters->border_inside * inside;
    if (source && target)
        score += parameters->border_shared;
    else if (source || target)
        score -= parameters->border_alone;
    return score;
}

double hxp_score_shape(hxp_shape shape, bool empty,
                       const hxp_parameters *parameters)
{
    size_t total = shape.rows + shape.columns;
    double score = 0;
    if (total == 1)
        return empty ? -parameters->unmatched_empty : -parameters->unmatched;
    if (total > 2)
        score -=
            parameters->merge + parameters->merge_more * (double)(total - 3);
    if (shape.rows > 1 && shape.columns > 1)
        score -= parameters->merge_both;
    return score;
}

/* --- Beads ---------------------------------------------------------------- */

/** What one pair of texts has to say. */
struct voice {
    const hxp_pair *pair;
    struct explainer explainers[2]; /* by hxp_direction */
    hxp_evidence *evidence;         /* of the band scored last */
    size_t evidence_room;
};

struct hxp_scorer {
    hxp_shapes shapes;
    struct voice *voices;
    size_t voice_count;
    float *scores;
    size_t scores_room;
};

static bool voice_init(struct voice *voice, const hxp_pair *pair)
{
    voice->pair = pair;
    return explainer_init(&voice->explainers[HXP_FORWARD], pair, HXP_FORWARD) &&
           explainer_init(&voice->explainers[HXP_BACKWARD], pair, HXP_BACKWARD);
}

hxp_scorer *hxp_scorer_new(const hxp_pair *pairs, size_t count,
                           const hxp_shapes *shapes)
{
    hxp_scorer *scorer = calloc(1, sizeof *scorer);
    if (!scorer)
        return NULL;
    scorer->shapes = *shapes;
    scorer->voice_count = count;
    scorer->voices = calloc(count, sizeof *scorer->voices);
    bool done = scorer->voices != NULL;
    for (size_t v = 0; done && v < count; v++)
        done = voice_init(&scorer->voices[v], &pairs[v]);
    if (done)
        return scorer;
    hxp_scorer_free(scorer);
    return NULL;
}

void hxp_scorer_free(hxp_scorer *scorer)
{
    if (!scorer)
        return;
    for (size_t v = 0; scorer->voices && v < scorer->voice_count; v++) {
        explainer_free(&scorer->voices[v].explainers[HXP_FORWARD]);
        explainer_free(&scorer->voices[v].explainers[HXP_BACKWARD]);
        free(scorer->voices[v].evidence);
    }
    free(scorer->voices);
    free(scorer->scores);
    free(scorer);
}

const hxp_evidence *hxp_score_words(hxp_scorer *scorer, const hxp_band *band)
{
    for (size_t v = 0; v < scorer->voice_count; v++) {
        struct voice *voice = &scorer->voices[v];
        if (!hxp_array_reserve(&voice->evidence, &voice->evidence_room,
                               hxp_band_size(band), sizeof *voice->evidence))
            return NULL;
        judge_forward(voice->evidence, &voice->explainers[HXP_FORWARD], band);
        judge_backward(voice->evidence, &voice->explainers[HXP_BACKWARD], band);
    }
    return scorer->voices[0].evidence;
}

/** What words say for a bead, all of whose nodes are in the band. */
static double score_words(const struct voice *voice, const hxp_band *band,
                          const hxp_link *bead)
{
    double sum = 0;
    size_t i = bead->row, j = bead->column;
    hxp_shape shape = bead->shape;
    for (size_t k = 0; k < shape.columns; k++)
        sum += (double)voice->evidence[hxp_band_at(band, i, j + k)]
                   .forward[shape.rows - 1];
    for (size_t k = 0; k < shape.rows; k++)
        sum += (double)voice->evidence[hxp_band_at(band, i + k, j)]
                   .backward[shape.columns - 1];
    return voice->pair->parameters->lexical_weight * sum;
}

static double score_lengths(const hxp_pair *pair, const hxp_link *bead)
{
    return hxp_score_length(
        scaled_letters(pair->source, bead->row, bead->shape.rows,
                       pair->source_scale),
        scaled_letters(pair->target, bead->column, bead->shape.columns,
                       pair->target_scale),
        pair->mean, pair->parameters);
}

/** What the voices say for a bead with text on both sides: each that has any
 * text there, and of several the mean, as far as they repeat one another. */
static double ask_voices(const hxp_scorer *scorer, const hxp_band *band,
                         const hxp_link *bead)
{
    double sum = 0;
    size_t asked = 0;
    for (size_t v = 0; v < scorer->voice_count; v++) {
        const struct voice *voice = &scorer->voices[v];
        const hxp_pair *pair = voice->pair;
        if (scorer->voice_count > 1 &&
            hxp_corpus_words(pair->source, bead->row, bead->shape.rows) == 0)
            continue;
        sum += score_words(voice, band, bead) + score_lengths(pair, bead) +
               hxp_score_borders(pair, bead);
        asked++;
    }
    return asked > 1 ? sum / pow((double)asked, REPEAT) : sum;
}

static float score_bead(const hxp_scorer *scorer, const hxp_band *band,
                        const hxp_link *bead)
{
    const hxp_pair *pair = scorer->voices[0].pair;
    size_t i = bead->row, j = bead->column;
    hxp_shape shape = bead->shape;
    double score = 0;
    bool empty = false;
    if (!hxp_band_has(band, i + shape.rows, j + shape.columns))
        return HXP_IMPOSSIBLE;
    if (shape.rows == 0) {
        empty = hxp_corpus_words(pair->target, j, 1) == 0;
    } else if (shape.columns == 0) {
        empty = scorer->voice_count == 1 &&
                hxp_corpus_words(pair->source, i, 1) == 0;
    } else {
        if (!hxp_band_has(band, i, j + shape.columns - 1) ||
            !hxp_band_has(band, i + shape.rows - 1, j))
            return HXP_IMPOSSIBLE;
        score = ask_voices(scorer, band, bead);
    }
    score += hxp_score_shape(shape, empty, pair->parameters);
    return (float)(floor(score * FINE + 0.5) / FINE);
}

const hxp_parameters *hxp_scorer_parameters(const hxp_scorer *scorer)
{
    return scorer->voices[0].pair->parameters;
}

hxp_grid hxp_score_grid(hxp_scorer *scorer, const hxp_band *band)
{
    size_t shapes = scorer->shapes.count;
    hxp_grid grid = {
        .band = band,
        .shapes = &scorer->shapes,
        .further = -hxp_scorer_parameters(scorer)->unmatched_further,
    };
    if (!hxp_score_words(scorer, band) ||
        !hxp_array_reserve(&scorer->scores, &scorer->scores_room,
                           hxp_band_size(band) * shapes,
                           sizeof *scorer->scores))
        return grid;
    float *to = scorer->scores;
    for (size_t i = band->first; i <= band->last; i++)
        for (size_t j = hxp_band_low(band, i); j <= hxp_band_high(band, i); j++)
            for (size_t s = 0; s < shapes; s++) {
                hxp_link bead = { i, j, scorer->shapes.items[s], 0 };
                *to++ = score_bead(scorer, band, &bead);
            }
    grid.scores = scorer->scores;
    return grid;
}

/* score.c - log likelihood ratios of beads. */
#include "align/score.h"

#include "align/border.h"
#include "align/stairs.h"
#include "base/array.h"

#include <math.h>
#include <stdlib.h>

static const double FINE = 1024; /* scores are multiples of 1/1024 */

/* --- Lengths and shapes --------------------------------------------------- */

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

/** Of the paragraphs of a bead the two that go together worst. */
static double worst_blocks(const hxp_pair *pair, const hxp_link *bead)
{
    const hxp_structure *structure = pair->structure;
    double worst = pair->parameters->structure_cap;
    for (size_t i = 0; i < bead->shape.rows; i++)
        for (size_t j = 0; j < bead->shape.columns; j++) {
            size_t a = pair->source->traits[bead->row + i].block;
            size_t b = pair->target->traits[bead->column + j].block;
            double score = pair->turned ? structure->blocks[b][a]
                                        : structure->blocks[a][b];
            if (score < worst)
                worst = score;
        }
    return worst;
}

/** What the codes of a bead say. */
static double score_codes(const hxp_pair *pair, const hxp_link *bead)
{
    const hxp_structure *structure = pair->structure;
    uint64_t source =
        hxp_traits_codes(&pair->source->traits[bead->row], bead->shape.rows);
    uint64_t target = hxp_traits_codes(&pair->target->traits[bead->column],
                                       bead->shape.columns);
    double sum = 0;
    if (source == 0 && target == 0)
        return structure->no_codes;
    for (size_t t = 0; t < HXP_CODE_TYPES; t++) {
        size_t a = hxp_codes_of_type(source, t);
        size_t b = hxp_codes_of_type(target, t);
        sum += pair->turned ? structure->codes[t][b][a]
                            : structure->codes[t][a][b];
    }
    return sum;
}

double hxp_score_structure(const hxp_pair *pair, const hxp_link *bead)
{
    const hxp_parameters *parameters = pair->parameters;
    double most = parameters->structure_cap;
    if (!pair->structure)
        return 0;
    double sum = worst_blocks(pair, bead) + score_codes(pair, bead);
    return parameters->structure_weight * fmax(fmin(sum, most), -most);
}

void hxp_bead_edges(hxp_edges edges[2], const hxp_pair *pair,
                    const hxp_link *bead)
{
    const hxp_edges *source = &pair->source->edges[bead->row];
    const hxp_edges *target = &pair->target->edges[bead->column];
    edges[0] =
        (hxp_edges){ source[0].first, source[bead->shape.rows - 1].last };
    edges[1] =
        (hxp_edges){ target[0].first, target[bead->shape.columns - 1].last };
}

double hxp_score_marks(const hxp_pair *pair, const hxp_link *bead)
{
    const hxp_parameters *parameters = pair->parameters;
    double most = parameters->marks_cap;
    hxp_edges edges[2];
    if (!pair->marks)
        return 0;
    hxp_bead_edges(edges, pair, bead);
    hxp_edges from = edges[pair->turned], to = edges[!pair->turned];
    double sum = pair->marks->firsts[from.first][to.first] +
                 pair->marks->lasts[from.last][to.last];
    return parameters->marks_weight * fmax(fmin(sum, most), -most);
}

hxp_kind hxp_kind_of(hxp_shape shape)
{
    size_t total = shape.rows + shape.columns;
    if (shape.rows > 1 && shape.columns > 1)
        return HXP_KIND_CROSS;
    if (total > 2)
        return total == 3 ? HXP_KIND_PAIR : HXP_KIND_MORE;
    return total == 2 ? HXP_KIND_SINGLE : HXP_KIND_LONE;
}

double hxp_score_shape(hxp_shape shape, bool empty,
                       const hxp_parameters *parameters)
{
    size_t total = shape.rows + shape.columns;
    double score = parameters->leaning[hxp_kind_of(shape)];
    if (total == 1)
        return empty ? -parameters->unmatched_empty
                     : score - parameters->unmatched;
    if (total > 2)
        score -=
            parameters->merge + parameters->merge_more * (double)(total - 3);
    if (shape.rows > 1 && shape.columns > 1)
        score -= parameters->merge_both * (double)(total - 3);
    return score;
}

/* --- Beads ---------------------------------------------------------------- */

/** What one pair of texts has to say. */
struct voice {
    const hxp_pair *pair;
    hxp_explainer explainers[2]; /* by hxp_direction */
    hxp_evidence *evidence;      /* of the band scored last */
    size_t evidence_room;
};

struct hxp_scorer {
    hxp_shapes shapes;
    double shape_scores[HXP_MOST_SHAPES][2]; /* by whether it is empty */
    struct voice *voices;
    size_t voice_count;
    float *scores;
    size_t scores_room;
};

static bool voice_init(struct voice *voice, const hxp_pair *pair)
{
    voice->pair = pair;
    return hxp_explainer_init(&voice->explainers[HXP_FORWARD], pair,
                              HXP_FORWARD) &&
           hxp_explainer_init(&voice->explainers[HXP_BACKWARD], pair,
                              HXP_BACKWARD);
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
    for (size_t s = 0; s < shapes->count; s++)
        for (int empty = 0; empty < 2; empty++)
            scorer->shape_scores[s][empty] = hxp_score_shape(
                shapes->items[s], empty > 0, pairs[0].parameters);
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
        hxp_explainer_free(&scorer->voices[v].explainers[HXP_FORWARD]);
        hxp_explainer_free(&scorer->voices[v].explainers[HXP_BACKWARD]);
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
                               hxp_band_size(band), sizeof *voice->evidence) ||
            !hxp_explain(voice->evidence, &voice->explainers[HXP_FORWARD],
                         band) ||
            !hxp_explain(voice->evidence, &voice->explainers[HXP_BACKWARD],
                         band))
            return NULL;
    }
    return scorer->voices[0].evidence;
}

/** The rows that beads from one row on can touch. */
struct rows {
    hxp_band_row items[HXP_MOST_MERGE + 1];
};

/** What words say for a bead, all of whose nodes are in the band. */
static double score_words(const struct voice *voice, const struct rows *rows,
                          const hxp_link *bead)
{
    const hxp_evidence *evidence[HXP_MOST_MERGE];
    for (size_t i = 0; i < bead->shape.rows; i++) {
        size_t node = hxp_band_row_node(&rows->items[i], bead->column);
        evidence[i] = &voice->evidence[node];
    }
    const hxp_parameters *parameters = voice->pair->parameters;
    return parameters->lexical_weight *
           hxp_best_stairs(evidence, bead->shape, parameters->repeated);
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

static double score_vectors(const hxp_pair *pair, const hxp_link *bead)
{
    double cosine;
    if (!pair->likeness ||
        !hxp_cosine(&cosine, pair->source, pair->target, bead))
        return 0;
    return hxp_score_cosine(cosine, pair->likeness, pair->parameters);
}

static double score_keys(const hxp_pair *pair, const hxp_link *bead)
{
    return pair->keys
               ? hxp_score_keys(pair->keys, pair->source, pair->target, bead)
               : 0;
}

/** What the voices say for a bead with text on both sides: each that has any
 * text there, and of several the mean: they repeat one another, and what they
 * say is weighed against the shape as in a pair. Of the words it is what the
 * band scored last says, or, without rows, what a border behind the first at
 * segments says. */
static double ask_voices(const hxp_scorer *scorer, const struct rows *rows,
                         const hxp_link *bead, size_t at)
{
    double sum = 0;
    size_t asked = 0;
    for (size_t v = 0; v < scorer->voice_count; v++) {
        const struct voice *voice = &scorer->voices[v];
        const hxp_pair *pair = voice->pair;
        if (scorer->voice_count > 1 &&
            hxp_corpus_words(pair->source, bead->row, bead->shape.rows) == 0)
            continue;
        sum += rows ? score_words(voice, rows, bead) + score_lengths(pair, bead)
                    : hxp_score_moved(pair, bead, at);
        sum += hxp_score_borders(pair, bead) + hxp_score_structure(pair, bead) +
               hxp_score_marks(pair, bead) + score_vectors(pair, bead) +
               score_keys(pair, bead);
        asked++;
    }
    return asked > 0 ? sum / (double)asked : 0;
}

/** What a bead of shape number s, which is its shape, is worth. */
static float score_bead(const hxp_scorer *scorer, const struct rows *rows,
                        const hxp_link *bead, size_t s)
{
    const hxp_pair *pair = scorer->voices[0].pair;
    size_t i = bead->row, j = bead->column;
    hxp_shape shape = bead->shape;
    double score = 0;
    bool empty = false;
    if (!hxp_band_row_has(&rows->items[shape.rows], j + shape.columns))
        return HXP_IMPOSSIBLE;
    if (pair->fixed && hxp_fixed_forbids(pair->fixed, bead))
        return HXP_IMPOSSIBLE;
    if (shape.rows == 0) {
        empty = hxp_corpus_words(pair->target, j, 1) == 0;
    } else if (shape.columns == 0) {
        empty = scorer->voice_count == 1 &&
                hxp_corpus_words(pair->source, i, 1) == 0;
    } else {
        if (!hxp_band_row_has(&rows->items[0], j + shape.columns - 1) ||
            !hxp_band_row_has(&rows->items[shape.rows - 1], j))
            return HXP_IMPOSSIBLE;
        score = ask_voices(scorer, rows, bead, 0);
    }
    score += scorer->shape_scores[s][empty];
    return (float)(floor(score * FINE + 0.5) / FINE);
}

double hxp_score_again(const hxp_scorer *scorer, const hxp_link *bead,
                       size_t at)
{
    const hxp_pair *pair = scorer->voices[0].pair;
    size_t s = hxp_shapes_find(&scorer->shapes, bead->shape);
    if (s == scorer->shapes.count ||
        (pair->fixed && hxp_fixed_forbids(pair->fixed, bead)))
        return (double)HXP_IMPOSSIBLE;
    double score =
        ask_voices(scorer, NULL, bead, at) + scorer->shape_scores[s][0];
    return fmax(floor(score * FINE + 0.5) / FINE, (double)HXP_IMPOSSIBLE);
}

const hxp_fixed *hxp_scorer_fixed(const hxp_scorer *scorer)
{
    return scorer->voices[0].pair->fixed;
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
    for (size_t i = band->first; i <= band->last; i++) {
        struct rows rows;
        for (size_t k = 0; k <= HXP_MOST_MERGE; k++)
            rows.items[k] = hxp_band_row_at(band, i + k);
        for (size_t j = hxp_band_low(band, i); j <= hxp_band_high(band, i); j++)
            for (size_t s = 0; s < shapes; s++) {
                hxp_link bead = { i, j, scorer->shapes.items[s], 0 };
                *to++ = score_bead(scorer, &rows, &bead, s);
            }
    }
    grid.scores = scorer->scores;
    return grid;
}

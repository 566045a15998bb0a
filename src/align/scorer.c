/* scorer.c - scores all beads of a band, those of a row and shape at a time. */
#include "align/border.h"
#include "align/score.h"
#include "align/stairs.h"
#include "base/array.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FINE 1024.0 /* scores are multiples of 1/1024 */

/** What one pair of texts has to say. */
struct voice {
    const hxp_pair *pair;
    double length_share; /* by hxp_score_length(): of a squared difference */
    double length_base;  /* and of every bead, what is taken off */
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
    double *sums; /* of the beads of a row in work */
    size_t sums_room;
};

static bool voice_init(struct voice *voice, const hxp_pair *pair)
{
    const hxp_parameters *parameters = pair->parameters;
    double usual = parameters->usual_variance * pair->mean;
    voice->pair = pair;
    voice->length_share = 0.5 / parameters->variance;
    voice->length_base = 0.5 * log(parameters->variance / usual);
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
    free(scorer->sums);
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

/** Beads of one shape that begin in a row, one at each of some columns; all of
 * their nodes are in the band. */
struct beads {
    const struct rows *rows;
    size_t row;
    hxp_shape shape;
    hxp_stretch columns;
};

static size_t less(size_t a, size_t b)
{
    return a > b ? a - b : 0;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/** The columns at which beads of shape can begin. */
static hxp_stretch columns_of(const struct rows *rows, hxp_shape shape)
{
    const hxp_band_row *top = &rows->items[0];
    const hxp_band_row *below = &rows->items[shape.rows];
    size_t first = top->low, end = top->high + 1;
    if (shape.rows > 0 && shape.columns > 0) {
        const hxp_band_row *bottom = &rows->items[shape.rows - 1];
        first = bottom->low > first ? bottom->low : first;
        end = smaller(bottom->high + 1, less(end, shape.columns - 1));
    }
    if (less(below->low, shape.columns) > first)
        first = below->low - shape.columns;
    end = smaller(end, less(below->high + 1, shape.columns));
    return (hxp_stretch){ first, end > first ? end : first };
}

/** Bead number n of beads. */
static hxp_link bead_of(const struct beads *beads, size_t n)
{
    return (hxp_link){ beads->row, beads->columns.first + n, beads->shape, 0 };
}

static size_t count_of(const struct beads *beads)
{
    return beads->columns.end - beads->columns.first;
}

/** Add what words say for each of beads. */
static void add_words(double *sums, const struct voice *voice,
                      const struct beads *beads)
{
    const hxp_parameters *parameters = voice->pair->parameters;
    const hxp_evidence *evidence[HXP_MOST_MERGE];
    for (size_t i = 0; i < beads->shape.rows; i++)
        evidence[i] = &voice->evidence[hxp_band_row_node(&beads->rows->items[i],
                                                         beads->columns.first)];
    for (size_t n = 0; n < count_of(beads); n++) {
        sums[n] +=
            parameters->lexical_weight *
            hxp_best_stairs(evidence, beads->shape, parameters->repeated);
        for (size_t i = 0; i < beads->shape.rows; i++)
            evidence[i]++;
    }
}

/** Add what lengths say: hxp_score_length(), with what is the same for all
 * beads worked out. */
static void add_lengths(double *sums, const struct voice *voice,
                        const struct beads *beads)
{
    const hxp_pair *pair = voice->pair;
    double source = hxp_scaled_letters(pair->source, beads->row,
                                       beads->shape.rows, pair->source_scale);
    for (size_t n = 0; n < count_of(beads); n++) {
        double target =
            hxp_scaled_letters(pair->target, beads->columns.first + n,
                               beads->shape.columns, pair->target_scale);
        double expected = (source + target) / 2 + 1;
        double difference = target - source;
        sums[n] -= difference * difference * voice->length_share / expected +
                   0.5 * log(expected) + voice->length_base;
    }
}

/** Add what the signs at the ends of segments say. */
static void add_marks(double *sums, const hxp_pair *pair,
                      const struct beads *beads)
{
    if (!pair->marks)
        return;
    const hxp_edges *from = &pair->source->edges[beads->row];
    const hxp_edges *to = &pair->target->edges[beads->columns.first];
    size_t last = beads->shape.columns - 1;
    hxp_edges source = { from[0].first, from[beads->shape.rows - 1].last };
    for (size_t n = 0; n < count_of(beads); n++) {
        hxp_edges target = { to[n].first, to[n + last].last };
        sums[n] += hxp_score_edges(pair, source, target);
    }
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

/** What is said for a bead beside words, lengths and the signs at its ends. */
static double score_others(const hxp_pair *pair, const hxp_link *bead)
{
    return hxp_score_borders(pair, bead) + hxp_score_structure(pair, bead) +
           score_vectors(pair, bead) + score_keys(pair, bead);
}

/** Add that, if there is any. */
static void add_others(double *sums, const hxp_pair *pair,
                       const struct beads *beads)
{
    bool any = pair->paragraphs || pair->structure || pair->likeness ||
               (pair->keys && pair->source->traits && pair->target->traits);
    for (size_t n = 0; any && n < count_of(beads); n++) {
        hxp_link bead = bead_of(beads, n);
        sums[n] += score_others(pair, &bead);
    }
}

/** True when voice has text in the rows, or is the only one. */
static bool has_say(const hxp_scorer *scorer, size_t voice, size_t row,
                    size_t rows)
{
    const hxp_corpus *source = scorer->voices[voice].pair->source;
    return scorer->voice_count == 1 || hxp_corpus_words(source, row, rows) > 0;
}

/** Set what the voices say for beads with text on both sides: each that has any
 * text there, and of several the mean: they repeat one another, and what they
 * say is weighed against the shape as in a pair. */
static void ask_voices(double *sums, const hxp_scorer *scorer,
                       const struct beads *beads)
{
    size_t asked = 0;
    for (size_t v = 0; v < scorer->voice_count; v++) {
        const struct voice *voice = &scorer->voices[v];
        if (!has_say(scorer, v, beads->row, beads->shape.rows))
            continue;
        add_words(sums, voice, beads);
        add_lengths(sums, voice, beads);
        add_marks(sums, voice->pair, beads);
        add_others(sums, voice->pair, beads);
        asked++;
    }
    for (size_t n = 0; asked > 1 && n < count_of(beads); n++)
        sums[n] /= (double)asked;
}

/** True when a bead is a segment without words alone. */
static bool is_empty(const hxp_scorer *scorer, const hxp_link *bead)
{
    const hxp_pair *pair = scorer->voices[0].pair;
    if (bead->shape.rows == 0)
        return hxp_corpus_words(pair->target, bead->column, 1) == 0;
    return bead->shape.columns == 0 && scorer->voice_count == 1 &&
           hxp_corpus_words(pair->source, bead->row, 1) == 0;
}

static double rounded(double score)
{
    return floor(score * FINE + 0.5) * (1 / FINE);
}

/** Write what the beads of shape number s are worth that begin in row; sums has
 * room for each column. */
static void score_beads(float *to, double *sums, const hxp_scorer *scorer,
                        const struct beads *beads, size_t s)
{
    const hxp_band_row *row = &beads->rows->items[0];
    const hxp_fixed *fixed = scorer->voices[0].pair->fixed;
    size_t shapes = scorer->shapes.count;
    for (size_t j = row->low; j <= row->high; j++)
        to[(j - row->low) * shapes + s] = HXP_IMPOSSIBLE;
    if (count_of(beads) == 0) /* the texts may end before such beads would */
        return;
    to += (beads->columns.first - row->low) * shapes + s;
    memset(sums, 0, count_of(beads) * sizeof *sums);
    if (beads->shape.rows > 0 && beads->shape.columns > 0)
        ask_voices(sums, scorer, beads);
    for (size_t n = 0; n < count_of(beads); n++, to += shapes) {
        hxp_link bead = bead_of(beads, n);
        if (!fixed || !hxp_fixed_forbids(fixed, &bead))
            *to = (float)rounded(
                sums[n] + scorer->shape_scores[s][is_empty(scorer, &bead)]);
    }
}

double hxp_score_again(const hxp_scorer *scorer, const hxp_link *bead,
                       size_t at)
{
    const hxp_pair *pair = scorer->voices[0].pair;
    size_t s = hxp_shapes_find(&scorer->shapes, bead->shape), asked = 0;
    double sum = 0;
    if (s == scorer->shapes.count ||
        (pair->fixed && hxp_fixed_forbids(pair->fixed, bead)))
        return (double)HXP_IMPOSSIBLE;
    for (size_t v = 0; v < scorer->voice_count; v++) {
        pair = scorer->voices[v].pair;
        if (!has_say(scorer, v, bead->row, bead->shape.rows))
            continue;
        sum += hxp_score_moved(pair, bead, at) + hxp_score_marks(pair, bead) +
               score_others(pair, bead);
        asked++;
    }
    double score =
        (asked > 1 ? sum / (double)asked : sum) + scorer->shape_scores[s][0];
    return fmax(rounded(score), (double)HXP_IMPOSSIBLE);
}

double hxp_scorer_words(const hxp_scorer *scorer, const hxp_link *link)
{
    const hxp_corpus *target = scorer->voices[0].pair->target;
    size_t asked = 0, words = 0;
    for (size_t v = 0; v < scorer->voice_count; v++) {
        if (!has_say(scorer, v, link->row, link->shape.rows))
            continue;
        words += hxp_corpus_words(scorer->voices[v].pair->source, link->row,
                                  link->shape.rows);
        asked++;
    }
    return ((asked > 1 ? (double)words / (double)asked : (double)words) +
            (double)hxp_corpus_words(target, link->column,
                                     link->shape.columns)) /
           2;
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
        size_t width = rows.items[0].high - rows.items[0].low + 1;
        if (!hxp_array_reserve(&scorer->sums, &scorer->sums_room, width,
                               sizeof *scorer->sums))
            return grid;
        for (size_t s = 0; s < shapes; s++) {
            hxp_shape shape = scorer->shapes.items[s];
            const struct beads beads = { &rows, i, shape,
                                         columns_of(&rows, shape) };
            score_beads(to, scorer->sums, scorer, &beads, s);
        }
        to += width * shapes;
    }
    grid.scores = scorer->scores;
    return grid;
}

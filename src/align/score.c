/* score.c - log likelihood ratios of beads. */
#include "align/score.h"

#include <math.h>

double hxp_score_length(double source, double target, double mean,
                        const hxp_parameters *parameters)
{
    double expected = (source + target) / 2 + 1;
    double difference = target - source;
    double spread = parameters->variance * expected;
    double usual = parameters->usual_variance * mean;
    return -difference * difference / (2 * spread) - 0.5 * log(spread / usual);
}

double hxp_length_spread(const hxp_pair *pair, hxp_link link)
{
    double source = hxp_scaled_letters(pair->source, link.row, link.shape.rows,
                                       pair->source_scale);
    double target = hxp_scaled_letters(pair->target, link.column,
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
    return parameters->structure_weight * hxp_capped(sum, most);
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
    hxp_edges edges[2];
    if (!pair->marks)
        return 0;
    hxp_bead_edges(edges, pair, bead);
    return hxp_score_edges(pair, edges[0], edges[1]);
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

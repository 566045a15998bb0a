/* contrast.c - compares two normal distributions that the texts have. */
#include "align/contrast.h"

#include <math.h>

static const size_t NEAR = 4;         /* links on both sides that lie near */
static const double LEAST_APART = -6; /* what is said beyond is no other case */
static const double MOST_APART = 3;   /* and may be a repetition */

/** By what scores of a link are divided. */
static double measure_of(const hxp_scorer *scorer, const hxp_link *link)
{
    return sqrt(hxp_scorer_words(scorer, link) + 1);
}

static void count(hxp_tally *tally, double weight, double value)
{
    tally->weight += weight;
    tally->sum += weight * value;
    tally->squares += weight * value * value;
}

/** Count what is said for the row of one link and the columns of those near,
 * which all have a segment on both sides. */
static void count_near(hxp_tally *tally, const hxp_scorer *scorer,
                       const hxp_grid *grid, const hxp_links *way, size_t k)
{
    for (size_t m = k > NEAR ? k - NEAR : 0; m <= k + NEAR && m < way->count;
         m++) {
        hxp_link link = way->items[k], other = way->items[m];
        if (m == k || hxp_kind_of(other.shape) != HXP_KIND_SINGLE)
            continue;
        link.column = other.column;
        double score = hxp_grid_worth(grid, &link);
        if (score <= (double)HXP_IMPOSSIBLE)
            continue;
        double value = score / measure_of(scorer, &link);
        count(tally, fmin(link.confidence, other.confidence),
              fmin(fmax(value, LEAST_APART), MOST_APART));
    }
}

void hxp_contrast_add(hxp_contrast *contrast, const hxp_scorer *scorer,
                      const hxp_grid *grid, const hxp_links *way, size_t first)
{
    for (size_t k = first; k < way->count; k++) {
        const hxp_link *link = &way->items[k];
        double score = hxp_grid_worth(grid, link);
        if (hxp_kind_of(link->shape) != HXP_KIND_SINGLE ||
            score <= (double)HXP_IMPOSSIBLE)
            continue;
        count(&contrast->together, link->confidence,
              score / measure_of(scorer, link));
        count_near(&contrast->apart, scorer, grid, way, k);
    }
}

/** What tally says, as far as it has seen enough. */
static hxp_normal measure(hxp_normal usual, const hxp_tally *tally,
                          double doubt)
{
    double weight = tally->weight + doubt;
    double mean = (tally->sum + doubt * usual.mean) / weight;
    double squares =
        (tally->squares + doubt * (usual.variance + usual.mean * usual.mean)) /
        weight;
    return (hxp_normal){ mean, squares - mean * mean };
}

void hxp_contrast_measure(hxp_parameters *parameters,
                          const hxp_contrast *contrast)
{
    const hxp_parameters *usual = &hxp_default_parameters;
    parameters->contrast_known =
        fmin(contrast->together.weight / parameters->contrast_doubt, 1);
    parameters->together = measure(usual->together, &contrast->together,
                                   parameters->contrast_doubt);
    parameters->apart =
        measure(usual->apart, &contrast->apart, parameters->contrast_doubt);
}

/** The logarithm of the density of value, but for a constant. */
static double density(hxp_normal normal, double value)
{
    double off = value - normal.mean;
    return -off * off / (2 * normal.variance) - log(normal.variance) / 2;
}

double hxp_contrast_weigh(const hxp_scorer *scorer, const hxp_link *link,
                          double score)
{
    const hxp_parameters *parameters = hxp_scorer_parameters(scorer);
    if (hxp_scorer_words(scorer, link) <= 0)
        return score; /* nothing can be said for either */
    double value = score / measure_of(scorer, link);
    if (value > parameters->together.mean)
        value = parameters->together.mean;
    double ratio = density(parameters->together, value) -
                   density(parameters->apart, value);
    ratio = log(exp(ratio) + parameters->free);
    double less = fmin(ratio - parameters->chosen - score, 0);
    return score + parameters->contrast_known * less;
}

/* measure.c - lengths by likely links, kinds of bead by the way. */
#include "align/measure.h"

#include <math.h>

static double letters(const hxp_corpus *corpus, size_t first, size_t count)
{
    return corpus->letters[first + count] - corpus->letters[first];
}

/** Measure the ratio of lengths: the whole texts' counts as some links. */
static void measure_ratio(hxp_pair *pair, const hxp_links *likely)
{
    double weight = pair->parameters->ratio_doubt * pair->mean;
    double from = weight / pair->source_scale, to = weight / pair->target_scale;
    for (size_t i = 0; i < likely->count; i++) {
        hxp_link link = likely->items[i];
        from +=
            link.confidence * letters(pair->source, link.row, link.shape.rows);
        to += link.confidence *
              letters(pair->target, link.column, link.shape.columns);
    }
    hxp_pair_scale(pair, from, to);
}

static void measure_variance(hxp_parameters *parameters, const hxp_pair *pair,
                             const hxp_links *likely)
{
    double weight = parameters->variance_doubt;
    double sum = parameters->usual_variance * weight;
    for (size_t i = 0; i < likely->count; i++) {
        sum += likely->items[i].confidence *
               hxp_length_spread(pair, likely->items[i]);
        weight += likely->items[i].confidence;
    }
    parameters->variance = sum / weight;
}

/** Measure how often there are beads of each kind; of a row of segments
 * without a translation only the first tells how often one begins. */
static void measure_kinds(hxp_parameters *parameters, const hxp_links *way)
{
    double counts[HXP_KINDS] = { 0 }, all = 0;
    double doubt = parameters->kind_doubt;
    hxp_kind before = HXP_KIND_SINGLE;
    for (size_t i = 0; i < way->count; i++) {
        hxp_kind kind = hxp_kind_of(way->items[i].shape);
        if (kind != HXP_KIND_LONE || before != HXP_KIND_LONE) {
            counts[kind] += way->items[i].confidence;
            all += way->items[i].confidence;
        }
        before = kind;
    }
    for (size_t k = HXP_KIND_SINGLE + 1; k < HXP_KINDS; k++) {
        double usual = parameters->usual_share[k];
        double share = (counts[k] + doubt) / (all + doubt / usual);
        parameters->leaning[k] = log(share / usual);
    }
}

void hxp_measure(hxp_pair *pair, hxp_parameters *parameters,
                 const hxp_walk *walk)
{
    measure_ratio(pair, &walk->likely);
    measure_variance(parameters, pair, &walk->likely);
    measure_kinds(parameters, &walk->way);
    hxp_contrast_measure(parameters, &walk->contrast);
}

/* pair.c - compares the lengths of two texts. */
#include "align/pair.h"

#include <math.h>

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

void hxp_pair_scale(hxp_pair *pair, double from, double to)
{
    double most = pair->parameters->most_ratio;
    bool both = from > 0 && to > 0;
    double ratio = both ? fmin(fmax(to / from, 1 / most), most) : 1;
    pair->source_scale = sqrt(ratio);
    pair->target_scale = 1 / pair->source_scale;
}

/** The letters of a text that are thought to stand against those of the other
 * one. Where much has no translation, segments tell more than whole texts do,
 * unless one text has smaller ones: what makes the two less unlike. */
static double letters_to_compare(double own, double other, double segments,
                                 double others)
{
    double ratio = own / other, each = ratio * others / segments;
    return fabs(log(each)) < fabs(log(ratio)) ? own * others / segments : own;
}

void hxp_pair_measure(hxp_pair *pair)
{
    const hxp_corpus *source = pair->source, *target = pair->target;
    double from = source->letters[source->count];
    double to = target->letters[target->count];
    double both = sqrt(from * to);
    double segments = sqrt((double)source->count * (double)target->count);
    if (both > 0)
        hxp_pair_scale(pair,
                       letters_to_compare(from, to, (double)source->count,
                                          (double)target->count),
                       to);
    else
        hxp_pair_scale(pair, from, to);
    pair->mean = both > 0 && both > segments ? both / segments : 1;
    pair->paragraphs = has_paragraphs(source) && has_paragraphs(target);
}

hxp_pair hxp_pair_turned(const hxp_pair *pair)
{
    hxp_pair turned = *pair;
    turned.source = pair->target;
    turned.target = pair->source;
    turned.turned = !pair->turned;
    turned.source_scale = pair->target_scale;
    turned.target_scale = pair->source_scale;
    return turned;
}

hxp_direction hxp_pair_direction(const hxp_pair *pair, hxp_direction direction)
{
    bool forward = (direction == HXP_FORWARD) != pair->turned;
    return forward ? HXP_FORWARD : HXP_BACKWARD;
}

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

void hxp_pair_measure(hxp_pair *pair)
{
    const hxp_corpus *source = pair->source, *target = pair->target;
    double from = source->letters[source->count];
    double to = target->letters[target->count];
    double both = sqrt(from * to);
    double segments = sqrt((double)source->count * (double)target->count);
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

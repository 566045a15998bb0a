/* explainer.c - log likelihood ratios of words, a block of segments a time. */
#include "align/explainer.h"

#include "base/array.h"

#include <math.h>
#include <stdlib.h>

enum { PRODUCT = 32 }; /* factors that a double holds: 0.25 to 220 each */

/** A word of the text that is explained. */
struct hxp_word_score {
    float least; /* its likelihood ratio when nothing explains it */
    float gain;  /* by how much of that a unit of probability makes it more */
    float most;  /* times that it can be as much */
    bool touched;
    /* the probability that each segment of the block gives it; segment f is
     * number f % HXP_MOST_MERGE */
    float parts[HXP_MOST_MERGE];
    /* for blocks of 1 segment, 2, ...: how much more likely they make it */
    float ratio[HXP_MOST_MERGE];
};

/* --- Setting up ----------------------------------------------------------- */

static void set_words(hxp_explainer *explainer, const hxp_pair *pair)
{
    const hxp_parameters *parameters = pair->parameters;
    double share = parameters->known_share, cap = exp(parameters->word_cap);
    hxp_direction back = hxp_pair_direction(
        pair, explainer->direction == HXP_FORWARD ? HXP_BACKWARD : HXP_FORWARD);
    const hxp_vocabulary *vocabulary = &explainer->to->vocabulary;
    for (size_t w = 0; w < hxp_vocabulary_size(vocabulary); w++) {
        struct hxp_word_score *word = &explainer->words[w];
        double inverse =
            (double)vocabulary->total / (double)vocabulary->words[w].count;
        word->least =
            (float)(1 - share * hxp_lexicon_known(pair->lexicon, back, w));
        word->gain = (float)(share * inverse) / word->least;
        word->most = (float)cap / word->least;
        for (size_t k = 0; k < HXP_MOST_MERGE; k++)
            word->ratio[k] = 1;
    }
}

/** Sum up what the segments are worth when nothing explains their words. */
static bool set_least(hxp_explainer *explainer)
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

bool hxp_explainer_init(hxp_explainer *explainer, const hxp_pair *pair,
                        hxp_direction direction)
{
    bool forward = direction == HXP_FORWARD;
    const hxp_corpus *to = forward ? pair->target : pair->source;
    size_t words = hxp_vocabulary_size(&to->vocabulary);
    *explainer = (hxp_explainer){
        .from = forward ? pair->source : pair->target,
        .to = to,
        .direction = direction,
        .table = hxp_lexicon_table(pair->lexicon,
                                   hxp_pair_direction(pair, direction)),
    };
    explainer->words = calloc(words + 1, sizeof *explainer->words);
    explainer->least = calloc(to->count + 1, sizeof *explainer->least);
    explainer->seen = calloc(words + 1, sizeof *explainer->seen);
    explainer->in_window = calloc(words / 64 + 1, sizeof *explainer->in_window);
    explainer->touched = calloc(words + 1, sizeof *explainer->touched);
    if (!explainer->words || !explainer->least || !explainer->seen ||
        !explainer->in_window || !explainer->touched)
        return false;
    set_words(explainer, pair);
    return set_least(explainer);
}

void hxp_explainer_free(hxp_explainer *explainer)
{
    free(explainer->words);
    free(explainer->least);
    free(explainer->seen);
    free(explainer->in_window);
    free(explainer->touched);
    free(explainer->spans);
    *explainer = (hxp_explainer){ .from = NULL };
}

/* --- The window ----------------------------------------------------------- */

/** Turn the bit of word. */
static void turn_bit(hxp_explainer *explainer, uint32_t word)
{
    explainer->in_window[word / 64] ^= (uint64_t)1 << word % 64;
}

/** Let segments of to before end in, and those before first out. */
static void move_window(hxp_explainer *explainer, size_t first, size_t end)
{
    const hxp_corpus *to = explainer->to;
    hxp_stretch *window = &explainer->window;
    for (; window->end < end; window->end++)
        for (size_t k = to->starts[window->end];
             k < to->starts[window->end + 1]; k++)
            if (explainer->seen[to->words[k]]++ == 0)
                turn_bit(explainer, to->words[k]);
    for (; window->first < first; window->first++)
        for (size_t k = to->starts[window->first];
             k < to->starts[window->first + 1]; k++)
            if (--explainer->seen[to->words[k]] == 0)
                turn_bit(explainer, to->words[k]);
}

/* --- Blocks --------------------------------------------------------------- */

/** Add what segment f explains of the words in the window. */
static void add_segment(hxp_explainer *explainer, size_t f)
{
    const hxp_corpus *from = explainer->from;
    for (size_t k = from->starts[f]; k < from->starts[f + 1]; k++) {
        hxp_word_table_row row =
            hxp_word_table_get(explainer->table, from->words[k]);
        for (size_t e = 0; e < row.count; e++) {
            uint32_t number = row.items[e].word;
            if ((explainer->in_window[number / 64] >> number % 64 & 1) == 0)
                continue;
            struct hxp_word_score *word = &explainer->words[number];
            if (!word->touched)
                explainer->touched[explainer->touched_count++] = number;
            word->touched = true;
            word->parts[f % HXP_MOST_MERGE] += row.items[e].weight;
        }
    }
}

/** Work out how likely the blocks that begin with segment f make words, and
 * take away what that segment explains. */
static void weigh_words(hxp_explainer *explainer, size_t f)
{
    float shares[HXP_MOST_MERGE] = { 0 };
    size_t kept = 0;
    for (size_t k = 0; k < HXP_MOST_MERGE && f + k < explainer->from->count;
         k++) {
        size_t words = hxp_corpus_words(explainer->from, f, k + 1);
        shares[k] = 1 / (float)(words > 0 ? words : 1);
    }
    for (size_t t = 0; t < explainer->touched_count; t++) {
        struct hxp_word_score *word = &explainer->words[explainer->touched[t]];
        float sum = 0;
        for (size_t k = 0; k < HXP_MOST_MERGE; k++) {
            sum += word->parts[(f + k) % HXP_MOST_MERGE];
            float ratio = 1 + word->gain * shares[k] * sum;
            word->ratio[k] = ratio < word->most ? ratio : word->most;
        }
        word->parts[f % HXP_MOST_MERGE] = 0;
        word->touched = sum > 0;
        if (word->touched)
            explainer->touched[kept++] = explainer->touched[t];
    }
    explainer->touched_count = kept;
}

/** The log likelihood ratios of segment j, for blocks of 1 segment, 2, ... */
static void judge(float *out, const hxp_explainer *explainer, size_t j)
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

/**
 * Go on to the blocks that begin with segment f: the segment before it has left
 * the ring, the last of the longest comes in.
 */
static void move_block(hxp_explainer *explainer, size_t f)
{
    hxp_stretch beside = explainer->beside;
    size_t e = beside.first;
    if (f > beside.first)
        e = f + HXP_MOST_MERGE - 1;
    for (; e < f + HXP_MOST_MERGE && e < explainer->from->count; e++) {
        size_t last = e < beside.end ? e : beside.end - 1;
        move_window(explainer, explainer->spans[f - beside.first].first,
                    explainer->spans[last - beside.first].end);
        add_segment(explainer, e);
    }
    weigh_words(explainer, f);
}

/* --- Bands ---------------------------------------------------------------- */

/** Make room for the spans of segments first to last of from. */
static bool begin(hxp_explainer *explainer, size_t first, size_t last)
{
    size_t count = explainer->from->count;
    explainer->beside = (hxp_stretch){ first < count ? first : count,
                                       last < count ? last + 1 : count };
    return hxp_array_reserve(&explainer->spans, &explainer->spans_room,
                             explainer->beside.end - explainer->beside.first +
                                 1,
                             sizeof *explainer->spans);
}

/** Find the columns of each row of band. */
static bool span_rows(hxp_explainer *explainer, const hxp_band *band)
{
    if (!begin(explainer, band->first, band->last))
        return false;
    hxp_stretch *span = explainer->spans;
    for (size_t i = explainer->beside.first; i < explainer->beside.end; i++) {
        size_t high = hxp_band_high(band, i);
        *span++ =
            (hxp_stretch){ hxp_band_low(band, i), high < explainer->to->count
                                                      ? high + 1
                                                      : explainer->to->count };
    }
    return true;
}

/** Find the rows of each column of band. */
static bool span_columns(hxp_explainer *explainer, const hxp_band *band)
{
    size_t top = band->first, bottom = band->first;
    if (!begin(explainer, hxp_band_low(band, band->first),
               hxp_band_high(band, band->last)))
        return false;
    hxp_stretch *span = explainer->spans;
    for (size_t j = explainer->beside.first; j < explainer->beside.end; j++) {
        while (hxp_band_high(band, top) < j)
            top++;
        while (bottom <= band->last && bottom < explainer->to->count &&
               hxp_band_low(band, bottom) <= j)
            bottom++;
        *span++ = (hxp_stretch){ top, bottom };
    }
    return true;
}

/** Begin with no block, and an empty window. */
static void clear(hxp_explainer *explainer)
{
    for (size_t t = 0; t < explainer->touched_count; t++) {
        struct hxp_word_score *word = &explainer->words[explainer->touched[t]];
        word->touched = false;
        for (size_t k = 0; k < HXP_MOST_MERGE; k++) {
            word->parts[k] = 0;
            word->ratio[k] = 1;
        }
    }
    explainer->touched_count = 0;
    move_window(explainer, explainer->window.end, explainer->window.end);
    explainer->window =
        (hxp_stretch){ explainer->spans[0].first, explainer->spans[0].first };
}

bool hxp_explain(hxp_evidence *out, hxp_explainer *explainer,
                 const hxp_band *band)
{
    bool rows = explainer->direction == HXP_FORWARD;
    if (!(rows ? span_rows : span_columns)(explainer, band))
        return false;
    hxp_stretch beside = explainer->beside;
    if (beside.first < beside.end)
        clear(explainer);
    for (size_t f = beside.first; f < beside.end; f++) {
        hxp_stretch span = explainer->spans[f - beside.first];
        move_block(explainer, f);
        for (size_t t = span.first; t < span.end; t++)
            if (rows)
                judge(out[hxp_band_at(band, f, t)].forward, explainer, t);
            else
                judge(out[hxp_band_at(band, t, f)].backward, explainer, t);
    }
    return true;
}

/* lexicon.c - joins what looks and learning say into one table. */
#include "lexicon/lexicon.h"

#include "base/array.h"
#include "base/error.h"
#include "lexicon/cognate.h"

#include <stdlib.h>

/* Tuned on the development sets of facts/align.md, section 5. */
static const double COGNATE_DOUBT = 0.3;   /* added to the sum of a row */
static const double COGNATE_WEIGHT = 0.95; /* how far cognates are believed */
static const double LEARNED_WEIGHT = 0.8;  /* how far learning is believed */
static const double LEAST = 0.001;         /* smaller evidence is dropped */

/** One direction. */
struct half {
    const hxp_vocabulary *from, *to;
    hxp_table members; /* a row for each stem of to: its words, by share */
    hxp_table cognates;
    hxp_table all;
};

struct hxp_lexicon {
    struct half halves[2]; /* by hxp_direction */
};

/** Evidence about the words of a row, while it is put together. */
struct mixture {
    double *weight;  /* by word; 0: none */
    uint32_t *found; /* words with a weight */
    size_t count;
};

static bool mixture_init(struct mixture *mixture, size_t words)
{
    *mixture = (struct mixture){ 0 };
    mixture->weight = calloc(words + 1, sizeof *mixture->weight);
    mixture->found = calloc(words + 1, sizeof *mixture->found);
    return mixture->weight && mixture->found;
}

static void mixture_free(struct mixture *mixture)
{
    free(mixture->weight);
    free(mixture->found);
}

/** Noisy or: word is right unless all evidence for it is wrong. */
static void mix(struct mixture *mixture, uint32_t word, double weight)
{
    if (weight <= 0)
        return;
    if (mixture->weight[word] <= 0)
        mixture->found[mixture->count++] = word;
    mixture->weight[word] = 1 - (1 - mixture->weight[word]) * (1 - weight);
}

/** Write the mixture as a row, and empty it. */
static bool write_row(hxp_table *out, struct mixture *mixture)
{
    bool done = true;
    for (size_t i = 0; i < mixture->count; i++) {
        uint32_t word = mixture->found[i];
        if (done && mixture->weight[word] > LEAST)
            done = hxp_table_add(out, word, mixture->weight[word]);
        mixture->weight[word] = 0;
    }
    mixture->count = 0;
    return done && hxp_table_end_row(out);
}

/** Give each word of a learned stem its share. */
static void mix_stem(struct mixture *mixture, const struct half *half,
                     hxp_table_entry stem)
{
    hxp_table_row words = hxp_table_get(&half->members, stem.word);
    for (size_t i = 0; i < words.count; i++)
        mix(mixture, words.items[i].word,
            LEARNED_WEIGHT * (double)stem.weight *
                (double)words.items[i].weight);
}

/** Make half->all from the cognates and learned, a row for each stem. */
static bool combine(struct half *half, const hxp_table *learned)
{
    struct mixture mixture;
    bool done = mixture_init(&mixture, hxp_vocabulary_size(half->to));
    hxp_table_free(&half->all);
    for (size_t word = 0; done && word < hxp_vocabulary_size(half->from);
         word++) {
        hxp_table_row row = hxp_table_get(&half->cognates, word);
        for (size_t i = 0; i < row.count; i++)
            mix(&mixture, row.items[i].word,
                COGNATE_WEIGHT * (double)row.items[i].weight);
        row = hxp_table_get(learned, half->from->words[word].stem);
        for (size_t i = 0; i < row.count; i++)
            mix_stem(&mixture, half, row.items[i]);
        done = write_row(&half->all, &mixture);
    }
    mixture_free(&mixture);
    return done;
}

/** The words of each stem, each with its share of the stem's count. */
static bool list_members(struct half *half)
{
    const hxp_vocabulary *to = half->to;
    hxp_table stem_of = { 0 };
    bool done = true;
    for (size_t i = 0; done && i < hxp_vocabulary_size(to); i++)
        done = hxp_table_add(&stem_of, to->words[i].stem,
                             (double)to->words[i].count) &&
               hxp_table_end_row(&stem_of);
    done =
        done && hxp_table_transpose(&half->members, &stem_of, to->stems.count);
    hxp_table_free(&stem_of);
    if (done)
        hxp_table_normalise(&half->members, 0);
    return done;
}

/** The cognates between stems: the best of their words. */
static bool make_seed(hxp_table *seed, const struct half *half,
                      const hxp_table *members)
{
    struct mixture best;
    bool done = mixture_init(&best, half->to->stems.count);
    for (size_t stem = 0; done && stem < half->from->stems.count; stem++) {
        hxp_table_row words = hxp_table_get(members, stem);
        for (size_t i = 0; i < words.count; i++) {
            hxp_table_row row =
                hxp_table_get(&half->cognates, words.items[i].word);
            for (size_t k = 0; k < row.count; k++) {
                uint32_t to = half->to->words[row.items[k].word].stem;
                double weight = COGNATE_WEIGHT * (double)row.items[k].weight;
                if (best.weight[to] <= 0)
                    best.found[best.count++] = to;
                if (best.weight[to] < weight)
                    best.weight[to] = weight;
            }
        }
        done = write_row(seed, &best);
    }
    mixture_free(&best);
    return done;
}

static bool make_halves(hxp_lexicon *lexicon)
{
    struct half *forward = &lexicon->halves[HXP_FORWARD];
    struct half *backward = &lexicon->halves[HXP_BACKWARD];
    const hxp_table nothing = { 0 };
    if (!hxp_cognates(&forward->cognates, forward->from, forward->to) ||
        !hxp_table_transpose(&backward->cognates, &forward->cognates,
                             hxp_vocabulary_size(backward->from)))
        return false;
    hxp_table_normalise(&forward->cognates, COGNATE_DOUBT);
    hxp_table_normalise(&backward->cognates, COGNATE_DOUBT);
    return list_members(forward) && list_members(backward) &&
           combine(forward, &nothing) && combine(backward, &nothing);
}

hxp_status hxp_lexicon_new(hxp_lexicon **out, const hxp_vocabulary *source,
                           const hxp_vocabulary *target, hxp_error *error)
{
    hxp_lexicon *lexicon = calloc(1, sizeof *lexicon);
    *out = NULL;
    if (!lexicon)
        return hxp_no_memory(error);
    lexicon->halves[HXP_FORWARD].from = source;
    lexicon->halves[HXP_FORWARD].to = target;
    lexicon->halves[HXP_BACKWARD].from = target;
    lexicon->halves[HXP_BACKWARD].to = source;
    if (!make_halves(lexicon)) {
        hxp_lexicon_free(lexicon);
        return hxp_no_memory(error);
    }
    *out = lexicon;
    return HXP_OK;
}

/** Learn one direction; members are the words of half->from's stems. */
static bool learn_half(struct half *half, const hxp_table *members,
                       hxp_examples examples)
{
    hxp_table seed = { 0 }, learned = { 0 };
    bool done =
        make_seed(&seed, half, members) &&
        hxp_ibm1_learn(&learned, examples, &seed, half->from->stems.count,
                       half->to->stems.count) &&
        combine(half, &learned);
    hxp_table_free(&seed);
    hxp_table_free(&learned);
    return done;
}

hxp_status hxp_lexicon_learn(hxp_lexicon *lexicon, hxp_examples examples,
                             hxp_error *error)
{
    struct half *forward = &lexicon->halves[HXP_FORWARD];
    struct half *backward = &lexicon->halves[HXP_BACKWARD];
    hxp_example *turned = calloc(examples.count + 1, sizeof *turned);
    bool done = turned != NULL;
    for (size_t i = 0; done && i < examples.count; i++) {
        hxp_example example = examples.items[i];
        turned[i] =
            (hxp_example){ example.target, example.source, example.target_count,
                           example.source_count, example.weight };
    }
    done = done && learn_half(forward, &backward->members, examples) &&
           learn_half(backward, &forward->members,
                      (hxp_examples){ turned, examples.count });
    free(turned);
    return done ? HXP_OK : hxp_no_memory(error);
}

const hxp_table *hxp_lexicon_table(const hxp_lexicon *lexicon,
                                   hxp_direction direction)
{
    return &lexicon->halves[direction].all;
}

void hxp_lexicon_free(hxp_lexicon *lexicon)
{
    if (!lexicon)
        return;
    for (int i = 0; i < 2; i++) {
        hxp_table_free(&lexicon->halves[i].members);
        hxp_table_free(&lexicon->halves[i].cognates);
        hxp_table_free(&lexicon->halves[i].all);
    }
    free(lexicon);
}

/* lexicon.c - joins what looks, common words, dictionaries and learning say. */
#include "lexicon/lexicon.h"

#include "base/error.h"
#include "lexicon/basics.h"
#include "lexicon/cognate.h"

#include <stdlib.h>

/* Tuned on development sets. */
static const double COGNATE_DOUBT = 0.3;   /* added to the sum of a row */
static const double COGNATE_WEIGHT = 0.95; /* how far cognates are believed */
static const double ENTRY_DOUBT = 0.5;     /* as COGNATE_DOUBT */
/* Of .05, .07, .1 and .15: with FreeDict no set whose pairs have English falls,
 * nor do four versions at once. */
static const double ENTRY_WEIGHT = 0.07; /* how far entries are believed */
/* Of .3 to .9: with more close translations fall, with less free ones, of 45 to
 * 95 segments in 44 genres. */
static const double BASIC_WEIGHT = 0.7; /* how far common words are believed */
static const double BASIC_SEED = 0.3; /* the same before anything is learned */
/* Entries before anything is learned, where common words are known, too, and
 * where none are. Of .01 to .2: in the first case an old translation falls from
 * .03 on, in the second one free translations rise up to .2. */
static const double ENTRY_SEED_BESIDE = 0.02;
static const double ENTRY_SEED = 0.2;
static const double LEARNED_WEIGHT = 0.8; /* how far learning is believed */
static const double LEAST = 0.001;        /* smaller evidence is dropped */

/** One direction. */
struct half {
    const hxp_vocabulary *from, *to;
    hxp_word_table members; /* a row for each stem of to: its words, by share */
    hxp_word_table cognates; /* of words */
    hxp_word_table basics;   /* of words, from lists of common ones */
    hxp_word_table entries;  /* of words, from dictionaries */
    hxp_word_table before;   /* of stems: what other texts taught */
    hxp_word_table learned;  /* of stems: what these texts taught */
    hxp_word_table all;
    float *known; /* by word of from: what is known without dictionaries */
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

/** Write the mixture as a row, as it was found, and empty it. */
static bool write_row(hxp_word_table *out, struct mixture *mixture)
{
    bool done = true;
    for (size_t i = 0; i < mixture->count; i++) {
        uint32_t word = mixture->found[i];
        if (done && mixture->weight[word] > LEAST)
            done = hxp_word_table_add(out, word, mixture->weight[word]);
        mixture->weight[word] = 0;
    }
    mixture->count = 0;
    return done && hxp_word_table_end_as_is(out);
}

/** Give each word of a learned stem its share. */
static void mix_stem(struct mixture *mixture, const struct half *half,
                     hxp_word_table_entry stem)
{
    hxp_word_table_row words = hxp_word_table_get(&half->members, stem.word);
    for (size_t i = 0; i < words.count; i++)
        mix(mixture, words.items[i].word,
            LEARNED_WEIGHT * (double)stem.weight *
                (double)words.items[i].weight);
}

/** Give the words of two rows of stems their shares; the better row counts. */
static void mix_stems(struct mixture *mixture, const struct half *half,
                      size_t stem)
{
    hxp_word_table_row a = hxp_word_table_get(&half->before, stem);
    hxp_word_table_row b = hxp_word_table_get(&half->learned, stem);
    for (size_t i = 0, j = 0; i < a.count || j < b.count;) {
        bool first =
            j == b.count || (i < a.count && a.items[i].word <= b.items[j].word);
        bool second =
            i == a.count || (j < b.count && b.items[j].word <= a.items[i].word);
        hxp_word_table_entry best = first ? a.items[i] : b.items[j];
        if (first && second && best.weight < b.items[j].weight)
            best = b.items[j];
        mix_stem(mixture, half, best);
        i += first;
        j += second;
    }
}

/** Mix in a row, as far as it is believed. */
static void mix_row(struct mixture *mixture, hxp_word_table_row row,
                    double weight)
{
    for (size_t i = 0; i < row.count; i++)
        mix(mixture, row.items[i].word, weight * (double)row.items[i].weight);
}

/** How much of a word the mixture knows, at most all. */
static float sum_of(const struct mixture *mixture)
{
    double sum = 0;
    for (size_t i = 0; i < mixture->count; i++)
        sum += mixture->weight[mixture->found[i]];
    return sum < 1 ? (float)sum : 1;
}

/**
 * Make half->all from all that is known. The more of a word is known, the less
 * lists of common words, and then dictionaries, have to say of it. What a
 * dictionary alone says may speak for a bead, but not against one: translators
 * choose other words than dictionaries do, so it does not make a word known.
 */
static bool combine(struct half *half)
{
    struct mixture mixture;
    size_t words = hxp_vocabulary_size(half->from);
    bool done = mixture_init(&mixture, hxp_vocabulary_size(half->to));
    hxp_word_table_free(&half->all);
    if (!half->known)
        half->known = calloc(words + 1, sizeof *half->known);
    done = done && half->known;
    for (size_t word = 0; done && word < words; word++) {
        mix_row(&mixture, hxp_word_table_get(&half->cognates, word),
                COGNATE_WEIGHT);
        mix_stems(&mixture, half, half->from->words[word].stem);
        half->known[word] = sum_of(&mixture);
        mix_row(&mixture, hxp_word_table_get(&half->basics, word),
                BASIC_WEIGHT * (1 - (double)half->known[word]));
        half->known[word] = sum_of(&mixture);
        mix_row(&mixture, hxp_word_table_get(&half->entries, word),
                ENTRY_WEIGHT * (1 - (double)half->known[word]));
        done = write_row(&half->all, &mixture);
    }
    mixture_free(&mixture);
    return done;
}

/** The words of each stem, each with its share of the stem's count. */
static bool list_members(struct half *half)
{
    const hxp_vocabulary *to = half->to;
    hxp_word_table stem_of = { 0 };
    bool done = true;
    for (size_t i = 0; done && i < hxp_vocabulary_size(to); i++)
        done = hxp_word_table_add(&stem_of, to->words[i].stem,
                                  (double)to->words[i].count) &&
               hxp_word_table_end_row(&stem_of);
    done = done &&
           hxp_word_table_transpose(&half->members, &stem_of, to->stems.count);
    hxp_word_table_free(&stem_of);
    if (done)
        hxp_word_table_normalise(&half->members, 0);
    return done;
}

/** Let best hold no less than weight for word. */
static void at_least(struct mixture *best, uint32_t word, double weight)
{
    if (best->weight[word] <= 0)
        best->found[best->count++] = word;
    if (best->weight[word] < weight)
        best->weight[word] = weight;
}

/** Let best hold no less than a row of words says of their stems. */
static void at_least_row(struct mixture *best, const struct half *half,
                         hxp_word_table_row row, double weight)
{
    for (size_t i = 0; i < row.count; i++)
        at_least(best, half->to->words[row.items[i].word].stem,
                 weight * (double)row.items[i].weight);
}

/** What is known between stems: the best of their words. */
static bool make_seed(hxp_word_table *seed, const struct half *half,
                      const hxp_word_table *members)
{
    struct mixture best;
    double entry = half->basics.count > 0 ? ENTRY_SEED_BESIDE : ENTRY_SEED;
    bool done = mixture_init(&best, half->to->stems.count);
    for (size_t stem = 0; done && stem < half->from->stems.count; stem++) {
        hxp_word_table_row words = hxp_word_table_get(members, stem);
        for (size_t i = 0; i < words.count; i++) {
            uint32_t word = words.items[i].word;
            at_least_row(&best, half, hxp_word_table_get(&half->cognates, word),
                         COGNATE_WEIGHT);
            at_least_row(&best, half, hxp_word_table_get(&half->basics, word),
                         BASIC_SEED);
            at_least_row(&best, half, hxp_word_table_get(&half->entries, word),
                         entry);
        }
        hxp_word_table_row before = hxp_word_table_get(&half->before, stem);
        for (size_t i = 0; i < before.count; i++)
            at_least(&best, before.items[i].word,
                     LEARNED_WEIGHT * (double)before.items[i].weight);
        done = write_row(seed, &best);
    }
    mixture_free(&best);
    return done;
}

/** Fill both halves; the forward one has its entries, not yet normalised. */
static bool make_halves(hxp_lexicon *lexicon)
{
    struct half *forward = &lexicon->halves[HXP_FORWARD];
    struct half *backward = &lexicon->halves[HXP_BACKWARD];
    size_t columns = hxp_vocabulary_size(backward->from);
    if (!hxp_cognates(&forward->cognates, forward->from, forward->to) ||
        !hxp_word_table_transpose(&backward->cognates, &forward->cognates,
                                  columns) ||
        !hxp_word_table_transpose(&backward->basics, &forward->basics,
                                  columns) ||
        !hxp_word_table_transpose(&backward->entries, &forward->entries,
                                  columns))
        return false;
    for (int i = 0; i < 2; i++) {
        hxp_word_table_normalise(&lexicon->halves[i].cognates, COGNATE_DOUBT);
        hxp_word_table_normalise(&lexicon->halves[i].basics, ENTRY_DOUBT);
        hxp_word_table_normalise(&lexicon->halves[i].entries, ENTRY_DOUBT);
    }
    return list_members(forward) && list_members(backward) &&
           combine(forward) && combine(backward);
}

hxp_status hxp_lexicon_new(hxp_lexicon **out,
                           const hxp_vocabularies *vocabularies,
                           const hxp_dictionary *dictionary, hxp_error *error)
{
    hxp_lexicon *lexicon = calloc(1, sizeof *lexicon);
    hxp_word_table stems[2] = { { 0 }, { 0 } };
    *out = NULL;
    if (!lexicon)
        return hxp_no_memory(error);
    struct half *halves = lexicon->halves;
    halves[HXP_FORWARD].from = halves[HXP_BACKWARD].to = vocabularies->source;
    halves[HXP_FORWARD].to = halves[HXP_BACKWARD].from = vocabularies->target;
    bool done =
        !dictionary || hxp_dictionary_consult(&halves[HXP_FORWARD].entries,
                                              stems, dictionary, vocabularies);
    halves[HXP_FORWARD].before = stems[0];
    halves[HXP_BACKWARD].before = stems[1];
    if (!done || !hxp_basics(&halves[HXP_FORWARD].basics, vocabularies) ||
        !make_halves(lexicon)) {
        hxp_lexicon_free(lexicon);
        return hxp_no_memory(error);
    }
    *out = lexicon;
    return HXP_OK;
}

/** Learn one direction; members are the words of half->from's stems. */
static bool learn_half(struct half *half, const hxp_word_table *members,
                       hxp_examples examples)
{
    hxp_word_table seed = { 0 };
    hxp_word_table_free(&half->learned);
    bool done =
        make_seed(&seed, half, members) &&
        hxp_ibm1_learn(&half->learned, examples, &seed, half->from->stems.count,
                       half->to->stems.count) &&
        combine(half);
    hxp_word_table_free(&seed);
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

const hxp_word_table *hxp_lexicon_table(const hxp_lexicon *lexicon,
                                        hxp_direction direction)
{
    return &lexicon->halves[direction].all;
}

const hxp_word_table *hxp_lexicon_learned(const hxp_lexicon *lexicon,
                                          hxp_direction direction)
{
    return &lexicon->halves[direction].learned;
}

double hxp_lexicon_known(const hxp_lexicon *lexicon, hxp_direction direction,
                         size_t word)
{
    return (double)lexicon->halves[direction].known[word];
}

/** What row says of word. */
static double weight_in(hxp_word_table_row row, uint32_t word)
{
    for (size_t i = 0; i < row.count; i++)
        if (row.items[i].word == word)
            return (double)row.items[i].weight;
    return 0;
}

hxp_translation hxp_lexicon_why(const hxp_lexicon *lexicon,
                                hxp_direction direction, uint32_t from,
                                uint32_t to)
{
    const struct half *half = &lexicon->halves[direction];
    uint32_t stem = half->from->words[from].stem;
    uint32_t other = half->to->words[to].stem;
    double in_entry = weight_in(hxp_word_table_get(&half->entries, from), to);
    double basic = weight_in(hxp_word_table_get(&half->basics, from), to);
    double before = weight_in(hxp_word_table_get(&half->before, stem), other);
    double learned = weight_in(hxp_word_table_get(&half->learned, stem), other);
    return (hxp_translation){
        weight_in(hxp_word_table_get(&half->all, from), to),
        weight_in(hxp_word_table_get(&half->cognates, from), to),
        in_entry > basic ? in_entry : basic,
        before > learned ? before : learned,
    };
}

void hxp_lexicon_free(hxp_lexicon *lexicon)
{
    if (!lexicon)
        return;
    for (int i = 0; i < 2; i++) {
        hxp_word_table_free(&lexicon->halves[i].members);
        hxp_word_table_free(&lexicon->halves[i].cognates);
        hxp_word_table_free(&lexicon->halves[i].basics);
        hxp_word_table_free(&lexicon->halves[i].entries);
        hxp_word_table_free(&lexicon->halves[i].before);
        hxp_word_table_free(&lexicon->halves[i].learned);
        hxp_word_table_free(&lexicon->halves[i].all);
        free(lexicon->halves[i].known);
    }
    free(lexicon);
}

/* ibm1.c - expectation maximisation over the word pairs that occur. */
#include "lexicon/ibm1.h"

#include "base/array.h"

#include <stdlib.h>

/* Tuned on the development sets of facts/align.md, section 5, but where
 * something else is said. */
static const double UNIFORM = 0.02;    /* probability of a pair at first */
static const double NULL_WORD = 0.021; /* of a word that comes from nothing */
static const double SEED = 0.1;        /* weight of the seed after that */
static const double DISCOUNT = 0.5;    /* off each count in the last round */
static const double SMOOTHING = 0.5;   /* added to each sum */
static const double LEAST = 0.003;     /* smaller probabilities are dropped */
static const double FINE = 67108864;   /* counts are multiples of 1/2^26:
                                          sums are exact in any order */

enum {
    ROUNDS = 4,
    LONGEST = 400 /* words of a side; longer examples cost too much */
};

struct trainer {
    hxp_examples examples;
    size_t rows, columns;
    size_t *starts;      /* rows + 1: the pairs of each source word */
    uint32_t *words;     /* of each pair: its target word */
    double *probability; /* of each pair */
    double *counts;
    float *seed;
    size_t pairs, words_room, seed_room;
    size_t *at;      /* of each example: where its links begin */
    uint32_t *links; /* for each target word and source word: a pair */
};

/** Where source words occur, sorted by word. */
struct occurrences {
    size_t *starts; /* rows + 1 */
    uint32_t *example;
    uint32_t *position;
};

static bool usable(const hxp_example *example)
{
    return example->source_count <= LONGEST &&
           example->target_count <= LONGEST && example->source_count > 0;
}

static bool occurrences_init(struct occurrences *all,
                             const struct trainer *trainer)
{
    size_t total = 0;
    for (size_t e = 0; e < trainer->examples.count; e++)
        total += trainer->examples.items[e].source_count;
    all->starts = calloc(trainer->rows + 2, sizeof *all->starts);
    all->example = calloc(total + 1, sizeof *all->example);
    all->position = calloc(total + 1, sizeof *all->position);
    return all->starts && all->example && all->position;
}

static void occurrences_free(struct occurrences *all)
{
    free(all->starts);
    free(all->example);
    free(all->position);
}

/** Sort the occurrences by counting. */
static void find_occurrences(struct occurrences *all,
                             const struct trainer *trainer)
{
    for (size_t e = 0; e < trainer->examples.count; e++) {
        const hxp_example *example = &trainer->examples.items[e];
        for (size_t i = 0; usable(example) && i < example->source_count; i++)
            all->starts[example->source[i] + 2]++;
    }
    for (size_t row = 2; row < trainer->rows + 2; row++)
        all->starts[row] += all->starts[row - 1];
    for (size_t e = 0; e < trainer->examples.count; e++) {
        const hxp_example *example = &trainer->examples.items[e];
        for (size_t i = 0; usable(example) && i < example->source_count; i++) {
            size_t to = all->starts[example->source[i] + 1]++;
            all->example[to] = (uint32_t)e;
            all->position[to] = (uint32_t)i;
        }
    }
}

/** Link the words of one example with pairs of row, adding those missing. */
static bool link_example(struct trainer *trainer, size_t e, size_t position,
                         size_t *pair_of)
{
    const hxp_example *example = &trainer->examples.items[e];
    uint32_t row = example->source[position];
    if (!hxp_array_reserve(&trainer->words, &trainer->words_room,
                           trainer->pairs + example->target_count,
                           sizeof *trainer->words))
        return false;
    for (size_t j = 0; j < example->target_count; j++) {
        uint32_t word = example->target[j];
        size_t pair = pair_of[word]; /* of this row, or left from another */
        if (pair < trainer->starts[row] || pair >= trainer->pairs ||
            trainer->words[pair] != word) {
            pair = trainer->pairs++;
            pair_of[word] = pair;
            trainer->words[pair] = word;
        }
        trainer->links[trainer->at[e] + j * example->source_count + position] =
            (uint32_t)pair;
    }
    return true;
}

/** Find all pairs of words that occur in an example together. */
static bool link_all(struct trainer *trainer, const struct occurrences *all,
                     size_t *pair_of)
{
    for (size_t row = 0; row < trainer->rows; row++) {
        trainer->starts[row] = trainer->pairs;
        for (size_t i = all->starts[row]; i < all->starts[row + 1]; i++)
            if (!link_example(trainer, all->example[i], all->position[i],
                              pair_of))
                return false;
    }
    trainer->starts[trainer->rows] = trainer->pairs;
    return true;
}

static bool find_pairs(struct trainer *trainer)
{
    struct occurrences all = { 0 };
    size_t links = 0;
    for (size_t e = 0; e < trainer->examples.count; e++) {
        const hxp_example *example = &trainer->examples.items[e];
        trainer->at[e] = links;
        if (usable(example))
            links += example->source_count * example->target_count;
    }
    size_t *pair_of = calloc(trainer->columns + 1, sizeof *pair_of);
    trainer->links = calloc(links + 1, sizeof *trainer->links);
    bool done = pair_of && trainer->links && occurrences_init(&all, trainer);
    if (done) {
        find_occurrences(&all, trainer);
        done = link_all(trainer, &all, pair_of);
    }
    occurrences_free(&all);
    free(pair_of);
    return done;
}

/** The first probabilities: the same for all, and what the seed says. */
static bool begin(struct trainer *trainer, const hxp_table *seed)
{
    float *of_word = calloc(trainer->columns + 1, sizeof *of_word);
    trainer->probability = calloc(trainer->pairs + 1, sizeof(double));
    trainer->counts = calloc(trainer->pairs + 1, sizeof(double));
    trainer->seed = calloc(trainer->pairs + 1, sizeof(float));
    bool done =
        of_word && trainer->probability && trainer->counts && trainer->seed;
    for (size_t row = 0; done && row < trainer->rows; row++) {
        hxp_table_row known = hxp_table_get(seed, row);
        for (size_t i = 0; i < known.count; i++)
            of_word[known.items[i].word] = known.items[i].weight;
        for (size_t k = trainer->starts[row]; k < trainer->starts[row + 1];
             k++) {
            trainer->seed[k] = of_word[trainer->words[k]];
            trainer->probability[k] = UNIFORM + (double)trainer->seed[k];
        }
        for (size_t i = 0; i < known.count; i++)
            of_word[known.items[i].word] = 0;
    }
    free(of_word);
    return done;
}

/** Share each target word of an example out among its source words. */
static void count_example(struct trainer *trainer, size_t e)
{
    const hxp_example *example = &trainer->examples.items[e];
    const uint32_t *link = &trainer->links[trainer->at[e]];
    for (size_t j = 0; j < example->target_count; j++) {
        double sum = NULL_WORD;
        for (size_t i = 0; i < example->source_count; i++)
            sum += trainer->probability[link[i]];
        double share = example->weight / sum * FINE;
        for (size_t i = 0; i < example->source_count; i++) {
            uint64_t count =
                (uint64_t)(trainer->probability[link[i]] * share + 0.5);
            trainer->counts[link[i]] += (double)count / FINE;
        }
        link += example->source_count;
    }
}

/** Turn the counts into probabilities. */
static void estimate(struct trainer *trainer, double discount)
{
    for (size_t row = 0; row < trainer->rows; row++) {
        double sum = SMOOTHING;
        size_t end = trainer->starts[row + 1];
        for (size_t k = trainer->starts[row]; k < end; k++)
            sum += trainer->counts[k];
        for (size_t k = trainer->starts[row]; k < end; k++) {
            double p = (trainer->counts[k] - discount) / sum;
            trainer->probability[k] = p > LEAST ? p : 0;
            trainer->counts[k] = 0;
        }
    }
}

static void learn(struct trainer *trainer)
{
    for (int round = 1; round <= ROUNDS; round++) {
        for (size_t e = 0; e < trainer->examples.count; e++)
            if (usable(&trainer->examples.items[e]))
                count_example(trainer, e);
        estimate(trainer, round == ROUNDS ? DISCOUNT : 0);
        for (size_t k = 0; round < ROUNDS && k < trainer->pairs; k++)
            trainer->probability[k] += SEED * (double)trainer->seed[k];
    }
}

static bool write_table(hxp_table *out, const struct trainer *trainer)
{
    for (size_t row = 0; row < trainer->rows; row++) {
        size_t end = trainer->starts[row + 1];
        for (size_t k = trainer->starts[row]; k < end; k++)
            if (trainer->probability[k] > 0 &&
                !hxp_table_add(out, trainer->words[k], trainer->probability[k]))
                return false;
        if (!hxp_table_end_row(out))
            return false;
    }
    return true;
}

bool hxp_ibm1_learn(hxp_table *out, hxp_examples examples,
                    const hxp_table *seed, size_t rows, size_t columns)
{
    struct trainer trainer = { .examples = examples,
                               .rows = rows,
                               .columns = columns };
    trainer.starts = calloc(rows + 1, sizeof *trainer.starts);
    trainer.at = calloc(examples.count + 1, sizeof *trainer.at);
    bool done = trainer.starts && trainer.at && find_pairs(&trainer) &&
                begin(&trainer, seed);
    if (done) {
        learn(&trainer);
        done = write_table(out, &trainer);
    }
    free(trainer.starts);
    free(trainer.words);
    free(trainer.probability);
    free(trainer.counts);
    free(trainer.seed);
    free(trainer.at);
    free(trainer.links);
    return done;
}

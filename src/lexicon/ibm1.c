/* ibm1.c - expectation maximisation, a source word at a time. */
#include "lexicon/ibm1.h"

#include <stdlib.h>

/* Tuned on the development sets of facts/align.md, section 5, but where
 * something else is said. */
static const double UNIFORM = 0.02;    /* probability of a pair at first */
static const double NULL_WORD = 0.021; /* of a word that comes from nothing */
static const float SEED = 0.1F;        /* weight of the seed after that */
static const double DISCOUNT = 0.5;    /* off each count in the last round */
static const double SMOOTHING = 0.5;   /* added to each sum */
static const double LEAST = 0.003;     /* smaller probabilities are dropped */
static const double FINE = 67108864;   /* counts are multiples of 1/2^26:
                                          sums are exact in any order */

enum {
    ROUNDS = 4,
    LONGEST = 400, /* words of a side; longer examples cost too much */
    ENOUGH = 4000  /* examples tell what a word stands for */
};

/** Where source words occur. */
struct occurrences {
    size_t *starts;    /* rows + 1: into examples */
    uint32_t *example; /* of each occurrence, sorted by word */
};

/**
 * A round goes through the source words. Only their own probabilities, and for
 * each target word the sum over the source words of its example, have to be
 * at hand: nothing is held for each pair of words.
 */
struct trainer {
    hxp_examples examples;
    const hxp_word_table *seed;
    size_t rows, columns;
    struct occurrences occurrences;
    size_t *at;       /* of each example: where its target words begin */
    double *sums;     /* of each target word: its probabilities */
    double *shares;   /* the example's weight by the sum of the round before */
    float *of_word;   /* by target word: what the row in work gives it */
    uint64_t *counts; /* by target word, in units of 1 / FINE */
    uint32_t *found;  /* target words with a count */
    hxp_word_table learned; /* of the round before */
};

static bool usable(const hxp_example *example)
{
    return example->source_count <= LONGEST &&
           example->target_count <= LONGEST && example->source_count > 0;
}

/** Sort the occurrences by counting. */
static bool find_occurrences(struct trainer *trainer)
{
    struct occurrences *all = &trainer->occurrences;
    size_t total = 0;
    all->starts = calloc(trainer->rows + 2, sizeof *all->starts);
    if (!all->starts)
        return false;
    for (size_t e = 0; e < trainer->examples.count; e++) {
        const hxp_example *example = &trainer->examples.items[e];
        if (!usable(example))
            continue;
        total += example->source_count;
        for (size_t i = 0; i < example->source_count; i++)
            all->starts[example->source[i] + 2]++;
    }
    all->example = calloc(total + 1, sizeof *all->example);
    if (!all->example)
        return false;
    for (size_t row = 2; row < trainer->rows + 2; row++)
        all->starts[row] += all->starts[row - 1];
    for (size_t e = 0; e < trainer->examples.count; e++) {
        const hxp_example *example = &trainer->examples.items[e];
        for (size_t i = 0; usable(example) && i < example->source_count; i++)
            all->example[all->starts[example->source[i] + 1]++] = (uint32_t)e;
    }
    return true;
}

static bool trainer_init(struct trainer *trainer)
{
    size_t words = 0;
    trainer->at = calloc(trainer->examples.count + 1, sizeof *trainer->at);
    if (!trainer->at || !find_occurrences(trainer))
        return false;
    for (size_t e = 0; e < trainer->examples.count; e++) {
        trainer->at[e] = words;
        if (usable(&trainer->examples.items[e]))
            words += trainer->examples.items[e].target_count;
    }
    trainer->at[trainer->examples.count] = words;
    trainer->sums = calloc(words + 1, sizeof *trainer->sums);
    trainer->shares = calloc(words + 1, sizeof *trainer->shares);
    trainer->of_word = calloc(trainer->columns + 1, sizeof *trainer->of_word);
    trainer->counts = calloc(trainer->columns + 1, sizeof *trainer->counts);
    trainer->found = calloc(trainer->columns + 1, sizeof *trainer->found);
    return trainer->sums && trainer->shares && trainer->of_word &&
           trainer->counts && trainer->found;
}

static void trainer_free(struct trainer *trainer)
{
    free(trainer->occurrences.starts);
    free(trainer->occurrences.example);
    free(trainer->at);
    free(trainer->sums);
    free(trainer->shares);
    free(trainer->of_word);
    free(trainer->counts);
    free(trainer->found);
    hxp_word_table_free(&trainer->learned);
}

/** Add row of table, times factor, to what the words have. */
static void spread(struct trainer *trainer, const hxp_word_table *table,
                   size_t row, float factor)
{
    hxp_word_table_row known = hxp_word_table_get(table, row);
    for (size_t i = 0; i < known.count; i++)
        trainer->of_word[known.items[i].word] += factor * known.items[i].weight;
}

/** Give the words what row has in table, and in the seed, times factor. */
static void load(struct trainer *trainer, const hxp_word_table *table,
                 size_t row, float factor)
{
    spread(trainer, table, row, 1);
    spread(trainer, trainer->seed, row, factor);
}

/** Take away what load() gave. */
static void unload(struct trainer *trainer, const hxp_word_table *table,
                   size_t row)
{
    const hxp_word_table *const tables[] = { table, trainer->seed };
    for (size_t k = 0; k < 2; k++) {
        hxp_word_table_row known = hxp_word_table_get(tables[k], row);
        for (size_t i = 0; i < known.count; i++)
            trainer->of_word[known.items[i].word] = 0;
    }
}

/** Add what row gives each word, and base, to the sums of its examples. */
static void add_to_sums(struct trainer *trainer, size_t row, double base)
{
    const struct occurrences *all = &trainer->occurrences;
    for (size_t i = all->starts[row]; i < all->starts[row + 1]; i++) {
        const hxp_example *example = &trainer->examples.items[all->example[i]];
        double *sums = &trainer->sums[trainer->at[all->example[i]]];
        for (size_t j = 0; j < example->target_count; j++)
            sums[j] += base + (double)trainer->of_word[example->target[j]];
    }
}

/** List the places of the words of example that the row in work gives
 * something; returns how many there are. */
static size_t find_given(uint16_t *places, const struct trainer *trainer,
                         const hxp_example *example)
{
    size_t count = 0;
    for (size_t j = 0; j < example->target_count; j++) {
        places[count] = (uint16_t)j;
        count += trainer->of_word[example->target[j]] > 0;
    }
    return count;
}

/** Count the words that row explains, in some of its examples where it has
 * many; returns how many there are. */
static size_t count_row(struct trainer *trainer, size_t row, double base)
{
    const struct occurrences *all = &trainer->occurrences;
    uint16_t places[LONGEST];
    size_t found = 0;
    for (size_t j = 0; j < LONGEST; j++)
        places[j] = (uint16_t)j;
    size_t step = 1 + (all->starts[row + 1] - all->starts[row]) / ENOUGH;
    for (size_t i = all->starts[row]; i < all->starts[row + 1]; i += step) {
        const hxp_example *example = &trainer->examples.items[all->example[i]];
        const double *shares = &trainer->shares[trainer->at[all->example[i]]];
        size_t given = base > 0 ? example->target_count
                                : find_given(places, trainer, example);
        for (size_t k = 0; k < given; k++) {
            uint32_t word = example->target[places[k]];
            double p = base + (double)trainer->of_word[word];
            int64_t count = (int64_t)(p * shares[places[k]] + 0.5);
            if (count > 0 && trainer->counts[word] == 0)
                trainer->found[found++] = word;
            trainer->counts[word] += (uint64_t)count * step;
        }
    }
    return found;
}

/** Write the counts of found words as probabilities, and clear them. */
static bool estimate(hxp_word_table *out, struct trainer *trainer, size_t found,
                     bool last)
{
    double discount = last ? DISCOUNT : 0;
    uint64_t total = 0;
    bool done = true;
    for (size_t i = 0; i < found; i++)
        total += trainer->counts[trainer->found[i]];
    for (size_t i = 0; i < found; i++) {
        uint64_t *count = &trainer->counts[trainer->found[i]];
        double p = ((double)*count / FINE - discount) /
                   ((double)total / FINE + SMOOTHING);
        if (done && p > LEAST)
            done = hxp_word_table_add(out, trainer->found[i], p);
        *count = 0;
    }
    return done &&
           (last ? hxp_word_table_end_row : hxp_word_table_end_as_is)(out);
}

/** Turn the sums into the shares of the next round, and begin them anew. */
static void share_out(struct trainer *trainer)
{
    for (size_t e = 0; e < trainer->examples.count; e++) {
        double weight = trainer->examples.items[e].weight * FINE;
        for (size_t k = trainer->at[e]; k < trainer->at[e + 1]; k++) {
            trainer->shares[k] = weight / (NULL_WORD + trainer->sums[k]);
            trainer->sums[k] = 0;
        }
    }
}

/** Sum up what is known before the first round. */
static void begin(struct trainer *trainer)
{
    for (size_t row = 0; row < trainer->rows; row++) {
        load(trainer, &trainer->learned, row, 1);
        add_to_sums(trainer, row, UNIFORM);
        unload(trainer, &trainer->learned, row);
    }
}

/** Write the probabilities of a round to *out, which is empty. */
static bool run_round(hxp_word_table *out, struct trainer *trainer, int round)
{
    bool first = round == 1, last = round == ROUNDS;
    share_out(trainer);
    for (size_t row = 0; row < trainer->rows; row++) {
        load(trainer, &trainer->learned, row, first ? 1 : SEED);
        size_t found = count_row(trainer, row, first ? UNIFORM : 0);
        unload(trainer, &trainer->learned, row);
        if (!estimate(out, trainer, found, last))
            return false;
        if (!last) {
            load(trainer, out, row, SEED);
            add_to_sums(trainer, row, 0);
            unload(trainer, out, row);
        }
    }
    return true;
}

bool hxp_ibm1_learn(hxp_word_table *out, hxp_examples examples,
                    const hxp_word_table *seed, size_t rows, size_t columns)
{
    struct trainer trainer = {
        .examples = examples, .seed = seed, .rows = rows, .columns = columns
    };
    bool done = trainer_init(&trainer);
    if (done)
        begin(&trainer);
    for (int round = 1; done && round <= ROUNDS; round++) {
        hxp_word_table next = { 0 };
        done = run_round(&next, &trainer, round);
        hxp_word_table_free(&trainer.learned);
        trainer.learned = next;
    }
    *out = trainer.learned;
    trainer.learned = (hxp_word_table){ 0 };
    trainer_free(&trainer);
    return done;
}

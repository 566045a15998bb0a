/* ibm1.c - expectation maximisation, a source word at a time. */
#include "lexicon/ibm1.h"

#include "base/array.h"

#include <stdlib.h>

/* Tuned on the development sets of facts/align.md, section 5, but where
 * something else is said. */
static const float UNIFORM = 0.02F;    /* probability of a pair at first */
static const float NULL_WORD = 0.021F; /* of a word that comes from nothing */
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

/** A word of the target of an example. */
struct cell {
    uint32_t word;
    float sum;   /* of the probabilities that the source words give it */
    float share; /* the example's weight by the sum of the round before */
};

/** Where a source word occurs: the cells of the example. */
struct occurrence {
    uint32_t first;
    uint32_t count;
};

/** For each occurrence, in order, which cells its word gives something: how
 * many there are, and then their places among those of the example. */
struct places {
    uint16_t *items;
    size_t count, capacity;
};

/**
 * A round goes through the source words. Only their own probabilities, and for
 * each target word the sum over the source words of its example, have to be
 * at hand: no number is held for each pair of words. What a round gives
 * nothing no later round gives anything, so all but the first look only at the
 * places of the round before. Memory decides the speed: what is looked at
 * together lies together.
 */
struct trainer {
    hxp_examples examples;
    const hxp_word_table *seed;
    size_t rows, columns;
    struct cell *cells;             /* of the examples, in order */
    struct occurrence *occurrences; /* by source word */
    size_t *starts;                 /* rows + 1: into them */
    struct places places;
    float *given;           /* by target word: what the row in work gives it */
    uint64_t *counts;       /* by target word, in units of 1 / FINE */
    uint32_t *found;        /* target words with a count */
    hxp_word_table learned; /* of the round before */
};

/* --- Setting up ----------------------------------------------------------- */

static bool usable(const hxp_example *example)
{
    return example->source_count <= LONGEST &&
           example->target_count <= LONGEST && example->source_count > 0;
}

/** Sort the occurrences by counting. */
static void find_occurrences(struct trainer *trainer)
{
    size_t *starts = trainer->starts;
    uint32_t first = 0;
    for (size_t row = 2; row < trainer->rows + 2; row++)
        starts[row] += starts[row - 1];
    for (size_t e = 0; e < trainer->examples.count; e++) {
        const hxp_example *example = &trainer->examples.items[e];
        if (!usable(example))
            continue;
        uint32_t count = (uint32_t)example->target_count;
        for (size_t i = 0; i < example->source_count; i++)
            trainer->occurrences[starts[example->source[i] + 1]++] =
                (struct occurrence){ first, count };
        first += count;
    }
}

/** Fill the cells: before the first round each source word gives UNIFORM. */
static void fill_cells(struct trainer *trainer)
{
    struct cell *cell = trainer->cells;
    for (size_t e = 0; e < trainer->examples.count; e++) {
        const hxp_example *example = &trainer->examples.items[e];
        float sum = UNIFORM * (float)example->source_count;
        for (size_t j = 0; usable(example) && j < example->target_count; j++)
            *cell++ = (struct cell){ example->target[j], sum, 0 };
    }
}

static bool trainer_init(struct trainer *trainer)
{
    size_t sources = 0, targets = 0;
    trainer->starts = calloc(trainer->rows + 2, sizeof *trainer->starts);
    if (!trainer->starts)
        return false;
    for (size_t e = 0; e < trainer->examples.count; e++) {
        const hxp_example *example = &trainer->examples.items[e];
        if (!usable(example))
            continue;
        sources += example->source_count;
        targets += example->target_count;
        for (size_t i = 0; i < example->source_count; i++)
            trainer->starts[example->source[i] + 2]++;
    }
    if (targets > UINT32_MAX) /* 48 GiB of cells */
        return false;
    trainer->cells = calloc(targets + 1, sizeof *trainer->cells);
    trainer->occurrences = calloc(sources + 1, sizeof *trainer->occurrences);
    trainer->given = calloc(trainer->columns + 1, sizeof *trainer->given);
    trainer->counts = calloc(trainer->columns + 1, sizeof *trainer->counts);
    trainer->found = calloc(trainer->columns + 1, sizeof *trainer->found);
    if (!trainer->cells || !trainer->occurrences || !trainer->given ||
        !trainer->counts || !trainer->found)
        return false;
    find_occurrences(trainer);
    fill_cells(trainer);
    return true;
}

static void trainer_free(struct trainer *trainer)
{
    free(trainer->cells);
    free(trainer->occurrences);
    free(trainer->starts);
    free(trainer->places.items);
    free(trainer->given);
    free(trainer->counts);
    free(trainer->found);
    hxp_word_table_free(&trainer->learned);
}

/* --- What a row gives ----------------------------------------------------- */

/** Give the words what row has in table, and in the seed, times factor. */
static void load(struct trainer *trainer, const hxp_word_table *table,
                 size_t row, float factor)
{
    hxp_word_table_row known = hxp_word_table_get(table, row);
    hxp_word_table_row seed = hxp_word_table_get(trainer->seed, row);
    for (size_t i = 0; i < known.count; i++)
        trainer->given[known.items[i].word] = known.items[i].weight;
    for (size_t i = 0; i < seed.count; i++)
        trainer->given[seed.items[i].word] += factor * seed.items[i].weight;
}

/** Take away what load() gave. */
static void unload(struct trainer *trainer, const hxp_word_table *table,
                   size_t row)
{
    const hxp_word_table *const tables[] = { table, trainer->seed };
    for (size_t k = 0; k < 2; k++) {
        hxp_word_table_row known = hxp_word_table_get(tables[k], row);
        for (size_t i = 0; i < known.count; i++)
            trainer->given[known.items[i].word] = 0;
    }
}

/** Add what row gives each word to the sums, and note where it does. */
static bool add_first(struct trainer *trainer, size_t row)
{
    struct places *places = &trainer->places;
    for (size_t i = trainer->starts[row]; i < trainer->starts[row + 1]; i++) {
        struct occurrence at = trainer->occurrences[i];
        struct cell *cells = &trainer->cells[at.first];
        size_t kept = 0;
        if (!hxp_array_reserve(&places->items, &places->capacity,
                               places->count + at.count + 1,
                               sizeof *places->items))
            return false;
        uint16_t *own = &places->items[places->count];
        for (uint32_t j = 0; j < at.count; j++) {
            float given = trainer->given[cells[j].word];
            cells[j].sum += given;
            own[kept + 1] = (uint16_t)j;
            kept += given > 0;
        }
        own[0] = (uint16_t)kept;
        places->count += kept + 1;
    }
    return true;
}

/** The same at the places from read on; those that are left go to write, which
 * may be read. Returns where that ends. */
static uint16_t *add_again(struct trainer *trainer, size_t row,
                           const uint16_t *read, uint16_t *write)
{
    for (size_t i = trainer->starts[row]; i < trainer->starts[row + 1]; i++) {
        struct cell *cells = &trainer->cells[trainer->occurrences[i].first];
        size_t count = *read++, kept = 0;
        for (size_t k = 0; k < count; k++) {
            uint16_t place = *read++;
            float given = trainer->given[cells[place].word];
            cells[place].sum += given;
            write[kept + 1] = place;
            kept += given > 0;
        }
        write[0] = (uint16_t)kept;
        write += kept + 1;
    }
    return write;
}

/* --- Counting ------------------------------------------------------------- */

/** Every how many examples of row one is counted. */
static size_t step_of(const struct trainer *trainer, size_t row)
{
    return 1 + (trainer->starts[row + 1] - trainer->starts[row]) / ENOUGH;
}

/** Count what row explains of a cell, of which it gives p; *found is the
 * number of words with a count. */
static void count_cell(struct trainer *trainer, const struct cell *cell,
                       float p, size_t step, size_t *found)
{
    uint64_t count = (uint64_t)(int64_t)(p * cell->share + 0.5F);
    uint64_t *sum = &trainer->counts[cell->word];
    if (*sum == 0 && count > 0)
        trainer->found[(*found)++] = cell->word;
    *sum += count * step;
}

/** Count the words that row explains, in some of its examples where it has
 * many; returns how many there are. */
static size_t count_first(struct trainer *trainer, size_t row)
{
    size_t found = 0, step = step_of(trainer, row);
    for (size_t i = trainer->starts[row]; i < trainer->starts[row + 1];
         i += step) {
        struct occurrence at = trainer->occurrences[i];
        const struct cell *cells = &trainer->cells[at.first];
        for (uint32_t j = 0; j < at.count; j++)
            count_cell(trainer, &cells[j],
                       UNIFORM + trainer->given[cells[j].word], step, &found);
    }
    return found;
}

/** The same at the places from *read on, which is moved on. */
static size_t count_again(struct trainer *trainer, size_t row,
                          const uint16_t **read)
{
    const uint16_t *places = *read;
    size_t found = 0, step = step_of(trainer, row);
    size_t first = trainer->starts[row], end = trainer->starts[row + 1];
    for (size_t i = first; i < end; i++) {
        const struct cell *cells =
            &trainer->cells[trainer->occurrences[i].first];
        size_t count = *places++;
        for (size_t k = 0; (i - first) % step == 0 && k < count; k++) {
            const struct cell *cell = &cells[places[k]];
            count_cell(trainer, cell, trainer->given[cell->word], step, &found);
        }
        places += count;
    }
    *read = places;
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

/* --- Rounds --------------------------------------------------------------- */

/** Turn the sums into the shares of the next round, and begin them anew. */
static void share_out(struct trainer *trainer)
{
    struct cell *cell = trainer->cells;
    for (size_t e = 0; e < trainer->examples.count; e++) {
        const hxp_example *example = &trainer->examples.items[e];
        float weight = (float)(example->weight * FINE);
        for (size_t j = 0; usable(example) && j < example->target_count; j++) {
            cell->share = weight / (NULL_WORD + cell->sum);
            cell->sum = 0;
            cell++;
        }
    }
}

/** Add to the sums what the seed gives. */
static void add_seed(struct trainer *trainer)
{
    for (size_t row = 0; row < trainer->rows; row++) {
        if (hxp_word_table_get(trainer->seed, row).count == 0)
            continue;
        load(trainer, &trainer->learned, row, 1);
        for (size_t i = trainer->starts[row]; i < trainer->starts[row + 1];
             i++) {
            struct occurrence at = trainer->occurrences[i];
            struct cell *cells = &trainer->cells[at.first];
            for (uint32_t j = 0; j < at.count; j++)
                cells[j].sum += trainer->given[cells[j].word];
        }
        unload(trainer, &trainer->learned, row);
    }
}

/** Write the probabilities of the first round to *out, which is empty. */
static bool run_first(hxp_word_table *out, struct trainer *trainer)
{
    add_seed(trainer);
    share_out(trainer);
    bool done = true;
    for (size_t row = 0; done && row < trainer->rows; row++) {
        load(trainer, &trainer->learned, row, 1);
        size_t found = count_first(trainer, row);
        unload(trainer, &trainer->learned, row);
        done = estimate(out, trainer, found, false);
        load(trainer, out, row, SEED);
        done = done && add_first(trainer, row);
        unload(trainer, out, row);
    }
    return done;
}

/** Write the probabilities of a later round to *out, which is empty. */
static bool run_again(hxp_word_table *out, struct trainer *trainer, bool last)
{
    const uint16_t *read = trainer->places.items;
    uint16_t *write = trainer->places.items;
    bool done = true;
    share_out(trainer);
    for (size_t row = 0; done && row < trainer->rows; row++) {
        const uint16_t *places = read;
        load(trainer, &trainer->learned, row, SEED);
        size_t found = count_again(trainer, row, &read);
        unload(trainer, &trainer->learned, row);
        done = estimate(out, trainer, found, last);
        if (last)
            continue;
        load(trainer, out, row, SEED);
        write = add_again(trainer, row, places, write);
        unload(trainer, out, row);
    }
    return done;
}

bool hxp_ibm1_learn(hxp_word_table *out, hxp_examples examples,
                    const hxp_word_table *seed, size_t rows, size_t columns)
{
    struct trainer trainer = {
        .examples = examples, .seed = seed, .rows = rows, .columns = columns
    };
    bool done = trainer_init(&trainer);
    for (int round = 1; done && round <= ROUNDS; round++) {
        hxp_word_table next = { 0 };
        done = round == 1 ? run_first(&next, &trainer)
                          : run_again(&next, &trainer, round == ROUNDS);
        hxp_word_table_free(&trainer.learned);
        trainer.learned = next;
    }
    *out = trainer.learned;
    trainer.learned = (hxp_word_table){ 0 };
    trainer_free(&trainer);
    return done;
}

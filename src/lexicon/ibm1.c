/* ibm1.c - expectation maximisation, a source word at a time. */
#include "lexicon/ibm1.h"

#include <stdlib.h>

/* Tuned on development sets, but where something else is said. */
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
    ENOUGH = 4000, /* examples tell what a word stands for */
    AHEAD = 8,     /* occurrences that are asked for before their turn */
    LINE = 4,      /* cells that memory hands over at a time */
    LINES = 4      /* of them that are asked for */
};

/** A word of the target of an example, however often it stands there. */
struct cell {
    uint32_t word;
    float weight; /* of the example, as often as the word stands there */
    float sum;    /* of the probabilities that the source words give it */
    float share;  /* weight by the sum of the round before */
};

/** Where a source word occurs: the cells of the example. */
struct occurrence {
    uint32_t first;
    uint16_t count;
    uint16_t times; /* that the word stands in the example */
};

/**
 * A round goes through the source words. Only their own probabilities, and for
 * each target word the sum over the source words of its example, have to be
 * at hand: no number is held for each pair of words. What a round gives
 * nothing no later round gives anything, so all but the first look only at the
 * places of the round before; and words that an example has twice are looked at
 * once. Memory decides the speed: what is looked at together lies together,
 * and what is looked at soon is asked for ahead.
 */
struct trainer {
    hxp_examples examples;
    const hxp_word_table *seed;
    size_t rows, columns;
    struct cell *cells; /* of the examples, in order */
    size_t cell_count;
    struct occurrence *occurrences; /* by source word */
    size_t *starts;                 /* rows + 1: into them */
    uint16_t *places; /* for each occurrence, in order, which cells its word
                         gives something: how many there are, and then which */
    float *given;     /* by target word: what the row in work gives it */
    uint64_t *counts; /* by target word, in units of 1 / FINE */
    uint32_t *found;  /* target words that the row gives something, or that
                         have a count */
    hxp_word_table learned; /* of the round before */
    hxp_word_table spare;   /* room for that of the round in work */
};

/* --- Setting up ----------------------------------------------------------- */

static bool usable(const hxp_example *example)
{
    return example->source_count <= LONGEST &&
           example->target_count <= LONGEST && example->source_count > 0 &&
           example->target_count > 0;
}

/** Make cells of the words of a target, from first on; returns where they end.
 * Before the first round each source word gives UNIFORM. */
static uint32_t fill_cells(struct trainer *trainer, const hxp_example *example,
                           uint32_t first)
{
    struct cell *cells = trainer->cells;
    uint32_t *last = trainer->found; /* of each word; not in use yet */
    float sum = UNIFORM * (float)example->source_count;
    float weight = (float)(example->weight * FINE);
    uint32_t end = first;
    for (size_t j = 0; j < example->target_count; j++) {
        uint32_t word = example->target[j], at = last[word];
        if (at < first || at >= end || cells[at].word != word) {
            at = last[word] = end;
            cells[end++] = (struct cell){ word, 0, sum, 0 };
        }
        cells[at].weight += weight;
    }
    return end;
}

/** Fill the cells, and sort the occurrences by counting. */
static void fill(struct trainer *trainer)
{
    size_t *starts = trainer->starts;
    uint32_t first = 0;
    for (size_t row = 2; row < trainer->rows + 2; row++)
        starts[row] += starts[row - 1];
    for (size_t e = 0; e < trainer->examples.count; e++) {
        const hxp_example *example = &trainer->examples.items[e];
        if (!usable(example))
            continue;
        uint32_t end = fill_cells(trainer, example, first);
        for (size_t i = 0; i < example->source_count; i++)
            trainer->occurrences[starts[example->source[i] + 1]++] =
                (struct occurrence){ first, (uint16_t)(end - first), 1 };
        first = end;
    }
    trainer->cell_count = first;
}

/** Make one of a word's occurrences in the same example, which lie together. */
static void unite(struct trainer *trainer)
{
    struct occurrence *occurrences = trainer->occurrences;
    size_t kept = 0, next = 0;
    for (size_t row = 0; row < trainer->rows; row++) {
        size_t first = kept, i = next;
        next = trainer->starts[row + 1];
        for (; i < next; i++)
            if (kept > first &&
                occurrences[kept - 1].first == occurrences[i].first)
                occurrences[kept - 1].times++;
            else
                occurrences[kept++] = occurrences[i];
        trainer->starts[row + 1] = kept;
    }
}

/** Make room for a place of each cell of each occurrence: memory that is not
 * written to in the end is none. */
static bool make_room(struct trainer *trainer)
{
    size_t count = trainer->starts[trainer->rows], most = count + 1;
    for (size_t i = 0; i < count; i++)
        most += trainer->occurrences[i].count;
    trainer->places = malloc(most * sizeof *trainer->places);
    return trainer->places != NULL;
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
    if (targets > UINT32_MAX) /* 64 GiB of cells */
        return false;
    trainer->cells =
        calloc(targets + (size_t)LINES * LINE, sizeof *trainer->cells);
    trainer->occurrences =
        calloc(sources + AHEAD + 1, sizeof *trainer->occurrences);
    trainer->given = calloc(trainer->columns + 1, sizeof *trainer->given);
    trainer->counts = calloc(trainer->columns + 1, sizeof *trainer->counts);
    trainer->found = calloc(trainer->columns + 1, sizeof *trainer->found);
    if (!trainer->cells || !trainer->occurrences || !trainer->given ||
        !trainer->counts || !trainer->found)
        return false;
    fill(trainer);
    unite(trainer);
    return make_room(trainer);
}

static void trainer_free(struct trainer *trainer)
{
    free(trainer->cells);
    free(trainer->occurrences);
    free(trainer->starts);
    free(trainer->places);
    free(trainer->given);
    free(trainer->counts);
    free(trainer->found);
    hxp_word_table_free(&trainer->learned);
    hxp_word_table_free(&trainer->spare);
}

/* --- What a row gives ----------------------------------------------------- */

/** Give the words what row has in table, and in the seed, times factor; returns
 * how many words are found so. */
static size_t load(struct trainer *trainer, const hxp_word_table *table,
                   size_t row, float factor)
{
    hxp_word_table_row known = hxp_word_table_get(table, row);
    hxp_word_table_row seed = hxp_word_table_get(trainer->seed, row);
    size_t found = known.count;
    for (size_t i = 0; i < known.count; i++) {
        trainer->found[i] = known.items[i].word;
        trainer->given[known.items[i].word] = known.items[i].weight;
    }
    for (size_t i = 0; i < seed.count; i++) {
        float *given = &trainer->given[seed.items[i].word];
        trainer->found[found] = seed.items[i].word;
        found += *given <= 0;
        *given += factor * seed.items[i].weight;
    }
    return found;
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

/** The cells of occurrence number i; those of one further on are asked for. */
static struct cell *cells_of(const struct trainer *trainer, size_t i)
{
    const struct cell *ahead =
        &trainer->cells[trainer->occurrences[i + AHEAD].first];
    for (size_t k = 0; k < LINES; k++)
        __builtin_prefetch(ahead + k * LINE);
    return &trainer->cells[trainer->occurrences[i].first];
}

/** Add what row gives each word to the sums, and write where it does. Returns
 * where that ends. */
static uint16_t *add_first(struct trainer *trainer, size_t row, uint16_t *write)
{
    for (size_t i = trainer->starts[row]; i < trainer->starts[row + 1]; i++) {
        struct cell *cells = cells_of(trainer, i);
        uint32_t count = trainer->occurrences[i].count;
        float times = (float)trainer->occurrences[i].times;
        size_t kept = 0;
        for (uint32_t j = 0; j < count; j++) {
            float given = trainer->given[cells[j].word];
            cells[j].sum += times * given;
            write[kept + 1] = (uint16_t)j;
            kept += given > 0;
        }
        write[0] = (uint16_t)kept;
        write += kept + 1;
    }
    return write;
}

/** The same at the places from read on; those that are left go to write, which
 * may be read. Returns where that ends. */
static uint16_t *add_again(struct trainer *trainer, size_t row,
                           const uint16_t *read, uint16_t *write)
{
    for (size_t i = trainer->starts[row]; i < trainer->starts[row + 1]; i++) {
        struct cell *cells = cells_of(trainer, i);
        float times = (float)trainer->occurrences[i].times;
        size_t count = *read++, kept = 0;
        for (size_t k = 0; k < count; k++) {
            uint16_t place = *read++;
            float given = trainer->given[cells[place].word];
            cells[place].sum += times * given;
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

/** What row explains of a cell, to which it gives p. */
static uint64_t count_of(const struct cell *cell, float p)
{
    return (uint64_t)(int64_t)(p * cell->share + 0.5F);
}

/** Count the words that row explains, in some of its examples where it has
 * many; returns how many are found. */
static size_t count_first(struct trainer *trainer, size_t row)
{
    size_t found = 0, step = step_of(trainer, row);
    for (size_t i = trainer->starts[row]; i < trainer->starts[row + 1];
         i += step) {
        struct occurrence at = trainer->occurrences[i];
        const struct cell *cells = cells_of(trainer, i);
        uint32_t weight = at.times * (uint32_t)step;
        for (uint32_t j = 0; j < at.count; j++) {
            uint32_t word = cells[j].word;
            uint64_t *sum = &trainer->counts[word];
            uint64_t count =
                count_of(&cells[j], UNIFORM + trainer->given[word]);
            trainer->found[found] = word;
            found += *sum == 0 && count > 0;
            *sum += count * weight;
        }
    }
    return found;
}

/** The same at the places from *read on, which is moved on: there are no words
 * but those that load() found. */
static void count_again(struct trainer *trainer, size_t row,
                        const uint16_t **read)
{
    const uint16_t *places = *read;
    size_t step = step_of(trainer, row);
    size_t first = trainer->starts[row], end = trainer->starts[row + 1];
    for (size_t i = first; i < end; i++) {
        const struct cell *cells = cells_of(trainer, i);
        uint32_t weight = trainer->occurrences[i].times * (uint32_t)step;
        size_t count = *places++;
        for (size_t k = 0; (i - first) % step == 0 && k < count; k++) {
            const struct cell *cell = &cells[places[k]];
            trainer->counts[cell->word] +=
                count_of(cell, trainer->given[cell->word]) * weight;
        }
        places += count;
    }
    *read = places;
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
    for (size_t k = 0; k < trainer->cell_count; k++) {
        struct cell *cell = &trainer->cells[k];
        cell->share = cell->weight / (NULL_WORD + cell->sum);
        cell->sum = 0;
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
            struct cell *cells = cells_of(trainer, i);
            for (uint32_t j = 0; j < at.count; j++)
                cells[j].sum += (float)at.times * trainer->given[cells[j].word];
        }
        unload(trainer, &trainer->learned, row);
    }
}

/** Write the probabilities of the first round to *out, which is empty. */
static bool run_first(hxp_word_table *out, struct trainer *trainer)
{
    uint16_t *write = trainer->places;
    bool done = true;
    add_seed(trainer);
    share_out(trainer);
    for (size_t row = 0; done && row < trainer->rows; row++) {
        load(trainer, &trainer->learned, row, 1);
        size_t found = count_first(trainer, row);
        unload(trainer, &trainer->learned, row);
        done = estimate(out, trainer, found, false);
        load(trainer, out, row, SEED);
        write = add_first(trainer, row, write);
        unload(trainer, out, row);
    }
    return done;
}

/** Write the probabilities of a later round to *out, which is empty. */
static bool run_again(hxp_word_table *out, struct trainer *trainer, bool last)
{
    const uint16_t *read = trainer->places;
    uint16_t *write = trainer->places;
    bool done = true;
    share_out(trainer);
    for (size_t row = 0; done && row < trainer->rows; row++) {
        const uint16_t *places = read;
        size_t found = load(trainer, &trainer->learned, row, SEED);
        count_again(trainer, row, &read);
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

/** Run all rounds but the last, which write where the one before the last had
 * its room. */
static bool run_rounds(struct trainer *trainer)
{
    bool done = true;
    for (int round = 1; done && round < ROUNDS; round++) {
        hxp_word_table next = trainer->spare;
        next.rows = next.count = 0;
        done = round == 1 ? run_first(&next, trainer)
                          : run_again(&next, trainer, false);
        trainer->spare = trainer->learned;
        trainer->learned = next;
    }
    return done;
}

bool hxp_ibm1_learn(hxp_word_table *out, hxp_examples examples,
                    const hxp_word_table *seed, size_t rows, size_t columns)
{
    struct trainer trainer = {
        .examples = examples, .seed = seed, .rows = rows, .columns = columns
    };
    bool done = trainer_init(&trainer) && run_rounds(&trainer) &&
                run_again(out, &trainer, true);
    trainer_free(&trainer);
    return done;
}

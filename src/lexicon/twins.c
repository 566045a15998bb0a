/* twins.c - a hash of the units of each stem; equal ones are twins. */
#include "lexicon/twins.h"

#include "base/hash.h"

#include <stdlib.h>

/* Units that twins share; so many of one side tell nothing more. */
enum { FEWEST_UNITS = 2, MOST_TWINS = 4 };

/** Where a stem occurs. */
typedef struct place {
    hxp_hasher hasher; /* of the units */
    hxp_hash hash;
    size_t last;  /* 1 + the last unit */
    size_t units; /* how many there are */
    uint32_t stem;
} place;

static int by_hash(const void *a, const void *b)
{
    const place *x = a, *y = b;
    for (size_t i = 0; i < 2; i++)
        if (x->hash.words[i] != y->hash.words[i])
            return x->hash.words[i] < y->hash.words[i] ? -1 : 1;
    return (x->stem > y->stem) - (x->stem < y->stem);
}

/** Note the units of each stem of a side; the caller frees the places. */
static place *find_places(const hxp_bitext *bitext, size_t side)
{
    size_t count = hxp_vocabulary_size(&bitext->sides[side].stems);
    place *places = calloc(count + 1, sizeof *places);
    if (!places)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        places[i].hasher = (hxp_hasher)HXP_HASHER_INIT;
        places[i].stem = (uint32_t)i;
    }
    for (size_t unit = 0; unit < bitext->count; unit++) {
        hxp_bitext_row words = hxp_bitext_words(bitext, side, unit);
        for (size_t i = 0; i < words.count; i++) {
            place *at = &places[words.items[i].stem];
            if (!(words.items[i].flags & HXP_WORD_CONTENT) ||
                at->last == unit + 1)
                continue;
            at->last = unit + 1;
            at->units++;
            hxp_hasher_number(&at->hasher, unit);
        }
    }
    for (size_t i = 0; i < count; i++)
        places[i].hash = hxp_hasher_finish(&places[i].hasher);
    return places;
}

/** The end of the places from first on that have the same hash. */
static size_t twins_end(const place *places, size_t first, size_t count)
{
    size_t end = first + 1;
    while (end < count && hxp_hash_equal(places[end].hash, places[first].hash))
        end++;
    return end;
}

/** The first place with hash, or where it would be. */
static size_t find_hash(const place *places, size_t count, const place *wanted)
{
    size_t low = 0, high = count;
    place first = { .hash = wanted->hash, .stem = 0 };
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_hash(&places[middle], &first) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/** Add the twins of a stem among the sorted places of the target. */
static bool add_twins(hxp_word_table *out, const place *of,
                      const place *targets, size_t count)
{
    size_t first = find_hash(targets, count, of);
    bool done = true;
    if (of->units < FEWEST_UNITS || first == count ||
        !hxp_hash_equal(targets[first].hash, of->hash))
        return true;
    size_t end = twins_end(targets, first, count);
    for (size_t i = first; done && i < end && end - first <= MOST_TWINS; i++)
        done =
            hxp_word_table_add(out, targets[i].stem, 1 / (double)(end - first));
    return done;
}

bool hxp_twins_find(hxp_word_table *out, const hxp_bitext *bitext)
{
    size_t counts[2] = { hxp_vocabulary_size(&bitext->sides[0].stems),
                         hxp_vocabulary_size(&bitext->sides[1].stems) };
    place *sources = find_places(bitext, 0);
    place *targets = find_places(bitext, 1);
    bool done = sources && targets;
    if (done && counts[1] > 1)
        qsort(targets, counts[1], sizeof *targets, by_hash);
    for (size_t i = 0; done && i < counts[0]; i++)
        done = add_twins(out, &sources[i], targets, counts[1]) &&
               hxp_word_table_end_row(out);
    free(sources);
    free(targets);
    return done;
}

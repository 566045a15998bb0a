/* keys.c - learns whether entries with one key are translations. */
#include "align/keys.h"

#include <math.h>
#include <stdlib.h>

/* By reason. Keys that two texts share are meant to be the same, but for texts
 * that number their entries, each by itself: so words decide first, and then
 * two links weigh as much as what was thought before. */
static const double BELIEVED = 0.5;
static const double DOUBT = 2;

/** The key of count segments from first on; 0: they have none, or several. */
static uint64_t key_of(bool *all, const hxp_corpus *corpus, size_t first,
                       size_t count)
{
    const hxp_traits *traits = &corpus->traits[first];
    bool one = true;
    for (size_t i = 0; i < count; i++) {
        *all = *all && traits[i].key != 0;
        one = one && traits[i].key == traits[0].key;
    }
    return one ? traits[0].key : 0;
}

static int by_size(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/** The keys of all segments, in the order of their sizes. NULL: no memory. */
static uint64_t *sorted_keys(const hxp_corpus *corpus)
{
    uint64_t *keys = calloc(corpus->count + 1, sizeof *keys);
    for (size_t i = 0; keys && i < corpus->count; i++)
        keys[i] = corpus->traits[i].key;
    if (keys)
        qsort(keys, corpus->count, sizeof *keys, by_size);
    return keys;
}

/** How many of the keys from at on are the same. */
static size_t run_of(const uint64_t *keys, size_t count, size_t at)
{
    size_t end = at;
    while (end < count && keys[end] == keys[at])
        end++;
    return end - at;
}

/** What two texts have in common. */
struct common {
    double chance; /* that any two segments have one key */
    double shared; /* of a text, those whose key is in the other: the more */
};

static struct common compare(const uint64_t *a, size_t rows, const uint64_t *b,
                             size_t columns)
{
    double pairs = 0, shared[2] = { 0, 0 };
    for (size_t i = 0, j = 0; i < rows && j < columns;) {
        size_t m = run_of(a, rows, i), n = run_of(b, columns, j);
        if (a[i] == b[j] && a[i] != 0) {
            pairs += (double)m * (double)n;
            shared[0] += (double)m;
            shared[1] += (double)n;
        }
        bool first = a[i] <= b[j], second = b[j] <= a[i];
        i += first ? m : 0;
        j += second ? n : 0;
    }
    return (struct common){ pairs / ((double)rows * (double)columns),
                            fmax(shared[0] / (double)rows,
                                 shared[1] / (double)columns) };
}

/** Judge keys that two texts have in common. */
static void learn(hxp_keys *keys, const struct common *common,
                  const hxp_corpus *source, const hxp_corpus *target,
                  const hxp_links *likely)
{
    double believed = BELIEVED * common->shared;
    double same = DOUBT * (believed + (1 - believed) * common->chance);
    double all = DOUBT;
    for (size_t i = 0; i < likely->count; i++) {
        const hxp_link *link = &likely->items[i];
        bool keyed = true;
        uint64_t a = key_of(&keyed, source, link->row, link->shape.rows);
        uint64_t b = key_of(&keyed, target, link->column, link->shape.columns);
        if (!keyed)
            continue;
        same += a == b && a != 0 ? link->confidence : 0;
        all += link->confidence;
    }
    keys->same = log(same / all / common->chance);
    keys->other = log((1 - same / all) / (1 - common->chance));
}

bool hxp_keys_learn(hxp_keys *keys, const hxp_corpus *source,
                    const hxp_corpus *target, const hxp_links *likely)
{
    *keys = (hxp_keys){ 0, 0 };
    if (!source->traits || !target->traits || source->count == 0 ||
        target->count == 0)
        return true;
    uint64_t *a = sorted_keys(source), *b = sorted_keys(target);
    bool done = a && b;
    if (done) {
        struct common common = compare(a, source->count, b, target->count);
        if (common.chance > 0 && common.chance < 1)
            learn(keys, &common, source, target, likely);
    }
    free(a);
    free(b);
    return done;
}

double hxp_score_keys(const hxp_keys *keys, const hxp_corpus *source,
                      const hxp_corpus *target, const hxp_link *bead)
{
    bool keyed = true;
    if (!source->traits || !target->traits)
        return 0;
    uint64_t a = key_of(&keyed, source, bead->row, bead->shape.rows);
    uint64_t b = key_of(&keyed, target, bead->column, bead->shape.columns);
    if (!keyed)
        return 0;
    return a == b && a != 0 ? keys->same : keys->other;
}

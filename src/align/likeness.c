/* likeness.c - what vectors of segments say for a bead. */
#include "align/likeness.h"

#include <math.h>

static const double LEAST_SPREAD = 0.02;

/* Samples: pairs by chance; segments whose best match is sought, and where. */
enum { PAIRS = 1000, SEEKERS = 50, REACH = 200 };

/* Links that weigh as much as the guess before them. */
static const double DOUBT = 10;

bool hxp_has_vectors(const hxp_corpus *source, const hxp_corpus *target)
{
    return source->vectors && target->vectors && source->count > 0 &&
           target->count > 0;
}

/** The row of a run of segments of corpus; HXP_NO_VECTOR: there is none. */
static uint32_t row_of(const hxp_corpus *corpus, size_t first, size_t count)
{
    const hxp_vectors *vectors = corpus->vectors;
    if (corpus->firsts) {
        count = corpus->firsts[first + count] - corpus->firsts[first];
        first = corpus->firsts[first];
    }
    if (count == 0 || count > HXP_VECTOR_RUNS)
        return HXP_NO_VECTOR;
    return vectors->runs[(count - 1) * vectors->count + first];
}

bool hxp_cosine(double *cosine, const hxp_corpus *source,
                const hxp_corpus *target, const hxp_link *bead)
{
    const hxp_vectors *a = source->vectors, *b = target->vectors;
    uint32_t x = row_of(source, bead->row, bead->shape.rows);
    uint32_t y = row_of(target, bead->column, bead->shape.columns);
    int32_t sum = 0;
    if (x == HXP_NO_VECTOR || y == HXP_NO_VECTOR)
        return false;
    const int8_t *left = a->rows + (size_t)x * a->dimension;
    const int8_t *right = b->rows + (size_t)y * b->dimension;
    for (size_t k = 0; k < a->dimension; k++)
        sum += left[k] * right[k];
    *cosine = (double)sum * (double)a->scales[x] * (double)b->scales[y];
    return true;
}

/** Sums of cosines, of their squares, of their weights. */
struct sums {
    double cosines, squares, weight;
};

static void add(struct sums *sums, double cosine, double weight)
{
    sums->cosines += weight * cosine;
    sums->squares += weight * cosine * cosine;
    sums->weight += weight;
}

static hxp_cosines distribution(const struct sums *sums)
{
    if (sums->weight <= 0)
        return (hxp_cosines){ 0, 1 };
    double mean = sums->cosines / sums->weight;
    double square = sums->squares / sums->weight - mean * mean;
    return (hxp_cosines){ mean, fmax(sqrt(fmax(square, 0)), LEAST_SPREAD) };
}

/** The next of a row of numbers that looks like chance. */
static size_t chance(uint32_t *seed, size_t below)
{
    *seed = *seed * 1664525 + 1013904223;
    return (*seed >> 8) % below;
}

/** Add the best cosine of segment i with those around its place. */
static void add_best(struct sums *sums, const hxp_corpus *source,
                     const hxp_corpus *target, size_t i)
{
    size_t middle =
        (size_t)((double)i / (double)source->count * (double)target->count);
    size_t first = middle > REACH ? middle - REACH : 0;
    double best = -1, cosine;
    for (size_t j = first; j < target->count && j < middle + REACH; j++) {
        const hxp_link link = { i, j, { 1, 1 }, 0 };
        if (hxp_cosine(&cosine, source, target, &link) && cosine > best)
            best = cosine;
    }
    if (best > -1)
        add(sums, best, 1);
}

hxp_likeness hxp_likeness_guess(const hxp_corpus *source,
                                const hxp_corpus *target)
{
    struct sums random = { 0 }, best = { 0 };
    uint32_t seed = 1;
    double cosine;
    for (int n = 0; n < PAIRS; n++) {
        const hxp_link link = { chance(&seed, source->count),
                                chance(&seed, target->count),
                                { 1, 1 },
                                0 };
        if (hxp_cosine(&cosine, source, target, &link))
            add(&random, cosine, 1);
    }
    for (size_t n = 0; n < SEEKERS; n++)
        add_best(&best, source, target, n * source->count / SEEKERS);
    return (hxp_likeness){ distribution(&random), distribution(&best) };
}

void hxp_likeness_learn(hxp_likeness *likeness, const hxp_corpus *source,
                        const hxp_corpus *target, const hxp_links *likely)
{
    const hxp_cosines before = likeness->beads;
    double cosine;
    struct sums sums = { DOUBT * before.mean,
                         DOUBT * (before.spread * before.spread +
                                  before.mean * before.mean),
                         DOUBT };
    for (size_t i = 0; i < likely->count; i++)
        if (hxp_cosine(&cosine, source, target, &likely->items[i]))
            add(&sums, cosine, likely->items[i].confidence);
    likeness->beads = distribution(&sums);
}

static double log_density(double cosine, const hxp_cosines *cosines)
{
    double z = (cosine - cosines->mean) / cosines->spread;
    return -z * z / 2 - log(cosines->spread);
}

double hxp_score_cosine(double cosine, const hxp_likeness *likeness,
                        const hxp_parameters *parameters)
{
    const hxp_cosines *chance = &likeness->chance, *beads = &likeness->beads;
    double most = parameters->vector_cap;
    if (beads->mean <= chance->mean)
        return 0;
    /* more alike than beads are is no worse, nor less than by chance better */
    double used = fmin(fmax(cosine, chance->mean), beads->mean);
    double ratio = log_density(used, beads) - log_density(used, chance);
    return parameters->vector_weight * fmin(fmax(ratio, -most), most);
}

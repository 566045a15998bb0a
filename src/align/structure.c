/* structure.c - learns which traits of segments go together. */
#include "align/structure.h"

#include <math.h>

/* Of what both texts have, the share that is thought to stand with the same; of
 * the rest one says nothing of the other. */
static const double SAME = 0.9;

enum { BLOCKS = HXP_CODE_TYPES }; /* the trait behind those that count codes */

/** A trait in two texts. */
struct trait {
    size_t number;                          /* of a type of codes, or BLOCKS */
    size_t values;                          /* it has so many */
    double shares[2][HXP_CLASSES];          /* of segments, by value */
    double joint[HXP_CLASSES][HXP_CLASSES]; /* links that have two values */
};

bool hxp_has_structure(const hxp_corpus *source, const hxp_corpus *target)
{
    return source->traits && target->traits && source->count > 0 &&
           target->count > 0;
}

/** The value of trait of count segments from first on. */
static size_t value_of(const struct trait *trait, const hxp_corpus *corpus,
                       size_t first, size_t count)
{
    const hxp_traits *traits = &corpus->traits[first];
    return trait->number == BLOCKS
               ? traits->block
               : hxp_codes_of_type(hxp_traits_codes(traits, count),
                                   trait->number);
}

static void find_shares(struct trait *trait, int side, const hxp_corpus *corpus)
{
    for (size_t i = 0; i < corpus->count; i++)
        trait->shares[side][value_of(trait, corpus, i, 1)] +=
            1 / (double)corpus->count;
}

/** Begin with as many links as doubt says, each of one segment and one. */
static void guess_links(struct trait *trait, double doubt)
{
    double same[HXP_CLASSES], rest = 1;
    for (size_t v = 0; v < trait->values; v++) {
        same[v] = SAME * fmin(trait->shares[0][v], trait->shares[1][v]);
        rest -= same[v];
    }
    for (size_t v = 0; v < trait->values; v++)
        for (size_t w = 0; w < trait->values; w++)
            trait->joint[v][w] =
                doubt * ((v == w ? same[v] : 0) +
                         (trait->shares[0][v] - same[v]) *
                             (trait->shares[1][w] - same[w]) / rest);
}

static void count_links(struct trait *trait, const hxp_corpus *source,
                        const hxp_corpus *target, const hxp_links *likely)
{
    for (size_t i = 0; i < likely->count; i++) {
        hxp_link link = likely->items[i];
        size_t v = value_of(trait, source, link.row, link.shape.rows);
        size_t w = value_of(trait, target, link.column, link.shape.columns);
        trait->joint[v][w] += link.confidence;
    }
}

/** Write the logs, values of them for each value. */
static void write_scores(double *scores, const struct trait *trait)
{
    double rows[HXP_CLASSES] = { 0 }, columns[HXP_CLASSES] = { 0 }, all = 0;
    for (size_t v = 0; v < trait->values; v++)
        for (size_t w = 0; w < trait->values; w++) {
            rows[v] += trait->joint[v][w];
            columns[w] += trait->joint[v][w];
            all += trait->joint[v][w];
        }
    for (size_t v = 0; v < trait->values; v++)
        for (size_t w = 0; w < trait->values; w++) {
            double joint = trait->joint[v][w];
            *scores++ =
                joint > 0 ? log(joint * all / (rows[v] * columns[w])) : 0;
        }
}

void hxp_structure_learn(hxp_structure *structure, const hxp_corpus *source,
                         const hxp_corpus *target, const hxp_links *likely,
                         const hxp_parameters *parameters)
{
    for (size_t t = 0; t <= BLOCKS; t++) {
        bool blocks = t == BLOCKS;
        struct trait trait = { .number = t,
                               .values =
                                   blocks ? HXP_CLASSES : HXP_CODE_COUNTS };
        find_shares(&trait, 0, source);
        find_shares(&trait, 1, target);
        guess_links(&trait, parameters->structure_doubt);
        count_links(&trait, source, target, likely);
        write_scores(blocks ? &structure->blocks[0][0]
                            : &structure->codes[t][0][0],
                     &trait);
    }
    structure->no_codes = 0;
    for (size_t t = 0; t < HXP_CODE_TYPES; t++)
        structure->no_codes += structure->codes[t][0][0];
}

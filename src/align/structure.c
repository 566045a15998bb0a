/* structure.c - learns which traits of segments go together. */
#include "align/structure.h"

#include "align/joint.h"

enum { BLOCKS = HXP_CODE_TYPES }; /* the trait behind those that count codes */

/** A trait in two texts. */
struct trait {
    size_t number; /* of a type of codes, or BLOCKS */
    hxp_joint joint;
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
        trait->joint.shares[side][value_of(trait, corpus, i, 1)] +=
            1 / (double)corpus->count;
}

static void count_links(struct trait *trait, const hxp_corpus *source,
                        const hxp_corpus *target, const hxp_links *likely)
{
    for (size_t i = 0; i < likely->count; i++) {
        hxp_link link = likely->items[i];
        size_t v = value_of(trait, source, link.row, link.shape.rows);
        size_t w = value_of(trait, target, link.column, link.shape.columns);
        trait->joint.counts[v][w] += link.confidence;
    }
}

void hxp_structure_learn(hxp_structure *structure, const hxp_corpus *source,
                         const hxp_corpus *target, const hxp_links *likely,
                         const hxp_parameters *parameters)
{
    for (size_t t = 0; t <= BLOCKS; t++) {
        bool blocks = t == BLOCKS;
        struct trait trait = { .number = t };
        trait.joint.values = blocks ? HXP_CLASSES : HXP_CODE_COUNTS;
        find_shares(&trait, 0, source);
        find_shares(&trait, 1, target);
        hxp_joint_guess(&trait.joint, parameters->structure_doubt);
        count_links(&trait, source, target, likely);
        hxp_joint_write(blocks ? &structure->blocks[0][0]
                               : &structure->codes[t][0][0],
                        &trait.joint);
    }
    structure->no_codes = 0;
    for (size_t t = 0; t < HXP_CODE_TYPES; t++)
        structure->no_codes += structure->codes[t][0][0];
}

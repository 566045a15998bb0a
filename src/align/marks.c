/* marks.c - learns which signs go together. */
#include "align/marks.h"

#include "align/joint.h"

static size_t value_of(const hxp_corpus *corpus, size_t i, bool first)
{
    return first ? corpus->edges[i].first : corpus->edges[i].last;
}

/** Count what the segments begin with, or end with, and the likely links. */
static void learn(hxp_joint *joint, bool first,
                  const hxp_corpus *const sides[2], const hxp_links *likely,
                  double doubt)
{
    for (int k = 0; k < 2; k++)
        for (size_t i = 0; i < sides[k]->count; i++)
            joint->shares[k][value_of(sides[k], i, first)] +=
                1 / (double)sides[k]->count;
    hxp_joint_guess(joint, doubt);
    for (size_t i = 0; i < likely->count; i++) {
        const hxp_link *link = &likely->items[i];
        size_t row = link->row + (first ? 0 : link->shape.rows - 1);
        size_t column = link->column + (first ? 0 : link->shape.columns - 1);
        joint->counts[value_of(sides[0], row, first)]
                     [value_of(sides[1], column, first)] += link->confidence;
    }
}

void hxp_marks_learn(hxp_marks *marks, const hxp_corpus *source,
                     const hxp_corpus *target, const hxp_links *likely,
                     const hxp_parameters *parameters)
{
    const hxp_corpus *const sides[2] = { source, target };
    double doubt = parameters->structure_doubt;
    hxp_joint firsts = { .values = HXP_FIRSTS };
    hxp_joint lasts = { .values = HXP_LASTS };
    learn(&firsts, true, sides, likely, doubt);
    learn(&lasts, false, sides, likely, doubt);
    hxp_joint_write(&marks->firsts[0][0], &firsts);
    hxp_joint_write(&marks->lasts[0][0], &lasts);
}

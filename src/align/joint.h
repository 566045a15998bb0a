/* joint.h - how often a trait of segments stands with the same one, or another,
 * of their translations. */
#ifndef ALIGN_JOINT_H
#define ALIGN_JOINT_H

#include "align/traits.h"

/** A trait in two texts: one value a segment. */
typedef struct hxp_joint {
    size_t values;                           /* HXP_CLASSES at most */
    double shares[2][HXP_CLASSES];           /* of segments, by value */
    double counts[HXP_CLASSES][HXP_CLASSES]; /* of links that have two values */
} hxp_joint;

/** Begin with as many links as doubt says, each of one segment and one, by the
 * shares alone: the same is thought to stand with the same. */
void hxp_joint_guess(hxp_joint *joint, double doubt);

/**
 * Write, for each value of the source and of the target in this order, the log
 * of how much more often they stand in one link than by chance.
 */
void hxp_joint_write(double *scores, const hxp_joint *joint);

#endif

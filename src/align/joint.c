/* joint.c - counts pairs of values, and what they say. */
#include "align/joint.h"

#include <math.h>

/* Of what both texts have, the share that is thought to stand with the same; of
 * the rest one says nothing of the other. */
static const double SAME = 0.9;

void hxp_joint_guess(hxp_joint *joint, double doubt)
{
    double same[HXP_CLASSES], rest = 1;
    for (size_t v = 0; v < joint->values; v++) {
        same[v] = SAME * fmin(joint->shares[0][v], joint->shares[1][v]);
        rest -= same[v];
    }
    for (size_t v = 0; v < joint->values; v++)
        for (size_t w = 0; w < joint->values; w++)
            joint->counts[v][w] =
                doubt * ((v == w ? same[v] : 0) +
                         (joint->shares[0][v] - same[v]) *
                             (joint->shares[1][w] - same[w]) / rest);
}

void hxp_joint_write(double *scores, const hxp_joint *joint)
{
    double rows[HXP_CLASSES] = { 0 }, columns[HXP_CLASSES] = { 0 }, all = 0;
    for (size_t v = 0; v < joint->values; v++)
        for (size_t w = 0; w < joint->values; w++) {
            rows[v] += joint->counts[v][w];
            columns[w] += joint->counts[v][w];
            all += joint->counts[v][w];
        }
    for (size_t v = 0; v < joint->values; v++)
        for (size_t w = 0; w < joint->values; w++) {
            double count = joint->counts[v][w];
            *scores++ =
                count > 0 ? log(count * all / (rows[v] * columns[w])) : 0;
        }
}

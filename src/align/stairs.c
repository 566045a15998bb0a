/* stairs.c - tries all ways from the first two segments to the last two. */
#include "align/stairs.h"

#include <math.h>

/** What the stairs say that go on by a row at each bit of way, from the lowest
 * bit on, and else by a column. */
static double go_down(const hxp_evidence *const *rows, hxp_shape shape,
                      unsigned way)
{
    size_t row = 0, column = 0, top = 0, left = 0;
    double sum = 0;
    for (size_t step = 2; step < shape.rows + shape.columns; step++, way >>= 1)
        if ((way & 1) != 0) {
            sum += (double)rows[row][left].backward[column - left];
            row++;
            left = column;
        } else {
            sum += (double)rows[top][column].forward[row - top];
            column++;
            top = row;
        }
    return sum + (double)rows[row][left].backward[column - left] +
           (double)rows[top][column].forward[row - top];
}

/** The next higher number with as many bits: the lowest run of them gives its
 * highest one away, and goes down. */
static unsigned next_way(unsigned way)
{
    unsigned lowest = way & (0 - way), higher = way + lowest;
    return higher | (((higher ^ way) / lowest) >> 2);
}

/** What rows say of one segment and several, when one of these goes with it
 * and the others come in: the best choice of that one. What the others say of
 * themselves is lost as far as they do not make the one segment likelier. */
static double join_others(const hxp_evidence *const *rows, hxp_shape shape,
                          double repeated)
{
    bool down = shape.columns == 1;
    size_t many = down ? shape.rows : shape.columns;
    const float *whole = down ? rows[0][0].forward : rows[0][0].backward;
    double all = (double)whole[many - 1], own = 0, most = -HUGE_VAL;
    for (size_t k = 0; k < many; k++) {
        const hxp_evidence *one = down ? rows[k] : &rows[0][k];
        double its = (double)(down ? one->backward : one->forward)[0];
        double ours = (double)(down ? one->forward : one->backward)[0];
        own += its;
        most = its - ours > most ? its - ours : most;
    }
    double lost = own - most - all; /* others' own, less what they add */
    return own + all - (lost > 0 ? repeated * lost : 0);
}

double hxp_best_stairs(const hxp_evidence *const *rows, hxp_shape shape,
                       double repeated)
{
    unsigned end = 1U << (shape.rows + shape.columns - 2);
    unsigned way = (1U << (shape.rows - 1)) - 1;
    if ((shape.rows == 1) != (shape.columns == 1))
        return join_others(rows, shape, repeated);
    double best = go_down(rows, shape, way);
    while (way > 0 && (way = next_way(way)) < end) {
        double sum = go_down(rows, shape, way);
        best = sum > best ? sum : best;
    }
    return best;
}

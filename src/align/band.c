/* band.c - bands along paths. */
#include "align/band.h"

#include <stdlib.h>

static bool allocate(hxp_band *band, size_t rows, size_t columns)
{
    *band = (hxp_band){ .rows = rows, .columns = columns };
    band->low = calloc(rows + 1, sizeof *band->low);
    band->high = calloc(rows + 1, sizeof *band->high);
    band->offset = calloc(rows + 2, sizeof *band->offset);
    if (band->low && band->high && band->offset)
        return true;
    hxp_band_free(band);
    return false;
}

static void number_nodes(hxp_band *band)
{
    for (size_t i = 0; i <= band->rows; i++)
        band->offset[i + 1] =
            band->offset[i] + (band->high[i] - band->low[i] + 1);
}

/** Let low and high be what a straight line from one node to another takes. */
static void draw_line(hxp_band *band, hxp_node from, hxp_node to)
{
    size_t rows = to.row - from.row, columns = to.column - from.column;
    for (size_t k = 0; k < rows; k++) {
        size_t next = from.column + (k + 1) * columns / rows;
        if (k > 0)
            band->low[from.row + k] = from.column + k * columns / rows;
        band->high[from.row + k] = next;
    }
    if (rows > 0)
        band->low[to.row] = to.column;
    band->high[to.row] = to.column;
}

/** Widen a path of low and high to all nodes at most width off. */
static bool widen(hxp_band *band, size_t width)
{
    size_t rows = band->rows;
    size_t *low = calloc(rows + 1, sizeof *low);
    size_t *high = calloc(rows + 1, sizeof *high);
    bool done = low && high;
    for (size_t i = 0; done && i <= rows; i++) {
        size_t above = i > width ? i - width : 0;
        size_t below = rows - i > width ? i + width : rows;
        low[i] = band->low[above] > width ? band->low[above] - width : 0;
        high[i] = band->columns - band->high[below] > width
                      ? band->high[below] + width
                      : band->columns;
    }
    if (!done) {
        free(low);
        free(high);
        return false;
    }
    free(band->low);
    free(band->high);
    band->low = low;
    band->high = high;
    return true;
}

bool hxp_band_along(hxp_band *band, size_t rows, size_t columns, hxp_path path,
                    size_t width)
{
    hxp_node from = { 0, 0 };
    if (!allocate(band, rows, columns))
        return false;
    for (size_t k = 0; k < path.count; k++) {
        draw_line(band, from, path.nodes[k]);
        from = path.nodes[k];
    }
    draw_line(band, from, (hxp_node){ rows, columns });
    if (!widen(band, width)) {
        hxp_band_free(band);
        return false;
    }
    number_nodes(band);
    return true;
}

bool hxp_band_turn(hxp_band *turned, const hxp_band *band)
{
    size_t low = 0, high = 0;
    if (!allocate(turned, band->columns, band->rows))
        return false;
    for (size_t j = 0; j <= band->columns; j++) {
        while (band->high[low] < j)
            low++;
        while (high < band->rows && band->low[high + 1] <= j)
            high++;
        turned->low[j] = low;
        turned->high[j] = high;
    }
    number_nodes(turned);
    return true;
}

void hxp_band_free(hxp_band *band)
{
    free(band->low);
    free(band->high);
    free(band->offset);
    *band = (hxp_band){ 0 };
}

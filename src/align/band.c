/* band.c - bands as unions of boxes. */
#include "align/band.h"

#include "base/array.h"

#include <stdlib.h>

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t less(size_t a, size_t b)
{
    return a > b ? a - b : 0;
}

static bool allocate(hxp_band *band, size_t rows)
{
    *band = (hxp_band){ .last = rows };
    band->low = calloc(rows + 1, sizeof *band->low);
    band->high = calloc(rows + 1, sizeof *band->high);
    band->offset = calloc(rows + 2, sizeof *band->offset);
    if (band->low && band->high && band->offset)
        return true;
    hxp_band_free(band);
    return false;
}

bool hxp_boxes_add(hxp_boxes *boxes, hxp_node from, hxp_node to, size_t width)
{
    if (!hxp_array_reserve(&boxes->items, &boxes->capacity, boxes->count + 1,
                           sizeof *boxes->items))
        return false;
    boxes->items[boxes->count++] =
        (hxp_box){ { less(from.row, width), less(from.column, width) },
                   { to.row + width, to.column + width } };
    return true;
}

bool hxp_boxes_along(hxp_boxes *boxes, hxp_node from, hxp_node to, size_t width)
{
    size_t rows = to.row - from.row, columns = to.column - from.column;
    size_t steps = smaller(rows, columns) / (width + 1) + 1;
    for (size_t k = 0; k < steps; k++) {
        hxp_node start = { from.row + k * rows / steps,
                           from.column + k * columns / steps };
        hxp_node end = { from.row + (k + 1) * rows / steps,
                         from.column + (k + 1) * columns / steps };
        if (!hxp_boxes_add(boxes, start, end, width))
            return false;
    }
    return true;
}

/** Let the rows of box take its columns in. */
static void take_in(hxp_band *band, const hxp_box *box)
{
    size_t end = smaller(box->to.row, band->last);
    for (size_t i = box->from.row; i <= end; i++) {
        if (box->from.column < band->low[i])
            band->low[i] = box->from.column;
        if (box->to.column > band->high[i])
            band->high[i] = box->to.column;
    }
}

/** Let nothing fall, rows touch, and both ends be there. */
static void join_rows(hxp_band *band, size_t columns)
{
    size_t rows = band->last;
    band->low[0] = 0;
    for (size_t i = 0; i <= rows; i++) {
        if (i > 0 && band->high[i] < band->high[i - 1])
            band->high[i] = band->high[i - 1];
        band->high[i] = smaller(band->high[i], columns);
    }
    band->high[rows] = columns;
    for (size_t i = rows + 1; i-- > 0;) {
        size_t bound = i < rows ? band->low[i + 1] : columns;
        band->low[i] = smaller(band->low[i], bound);
        if (i > 0)
            band->low[i] = smaller(band->low[i], band->high[i - 1]);
    }
}

bool hxp_band_of(hxp_band *band, hxp_node end, const hxp_boxes *boxes)
{
    if (!allocate(band, end.row))
        return false;
    for (size_t i = 0; i <= end.row; i++)
        band->low[i] = end.column;
    for (size_t k = 0; k < boxes->count; k++)
        take_in(band, &boxes->items[k]);
    join_rows(band, end.column);
    for (size_t i = 0; i <= end.row; i++)
        band->offset[i + 1] =
            band->offset[i] + (band->high[i] - band->low[i] + 1);
    return true;
}

hxp_band hxp_band_part(const hxp_band *band, size_t first, size_t last)
{
    size_t skip = first - band->first;
    return (hxp_band){ first, last, band->low + skip, band->high + skip,
                       band->offset + skip };
}

void hxp_band_free(hxp_band *band)
{
    free(band->low);
    free(band->high);
    free(band->offset);
    *band = (hxp_band){ 0 };
}

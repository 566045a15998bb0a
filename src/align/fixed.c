/* fixed.c - beads that are given: where the way between two texts must go. */
#include "align/fixed.h"

#include "base/array.h"

#include <stdlib.h>

bool hxp_fixed_add(hxp_fixed *fixed, const hxp_fixed_bead *bead)
{
    if (!hxp_array_reserve(&fixed->beads, &fixed->capacity, fixed->count + 1,
                           sizeof *fixed->beads))
        return false;
    fixed->beads[fixed->count++] = *bead;
    return true;
}

static size_t end_of(hxp_range range)
{
    return range.first + range.count;
}

static void mark(bool *lone, hxp_range range)
{
    for (size_t i = range.first; i < end_of(range); i++)
        lone[i] = true;
}

/** Part the beads into boxes and segments without a translation. */
static void part(hxp_fixed *fixed)
{
    for (size_t k = 0; k < fixed->count; k++) {
        hxp_range rows = fixed->beads[k].rows,
                  columns = fixed->beads[k].columns;
        if (rows.count > 0 && columns.count > 0) {
            fixed->boxes[fixed->box_count++] =
                (hxp_box){ { rows.first, columns.first },
                           { end_of(rows), end_of(columns) } };
            continue;
        }
        mark(fixed->lone_rows, rows);
        mark(fixed->lone_columns, columns);
    }
}

/** A row behind the first of a bead comes behind the columns of all before. */
static void set_low(hxp_fixed *fixed, size_t rows)
{
    size_t low = 0, next = 0, r = 0;
    for (size_t k = 0; k < fixed->count; k++) {
        const hxp_fixed_bead *bead = &fixed->beads[k];
        if (!bead->ordered)
            continue;
        for (; bead->rows.count > 0 && r <= bead->rows.first; r++)
            fixed->low[r] = low;
        low = bead->rows.count > 0 ? next : low;
        next = bead->columns.count > 0 ? end_of(bead->columns) : next;
    }
    for (; r <= rows; r++)
        fixed->low[r] = low;
}

/** Until the last row of a bead is behind, the columns of all that follow are
 * not reached. */
static void set_high(hxp_fixed *fixed, size_t rows, size_t columns)
{
    size_t high = columns, next = columns, r = rows + 1;
    for (size_t k = fixed->count; k-- > 0;) {
        const hxp_fixed_bead *bead = &fixed->beads[k];
        if (!bead->ordered)
            continue;
        for (; bead->rows.count > 0 && r > end_of(bead->rows); r--)
            fixed->high[r - 1] = high;
        high = bead->rows.count > 0 ? next : high;
        next = bead->columns.count > 0 ? bead->columns.first : next;
    }
    for (; r > 0; r--)
        fixed->high[r - 1] = high;
}

bool hxp_fixed_settle(hxp_fixed *fixed, size_t rows, size_t columns)
{
    fixed->boxes = calloc(fixed->count + 1, sizeof *fixed->boxes);
    fixed->lone_rows = calloc(rows + 1, sizeof *fixed->lone_rows);
    fixed->lone_columns = calloc(columns + 1, sizeof *fixed->lone_columns);
    fixed->low = calloc(rows + 1, sizeof *fixed->low);
    fixed->high = calloc(rows + 1, sizeof *fixed->high);
    if (!fixed->boxes || !fixed->lone_rows || !fixed->lone_columns ||
        !fixed->low || !fixed->high)
        return false;
    part(fixed);
    set_low(fixed, rows);
    set_high(fixed, rows, columns);
    return true;
}

static bool has_lone(const bool *lone, size_t first, size_t count)
{
    for (size_t i = first; i < first + count; i++)
        if (lone[i])
            return true;
    return false;
}

bool hxp_fixed_forbids(const hxp_fixed *fixed, const hxp_link *bead)
{
    hxp_shape shape = bead->shape;
    size_t row = bead->row + shape.rows, column = bead->column + shape.columns;
    if (column < fixed->low[row] || column > fixed->high[row])
        return true;
    return shape.rows > 0 && shape.columns > 0 &&
           (has_lone(fixed->lone_rows, bead->row, shape.rows) ||
            has_lone(fixed->lone_columns, bead->column, shape.columns));
}

static bool add_node(hxp_anchors *anchors, hxp_node node)
{
    if (!hxp_array_reserve(&anchors->nodes, &anchors->capacity,
                           anchors->count + 1, sizeof *anchors->nodes))
        return false;
    anchors->nodes[anchors->count++] = node;
    return true;
}

/** True when a way can go by both nodes, a first. */
static bool leads(hxp_node a, hxp_node b)
{
    return a.row <= b.row && a.column <= b.column;
}

bool hxp_fixed_guide(hxp_anchors *anchors, const hxp_fixed *fixed)
{
    hxp_anchors guided = { NULL, 0, 0 };
    size_t a = 0;
    bool done = true;
    for (size_t k = 0; done && k < fixed->box_count; k++) {
        hxp_box box = fixed->boxes[k];
        for (; done && a < anchors->count && leads(anchors->nodes[a], box.from);
             a++)
            done = add_node(&guided, anchors->nodes[a]);
        while (a < anchors->count && !leads(box.to, anchors->nodes[a]))
            a++;
        done = done && add_node(&guided, box.from) && add_node(&guided, box.to);
    }
    for (; done && a < anchors->count; a++)
        done = add_node(&guided, anchors->nodes[a]);
    hxp_anchors_free(anchors);
    *anchors = guided;
    return done;
}

bool hxp_fixed_boxes(hxp_boxes *boxes, const hxp_fixed *fixed)
{
    hxp_node at = { 0, 0 };
    for (size_t k = 0; k < fixed->count; k++) {
        const hxp_fixed_bead *bead = &fixed->beads[k];
        hxp_node to = at;
        if (bead->rows.count > 0)
            to.row = end_of(bead->rows);
        if (bead->columns.count > 0)
            to.column = end_of(bead->columns);
        bool lone = bead->rows.count == 0 || bead->columns.count == 0;
        if (lone && !bead->ordered)
            continue;
        if (lone && !hxp_boxes_add(boxes, at, to, 0))
            return false;
        at = to;
    }
    return true;
}

void hxp_fixed_free(hxp_fixed *fixed)
{
    free(fixed->beads);
    free(fixed->boxes);
    free(fixed->lone_rows);
    free(fixed->lone_columns);
    free(fixed->low);
    free(fixed->high);
    *fixed = (hxp_fixed){ .count = 0 };
}

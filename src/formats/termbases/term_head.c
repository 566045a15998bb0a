/* term_head.c - tells whether the first row names columns, and which. */
#include "formats/termbases/term_head.h"

#include "base/str.h"

/** How many columns there are of a kind. */
typedef struct head {
    size_t terms;
    size_t others; /* about another language than the first one of terms */
    size_t tags, known, unknown;
} head;

/** True when column i names another language than the first one of terms. */
static bool is_other(const hxp_term_table *table, size_t i)
{
    size_t first = 0;
    while (first < i && table->columns[first].kind != HXP_COLUMN_TERM)
        first++;
    const hxp_term_column *of = &table->columns[first],
                          *other = &table->columns[i];
    return of->kind == HXP_COLUMN_TERM && other->side != HXP_SIDE_NONE &&
           (other->side != of->side || strcmp(other->tag, of->tag) != 0);
}

/** Count column i, whose name is in work. */
static void count_column(head *found, hxp_term_table *table, size_t i)
{
    hxp_str name = hxp_term_cell_text(table, i);
    const hxp_term_column *column = &table->columns[i];
    bool term = column->kind == HXP_COLUMN_TERM;
    if (term && i > 0 && hxp_str_is_nocase(name, "id"))
        table->maybe_id = i;
    found->terms += term;
    found->others += is_other(table, i);
    found->tags += column->kind == HXP_COLUMN_TAG;
    found->unknown += column->kind == HXP_COLUMN_UNKNOWN && name.len > 0;
    found->known += column->kind > HXP_COLUMN_TERM;
}

bool hxp_term_head_take(hxp_term_table *table, size_t count)
{
    head found = { .terms = 0 };
    for (size_t i = 0; i < count; i++) {
        table->columns[i] =
            hxp_term_column_of(hxp_term_cell_text(table, i), i == 0);
        count_column(&found, table, i);
    }
    if (found.tags > 0 && table->maybe_id > 0)
        table->columns[table->maybe_id] =
            (hxp_term_column){ .kind = HXP_COLUMN_CONCEPT };
    for (size_t i = 0; found.tags == 0 && i < count; i++)
        if (table->columns[i].kind == HXP_COLUMN_TERM &&
            table->columns[i].side == HXP_SIDE_NONE) /* "term", "nl" */
            table->columns[i].side = HXP_SIDE_SOURCE;
    return found.others > 0 || (found.terms > 1 && found.known > 0) ||
           (found.terms == 1 && (found.tags == 1 || found.unknown == 0));
}

/* table.c - compressed rows in two arrays. */
#include "lexicon/table.h"

#include "base/array.h"

#include <stdlib.h>

bool hxp_word_table_add(hxp_word_table *table, uint32_t word, double weight)
{
    if (!hxp_array_reserve(&table->entries, &table->capacity, table->count + 1,
                           sizeof *table->entries))
        return false;
    table->entries[table->count++] =
        (hxp_word_table_entry){ word, (float)weight };
    return true;
}

static int by_word(const void *a, const void *b)
{
    const hxp_word_table_entry *x = a, *y = b;
    return (x->word > y->word) - (x->word < y->word);
}

bool hxp_word_table_end_as_is(hxp_word_table *table)
{
    if (!hxp_array_reserve(&table->starts, &table->row_capacity,
                           table->rows + 2, sizeof *table->starts))
        return false;
    if (table->rows == 0)
        table->starts[0] = 0;
    table->starts[++table->rows] = table->count;
    return true;
}

bool hxp_word_table_end_row(hxp_word_table *table)
{
    if (!hxp_word_table_end_as_is(table))
        return false;
    size_t start = table->starts[table->rows - 1];
    if (table->count > start)
        qsort(&table->entries[start], table->count - start,
              sizeof *table->entries, by_word);
    return true;
}

hxp_word_table_row hxp_word_table_get(const hxp_word_table *table, size_t row)
{
    if (row >= table->rows || table->count == 0)
        return (hxp_word_table_row){ NULL, 0 };
    size_t start = table->starts[row];
    return (hxp_word_table_row){ &table->entries[start],
                                 table->starts[row + 1] - start };
}

float hxp_word_table_row_weight(hxp_word_table_row row, uint32_t word)
{
    size_t low = 0, high = row.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (row.items[middle].word < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low < row.count && row.items[low].word == word
               ? row.items[low].weight
               : 0;
}

bool hxp_word_table_transpose(hxp_word_table *out, const hxp_word_table *table,
                              size_t columns)
{
    size_t count = table->count;
    if (!hxp_array_reserve(&out->starts, &out->row_capacity, columns + 2,
                           sizeof *out->starts) ||
        !hxp_array_reserve(&out->entries, &out->capacity, count + 1,
                           sizeof *out->entries))
        return false;
    for (size_t i = 0; i < columns + 2; i++)
        out->starts[i] = 0;
    /* starts[w + 2] counts, then starts[w + 1] is where row w is filled up */
    for (size_t i = 0; i < count; i++)
        out->starts[table->entries[i].word + 2]++;
    for (size_t i = 2; i < columns + 2; i++)
        out->starts[i] += out->starts[i - 1];
    for (size_t row = 0; row < table->rows; row++) {
        hxp_word_table_row from = hxp_word_table_get(table, row);
        for (size_t i = 0; i < from.count; i++) {
            size_t to = out->starts[from.items[i].word + 1]++;
            out->entries[to] =
                (hxp_word_table_entry){ (uint32_t)row, from.items[i].weight };
        }
    }
    out->rows = columns;
    out->count = count;
    return true;
}

void hxp_word_table_normalise(hxp_word_table *table, double extra)
{
    for (size_t row = 0; row < table->rows; row++) {
        double sum = extra;
        for (size_t i = table->starts[row]; i < table->starts[row + 1]; i++)
            sum += (double)table->entries[i].weight;
        for (size_t i = table->starts[row]; i < table->starts[row + 1]; i++)
            table->entries[i].weight =
                (float)((double)table->entries[i].weight / sum);
    }
}

void hxp_word_table_free(hxp_word_table *table)
{
    free(table->starts);
    free(table->entries);
    *table = (hxp_word_table){ 0 };
}

/* table.h - a sparse table of numbers between the words of two languages. */
#ifndef LEXICON_TABLE_H
#define LEXICON_TABLE_H

#include <hexapla/base.h>

typedef struct hxp_word_table_entry {
    uint32_t word;
    float weight;
} hxp_word_table_entry;

/** Rows of entries, each sorted by word unless it was ended as it was; all zero
 * is a table without rows. */
typedef struct hxp_word_table {
    size_t *starts; /* rows + 1 of them, into entries */
    hxp_word_table_entry *entries;
    size_t rows, row_capacity;
    size_t count, capacity;
} hxp_word_table;

typedef struct hxp_word_table_row {
    const hxp_word_table_entry *items;
    size_t count;
} hxp_word_table_row;

/** Append an entry to the row in work, in any order. False: no memory. */
bool hxp_word_table_add(hxp_word_table *table, uint32_t word, double weight);

/** End the row in work: sort it; the next begins. False: no memory. */
bool hxp_word_table_end_row(hxp_word_table *table);

/** End the row in work as it is, sorted or only to be walked through. False:
 * no memory. */
bool hxp_word_table_end_as_is(hxp_word_table *table);

/** Row number row, empty beyond the last; lives until the table changes. */
hxp_word_table_row hxp_word_table_get(const hxp_word_table *table, size_t row);

/** The weight of word in a sorted row; 0: it has none. */
float hxp_word_table_row_weight(hxp_word_table_row row, uint32_t word);

/** Make *out, which is empty, from table with rows and columns exchanged. */
bool hxp_word_table_transpose(hxp_word_table *out, const hxp_word_table *table,
                              size_t columns);

/** Divide each row by its sum + extra: its sum is less than 1 then. */
void hxp_word_table_normalise(hxp_word_table *table, double extra);

/** Free what the table holds; it has no rows then. */
void hxp_word_table_free(hxp_word_table *table);

#endif

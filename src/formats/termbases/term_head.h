/* term_head.h - the first row of a table of terms. */
#ifndef FORMATS_TERM_HEAD_H
#define FORMATS_TERM_HEAD_H

#include "formats/termbases/term_table.h"

/**
 * Set the first count of the table's columns by the cells in work; false when
 * these name no columns but are a row themselves. Two languages name columns;
 * "Polish" and "Pools" are a row of a glossary.
 */
bool hxp_term_head_take(hxp_term_table *table, size_t count);

#endif

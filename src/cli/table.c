/* table.c - texts begin and numbers end where their title does. */
#include "cli/table.h"

#include "base/str.h"

#include <assert.h>
#include <stdio.h>

void hxp_table_begin(hxp_table *table, const hxp_screen *screen,
                     const char *const *titles)
{
    *table = (hxp_table){ .screen = screen, .titles = titles };
    for (; titles[table->count]; table->count++) {
        assert(table->count < HXP_TABLE_COLUMNS);
        table->widths[table->count] =
            hxp_columns(hxp_str_of(titles[table->count]));
    }
}

void hxp_table_measure(hxp_table *table, size_t column, hxp_str text)
{
    size_t width = hxp_columns(text);
    if (width > table->widths[column])
        table->widths[column] = width;
}

/** End a cell after which padding columns are empty. */
static void end_cell(hxp_table *table, size_t padding)
{
    table->at++;
    table->padding = padding + 2;
    if (table->at < table->count)
        return;
    hxp_output_write(table->screen->output, HXP_STR("\n"));
    table->at = table->padding = 0;
}

void hxp_table_title(hxp_table *table)
{
    for (size_t i = 0; i < table->count; i++)
        hxp_table_text(table, hxp_str_of(table->titles[i]));
}

void hxp_table_text(hxp_table *table, hxp_str text)
{
    size_t width = hxp_columns(text);
    size_t room = table->widths[table->at];
    hxp_output_printf(table->screen->output, "%*s", (int)table->padding, "");
    hxp_screen_put(table->screen, text);
    end_cell(table, width < room ? room - width : 0);
}

void hxp_table_number(hxp_table *table, size_t number)
{
    int width = (int)(table->padding + table->widths[table->at]);
    char digits[32];
    int len = snprintf(digits, sizeof digits, "%zu", number);
    if (table->at > 0 && len >= width)
        width = len + 2; /* beyond its title, but not beside its neighbour */
    hxp_output_printf(table->screen->output, "%*s", width, digits);
    end_cell(table, 0);
}

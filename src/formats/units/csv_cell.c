/* csv_cell.c - quotes cells where they need it. */
#include "formats/units/csv_cell.h"

#include "base/str.h"

static bool needs_quotes(hxp_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (strchr(",\"\r\n", text.ptr[i]) && text.ptr[i] != '\0')
            return true;
    return text.len > 0 &&
           (text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ');
}

void hxp_csv_put_cell(hxp_output *output, hxp_str text)
{
    size_t from = 0;
    bool quotes = needs_quotes(text);
    if (quotes)
        hxp_output_write(output, HXP_STR("\""));
    for (size_t i = 0; quotes && i < text.len; i++) {
        if (text.ptr[i] != '"')
            continue;
        hxp_output_write(output, hxp_str_part(text, from, i + 1));
        from = i; /* the quote once more */
    }
    hxp_output_write(output, hxp_str_part(text, from, text.len));
    if (quotes)
        hxp_output_write(output, HXP_STR("\""));
}

/* escape.c - text in TSV. */
#include "cli/escape.h"

#include "base/str.h"

void hxp_put_escaped(hxp_output *output, hxp_str text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        const char *escape = NULL;
        switch (text.ptr[i]) {
        case '\\':
            escape = "\\\\";
            break;
        case '\t':
            escape = "\\t";
            break;
        case '\n':
            escape = "\\n";
            break;
        case '\r':
            escape = "\\r";
            break;
        default:
            continue;
        }
        hxp_output_write(output, hxp_str_part(text, from, i));
        hxp_output_write(output, hxp_str_of(escape));
        from = i + 1;
    }
    hxp_output_write(output, hxp_str_part(text, from, text.len));
}

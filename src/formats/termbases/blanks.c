/* blanks.c - collapses white space in place. */
#include "formats/termbases/blanks.h"

#include "base/str.h"

hxp_str hxp_blanks_collapse(hxp_buffer *text)
{
    size_t len = 0;
    for (size_t i = 0; i < text->len; i++) {
        char c = text->ptr[i];
        bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (space && (len == 0 || text->ptr[len - 1] == ' '))
            continue;
        text->ptr[len++] = c;
        if (space)
            text->ptr[len - 1] = ' ';
    }
    text->len = len;
    return hxp_str_trim(hxp_buffer_str(text));
}

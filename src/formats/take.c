/* take.c - numbers and signs off the front of a text. */
#include "formats/take.h"

#include "base/str.h"

bool hxp_take_number(hxp_str *text, size_t *number)
{
    size_t at = 0;
    *number = 0;
    for (; at < text->len; at++) {
        char c = text->ptr[at];
        if (c < '0' || c > '9')
            break;
        *number = *number * 10 + (size_t)(c - '0');
        if (*number > INT32_MAX)
            return false;
    }
    *text = hxp_str_part(*text, at, text->len);
    return at > 0;
}

bool hxp_take_sign(hxp_str *text, char c)
{
    *text = hxp_str_trim(*text);
    if (text->len == 0 || text->ptr[0] != c)
        return false;
    *text = hxp_str_trim(hxp_str_part(*text, 1, text->len));
    return true;
}

/* cursor.c - what is left of a text that is being read, and where that is. */
#include "text/cursor.h"

#include "base/str.h"
#include "text/utf8.h"

hxp_cursor hxp_cursor_make(hxp_str text)
{
    return (hxp_cursor){ text, { 1, 1, 1 } };
}

hxp_str hxp_cursor_take(hxp_cursor *cursor, size_t len)
{
    hxp_str taken = hxp_str_part(cursor->rest, 0, len);
    hxp_place_advance(&cursor->place, taken);
    cursor->rest = hxp_str_part(cursor->rest, len, cursor->rest.len);
    return taken;
}

/* numbers.c - finds the numbers of texts. */
#include "filter/numbers.h"

#include "base/error.h"
#include "base/str.h"
#include "text/utf8.h"

#include <stdlib.h>

/** The numbers of a text as digits, in byte order. */
typedef struct number_list {
    hxp_str *items;
    size_t count;
} number_list;

/** True for what may stand between the digits of one number. */
static bool is_separator(int32_t c)
{
    return c == '.' || c == ',' || c == '\'' || c == 0xA0 || c == 0x2019 ||
           c == 0x202F || c == 0x2009 || c == 0x066B || c == 0x066C;
}

static size_t count_digits(hxp_str text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len;)
        count += hxp_char_digit(hxp_utf8_next(text, &at)) >= 0;
    return count;
}

/** Find the numbers; their digits, as ASCII, lie in arena. */
static bool find_numbers(number_list *list, hxp_arena *arena, hxp_str text)
{
    size_t room = count_digits(text);
    char *digits = hxp_arena_alloc(arena, room, 1);
    bool inside = false, waiting = false; /* at a number, a separator in it */
    list->count = 0;
    list->items = hxp_arena_alloc(arena, room, sizeof *list->items);
    if (!digits || !list->items)
        return false;
    for (size_t at = 0; room > 0 && at < text.len;) {
        int32_t c = hxp_utf8_next(text, &at);
        int value = hxp_char_digit(c);
        if (value < 0) {
            waiting = inside && !waiting && is_separator(c);
            inside = waiting;
            continue;
        }
        if (!inside)
            list->items[list->count++] = (hxp_str){ digits, 0 };
        *digits++ = (char)('0' + value);
        list->items[list->count - 1].len++;
        inside = true;
        waiting = false;
    }
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, hxp_str_order);
    return true;
}

hxp_status hxp_same_numbers(bool *same, hxp_arena *arena, hxp_str a, hxp_str b,
                            hxp_error *error)
{
    number_list x, y;
    if (!find_numbers(&x, arena, a) || !find_numbers(&y, arena, b))
        return hxp_no_memory(error);
    *same = x.count == y.count;
    for (size_t i = 0; *same && i < x.count; i++)
        *same = hxp_str_equal(x.items[i], y.items[i]);
    return HXP_OK;
}

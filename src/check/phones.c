/* phones.c - telephone numbers, whose digits each language groups in its own
 * way, with the code of the country or without. */
#include "check/phones.h"

#include "base/str.h"

enum {
    LEAST = 7,   /* digits of a telephone number */
    MOST = 15,   /* as E.164 has them, without the zeros before */
    COUNTRY = 3, /* digits of a country's code */
    GAP = 4      /* bytes between two groups of digits: a blank may take two */
};

/** The bytes of what may part groups of digits at byte at, or 0. */
static size_t mark_at(hxp_str text, size_t at)
{
    hxp_str rest = hxp_str_part(text, at, text.len);
    if (rest.len > 0 && rest.ptr[0] != '\0' && strchr(" -/.()", rest.ptr[0]))
        return 1;
    if (hxp_str_starts(rest, HXP_STR("\xC2\xA0")))
        return 2;
    return hxp_str_starts(rest, HXP_STR("\xE2\x80\xAF")) ? 3 : 0;
}

/**
 * True when the bytes from start to end may stand between two groups of
 * digits. A full stop with a blank behind it ends a sentence.
 */
static bool is_gap(hxp_str text, size_t start, size_t end)
{
    size_t at = start, len;
    while (at < end && (len = mark_at(text, at)) > 0) {
        if (text.ptr[at] == '.' && at + 1 < end)
            return false;
        at += len;
    }
    return at == end && end - start <= GAP;
}

/** The digits of a telephone number. */
typedef struct phone {
    char digits[MOST + 1]; /* without the zeros before */
    size_t count;
    bool abroad; /* the code of the country stands before */
} phone;

/** Append the digits from start to end; false when there are too many. */
static bool add_digits(phone *made, hxp_str text, size_t start, size_t end)
{
    for (size_t at = start; at < end; at++) {
        if (!hxp_ascii_digit(text.ptr[at]) ||
            (made->count == 0 && text.ptr[at] == '0'))
            continue;
        if (made->count == MOST)
            return false;
        made->digits[made->count++] = text.ptr[at];
    }
    return true;
}

/** True when figure is the zero of "+31 (0)20", which nobody dials. */
static bool is_undialled(hxp_str text, const hxp_figure *figure)
{
    return figure->end == figure->start + 1 && text.ptr[figure->start] == '0' &&
           figure->start > 0 && text.ptr[figure->start - 1] == '(' &&
           figure->end < text.len && text.ptr[figure->end] == ')';
}

/** The first and the last figure of the row that figure i stands in, no more
 * than a telephone number can have: a long row of them is a table. */
static void find_row(size_t *first, size_t *last, const hxp_number_side *side,
                     size_t i)
{
    const hxp_figure *items = side->figures.items;
    *first = *last = i;
    while (*first > 0 && i - *first <= MOST &&
           is_gap(side->text, items[*first - 1].end, items[*first].start))
        --*first;
    while (*last + 1 < side->figures.count && *last - *first <= MOST &&
           is_gap(side->text, items[*last].end, items[*last + 1].start))
        ++*last;
}

/**
 * Read the telephone number that figure i of side is part of; false when it is
 * none: such a number begins with a plus, a zero or a bracket.
 */
static bool read_phone(phone *made, const hxp_number_side *side, size_t i)
{
    const hxp_figure *items = side->figures.items;
    hxp_str text = side->text;
    size_t first, last;
    find_row(&first, &last, side, i);
    size_t start = items[first].start;
    char before = start > 0 ? text.ptr[start - 1] : ' ';
    bool zero = text.ptr[start] == '0';
    *made = (phone){ .abroad = before == '+' };
    if (before != '+' && before != '(' && !zero)
        return false;
    if (zero && start + 1 < text.len && text.ptr[start + 1] == '0')
        made->abroad = true;
    for (i = first; i <= last; i++)
        if (!is_undialled(text, &items[i]) &&
            !add_digits(made, text, items[i].start, items[i].end))
            return false;
    return made->count + zero >= LEAST;
}

/** True when both are one number, for whoever calls. */
static bool is_same(const phone *a, const phone *b)
{
    const phone *longer = a->abroad ? a : b, *other = a->abroad ? b : a;
    size_t code = longer->count - other->count;
    if (a->abroad == b->abroad)
        return a->count == b->count &&
               memcmp(a->digits, b->digits, a->count) == 0;
    return longer->count > other->count && code <= COUNTRY &&
           memcmp(longer->digits + code, other->digits, other->count) == 0;
}

bool hxp_phone_said(const hxp_figure *figure, const hxp_number_side *own,
                    const hxp_number_side *other)
{
    phone here, there;
    if (!read_phone(&here, own, (size_t)(figure - own->figures.items)))
        return false;
    for (size_t i = 0; i < other->figures.count; i++)
        if (read_phone(&there, other, i) && is_same(&here, &there))
            return true;
    return false;
}

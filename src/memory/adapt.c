/* adapt.c - finds the numbers of texts, and which must be others. */
#include "memory/adapt.h"

#include "base/decimal.h"
#include "base/error.h"
#include "base/str.h"
#include "text/utf8.h"

#include <string.h>

enum { NUMBERS = HXP_ADAPTED_NUMBERS, DIGITS = 16 };

/** A number in figures. */
typedef struct number {
    hxp_str text;
    int32_t before, after; /* characters beside it; 0: none */
    bool read;             /* as the language writes numbers */
    bool grouped;
    char whole[DIGITS + 1];
    char fraction[DIGITS + 1];
} number;

typedef struct numbers {
    number items[NUMBERS];
    size_t count;
    bool known; /* none is other than items can say */
} numbers;

/* --- Reading -------------------------------------------------------------- */

/** Characters beyond ASCII are none, whatever their last byte is. */
static bool is_digit(int32_t c)
{
    return (uint32_t)c < 0x80 && hxp_ascii_digit((char)c);
}

/** What may stand between digits: any narrow space is U+00A0; 0: nothing. */
static int32_t separator_of(int32_t c)
{
    if (c == 0xA0 || c == 0x202F || c == 0x2009)
        return 0xA0;
    if (c == 0x2019)
        return '\'';
    return c == '.' || c == ',' || c == '\'' ? c : 0;
}

static bool add_digit(char digits[DIGITS + 1], int32_t c)
{
    size_t len = strlen(digits);
    if (len == DIGITS)
        return false;
    digits[len] = (char)c;
    digits[len + 1] = '\0';
    return true;
}

/** Read the figures of a number; false when they are none of the language. */
static bool read_figures(number *to, const hxp_numerals *numerals)
{
    size_t group = 0; /* digits since the last separator */
    bool fraction = false;
    for (size_t at = 0; at < to->text.len;) {
        int32_t c = hxp_utf8_next(to->text, &at);
        if (is_digit(c)) {
            group++;
            if (!add_digit(fraction ? to->fraction : to->whole, c))
                return false;
            continue;
        }
        /* groups have three digits, but for the first */
        if (fraction ||
            (to->grouped ? group != 3
                         : group > 3 && separator_of(c) !=
                                            hxp_numerals_decimal(numerals)))
            return false;
        if (separator_of(c) == hxp_numerals_decimal(numerals))
            fraction = true;
        else if (separator_of(c) == hxp_numerals_grouping(numerals))
            to->grouped = true;
        else
            return false;
        group = 0;
    }
    return fraction || !to->grouped || group == 3;
}

/** The byte behind the number that begins at start. */
static size_t number_end(hxp_str text, size_t start)
{
    size_t end = start;
    for (size_t at = start; at < text.len;) {
        int32_t c = hxp_utf8_next(text, &at);
        if (is_digit(c))
            end = at;
        else if (!separator_of(c) || at >= text.len ||
                 !hxp_ascii_digit(text.ptr[at]))
            break;
    }
    return end;
}

static void find_numbers(numbers *found, hxp_str text,
                         const hxp_numerals *numerals)
{
    int32_t before = 0;
    *found = (numbers){ .known = true };
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        int32_t c = hxp_utf8_next(text, &at);
        found->known = found->known && (is_digit(c) || hxp_char_digit(c) < 0);
        if (is_digit(c)) {
            at = number_end(text, start);
            found->known = found->known && found->count < NUMBERS;
            if (!found->known)
                return;
            number *to = &found->items[found->count++];
            size_t next = at;
            *to = (number){ .text = hxp_str_part(text, start, at),
                            .before = before };
            to->after = at < text.len ? hxp_utf8_next(text, &next) : 0;
            to->read = read_figures(to, numerals);
            c = '0';
        }
        before = c;
    }
}

/* --- Comparing ------------------------------------------------------------ */

static bool equal(const number *a, const number *b)
{
    if (!a->read || !b->read)
        return !a->read && !b->read && hxp_str_equal(a->text, b->text);
    return strcmp(a->whole, b->whole) == 0 &&
           strcmp(a->fraction, b->fraction) == 0;
}

/** Whether a number is one, or stands for it as another language writes it. */
static bool stands_for(const number *a, const number *one)
{
    return equal(a, one) || (!a->read && hxp_str_equal(a->text, one->text));
}

/** The only one of all that stands for one, or NULL. */
static const number *only(const numbers *all, const number *one)
{
    const number *found = NULL;
    for (size_t i = 0; i < all->count; i++) {
        if (!stands_for(&all->items[i], one))
            continue;
        if (found)
            return NULL;
        found = &all->items[i];
    }
    return found;
}

static bool is_within_word(const number *one)
{
    return (one->before > 0 && hxp_char_is_alnum(one->before)) ||
           (one->after > 0 && hxp_char_is_alnum(one->after));
}

static double value_of(const number *one)
{
    double whole = 0;
    (void)hxp_decimal_read(&whole, hxp_str_of(one->whole));
    return one->fraction[0] ? whole + 0.5 : whole; /* any fraction serves */
}

/* --- Writing -------------------------------------------------------------- */

static size_t put_character(char *to, int32_t c)
{
    char bytes[4];
    size_t len = hxp_utf8_put(bytes, c);
    memcpy(to, bytes, len);
    return len;
}

/** The separator of groups that a number has; 0: none. */
static int32_t grouping_of(const number *one, const hxp_numerals *numerals)
{
    for (size_t at = 0; one->grouped && at < one->text.len;) {
        int32_t c = hxp_utf8_next(one->text, &at);
        if (!is_digit(c))
            return c;
    }
    return hxp_numerals_grouping(numerals);
}

/** Write number in place of old, as the language of old does; returns bytes. */
static size_t write_number(char to[4 * DIGITS], const number *one,
                           const number *old, const hxp_numerals *numerals)
{
    size_t digits = strlen(one->whole), len = 0;
    /* a number of three digits does not tell whether they would be grouped */
    bool groups =
        digits > 3 && (strlen(old->whole) > 3 ? old->grouped : one->grouped);
    for (size_t i = 0; i < digits; i++) {
        if (groups && i > 0 && (digits - i) % 3 == 0)
            len += put_character(to + len, grouping_of(old, numerals));
        to[len++] = one->whole[i];
    }
    if (one->fraction[0])
        len += put_character(to + len, hxp_numerals_decimal(numerals));
    memcpy(to + len, one->fraction, strlen(one->fraction));
    return len + strlen(one->fraction);
}

/** Put text in place of part of the content's, and move its codes. */
static bool replace(hxp_content *content, hxp_arena *arena, size_t start,
                    const hxp_changed_number *change)
{
    hxp_str part = change->old, text = change->new;
    size_t end = start + part.len;
    size_t len = content->text.len - part.len + text.len;
    char *bytes = hxp_arena_bytes(arena, len + 1);
    hxp_code *codes =
        hxp_arena_alloc(arena, content->code_count + 1, sizeof *codes);
    if (!bytes || !codes)
        return false;
    memcpy(bytes, content->text.ptr, start);
    memcpy(bytes + start, text.ptr, text.len);
    memcpy(bytes + start + text.len, content->text.ptr + end,
           content->text.len - end);
    bytes[len] = '\0';
    for (size_t i = 0; i < content->code_count; i++) {
        codes[i] = content->codes[i];
        if (codes[i].offset >= end)
            codes[i].offset += text.len - part.len;
        else if (codes[i].offset > start)
            codes[i].offset = start; /* it stood within the number */
    }
    *content = (hxp_content){ .text = { bytes, len },
                              .codes = codes,
                              .code_count = content->code_count };
    return true;
}

/* --- Adapting ------------------------------------------------------------- */

/** The numbers of the three texts. */
typedef struct three {
    numbers query, source, target;
} three;

/** A number that must be another one. */
typedef struct change {
    const number *wanted; /* in query */
    const number *known;  /* in source: wanted should be it */
    const number *old;    /* in target: it, too */
} change;

/** Find what to change for number place; false when that is not safe. */
static bool find_change(change *to, const three *of, size_t place)
{
    to->wanted = &of->query.items[place];
    to->known = &of->source.items[place];
    to->old = only(&of->target, to->known);
    return to->old && only(&of->source, to->known) &&
           to->wanted->read == to->known->read &&
           to->wanted->before == to->known->before &&
           to->wanted->after == to->known->after &&
           !is_within_word(to->wanted) && !is_within_word(to->old);
}

/** All to change, the last in the target first. */
typedef struct changes {
    change items[NUMBERS];
    size_t count;
    bool safe;
} changes;

/** Put a change in its place. */
static void put_change(changes *to, const change *it)
{
    size_t at = to->count++;
    for (; at > 0 && to->items[at - 1].old < it->old; at--)
        to->items[at] = to->items[at - 1];
    to->items[at] = *it;
}

/** Find them; safe: what is counted has the same form with them, too. */
static hxp_status find_changes(changes *to, const three *of,
                               const hxp_adapting *by, hxp_error *error)
{
    hxp_status status = HXP_OK;
    to->count = 0;
    to->safe = of->query.known && of->source.known && of->target.known &&
               of->query.count == of->source.count;
    for (size_t i = 0; status == HXP_OK && to->safe && i < of->query.count;
         i++) {
        change it;
        if (equal(&of->query.items[i], &of->source.items[i]))
            continue;
        to->safe = find_change(&it, of, i);
        if (to->safe && it.wanted->read)
            status = hxp_numerals_same_form(&to->safe, by->target,
                                            value_of(it.known),
                                            value_of(it.wanted), error);
        if (to->safe)
            put_change(to, &it);
    }
    return status;
}

/** Make one change. */
static bool make_change(hxp_adapted *adapted, const change *it, size_t start,
                        const hxp_adapting *by)
{
    char text[4 * DIGITS];
    hxp_changed_number *made = &adapted->changes[adapted->count];
    hxp_str new = it->wanted->text;
    if (it->wanted->read && it->old->read)
        new = (hxp_str){ text,
                         write_number(text, it->wanted, it->old, by->target) };
    made->old = it->old->text;
    if (!hxp_arena_copy(&made->new, by->arena, new) ||
        !replace(&adapted->content, by->arena, start, made))
        return false;
    adapted->count++;
    return true;
}

hxp_status hxp_adapt(hxp_adapted *adapted, const hxp_adapting *by,
                     const hxp_match *match, hxp_str query, hxp_error *error)
{
    three of;
    changes found;
    hxp_str target = match->target->content.text;
    adapted->content = match->target->content;
    adapted->count = 0;
    find_numbers(&of.query, query, by->source);
    find_numbers(&of.source, match->source->content.text, by->source);
    find_numbers(&of.target, target, by->target);
    hxp_status status = find_changes(&found, &of, by, error);
    if (status != HXP_OK || !found.safe)
        return status;
    for (size_t i = 0; i < found.count; i++) {
        const change *it = &found.items[i];
        size_t start = (size_t)(it->old->text.ptr - target.ptr);
        if (!make_change(adapted, it, start, by))
            return hxp_no_memory(error);
    }
    return HXP_OK;
}

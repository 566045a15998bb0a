/* figures.c - reads numbers, whichever marks a language puts into them. */
#include "check/figures.h"

#include "base/str.h"
#include "check/signs.h"
#include "check/tokens.h"
#include "text/utf8.h"

/** A number in work: its digits, and the marks between its parts. */
typedef struct draft {
    char digits[HXP_FIGURE_SIZE / 2];
    size_t digit_count;
    size_t lengths[HXP_FIGURE_PARTS];
    int32_t marks[HXP_FIGURE_PARTS]; /* before each part but the first */
    size_t count;
} draft;

enum { SPACE = 0xA0 }; /* any */

/** The digit at byte at, which moves behind it, or -1. */
static int next_digit(hxp_str text, size_t *at)
{
    size_t behind = *at;
    if (behind == text.len)
        return -1;
    int digit = hxp_char_digit(hxp_utf8_next(text, &behind));
    if (digit >= 0)
        *at = behind;
    return digit;
}

/** Append the digits at byte at as a part; false when there are too many. */
static bool take_part(draft *made, hxp_str text, size_t *at)
{
    int digit;
    size_t len = 0;
    while ((digit = next_digit(text, at)) >= 0) {
        if (made->digit_count == sizeof made->digits)
            return false;
        made->digits[made->digit_count++] = (char)('0' + digit);
        len++;
    }
    made->lengths[made->count++] = len;
    return true;
}

/** The number of digits at byte at; *zeros tells whether they all are 0. */
static size_t count_digits(hxp_str text, size_t at, bool *zeros)
{
    size_t count = 0;
    int digit;
    *zeros = true;
    while ((digit = next_digit(text, &at)) >= 0) {
        *zeros &= digit == 0;
        count++;
    }
    return count;
}

/** True for the points and commas of numbers, those of Arabic included. */
static bool is_point(int32_t c)
{
    return c == '.' || c == ',' || c == 0x066B || c == 0x066C;
}

/**
 * True when the blank before the three digits at byte at groups them, whatever
 * the language does: another such group stands before or behind, or a fraction.
 */
static bool is_grouped(const draft *made, hxp_str text, size_t at,
                       const hxp_numerals *numerals)
{
    bool zeros;
    size_t behind = at + 3;
    int32_t c = behind < text.len ? hxp_utf8_next(text, &behind) : 0;
    size_t count = count_digits(text, behind, &zeros);
    if (made->count > 1)
        return made->marks[made->count - 1] == SPACE;
    return (c == ' ' && count == 3) ||
           (c == hxp_numerals_decimal(numerals) && count > 0 && count != 3);
}

/**
 * True when the mark c, with digits behind it at byte at, goes on with the
 * number: a blank and an apostrophe only before groups of three.
 */
static bool joins(const draft *made, hxp_str text, size_t at, int32_t c,
                  const hxp_numerals *numerals)
{
    bool zeros;
    size_t count = count_digits(text, at, &zeros);
    size_t before = made->lengths[made->count - 1];
    if (count == 0 || made->count == HXP_FIGURE_PARTS)
        return false;
    if (is_point(c))
        return true;
    if (count != 3 || before > 3 || (made->count > 1 && before != 3))
        return false;
    if (c == ' ')
        return zeros || hxp_numerals_grouping(numerals) == SPACE ||
               is_grouped(made, text, at, numerals);
    return c == '\'' || c == 0x2019 || c == 0xA0 || c == 0x202F || c == 0x2009;
}

static int32_t unify(int32_t c)
{
    if (c == 0x2019)
        return '\'';
    if (c == 0x066B || c == 0x066C)
        return c == 0x066B ? '.' : ',';
    return c == '.' || c == ',' || c == '\'' ? c : SPACE;
}

/* --- Values --------------------------------------------------------------- */

/** Write the digits as a value whose last fraction of them are decimals. */
static void put_value(char *value, const draft *made, size_t fraction)
{
    size_t start = 0, end = made->digit_count, len = 0;
    while (start + 1 < end - fraction && made->digits[start] == '0')
        start++;
    while (fraction > 0 && made->digits[end - 1] == '0') {
        end--;
        fraction--;
    }
    for (size_t i = start; i < end; i++) {
        if (fraction > 0 && i == end - fraction)
            value[len++] = '.';
        value[len++] = made->digits[i];
    }
    value[len] = '\0';
}

/** True when parts from to before end are groups of three. */
static bool are_groups(const draft *made, size_t end)
{
    for (size_t i = 1; i < end; i++)
        if (made->lengths[i] != 3)
            return false;
    return end < 2 || (made->lengths[0] <= 3 && made->digits[0] != '0');
}

/** The number of marks that are c. */
static size_t count_marks(const draft *made, int32_t c)
{
    size_t count = 0;
    for (size_t i = 1; i < made->count; i++)
        count += made->marks[i] == c;
    return count;
}

/** Read it as the language does; false when it is not written so. */
static bool read_usual(char *value, const draft *made,
                       const hxp_numerals *numerals)
{
    int32_t decimal = hxp_numerals_decimal(numerals);
    int32_t grouping = hxp_numerals_grouping(numerals);
    size_t last = made->count - 1;
    bool fraction = made->marks[last] == decimal;
    size_t groups = fraction ? last : made->count;
    if (!are_groups(made, groups))
        return false;
    for (size_t i = 1; i < groups; i++) {
        int32_t c = made->marks[i];
        if (c == decimal || (c != grouping && c != SPACE && c != '\'') ||
            c != made->marks[1])
            return false;
    }
    put_value(value, made, fraction ? made->lengths[last] : 0);
    return true;
}

/** Read it as some language does, in one way or two; or not at all. */
static void read_other(hxp_figure *figure, const draft *made)
{
    size_t last = made->count - 1, digits = made->lengths[last];
    size_t alike = count_marks(made, made->marks[last]);
    bool leads = made->digits[0] == '0' && made->lengths[0] == 1;
    if (alike == 1 && (last > 1 || digits != 3 || leads)) {
        if (are_groups(made, last))
            put_value(figure->values[0], made, digits);
    } else if (alike == 1) {
        put_value(figure->values[0], made, digits);
        put_value(figure->values[1], made, 0);
    } else if (alike == last && are_groups(made, made->count)) {
        put_value(figure->values[0], made, 0);
    }
}

/** Write a value that says no more than which marks and digits there are. */
static void put_raw(char *value, const draft *made)
{
    size_t digit = 0, len = 0;
    for (size_t i = 0; i < made->count; i++) {
        if (i > 0)
            value[len++] = made->marks[i] < 0x80 ? (char)made->marks[i] : ' ';
        memcpy(value + len, made->digits + digit, made->lengths[i]);
        len += made->lengths[i];
        digit += made->lengths[i];
    }
    value[len] = '\0';
}

static void put_parts(hxp_figure *figure, const draft *made)
{
    size_t digit = 0;
    for (size_t i = 0; i < made->count; i++) {
        unsigned part = 0;
        for (size_t k = 0; k < made->lengths[i]; k++, digit++)
            part = part < 100000000
                       ? part * 10 + (unsigned)(made->digits[digit] - '0')
                       : part;
        figure->parts[i] = part;
    }
    figure->part_count = made->count;
}

/* --- Finding -------------------------------------------------------------- */

/** True when what stands before byte at makes digits there no number. */
static bool is_inside(hxp_str text, size_t at)
{
    if (at == 0)
        return false;
    int32_t c = hxp_utf8_previous(text, &at);
    return c == '_' ||
           (hxp_char_is_alnum(c) && hxp_char_digit(c) < 0 && c < 0x2E80);
}

/** True when a point without a digit before it stands before byte at: .5 */
static bool is_fraction(hxp_str text, size_t at)
{
    return at > 0 && text.ptr[at - 1] == '.' &&
           (at == 1 || !hxp_char_is_alnum((unsigned char)text.ptr[at - 2]));
}

/** Read the number at byte at, which moves behind it. */
static bool read_figure(hxp_figure *figure, hxp_str text, size_t *at,
                        const hxp_numerals *numerals)
{
    draft made = { .count = 0 };
    *figure = (hxp_figure){ .start = *at };
    bool whole = take_part(&made, text, at);
    while (whole && *at < text.len) {
        size_t behind = *at;
        int32_t c = hxp_utf8_next(text, &behind);
        if (!joins(&made, text, behind, c, numerals))
            break;
        made.marks[made.count] = unify(c);
        *at = behind;
        whole = take_part(&made, text, at);
    }
    figure->end = *at;
    if (!whole)
        return false;
    if (made.count == 1)
        put_value(figure->values[0], &made, 0);
    else if (read_usual(figure->values[0], &made, numerals))
        figure->grouped = made.marks[1] != hxp_numerals_decimal(numerals);
    else
        read_other(figure, &made);
    if (figure->values[0][0] == '\0')
        put_raw(figure->values[0], &made);
    put_parts(figure, &made);
    if (made.count == 1 && is_fraction(text, figure->start) &&
        made.digit_count < sizeof made.digits) {
        memmove(made.digits + 1, made.digits, made.digit_count++);
        made.digits[0] = '0';
        put_value(figure->values[1], &made, made.digit_count - 1);
    }
    return true;
}

/** The byte behind "&#176;" or "&#xB0;", whose number is at byte at; or 0. */
static size_t reference_end(hxp_str text, size_t at)
{
    size_t start = at > 0 && (text.ptr[at - 1] | 0x20) == 'x' ? at - 1 : at;
    if (start < 2 || text.ptr[start - 1] != '#' || text.ptr[start - 2] != '&')
        return 0;
    while (at < text.len && (hxp_ascii_digit(text.ptr[at]) ||
                             strchr("abcdefABCDEF", text.ptr[at])))
        at++;
    return at < text.len && text.ptr[at] == ';' ? at + 1 : 0;
}

bool hxp_figures_find(hxp_figures *figures, const hxp_check_side *side,
                      const hxp_numerals *numerals)
{
    hxp_str text = hxp_check_text(side);
    unsigned kinds = HXP_SIGN_DIGIT | HXP_SIGN_PLACEHOLDER | HXP_SIGN_ANGLE |
                     HXP_SIGN_BEYOND;
    if (hxp_may_have_url(side))
        kinds |= HXP_SIGN_LETTER;
    figures->count = 0;
    for (size_t at = 0; (at = hxp_sign_next(text, at, kinds)) < text.len;) {
        size_t behind = at, token = hxp_token_end(text, at);
        if (token == 0)
            token = hxp_doubtful_placeholder_end(text, at);
        if (token > at) {
            at = token;
            continue;
        }
        int32_t c = hxp_utf8_next(text, &behind);
        size_t reference = reference_end(text, at);
        if (hxp_char_digit(c) < 0 || reference > at) {
            at = reference > at ? reference : behind;
            continue;
        }
        bool inside = is_inside(text, at);
        if (figures->count == HXP_FIGURES)
            return false;
        hxp_figure *figure = &figures->items[figures->count];
        if (!read_figure(figure, text, &at, numerals))
            return false;
        figure->inside = inside;
        figures->count++;
    }
    return true;
}

bool hxp_figure_equal(const hxp_figure *a, const hxp_figure *b)
{
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < 2; k++)
            if (a->values[i][0] && strcmp(a->values[i], b->values[k]) == 0)
                return true;
    return false;
}

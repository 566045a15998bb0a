/* said.c - the ways in which texts say a number. */
#include "check/said.h"

#include "base/str.h"
#include "check/phones.h"
#include "text/utf8.h"

enum { DIGITS = 9 }; /* of a number that an unsigned holds */

/** True when the number alone, without marks in it, is in other. */
static bool has_whole(const hxp_number_side *other, unsigned number)
{
    for (size_t i = 0; i < other->figures.count; i++)
        if (other->figures.items[i].part_count == 1 &&
            other->figures.items[i].parts[0] == number)
            return true;
    return false;
}

/** True when a number, or the first part of one such as 15.30, is hour. */
static bool starts_hour(const hxp_number_side *side, unsigned hour)
{
    for (size_t i = 0; i < side->figures.count; i++)
        if (side->figures.items[i].parts[0] == hour)
            return true;
    return false;
}

/** True when other says the hour number as a clock of 12 or 24 hours does. */
static bool has_hour(const hxp_number_side *own, const hxp_number_side *other,
                     unsigned number)
{
    if (own->clock)
        return number <= 12 && (starts_hour(other, number % 12 + 12) ||
                                (number == 12 && starts_hour(other, 0)));
    return other->clock && number <= 24 &&
           starts_hour(other, number % 12 ? number % 12 : 12);
}

/** True when other says in words the hour that number is after noon. */
static hxp_status is_afternoon(bool *is, unsigned number,
                               const hxp_number_side *own,
                               const hxp_number_side *other, hxp_error *error)
{
    *is = false;
    return own->clock && number <= 12
               ? hxp_numerals_spelled(is, other->language->numerals,
                                      number % 12 + 12, other->text, error)
               : HXP_OK;
}

/** True when the parts of a date or a time stand in other as numbers. */
static hxp_status has_parts(bool *has, const hxp_figure *figure,
                            const hxp_number_side *own,
                            const hxp_number_side *other, hxp_error *error)
{
    hxp_status status = HXP_OK;
    *has = figure->part_count > 1 && !figure->grouped;
    for (size_t i = 0; *has && status == HXP_OK && i < figure->part_count;
         i++) {
        unsigned part = figure->parts[i];
        *has = (i > 0 && part == 0) || has_whole(other, part) ||
               (i == 0 && has_hour(own, other, part));
        if (!*has)
            status = hxp_numerals_spelled(has, other->language->numerals, part,
                                          other->text, error);
        if (!*has && status == HXP_OK && i == 0)
            status = is_afternoon(has, part, own, other, error);
    }
    return status;
}

/** True when figure is a part of one in other whose parts are in own. */
static hxp_status is_part(bool *is, const hxp_figure *figure,
                          const hxp_number_side *own,
                          const hxp_number_side *other, hxp_error *error)
{
    hxp_status status = HXP_OK;
    *is = false;
    for (size_t i = 0; status == HXP_OK && !*is && i < other->figures.count;
         i++) {
        const hxp_figure *whole = &other->figures.items[i];
        bool in = false;
        for (size_t k = 0; k < whole->part_count; k++)
            in |= whole->part_count > 1 && whole->parts[k] == figure->parts[0];
        if (in)
            status = has_parts(is, whole, other, own, error);
    }
    return status;
}

static unsigned roman_digit(char c)
{
    static const char digits[] = "IVXLCDM";
    static const unsigned values[] = { 1, 5, 10, 50, 100, 500, 1000 };
    const char *at = c ? strchr(digits, c) : NULL;
    return at ? values[at - digits] : 0;
}

/**
 * True when the Roman numeral at bytes start to end is a word, or has but the
 * ending of an ordinal: "XIVe", "IIde", "Ier". Words begin with one: "Van".
 */
static bool is_roman_word(hxp_str text, size_t start, size_t end)
{
    enum { LONGEST_ENDING = 3, APART = 0x2E80 /* Chinese and the like */ };
    size_t at = end, letters = 0;
    for (size_t behind = end; behind < text.len; letters++, at = behind) {
        int32_t c = hxp_utf8_next(text, &behind);
        if (!hxp_char_is_alnum(c) || c >= APART)
            break;
    }
    hxp_str ending = hxp_str_part(text, end, at);
    if (letters == 0 || end - start > 1)
        return letters <= LONGEST_ENDING;
    char one = text.ptr[start];
    bool first = hxp_str_is(ending, "er") || hxp_str_is(ending, "re");
    return (one == 'I' && first) ||
           (strchr("IVX", one) && hxp_str_is(ending, "e"));
}

/** True when text has number in Roman numerals, in capitals. */
static bool has_roman(hxp_str text, unsigned number)
{
    for (size_t at = 0; number > 0 && at < text.len; at++) {
        unsigned value = 0, digit;
        size_t start = at;
        if (at > 0 && hxp_char_is_alnum((unsigned char)text.ptr[at - 1]))
            continue;
        for (; at < text.len && (digit = roman_digit(text.ptr[at])) > 0; at++) {
            unsigned next =
                at + 1 < text.len ? roman_digit(text.ptr[at + 1]) : 0;
            value = next > digit ? value - digit : value + digit;
        }
        if (value == number && is_roman_word(text, start, at))
            return true;
    }
    return false;
}

/** True when other has the same years: 90 for 1990, 15 for 2015. */
static bool has_years(const hxp_number_side *other, unsigned number)
{
    for (size_t i = 0; i < other->figures.count; i++) {
        const hxp_figure *figure = &other->figures.items[i];
        unsigned there = figure->parts[0];
        if (figure->part_count == 1 &&
            (number < 100
                 ? there >= 1000 && there < 2100 && there % 100 == number
                 : number >= 1000 && number < 2100 && there < 100 &&
                       number % 100 == there))
            return true;
    }
    return false;
}

/** True when other says the decade of a year in words: the nineties. */
static hxp_status is_decade(bool *is, unsigned number,
                            const hxp_number_side *other, hxp_error *error)
{
    *is = false;
    if (number < 1000 || number >= 2100 || number % 10 != 0 ||
        number % 100 < 20)
        return HXP_OK;
    return hxp_numerals_spelled(is, other->language->numerals, number % 100,
                                other->text, error);
}

/** True when figure is the "00" of a time. */
static bool is_full_hour(const hxp_figure *figure, hxp_str text)
{
    return figure->parts[0] == 0 && figure->end - figure->start == 2 &&
           figure->start > 0 &&
           strchr(":h.", text.ptr[figure->start - 1]) != NULL;
}

/**
 * Read the two numbers with sign between that figure is one of: of a time, or
 * a fraction. False: there is but one.
 */
static bool read_pair(unsigned numbers[2], const hxp_figure *figure,
                      const hxp_number_side *own, char sign)
{
    const hxp_figure *items = own->figures.items;
    const hxp_figure *first = figure;
    if (figure > items && own->text.ptr[figure->start - 1] == sign)
        first--;
    const hxp_figure *second = first + 1;
    if (second == items + own->figures.count ||
        first->end + 1 != second->start || own->text.ptr[first->end] != sign)
        return false;
    numbers[0] = first->parts[0];
    numbers[1] = second->parts[0];
    return first->part_count == 1 && second->part_count == 1;
}

/** Read a character that is a fraction, such as a half; false: it is none. */
static bool read_vulgar(unsigned numbers[2], int32_t c)
{
    static const struct {
        int32_t c;
        unsigned char numbers[2];
    } vulgar[] = {
        { 0xBC, { 1, 4 } },   { 0xBD, { 1, 2 } },   { 0xBE, { 3, 4 } },
        { 0x2150, { 1, 7 } }, { 0x2151, { 1, 9 } }, { 0x2152, { 1, 10 } },
        { 0x2153, { 1, 3 } }, { 0x2154, { 2, 3 } }, { 0x2155, { 1, 5 } },
        { 0x2156, { 2, 5 } }, { 0x2157, { 3, 5 } }, { 0x2158, { 4, 5 } },
        { 0x2159, { 1, 6 } }, { 0x215A, { 5, 6 } }, { 0x215B, { 1, 8 } },
        { 0x215C, { 3, 8 } }, { 0x215D, { 5, 8 } }, { 0x215E, { 7, 8 } }
    };
    for (size_t i = 0; i < sizeof vulgar / sizeof *vulgar; i++) {
        if (vulgar[i].c != c)
            continue;
        numbers[0] = vulgar[i].numbers[0];
        numbers[1] = vulgar[i].numbers[1];
        return true;
    }
    return false;
}

/** True when text has the fraction of numbers as one character. */
static bool has_vulgar(hxp_str text, const unsigned numbers[2])
{
    unsigned there[2];
    for (size_t at = 0; (at = hxp_ascii_end(text, at)) < text.len;)
        if (read_vulgar(there, hxp_utf8_next(text, &at)) &&
            there[0] == numbers[0] && there[1] == numbers[1])
            return true;
    return false;
}

/** True when other says the fraction that figure is part of, or a half. */
static hxp_status is_half_said(bool *said, const hxp_figure *figure,
                               const hxp_number_side *own,
                               const hxp_number_side *other, hxp_error *error)
{
    unsigned numbers[2];
    bool pair = read_pair(numbers, figure, own, '/');
    *said = pair && has_vulgar(other->text, numbers);
    return pair && !*said && numbers[0] == 1 && numbers[1] == 2
               ? hxp_numerals_listed(said, other->language->numerals,
                                     HXP_STR("0.5"), other->text, error)
               : HXP_OK;
}

/**
 * True when other says the time figure by halves and quarters of an hour, the
 * present one or, as in "halb drei", the next.
 */
static hxp_status is_clock_said(bool *said, const hxp_figure *figure,
                                const hxp_number_side *own,
                                const hxp_number_side *other, hxp_error *error)
{
    hxp_numerals *numerals = other->language->numerals;
    unsigned time[2] = { figure->parts[0], figure->parts[1] };
    hxp_status status = HXP_OK;
    *said = (figure->part_count == 2 || read_pair(time, figure, own, ':')) &&
            time[0] <= 24 && time[1] > 0 && time[1] < 60 && time[1] % 15 == 0;
    if (*said)
        status = hxp_numerals_listed(said, numerals,
                                     hxp_str_of(time[1] == 30 ? "0.5" : "0.25"),
                                     other->text, error);
    bool named = false;
    for (unsigned next = 0; *said && status == HXP_OK && !named && next < 2;
         next++) {
        unsigned number = (time[0] + next + 11) % 12 + 1;
        named = has_whole(other, number);
        if (!named)
            status = hxp_numerals_spelled(&named, numerals, number, other->text,
                                          error);
    }
    *said = *said && named;
    return status;
}

/**
 * True when other says figure, which has groups or a fraction, in words: "two
 * million", "one and a half".
 */
static hxp_status is_spelled(bool *said, const hxp_figure *figure,
                             const hxp_number_side *other, hxp_error *error)
{
    hxp_numerals *numerals = other->language->numerals;
    const char *value = figure->values[0];
    unsigned number = 0;
    for (size_t i = 0; value[i] >= '0' && value[i] <= '9' && i < DIGITS; i++)
        number = number * 10 + (unsigned)(value[i] - '0');
    *said = false;
    if (figure->part_count > 1 && strchr(value, '.'))
        return hxp_numerals_listed(said, numerals, hxp_str_of(value),
                                   other->text, error);
    return figure->grouped && strlen(value) <= DIGITS
               ? hxp_numerals_spelled(said, numerals, number, other->text,
                                      error)
               : HXP_OK;
}

/** True when other says figure, a number without marks, in some way. */
static hxp_status is_whole_said(bool *said, const hxp_figure *figure,
                                const hxp_number_side *own,
                                const hxp_number_side *other, hxp_error *error)
{
    unsigned number = figure->parts[0];
    hxp_status status = HXP_OK;
    *said = figure->part_count == 1 &&
            (has_roman(other->text, number) || has_years(other, number) ||
             has_hour(own, other, number) || is_full_hour(figure, own->text));
    if (*said || figure->part_count > 1)
        return HXP_OK;
    status = hxp_numerals_spelled(said, other->language->numerals, number,
                                  other->text, error);
    if (!*said && status == HXP_OK)
        status = is_afternoon(said, number, own, other, error);
    if (!*said && status == HXP_OK)
        status = is_decade(said, number, other, error);
    if (!*said && status == HXP_OK)
        status = is_part(said, figure, own, other, error);
    return status;
}

/** True when other says the number figure in another way than in figures. */
static hxp_status is_said(bool *said, const hxp_figure *figure,
                          const hxp_number_side *own,
                          const hxp_number_side *other, hxp_error *error)
{
    hxp_status status = has_parts(said, figure, own, other, error);
    if (!*said && status == HXP_OK)
        *said = hxp_phone_said(figure, own, other);
    if (!*said && status == HXP_OK)
        status = is_spelled(said, figure, other, error);
    if (!*said && status == HXP_OK)
        status = is_clock_said(said, figure, own, other, error);
    if (!*said && status == HXP_OK)
        status = is_half_said(said, figure, own, other, error);
    if (!*said && status == HXP_OK)
        status = is_whole_said(said, figure, own, other, error);
    return status;
}

/**
 * True when other has figure; with a multiple, that has to be there too, as
 * far as its language's are known.
 */
static bool has_equal(const hxp_figure *figure, const hxp_number_side *own,
                      const hxp_number_side *other)
{
    unsigned zeros = 0;
    bool known = other->language->measures.multiples.words.count > 0;
    for (size_t i = 0, met = 0; i < other->figures.count; i++) {
        const hxp_figure *there = &other->figures.items[i];
        if (!hxp_figure_equal(figure, there))
            continue;
        if (met++ == 0)
            zeros = hxp_number_measure(figure, own).zeros;
        unsigned others = hxp_number_measure(there, other).zeros;
        if (zeros == others || !known ||
            (zeros == 0 && own->language->measures.multiples.words.count == 0))
            return true;
    }
    return false;
}

/** Write the value of figure with zeros more zeros: 1.5 and 6 are 1500000. */
static void multiply(char *value, const hxp_figure *figure, unsigned zeros)
{
    const char *from = figure->values[0];
    const char *dot = strchr(from, '.');
    size_t len = 0;
    for (; *from && *from != '.'; from++)
        value[len++] = *from;
    for (from = dot ? dot + 1 : ""; zeros > 0; zeros--)
        value[len++] = (char)(*from ? *from++ : '0');
    if (*from)
        value[len++] = '.';
    while (*from)
        value[len++] = *from++;
    value[len] = '\0';
}

/** True when other has figure times what stands behind it. */
static bool has_product(const hxp_figure *figure, const hxp_number_side *own,
                        const hxp_number_side *other)
{
    enum { ROOM = HXP_FIGURE_SIZE + 128 };
    char value[ROOM], there[ROOM];
    multiply(value, figure, hxp_number_measure(figure, own).zeros % 100);
    for (size_t i = 0; i < other->figures.count; i++) {
        const hxp_figure *one = &other->figures.items[i];
        multiply(there, one, hxp_number_measure(one, other).zeros % 100);
        const char *from = value;
        while (from[0] == '0' && from[1] != '.' && from[1] != '\0')
            from++;
        const char *to = there;
        while (to[0] == '0' && to[1] != '.' && to[1] != '\0')
            to++;
        if (strcmp(from, to) == 0)
            return true;
    }
    return false;
}

/**
 * True when other has figure to the letter: a fraction that nobody localised,
 * as in versions, formulas and code.
 */
static bool is_copied(const hxp_figure *figure, const hxp_number_side *own,
                      const hxp_number_side *other)
{
    hxp_str text = hxp_str_part(own->text, figure->start, figure->end);
    for (size_t i = 0; i < other->figures.count; i++) {
        const hxp_figure *there = &other->figures.items[i];
        hxp_str copy = hxp_str_part(other->text, there->start, there->end);
        if (hxp_str_equal(text, copy) &&
            (strchr(figure->values[0], '.') || strchr(there->values[0], '.')) &&
            memchr(text.ptr, '.', text.len))
            return true;
    }
    return false;
}

hxp_str hxp_number_letters(const hxp_figure *figure, const hxp_number_side *own)
{
    size_t start = figure->start, before = start;
    while (start > 0) {
        int32_t c = hxp_utf8_previous(own->text, &before);
        if (!hxp_char_is_alnum(c) || hxp_char_digit(c) >= 0)
            break;
        start = before;
    }
    return hxp_str_part(own->text, start, figure->start);
}

/** True when other has the word that figure is inside of with other numbers. */
static bool has_word(const hxp_figure *figure, const hxp_number_side *own,
                     const hxp_number_side *other)
{
    hxp_str letters = hxp_number_letters(figure, own);
    for (size_t i = 0; letters.len > 0 && i < other->figures.count; i++) {
        const hxp_figure *there = &other->figures.items[i];
        if (there->inside &&
            hxp_str_equal(letters, hxp_number_letters(there, other)))
            return true;
    }
    return false;
}

hxp_status hxp_number_said(bool *said, const hxp_figure *figure,
                           const hxp_number_side *own,
                           const hxp_number_side *other, hxp_error *error)
{
    *said = (figure->inside && !has_word(figure, own, other)) ||
            has_equal(figure, own, other) || has_product(figure, own, other) ||
            is_copied(figure, own, other);
    return *said ? HXP_OK : is_said(said, figure, own, other, error);
}

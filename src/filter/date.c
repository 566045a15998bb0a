/* date.c - reads dates and finds those of a unit. */
#include "filter/date.h"

#include "base/str.h"

enum { DAY = 8, MINUTE = 12, SECOND = 14 }; /* digits of a date down to it */

/** Keep the digits of text, at most SECOND; -1 when it has other signs. */
static int keep_digits(char digits[SECOND], hxp_str text)
{
    int count = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool digit = c >= '0' && c <= '9';
        if (digit ? count == SECOND : (c == '\0' || !strchr("-:TZ ", c)))
            return -1;
        if (digit)
            digits[count++] = c;
    }
    return count;
}

static int number(const char *digits, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++)
        value = value * 10 + (digits[i] - '0');
    return value;
}

/** Days from 1970-01-01 to a day; years begin in March, behind leap days. */
static int64_t days_to(int year, int month, int day)
{
    int64_t y = month > 2 ? year : year - 1;
    int64_t m = month > 2 ? month - 3 : month + 9;
    return y * 365 + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day -
           719469;
}

bool hxp_date_read(int64_t *seconds, hxp_str text)
{
    char digits[SECOND] = "00000000000000";
    int count = keep_digits(digits, text);
    if (count != DAY && count != MINUTE && count != SECOND)
        return false;
    int month = number(digits + 4, 2), day = number(digits + 6, 2);
    int hour = number(digits + 8, 2), minute = number(digits + 10, 2);
    int second = number(digits + 12, 2);
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 ||
        minute > 59 || second > 60)
        return false;
    int64_t days = days_to(number(digits, 4), month, day);
    *seconds = ((days * 24 + hour) * 60 + minute) * 60 + second;
    return true;
}

/** Take the dates of an element in; found: there are some already. */
static bool add_dates(hxp_dates *dates, const hxp_attributes *attributes,
                      bool found)
{
    static const char *const names[] = { "creationdate", "changedate" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const hxp_str *value = hxp_attributes_value(attributes, names[i]);
        int64_t date;
        if (!value || !hxp_date_read(&date, *value))
            continue;
        if (!found || date < dates->oldest)
            dates->oldest = date;
        if (!found || date > dates->newest)
            dates->newest = date;
        found = true;
    }
    return found;
}

bool hxp_unit_dates(hxp_dates *dates, const hxp_unit *unit)
{
    bool found = add_dates(dates, &unit->attributes, false);
    for (size_t i = 0; i < unit->variant_count; i++)
        found = add_dates(dates, &unit->variants[i].attributes, found);
    return found;
}

/* tmx_date.c - dates of ISO 8601 as TMX writes them, in UTC. */
#include "formats/tmx/tmx_date.h"

#include "base/str.h"

#include <stdio.h>

/** Cut count digits off the start of *text; false: there are not as many. */
static bool take_number(int *number, hxp_str *text, size_t count)
{
    *number = 0;
    if (text->len < count)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (text->ptr[i] < '0' || text->ptr[i] > '9')
            return false;
        *number = *number * 10 + (text->ptr[i] - '0');
    }
    *text = hxp_str_part(*text, count, text->len);
    return true;
}

/** Cut one of the characters off the start of *text if it is there. */
static bool take_one(hxp_str *text, const char *characters)
{
    if (text->len == 0)
        return false;
    while (*characters && *characters != text->ptr[0])
        characters++;
    if (!*characters)
        return false;
    *text = hxp_str_part(*text, 1, text->len);
    return true;
}

static int days_of(int year, int month)
{
    static const int days[] = {
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
    };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

typedef struct moment {
    int year, month, day, hour, minute, second;
} moment;

static bool can_be(const moment *t)
{
    return t->month >= 1 && t->month <= 12 && t->day >= 1 &&
           t->day <= days_of(t->year, t->month) && t->hour <= 23 &&
           t->minute <= 59 && t->second <= 60;
}

/** Read "20200131T080000" or "2020-01-31 08:00:00.123". */
static bool take_moment(moment *t, hxp_str *text)
{
    if (!take_number(&t->year, text, 4))
        return false;
    take_one(text, "-");
    if (!take_number(&t->month, text, 2))
        return false;
    take_one(text, "-");
    if (!take_number(&t->day, text, 2) || !take_one(text, "Tt ") ||
        !take_number(&t->hour, text, 2))
        return false;
    take_one(text, ":");
    if (!take_number(&t->minute, text, 2))
        return false;
    take_one(text, ":");
    if (!take_number(&t->second, text, 2))
        return false;
    if (take_one(text, ".,"))
        while (take_one(text, "0123456789"))
            continue;
    return can_be(t);
}

/** Read "Z", "+02:00", "-0530" or "+01": minutes to the east. */
static bool take_zone(int *east, hxp_str *text)
{
    int hours, minutes = 0;
    *east = 0;
    if (take_one(text, "Zz"))
        return true;
    bool west = text->len > 0 && text->ptr[0] == '-';
    if (!take_one(text, "+-") || !take_number(&hours, text, 2))
        return false;
    take_one(text, ":");
    if (text->len > 0 && !take_number(&minutes, text, 2))
        return false;
    *east = (west ? -1 : 1) * (hours * 60 + minutes);
    return hours <= 14 && minutes <= 59;
}

/** Move the moment by minutes, less than a day's worth. */
static void shift(moment *t, int minutes)
{
    int sum = t->hour * 60 + t->minute + minutes;
    if (sum < 0 && --t->day == 0) {
        t->month = t->month == 1 ? 12 : t->month - 1;
        t->year -= t->month == 12;
        t->day = days_of(t->year, t->month);
    }
    if (sum >= 1440 && ++t->day > days_of(t->year, t->month)) {
        t->day = 1;
        t->month = t->month == 12 ? 1 : t->month + 1;
        t->year += t->month == 1;
    }
    sum = (sum + 1440) % 1440;
    t->hour = sum / 60;
    t->minute = sum % 60;
}

bool hxp_tmx_date(char date[HXP_TMX_DATE_SIZE], hxp_str text)
{
    moment t;
    int east;
    char room[80];
    text = hxp_str_trim(text);
    if (!take_moment(&t, &text) || !take_zone(&east, &text) || text.len > 0)
        return false;
    shift(&t, -east);
    if (t.year < 0 || t.year > 9999)
        return false;
    snprintf(room, sizeof room, "%04d%02d%02dT%02d%02d%02dZ", t.year, t.month,
             t.day, t.hour, t.minute, t.second);
    memcpy(date, room, HXP_TMX_DATE_SIZE);
    return true;
}

bool hxp_tmx_is_date(hxp_str text)
{
    moment t;
    return text.len == HXP_TMX_DATE_SIZE - 1 && text.ptr[8] == 'T' &&
           text.ptr[15] == 'Z' && take_moment(&t, &text) && text.len == 1;
}

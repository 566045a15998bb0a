/* tmx_date.h - dates as TMX writes them. */
#ifndef FORMATS_TMX_DATE_H
#define FORMATS_TMX_DATE_H

#include <hexapla/base.h>

enum { HXP_TMX_DATE_SIZE = 17 };

/** True for YYYYMMDDThhmmssZ with numbers that can be. */
bool hxp_tmx_is_date(hxp_str text);

/**
 * Write a date that has a time and states its zone, such as
 * "2020-01-31T08:00:00+02:00", as TMX wants it: "20200131T060000Z"; blanks
 * around do not count. False when text is no such date.
 */
bool hxp_tmx_date(char date[HXP_TMX_DATE_SIZE], hxp_str text);

#endif

/* decimal.h - numbers as text, the same in every locale. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <hexapla/base.h>

enum { HXP_DECIMAL_SIZE = 40 };

/**
 * Write number with digits (0 to 9) behind the point into text, which holds
 * HXP_DECIMAL_SIZE bytes; rounds half away from zero. Infinite numbers,
 * NaN and those beyond 10^(18 - digits) are written as 0. Returns text.
 */
const char *hxp_decimal(char *text, double number, int digits);

/**
 * Read a number such as "3", "0.25" or "-1.5", white space around it passed
 * over. False when text is none, or is beyond 10^15.
 */
bool hxp_decimal_read(double *number, hxp_str text);

#endif

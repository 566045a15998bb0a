/* decimal.c - fixed point by integers: printf would ask the locale. */
#include "base/decimal.h"

#include <stdio.h>

const char *hxp_decimal(char *text, double number, int digits)
{
    unsigned long long scale = 1;
    for (int i = 0; i < digits; i++)
        scale *= 10;
    double scaled = (number < 0 ? -number : number) * (double)scale + 0.5;
    if (!(scaled < 1e18)) {
        number = 0;
        scaled = 0;
    }
    unsigned long long value = (unsigned long long)scaled;
    const char *sign = number < 0 && value > 0 ? "-" : "";
    int len = snprintf(text, HXP_DECIMAL_SIZE, "%s%llu", sign, value / scale);
    if (digits > 0)
        text[len++] = '.';
    for (value %= scale; digits > 0; digits--) {
        scale /= 10;
        text[len++] = (char)('0' + value / scale);
        value %= scale;
    }
    text[len] = '\0';
    return text;
}

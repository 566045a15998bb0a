/* decimal.c - fixed point by integers: printf would ask the locale. */
#include "base/decimal.h"

#include "base/str.h"

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

bool hxp_decimal_read(double *number, hxp_str text)
{
    double value = 0, scale = 1;
    bool point = false, digits = false;
    text = hxp_str_trim(text);
    bool negative = text.len > 0 && text.ptr[0] == '-';
    for (size_t i = negative ? 1 : 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9')
            return false;
        digits = true;
        if (point && scale >= 1e9)
            continue;
        value = value * 10 + (c - '0');
        scale = point ? scale * 10 : scale;
        if (value / scale > 1e15)
            return false;
    }
    *number = negative ? -value / scale : value / scale;
    return digits;
}

/* symbol_font.h - what the characters of fonts with an order of their own are.
 */
#ifndef FORMATS_SYMBOL_FONT_H
#define FORMATS_SYMBOL_FONT_H

#include <hexapla/base.h>

/**
 * The character that stands at code, in hexadecimal digits, in font: of Symbol
 * and the usual ones of Wingdings; of other fonts that with this code, unless
 * it is for private use. 0: not known.
 */
int32_t hxp_symbol_of_font(hxp_str font, hxp_str code);

#endif

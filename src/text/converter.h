/* converter.h - ICU's converters, for text/ alone. */
#ifndef TEXT_CONVERTER_H
#define TEXT_CONVERTER_H

#include <unicode/ucnv.h>

/**
 * Open a converter that stops at bytes it cannot convert; NULL: there is no
 * such encoding, or *code is U_MEMORY_ALLOCATION_ERROR. ucnv_close() ends it.
 */
UConverter *hxp_converter_open(const char *encoding, UErrorCode *code);

#endif

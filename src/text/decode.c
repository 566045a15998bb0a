/* decode.c - transcoding by ICU's converters. */
#include "text/decode.h"

#include "base/error.h"
#include "base/str.h"
#include "text/converter.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <unicode/ustring.h>

enum { UNITS = 4096 }; /* UTF-16 units a round */

static const struct {
    const char *encoding;
    hxp_str mark;
} marks[] = {
    { "UTF-8", { "\xEF\xBB\xBF", 3 } },
    { "UTF-32LE", { "\xFF\xFE\0\0", 4 } }, /* before UTF-16LE: same start */
    { "UTF-32BE", { "\0\0\xFE\xFF", 4 } },
    { "UTF-16LE", { "\xFF\xFE", 2 } },
    { "UTF-16BE", { "\xFE\xFF", 2 } },
};

const char *hxp_encoding_of_mark(hxp_str bytes, size_t *length)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (hxp_str_starts(bytes, marks[i].mark)) {
            *length = marks[i].mark.len;
            return marks[i].encoding;
        }
    }
    *length = 0;
    return NULL;
}

UConverter *hxp_converter_open(const char *encoding, UErrorCode *code)
{
    *code = U_ZERO_ERROR;
    if (encoding[0] == '\0')
        return NULL;
    UConverter *converter = ucnv_open(encoding, code);
    if (U_FAILURE(*code))
        return NULL;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL,
                        code);
    return converter;
}

struct hxp_decoder {
    UConverter *converter;
    const char *encoding;
    bool begun;   /* a byte order mark is none any more */
    UChar half;   /* the first of a pair, which waits for the second; or 0 */
    size_t taken; /* bytes so far */
};

/** Append UTF-16 units as UTF-8, without a byte order mark at the start. Fails
 * with HXP_EINPUT where one is half of a pair. */
static hxp_status add_units(hxp_decoder *decoder, hxp_buffer *utf8,
                            const UChar *units, int32_t count)
{
    char bytes[UNITS * 3];
    int32_t len = 0;
    UErrorCode code = U_ZERO_ERROR;
    if (count == 0)
        return HXP_OK;
    /* ICU filled them.
     * NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult) */
    if (!decoder->begun && units[0] == 0xFEFF) {
        units++;
        count--;
    }
    decoder->begun = true;
    u_strToUTF8(bytes, (int32_t)sizeof bytes, &len, units, count, &code);
    if (U_FAILURE(code))
        return HXP_EINPUT;
    return hxp_buffer_add(utf8, (hxp_str){ bytes, (size_t)len }) ? HXP_OK
                                                                 : HXP_ENOMEM;
}

/** Say which byte is not valid; count bytes have been taken now. */
static hxp_status refuse(hxp_decoder *decoder, size_t count, size_t *at,
                         hxp_error *error)
{
    char invalid[16] = { 0 };
    int8_t len = (int8_t)sizeof invalid;
    UErrorCode code = U_ZERO_ERROR;
    ucnv_getInvalidChars(decoder->converter, invalid, &len, &code);
    *at = decoder->taken + count - (size_t)len;
    return hxp_fail(error, HXP_EINPUT, "byte 0x%02X is not valid in %s",
                    (unsigned char)invalid[0], decoder->encoding);
}

/** Say that half of a character is not valid; some encodings can write it. */
static hxp_status refuse_half(const hxp_decoder *decoder, size_t count,
                              size_t *at, hxp_error *error)
{
    *at = decoder->taken + (count > 0 ? count - 1 : 0);
    return hxp_fail(error, HXP_EINPUT, "half of a character is not valid in %s",
                    decoder->encoding);
}

hxp_status hxp_decoder_add(hxp_decoder *decoder, hxp_buffer *utf8,
                           hxp_str bytes, size_t *at, hxp_error *error)
{
    UChar units[UNITS];
    const char *from = bytes.ptr, *end = bytes.ptr + bytes.len;
    bool last = bytes.len == 0;
    UErrorCode code = U_BUFFER_OVERFLOW_ERROR;
    while (code == U_BUFFER_OVERFLOW_ERROR) {
        units[0] = decoder->half;
        UChar *to = units + (decoder->half != 0);
        code = U_ZERO_ERROR;
        ucnv_toUnicode(decoder->converter, &to, units + UNITS, &from, end, NULL,
                       last, &code);
        bool more = code == U_BUFFER_OVERFLOW_ERROR || !last;
        decoder->half = more && to > units && U16_IS_LEAD(to[-1]) ? *--to : 0;
        hxp_status status =
            add_units(decoder, utf8, units, (int32_t)(to - units));
        if (status == HXP_ENOMEM)
            return hxp_no_memory(error);
        if (status != HXP_OK)
            return refuse_half(decoder, (size_t)(from - bytes.ptr), at, error);
    }
    if (U_FAILURE(code))
        return refuse(decoder, (size_t)(from - bytes.ptr), at, error);
    decoder->taken += bytes.len;
    return HXP_OK;
}

hxp_status hxp_decoder_new(hxp_decoder **out, const char *encoding,
                           hxp_error *error)
{
    *out = NULL;
    UErrorCode code;
    UConverter *converter = hxp_converter_open(encoding, &code);
    if (!converter && code == U_MEMORY_ALLOCATION_ERROR)
        return hxp_no_memory(error);
    if (!converter)
        return hxp_fail(error, HXP_EINPUT, "no encoding is named \"%s\"",
                        encoding);
    hxp_decoder *decoder = calloc(1, sizeof *decoder);
    if (!decoder) {
        ucnv_close(converter);
        return hxp_no_memory(error);
    }
    decoder->converter = converter;
    decoder->encoding = encoding;
    *out = decoder;
    return HXP_OK;
}

void hxp_decoder_free(hxp_decoder *decoder)
{
    if (!decoder)
        return;
    ucnv_close(decoder->converter);
    free(decoder);
}

/** The case of UTF-8: nothing to convert, but the bytes are checked. */
static hxp_status copy_utf8(hxp_buffer *utf8, hxp_str bytes, size_t *at,
                            hxp_error *error)
{
    size_t skipped = hxp_str_starts(bytes, marks[0].mark) ? 3 : 0;
    *at = hxp_utf8_invalid(bytes);
    if (*at < bytes.len)
        return hxp_fail(error, HXP_EINPUT, "byte 0x%02X is not UTF-8",
                        (unsigned char)bytes.ptr[*at]);
    if (!hxp_buffer_add(utf8, hxp_str_part(bytes, skipped, bytes.len)))
        return hxp_no_memory(error);
    return HXP_OK;
}

hxp_status hxp_decode(hxp_buffer *utf8, hxp_str bytes, const char *encoding,
                      size_t *at, hxp_error *error)
{
    *at = bytes.len;
    if (ucnv_compareNames(encoding, "UTF-8") == 0)
        return copy_utf8(utf8, bytes, at, error);
    hxp_decoder *decoder;
    hxp_status status = hxp_decoder_new(&decoder, encoding, error);
    if (status != HXP_OK)
        return status;
    if (bytes.len > 0)
        status = hxp_decoder_add(decoder, utf8, bytes, at, error);
    if (status == HXP_OK)
        status = hxp_decoder_add(decoder, utf8, HXP_STR(""), at, error);
    hxp_decoder_free(decoder);
    return status;
}

bool hxp_decode_beginning(hxp_buffer *utf8, hxp_str bytes, const char *encoding)
{
    hxp_decoder *decoder;
    size_t at;
    if (hxp_decoder_new(&decoder, encoding, NULL) != HXP_OK)
        return false;
    bool valid = hxp_decoder_add(decoder, utf8, bytes, &at, NULL) == HXP_OK;
    hxp_decoder_free(decoder);
    return valid;
}

bool hxp_encoding_map(int map[256], const char *encoding)
{
    UErrorCode opening;
    UConverter *converter = hxp_converter_open(encoding, &opening);
    if (!converter)
        return false;
    bool single = ucnv_getMaxCharSize(converter) == 1;
    for (int i = 0; i < 256 && single; i++) {
        char byte = (char)i;
        const char *from = &byte;
        UChar units[4], *to = units;
        UErrorCode code = U_ZERO_ERROR;
        ucnv_resetToUnicode(converter);
        ucnv_toUnicode(converter, &to, units + 4, &from, from + 1, NULL, true,
                       &code);
        map[i] = U_SUCCESS(code) && to == units + 1 ? units[0] : -1;
    }
    ucnv_close(converter);
    return single;
}

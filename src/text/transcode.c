/* transcode.c - any encoding to UTF-8, piece by piece, by ICU. */
#include "text/transcode.h"

#include "base/array.h"
#include "base/error.h"
#include "base/source.h"
#include "base/str.h"
#include "text/converter.h"
#include "text/utf8.h"

#include <unicode/ustring.h>

#include <stdio.h>
#include <stdlib.h>

enum { BYTES = 4096, UNITS = 2 * BYTES };

typedef struct transcoder {
    hxp_byte_source source;
    hxp_input *input;
    UConverter *converter;
    hxp_invalid invalid;
    char encoding[64];
    char bytes[BYTES];
    const char *from, *end; /* what of bytes is still to be converted */
    bool last;              /* the input has no more */
    UChar units[UNITS];
    int32_t held;      /* units that wait for their second half: 0 or 1 */
    bool begun;        /* there was a first character */
    hxp_buffer utf8;   /* converted */
    size_t utf8_at;    /* what of it was handed out */
    hxp_place place;   /* behind utf8 */
    size_t bad_length; /* of the bytes that failed; 0: none */
    unsigned char bad; /* the first of them */
} transcoder;

/** Append count units, but for the first half of a pair at their end. */
static bool add_units(transcoder *self, int32_t count, bool whole)
{
    int32_t len = 0, start = 0;
    UErrorCode code = U_ZERO_ERROR;
    self->held = !whole && count > 0 && U16_IS_LEAD(self->units[count - 1]);
    count -= self->held;
    if (!self->begun && count > 0) {
        self->begun = true;
        start = self->units[0] == 0xFEFF;
    }
    size_t old = self->utf8.len, room = (size_t)(count - start) * 3 + 1;
    if (!hxp_buffer_reserve(&self->utf8, room))
        return false;
    u_strToUTF8WithSub(self->utf8.ptr + old, (int32_t)room, &len,
                       self->units + start, count - start, 0xFFFD, NULL, &code);
    self->utf8.len += (size_t)len;
    hxp_place_advance(&self->place, hxp_str_part(hxp_buffer_str(&self->utf8),
                                                 old, self->utf8.len));
    if (self->held)
        self->units[0] = self->units[count];
    return U_SUCCESS(code);
}

/** Convert some of the bytes; notes where it fails. */
static bool convert(transcoder *self)
{
    UErrorCode code = U_ZERO_ERROR;
    UChar *to = self->units + self->held;
    ucnv_toUnicode(self->converter, &to, self->units + UNITS, &self->from,
                   self->end, NULL, self->last, &code);
    bool failed = U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR;
    if (failed) {
        char bytes[32];
        int8_t len = (int8_t)sizeof bytes;
        UErrorCode ignored = U_ZERO_ERROR;
        ucnv_getInvalidChars(self->converter, bytes, &len, &ignored);
        self->bad_length = len > 0 ? (size_t)len : 1;
        self->bad = (unsigned char)bytes[0];
    }
    return add_units(self, (int32_t)(to - self->units),
                     failed || (self->last && self->from == self->end));
}

static hxp_status handle_invalid(transcoder *self, hxp_error *error)
{
    if (self->invalid == HXP_INVALID_FAILS)
        return hxp_fail_at(error, HXP_EINPUT, hxp_input_name(self->input),
                           self->place, "byte 0x%02X is not %s; try --encoding",
                           self->bad, self->encoding);
    self->bad_length = 0;
    if (!hxp_buffer_add(&self->utf8, HXP_STR(HXP_INVALID_BYTES)))
        return hxp_no_memory(error);
    return HXP_OK;
}

/** Get more bytes if there are none left. */
static hxp_status refill(transcoder *self, hxp_error *error)
{
    size_t got;
    if (self->from < self->end || self->last)
        return HXP_OK;
    hxp_status status =
        hxp_input_read(self->input, self->bytes, BYTES, &got, error);
    if (status != HXP_OK)
        return status;
    self->from = self->bytes;
    self->end = self->bytes + got;
    self->last = got == 0;
    return HXP_OK;
}

static hxp_status read_utf8(hxp_byte_source *source, void *buffer, size_t size,
                            size_t *got, hxp_error *error)
{
    transcoder *self = (transcoder *)source;
    hxp_status status = HXP_OK;
    bool ended = false;
    *got = 0;
    if (self->utf8_at == self->utf8.len)
        self->utf8.len = self->utf8_at = 0;
    while (status == HXP_OK && self->utf8.len == 0 && !ended) {
        if (self->bad_length > 0)
            status = handle_invalid(self, error);
        else
            status = refill(self, error);
        ended = self->last && self->from == self->end && self->bad_length == 0;
        if (status == HXP_OK && !convert(self))
            status = hxp_no_memory(error);
        ended = ended && self->bad_length == 0;
    }
    if (status != HXP_OK)
        return status;
    size_t left = self->utf8.len - self->utf8_at;
    *got = left < size ? left : size;
    if (*got > 0)
        memcpy(buffer, self->utf8.ptr + self->utf8_at, *got);
    self->utf8_at += *got;
    return HXP_OK;
}

static void close_transcoder(hxp_byte_source *source)
{
    transcoder *self = (transcoder *)source;
    ucnv_close(self->converter);
    hxp_buffer_free(&self->utf8);
    free(self);
}

hxp_status hxp_input_transcode(hxp_input **out, hxp_input *input,
                               const char *encoding, hxp_invalid invalid,
                               hxp_error *error)
{
    transcoder *self = calloc(1, sizeof *self);
    *out = NULL;
    if (!self)
        return hxp_no_memory(error);
    UErrorCode code;
    self->converter = hxp_converter_open(encoding, &code);
    if (!self->converter) {
        free(self);
        if (code == U_MEMORY_ALLOCATION_ERROR)
            return hxp_no_memory(error);
        return hxp_fail_at(error, HXP_EINPUT, hxp_input_name(input),
                           (hxp_place){ 0, 0, 0 },
                           "encoding \"%s\" is not known", encoding);
    }
    self->source = (hxp_byte_source){ read_utf8, close_transcoder };
    self->input = input;
    self->invalid = invalid;
    self->from = self->end = self->bytes;
    self->place = (hxp_place){ 1, 1, 1 };
    snprintf(self->encoding, sizeof self->encoding, "%s", encoding);
    return hxp_input_source(out, &self->source, hxp_input_name(input), error);
}

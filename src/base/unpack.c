/* unpack.c - inflates gzip by zlib and zstd by libzstd, piece by piece. */
#include "base/unpack.h"

#include "base/error.h"
#include "base/input.h"
#include "base/source.h"
#include "base/str.h"

#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

enum { PACKED = 1 << 14 };

typedef struct unpacker {
    hxp_byte_source source;
    hxp_input *input; /* packed */
    char bytes[PACKED];
    size_t at, len;     /* those of bytes not unpacked yet */
    bool within;        /* a member or frame has begun and not ended */
    bool whole;         /* one has ended */
    ZSTD_DStream *zstd; /* NULL: it is gzip */
    z_stream gzip;
} unpacker;

static hxp_status fail(const unpacker *self, const char *what, hxp_error *error)
{
    return hxp_fail_at(error, HXP_EINPUT, hxp_input_name(self->input),
                       (hxp_place){ 0, 0, 0 }, "the %s data %s",
                       self->zstd ? "zstd" : "gzip", what);
}

/** Unpack some into buffer; false: the data is damaged. */
static bool inflate_some(unpacker *self, void *buffer, size_t size, size_t *got)
{
    z_stream *gzip = &self->gzip;
    if (!self->within && inflateReset(gzip) != Z_OK)
        return false;
    gzip->next_in = (Bytef *)self->bytes + self->at;
    gzip->avail_in = (uInt)(self->len - self->at);
    gzip->next_out = buffer;
    gzip->avail_out = (uInt)size;
    int code = inflate(gzip, Z_NO_FLUSH);
    self->at = self->len - gzip->avail_in;
    *got = size - gzip->avail_out;
    self->within = code != Z_STREAM_END;
    self->whole = self->whole || !self->within;
    return code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR;
}

static bool decompress_some(unpacker *self, void *buffer, size_t size,
                            size_t *got)
{
    ZSTD_inBuffer from = { self->bytes, self->len, self->at };
    ZSTD_outBuffer to = { buffer, size, 0 };
    size_t code = ZSTD_decompressStream(self->zstd, &to, &from);
    self->at = from.pos;
    *got = to.pos;
    self->within = code != 0;
    self->whole = self->whole || !self->within;
    return !ZSTD_isError(code);
}

/** Have packed bytes if there are any; zeros behind the end, with which tapes
 * and disks are filled, do not count. */
static hxp_status fetch(unpacker *self, hxp_error *error)
{
    hxp_status status = HXP_OK;
    bool behind = self->whole && !self->within;
    do {
        if (self->at == self->len) {
            self->at = 0;
            status = hxp_input_read(self->input, self->bytes, PACKED,
                                    &self->len, error);
        }
        while (behind && self->at < self->len && self->bytes[self->at] == '\0')
            self->at++;
    } while (status == HXP_OK && self->at == self->len && self->len > 0);
    return status;
}

static hxp_status read_unpacked(hxp_byte_source *source, void *buffer,
                                size_t size, size_t *got, hxp_error *error)
{
    enum { MOST = 1 << 30 };
    unpacker *self = (unpacker *)source;
    size = size < MOST ? size : MOST;
    *got = 0;
    while (*got == 0) {
        hxp_status status = fetch(self, error);
        if (status != HXP_OK)
            return status;
        bool ended = self->len == 0, behind = self->whole && !self->within;
        if (ended && !self->within)
            return HXP_OK;
        bool sound = self->zstd ? decompress_some(self, buffer, size, got)
                                : inflate_some(self, buffer, size, got);
        if (!sound)
            return fail(self,
                        behind ? "is followed by something else" : "is damaged",
                        error);
        if (ended && *got == 0 && self->within)
            return fail(self, "ends too early", error);
    }
    return HXP_OK;
}

static void close_unpacker(hxp_byte_source *source)
{
    unpacker *self = (unpacker *)source;
    hxp_input_close(self->input);
    if (self->zstd)
        ZSTD_freeDStream(self->zstd);
    else
        inflateEnd(&self->gzip);
    free(self);
}

/** An unpacker of input, which stays the caller's; NULL: out of memory. */
static unpacker *new_unpacker(bool zstd)
{
    enum { GZIP_ONLY = 16 + MAX_WBITS };
    unpacker *self = calloc(1, sizeof *self);
    if (!self)
        return NULL;
    self->source = (hxp_byte_source){ read_unpacked, close_unpacker };
    if (zstd)
        self->zstd = ZSTD_createDStream();
    if (zstd ? self->zstd != NULL
             : inflateInit2(&self->gzip, GZIP_ONLY) == Z_OK)
        return self;
    free(self);
    return NULL;
}

hxp_status hxp_input_unpack(hxp_input **input, hxp_error *error)
{
    hxp_str head;
    hxp_input *packed = *input;
    hxp_status status = hxp_input_peek(packed, 4, &head, error);
    bool zstd = hxp_str_starts(head, HXP_STR("\x28\xB5\x2F\xFD"));
    if (status != HXP_OK ||
        (!zstd && !hxp_str_starts(head, HXP_STR("\x1F\x8B"))))
        return status;
    unpacker *self = new_unpacker(zstd);
    if (!self)
        return hxp_no_memory(error);
    status =
        hxp_input_source(input, &self->source, hxp_input_name(packed), error);
    if (status == HXP_OK)
        self->input = packed;
    else
        *input = packed;
    return status;
}

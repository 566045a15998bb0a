/* dictzip_make.c - a gzip header with the table, then flushed chunks. */
#include "dictzip_make.h"

#include "base/str.h"

#include <stdlib.h>
#include <zlib.h>

enum { ROOM = 1 << 16 };

static void put(hxp_buffer *out, const void *bytes, size_t len)
{
    if (!hxp_buffer_add(out, (hxp_str){ bytes, len }))
        abort();
}

static void put_number(hxp_buffer *out, size_t number)
{
    const unsigned char bytes[2] = { number & 0xFF, number >> 8 & 0xFF };
    put(out, bytes, 2);
}

void dictzip_make(hxp_buffer *out, hxp_str text, size_t chunk)
{
    static const char header[] = "\x1F\x8B\x08\x0C\0\0\0\0\0\x03";
    static unsigned char data[ROOM];
    hxp_buffer packed = { NULL, 0, 0 };
    size_t chunks = (text.len + chunk - 1) / chunk;
    z_stream stream = { 0 };
    put(out, header, sizeof header - 1);
    put_number(out, 10 + 2 * chunks);
    put(out, "RA", 2);
    put_number(out, 6 + 2 * chunks);
    put_number(out, 1);
    put_number(out, chunk);
    put_number(out, chunks);
    if (deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        abort();
    for (size_t i = 0; i < chunks; i++) {
        size_t left = text.len - i * chunk;
        stream.next_in = (z_const Bytef *)(uintptr_t)(text.ptr + i * chunk);
        stream.avail_in = (uInt)(left < chunk ? left : chunk);
        stream.next_out = data;
        stream.avail_out = ROOM;
        deflate(&stream, Z_FULL_FLUSH);
        put(&packed, data, ROOM - stream.avail_out);
        put_number(out, ROOM - stream.avail_out);
    }
    deflateEnd(&stream);
    put(out, "name", 5);
    put(out, packed.ptr, packed.len);
    hxp_buffer_free(&packed);
}

/* dictzip.c - reads the table of chunks in the header, inflates on demand. */
#include "base/dictzip.h"

#include "base/error.h"
#include "base/input.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum {
    HEADER = 10,    /* bytes of a gzip header, without what flags announce */
    EXTRA = 4,      /* flag: an extra field follows */
    NAME = 8,       /* flag: a name, up to a NUL */
    COMMENT = 16,   /* flag: a comment, up to a NUL */
    CHECK = 2,      /* flag: two bytes of check sum */
    TABLE_HEAD = 6, /* bytes before the sizes of the chunks */
    HEAD = 1 << 17, /* bytes that all of this and the table fit into */
    LIMIT = 1 << 30 /* of what can only be read whole */
};

struct hxp_dictzip {
    hxp_input *input;
    size_t size;
    hxp_buffer bytes; /* the head or, if parts cannot be read, all */
    bool whole;
    bool plain;
    size_t chunk_size; /* of a chunk when inflated; the last has less */
    size_t chunks;
    size_t *starts;   /* chunks + 1: where each begins in bytes */
    size_t held;      /* the chunk that is being inflated, or chunks: none */
    size_t held_size; /* of it, so far */
    z_stream stream;
    unsigned char *chunk;
    char *packed; /* room for a chunk as it stands in the file */
};

static hxp_status refuse(const hxp_dictzip *file, hxp_error *error,
                         const char *what)
{
    return hxp_fail_at(error, HXP_EINPUT, hxp_input_name(file->input),
                       (hxp_place){ 0, 0, 0 }, "%s", what);
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/** The number of two bytes at offset; 0 behind the end. */
static size_t number_at(hxp_str bytes, size_t offset)
{
    if (offset + 2 > bytes.len)
        return 0;
    return (size_t)(unsigned char)bytes.ptr[offset] |
           (size_t)(unsigned char)bytes.ptr[offset + 1] << 8;
}

/** Find the field of dictzip among the extra ones; 0: there is none. */
static size_t find_table(hxp_str bytes, size_t end)
{
    size_t at = HEADER + 2;
    while (at + 4 <= end) {
        if (bytes.ptr[at] == 'R' && bytes.ptr[at + 1] == 'A')
            return at + 4;
        at += 4 + number_at(bytes, at + 2);
    }
    return 0;
}

/** Pass over a text that ends with a NUL. */
static size_t behind_text(hxp_str bytes, size_t at)
{
    while (at < bytes.len && bytes.ptr[at] != '\0')
        at++;
    return at + 1;
}

/** Copy size bytes of the file from offset on, which are there. */
static hxp_status copy(const hxp_dictzip *file, char *to, size_t offset,
                       size_t size, hxp_error *error)
{
    if (!file->whole)
        return hxp_input_read_at(file->input, to, offset, size, error);
    if (size > 0)
        memcpy(to, file->bytes.ptr + offset, size);
    return HXP_OK;
}

/** Read the header, which is gzip's. */
static hxp_status read_header(hxp_dictzip *file, hxp_error *error)
{
    hxp_str bytes = hxp_buffer_str(&file->bytes);
    unsigned flags = bytes.len > HEADER ? (unsigned char)bytes.ptr[3] : 0;
    size_t at = HEADER + 2 + number_at(bytes, HEADER);
    size_t table = flags & EXTRA && at <= bytes.len ? find_table(bytes, at) : 0;
    file->chunk_size = number_at(bytes, table + 2);
    file->chunks = number_at(bytes, table + 4);
    if (table == 0 || file->chunk_size == 0 ||
        table + TABLE_HEAD + 2 * file->chunks > at)
        return refuse(file, error, "compressed, but not by dictzip");
    if (flags & NAME)
        at = behind_text(bytes, at);
    if (flags & COMMENT)
        at = behind_text(bytes, at);
    if (flags & CHECK)
        at += 2;
    file->starts = calloc(file->chunks + 1, sizeof *file->starts);
    file->chunk = malloc(file->chunk_size);
    file->packed = malloc(UINT16_MAX + 1);
    if (!file->starts || !file->chunk || !file->packed)
        return hxp_no_memory(error);
    for (size_t i = 0; i < file->chunks; i++) {
        file->starts[i] = at;
        at += number_at(bytes, table + TABLE_HEAD + 2 * i);
    }
    file->starts[file->chunks] = at;
    file->held = file->chunks;
    return at <= file->size ? HXP_OK : refuse(file, error, "the file is cut");
}

/** Read the head of the file, or all of it. */
static hxp_status read_bytes(hxp_dictzip *file, hxp_error *error)
{
    hxp_buffer *bytes = &file->bytes;
    file->whole = !hxp_input_size(file->input, &file->size);
    if (file->whole) {
        hxp_status status =
            hxp_input_read_all(file->input, bytes, LIMIT, error);
        file->size = bytes->len;
        return status;
    }
    size_t head = smaller(file->size, HEAD);
    if (!hxp_array_reserve(&bytes->ptr, &bytes->capacity, head + 1, 1))
        return hxp_no_memory(error);
    bytes->len = head;
    return hxp_input_read_at(file->input, bytes->ptr, 0, head, error);
}

hxp_status hxp_dictzip_open(hxp_dictzip **out, hxp_input *input,
                            hxp_error *error)
{
    hxp_dictzip *file = calloc(1, sizeof *file);
    *out = NULL;
    if (!file)
        return hxp_no_memory(error);
    file->input = input;
    hxp_status status = read_bytes(file, error);
    file->plain =
        !hxp_str_starts(hxp_buffer_str(&file->bytes), HXP_STR("\x1F\x8B"));
    if (status == HXP_OK && !file->plain)
        status = read_header(file, error);
    if (status == HXP_OK)
        *out = file;
    else
        hxp_dictzip_free(file);
    return status;
}

/** Begin to inflate chunk number i. */
static hxp_status begin_chunk(hxp_dictzip *file, size_t i, hxp_error *error)
{
    z_stream *stream = &file->stream;
    size_t start = file->starts[i], size = file->starts[i + 1] - start;
    if (file->held != file->chunks)
        inflateEnd(stream);
    *stream = (z_stream){ 0 };
    file->held = file->chunks;
    hxp_status status = copy(file, file->packed, start, size, error);
    if (status != HXP_OK)
        return status;
    if (inflateInit2(stream, -MAX_WBITS) != Z_OK)
        return hxp_no_memory(error);
    stream->next_in = (z_const Bytef *)(uintptr_t)file->packed;
    stream->avail_in = (uInt)size;
    stream->next_out = file->chunk;
    file->held = i;
    file->held_size = 0;
    return HXP_OK;
}

/** Inflate the first size bytes of chunk number i, or what it has of them. */
static hxp_status inflate_chunk(hxp_dictzip *file, size_t i, size_t size,
                                hxp_error *error)
{
    hxp_status status = i == file->held ? HXP_OK : begin_chunk(file, i, error);
    if (status != HXP_OK || size <= file->held_size)
        return status;
    file->stream.avail_out = (uInt)(size - file->held_size);
    int result = inflate(&file->stream, Z_SYNC_FLUSH);
    file->held_size = size - file->stream.avail_out;
    return result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR
               ? HXP_OK
               : refuse(file, error, "compressed data is broken");
}

/** Append size bytes of a plain file from offset on. */
static hxp_status read_plain(hxp_buffer *buffer, const hxp_dictzip *file,
                             size_t offset, size_t size, hxp_error *error)
{
    if (offset > file->size || size > file->size - offset)
        return refuse(file, error, "shorter than its index says");
    if (size == 0)
        return HXP_OK; /* which needs no room */
    if (!hxp_array_reserve(&buffer->ptr, &buffer->capacity, buffer->len + size,
                           1))
        return hxp_no_memory(error);
    hxp_status status =
        copy(file, buffer->ptr + buffer->len, offset, size, error);
    buffer->len += status == HXP_OK ? size : 0;
    return status;
}

hxp_status hxp_dictzip_read(hxp_buffer *buffer, hxp_dictzip *file,
                            size_t offset, size_t size, hxp_error *error)
{
    if (file->plain)
        return read_plain(buffer, file, offset, size, error);
    while (size > 0) {
        size_t i = offset / file->chunk_size;
        size_t within = offset % file->chunk_size;
        if (i >= file->chunks)
            return refuse(file, error, "shorter than its index says");
        hxp_status status = inflate_chunk(
            file, i, smaller(file->chunk_size, within + size), error);
        if (status != HXP_OK)
            return status;
        if (within >= file->held_size)
            return refuse(file, error, "shorter than its index says");
        hxp_str part = { (const char *)file->chunk + within,
                         smaller(file->held_size - within, size) };
        if (!hxp_buffer_add(buffer, part))
            return hxp_no_memory(error);
        offset += part.len;
        size -= part.len;
    }
    return HXP_OK;
}

void hxp_dictzip_free(hxp_dictzip *file)
{
    if (!file)
        return;
    if (file->held != file->chunks)
        inflateEnd(&file->stream);
    hxp_buffer_free(&file->bytes);
    free(file->starts);
    free(file->chunk);
    free(file->packed);
    free(file);
}

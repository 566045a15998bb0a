/* index_writer.c - bytes of an index, hashed a block at a time. */
#include "memory/index_writer.h"

#include <string.h>

void hxp_index_begin(hxp_index_writer *writer, hxp_output *output)
{
    writer->output = output;
    writer->hasher = (hxp_hasher)HXP_HASHER_INIT;
    writer->written = writer->filled = 0;
}

static void flush(hxp_index_writer *writer)
{
    hxp_str block = { writer->block, writer->filled };
    hxp_output_write(writer->output, block);
    hxp_hasher_add(&writer->hasher, block);
    writer->filled = 0;
}

void hxp_index_put(hxp_index_writer *writer, const void *bytes, size_t size)
{
    const char *at = bytes;
    writer->written += size;
    while (size > 0) {
        size_t room = sizeof writer->block - writer->filled;
        size_t len = size < room ? size : room;
        memcpy(writer->block + writer->filled, at, len);
        writer->filled += len;
        at += len;
        size -= len;
        if (writer->filled == sizeof writer->block)
            flush(writer);
    }
}

void hxp_index_put_gap(hxp_index_writer *writer, size_t at)
{
    static const char zeros[HXP_INDEX_ALIGN];
    hxp_index_put(writer, zeros, at - writer->written);
}

void hxp_index_put_hash(hxp_index_writer *writer)
{
    if (writer->filled > 0)
        flush(writer);
    hxp_hash hash = hxp_hasher_finish(&writer->hasher);
    hxp_output_write(writer->output,
                     (hxp_str){ (const char *)&hash, sizeof hash });
}

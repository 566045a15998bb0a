/* index_writer.h - writes the bytes of an index, and their hash. */
#ifndef MEMORY_INDEX_WRITER_H
#define MEMORY_INDEX_WRITER_H

#include "base/hash.h"
#include "memory/index.h"

/** What is written of an index. */
typedef struct hxp_index_writer {
    hxp_output *output;
    hxp_hasher hasher;
    size_t written;
    size_t filled; /* bytes of the block, which is hashed when it is full */
    char block[HXP_INDEX_BLOCK];
} hxp_index_writer;

/** Begin anew, to output. */
void hxp_index_begin(hxp_index_writer *writer, hxp_output *output);

void hxp_index_put(hxp_index_writer *writer, const void *bytes, size_t size);

/** Fill up to at, where a part begins. */
void hxp_index_put_gap(hxp_index_writer *writer, size_t at);

/** End with the hash of all that was put. */
void hxp_index_put_hash(hxp_index_writer *writer);

#endif

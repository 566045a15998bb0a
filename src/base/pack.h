/* pack.h - bytes packed by gzip or zstd. */
#ifndef BASE_PACK_H
#define BASE_PACK_H

#include "base/array.h"

#include <hexapla/base.h>

/** Packs a stream of bytes. */
typedef struct hxp_packer hxp_packer;

/** True when a file of this name is packed: ".gz" or ".zst". */
bool hxp_is_packed_name(const char *name);

/** The part of name before the ending that says so, or all of it. */
hxp_str hxp_unpacked_name(hxp_str name);

/** A packer for the file name, which hxp_packer_free() ends; NULL: no memory.
 */
hxp_packer *hxp_packer_new(const char *name);

/**
 * Pack bytes and append what comes of them to packed, with last all that is
 * still held back. False when memory is out.
 */
bool hxp_pack(hxp_packer *packer, hxp_buffer *packed, hxp_str bytes, bool last);

/** Free the packer; NULL is allowed. */
void hxp_packer_free(hxp_packer *packer);

#endif

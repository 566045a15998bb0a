/* hash.h - hashes by which units are known again. */
#ifndef MEMORY_HASH_H
#define MEMORY_HASH_H

#include "base/array.h"
#include "base/hash.h"

#include <hexapla/model.h>

/**
 * Add the language, without regard to case, text and codes of variant; bytes
 * is room to work in. False: no memory.
 */
bool hxp_hash_variant(hxp_hasher *hasher, hxp_buffer *bytes,
                      const hxp_variant *variant);

/** The hash of a source, by which its neighbours know it; never 0. */
uint64_t hxp_hash_source(hxp_str text);

#endif

/* cache.h - the user's folder for what is derived from stores. */
#ifndef MEMORY_CACHE_H
#define MEMORY_CACHE_H

#include <stdbool.h>
#include <stdint.h>

/**
 * Write what the names of files in it that are derived from a store begin with
 * to *prefix, which the caller frees; NULL: there is no such folder. number
 * tells stores apart. False: no memory.
 */
bool hxp_cache_prefix(char **prefix, uint64_t number);

#endif

/* kernel_plain.h - plain loops that other kernels finish with. */
#ifndef MEMORY_KERNEL_PLAIN_H
#define MEMORY_KERNEL_PLAIN_H

#include "memory/kernels.h"

/* See hxp_kernels. */
size_t hxp_plain_whole(uint32_t *out, const uint8_t *query,
                       const uint8_t *signatures, size_t count, unsigned most);
size_t hxp_plain_words(uint32_t *positions, size_t count, const uint64_t *words,
                       const hxp_words_test *test);
size_t hxp_plain_pair(const uint8_t *bytes, size_t count,
                      const hxp_pair_sets *sets);

#endif

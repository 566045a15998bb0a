/* kernel_avx2.h - loops with AVX2 that other kernels finish with. */
#ifndef MEMORY_KERNEL_AVX2_H
#define MEMORY_KERNEL_AVX2_H

#include "memory/kernels.h"

/* See hxp_kernels. */
size_t hxp_avx2_whole(uint32_t *out, const uint8_t *query,
                      const uint8_t *signatures, size_t count, unsigned most);
size_t hxp_avx2_halves(uint32_t *positions, size_t count,
                       const hxp_halves *query,
                       const uint8_t *const signatures[2], unsigned most);
size_t hxp_avx2_members(uint32_t *numbers, size_t count,
                        const hxp_byte_rows *rows, const hxp_pair_sets *sets,
                        unsigned most);
size_t hxp_avx2_members_of_all(uint32_t *out, size_t count,
                               const hxp_byte_rows *rows,
                               const hxp_pair_sets *sets, unsigned most);
size_t hxp_avx2_pair(const uint8_t *bytes, size_t count,
                     const hxp_pair_sets *sets);

#endif

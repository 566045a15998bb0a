/* kernel_plain.h - plain loops that other kernels finish with. */
#ifndef MEMORY_KERNEL_PLAIN_H
#define MEMORY_KERNEL_PLAIN_H

#include "memory/kernels.h"

/** The bits from number first on, below HXP_TOGETHER, up to before end. */
static inline uint32_t hxp_bits_between(size_t first, size_t end)
{
    uint32_t from = UINT32_MAX << first;
    return end < HXP_TOGETHER ? from & (((uint32_t)1 << end) - 1) : from;
}

/* See hxp_kernels. */
size_t hxp_plain_bigrams(uint32_t *numbers, size_t count,
                         const hxp_code_rows *rows, const hxp_bigrams *query,
                         unsigned most);
size_t hxp_plain_pair(const uint8_t *bytes, size_t count,
                      const hxp_pair_sets *sets);
size_t hxp_plain_members_of_all(uint32_t *out, size_t count,
                                const hxp_byte_rows *rows,
                                const hxp_pair_sets *sets, unsigned most);
size_t hxp_plain_members(uint32_t *numbers, size_t count,
                         const hxp_byte_rows *rows, const hxp_pair_sets *sets,
                         unsigned most);

void hxp_plain_unpack(uint8_t *to, const hxp_packing *packing,
                      const uint8_t *packed, size_t count);

size_t hxp_plain_marked_row(const hxp_packed_rows *rows, size_t from,
                            const hxp_code_marks *marks);

#endif

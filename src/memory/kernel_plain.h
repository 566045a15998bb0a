/* kernel_plain.h - plain loops that other kernels finish with. */
#ifndef MEMORY_KERNEL_PLAIN_H
#define MEMORY_KERNEL_PLAIN_H

#include "memory/kernels.h"

/* See hxp_kernels. */
size_t hxp_plain_pair(const uint8_t *bytes, size_t count,
                      const hxp_pair_sets *sets);
size_t hxp_plain_members_of_all(uint32_t *out, size_t count,
                                const hxp_byte_rows *rows,
                                const hxp_pair_sets *sets, unsigned most);
size_t hxp_plain_members(uint32_t *numbers, size_t count,
                         const hxp_byte_rows *rows, const hxp_pair_sets *sets,
                         unsigned most);

#endif

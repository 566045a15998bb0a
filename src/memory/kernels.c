/* kernels.c - which kernels this processor can run. */
#include "memory/kernels.h"

#include <string.h>

const hxp_kernels *hxp_kernels_at(size_t i)
{
#if defined(__x86_64__)
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("popcnt"))
        i++;
    if (i == 0)
        return &hxp_kernels_avx2;
    if (i == 1)
        return &hxp_kernels_sse2;
    i -= 2;
#endif
    return i == 0 ? &hxp_kernels_plain : NULL;
}

void hxp_rows_make(hxp_rows *rows, const uint8_t *symbols, size_t count)
{
    size_t seen = count < HXP_BLOCK_ROWS ? count : HXP_BLOCK_ROWS;
    rows->count = count;
    rows->words = (seen + 63) / 64;
    memset(rows->bits, 0, 256 * rows->words * sizeof rows->bits[0]);
    for (size_t i = 0; i < seen; i++)
        rows->bits[symbols[i] * rows->words + i / 64] |= (uint64_t)1 << i % 64;
}

/* kernels.c - which kernels this processor can run. */
#include "memory/kernels.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__)

static bool has_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") &&
           __builtin_cpu_supports("popcnt");
}

static bool has_avx512(void)
{
    return has_avx2() && __builtin_cpu_supports("avx512f") &&
           __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512vbmi");
}

#endif

const hxp_kernels *hxp_kernels_at(size_t i)
{
#if defined(__x86_64__)
    static const hxp_kernels *const kernels[] = { &hxp_kernels_avx512,
                                                  &hxp_kernels_avx2,
                                                  &hxp_kernels_sse2 };
    enum { COUNT = sizeof kernels / sizeof *kernels };
    i += has_avx512() ? 0 : (has_avx2() ? 1 : 2);
    if (i < COUNT)
        return kernels[i];
    i -= COUNT;
#endif
    return i == 0 ? &hxp_kernels_plain : NULL;
}

bool hxp_rows_make(hxp_rows *rows, const uint8_t *symbols, size_t count)
{
    const size_t zeros = 8; /* bytes before the first row */
    size_t last = zeros + (count + 7) / 8;
    rows->count = count;
    rows->last = last;
    for (rows->symbol = 5; (size_t)1 << rows->symbol < last + 8;)
        rows->symbol++;
    size_t size = (size_t)256 << rows->symbol;
    if (!hxp_array_reserve(&rows->bits, &rows->room, size, 1))
        return false;
    memset(rows->bits, 0, size);
    for (size_t i = 0; i < count; i++) {
        size_t byte = ((size_t)symbols[i] << rows->symbol) + zeros + i / 8;
        rows->bits[byte] |= (uint8_t)(1 << i % 8);
    }
    return true;
}

void hxp_rows_free(hxp_rows *rows)
{
    free(rows->bits);
    *rows = (hxp_rows){ .bits = NULL };
}

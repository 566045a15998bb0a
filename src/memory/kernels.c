/* kernels.c - which kernels this processor can run. */
#include "memory/kernels.h"

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

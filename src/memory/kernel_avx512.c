/* kernel_avx512.c - the kernels for processors with AVX-512; compiled for them.
 * Distances, which take the most time, are of eight texts in one vector. */
#include "memory/kernels.h"

#if defined(__x86_64__)

#include "memory/kernel_avx2.h"

#include <immintrin.h>

/** Where rows from a place on are equal to a column's character of text k. */
#define BITS(place, column, k) bits_at(place, (column)[(size_t)(k)*BLOCK])
#define VECTOR                 __m512i
#define IN_VECTOR              8
#define SET(number)            _mm512_set1_epi64((long long)(number))
#define AND(a, b)              _mm512_and_si512(a, b)
#define OR(a, b)               _mm512_or_si512(a, b)
#define XOR(a, b)              _mm512_xor_si512(a, b)
#define NOR(a, b)              _mm512_ternarylogic_epi64(a, b, b, 0x03)
#define ADD(a, b)              _mm512_add_epi64(a, b)
#define LEFT(a, n)             _mm512_slli_epi64(a, n)
#define RIGHT(a, n)            _mm512_srl_epi64(a, _mm_cvtsi32_si128((int)(n)))
#define ALL_ABOVE(a, b)        (_mm512_cmpgt_epi64_mask(a, b) == 0xFF)
#define STORE(to, a)                                                           \
    _mm256_storeu_si256((__m256i *)(void *)(to), _mm512_cvtepi64_epi32(a))
#define GATHER(place, column)                                                  \
    _mm512_set_epi64(                                                          \
        (long long)BITS(place, column, 7), (long long)BITS(place, column, 6),  \
        (long long)BITS(place, column, 5), (long long)BITS(place, column, 4),  \
        (long long)BITS(place, column, 3), (long long)BITS(place, column, 2),  \
        (long long)BITS(place, column, 1), (long long)BITS(place, column, 0))
#include "memory/kernel_distances.h"

const hxp_kernels hxp_kernels_avx512 = {
    "avx512",         hxp_avx2_whole,          hxp_avx2_halves,
    hxp_avx2_members, hxp_avx2_members_of_all, distances,
    hxp_avx2_pair
};

#endif

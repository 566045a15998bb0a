/* kernel_avx2.h - what the kernels for processors with AVX2 share, and those
 * with AVX-512. */
#ifndef MEMORY_KERNEL_AVX2_H
#define MEMORY_KERNEL_AVX2_H

#include "memory/kernels.h"

#include <immintrin.h>

/* See hxp_kernels. */
size_t hxp_avx2_letters(uint32_t *out, const hxp_letters *query,
                        const hxp_signatures *texts,
                        const hxp_letter_limits *limits);
size_t hxp_avx2_bigrams(uint32_t *numbers, size_t count,
                        const hxp_code_rows *rows, const hxp_bigrams *query,
                        unsigned most);
size_t hxp_avx2_members(uint32_t *numbers, size_t count,
                        const hxp_byte_rows *rows, const hxp_pair_sets *sets,
                        unsigned most);
size_t hxp_avx2_members_of_all(uint32_t *out, size_t count,
                               const hxp_byte_rows *rows,
                               const hxp_pair_sets *sets, unsigned most);
size_t hxp_avx2_pair(const uint8_t *bytes, size_t count,
                     const hxp_pair_sets *sets);
void hxp_avx2_unpack(uint8_t *to, const hxp_packing *packing,
                     const uint8_t *packed, size_t count);
size_t hxp_avx2_marked_row(const hxp_packed_rows *rows, size_t from,
                           const hxp_code_marks *marks);

static inline __m256i load(const uint8_t *bytes)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)bytes);
}

/** The same 16 bytes twice. */
static inline __m256i load_twice(const uint8_t *bytes)
{
    return _mm256_broadcastsi128_si256(
        _mm_loadu_si128((const __m128i *)(const void *)bytes));
}

static inline __m256i low(__m256i bytes)
{
    return _mm256_and_si256(bytes, _mm256_set1_epi8(15));
}

static inline __m256i high(__m256i bytes)
{
    return low(_mm256_srli_epi16(bytes, 4));
}

static inline __m128i load_half(const uint8_t *bytes)
{
    return _mm_loadu_si128((const __m128i *)(const void *)bytes);
}

/** A bit for each byte that is not zero. */
static inline uint64_t bits_of(__m256i bytes)
{
    __m256i zeros = _mm256_cmpeq_epi8(bytes, _mm256_setzero_si256());
    return ~(unsigned)_mm256_movemask_epi8(zeros);
}

/** The 32 codes that come next, a byte for each. */
static inline __m256i codes_at(const uint8_t *packed)
{
    const __m256i triples = load_twice((const uint8_t[]){
        0, 1, 2, 0x80, 3, 4, 5, 0x80, 6, 7, 8, 0x80, 9, 10, 11, 0x80 });
    __m256i codes = _mm256_inserti128_si256(
        _mm256_castsi128_si256(load_half(packed)), load_half(packed + 12), 1);
    codes = _mm256_shuffle_epi8(codes, triples);
    codes = _mm256_or_si256(_mm256_and_si256(codes, _mm256_set1_epi32(0xFFF)),
                            _mm256_and_si256(_mm256_slli_epi32(codes, 4),
                                             _mm256_set1_epi32(0xFFF0000)));
    return _mm256_or_si256(_mm256_and_si256(codes, _mm256_set1_epi16(0x3F)),
                           _mm256_and_si256(_mm256_slli_epi16(codes, 2),
                                            _mm256_set1_epi16(0x3F00)));
}

#endif

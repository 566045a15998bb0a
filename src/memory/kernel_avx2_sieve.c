/* kernel_avx2_sieve.c - which texts may be like a query, for processors with
 * AVX2; compiled for them. */
#include "memory/kernels.h"

#if defined(__x86_64__)

#include "memory/kernel_avx2.h"
#include "memory/kernel_plain.h"

/** a less b, at least 0; 0 where a class has as many as are counted at most. */
static inline __m256i subs_unless(uint8_t full, __m256i a, __m256i b,
                                  __m256i of)
{
    __m256i is_full = _mm256_cmpeq_epi8(of, _mm256_set1_epi8((char)full));
    return _mm256_subs_epu8(a, _mm256_or_si256(b, is_full));
}

/** A bit for each byte that is at most most. */
static inline uint32_t at_most(__m256i bytes, __m256i most)
{
    return (uint32_t)~bits_of(_mm256_subs_epu8(bytes, most));
}

#define WIDE                        __m256i
#define LOAD(bytes)                 load(bytes)
#define LOW(a)                      low(a)
#define HIGH(a)                     high(a)
#define ADDS(a, b)                  _mm256_adds_epu8(a, b)
#define SUBS(a, b)                  _mm256_subs_epu8(a, b)
#define SUB(a, b)                   _mm256_sub_epi8(a, b)
#define AND(a, b)                   _mm256_and_si256(a, b)
#define OR(a, b)                    _mm256_or_si256(a, b)
#define BYTES(byte)                 _mm256_set1_epi8(byte)
#define HALVED(a)                   _mm256_srli_epi16(a, 1)
#define DOUBLED(a)                  _mm256_add_epi8(a, a)
#define TABLES(rows)                load_twice(*(rows))
#define LOOK_UP(tables, a)          _mm256_shuffle_epi8(tables, a)
#define SUBS_UNLESS(full, a, b, of) subs_unless(full, a, b, of)
#define AT_MOST(sums, limit)        at_most(sums, limit)
#define LIMIT                       __m256i
#define LIMIT_OF(most)              _mm256_set1_epi8((char)((most) < 255 ? (most) : 255))
#include "memory/kernel_wide_letters.h"

size_t hxp_avx2_letters(uint32_t *out, const hxp_letters *query,
                        const hxp_signatures *texts,
                        const hxp_letter_limits *limits)
{
    return letters(out, query, texts, limits);
}

/** What pairs are looked up with. */
typedef struct pair_tables {
    __m256i bits; /* 1 << i % 8 */
} pair_tables;

static pair_tables make_tables(void)
{
    return (pair_tables){ _mm256_set1_epi64x((long long)0x8040201008040201) };
}

/** 128 bits at a lane of sets: a byte that is not zero where a number is in. */
static inline __m256i in_bits(__m256i numbers, const uint8_t *sets,
                              const pair_tables *tables)
{
    return _mm256_and_si256(_mm256_shuffle_epi8(load(sets), numbers),
                            _mm256_shuffle_epi8(tables->bits, high(numbers)));
}

/** See hxp_bigram_turned(). */
static inline __m256i turned(__m256i codes)
{
    return _mm256_or_si256(
        _mm256_and_si256(_mm256_slli_epi16(codes, 3), _mm256_set1_epi8(0x78)),
        _mm256_and_si256(_mm256_srli_epi16(codes, 4), _mm256_set1_epi8(3)));
}

/** The 32 codes of a row that come next. */
static inline __m256i row_codes(const uint8_t *at, bool packed)
{
    return packed ? codes_at(at)
                  : _mm256_and_si256(load(at), _mm256_set1_epi8(63));
}

/** The bytes from the second one on, and the first one of more. */
static inline __m256i one_further(__m256i bytes, __m256i more)
{
    __m256i middle = _mm256_permute2x128_si256(bytes, more, 0x21);
    return _mm256_alignr_epi8(middle, bytes, 1);
}

/** How many pairs of codes of a row the query has not near. */
static inline size_t other_bigrams(const uint8_t *row, size_t pairs,
                                   bool packed, const uint8_t *sets,
                                   const pair_tables *tables)
{
    size_t others = 0, step = packed ? 24 : 32;
    __m256i codes = row_codes(row, packed), one = turned(codes);
    for (size_t i = 0; i < pairs; i += 32, sets += HXP_BIGRAM_SETS) {
        __m256i more = codes, more_turned = one;
        row += step;
        if (pairs - i > 31) {
            more = row_codes(row, packed);
            more_turned = turned(more);
        }
        __m256i in = _mm256_min_epu8(
            in_bits(_mm256_xor_si256(codes, one_further(one, more_turned)),
                    sets, tables),
            in_bits(_mm256_xor_si256(one, one_further(codes, more)),
                    sets + HXP_BIGRAM_SETS / 2, tables));
        uint64_t out = ~bits_of(in);
        uint64_t all =
            pairs - i < 32 ? ((uint64_t)1 << (pairs - i)) - 1 : UINT32_MAX;
        others += (size_t)_mm_popcnt_u64(out & all);
        codes = more;
        one = more_turned;
    }
    return others;
}

#include "memory/kernel_bigrams.h"

size_t hxp_avx2_bigrams(uint32_t *numbers, size_t count,
                        const hxp_code_rows *rows, const hxp_bigrams *query,
                        unsigned most)
{
    return bigrams(numbers, count, rows, query, most);
}

#endif

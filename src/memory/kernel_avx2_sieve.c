/* kernel_avx2_sieve.c - which texts may be like a query, for processors with
 * AVX2; compiled for them. */
#include "memory/kernels.h"

#if defined(__x86_64__)

#include "memory/kernel_avx2.h"

/** Sums of eight bytes each of how many letters the texts lack. */
static __m256i lacking(__m256i query_low, __m256i query_high, __m256i text)
{
    __m256i sum = _mm256_add_epi8(_mm256_subs_epu8(query_low, low(text)),
                                  _mm256_subs_epu8(query_high, high(text)));
    return _mm256_sad_epu8(sum, _mm256_setzero_si256());
}

size_t hxp_avx2_whole(uint32_t *out, const uint8_t *query,
                      const uint8_t *signatures, size_t count, unsigned most)
{
    __m256i wanted = load_twice(query);
    __m256i wanted_low = low(wanted), wanted_high = high(wanted);
    __m256i limit = _mm256_set1_epi64x(most);
    size_t kept = 0, i = 0;
    for (; i + 4 <= count; i += 4) {
        const uint8_t *at = signatures + i * HXP_SIGNATURE;
        __m256i a = lacking(wanted_low, wanted_high, load(at));
        __m256i b = lacking(wanted_low, wanted_high, load(at + 32));
        /* of texts i, i + 2, i + 1, i + 3 */
        __m256i sums = _mm256_add_epi64(_mm256_unpacklo_epi64(a, b),
                                        _mm256_unpackhi_epi64(a, b));
        int over = _mm256_movemask_pd(
            _mm256_castsi256_pd(_mm256_cmpgt_epi64(sums, limit)));
        if (over == 15)
            continue;
        static const int places[] = { 1, 4, 2, 8 };
        for (size_t k = 0; k < 4; k++)
            if (!(over & places[k]))
                out[kept++] = (uint32_t)(i + k);
    }
    for (; i < count; i++) {
        __m256i sums = lacking(wanted_low, wanted_high,
                               load_twice(signatures + i * HXP_SIGNATURE));
        out[kept] = (uint32_t)i;
        kept += (uint64_t)_mm256_extract_epi64(sums, 0) +
                    (uint64_t)_mm256_extract_epi64(sums, 1) <=
                most;
    }
    return kept;
}

/** The classes of 16 bytes: those of their lower halves, then of the upper. */
static __m256i spread(const uint8_t *bytes)
{
    __m128i both = load_half(bytes);
    return low(_mm256_inserti128_si256(_mm256_castsi128_si256(both),
                                       _mm_srli_epi16(both, 4), 1));
}

/** The quarters of first halves, in the same order. */
static __m256i quarters_at(const uint8_t *bytes)
{
    __m128i half = _mm_loadl_epi64((const __m128i *)(const void *)bytes);
    __m128i both = _mm_unpacklo_epi64(half, _mm_srli_epi16(half, 2));
    return _mm256_and_si256(
        _mm256_inserti128_si256(_mm256_castsi128_si256(both),
                                _mm_srli_epi16(both, 4), 1),
        _mm256_set1_epi8(3));
}

/** A quarter of each byte, rounded up. */
static __m256i quarter_of(__m256i bytes)
{
    __m256i more = _mm256_add_epi8(bytes, _mm256_set1_epi8(3));
    return _mm256_and_si256(_mm256_srli_epi16(more, 2), _mm256_set1_epi8(63));
}

/** How many letters the halves of a text lack, a class in each byte. */
static __m256i halves_lack(__m256i first, __m256i second, __m256i all,
                           __m256i quarter)
{
    const __m256i one = _mm256_set1_epi8(1), full = _mm256_set1_epi8(15);
    __m256i more = _mm256_add_epi8(all, one);
    __m256i odd =
        _mm256_sub_epi8(_mm256_setzero_si256(), _mm256_and_si256(quarter, one));
    __m256i upper = _mm256_cmpgt_epi8(quarter, one);
    __m256i part =
        _mm256_add_epi8(_mm256_and_si256(more, odd),
                        _mm256_and_si256(_mm256_add_epi8(more, more), upper));
    __m256i most =
        _mm256_sub_epi8(quarter_of(_mm256_add_epi8(part, more)), one);
    __m256i rest = _mm256_subs_epu8(all, quarter_of(part));
    rest = _mm256_or_si256(rest, low(_mm256_cmpeq_epi8(all, full)));
    return _mm256_add_epi8(_mm256_subs_epu8(first, most),
                           _mm256_subs_epu8(second, rest));
}

size_t hxp_avx2_halves(uint32_t *positions, size_t count,
                       const hxp_halves *query,
                       const uint8_t *const signatures[2], unsigned most)
{
    __m256i first = spread(query->first), second = spread(query->second);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = positions[i];
        __m256i sum = halves_lack(
            first, second, spread(signatures[0] + at * HXP_SIGNATURE),
            quarters_at(signatures[1] + at * HXP_HALF_SIGNATURE));
        sum = _mm256_sad_epu8(sum, _mm256_setzero_si256());
        __m128i parts = _mm_add_epi64(_mm256_castsi256_si128(sum),
                                      _mm256_extracti128_si256(sum, 1));
        parts = _mm_add_epi64(parts, _mm_srli_si128(parts, 8));
        uint32_t position = positions[i];
        positions[kept] = position;
        kept += (unsigned)_mm_cvtsi128_si32(parts) <= most;
        if (i + 8 < count) {
            size_t next = (size_t)positions[i + 8] * HXP_SIGNATURE;
            _mm_prefetch(signatures[1] + next, _MM_HINT_T0);
        }
    }
    return kept;
}

/** 128 bits at a lane of sets: a byte that is not zero where a number is in. */
static inline __m256i in_bits(__m256i numbers, const uint8_t *sets)
{
    const __m256i bits = _mm256_set1_epi64x((long long)0x8040201008040201);
    return _mm256_and_si256(_mm256_shuffle_epi8(load(sets), numbers),
                            _mm256_shuffle_epi8(bits, high(numbers)));
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

/** How many pairs of codes of a row the query has not near. */
static inline size_t other_bigrams(const uint8_t *row, size_t pairs,
                                   bool packed, const uint8_t *sets)
{
    size_t others = 0, step = packed ? 24 : 32;
    __m256i codes = row_codes(row, packed), one = turned(codes);
    for (size_t i = 0; i < pairs; i += 32, sets += HXP_BIGRAM_SETS) {
        __m256i more = codes;
        row += step;
        if (pairs - i > 31)
            more = row_codes(row, packed);
        __m256i next = _mm256_alignr_epi8(
            _mm256_permute2x128_si256(codes, more, 0x21), codes, 1);
        __m256i in = _mm256_min_epu8(
            in_bits(_mm256_xor_si256(codes, turned(next)), sets),
            in_bits(_mm256_xor_si256(one, next), sets + HXP_BIGRAM_SETS / 2));
        uint64_t out = ~bits_of(in);
        uint64_t all =
            pairs - i < 32 ? ((uint64_t)1 << (pairs - i)) - 1 : UINT32_MAX;
        others += (size_t)_mm_popcnt_u64(out & all);
        codes = more;
        one = turned(codes);
    }
    return others;
}

static inline size_t keep_bigrams(uint32_t *numbers, size_t count,
                                  const hxp_code_rows *rows,
                                  const uint8_t *sets, unsigned most)
{
    enum { SOON = 8 };
    bool packed = rows->packed;
    size_t size = packed ? hxp_packed_size(rows->length) : rows->length;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const uint8_t *row = rows->bytes + numbers[i] * size;
        if (i + SOON < count) {
            const uint8_t *soon = rows->bytes + numbers[i + SOON] * size;
            _mm_prefetch((const char *)soon, _MM_HINT_T0);
            _mm_prefetch((const char *)soon + 63, _MM_HINT_T0);
        }
        numbers[kept] = numbers[i];
        kept += other_bigrams(row, rows->length - 1, packed, sets) <= most;
    }
    return kept;
}

size_t hxp_avx2_bigrams(uint32_t *numbers, size_t count,
                        const hxp_code_rows *rows, const hxp_bigrams *query,
                        unsigned most)
{
    /* what is known when compiling makes it faster */
    hxp_code_rows of = *rows;
    of.packed = true;
    if (rows->packed)
        return keep_bigrams(numbers, count, &of, query->sets, most);
    of.packed = false;
    return keep_bigrams(numbers, count, &of, query->sets, most);
}

#endif

/* kernel_avx2_sieve.c - which texts may be like a query, for processors with
 * AVX2; compiled for them. */
#include "memory/kernels.h"

#if defined(__x86_64__)

#include "memory/kernel_avx2.h"
#include "memory/kernel_plain.h"

/** Letters that the texts of a block lack or have too many, of two classes. */
static inline __m256i lacking(const uint8_t *query, __m256i text, bool longer)
{
    __m256i first = load(query), second = load(query + HXP_TOGETHER);
    return longer ? _mm256_adds_epu8(_mm256_subs_epu8(first, low(text)),
                                     _mm256_subs_epu8(second, high(text)))
                  : _mm256_adds_epu8(_mm256_subs_epu8(low(text), first),
                                     _mm256_subs_epu8(high(text), second));
}

/** The same of some classes, from number i on. */
static inline __m256i add_lacking(__m256i sums, const uint8_t *block,
                                  const hxp_letters *query, size_t i,
                                  bool longer)
{
    enum { SOME = HXP_CLASSES / 2 };
    for (size_t end = i + SOME; i < end; i += 2)
        sums = _mm256_adds_epu8(
            sums, lacking(query->counts[i], load(block + i / 2 * HXP_TOGETHER),
                          longer));
    return sums;
}

/** A bit for each byte that is at most most. */
static inline uint32_t at_most(__m256i bytes, __m256i most)
{
    return (uint32_t)~bits_of(_mm256_subs_epu8(bytes, most));
}

static inline size_t keep_whole(uint32_t *out, const hxp_letters *query,
                                const hxp_signatures *texts, unsigned most,
                                bool longer)
{
    __m256i limit = _mm256_set1_epi8((char)(most < 255 ? most : 255));
    size_t kept = 0;
    for (size_t at = texts->first; at < texts->end;) {
        size_t number = at / HXP_TOGETHER, first = number * HXP_TOGETHER;
        const uint8_t *block = texts->blocks + number * HXP_SIGNATURES;
        __m256i sums =
            add_lacking(_mm256_setzero_si256(), block, query, 0, longer);
        uint32_t bits = hxp_bits_between(at - first, texts->end - first);
        at = first + HXP_TOGETHER;
        if ((at_most(sums, limit) & bits) == 0)
            continue;
        sums = add_lacking(sums, block, query, HXP_CLASSES / 2, longer);
        bits &= at_most(sums, limit);
        for (; bits != 0; bits &= bits - 1)
            out[kept++] = (uint32_t)(first + (size_t)__builtin_ctz(bits));
    }
    return kept;
}

size_t hxp_avx2_whole(uint32_t *out, const hxp_letters *query,
                      const hxp_signatures *texts, unsigned most)
{
    return texts->longer ? keep_whole(out, query, texts, most, true)
                         : keep_whole(out, query, texts, most, false);
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
        const uint8_t *row =
            rows->bytes + (size_t)(numbers[i] - rows->first) * size;
        if (i + SOON < count) {
            const uint8_t *soon =
                rows->bytes + (size_t)(numbers[i + SOON] - rows->first) * size;
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

/* kernel_avx2_sieve.c - which texts may be like a query, for processors with
 * AVX2; compiled for them. */
#include "memory/kernels.h"

#if defined(__x86_64__)

#include "memory/kernel_avx2.h"
#include "memory/kernel_plain.h"

/** The letters of a class that texts lack, or have too many. */
static inline __m256i apart(const uint8_t *query, __m256i text, bool longer)
{
    return longer ? _mm256_subs_epu8(load(query), text)
                  : _mm256_subs_epu8(text, load(query));
}

/** The same, by halves. */
static inline __m256i halves_apart(const hxp_letters *query, size_t i,
                                   __m256i all, __m256i first, bool longer)
{
    __m256i second = _mm256_subs_epu8(all, first);
    if (longer) /* a class that is full may have more in its second half */
        second = _mm256_or_si256(
            second, _mm256_cmpeq_epi8(all, _mm256_set1_epi8(HXP_MOST_COMMON)));
    return _mm256_adds_epu8(
        apart(query->counts[HXP_FIRST][i], first, longer),
        apart(query->counts[HXP_SECOND][i], second, longer));
}

/** The letters of the common classes. */
static inline __m256i common_apart(const uint8_t *block,
                                   const hxp_letters *query, bool longer)
{
    enum { ROWS = HXP_COMMON_ROWS };
    const uint8_t(*counts)[HXP_TOGETHER] = query->counts[HXP_WHOLE];
    __m256i sums[2] = { _mm256_setzero_si256(), _mm256_setzero_si256() };
    for (size_t i = 0; i < ROWS; i++, block += HXP_TOGETHER) {
        __m256i two = load(block);
        sums[0] = _mm256_adds_epu8(sums[0], apart(counts[i], low(two), longer));
        sums[1] = _mm256_adds_epu8(sums[1],
                                   apart(counts[ROWS + i], high(two), longer));
    }
    return _mm256_adds_epu8(sums[0], sums[1]);
}

/** The same, by halves. */
static inline __m256i common_halves(const uint8_t *block,
                                    const hxp_letters *query, bool longer)
{
    enum { ROWS = HXP_COMMON_ROWS };
    __m256i sums = _mm256_setzero_si256();
    for (size_t i = 0; i < ROWS; i++, block += HXP_TOGETHER) {
        __m256i all = load(block);
        __m256i first = load(block + HXP_HALVES_BEHIND);
        sums = _mm256_adds_epu8(
            sums, halves_apart(query, i, low(all), low(first), longer));
        sums = _mm256_adds_epu8(sums, halves_apart(query, ROWS + i, high(all),
                                                   high(first), longer));
    }
    return sums;
}

/** The letters of the four rarer classes of row i. */
static inline __m256i four_apart(__m256i four, size_t i,
                                 const uint8_t apart[2][HXP_RARE_ROWS][16])
{
    return _mm256_adds_epu8(
        _mm256_shuffle_epi8(load_twice(apart[0][i]), low(four)),
        _mm256_shuffle_epi8(load_twice(apart[1][i]), high(four)));
}

/** The letters of all of the rarer classes. */
static inline __m256i rare_apart(const uint8_t *block, const hxp_letters *query,
                                 bool longer)
{
    __m256i sums = _mm256_setzero_si256();
    block += HXP_COMMON_SIGNATURES;
    for (size_t i = 0; i < HXP_RARE_ROWS; i++, block += HXP_TOGETHER)
        sums = _mm256_adds_epu8(
            sums, four_apart(load(block), i, query->apart[longer][HXP_WHOLE]));
    return sums;
}

/** The same, by halves. */
static inline __m256i rare_halves(const uint8_t *block,
                                  const hxp_letters *query, bool longer)
{
    __m256i sums = _mm256_setzero_si256();
    block += HXP_COMMON_SIGNATURES;
    for (size_t i = 0; i < HXP_RARE_ROWS; i++, block += HXP_TOGETHER) {
        __m256i all = load(block);
        __m256i first = load(block + HXP_HALVES_BEHIND);
        __m256i second = _mm256_sub_epi8(all, first);
        if (longer) { /* as above: both bits of what is full */
            __m256i full =
                _mm256_and_si256(_mm256_and_si256(all, _mm256_set1_epi8(0x55)),
                                 _mm256_srli_epi16(all, 1));
            second = _mm256_or_si256(
                second, _mm256_or_si256(full, _mm256_add_epi8(full, full)));
        }
        sums = _mm256_adds_epu8(
            sums, four_apart(first, i, query->apart[longer][HXP_FIRST]));
        sums = _mm256_adds_epu8(
            sums, four_apart(second, i, query->apart[longer][HXP_SECOND]));
    }
    return sums;
}

/** A bit for each byte that is at most most. */
static inline uint32_t at_most(__m256i bytes, __m256i most)
{
    return (uint32_t)~bits_of(_mm256_subs_epu8(bytes, most));
}

static inline uint32_t whole_within(const uint8_t *block,
                                    const hxp_letters *query, __m256i limit,
                                    bool longer)
{
    return at_most(_mm256_adds_epu8(common_apart(block, query, longer),
                                    rare_apart(block, query, longer)),
                   limit);
}

static inline uint32_t halves_within(const uint8_t *block,
                                     const hxp_letters *query, __m256i limit,
                                     bool longer)
{
    return at_most(_mm256_adds_epu8(common_halves(block, query, longer),
                                    rare_halves(block, query, longer)),
                   limit);
}

#define LIMIT          __m256i
#define LIMIT_OF(most) _mm256_set1_epi8((char)((most) < 255 ? (most) : 255))
#include "memory/kernel_letters.h"

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

/* kernel_sse2.c - the kernels for every x86-64 processor. */
#include "memory/kernels.h"

#if defined(__x86_64__)

#include "memory/kernel_plain.h"

#include <emmintrin.h>

static __m128i load(const uint8_t *bytes)
{
    return _mm_loadu_si128((const __m128i *)(const void *)bytes);
}

static __m128i low(__m128i bytes)
{
    return _mm_and_si128(bytes, _mm_set1_epi8(15));
}

static __m128i high(__m128i bytes)
{
    return low(_mm_srli_epi16(bytes, 4));
}

/** How many letters of the query the text lacks, class by class. */
static __m128i lacking(__m128i query, __m128i text)
{
    return _mm_add_epi8(_mm_subs_epu8(low(query), low(text)),
                        _mm_subs_epu8(high(query), high(text)));
}

static unsigned sum_of(__m128i bytes)
{
    __m128i sums = _mm_sad_epu8(bytes, _mm_setzero_si128());
    return (unsigned)_mm_cvtsi128_si32(sums) +
           (unsigned)_mm_cvtsi128_si32(_mm_srli_si128(sums, 8));
}

static size_t whole(uint32_t *out, const uint8_t *query,
                    const uint8_t *signatures, size_t count, unsigned most)
{
    __m128i wanted = load(query);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        __m128i text = load(signatures + i * HXP_SIGNATURE);
        out[kept] = (uint32_t)i;
        kept += sum_of(lacking(wanted, text)) <= most;
    }
    return kept;
}

static __m128i quarters(__m128i bytes)
{
    return _mm_and_si128(bytes, _mm_set1_epi8(3));
}

/** A quarter of each byte, rounded up. */
static __m128i fourth(__m128i bytes)
{
    __m128i more = _mm_add_epi8(bytes, _mm_set1_epi8(3));
    return _mm_and_si128(_mm_srli_epi16(more, 2), _mm_set1_epi8(63));
}

/** How many letters the halves of a text lack, a class in each byte. */
static __m128i halves_lack(__m128i first, __m128i second, __m128i all,
                           __m128i quarter)
{
    const __m128i zero = _mm_setzero_si128(), one = _mm_set1_epi8(1);
    __m128i more = _mm_add_epi8(all, one), twice = _mm_add_epi8(more, more);
    __m128i odd = _mm_sub_epi8(zero, _mm_and_si128(quarter, one));
    __m128i upper = _mm_cmpgt_epi8(quarter, one);
    __m128i part =
        _mm_add_epi8(_mm_and_si128(more, odd), _mm_and_si128(twice, upper));
    __m128i most = _mm_sub_epi8(fourth(_mm_add_epi8(part, more)), one);
    __m128i rest = _mm_subs_epu8(all, fourth(part));
    __m128i full = _mm_cmpeq_epi8(all, _mm_set1_epi8(15));
    return _mm_add_epi8(_mm_subs_epu8(first, most),
                        _mm_subs_epu8(second, _mm_or_si128(rest, low(full))));
}

static size_t halves(uint32_t *positions, size_t count, const hxp_halves *query,
                     const uint8_t *const signatures[2], unsigned most)
{
    __m128i first = load(query->first), second = load(query->second);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = positions[i];
        __m128i all = load(signatures[0] + at * HXP_SIGNATURE);
        __m128i half = _mm_loadl_epi64(
            (const __m128i *)(const void *)(signatures[1] +
                                            at * HXP_HALF_SIGNATURE));
        __m128i both = _mm_unpacklo_epi64(half, _mm_srli_epi16(half, 2));
        __m128i sum =
            halves_lack(low(first), low(second), low(all), quarters(both));
        sum =
            _mm_add_epi8(sum, halves_lack(high(first), high(second), high(all),
                                          quarters(_mm_srli_epi16(both, 4))));
        if (sum_of(sum) <= most)
            positions[kept++] = positions[i];
    }
    return kept;
}

static bool lanes_above(__m128i a, __m128i b)
{
    __m128i above = _mm_cmpgt_epi32(a, b);
    return (_mm_movemask_ps(_mm_castsi128_ps(above)) & 5) == 5;
}

static void store(unsigned *to, __m128i numbers)
{
    to[0] = (unsigned)_mm_cvtsi128_si32(numbers);
    to[1] = (unsigned)_mm_cvtsi128_si32(_mm_srli_si128(numbers, 8));
}

/* numbers are below 2^31: their upper halves are 0 */
/** Where rows from a place on are equal to a column's character of text k. */
#define BITS(place, column, k) bits_at(place, (column)[(size_t)(k)*BLOCK])
#define VECTOR                 __m128i
#define IN_VECTOR              2
#define SET(number)            _mm_set1_epi64x((long long)(number))
#define AND(a, b)              _mm_and_si128(a, b)
#define OR(a, b)               _mm_or_si128(a, b)
#define XOR(a, b)              _mm_xor_si128(a, b)
#define NOR(a, b)              _mm_andnot_si128(OR(a, b), SET(-1))
#define ADD(a, b)              _mm_add_epi64(a, b)
#define LEFT(a, n)             _mm_slli_epi64(a, n)
#define RIGHT(a, n)            _mm_srl_epi64(a, _mm_cvtsi32_si128((int)(n)))
#define ALL_ABOVE(a, b)        lanes_above(a, b)
#define STORE(to, a)           store(to, a)
#define GATHER(place, column)                                                  \
    _mm_set_epi64x((long long)BITS(place, column, 1),                          \
                   (long long)BITS(place, column, 0))
#include "memory/kernel_distances.h"

const hxp_kernels hxp_kernels_sse2 = { "sse2",
                                       whole,
                                       halves,
                                       hxp_plain_bigrams,
                                       hxp_plain_members,
                                       hxp_plain_members_of_all,
                                       distances,
                                       hxp_plain_pair,
                                       hxp_plain_unpack,
                                       hxp_plain_marked_row };

#endif

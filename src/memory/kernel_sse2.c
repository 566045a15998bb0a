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

/** Letters that 16 texts lack or have too many, two classes of them. */
static __m128i lacking(const uint8_t *query, __m128i text, bool longer)
{
    __m128i first = load(query), second = load(query + HXP_TOGETHER);
    return longer ? _mm_adds_epu8(_mm_subs_epu8(first, low(text)),
                                  _mm_subs_epu8(second, high(text)))
                  : _mm_adds_epu8(_mm_subs_epu8(low(text), first),
                                  _mm_subs_epu8(high(text), second));
}

/** A bit for each text of a block that lacks at most most letters. */
static inline uint32_t kept_of(const uint8_t *block, const hxp_letters *query,
                               __m128i most, bool longer)
{
    __m128i sums[2] = { _mm_setzero_si128(), _mm_setzero_si128() };
    for (size_t i = 0; i < HXP_CLASSES; i += 2, block += HXP_TOGETHER) {
        const uint8_t *counts = query->counts[i];
        sums[0] = _mm_adds_epu8(sums[0], lacking(counts, load(block), longer));
        sums[1] =
            _mm_adds_epu8(sums[1], lacking(counts, load(block + 16), longer));
    }
    uint32_t kept = 0;
    for (int i = 0; i < 2; i++) {
        __m128i more = _mm_subs_epu8(sums[i], most);
        __m128i in = _mm_cmpeq_epi8(more, _mm_setzero_si128());
        kept |= (uint32_t)_mm_movemask_epi8(in) << 16 * i;
    }
    return kept;
}

static inline size_t keep_whole(uint32_t *out, const hxp_letters *query,
                                const hxp_signatures *texts, unsigned most,
                                bool longer)
{
    __m128i limit = _mm_set1_epi8((char)(most < 255 ? most : 255));
    size_t kept = 0;
    for (size_t at = texts->first; at < texts->end;) {
        size_t block = at / HXP_TOGETHER, first = block * HXP_TOGETHER;
        uint32_t bits = kept_of(texts->blocks + block * HXP_SIGNATURES, query,
                                limit, longer);
        bits &= hxp_bits_between(at - first, texts->end - first);
        for (; bits != 0; bits &= bits - 1)
            out[kept++] = (uint32_t)(first + (size_t)__builtin_ctz(bits));
        at = first + HXP_TOGETHER;
    }
    return kept;
}

static size_t whole(uint32_t *out, const hxp_letters *query,
                    const hxp_signatures *texts, unsigned most)
{
    return texts->longer ? keep_whole(out, query, texts, most, true)
                         : keep_whole(out, query, texts, most, false);
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
                                       hxp_plain_bigrams,
                                       hxp_plain_members,
                                       hxp_plain_members_of_all,
                                       distances,
                                       hxp_plain_pair,
                                       hxp_plain_unpack,
                                       hxp_plain_marked_row };

#endif

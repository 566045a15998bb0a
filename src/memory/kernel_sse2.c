/* kernel_sse2.c - the kernels for every x86-64 processor. */
#include "memory/kernels.h"

#if defined(__x86_64__)

#include "memory/kernel_plain.h"

#include <emmintrin.h>

static __m128i load(const uint8_t *bytes)
{
    return _mm_loadu_si128((const __m128i *)(const void *)bytes);
}

/** Each byte shifted, and cut to most. */
static __m128i field(__m128i bytes, unsigned shift, uint8_t most)
{
    return _mm_and_si128(_mm_srl_epi16(bytes, _mm_cvtsi32_si128((int)shift)),
                         _mm_set1_epi8((char)most));
}

/** The letters of a class that texts lack, or have too many. */
static inline __m128i apart(const uint8_t *query, __m128i text, bool longer)
{
    return longer ? _mm_subs_epu8(load(query), text)
                  : _mm_subs_epu8(text, load(query));
}

/** The same, by halves. */
static inline __m128i halves_apart(const hxp_letters *query, size_t i,
                                   __m128i all, __m128i first, bool longer)
{
    __m128i second = _mm_subs_epu8(all, first);
    if (longer) /* a class that is full may have more in its second half */
        second = _mm_or_si128(
            second,
            _mm_cmpeq_epi8(all, _mm_set1_epi8((char)hxp_most_of_class(i))));
    return _mm_adds_epu8(apart(query->counts[HXP_FIRST][i], first, longer),
                         apart(query->counts[HXP_SECOND][i], second, longer));
}

/** A row of a block, of 16 texts: the classes that it holds. */
typedef struct class_row {
    const uint8_t *bytes;
    size_t class; /* the first one, and ... */
    size_t step;  /* ... how far the next one is behind it */
    unsigned bits;
} class_row;

static inline class_row common_row(const uint8_t *block, size_t i)
{
    return (class_row){ block + i * HXP_TOGETHER, i, HXP_COMMON_ROWS, 4 };
}

static inline class_row rare_row(const uint8_t *block, size_t i)
{
    return (class_row){ block + HXP_COMMON_SIGNATURES + i * HXP_TOGETHER,
                        HXP_COMMON_CLASSES + i, HXP_RARE_ROWS, 2 };
}

/** Add the letters of the classes of a row. */
static inline __m128i add_row(__m128i sums, class_row row,
                              const hxp_letters *query, bool longer)
{
    uint8_t most = hxp_most_of_class(row.class);
    __m128i all = load(row.bytes);
    for (unsigned shift = 0; shift < 8; shift += row.bits) {
        sums = _mm_adds_epu8(sums, apart(query->counts[HXP_WHOLE][row.class],
                                         field(all, shift, most), longer));
        row.class += row.step;
    }
    return sums;
}

/** The same, by halves. */
static inline __m128i add_row_halves(__m128i sums, class_row row,
                                     const hxp_letters *query, bool longer)
{
    uint8_t most = hxp_most_of_class(row.class);
    __m128i all = load(row.bytes);
    __m128i first = load(row.bytes + HXP_HALVES_BEHIND);
    for (unsigned shift = 0; shift < 8; shift += row.bits) {
        sums = _mm_adds_epu8(
            sums, halves_apart(query, row.class, field(all, shift, most),
                               field(first, shift, most), longer));
        row.class += row.step;
    }
    return sums;
}

/** A bit for each byte that is at most most. */
static inline uint32_t at_most(__m128i bytes, __m128i most)
{
    __m128i more = _mm_subs_epu8(bytes, most);
    return (uint32_t)_mm_movemask_epi8(
        _mm_cmpeq_epi8(more, _mm_setzero_si128()));
}

/** A bit for each of 16 texts of a block that is within a limit. */
static inline uint32_t some_within(const uint8_t *block,
                                   const hxp_letters *query, __m128i limit,
                                   bool longer)
{
    __m128i sums = _mm_setzero_si128();
    for (size_t i = 0; i < HXP_COMMON_ROWS; i++)
        sums = add_row(sums, common_row(block, i), query, longer);
    for (size_t i = 0; i < HXP_RARE_ROWS; i++)
        sums = add_row(sums, rare_row(block, i), query, longer);
    return at_most(sums, limit);
}

/** The same, by halves. */
static inline uint32_t some_halves_within(const uint8_t *block,
                                          const hxp_letters *query,
                                          __m128i limit, bool longer)
{
    __m128i sums = _mm_setzero_si128();
    for (size_t i = 0; i < HXP_COMMON_ROWS; i++)
        sums = add_row_halves(sums, common_row(block, i), query, longer);
    for (size_t i = 0; i < HXP_RARE_ROWS; i++)
        sums = add_row_halves(sums, rare_row(block, i), query, longer);
    return at_most(sums, limit);
}

static inline uint32_t whole_within(const uint8_t *block,
                                    const hxp_letters *query, __m128i limit,
                                    bool longer)
{
    return some_within(block, query, limit, longer) |
           some_within(block + 16, query, limit, longer) << 16;
}

static inline uint32_t halves_within(const uint8_t *block,
                                     const hxp_letters *query, __m128i limit,
                                     bool longer)
{
    return some_halves_within(block, query, limit, longer) |
           some_halves_within(block + 16, query, limit, longer) << 16;
}

#define LIMIT          __m128i
#define LIMIT_OF(most) _mm_set1_epi8((char)((most) < 255 ? (most) : 255))
#include "memory/kernel_letters.h"

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
                                       false,
                                       letters,
                                       hxp_plain_bigrams,
                                       hxp_plain_members,
                                       hxp_plain_members_of_all,
                                       distances,
                                       hxp_plain_pair,
                                       hxp_plain_unpack,
                                       hxp_plain_marked_row };

#endif

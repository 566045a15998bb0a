/* kernel_avx512.c - the kernels for processors with AVX-512 (VBMI); compiled
 * for them. What gains nothing by it is done as with AVX2. */
#include "memory/kernels.h"

#if defined(__x86_64__)

#include "memory/kernel_avx2.h"
#include "memory/kernel_plain.h"

/* --- Distances ------------------------------------------------------------ */

static void store(unsigned *to, __m512i numbers)
{
    _mm256_storeu_si256((__m256i *)(void *)to, _mm512_cvtepi64_epi32(numbers));
}

/** Where rows from a place on are equal to a column's character of text k. */
#define BITS(place, column, k)                                                 \
    ((long long)bits_at(place, (column)[(size_t)(k)*BLOCK]))
#define VECTOR          __m512i
#define IN_VECTOR       8
#define SET(number)     _mm512_set1_epi64((long long)(number))
#define AND(a, b)       _mm512_and_si512(a, b)
#define OR(a, b)        _mm512_or_si512(a, b)
#define XOR(a, b)       _mm512_xor_si512(a, b)
#define NOR(a, b)       _mm512_ternarylogic_epi64(a, b, b, 0x03)
#define ADD(a, b)       _mm512_add_epi64(a, b)
#define LEFT(a, n)      _mm512_slli_epi64(a, n)
#define RIGHT(a, n)     _mm512_srl_epi64(a, _mm_cvtsi32_si128((int)(n)))
#define ALL_ABOVE(a, b) (_mm512_cmpgt_epi64_mask(a, b) == 0xFF)
#define STORE(to, a)    store(to, a)
#define GATHER(place, column)                                                  \
    _mm512_set_epi64(BITS(place, column, 7), BITS(place, column, 6),           \
                     BITS(place, column, 5), BITS(place, column, 4),           \
                     BITS(place, column, 3), BITS(place, column, 2),           \
                     BITS(place, column, 1), BITS(place, column, 0))
#include "memory/kernel_distances.h"

/* --- Letters -------------------------------------------------------------- */

/* Two rows of a block of signatures are looked at together. */

static inline __m512i load_two(const uint8_t *rows)
{
    return _mm512_loadu_si512(rows);
}

static inline __m512i low_halves(__m512i bytes)
{
    return _mm512_and_si512(bytes, _mm512_set1_epi8(15));
}

static inline __m512i high_halves(__m512i bytes)
{
    return low_halves(_mm512_srli_epi16(bytes, 4));
}

/** a less b, at least 0; 0 where a class has as many as are counted at most. */
static inline __m512i subs_unless(uint8_t full, __m512i a, __m512i b,
                                  __m512i of)
{
    __mmask64 more = _mm512_cmpneq_epu8_mask(of, _mm512_set1_epi8((char)full));
    return _mm512_maskz_subs_epu8(more, a, b);
}

/** Tables of two rows, each for the bytes of its row. */
static inline __m512i tables_of(const uint8_t rows[2][16])
{
    __m512i both = _mm512_castsi256_si512(load(rows[0]));
    return _mm512_shuffle_i64x2(both, both, _MM_SHUFFLE(1, 1, 0, 0));
}

/** A bit for each text whose letters, summed by two rows, are at most most. */
static inline uint32_t at_most(__m512i sums, __m256i most)
{
    __m256i all = _mm256_adds_epu8(_mm512_castsi512_si256(sums),
                                   _mm512_extracti64x4_epi64(sums, 1));
    return _mm256_cmple_epu8_mask(all, most);
}

/* AND and OR are those of distances */
#define WIDE                        __m512i
#define LOAD(bytes)                 load_two(bytes)
#define LOW(a)                      low_halves(a)
#define HIGH(a)                     high_halves(a)
#define ADDS(a, b)                  _mm512_adds_epu8(a, b)
#define SUBS(a, b)                  _mm512_subs_epu8(a, b)
#define SUB(a, b)                   _mm512_sub_epi8(a, b)
#define BYTES(byte)                 _mm512_set1_epi8(byte)
#define HALVED(a)                   _mm512_srli_epi16(a, 1)
#define DOUBLED(a)                  _mm512_add_epi8(a, a)
#define TABLES(rows)                tables_of(rows)
#define LOOK_UP(tables, a)          _mm512_shuffle_epi8(tables, a)
#define SUBS_UNLESS(full, a, b, of) subs_unless(full, a, b, of)
#define AT_MOST(sums, limit)        at_most(sums, limit)
#define LIMIT                       __m256i
#define LIMIT_OF(most)              _mm256_set1_epi8((char)((most) < 255 ? (most) : 255))
#include "memory/kernel_wide_letters.h"

/* --- Bigrams -------------------------------------------------------------- */

enum { PAIRS = 64 }; /* of codes that are looked at together */

/** Codes and those behind each; only their lower six bits count. */
typedef struct code_pairs {
    __m512i codes;
    __m512i next;
} code_pairs;

/** The tables that pairs are looked up with. */
typedef struct pair_tables {
    __m512i turned; /* hxp_bigram_turned() of each code */
    __m512i bits;   /* 1 << i % 8 */
    __m512i sixes;  /* the bytes of eight codes, for each eight of them */
    __m512i codes;  /* where these codes begin, ... */
    __m512i next;   /* ... and the next ones */
} pair_tables;

static pair_tables make_tables(void)
{
    uint8_t turned[PAIRS], bits[PAIRS], sixes[PAIRS], codes[PAIRS], next[PAIRS];
    for (unsigned i = 0; i < PAIRS; i++) {
        turned[i] = (uint8_t)hxp_bigram_turned(i);
        bits[i] = (uint8_t)(1 << i % 8);
        sixes[i] = (uint8_t)(i / 8 * 6 + i % 8);
        codes[i] = (uint8_t)(i % 8 * 6);
        next[i] = (uint8_t)(i % 8 * 6 + 6);
    }
    return (pair_tables){ load_two(turned), load_two(bits), load_two(sixes),
                          load_two(codes), load_two(next) };
}

static inline __mmask64 first_bits(size_t count)
{
    return count < 64 ? ((uint64_t)1 << count) - 1 : UINT64_MAX;
}

/** The pairs that come next, of which pairs are there. */
static inline code_pairs pairs_at(const uint8_t *at, bool packed, size_t pairs,
                                  const pair_tables *tables)
{
    enum { BYTES = PAIRS / 4 * 3 + 1 }; /* of all codes and one more */
    if (!packed)
        return (
            code_pairs){ _mm512_maskz_loadu_epi8(first_bits(pairs), at),
                         _mm512_maskz_loadu_epi8(first_bits(pairs), at + 1) };
    __m512i bytes = _mm512_maskz_loadu_epi8(first_bits(BYTES), at);
    bytes = _mm512_permutexvar_epi8(tables->sixes, bytes);
    return (code_pairs){ _mm512_multishift_epi64_epi8(tables->codes, bytes),
                         _mm512_multishift_epi64_epi8(tables->next, bytes) };
}

/** A bit for each of the numbers that is in the set of its lane. */
static inline __mmask64 in_sets(__m512i numbers, __m512i sets, __m512i bits)
{
    __m512i bit = _mm512_permutexvar_epi8(_mm512_srli_epi16(numbers, 4), bits);
    return _mm512_test_epi8_mask(_mm512_shuffle_epi8(sets, numbers), bit);
}

/** The sets of four parts: of what hxp_bigram_first() gives, or behind. */
static inline __m512i four_sets(const uint8_t *sets)
{
    return _mm512_inserti64x4(_mm512_castsi256_si512(load(sets)),
                              load(sets + HXP_BIGRAM_SETS), 1);
}

/** How many pairs of codes of a row the query has not near. */
static inline size_t other_bigrams(const uint8_t *row, size_t pairs,
                                   bool packed, const uint8_t *sets,
                                   const pair_tables *tables)
{
    enum { CUT_AND_XOR = 0x6A, FOUR_SETS = 2 * HXP_BIGRAM_SETS };
    const __m512i cut = _mm512_set1_epi8(HXP_CODES - 1);
    size_t others = 0, step = packed ? PAIRS / 4 * 3 : PAIRS;
    for (size_t i = 0; i < pairs; i += PAIRS, row += step) {
        code_pairs of = pairs_at(row, packed, pairs - i, tables);
        __m512i one = _mm512_permutexvar_epi8(of.codes, tables->turned);
        __m512i next = _mm512_permutexvar_epi8(of.next, tables->turned);
        __mmask64 in =
            in_sets(_mm512_ternarylogic_epi64(of.codes, cut, next, CUT_AND_XOR),
                    four_sets(sets), tables->bits);
        in &= in_sets(_mm512_ternarylogic_epi64(of.next, cut, one, CUT_AND_XOR),
                      four_sets(sets + HXP_BIGRAM_SETS / 2), tables->bits);
        others += (size_t)_mm_popcnt_u64(~in & first_bits(pairs - i));
        sets += FOUR_SETS;
    }
    return others;
}

#include "memory/kernel_bigrams.h"

const hxp_kernels hxp_kernels_avx512 = {
    "avx512",         true,
    letters,          bigrams,
    hxp_avx2_members, hxp_avx2_members_of_all,
    distances,        hxp_avx2_pair,
    hxp_avx2_unpack,  hxp_avx2_marked_row
};

#endif

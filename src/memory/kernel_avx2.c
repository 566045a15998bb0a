/* kernel_avx2.c - the kernels for processors with AVX2; compiled for them. */
#include "memory/kernels.h"

#if defined(__x86_64__)

#include "memory/kernel_avx2.h"
#include "memory/kernel_plain.h"

static bool lanes_above(__m256i a, __m256i b)
{
    __m256i above = _mm256_cmpgt_epi64(a, b);
    return _mm256_movemask_pd(_mm256_castsi256_pd(above)) == 15;
}

static void store(unsigned *to, __m256i numbers)
{
    long long all[4];
    _mm256_storeu_si256((__m256i *)(void *)all, numbers);
    for (int i = 0; i < 4; i++)
        to[i] = (unsigned)all[i];
}

/** Where rows from a place on are equal to a column's character of text k. */
#define BITS(place, column, k) bits_at(place, (column)[(size_t)(k)*BLOCK])
#define VECTOR                 __m256i
#define IN_VECTOR              4
#define SET(number)            _mm256_set1_epi64x((long long)(number))
#define AND(a, b)              _mm256_and_si256(a, b)
#define OR(a, b)               _mm256_or_si256(a, b)
#define XOR(a, b)              _mm256_xor_si256(a, b)
#define NOR(a, b)              _mm256_andnot_si256(OR(a, b), SET(-1))
#define ADD(a, b)              _mm256_add_epi64(a, b)
#define LEFT(a, n)             _mm256_slli_epi64(a, n)
#define RIGHT(a, n)            _mm256_srl_epi64(a, _mm_cvtsi32_si128((int)(n)))
#define ALL_ABOVE(a, b)        lanes_above(a, b)
#define STORE(to, a)           store(to, a)
#define GATHER(place, column)                                                  \
    _mm256_set_epi64x(                                                         \
        (long long)BITS(place, column, 3), (long long)BITS(place, column, 2),  \
        (long long)BITS(place, column, 1), (long long)BITS(place, column, 0))
#include "memory/kernel_distances.h"

/** Bytes that are not zero where those at bytes are in a set. */
static __m256i in_set(const uint8_t *bytes, const uint8_t set[2][16])
{
    const __m256i bits = _mm256_set1_epi64x((long long)0x8040201008040201);
    __m256i here = load(bytes), lower = low(here);
    /* the highest bit of a byte chooses */
    __m256i row = _mm256_blendv_epi8(
        _mm256_shuffle_epi8(load_twice(set[0]), lower),
        _mm256_shuffle_epi8(load_twice(set[1]), lower), here);
    return _mm256_and_si256(row, _mm256_shuffle_epi8(bits, high(here)));
}

/** Bytes that are not zero where pairs begin. */
static __m256i pairs_at(const uint8_t *bytes, const hxp_pair_sets *sets)
{
    return _mm256_min_epu8(in_set(bytes, sets->halves[0]),
                           in_set(bytes + sets->gap, sets->halves[1]));
}

enum { ROW_BYTES = 2048 }; /* of rows at a time */

/** How many bytes of a row may lie outside a set. */
typedef struct bits_test {
    const uint8_t (*set)[16];
    unsigned most;
} bits_test;

/** How many of count bytes are not in a set. */
static size_t others_of(const uint8_t *bytes, size_t count,
                        const uint8_t set[2][16])
{
    size_t others = 0;
    for (size_t k = 0; k < count; k += 32) {
        uint64_t in = bits_of(in_set(bytes + k, set)), all = UINT32_MAX;
        if (count - k < 32)
            all = ((uint64_t)1 << (count - k)) - 1;
        others += (size_t)_mm_popcnt_u64(~in & all);
    }
    return others;
}

size_t hxp_avx2_members(uint32_t *numbers, size_t count,
                        const hxp_byte_rows *rows, const hxp_pair_sets *sets,
                        unsigned most)
{
    enum { SOON = 8 };
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t number = numbers[i];
        const uint8_t *row =
            rows->bytes + (size_t)(number - rows->first) * rows->length;
        if (i + SOON < count) {
            size_t soon = numbers[i + SOON] - rows->first;
            const uint8_t *next = rows->bytes + soon * rows->length;
            _mm_prefetch((const char *)next, _MM_HINT_T0);
        }
        numbers[kept] = number;
        kept += others_of(row, rows->length, sets->halves[0]) <= most;
    }
    return kept;
}

/** The same, a bit for each byte first: all rows of a block together. */
static size_t members_of_block(uint32_t *out, size_t count, uint32_t first,
                               const hxp_byte_rows *rows, const bits_test *test)
{
    uint8_t bits[ROW_BYTES / 8 + 8];
    const uint8_t *bytes =
        rows->bytes + (size_t)(first - rows->first) * rows->length;
    for (size_t k = 0; k < count * rows->length; k += 32) {
        uint32_t in = (uint32_t)bits_of(in_set(bytes + k, test->set));
        memcpy(bits + k / 8, &in, sizeof in);
    }
    uint64_t all = ((uint64_t)1 << rows->length) - 1;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        size_t bit = i * rows->length;
        uint64_t in;
        memcpy(&in, bits + bit / 8, sizeof in);
        out[kept] = first + (uint32_t)i;
        kept += (size_t)_mm_popcnt_u64(~(in >> bit % 8) & all) <= test->most;
    }
    return kept;
}

size_t hxp_avx2_members_of_all(uint32_t *out, size_t count,
                               const hxp_byte_rows *rows,
                               const hxp_pair_sets *sets, unsigned most)
{
    enum { LONGEST = 56 };
    const bits_test test = { sets->halves[0], most };
    if (rows->length == 0 || rows->length > LONGEST) {
        for (size_t i = 0; i < count; i++)
            out[i] = rows->first + (uint32_t)i;
        return hxp_avx2_members(out, count, rows, sets, most);
    }
    size_t block = ROW_BYTES / rows->length, kept = 0;
    for (size_t i = 0; i < count; i += block) {
        size_t n = count - i < block ? count - i : block;
        kept += members_of_block(out + kept, n, rows->first + (uint32_t)i, rows,
                                 &test);
    }
    return kept;
}

size_t hxp_avx2_pair(const uint8_t *bytes, size_t count,
                     const hxp_pair_sets *sets)
{
    size_t i = 0;
    for (; i + 64 <= count; i += 64) {
        __m256i a = pairs_at(bytes + i, sets);
        __m256i b = pairs_at(bytes + i + 32, sets);
        __m256i any = _mm256_or_si256(a, b);
        if (!_mm256_testz_si256(any, any))
            return i + (size_t)__builtin_ctzll(bits_of(a) | bits_of(b) << 32);
    }
    return i + hxp_plain_pair(bytes + i, count - i, sets);
}

/** A quarter of the symbols of codes. */
static __m256i table_at(const hxp_packing *packing, size_t quarter)
{
    return load_twice(packing->symbols + 16 * quarter);
}

void hxp_avx2_unpack(uint8_t *to, const hxp_packing *packing,
                     const uint8_t *packed, size_t count)
{
    const __m256i first = table_at(packing, 0), second = table_at(packing, 1),
                  third = table_at(packing, 2), fourth = table_at(packing, 3);
    for (size_t i = 0; i < count; i += 32, packed += 24) {
        __m256i codes = codes_at(packed);
        __m256i odd = _mm256_slli_epi16(codes, 3);
        __m256i low_half =
            _mm256_blendv_epi8(_mm256_shuffle_epi8(first, codes),
                               _mm256_shuffle_epi8(second, codes), odd);
        __m256i high_half =
            _mm256_blendv_epi8(_mm256_shuffle_epi8(third, codes),
                               _mm256_shuffle_epi8(fourth, codes), odd);
        __m256i symbols = _mm256_blendv_epi8(low_half, high_half,
                                             _mm256_slli_epi16(codes, 2));
        _mm256_storeu_si256((__m256i *)(void *)(to + i), symbols);
    }
}

/** The bits of 32 codes that are in a set; which has a bit for each quarter. */
static inline uint64_t codes_in(__m256i codes, __m256i set, __m256i quarter)
{
    __m256i in = _mm256_and_si256(_mm256_shuffle_epi8(set, codes), quarter);
    return bits_of(_mm256_cmpeq_epi8(in, quarter));
}

/** The 64 codes that come next, of which not all may be there. */
typedef struct code_block {
    __m256i codes[2];
    __m256i quarters[2]; /* a bit for the quarter of each */
    uint64_t here;
} code_block;

static inline code_block block_at(const uint8_t *row, size_t left)
{
    const __m256i quarters = load_twice(
        (const uint8_t[]){ 1, 2, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 });
    const __m256i upper = _mm256_set1_epi8(3);
    code_block at = { .codes = { codes_at(row), codes_at(row + 24) } };
    for (size_t i = 0; i < 2; i++) {
        __m256i shifted = _mm256_srli_epi16(at.codes[i], 4);
        at.quarters[i] =
            _mm256_shuffle_epi8(quarters, _mm256_and_si256(shifted, upper));
    }
    at.here = left < 64 ? ((uint64_t)1 << left) - 1 : UINT64_MAX;
    return at;
}

static inline uint64_t bits_in(const code_block *at, __m256i set)
{
    return (codes_in(at->codes[0], set, at->quarters[0]) |
            codes_in(at->codes[1], set, at->quarters[1]) << 32) &
           at->here;
}

/** Whether a row has codes of all count sets as far apart as they are. */
static inline bool has_marks(const uint8_t *row, size_t length,
                             const hxp_code_marks *marks, const __m256i *sets,
                             size_t count)
{
    enum { AT_ONCE = 32, BYTES = 24 };
    for (size_t i = 0;; i += AT_ONCE, row += BYTES) {
        code_block at = block_at(row, length - i);
        uint64_t all = UINT64_MAX;
        for (size_t k = 0; k < count; k++)
            all &= bits_in(&at, sets[k]) >> marks->behind[k];
        if (all != 0 || length - i <= 64)
            return all != 0;
    }
}

/** The same of rows; how many sets there are is known when compiling. */
static inline size_t first_marked(const hxp_packed_rows *rows, size_t from,
                                  const hxp_code_marks *marks, size_t count)
{
    size_t size = hxp_packed_size(rows->length);
    __m256i sets[HXP_MARKS];
    for (size_t k = 0; k < count; k++)
        sets[k] = load_twice(marks->in[k]);
    while (from < rows->count && !has_marks(rows->bytes + from * size,
                                            rows->length, marks, sets, count))
        from++;
    return from;
}

size_t hxp_avx2_marked_row(const hxp_packed_rows *rows, size_t from,
                           const hxp_code_marks *marks)
{
    switch (marks->count) {
    case 1:
        return first_marked(rows, from, marks, 1);
    case 2:
        return first_marked(rows, from, marks, 2);
    case 3:
        return first_marked(rows, from, marks, 3);
    default:
        return first_marked(rows, from, marks, HXP_MARKS);
    }
}

const hxp_kernels hxp_kernels_avx2 = {
    "avx2",           true,
    hxp_avx2_letters, hxp_avx2_bigrams,
    hxp_avx2_members, hxp_avx2_members_of_all,
    distances,        hxp_avx2_pair,
    hxp_avx2_unpack,  hxp_avx2_marked_row
};

#endif

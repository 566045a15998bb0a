/* kernel_plain.c - the kernels in C that runs everywhere. */
#include "memory/kernel_plain.h"
#include "memory/kernels.h"

#include <string.h>

/* Loops over the texts that stand together are short and do one thing each, so
 * that compilers take many texts at once. */

/** A number of each of the texts that stand together. */
typedef struct lanes {
    uint8_t of[HXP_TOGETHER];
} lanes;

/** How many letters each of them lacks, or has too many. */
typedef struct lanes_sums {
    uint16_t of[HXP_TOGETHER];
} lanes_sums;

/** The bits of bytes from shift on that mask has. */
static inline void cut(lanes *to, const uint8_t *bytes, unsigned shift,
                       uint8_t mask)
{
    /* what is known when compiling makes it faster */
    if (shift == 0)
        for (size_t t = 0; t < HXP_TOGETHER; t++)
            to->of[t] = bytes[t] & mask;
    else if (shift == 2)
        for (size_t t = 0; t < HXP_TOGETHER; t++)
            to->of[t] = bytes[t] >> 2 & mask;
    else if (shift == 4)
        for (size_t t = 0; t < HXP_TOGETHER; t++)
            to->of[t] = bytes[t] >> 4 & mask;
    else
        for (size_t t = 0; t < HXP_TOGETHER; t++)
            to->of[t] = bytes[t] >> 6 & mask;
}

/** The counts of class i. */
static inline lanes class_of(const uint8_t *signatures, size_t i)
{
    lanes counts;
    bool common = i < HXP_COMMON_CLASSES;
    size_t rows = common ? HXP_COMMON_ROWS : HXP_RARE_ROWS;
    if (!common) {
        signatures += HXP_COMMON_SIGNATURES;
        i -= HXP_COMMON_CLASSES;
    }
    cut(&counts, signatures + i % rows * HXP_TOGETHER,
        (unsigned)(i / rows * (common ? 4 : 2)),
        common ? HXP_MOST_COMMON : HXP_MOST_RARE);
    return counts;
}

/** How many more there are in each of a than in b, at least none. */
static inline lanes above(const lanes *a, const lanes *b)
{
    lanes more;
    for (size_t t = 0; t < HXP_TOGETHER; t++)
        more.of[t] =
            (uint8_t)((a->of[t] > b->of[t] ? a->of[t] : b->of[t]) - b->of[t]);
    return more;
}

/** Add how many letters of a class texts lack, or have too many. */
static inline void add_apart(lanes_sums *sums, uint8_t wanted,
                             const lanes *counts, bool longer)
{
    lanes query;
    memset(query.of, wanted, sizeof query.of);
    lanes apart = longer ? above(&query, counts) : above(counts, &query);
    for (size_t t = 0; t < HXP_TOGETHER; t++)
        sums->of[t] = (uint16_t)(sums->of[t] + apart.of[t]);
}

/** Add how many letters of class i texts lack, or have too many. */
static inline void add_whole(lanes_sums *sums, const uint8_t *block,
                             const hxp_letters *query, size_t i, bool longer)
{
    lanes all = class_of(block, i);
    add_apart(sums, query->counts[HXP_WHOLE][i][0], &all, longer);
}

/** The same, by halves. */
static inline void add_halves(lanes_sums *sums, const uint8_t *block,
                              const hxp_letters *query, size_t i, bool longer)
{
    uint8_t most = hxp_most_of_class(i);
    lanes all = class_of(block, i);
    lanes first = class_of(block + HXP_HALVES_BEHIND, i);
    lanes second = above(&all, &first);
    for (size_t t = 0; longer && t < HXP_TOGETHER; t++)
        second.of[t] = all.of[t] == most ? most : second.of[t];
    add_apart(sums, query->counts[HXP_FIRST][i][0], &first, longer);
    add_apart(sums, query->counts[HXP_SECOND][i][0], &second, longer);
}

/** A bit for each text of a block whose sum is at most limit. */
static uint32_t within(const lanes_sums *sums, unsigned limit)
{
    uint32_t bits = 0;
    for (size_t t = 0; t < HXP_TOGETHER; t++)
        bits |= (uint32_t)(sums->of[t] <= limit || limit >= 255) << t;
    return bits;
}

static uint32_t whole_within(const uint8_t *block, const hxp_letters *query,
                             unsigned limit, bool longer)
{
    lanes_sums sums = { { 0 } };
    for (size_t i = 0; i < HXP_CLASSES; i++)
        add_whole(&sums, block, query, i, longer);
    return within(&sums, limit);
}

static uint32_t halves_within(const uint8_t *block, const hxp_letters *query,
                              unsigned limit, bool longer)
{
    lanes_sums sums = { { 0 } };
    for (size_t i = 0; i < HXP_CLASSES; i++)
        add_halves(&sums, block, query, i, longer);
    return within(&sums, limit);
}

#define LIMIT          unsigned
#define LIMIT_OF(most) (most)
#include "memory/kernel_letters.h"

/** The codes that come next. */
static inline uint64_t next_codes(const uint8_t *packed)
{
    uint64_t bits;
    memcpy(&bits, packed, sizeof bits);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bits = __builtin_bswap64(bits);
#endif
    return bits;
}

/** The codes of a row from number i on, the first in the lowest six bits; at
 * least nine are there. */
static inline uint64_t codes_from(const uint8_t *row, size_t i, bool packed)
{
    uint64_t codes = 0;
    if (packed)
        return next_codes(row + i / 4 * 3);
    for (unsigned k = 0; k < 9; k++)
        codes |= (uint64_t)(row[i + k] & 63) << 6 * k;
    return codes;
}

/** Whether more than most of the pairs of a row are others. */
static inline bool has_others(const uint8_t *row, size_t pairs, bool packed,
                              const hxp_bigrams *query, size_t most)
{
    enum { AT_ONCE = 8 };
    size_t others = 0, i = 0;
    for (; i + AT_ONCE <= pairs && others <= most; i += AT_ONCE) {
        const uint8_t *other = query->others[i >> query->shift];
        uint64_t codes = codes_from(row, i, packed);
        for (unsigned k = 0; k < AT_ONCE; k++)
            others += other[codes >> 6 * k & (HXP_BIGRAMS - 1)];
    }
    if (i == pairs || others > most)
        return others > most;
    const uint8_t *other = query->others[i >> query->shift];
    for (uint64_t codes = codes_from(row, i, packed); i < pairs;
         i++, codes >>= 6)
        others += other[codes & (HXP_BIGRAMS - 1)];
    return others > most;
}

enum { SOON = 8 }; /* rows that the cache gets before they are looked at */

static inline size_t keep_bigrams(uint32_t *numbers, size_t count,
                                  const hxp_code_rows *rows,
                                  const hxp_bigrams *query, unsigned most)
{
    bool packed = rows->packed;
    size_t size = packed ? hxp_packed_size(rows->length) : rows->length;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const uint8_t *row =
            rows->bytes + (size_t)(numbers[i] - rows->first) * size;
        if (i + SOON < count)
            __builtin_prefetch(
                rows->bytes + (size_t)(numbers[i + SOON] - rows->first) * size);
        numbers[kept] = numbers[i];
        kept += !has_others(row, rows->length - 1, packed, query, most);
    }
    return kept;
}

size_t hxp_plain_bigrams(uint32_t *numbers, size_t count,
                         const hxp_code_rows *rows, const hxp_bigrams *query,
                         unsigned most)
{
    /* what is known when compiling makes it faster */
    hxp_code_rows of = *rows;
    of.packed = true;
    if (rows->packed)
        return keep_bigrams(numbers, count, &of, query, most);
    of.packed = false;
    return keep_bigrams(numbers, count, &of, query, most);
}

size_t hxp_plain_members(uint32_t *numbers, size_t count,
                         const hxp_byte_rows *rows, const hxp_pair_sets *sets,
                         unsigned most)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const uint8_t *row =
            rows->bytes + (size_t)(numbers[i] - rows->first) * rows->length;
        size_t others = 0;
        for (size_t k = 0; k < rows->length; k++)
            others += (sets->in[row[k]] & 1) == 0;
        if (others <= most)
            numbers[kept++] = numbers[i];
    }
    return kept;
}

size_t hxp_plain_members_of_all(uint32_t *out, size_t count,
                                const hxp_byte_rows *rows,
                                const hxp_pair_sets *sets, unsigned most)
{
    for (size_t i = 0; i < count; i++)
        out[i] = rows->first + (uint32_t)i;
    return hxp_plain_members(out, count, rows, sets, most);
}

/** Where rows from a place on are equal to a column's character of text k. */
#define BITS(place, column, k) bits_at(place, (column)[(size_t)(k)*BLOCK])
#define VECTOR                 uint64_t
#define IN_VECTOR              1
#define SET(number)            ((uint64_t)(number))
#define AND(a, b)              ((a) & (b))
#define OR(a, b)               ((a) | (b))
#define XOR(a, b)              ((a) ^ (b))
#define NOR(a, b)              (~((a) | (b)))
#define ADD(a, b)              ((a) + (b))
#define LEFT(a, n)             ((a) << (n))
#define RIGHT(a, n)            ((a) >> (n))
#define ALL_ABOVE(a, b)        ((a) > (b))
#define STORE(to, a)           (*(to) = (unsigned)(a))
#define GATHER(place, column)  BITS(place, column, 0)
#include "memory/kernel_distances.h"

size_t hxp_plain_pair(const uint8_t *bytes, size_t count,
                      const hxp_pair_sets *sets)
{
    size_t i = 0;
    while (i < count &&
           !((sets->in[bytes[i]] & 1) && (sets->in[bytes[i + sets->gap]] & 2)))
        i++;
    return i;
}

void hxp_plain_unpack(uint8_t *to, const hxp_packing *packing,
                      const uint8_t *packed, size_t count)
{
    enum { BITS = 12, MASK = (1 << BITS) - 1, AT_ONCE = 8, BYTES = 6 };
    for (size_t i = 0; i < count; i += AT_ONCE, packed += BYTES) {
        uint64_t bits = next_codes(packed);
        uint16_t four[] = { packing->pairs[bits & MASK],
                            packing->pairs[bits >> BITS & MASK],
                            packing->pairs[bits >> 2 * BITS & MASK],
                            packing->pairs[bits >> 3 * BITS & MASK] };
        memcpy(to + i, four, sizeof four);
    }
}

/** Code number i of a row. */
static unsigned code_at(const uint8_t *row, size_t i)
{
    size_t bit = 6 * i;
    unsigned bits = row[bit / 8] | (unsigned)row[bit / 8 + 1] << 8;
    return bits >> bit % 8 & 63;
}

static bool is_marked(const uint8_t *row, size_t at,
                      const hxp_code_marks *marks)
{
    for (size_t k = 0; k < marks->count; k++) {
        unsigned code = code_at(row, at + marks->behind[k]);
        if (!(marks->in[k][code & 15] >> (code >> 4) & 1))
            return false;
    }
    return true;
}

size_t hxp_plain_marked_row(const hxp_packed_rows *rows, size_t from,
                            const hxp_code_marks *marks)
{
    size_t size = hxp_packed_size(rows->length), last = 0;
    for (size_t k = 0; k < marks->count; k++)
        last = marks->behind[k] > last ? marks->behind[k] : last;
    for (; from < rows->count; from++)
        for (size_t i = 0; i + last < rows->length; i++)
            if (is_marked(rows->bytes + from * size, i, marks))
                return from;
    return from;
}

const hxp_kernels hxp_kernels_plain = {
    "plain",           false,
    letters,           hxp_plain_bigrams,
    hxp_plain_members, hxp_plain_members_of_all,
    distances,         hxp_plain_pair,
    hxp_plain_unpack,  hxp_plain_marked_row
};

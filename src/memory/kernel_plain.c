/* kernel_plain.c - the kernels in C that runs everywhere. */
#include "memory/kernel_plain.h"
#include "memory/kernels.h"

/** How many letters of the query the text lacks, of two classes in a byte. */
static unsigned lacking(uint8_t query, uint8_t text)
{
    unsigned low = query & 15u, high = query >> 4;
    unsigned text_low = text & 15u, text_high = text >> 4;
    return (low > text_low ? low - text_low : 0) +
           (high > text_high ? high - text_high : 0);
}

static size_t whole(uint32_t *out, const uint8_t *query,
                    const uint8_t *signatures, size_t count, unsigned most)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned sum = 0;
        for (size_t k = 0; k < HXP_SIGNATURE; k++)
            sum += lacking(query[k], signatures[i * HXP_SIGNATURE + k]);
        if (sum <= most)
            out[kept++] = (uint32_t)i;
    }
    return kept;
}

/** What is left of a whole text's count; one that is full may be anything. */
static uint8_t second_half(uint8_t whole, uint8_t first)
{
    unsigned low = whole & 15u, high = (unsigned)whole >> 4;
    low = low == 15 ? low : low - (first & 15u);
    high = high == 15 ? high : high - ((unsigned)first >> 4);
    return (uint8_t)((low & 15) | (high & 15) << 4);
}

static size_t halves(uint32_t *positions, size_t count, const hxp_halves *query,
                     const uint8_t *const signatures[2], unsigned most)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = (size_t)positions[i] * HXP_SIGNATURE;
        unsigned sum = 0;
        for (size_t k = 0; k < HXP_SIGNATURE; k++) {
            uint8_t first = signatures[1][at + k];
            uint8_t second = second_half(signatures[0][at + k], first);
            sum += lacking(query->first[k], first) +
                   lacking(query->second[k], second);
        }
        if (sum <= most)
            positions[kept++] = positions[i];
    }
    return kept;
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

const hxp_kernels hxp_kernels_plain = { "plain",
                                        whole,
                                        halves,
                                        hxp_plain_members,
                                        hxp_plain_members_of_all,
                                        distances,
                                        hxp_plain_pair };

/* signature.c - counts letters in 32 classes. */
#include "memory/signature.h"

#include <string.h>

enum { CLASSES = 2 * HXP_SIGNATURE, MOST = 15 };

/** The class of each symbol: 0 blank, 1 to 26 letters, 27 digits, 28 to 31
 * signs; what is not ASCII is spread over 1 to 31. */
/* clang-format off */
static const uint8_t classes[256] = {
     1,  8, 15, 22, 29,  5, 12, 19, 26,  2,  9, 16, 23, 30,  6, 13,
    20, 27,  3, 10, 17, 24, 31,  7, 14, 21, 28,  4, 11, 18, 25,  1,
     0, 29, 30, 31, 28, 29, 30, 31, 28, 29, 30, 31, 28, 29, 30, 31,
    27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 30, 31, 28, 29, 30, 31,
    28, 22, 29,  5, 12, 19, 26,  2,  9, 16, 23, 30,  6, 13, 20, 27,
     3, 10, 17, 24, 31,  7, 14, 21, 28,  4, 11, 31, 28, 29, 30, 31,
    28,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15,
    16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 31, 28, 29, 30, 22,
    29,  5, 12, 19, 26,  2,  9, 16, 23, 30,  6, 13, 20, 27,  3, 10,
    17, 24, 31,  7, 14, 21, 28,  4, 11, 18, 25,  1,  8, 15, 22, 29,
     5, 12, 19, 26,  2,  9, 16, 23, 30,  6, 13, 20, 27,  3, 10, 17,
    24, 31,  7, 14, 21, 28,  4, 11, 18, 25,  1,  8, 15, 22, 29,  5,
    12, 19, 26,  2,  9, 16, 23, 30,  6, 13, 20, 27,  3, 10, 17, 24,
    31,  7, 14, 21, 28,  4, 11, 18, 25,  1,  8, 15, 22, 29,  5, 12,
    19, 26,  2,  9, 16, 23, 30,  6, 13, 20, 27,  3, 10, 17, 24, 31,
     7, 14, 21, 28,  4, 11, 18, 25,  1,  8, 15, 22, 29,  5, 12, 19,
};
/* clang-format on */

void hxp_signature_classes(uint8_t of[256], const uint8_t bare[256])
{
    for (size_t symbol = 0; symbol < 256; symbol++)
        of[symbol] = classes[bare[symbol]];
}

static unsigned at_most(unsigned count)
{
    return count < MOST ? count : MOST;
}

static void pack(uint8_t signature[HXP_SIGNATURE],
                 const uint16_t counts[CLASSES])
{
    for (size_t i = 0; i < HXP_SIGNATURE; i++)
        signature[i] =
            (uint8_t)(at_most(counts[2 * i]) | at_most(counts[2 * i + 1]) << 4);
}

/** Which quarter of what a whole text may have its first half has. */
static unsigned quarter(unsigned first, unsigned whole)
{
    return 4 * at_most(first) / (at_most(whole) + 1);
}

void hxp_signature_make(hxp_signature *signature, const uint8_t of[256],
                        const uint8_t *symbols, size_t count)
{
    enum { HALF = HXP_HALF_SIGNATURE };
    uint16_t counts[CLASSES] = { 0 }, first[CLASSES];
    size_t half = count / 2;
    for (size_t i = 0; i < half; i++)
        counts[of[symbols[i]]]++;
    memcpy(first, counts, sizeof first);
    for (size_t i = half; i < count; i++)
        counts[of[symbols[i]]]++;
    pack(signature->whole, counts);
    for (size_t i = 0; i < HALF; i++) {
        size_t low = 2 * i, high = 2 * (i + HALF);
        signature->first[i] =
            (uint8_t)(quarter(first[low], counts[low]) |
                      quarter(first[high], counts[high]) << 2 |
                      quarter(first[low + 1], counts[low + 1]) << 4 |
                      quarter(first[high + 1], counts[high + 1]) << 6);
    }
}

static void count_half(uint8_t to[HXP_SIGNATURE], const uint8_t of[256],
                       const uint8_t *symbols, size_t count)
{
    uint16_t counts[CLASSES] = { 0 };
    for (size_t i = 0; i < count; i++)
        counts[of[symbols[i]]]++;
    pack(to, counts);
}

void hxp_signature_halves(hxp_halves *halves, const uint8_t of[256],
                          const uint8_t *symbols, size_t count)
{
    size_t half = count / 2;
    count_half(halves->first, of, symbols, half);
    count_half(halves->second, of, symbols + half, count - half);
}

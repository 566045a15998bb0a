/* signature.c - counts letters in 32 classes. */
#include "memory/signature.h"

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

static void pack(uint8_t signature[HXP_SIGNATURE],
                 const uint16_t counts[CLASSES])
{
    for (size_t i = 0; i < HXP_SIGNATURE; i++) {
        unsigned low = counts[2 * i], high = counts[2 * i + 1];
        low = low < MOST ? low : MOST;
        high = high < MOST ? high : MOST;
        signature[i] = (uint8_t)(low | high << 4);
    }
}

void hxp_signature_make(hxp_signature *signature, const uint8_t *symbols,
                        size_t count)
{
    uint16_t counts[CLASSES] = { 0 };
    size_t half = count / 2;
    for (size_t i = 0; i < half; i++)
        counts[classes[symbols[i]]]++;
    pack(signature->first, counts);
    for (size_t i = half; i < count; i++)
        counts[classes[symbols[i]]]++;
    pack(signature->whole, counts);
}

void hxp_signature_second(uint8_t second[HXP_SIGNATURE], const uint8_t *symbols,
                          size_t count)
{
    uint16_t counts[CLASSES] = { 0 };
    for (size_t i = count / 2; i < count; i++)
        counts[classes[symbols[i]]]++;
    pack(second, counts);
}

/* signature.c - counts letters in 32 classes. */
#include "memory/signature.h"

#include <string.h>

void hxp_signature_classes(uint8_t of[256], const hxp_packing *packing)
{
    enum { OWN = 28, SHARED = HXP_CLASSES - OWN };
    for (size_t symbol = 0; symbol < 256; symbol++) {
        uint8_t code = packing->codes[symbol];
        size_t shared = code < HXP_CODES ? code : symbol;
        of[symbol] = (uint8_t)(code < OWN ? code : OWN + shared % SHARED);
    }
}

static uint8_t at_most(unsigned count)
{
    return (uint8_t)(count < HXP_MOST_OFTEN ? count : HXP_MOST_OFTEN);
}

void hxp_letters_count(hxp_letter_counts *counts, const uint8_t of[256],
                       const uint8_t *symbols, size_t count)
{
    uint16_t first[HXP_CLASSES] = { 0 }, second[HXP_CLASSES] = { 0 };
    size_t half = count / 2;
    for (size_t i = 0; i < half; i++)
        first[of[symbols[i]]]++;
    for (size_t i = half; i < count; i++)
        second[of[symbols[i]]]++;
    for (size_t i = 0; i < HXP_CLASSES; i++)
        counts->whole[i] = at_most((unsigned)first[i] + second[i]);
    for (size_t i = 0; i < HXP_HALF_CLASSES; i++) {
        counts->first[i] = at_most(first[i]);
        counts->second[i] = at_most(second[i]);
    }
}

void hxp_signature_put(uint8_t block[HXP_SIGNATURES], size_t number,
                       const hxp_letter_counts *counts)
{
    uint8_t *at = block + number % HXP_TOGETHER;
    for (size_t i = 0; i < HXP_CLASSES; i += 2, at += HXP_TOGETHER)
        *at = (uint8_t)(counts->whole[i] | counts->whole[i + 1] << 4);
    for (size_t i = 0; i < HXP_HALF_CLASSES; i += 2, at += HXP_TOGETHER)
        *at = (uint8_t)(counts->first[i] | counts->first[i + 1] << 4);
}

void hxp_letters_make(hxp_letters *letters, const hxp_letter_counts *counts)
{
    for (size_t i = 0; i < HXP_CLASSES; i++)
        memset(letters->counts[i], counts->whole[i], HXP_TOGETHER);
    for (size_t i = 0; i < HXP_HALF_CLASSES; i++) {
        memset(letters->first[i], counts->first[i], HXP_TOGETHER);
        memset(letters->second[i], counts->second[i], HXP_TOGETHER);
    }
}

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

void hxp_signature_count(uint8_t counts[HXP_CLASSES], const uint8_t of[256],
                         const uint8_t *symbols, size_t count)
{
    uint16_t all[HXP_CLASSES] = { 0 };
    for (size_t i = 0; i < count; i++)
        all[of[symbols[i]]]++;
    for (size_t i = 0; i < HXP_CLASSES; i++)
        counts[i] =
            (uint8_t)(all[i] < HXP_MOST_OFTEN ? all[i] : HXP_MOST_OFTEN);
}

void hxp_signature_put(uint8_t block[HXP_SIGNATURES], size_t number,
                       const uint8_t counts[HXP_CLASSES])
{
    uint8_t *at = block + number % HXP_TOGETHER;
    for (size_t i = 0; i < HXP_CLASSES; i += 2, at += HXP_TOGETHER)
        *at = (uint8_t)(counts[i] | counts[i + 1] << 4);
}

void hxp_letters_make(hxp_letters *letters, const uint8_t of[256],
                      const uint8_t *symbols, size_t count)
{
    uint8_t counts[HXP_CLASSES];
    hxp_signature_count(counts, of, symbols, count);
    for (size_t i = 0; i < HXP_CLASSES; i++)
        memset(letters->counts[i], counts[i], sizeof letters->counts[i]);
}

/* signature.c - counts letters in 32 classes, words in 64. */
#include "memory/signature.h"

#include <string.h>

enum { CLASSES = 2 * HXP_SIGNATURE, MOST = 15 };

static unsigned class_of(uint8_t symbol)
{
    if (symbol >= 'a' && symbol <= 'z')
        return 1u + symbol - 'a';
    if (symbol == ' ')
        return 0;
    if (symbol >= '0' && symbol <= '9')
        return 27;
    if (symbol > ' ' && symbol < 0x7F && (symbol < 'A' || symbol > 'Z'))
        return 28u + symbol % 4;
    return 1u + symbol * 7u % 31; /* letters of other alphabets, mostly */
}

void hxp_signature_make(uint8_t signature[HXP_SIGNATURE],
                        const uint8_t *symbols, size_t count)
{
    uint8_t counts[CLASSES] = { 0 };
    for (size_t i = 0; i < count; i++) {
        uint8_t *of_class = &counts[class_of(symbols[i])];
        *of_class = (uint8_t)(*of_class + (*of_class < MOST));
    }
    for (size_t i = 0; i < HXP_SIGNATURE; i++)
        signature[i] = (uint8_t)(counts[2 * i] | counts[2 * i + 1] << 4);
}

uint64_t hxp_words_make(const hxp_tokens *tokens)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < tokens->count; i++)
        bits |= (uint64_t)1 << (tokens->items[i].hash & 63);
    return bits;
}

/* packing.c - symbols as codes of six bits: four take three bytes. */
#include "memory/packing.h"

#include <string.h>

void hxp_packing_choose(hxp_packing *packing, const uint32_t often[256])
{
    uint8_t symbols[HXP_CODES] = { 0 };
    bool taken[256] = { false };
    for (size_t code = 0; code < HXP_CODES; code++) {
        size_t best = 0;
        for (size_t symbol = 1; symbol < 256; symbol++)
            if (!taken[symbol] && often[symbol] > 0 &&
                (best == 0 || often[symbol] > often[best]))
                best = symbol;
        taken[best] = true;
        symbols[code] = (uint8_t)best;
    }
    hxp_packing_set(packing, symbols);
}

void hxp_packing_set(hxp_packing *packing, const uint8_t symbols[HXP_CODES])
{
    memcpy(packing->symbols, symbols, HXP_CODES);
    memset(packing->codes, HXP_CODES, sizeof packing->codes);
    for (size_t code = 0; code < HXP_CODES; code++)
        if (symbols[code] != 0)
            packing->codes[symbols[code]] = (uint8_t)code;
    for (size_t i = 0; i < sizeof packing->pairs / sizeof *packing->pairs;
         i++) {
        const uint8_t two[] = { symbols[i % HXP_CODES],
                                symbols[i / HXP_CODES] };
        memcpy(&packing->pairs[i], two, sizeof two);
    }
}

bool hxp_packing_fits(const hxp_packing *packing, const uint8_t *symbols,
                      size_t count)
{
    uint8_t none = 0;
    for (size_t i = 0; i < count; i++)
        none |= packing->codes[symbols[i]];
    return none < HXP_CODES;
}

void hxp_symbols_pack(uint8_t *to, const hxp_packing *packing,
                      const uint8_t *symbols, size_t count)
{
    uint32_t bits = 0;
    unsigned held = 0;
    for (size_t i = 0; i < count; i++) {
        bits |= (uint32_t)packing->codes[symbols[i]] << held;
        held += 6;
        for (; held >= 8; held -= 8, bits >>= 8)
            *to++ = (uint8_t)(bits & 0xFF);
    }
    if (held > 0)
        *to = (uint8_t)bits;
}

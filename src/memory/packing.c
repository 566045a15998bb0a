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
    const uint8_t *codes = packing->codes;
    for (; count >= 4; count -= 4, symbols += 4, to += 3) {
        uint32_t bits = codes[symbols[0]] | (uint32_t)codes[symbols[1]] << 6 |
                        (uint32_t)codes[symbols[2]] << 12 |
                        (uint32_t)codes[symbols[3]] << 18;
        to[0] = (uint8_t)(bits & 0xFF);
        to[1] = (uint8_t)(bits >> 8 & 0xFF);
        to[2] = (uint8_t)(bits >> 16);
    }
    uint32_t bits = 0;
    for (size_t i = 0; i < count; i++)
        bits |= (uint32_t)codes[symbols[i]] << 6 * i;
    for (size_t i = 0; i < hxp_packed_size(count); i++, bits >>= 8)
        to[i] = (uint8_t)(bits & 0xFF);
}

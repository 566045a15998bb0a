/* packing.h - rows of common symbols in three quarters of their bytes. */
#ifndef MEMORY_PACKING_H
#define MEMORY_PACKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    HXP_CODES = 64,
    HXP_UNPACKED_BEHIND = 31, /* bytes written behind what is unpacked ... */
    HXP_PACKED_BEHIND = 55    /* ... and read behind what is packed */
};

/** Six bits, a code, for each of the commonest symbols. */
typedef struct hxp_packing {
    uint8_t symbols[HXP_CODES]; /* of each code; 0: it stands for none */
    uint8_t codes[256];         /* of each symbol; HXP_CODES: it has none */
    uint16_t pairs[HXP_CODES * HXP_CODES]; /* two symbols, for two codes */
} hxp_packing;

/** Choose the codes: for the symbols that are there most often. */
void hxp_packing_choose(hxp_packing *packing, const uint32_t often[256]);

/** Take the symbols of codes as they were chosen; any bytes will do. */
void hxp_packing_set(hxp_packing *packing, const uint8_t symbols[HXP_CODES]);

/** Whether all of count symbols have a code. */
bool hxp_packing_fits(const hxp_packing *packing, const uint8_t *symbols,
                      size_t count);

/** The bytes that count symbols take. */
static inline size_t hxp_packed_size(size_t count)
{
    return (3 * count + 3) / 4;
}

/** Pack count symbols, which fit. */
void hxp_symbols_pack(uint8_t *to, const hxp_packing *packing,
                      const uint8_t *symbols, size_t count);

#endif

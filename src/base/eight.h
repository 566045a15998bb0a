/* eight.h - eight bytes at a time, as a number. */
#ifndef BASE_EIGHT_H
#define BASE_EIGHT_H

#include <stdint.h>

/** A number each of whose bytes is byte. */
#define HXP_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/** Eight bytes, the first one the lowest of the number. */
static inline uint64_t hxp_load_eight(const uint8_t *bytes)
{
    uint64_t eight = 0;
    for (unsigned i = 0; i < sizeof eight; i++)
        eight |= (uint64_t)bytes[i] << 8 * i;
    return eight;
}

/** Those of eight bytes that are c or above, by their highest bits; all are of
 * ASCII. */
static inline uint64_t hxp_eight_at_least(uint64_t eight, unsigned char c)
{
    return (eight + HXP_EACH(0x80U - c)) & HXP_EACH(0x80);
}

#endif

/* signature.h - which letters a text has, in few bytes. */
#ifndef MEMORY_SIGNATURE_H
#define MEMORY_SIGNATURE_H

#include "memory/kernels.h"
#include "memory/symbols.h"

/** How often each class of letters occurs, at most 15 times. */
typedef struct hxp_signature {
    uint8_t whole[HXP_SIGNATURE]; /* in the text */
    uint8_t first[HXP_SIGNATURE]; /* in its first half */
} hxp_signature;

/** Make the signature of count symbols, HXP_LENGTH_LIMIT at most. */
void hxp_signature_make(hxp_signature *signature, const uint8_t *symbols,
                        size_t count);

/** The same for the second half. */
void hxp_signature_second(uint8_t second[HXP_SIGNATURE], const uint8_t *symbols,
                          size_t count);

#endif

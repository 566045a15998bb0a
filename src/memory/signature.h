/* signature.h - which letters a text has, in few bytes. */
#ifndef MEMORY_SIGNATURE_H
#define MEMORY_SIGNATURE_H

#include "memory/kernels.h"
#include "memory/symbols.h"

/** How often each class of letters occurs, at most 15 times. */
typedef struct hxp_signature {
    uint8_t whole[HXP_SIGNATURE];      /* in the text */
    uint8_t first[HXP_HALF_SIGNATURE]; /* in its first half, in quarters */
} hxp_signature;

/** The classes of symbols, by what each is without accents. */
void hxp_signature_classes(uint8_t of[256], const uint8_t bare[256]);

/** Make the signature of count symbols, HXP_LENGTH_LIMIT at most. */
void hxp_signature_make(hxp_signature *signature, const uint8_t of[256],
                        const uint8_t *symbols, size_t count);

/** Count the letters of the halves of a query. */
void hxp_signature_halves(hxp_halves *halves, const uint8_t of[256],
                          const uint8_t *symbols, size_t count);

#endif

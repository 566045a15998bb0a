/* signature.h - which letters texts have, in few bytes. */
#ifndef MEMORY_SIGNATURE_H
#define MEMORY_SIGNATURE_H

#include "memory/kernels.h"
#include "memory/packing.h"

/** The classes of symbols: most of the commonest have one of their own. */
void hxp_signature_classes(uint8_t of[256], const hxp_packing *packing);

/** Write how often each class occurs in count symbols, at most
 * HXP_MOST_OFTEN times. */
void hxp_signature_count(uint8_t counts[HXP_CLASSES], const uint8_t of[256],
                         const uint8_t *symbols, size_t count);

/** Put the counts of a text into the block that it is in; number is its own. */
void hxp_signature_put(uint8_t block[HXP_SIGNATURES], size_t number,
                       const uint8_t counts[HXP_CLASSES]);

/** Count the letters of a query. */
void hxp_letters_make(hxp_letters *letters, const uint8_t of[256],
                      const uint8_t *symbols, size_t count);

#endif

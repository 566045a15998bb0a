/* signature.h - which letters texts have, in few bytes. */
#ifndef MEMORY_SIGNATURE_H
#define MEMORY_SIGNATURE_H

#include "memory/kernels.h"
#include "memory/packing.h"

/** The classes of symbols: most of the commonest have one of their own. */
void hxp_signature_classes(uint8_t of[256], const hxp_packing *packing);

/** How often each class of letters occurs in the parts of a text, at most
 * hxp_most_of_class() times. */
typedef struct hxp_letter_counts {
    uint8_t of[HXP_TEXT_PARTS][HXP_CLASSES];
} hxp_letter_counts;

/** Count the letters of count symbols. */
void hxp_letters_count(hxp_letter_counts *counts, const uint8_t of[256],
                       const uint8_t *symbols, size_t count);

/** Put the counts of a text into the group that it is in; number is its own. */
void hxp_signature_put(uint8_t group[HXP_SIGNATURES], size_t number,
                       const hxp_letter_counts *counts);

/** Make of counts what kernels compare with signatures. */
void hxp_letters_make(hxp_letters *letters, const hxp_letter_counts *counts);

#endif

/* signature.h - which letters and words a text has, in few bytes. */
#ifndef MEMORY_SIGNATURE_H
#define MEMORY_SIGNATURE_H

#include "memory/kernels.h"
#include "memory/symbols.h"

/** How often each class of letters occurs in symbols, at most 15 times. */
void hxp_signature_make(uint8_t signature[HXP_SIGNATURE],
                        const uint8_t *symbols, size_t count);

/** A bit for each word; words may share one. */
uint64_t hxp_words_make(const hxp_tokens *tokens);

#endif

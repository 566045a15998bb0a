/* serves.h - in which texts a term's language counts. */
#ifndef TERMS_SERVES_H
#define TERMS_SERVES_H

#include <hexapla/base.h>

/**
 * True when terms in the language term are good for texts in the language
 * text: their languages are equal, and their scripts where both name one.
 * Subtags are parted by hyphens or underscores.
 */
bool hxp_term_serves(hxp_str term, hxp_str text);

#endif

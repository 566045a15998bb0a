/* encoding.h - guesses the encoding of bytes that do not say it. */
#ifndef TEXT_ENCODING_H
#define TEXT_ENCODING_H

#include <hexapla/base.h>

enum { HXP_ENCODING_SIZE = 64 };

/**
 * Write the encoding of bytes into name, which holds HXP_ENCODING_SIZE bytes.
 * Returns true when it is sure: by a byte order mark, by UTF-16's zeros, or
 * since all is valid UTF-8. Else the name is a guess: what Windows uses for
 * one of the count languages, of which tags may be empty; without any, by how
 * often letters follow one another in the languages that ICU knows.
 */
bool hxp_encoding_guess(char *name, hxp_str bytes, const hxp_str *tags,
                        size_t count);

#endif

/* alphabet.h - tells an encoding by the letters of a known language. */
#ifndef TEXT_ALPHABET_H
#define TEXT_ALPHABET_H

#include <hexapla/base.h>

/**
 * The encoding of eight bits in which bytes are a text in language, a tag, by
 * the letters that CLDR says it is written with; found is what they look like
 * without that (NULL: nothing). That stays, unless it has hardly any of these
 * letters and another one has hardly any others, or it has some others and that
 * one has none; then *sure, of 100, is their share. Static, or found.
 */
const char *hxp_alphabet_encoding(const char *found, hxp_str bytes,
                                  const char *language, int *sure);

#endif

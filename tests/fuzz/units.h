/* units.h - what every fuzz target of a format of units does. */
#ifndef TESTS_FUZZ_UNITS_H
#define TESTS_FUZZ_UNITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
 * Read bytes as format, whole and in chunks with places, which must come to
 * the same end. What is read must survive as JSON lines, and be read again
 * when it is written in its own format; if exact is true, as the same.
 */
void fuzz_units(const char *format, bool exact, const uint8_t *data,
                size_t size);

/** What is read as one format must be read again when written in another. */
void fuzz_writing(const char *from, const char *to, const uint8_t *data,
                  size_t size);

#endif

/* locales.h - the languages of a test program, opened once for all of it. */
#ifndef TESTS_LOCALES_H
#define TESTS_LOCALES_H

#include <hexapla/text.h>

/** Open between open_locales() and free_locales(). */
extern hxp_locales *locales;

/** Set-up and tear-down of a cmocka group. */
int open_locales(void **state);
int free_locales(void **state);

/** The language of a tag; the test fails where there is none. */
const hxp_language *language(const char *tag);

#endif

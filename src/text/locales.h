/* locales.h - making and freeing one language; for locales.c alone. */
#ifndef TEXT_LOCALES_H
#define TEXT_LOCALES_H

#include "base/arena.h"

#include <hexapla/text.h>

/**
 * Load the language tag (canonical) from folder, or without data when folder
 * is NULL. The caller frees *out with hxp_language_free().
 */
hxp_status hxp_language_load(hxp_language **out, const char *tag,
                             const char *folder, hxp_error *error);

void hxp_language_free(hxp_language *language);

#endif

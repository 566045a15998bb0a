/* locales.h - making and freeing languages, and finding them all. */
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

/**
 * Give the languages that have a folder, in the order of their tags. *items is
 * malloc'd and the caller's; the languages are those of locales.
 */
hxp_status hxp_locales_all(const hxp_language ***items, size_t *count,
                           hxp_locales *locales, hxp_error *error);

#endif

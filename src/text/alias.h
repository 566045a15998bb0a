/* alias.h - other codes of languages, as CLDR lists them. */
#ifndef TEXT_ALIAS_H
#define TEXT_ALIAS_H

#include <hexapla/text.h>

/**
 * Into alias, which holds HXP_TAG_SIZE bytes, the tag that is usual for a
 * language: "sr-Latn" of "sh", "zh" of "cmn", "nb" of "no". False, and alias is
 * empty: there is no other.
 */
bool hxp_tag_alias(char *alias, const char *language);

#endif

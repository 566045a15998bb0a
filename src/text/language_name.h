/* language_name.h - languages by their names. */
#ifndef TEXT_LANGUAGE_NAME_H
#define TEXT_LANGUAGE_NAME_H

#include <hexapla/text.h>

/**
 * Write the tag of the language that has name into tag, which holds
 * HXP_TAG_SIZE bytes: in English, the language itself or one that many tables
 * are written in, with its country or that one's code, whatever stands between:
 * "English (US)", "English_United_States", "Deutsch [de-CH]", "anglais". False:
 * there is none. It may take milliseconds.
 */
bool hxp_language_named(char *tag, hxp_str name);

#endif

/* language.h - what locales/<tag>/ says: settings and word lists. */
#ifndef TEXT_LANGUAGE_H
#define TEXT_LANGUAGE_H

#include <hexapla/text.h>

/** The value of a key in language.conf, or NULL; lives as the language. */
const char *hxp_language_setting(const hxp_language *language, const char *key);

/** True when the key's value is "yes". */
bool hxp_language_flag(const hxp_language *language, const char *key);

/** The lines of a list, <name>.txt, in byte order. */
typedef struct hxp_word_list hxp_word_list;

/** The list name, or NULL; lives as the language. */
const hxp_word_list *hxp_language_list(const hxp_language *language,
                                       const char *name);

/** True when word is an entry, to the byte. A NULL list has none. */
bool hxp_word_list_has(const hxp_word_list *list, hxp_str word);

/** The length of the longest entry that word begins with; 0: with none. */
size_t hxp_word_list_prefix(const hxp_word_list *list, hxp_str word);

/**
 * The number of the first entry that does not stand before start in the order
 * of bytes: those that begin with start are there and behind. The count when
 * there is none.
 */
size_t hxp_word_list_first(const hxp_word_list *list, hxp_str start);

/** The number of entries; of a NULL list 0. */
size_t hxp_word_list_count(const hxp_word_list *list);

/** Entry i, from 0; lives as the language. */
hxp_str hxp_word_list_entry(const hxp_word_list *list, size_t i);

#endif

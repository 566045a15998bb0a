/* pair_list.h - the names of lists about words of another language. */
#ifndef TERMS_PAIR_LIST_H
#define TERMS_PAIR_LIST_H

#include <hexapla/text.h>

/* Bytes that a name has at most, its end counted. */
enum { HXP_PAIR_LIST_NAME = 64 };

/**
 * The name of the list of a kind that a language has for the words of source,
 * of whatever region: "senses-en".
 */
void hxp_pair_list_name(char name[HXP_PAIR_LIST_NAME], const char *kind,
                        const hxp_language *source);

#endif

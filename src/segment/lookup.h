/* lookup.h - which lists hold a word, as it is written in the text. */
#ifndef SEGMENT_LOOKUP_H
#define SEGMENT_LOOKUP_H

#include "segment/context.h"

/** The lists that hold word, to the byte. */
unsigned hxp_lists_with(const hxp_segment_data *data, hxp_str word);

/** The lists that hold word, also with a small first letter. */
unsigned hxp_lists_with_small(const hxp_segment_data *data, hxp_str word);

/** The lists that hold word with a capital, if it begins with a small letter of
 * ASCII. */
unsigned hxp_lists_with_capital(const hxp_segment_data *data, hxp_str word);

/**
 * The lists of abbreviations that hold the word before the stop, or its last
 * part: Dipl.-Ing, Goethestr; as small letters if it is of capitals.
 */
unsigned hxp_lists_of_last_word(const hxp_stop *stop, hxp_str word,
                                const hxp_segment_data *data);

/** True when an entry of two words goes over the stop behind word: v. Chr. */
bool hxp_is_within_entry(const hxp_stop *stop, hxp_str word);

/** True when word is one of a setting's, parted by blanks; NULL has none. */
bool hxp_is_among(hxp_str word, const char *setting);

/** word from behind its last c on; all of it if there is no c. */
hxp_str hxp_part_behind(hxp_str word, char c);

/** True when word is longer than one of the endings, and ends so. */
bool hxp_ends_so(hxp_str word, const hxp_word_list *endings);

/** True when the lists hold the word before the stop as an abbreviation. */
bool hxp_is_abbreviation(const hxp_stop *stop, const hxp_segment_data *data);

#endif

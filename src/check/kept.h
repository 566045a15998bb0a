/* kept.h - what a translation keeps as it is: names and capitals. */
#ifndef CHECK_KEPT_H
#define CHECK_KEPT_H

#include "check/tell.h"

/**
 * True when said, what a text has of the name, is common words in its place,
 * as small letters show: "apple", "red hat".
 */
bool hxp_is_common(hxp_str said, hxp_str name);

/** True for text in capitals, as in headings: of some letters none is small. */
bool hxp_is_in_capitals(hxp_str text);

/** True when the target has the name as the source or the termbase has it. */
bool hxp_keeps_said(const hxp_said_term *said, const hxp_check_side *source,
                    const hxp_check_side *target);

/**
 * True when the source's word is a name, and the target has it, too: "Mr
 * Shepherd". At the start of a text a capital says nothing, unless names.txt of
 * the source's language has the word: "Apple".
 */
bool hxp_is_name(const hxp_said_term *said, const hxp_check_side *source,
                 const hxp_check_side *target);

#endif

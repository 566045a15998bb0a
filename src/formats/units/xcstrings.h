/* xcstrings.h - what units keep of Xcode's string catalogues. */
#ifndef FORMATS_XCSTRINGS_H
#define FORMATS_XCSTRINGS_H

/* Properties. Of a file: */
#define HXP_XCSTRINGS_HEAD "x-xcstrings-head" /* up to its first entry */
#define HXP_XCSTRINGS_TAIL "x-xcstrings-tail" /* what is behind the last */
/* Of the first unit of an entry: all bytes behind the entry before. */
#define HXP_XCSTRINGS_ENTRY "x-xcstrings-entry"
/* Of others: the keys from the language to the text, "variations.plural.one".
 */
#define HXP_XCSTRINGS_PATH "x-xcstrings-path"
/* Of a variant that is not "translated": */
#define HXP_XCSTRINGS_STATE "x-xcstrings-state"

#endif

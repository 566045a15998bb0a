/* xcstrings_entry.h - changes an entry of a string catalogue in its bytes. */
#ifndef FORMATS_XCSTRINGS_ENTRY_H
#define FORMATS_XCSTRINGS_ENTRY_H

#include "base/array.h"
#include "text/cursor.h"

enum { HXP_XCSTRINGS_KEYS = 20 }; /* of a way, more than readers let nest */

/** The keys that lead from an entry to a string in it. */
typedef struct hxp_xcstrings_way {
    hxp_str keys[HXP_XCSTRINGS_KEYS];
    size_t count;
} hxp_xcstrings_way;

/** Move into the object of entries of a catalogue, which is sound JSON; false:
 * it has none. */
bool hxp_xcstrings_enter(hxp_cursor *from);

/** The way to member of the stringUnit that path leads to in language; or, if
 * path is NULL, to a member of the language. False: it is too long, or has a
 * key that no catalogue has. */
bool hxp_xcstrings_way_to(hxp_xcstrings_way *way, hxp_str language,
                          const hxp_str *path, const char *member);

/** The value at the end of way in entry, as it stands; empty: there is none.
 * Entry is a member of an object, with its key; it is sound JSON. */
hxp_str hxp_xcstrings_get(hxp_str entry, const hxp_xcstrings_way *way);

/** Make text the string at the end of way, as Xcode would write it. *entry
 * stays the same when what is there is no object. False: no memory. */
bool hxp_xcstrings_put(hxp_buffer *entry, const hxp_xcstrings_way *way,
                       hxp_str text);

/** Add text as a string of JSON. False: no memory. */
bool hxp_xcstrings_add(hxp_buffer *to, hxp_str text);

#endif

/* own_tags.h - which tags are of one language: each is looked at once. */
#ifndef MEMORY_OWN_TAGS_H
#define MEMORY_OWN_TAGS_H

#include "base/names.h"

/** Tags that were met; all zero but language at first. */
typedef struct hxp_own_tags {
    const char *language; /* a tag of it; the caller's */
    hxp_names tags;
    bool *own; /* by number: whether a tag is of the language */
    size_t room;
} hxp_own_tags;

/** Give the number of tag; *number is a guess, for texts of a unit are mostly
 * of the languages of those of the unit before. False: no memory. */
bool hxp_own_tags_number(uint32_t *number, hxp_own_tags *tags, hxp_str tag);

void hxp_own_tags_free(hxp_own_tags *tags);

#endif

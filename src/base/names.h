/* names.h - strings to numbers, counted from 0 in the order they come. */
#ifndef BASE_NAMES_H
#define BASE_NAMES_H

#include "base/arena.h"

/** A set of strings with a number each; all zero is an empty one. */
typedef struct hxp_names {
    hxp_arena arena; /* owns the copies that items are */
    hxp_str *items;  /* by number */
    size_t count, capacity;
    uint32_t *slots; /* hash table: a number + 1, or 0 */
    size_t slot_count;
} hxp_names;

/** Give the number of name, a new one if need be. False: no memory. */
bool hxp_names_add(hxp_names *names, hxp_str name, uint32_t *number);

/** Find the number of name. False when it has none. */
bool hxp_names_find(const hxp_names *names, hxp_str name, uint32_t *number);

/** Free what names holds; it is empty then. */
void hxp_names_free(hxp_names *names);

#endif

/* follow.h - indexes that follow a store. */
#ifndef MEMORY_FOLLOW_H
#define MEMORY_FOLLOW_H

#include "memory/find.h"

/** The indexes of one language's texts in a store. */
typedef struct hxp_following {
    /* Those in files, each of the units behind the last of the one before; then
     * one of the units since, made in memory. */
    hxp_index parts[HXP_FIND_PARTS];
    size_t count;
    int64_t *removed; /* ids that are gone since, rising */
    size_t removed_count;
} hxp_following;

/**
 * Open the index of language (its primary tag) beside store, or make it anew
 * if it is not there, damaged or far behind; where it cannot be written it is
 * kept in the user's cache, or else in memory. *following is all zero before;
 * the caller ends with hxp_following_free() in any case.
 */
hxp_status hxp_follow(hxp_following *following, hxp_store *store,
                      const char *language, hxp_error *error);

void hxp_following_free(hxp_following *following);

#endif

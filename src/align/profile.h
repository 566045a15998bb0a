/* profile.h - versions of a text, joined one after another. */
#ifndef ALIGN_PROFILE_H
#define ALIGN_PROFILE_H

#include "align/match.h"

/** Beads that are given: a range for each version of each bead. */
typedef struct hxp_given {
    hxp_range *sides;
    size_t count; /* beads */
} hxp_given;

/** All versions, and each two of them aligned. */
typedef struct hxp_versions {
    hxp_corpus *sides;
    size_t *order; /* of each version: its number among the caller's */
    size_t count;
    hxp_matching *matches;            /* see hxp_versions_match() */
    const hxp_align_options *options; /* without 0 for the default */
    hxp_given given;                  /* see hxp_given_take() */
} hxp_versions;

/** The match of versions a and b, a < b; a is its source. */
static inline hxp_matching *hxp_versions_match(const hxp_versions *versions,
                                               size_t a, size_t b)
{
    return &versions->matches[b * (b - 1) / 2 + a];
}

/**
 * Versions joined: beads over them, which we call columns. Column c holds the
 * segments of version v from starts[v][c] on, before starts[v][c + 1].
 */
typedef struct hxp_profile {
    size_t **starts;    /* by version; NULL: it has not joined */
    double *confidence; /* by column */
    size_t columns;
    size_t versions; /* pointers in starts */
} hxp_profile;

/**
 * Join all versions: first the two that are most alike, then, one after
 * another, the one that is most like those that have joined; where it goes,
 * all of them say together. False: no memory. The caller frees the profile
 * with hxp_profile_free() in any case.
 */
bool hxp_profile_join(hxp_profile *profile, const hxp_versions *versions);

/** Free what the profile holds. */
void hxp_profile_free(hxp_profile *profile);

#endif

/* given.h - beads over all versions that are given beforehand. */
#ifndef ALIGN_GIVEN_H
#define ALIGN_GIVEN_H

#include "align/profile.h"

/**
 * Take over the beads of the options of versions, whose sides are in the
 * caller's order. Fails with HXP_EINPUT when they do not rise, or leave the
 * texts. The caller frees *given with hxp_given_free() in any case.
 */
hxp_status hxp_given_take(hxp_given *given, const hxp_versions *versions,
                          hxp_error *error);

/** Fill *fixed with what is given of versions a and b. False: no memory. */
bool hxp_given_of_pair(hxp_fixed *fixed, const hxp_versions *versions, size_t a,
                       size_t b);

/** Fill *fixed with what is given of the columns of profile and version next.
 * False: no memory. */
bool hxp_given_of_profile(hxp_fixed *fixed, const hxp_versions *versions,
                          const hxp_profile *profile, size_t next);

/** Make one column of each given bead that one version alone has so far. */
void hxp_given_gather(hxp_profile *profile, const hxp_versions *versions);

/** The column that given bead i is in, or begins in; false: none has joined
 * that has text there. */
bool hxp_given_column(size_t *column, const hxp_versions *versions,
                      const hxp_profile *profile, size_t i);

/** Free what was taken. */
void hxp_given_free(hxp_given *given);

#endif

/* rivals.h - which terms of a bitext have two renderings that compete. */
#ifndef CHECK_RIVALS_H
#define CHECK_RIVALS_H

#include "lexicon/renderings.h"

#include <hexapla/model.h>

/** A use whose rendering is not the one that its term has nearly always. */
typedef struct hxp_rival {
    const hxp_rendering *use;
    const hxp_rendering *usual; /* a use with the usual rendering */
    size_t count;               /* uses that this one is one of */
    size_t most;                /* uses with the usual rendering */
} hxp_rival;

/** The rivals of a bitext; all zero is an empty list. */
typedef struct hxp_rivals {
    hxp_renderings renderings; /* that the items point into */
    hxp_rival *items;
    size_t count, room;
} hxp_rivals;

/** A bitext, which has learned, and the texts of its units. */
typedef struct hxp_rival_texts {
    const hxp_bitext *bitext;
    const hxp_str (*texts)[2]; /* by unit */
} hxp_rival_texts;

/**
 * Find the terms of the source with three uses or more that have one rendering
 * for most of them and another for a few, which is no other form of it, no
 * compound with it and no part of it; in doubt there is none. They are in the
 * order of units. Fails with HXP_ENOMEM, and with HXP_EINPUT at a faulty file
 * of locales.
 */
hxp_status hxp_rivals_find(hxp_rivals *rivals, const hxp_rival_texts *from,
                           hxp_error *error);

void hxp_rivals_free(hxp_rivals *rivals);

#endif

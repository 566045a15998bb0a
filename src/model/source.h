/* source.h - which variant of a unit is its source. */
#ifndef MODEL_SOURCE_H
#define MODEL_SOURCE_H

#include "base/arena.h"

#include <hexapla/model.h>

/** What is known of a file's source language; all zero: nothing. */
typedef struct hxp_source {
    const char *chosen; /* by the user, who knows best; or NULL */
    hxp_arena arena;    /* owns language */
    hxp_str language;   /* of the file */
} hxp_source;

/** Take the language of header. Fails with HXP_ENOMEM only. */
hxp_status hxp_source_begin(hxp_source *source, const hxp_unit_header *header,
                            hxp_error *error);

/** The language of unit's source: chosen, its own, or the file's. */
hxp_str hxp_source_language(const hxp_source *source, const hxp_unit *unit);

/** The source of unit, as hxp_unit_source() finds it; NULL: it has none. */
const hxp_variant *hxp_source_of(const hxp_source *source,
                                 const hxp_unit *unit);

void hxp_source_free(hxp_source *source);

#endif

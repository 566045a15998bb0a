/* header.h - a copy of a header that outlives the call that gave it. */
#ifndef MODEL_HEADER_H
#define MODEL_HEADER_H

#include "base/arena.h"

#include <hexapla/model.h>

/** A header and what it points to; all zero is an empty one. */
typedef struct hxp_header_copy {
    hxp_arena arena;
    hxp_unit_header header;
} hxp_header_copy;

/** Copy header, but for its list of languages. False: no memory. */
bool hxp_header_copy_make(hxp_header_copy *copy, const hxp_unit_header *header);

void hxp_header_copy_free(hxp_header_copy *copy);

#endif

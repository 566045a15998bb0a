/* asking.h - sinks that look up the source of each unit, in its context. */
#ifndef MEMORY_ASKING_H
#define MEMORY_ASKING_H

#include "base/array.h"
#include "model/source.h"

#include <hexapla/memory.h>

/**
 * A sink that begins with this gets units one later than they come, when it
 * is known what stands behind them.
 */
typedef struct hxp_asking hxp_asking;
struct hxp_asking {
    hxp_unit_sink sink;
    /**
     * Take a unit and the query of its source; that is empty when the unit has
     * none. Both are borrowed.
     */
    hxp_status (*ask)(hxp_asking *asking, const hxp_unit *unit,
                      const hxp_query *query, hxp_error *error);
    hxp_source source;
    hxp_buffer previous; /* the text before the unit that waits */
    bool waiting;
    hxp_unit unit; /* it; in arena and bytes */
    hxp_arena arena;
    hxp_buffer bytes;
};

/* Calls of the sink: they hand on units to ask. */
hxp_status hxp_asking_begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                            hxp_error *error);
hxp_status hxp_asking_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error);
hxp_status hxp_asking_end(hxp_unit_sink *sink, hxp_error *error);

/** Free what it holds, but not itself. */
void hxp_asking_free(hxp_asking *asking);

#endif

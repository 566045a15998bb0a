/* spool.h - units set aside in a temporary file, to be read again. */
#ifndef FORMATS_SPOOL_H
#define FORMATS_SPOOL_H

#include <hexapla/base.h>
#include <hexapla/model.h>

/** A sink into a file that has no name and goes when it is closed. */
typedef struct hxp_spool hxp_spool;

/**
 * Make a spool in $TMPDIR, or /tmp. Fails with HXP_ESYSTEM. On HXP_OK the
 * caller frees *out with hxp_spool_free(); otherwise *out is NULL.
 */
hxp_status hxp_spool_new(hxp_spool **out, hxp_error *error);

/** The sink that fills the spool; it lives, and is closed, with the spool. */
hxp_unit_sink *hxp_spool_sink(hxp_spool *spool);

/**
 * Send what the spool got to sink: begin, each unit, end. The spool's sink
 * must have ended. Files and places of units are not kept. May be repeated.
 */
hxp_status hxp_spool_replay(hxp_spool *spool, hxp_unit_sink *sink,
                            hxp_error *error);

/** Free the spool; NULL is allowed. */
void hxp_spool_free(hxp_spool *spool);

#endif

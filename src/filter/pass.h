/* pass.h - what filters have in common: they hand on to the next sink. */
#ifndef FILTER_PASS_H
#define FILTER_PASS_H

#include <hexapla/model.h>

/** A filter begins with this struct. */
typedef struct hxp_pass {
    hxp_unit_sink sink;
    hxp_unit_sink *next;
} hxp_pass;

/* Calls that do no more than hand on. */
hxp_status hxp_pass_begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                          hxp_error *error);
hxp_status hxp_pass_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                         hxp_error *error);
hxp_status hxp_pass_end(hxp_unit_sink *sink, hxp_error *error);

#endif

/* change.h - a filter that changes tags, attributes and remarks one by one. */
#ifndef FILTER_CHANGE_H
#define FILTER_CHANGE_H

#include "base/arena.h"
#include "filter/pass.h"

/** A filter that changes parts of headers and units begins with this. */
typedef struct hxp_change hxp_change;
struct hxp_change {
    hxp_pass pass;
    hxp_arena arena; /* for what is new; of the unit in work */
    /** Change *language, that of a text or of the source; NULL: none. */
    hxp_status (*language)(hxp_change *change, hxp_str *language,
                           hxp_error *error);
    /** Change an attribute, or drop it by setting *keep to false. */
    hxp_status (*attribute)(hxp_change *change, hxp_attribute *attribute,
                            bool *keep, hxp_error *error);
    /** The same with a note, property or encoding; NULL: none. */
    hxp_status (*remark)(hxp_change *change, hxp_remark *remark, bool *keep,
                         hxp_error *error);
};

/* Calls of the sink: they hand on what has been changed. */
hxp_status hxp_change_begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                            hxp_error *error);
hxp_status hxp_change_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error);

#endif

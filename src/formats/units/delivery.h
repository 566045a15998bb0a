/* delivery.h - how a reader hands on units and faults, and ends. */
#ifndef FORMATS_DELIVERY_H
#define FORMATS_DELIVERY_H

#include "base/error.h"
#include "formats/faults.h"

#include <hexapla/formats.h>

/** Where a reader's units and faults go. */
typedef struct hxp_delivery {
    hxp_unit_sink *sink;
    hxp_faults faults;
    hxp_str file;
    size_t number;   /* of units handed on */
    bool sink_fault; /* the failure is the sink's, not the file's */
    hxp_error error; /* of the reader, which fills it when it fails */
} hxp_delivery;

/** Begin with input's units and faults; all is borrowed. */
hxp_delivery hxp_delivery_make(hxp_input *input,
                               const hxp_read_options *options,
                               hxp_unit_sink *sink);

/** Refuse the file because of what stands at place; gives HXP_EINPUT. */
#define HXP_REFUSE(delivery, place, ...)                                       \
    hxp_fail_at(&(delivery)->error, HXP_EINPUT, (delivery)->file.ptr, place,   \
                __VA_ARGS__)

/** Hand the header on. */
hxp_status hxp_delivery_begin(hxp_delivery *delivery,
                              const hxp_unit_header *header);

/** Hand a unit on, with its number and file filled in. */
hxp_status hxp_delivery_unit(hxp_delivery *delivery, hxp_unit *unit);

/**
 * End the sink when status, what became of reading, is HXP_OK; else make what
 * ended the reading the last finding, unless it was the sink. Returns what the
 * reader returns, and fills error.
 */
hxp_status hxp_delivery_finish(hxp_delivery *delivery, hxp_status status,
                               hxp_error *error);

#endif

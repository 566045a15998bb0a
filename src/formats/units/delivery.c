/* delivery.c - calls a reader's sinks and knows whose failure it was. */
#include "formats/units/delivery.h"

#include "base/str.h"

hxp_delivery hxp_delivery_make(hxp_input *input,
                               const hxp_read_options *options,
                               hxp_unit_sink *sink)
{
    hxp_str file = hxp_str_of(hxp_input_name(input));
    return (
        hxp_delivery){ .sink = sink,
                       .faults = { .sink = options->findings, .file = file },
                       .file = file };
}

/** Remember whether the sink failed. */
static hxp_status from_sink(hxp_delivery *delivery, hxp_status status)
{
    delivery->sink_fault = status != HXP_OK;
    return status;
}

hxp_status hxp_delivery_begin(hxp_delivery *delivery,
                              const hxp_unit_header *header)
{
    hxp_unit_sink *sink = delivery->sink;
    return from_sink(delivery, sink->begin(sink, header, &delivery->error));
}

hxp_status hxp_delivery_unit(hxp_delivery *delivery, hxp_unit *unit)
{
    hxp_unit_sink *sink = delivery->sink;
    unit->number = ++delivery->number;
    unit->file = delivery->file;
    return from_sink(delivery, sink->unit(sink, unit, &delivery->error));
}

hxp_status hxp_delivery_finish(hxp_delivery *delivery, hxp_status status,
                               hxp_error *error)
{
    hxp_unit_sink *sink = delivery->sink;
    if (status == HXP_OK) {
        status = sink->end(sink, &delivery->error);
    } else if ((status == HXP_EINPUT || status == HXP_ELIMIT) &&
               !delivery->sink_fault) {
        hxp_error other;
        hxp_status told =
            hxp_tell(&delivery->faults, HXP_FAULT_BROKEN, delivery->error.place,
                     &other, "%s", delivery->error.message);
        if (told != HXP_OK) {
            delivery->error = other;
            status = told;
        }
    }
    if (status != HXP_OK && error)
        *error = delivery->error;
    return status;
}

/* sink.c - calls of sinks that do nothing. */
#include "model/sink.h"

hxp_status hxp_ignore_begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                            hxp_error *error)
{
    (void)sink;
    (void)header;
    (void)error;
    return HXP_OK;
}

hxp_status hxp_ignore_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    (void)sink;
    (void)unit;
    (void)error;
    return HXP_OK;
}

hxp_status hxp_ignore_end(hxp_unit_sink *sink, hxp_error *error)
{
    (void)sink;
    (void)error;
    return HXP_OK;
}

void hxp_ignore_close(hxp_unit_sink *sink)
{
    (void)sink;
}

hxp_status hxp_ignore_findings_end(hxp_finding_sink *sink, hxp_error *error)
{
    (void)sink;
    (void)error;
    return HXP_OK;
}

void hxp_ignore_findings_close(hxp_finding_sink *sink)
{
    (void)sink;
}

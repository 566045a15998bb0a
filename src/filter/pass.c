/* pass.c - calls that do no more than hand on. */
#include "filter/pass.h"

hxp_status hxp_pass_begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                          hxp_error *error)
{
    hxp_unit_sink *next = ((hxp_pass *)sink)->next;
    return next->begin(next, header, error);
}

hxp_status hxp_pass_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                         hxp_error *error)
{
    hxp_unit_sink *next = ((hxp_pass *)sink)->next;
    return next->unit(next, unit, error);
}

hxp_status hxp_pass_end(hxp_unit_sink *sink, hxp_error *error)
{
    hxp_unit_sink *next = ((hxp_pass *)sink)->next;
    return next->end(next, error);
}

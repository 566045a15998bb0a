/* sink.h - the calls of sinks that have nothing to do there. */
#ifndef MODEL_SINK_H
#define MODEL_SINK_H

#include <hexapla/model.h>

/* Calls of a sink of units; the first three return HXP_OK. */
hxp_status hxp_ignore_begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                            hxp_error *error);
hxp_status hxp_ignore_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error);
hxp_status hxp_ignore_end(hxp_unit_sink *sink, hxp_error *error);

/** Of a sink that somebody else frees. */
void hxp_ignore_close(hxp_unit_sink *sink);

/* The same of a sink of findings. */
hxp_status hxp_ignore_findings_end(hxp_finding_sink *sink, hxp_error *error);
void hxp_ignore_findings_close(hxp_finding_sink *sink);

#endif

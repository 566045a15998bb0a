/* srx_faults.h - what may be wrong with rules of SRX, and telling of it. */
#ifndef SEGMENT_SRX_FAULTS_H
#define SEGMENT_SRX_FAULTS_H

#include "model/tell.h"

/** The rules, in the order of hxp_srx_rules(). */
typedef enum hxp_srx_fault {
    HXP_SRX_PATTERN,
    HXP_SRX_NEVER,
    HXP_SRX_SHADOWED,
    HXP_SRX_MAP_SHADOWED,
    HXP_SRX_NO_DEFAULT,
    HXP_SRX_NO_MAP,
    HXP_SRX_GAVE_UP,
    HXP_SRX_FAULT_COUNT
} hxp_srx_fault;

/** Where faults go: a sink, or NULL, and the file they are in. */
typedef struct hxp_srx_told {
    hxp_finding_sink *sink;
    hxp_str file;
} hxp_srx_told;

/** Tell of a fault, at its rule's level; fails as the sink does. */
hxp_status hxp_srx_tell(const hxp_srx_told *told, hxp_srx_fault rule,
                        hxp_place place, hxp_error *error, const char *format,
                        ...) HXP_PRINTF(5, 6);

#endif

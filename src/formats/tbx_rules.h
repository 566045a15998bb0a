/* tbx_rules.h - what may be wrong in a termbase, and telling of it. */
#ifndef FORMATS_TBX_RULES_H
#define FORMATS_TBX_RULES_H

#include <hexapla/base.h>
#include <hexapla/model.h>

typedef enum hxp_tbx_rule {
    HXP_TBX_STATUS,
    HXP_TBX_NO_LANGUAGE,
    HXP_TBX_EMPTY,
    HXP_TBX_RULE_COUNT
} hxp_tbx_rule;

/** Where faults go; all is borrowed. */
typedef struct hxp_tbx_faults {
    hxp_finding_sink *sink; /* NULL: nobody wants to know */
    hxp_str file;
} hxp_tbx_faults;

/** As much of s as a message has room for: whole characters. */
hxp_str hxp_tbx_quote(hxp_str s);

/** Tell of a fault; fails as the sink does. */
hxp_status hxp_tbx_tell(const hxp_tbx_faults *faults, hxp_tbx_rule rule,
                        hxp_place place, hxp_error *error, const char *format,
                        ...) HXP_PRINTF(5, 6);

/** The rules, in the order of the enumeration; *count says how many. Static. */
const hxp_rule *hxp_tbx_rules(size_t *count);

#endif

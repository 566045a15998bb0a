/* check.h - units and rules to findings. */
#ifndef HEXAPLA_CHECK_H
#define HEXAPLA_CHECK_H

#include <hexapla/base.h>
#include <hexapla/model.h>
#include <hexapla/text.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct hxp_check_options {
    hxp_locales *locales;         /* required; outlives the checker */
    const hxp_termbase *termbase; /* required; outlives the checker */
    const char *source_language;  /* NULL: the file's */
} hxp_check_options;

/**
 * Make a sink that checks the units it gets against the rules and sends
 * findings, which it never closes or ends.
 *
 * Findings that need the whole file (term.inconsistent) come at its end. On
 * HXP_OK the caller calls (*out)->close; otherwise *out is NULL.
 */
HXP_API hxp_status hxp_checker_new(hxp_unit_sink **out,
                                   hxp_finding_sink *findings,
                                   const hxp_check_options *options,
                                   hxp_error *error);

/** The checker's rules; *count says how many. Static. */
HXP_API const hxp_rule *hxp_check_rules(size_t *count);

#ifdef __cplusplus
}
#endif
#endif

/* check.h - units and rules to findings. */
#ifndef HEXAPLA_CHECK_H
#define HEXAPLA_CHECK_H

#include <hexapla/base.h>
#include <hexapla/model.h>
#include <hexapla/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How grave findings about a rule, or a family of rules, are. */
typedef struct hxp_rule_level {
    const char *rule;
    int level; /* an hxp_level; 0: off */
} hxp_rule_level;

typedef struct hxp_check_options {
    hxp_locales *locales;         /* required; outlives the checker */
    const hxp_termbase *termbase; /* NULL: none; outlives the checker */
    const char *source_language;  /* NULL: the file's */
    const hxp_rule_level *levels; /* other than usual; the last counts */
    size_t level_count;
    const char *const *enabled; /* rules to look for, though they are off */
    size_t enabled_count;
    const char *const *disabled; /* rules not to look for */
    size_t disabled_count;
    bool explain; /* say by which rule each term was accepted */
} hxp_check_options;

/**
 * Make a sink that checks the units it gets against the rules and sends
 * findings, which it never closes or ends.
 *
 * Findings that need the whole file (term.inconsistent, seg.length) come at
 * its end. For term.inconsistent without a termbase the words of the file are
 * kept, two million of any two languages at most, and eight of all.
 * Fails with HXP_EINPUT when no rule has a name of the options. On HXP_OK the
 * caller calls (*out)->close; otherwise *out is NULL.
 */
HXP_API hxp_status hxp_checker_new(hxp_unit_sink **out,
                                   hxp_finding_sink *findings,
                                   const hxp_check_options *options,
                                   hxp_error *error);

/**
 * True when name means rule: by its id, or by that of its family, which is
 * what stands before the full stop.
 */
HXP_API bool hxp_check_rule_named(const hxp_rule *rule, const char *name);

/** True when name means some rule. */
HXP_API bool hxp_check_rule_known(const char *name);

/** The checker's rules; *count says how many. Static. */
HXP_API const hxp_rule *hxp_check_rules(size_t *count);

#ifdef __cplusplus
}
#endif
#endif

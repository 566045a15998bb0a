/* rules.h - the rules of the checker. */
#ifndef CHECK_RULES_H
#define CHECK_RULES_H

/** The rules, in the order of hxp_check_rules(). */
typedef enum hxp_check_rule {
    HXP_CHECK_TERM_MISSING,
    HXP_CHECK_TERM_FORBIDDEN,
    HXP_CHECK_TERM_INCONSISTENT,
    HXP_CHECK_RULE_COUNT
} hxp_check_rule;

#endif

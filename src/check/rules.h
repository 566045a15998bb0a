/* rules.h - the rules of the checker. */
#ifndef CHECK_RULES_H
#define CHECK_RULES_H

#include <stdbool.h>

/** The rules, in the order of hxp_check_rules(). */
typedef enum hxp_check_rule {
    HXP_CHECK_TERM_MISSING,
    HXP_CHECK_TERM_FORBIDDEN,
    HXP_CHECK_TERM_FORBIDDEN_SOURCE,
    HXP_CHECK_TERM_CASE,
    HXP_CHECK_TERM_NOT_PREFERRED,
    HXP_CHECK_TERM_DO_NOT_TRANSLATE,
    HXP_CHECK_TERM_COUNT,
    HXP_CHECK_TERM_INCONSISTENT,
    HXP_CHECK_TERM_ACCEPTED,
    HXP_CHECK_SEG_UNTRANSLATED,
    HXP_CHECK_SEG_IDENTICAL,
    HXP_CHECK_SEG_NUMBER,
    HXP_CHECK_SEG_PUNCT_END,
    HXP_CHECK_SEG_BRACKET,
    HXP_CHECK_SEG_QUOTE,
    HXP_CHECK_SEG_SPACE,
    HXP_CHECK_SEG_DOUBLE_WORD,
    HXP_CHECK_SEG_TAG,
    HXP_CHECK_SEG_PLACEHOLDER,
    HXP_CHECK_SEG_URL,
    HXP_CHECK_SEG_INCONSISTENT_TARGET,
    HXP_CHECK_SEG_INCONSISTENT_SOURCE,
    HXP_CHECK_SEG_LENGTH,
    HXP_CHECK_RULE_COUNT
} hxp_check_rule;

/** True when findings about rule are told only to who asks for them. */
bool hxp_check_rule_off(hxp_check_rule rule);

#endif

/* rules.c - the table of the checker's rules. */
#include "check/rules.h"

#include <hexapla/check.h>

static const hxp_rule rules[HXP_CHECK_RULE_COUNT] = {
    [HXP_CHECK_TERM_MISSING] = { "term.missing", HXP_WARNING,
                                 "A term is not translated as the termbase "
                                 "wants it",
                                 "Use one of the expected terms, or add the "
                                 "one that is used to the termbase." },
    [HXP_CHECK_TERM_FORBIDDEN] = { "term.forbidden", HXP_ERROR,
                                   "A term is translated by one that the "
                                   "termbase forbids",
                                   "Use one of the expected terms." },
    [HXP_CHECK_TERM_INCONSISTENT] = { "term.inconsistent", HXP_WARNING,
                                      "A term is translated in more than one "
                                      "way in one file",
                                      "Choose one of the allowed terms and "
                                      "keep to it; the one used most is "
                                      "named." },
};

const hxp_rule *hxp_check_rules(size_t *count)
{
    *count = HXP_CHECK_RULE_COUNT;
    return rules;
}

/* rules.c - the table of the checker's rules. */
#include "check/rules.h"

#include <hexapla/check.h>

#include <string.h>

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
    [HXP_CHECK_TERM_FORBIDDEN_SOURCE] = { "term.forbidden-source", HXP_NOTE,
                                          "The source has a term that the "
                                          "termbase forbids",
                                          "Tell the author of the source." },
    [HXP_CHECK_TERM_CASE] = { "term.case", HXP_WARNING,
                              "A term is there in wrong capitals",
                              "Write it as the termbase does." },
    [HXP_CHECK_TERM_NOT_PREFERRED] = { "term.not-preferred", HXP_NOTE,
                                       "A term is allowed, but another one is "
                                       "preferred",
                                       "Use the preferred term. Off unless it "
                                       "is "
                                       "enabled." },
    [HXP_CHECK_TERM_DO_NOT_TRANSLATE] = { "term.do-not-translate", HXP_ERROR,
                                          "A name was changed that every "
                                          "language keeps",
                                          "Copy it from the source." },
    [HXP_CHECK_TERM_COUNT] = { "term.count", HXP_NOTE,
                               "A term stands less often in the target than "
                               "in the source",
                               "See whether a part was left out. Off unless "
                               "it is enabled: pronouns may do." },
    [HXP_CHECK_TERM_INCONSISTENT] = { "term.inconsistent", HXP_WARNING,
                                      "A term is translated in more than one "
                                      "way in one file",
                                      "Choose one of the allowed terms and "
                                      "keep to it; the one used most is "
                                      "named." },
    [HXP_CHECK_TERM_ACCEPTED] = { "term.accepted", HXP_NOTE,
                                  "A term is translated as the termbase wants "
                                  "it, by the rule that is named",
                                  "Nothing is to be done: --explain asked for "
                                  "it." },
};

bool hxp_check_rule_off(hxp_check_rule rule)
{
    return rule == HXP_CHECK_TERM_COUNT || rule == HXP_CHECK_TERM_NOT_PREFERRED;
}

bool hxp_check_rule_named(const hxp_rule *rule, const char *name)
{
    size_t len = strlen(name);
    return strncmp(rule->id, name, len) == 0 &&
           (rule->id[len] == '\0' || rule->id[len] == '.');
}

const hxp_rule *hxp_check_rules(size_t *count)
{
    *count = HXP_CHECK_RULE_COUNT;
    return rules;
}

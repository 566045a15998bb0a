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
                                       "is enabled." },
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
                                      "Choose one of the terms and keep to "
                                      "it; the one used most is named. "
                                      "Without a termbase the file itself "
                                      "tells which words translate which." },
    [HXP_CHECK_TERM_ACCEPTED] = { "term.accepted", HXP_NOTE,
                                  "A term is translated as the termbase wants "
                                  "it, by the rule that is named",
                                  "Nothing is to be done: --explain asked for "
                                  "it." },
    [HXP_CHECK_SEG_UNTRANSLATED] = { "seg.untranslated", HXP_WARNING,
                                     "A segment has no translation",
                                     "Translate it." },
    [HXP_CHECK_SEG_IDENTICAL] = { "seg.identical", HXP_NOTE,
                                  "A translation is the same as its source",
                                  "Translate it, unless both languages say "
                                  "so. Names, codes and addresses alone are "
                                  "passed over." },
    [HXP_CHECK_SEG_NUMBER] = { "seg.number", HXP_WARNING,
                               "A number, its percent sign or its unit is "
                               "another in the translation",
                               "Correct the number. It may be written as the "
                               "language does, in words or in Roman "
                               "numerals." },
    [HXP_CHECK_SEG_PUNCT_END] = { "seg.punct-end", HXP_NOTE,
                                  "Source and translation end with different "
                                  "marks",
                                  "End the translation as the source does." },
    [HXP_CHECK_SEG_BRACKET] = { "seg.bracket", HXP_WARNING,
                                "A bracket of the translation has no partner, "
                                "or brackets were left out",
                                "Close what was opened; bracket what the "
                                "source does." },
    [HXP_CHECK_SEG_QUOTE] = { "seg.quote", HXP_NOTE,
                              "A quotation mark has no partner, was left out "
                              "or is not one of the language",
                              "Use the marks of the language in pairs." },
    [HXP_CHECK_SEG_SPACE] = { "seg.space", HXP_NOTE,
                              "White space is doubled, or lacks or stands "
                              "where the language wants otherwise",
                              "Remove or add the space." },
    [HXP_CHECK_SEG_DOUBLE_WORD] = { "seg.double-word", HXP_WARNING,
                                    "A word stands twice in a row",
                                    "Remove one of them." },
    [HXP_CHECK_SEG_TAG] = { "seg.tag", HXP_ERROR,
                            "The inline codes of source and translation "
                            "differ, or cross one another",
                            "Copy each code of the source once." },
    [HXP_CHECK_SEG_PLACEHOLDER] = { "seg.placeholder", HXP_ERROR,
                                    "The placeholders of source and "
                                    "translation differ",
                                    "Copy each placeholder as it is." },
    [HXP_CHECK_SEG_URL] = { "seg.url", HXP_ERROR,
                            "The addresses of source and translation differ",
                            "Copy the address; one of the same site in the "
                            "other language is right as well." },
    [HXP_CHECK_SEG_INCONSISTENT_TARGET] = { "seg.inconsistent-target",
                                            HXP_WARNING,
                                            "The same source is translated in "
                                            "more than one way",
                                            "Choose one translation; the "
                                            "first of them is named." },
    [HXP_CHECK_SEG_INCONSISTENT_SOURCE] = { "seg.inconsistent-source", HXP_NOTE,
                                            "Different sources have the same "
                                            "translation",
                                            "See whether the translation says "
                                            "all that each source does." },
    [HXP_CHECK_SEG_LENGTH] = { "seg.length", HXP_NOTE,
                               "A translation is far longer or shorter than "
                               "those of the same file are",
                               "See whether it is complete. Off unless it is "
                               "enabled." },
};

bool hxp_check_rule_off(hxp_check_rule rule)
{
    return rule == HXP_CHECK_TERM_COUNT ||
           rule == HXP_CHECK_TERM_NOT_PREFERRED || rule == HXP_CHECK_SEG_LENGTH;
}

bool hxp_check_rule_named(const hxp_rule *rule, const char *name)
{
    size_t len = strlen(name);
    return strncmp(rule->id, name, len) == 0 &&
           (rule->id[len] == '\0' || rule->id[len] == '.');
}

bool hxp_check_rule_known(const char *name)
{
    for (size_t i = 0; i < HXP_CHECK_RULE_COUNT; i++)
        if (hxp_check_rule_named(&rules[i], name))
            return true;
    return false;
}

const hxp_rule *hxp_check_rules(size_t *count)
{
    *count = HXP_CHECK_RULE_COUNT;
    return rules;
}

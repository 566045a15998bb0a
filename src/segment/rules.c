/* rules.c - the names of the rules, and where a language's data is. */
#include "segment/rules.h"

const char *hxp_segment_rule_name(hxp_segment_rule rule)
{
    static const char *const names[] = {
        [HXP_RULE_ICU] = "Unicode's sentence rules",
        [HXP_RULE_END] = "the paragraph ends",
        [HXP_RULE_STRONG] = "stop that ends sentences only",
        [HXP_RULE_MARK] = "exclamation or question mark",
        [HXP_RULE_STOP] = "full stop",
        [HXP_RULE_ELLIPSIS] = "ellipsis",
        [HXP_RULE_STARTER] = "next word starts sentences",
        [HXP_RULE_QUOTE_CLOSED] = "quotation ends with its sentence",
        [HXP_RULE_MISSING_SPACE] = "space missing before a sentence starter",
        [HXP_RULE_NO_SPACE] = "no space follows",
        [HXP_RULE_SMALL_LETTER] = "small letter follows",
        [HXP_RULE_PUNCTUATION] = "punctuation follows",
        [HXP_RULE_PARTICLE] = "particle follows the quotation",
        [HXP_RULE_ABBREVIATION] = "abbreviation",
        [HXP_RULE_BEFORE_NUMBER] = "abbreviation before a number",
        [HXP_RULE_NO_STARTER] = "abbreviation, no sentence starter follows",
        [HXP_RULE_DOTTED] = "letters with full stops",
        [HXP_RULE_INITIAL] = "initial",
        [HXP_RULE_ORDINAL] = "ordinal number",
        [HXP_RULE_LIST_NUMBER] = "number of a list item",
        [HXP_RULE_KEPT_QUOTE] = "within a quotation, which stays whole",
    };
    return names[rule];
}

void hxp_segment_data_init(hxp_segment_data *data, const hxp_language *language)
{
    *data = (hxp_segment_data){
        .never = hxp_language_list(language, "abbreviations"),
        .numbered = hxp_language_list(language, "abbreviations-numbered"),
        .sometimes = hxp_language_list(language, "abbreviations-sometimes"),
        .closing = hxp_language_list(language, "abbreviations-closing"),
        .starters = hxp_language_list(language, "starters"),
        .particles = hxp_language_list(language, "surname-particles"),
        .endings = hxp_language_list(language, "abbreviation-endings"),
        .enclitics = hxp_language_list(language, "enclitics"),
        .ordinals = hxp_language_flag(language, "ordinal-stop"),
        .spaced_quotes = hxp_language_flag(language, "spaced-quotes"),
        .comma_quotes = hxp_language_flag(language, "comma-quotes"),
        .elisions = hxp_language_flag(language, "elisions"),
        .letter_words = hxp_language_setting(language, "letter-words"),
    };
}

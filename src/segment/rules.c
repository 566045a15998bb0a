/* rules.c - the names of the rules, and where a language's data is. */
#include "segment/rules.h"

#include "base/str.h"

hxp_str hxp_segment_rule_name(hxp_segment_rule rule)
{
    static const char *const names[] = {
        [HXP_RULE_ICU] = "Unicode's sentence rules",
        [HXP_RULE_END] = "the paragraph ends",
        [HXP_RULE_STRONG] = "this stop ends nothing but sentences",
        [HXP_RULE_MARK] = "exclamation or question mark, and a new start",
        [HXP_RULE_STOP] = "full stop, and a new start",
        [HXP_RULE_ELLIPSIS] = "ellipsis, and a new start",
        [HXP_RULE_STARTER] = "the next word often starts sentences "
                             "(starters.txt)",
        [HXP_RULE_CLAUSE] = "the verb behind the next word begins a sentence "
                            "(finite-verbs.txt)",
        [HXP_RULE_QUOTE_CLOSED] = "the quotation ends with its sentence",
        [HXP_RULE_LABELLED] = "the number belongs to the word before it "
                              "(labels.txt)",
        [HXP_RULE_MISSING_SPACE] = "a space is missing before a word that "
                                   "starts sentences",
        [HXP_RULE_FOOTNOTE] = "the number of a footnote stands at the stop",
        [HXP_RULE_FACE] = "a face such as :-), and a new start",
        [HXP_RULE_SMALL_TEXT] = "this sentence began with a small letter, so "
                                "the next may too",
        [HXP_RULE_NO_SPACE] = "no space follows",
        [HXP_RULE_SMALL_LETTER] = "a small letter follows",
        [HXP_RULE_PUNCTUATION] = "punctuation follows",
        [HXP_RULE_PARTICLE] = "a particle follows the quotation",
        [HXP_RULE_MARKED_NAME] = "the mark belongs to the name before it "
                                 "(marked-names.txt)",
        [HXP_RULE_SPEAKER] = "who says it follows (speech-verbs.txt)",
        [HXP_RULE_BRACKET] = "the brackets stand within a sentence",
        [HXP_RULE_REPEATED] = "the word comes again",
        [HXP_RULE_COPULA] = "what it is has yet to be said (language.conf)",
        [HXP_RULE_ABBREVIATION] = "an abbreviation that ends no sentence "
                                  "(abbreviations.txt)",
        [HXP_RULE_BEFORE_NUMBER] = "an abbreviation before its number",
        [HXP_RULE_NO_STARTER] = "an abbreviation, and the next word starts "
                                "no sentence",
        [HXP_RULE_GOES_ON] = "the next word goes on with the sentence "
                             "(continuations.txt)",
        [HXP_RULE_DOTTED] = "letters with full stops, and the next word "
                            "starts no sentence",
        [HXP_RULE_INITIAL] = "an initial of a name",
        [HXP_RULE_ORDINAL] = "an ordinal number",
        [HXP_RULE_PICTURE] = "a picture within a sentence",
        [HXP_RULE_LIST_NUMBER] = "the number of a list item or heading",
        [HXP_RULE_KEPT_QUOTE] = "within a quotation, which stays whole",
    };
    return hxp_str_of(names[rule]);
}

bool hxp_segment_data_init(hxp_segment_data *data, const hxp_language *language)
{
    *data = (hxp_segment_data){
        .endings = hxp_language_list(language, "abbreviation-endings"),
        .label_endings = hxp_language_list(language, "label-endings"),
        .verb_endings = hxp_language_list(language, "finite-verb-endings"),
        .headings = hxp_language_list(language, "headings") != NULL,
        .subordinators = hxp_language_list(language, "subordinators") != NULL,
        .ordinals = hxp_language_flag(language, "ordinal-stop"),
        .capital_nouns = hxp_language_flag(language, "capital-nouns"),
        .unit_attributes = hxp_language_flag(language, "unit-attributes"),
        .small_enclitics = hxp_language_flag(language, "small-enclitics"),
        .spaced_quotes = hxp_language_flag(language, "spaced-quotes"),
        .comma_quotes = hxp_language_flag(language, "comma-quotes"),
        .elisions = hxp_language_flag(language, "elisions"),
        .letter_words = hxp_language_setting(language, "letter-words"),
        .letter_units = hxp_language_setting(language, "letter-units"),
        .time_prepositions =
            hxp_language_setting(language, "time-prepositions"),
        .copulas = hxp_language_setting(language, "copulas"),
        .polite = hxp_language_setting(language, "polite-pronoun"),
    };
    for (size_t i = 0; i < hxp_word_list_count(data->endings); i++) {
        hxp_str ending = hxp_word_list_entry(data->endings, i);
        if (ending.len > 0)
            data->last_of_ending[(unsigned char)ending.ptr[ending.len - 1]] =
                true;
    }
    return hxp_list_words_gather(&data->words, language,
                                 ~(unsigned)HXP_LIST_ANY_VERB) &&
           hxp_list_words_gather(&data->verbs, language, HXP_LIST_ANY_VERB);
}

void hxp_segment_data_free(hxp_segment_data *data)
{
    hxp_list_words_free(&data->words);
    hxp_list_words_free(&data->verbs);
}

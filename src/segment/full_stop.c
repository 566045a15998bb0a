/* full_stop.c - a full stop ends a sentence, or the word before it is short. */
#include "segment/lookup.h"
#include "segment/marks.h"
#include "segment/verdict.h"

#include "base/str.h"
#include "text/utf8.h"

/* --- Abbreviations -------------------------------------------------------- */

/** True when the bracket behind the stop holds a sentence: "2 lb. (It grew.)",
 * but "2 lb. (U.S.)." */
static bool bracket_holds_sentence(const hxp_stop *stop)
{
    enum { FAR = 400 };
    hxp_str text = stop->text;
    size_t at = stop->next, end, start;
    while (at < text.len && at - stop->next < FAR && text.ptr[at] != ')')
        at++;
    if (at == text.len || text.ptr[at] != ')' ||
        !hxp_is_stop(hxp_char_before(text, at, &start)))
        return false;
    int32_t behind = hxp_char_at(text, at + 1, &end);
    if (behind != 0 && !hxp_char_is_space(behind))
        return false;
    return !hxp_char_is_lower(
        hxp_char_at(text, hxp_skip_spaces(text, at + 1), &end));
}

/** An abbreviation of NUMBERED and no other list, before no number. */
static hxp_verdict numbered(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t end;
    bool small = hxp_char_is_lower(hxp_char_at(word->text, 0, &end));
    if ((stop->opener == '(' && !bracket_holds_sentence(stop)) ||
        stop->text.ptr[stop->next] == '#')
        return hxp_no(HXP_RULE_BEFORE_NUMBER);
    if (word->chars == 1 && small && !hxp_counts(stop, word)) /* 245 p. */
        return hxp_if_starter(stop, HXP_RULE_NO_STARTER);
    return hxp_yes(HXP_RULE_STOP);
}

/** The first byte of what stands before byte at without white space. */
static size_t token_start(const hxp_stop *stop, size_t at)
{
    size_t from = at, start;
    while (at > stop->segment_start && from - at < HXP_NEAR &&
           !hxp_char_is_space(hxp_char_before(stop->text, at, &start)))
        at = start;
    return at;
}

/** True when the sentence has but begun: "At 5 p.m. Peter left." */
static bool only_begun(const hxp_stop *stop)
{
    enum { LONGEST = 24 };
    hxp_str text = stop->text;
    size_t at = hxp_skip_spaces(text, stop->segment_start), end = at, next;
    size_t unit = token_start(stop, stop->start);
    if (stop->start - at > LONGEST || unit <= at)
        return false;
    if (hxp_is_digit(text.ptr[at])) /* a log: "0415 hrs. Engine stopped." */
        return token_start(stop, unit - 1) == at;
    if (!stop->data->time_prepositions)
        return false;
    while (hxp_is_letter(hxp_char_at(text, end, &next)))
        end = next;
    if (!hxp_is_among(hxp_str_part(text, at, end),
                      stop->data->time_prepositions))
        return false;
    if (hxp_skip_spaces(text, end) == unit) /* On Mon. */
        return true;
    while (end < stop->start && !hxp_is_digit(text.ptr[end]) &&
           !strchr("IVX", text.ptr[end]))
        end++;
    return end < stop->start;
}

/** True when the word before the stop is the unit of a number that belongs to
 * a noun: "the 7.40 a.m. Paris train", "a 3 cu. ft. Bosch freezer". */
static bool is_attribute(const hxp_stop *stop)
{
    enum { WORDS = 2 };
    hxp_str text = stop->text;
    size_t at = stop->start, start;
    if (!stop->data->unit_attributes)
        return false;
    for (int i = 0; i < WORDS; i++) {
        at = token_start(stop, at);
        if (at == stop->segment_start || text.ptr[at - 1] != ' ')
            return false;
        at--;
        start = token_start(stop, at);
        if (start < at && hxp_is_digit(text.ptr[start])) {
            hxp_str before = hxp_word_before(stop, start, &start);
            return hxp_lists_with_small(stop->data, before) &
                   HXP_LIST_DETERMINES;
        }
    }
    return false;
}

/** An abbreviation before a digit, which may number an item. */
static hxp_verdict before_digit(const hxp_stop *stop)
{
    return hxp_is_next_item(stop, stop->word) ? hxp_yes(HXP_RULE_STOP)
                                              : hxp_no(HXP_RULE_BEFORE_NUMBER);
}

hxp_verdict hxp_judge_closing(const hxp_stop *stop)
{
    if (hxp_is_digit(stop->first))
        return before_digit(stop);
    if (stop->lists & HXP_LIST_GOES_ON)
        return hxp_no(HXP_RULE_GOES_ON);
    if (hxp_heading_begins(stop))
        return hxp_yes(HXP_RULE_STOP);
    if (stop->opener && hxp_quote_closed(stop))
        return hxp_yes(HXP_RULE_QUOTE_CLOSED);
    if (stop->opener == '(' && !bracket_holds_sentence(stop))
        return hxp_no(HXP_RULE_BRACKET);
    bool begun = only_begun(stop);
    hxp_str next = hxp_str_part(stop->text, stop->word, stop->word_end);
    if (begun && hxp_is_among(next, stop->data->letter_words))
        return hxp_no(HXP_RULE_NO_STARTER); /* On Mon. I left. */
    if (stop->closer || !hxp_char_is_upper(stop->first) || begun ||
        is_attribute(stop))
        return hxp_if_starter(stop, HXP_RULE_NO_STARTER);
    return hxp_yes(HXP_RULE_STOP);
}

/** True for an adjective between an article and its noun, where nouns tell
 * themselves by their capital: "die ehem. Burg". */
static bool is_adjective(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t at = (size_t)(word->text.ptr - stop->text.ptr), start, end;
    return stop->data->capital_nouns && !stop->starter && !stop->closer &&
           hxp_char_is_lower(hxp_char_at(word->text, 0, &end)) &&
           (hxp_lists_with_small(stop->data,
                                 hxp_word_before(stop, at, &start)) &
            HXP_LIST_DETERMINES);
}

/** True when an article or the like follows. */
static bool is_determiner(const hxp_stop *stop)
{
    return hxp_lists_with_small(stop->data, hxp_str_part(stop->text, stop->word,
                                                         stop->word_end)) &
           HXP_LIST_DETERMINES;
}

/** True when a sentence begins behind a title, as no name does: with an article
 * or a pronoun, or with a starter and a verb. */
static bool sentence_begins(const hxp_stop *stop)
{
    hxp_str next = hxp_str_part(stop->text, stop->word, stop->word_end);
    unsigned lists = hxp_lists_with_small(stop->data, next);
    size_t at = stop->word_end, end;
    if (!stop->starter || stop->opener)
        return false;
    if ((stop->lists & HXP_LIST_PARTICLE) && /* Dr. Le Goff */
        !hxp_char_is_lower(hxp_char_at(stop->text, at + 1, &end)))
        return false;
    if (lists & (HXP_LIST_DETERMINES | HXP_LIST_SUBJECT))
        return true;
    return hxp_is_at(stop->text, at, ' ') &&
           hxp_char_is_lower(hxp_char_at(stop->text, at + 1, &end)) &&
           hxp_verb_follows(stop);
}

/** True when a title stands for itself: "at 5 Oak Dr. The house", "he made his
 * Dr. Then he left". */
static bool title_ends(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t at = (size_t)(word->text.ptr - stop->text.ptr), start, end;
    bool small = !hxp_char_is_upper(hxp_char_at(word->text, 0, &end));
    hxp_str before = hxp_word_before(stop, at, &start);
    if (word->at_start || before.len == 0 ||
        before.ptr[before.len - 1] == '.' || hxp_begins_segment(stop, start))
        return hxp_counts(stop, word) && !small && sentence_begins(stop);
    if (hxp_list_words_find(&stop->data->verbs, before)) /* he is drs. */
        return !is_determiner(stop) && sentence_begins(stop);
    unsigned lists = hxp_lists_with_small(stop->data, before);
    bool name = !(lists & HXP_LIST_STARTER) &&
                hxp_char_is_upper(hxp_char_at(before, 0, &end));
    return !small && (lists & HXP_LIST_DETERMINES || name) &&
           sentence_begins(stop);
}

/** An abbreviation of NEVER, which ends a sentence with a quotation. */
static hxp_verdict never(const hxp_stop *stop, const hxp_last_word *word)
{
    if (hxp_quote_closed(stop))
        return hxp_if_starter(stop, HXP_RULE_ABBREVIATION);
    return title_ends(stop, word) ? hxp_yes(HXP_RULE_STARTER)
                                  : hxp_no(HXP_RULE_ABBREVIATION);
}

/** An abbreviation of SOMETIMES. */
static hxp_verdict sometimes(const hxp_stop *stop, const hxp_last_word *word,
                             unsigned lists)
{
    bool heading = hxp_heading_begins(stop) && !word->at_start &&
                   !(lists & HXP_LIST_NUMBERED);
    if (is_adjective(stop, word))
        return hxp_no(HXP_RULE_ABBREVIATION);
    if (hxp_is_digit(stop->first))
        return before_digit(stop);
    return stop->dash || heading ? hxp_yes(HXP_RULE_STOP)
                                 : hxp_if_starter(stop, HXP_RULE_NO_STARTER);
}

hxp_verdict hxp_judge_listed(const hxp_stop *stop, const hxp_last_word *word,
                             unsigned lists)
{
    if (lists & HXP_LIST_NEVER)
        return never(stop, word);
    if (hxp_quote_closed(stop))
        return hxp_yes(HXP_RULE_QUOTE_CLOSED);
    if ((lists & HXP_LIST_NUMBERED) && hxp_number_follows(stop))
        return hxp_counts(stop, word) ? before_digit(stop)
                                      : hxp_no(HXP_RULE_BEFORE_NUMBER);
    if (lists & HXP_LIST_SOMETIMES)
        return sometimes(stop, word, lists);
    if (lists & HXP_LIST_CLOSING && word->at_start) /* "Tues. Rained." */
        return hxp_if_starter(stop, HXP_RULE_LIST_NUMBER);
    return lists & HXP_LIST_CLOSING ? hxp_judge_closing(stop)
                                    : numbered(stop, word);
}

/** True for C:\new.txt, log.txt and www.ab.de: its parts are short, but it is
 * the address of something. */
static bool is_address(const hxp_last_word *word, size_t first, hxp_str last)
{
    size_t end;
    bool small = hxp_char_is_lower(hxp_char_at(last, 0, &end));
    return !word->capitals &&
           (word->joined || (small && first == 3 && last.len == 3) ||
            hxp_str_starts(word->text, HXP_STR("www.")));
}

/** The bytes of the longest part between full stops; *first of the first. */
static size_t longest_part(hxp_str word, size_t *first)
{
    size_t longest = 0;
    hxp_str part, rest = word;
    *first = 0;
    while (hxp_str_cut(&rest, '.', &part)) {
        if (part.ptr == word.ptr)
            *first = part.len;
        if (part.len > longest)
            longest = part.len;
    }
    return longest;
}

/** U.S, z.B, e.g: letters with dots between them; *known: it was one. */
static hxp_verdict dotted(const hxp_stop *stop, const hxp_last_word *word,
                          unsigned lists, bool *known)
{
    size_t first, longest = longest_part(word->text, &first);
    hxp_str last = hxp_part_behind(word->text, '.');
    *known = true;
    if (lists & HXP_LIST_NEVER)
        return hxp_no(HXP_RULE_ABBREVIATION);
    if (lists & HXP_LIST_CLOSING)
        return hxp_judge_closing(stop);
    *known = longest <= 3 && !is_address(word, first, last);
    if (!*known)
        return hxp_no(HXP_RULE_DOTTED);
    if ((word->capitals || (lists & HXP_LIST_SOMETIMES)) &&
        hxp_quote_closed(stop))
        return hxp_yes(HXP_RULE_QUOTE_CLOSED);
    if (hxp_is_digit(stop->first))
        return hxp_no(HXP_RULE_DOTTED);
    if (word->capitals && hxp_surname_follows(stop)) /* J.R. Le Carré */
        return hxp_no(HXP_RULE_INITIAL);
    if ((lists & HXP_LIST_SOMETIMES) && hxp_heading_begins(stop))
        return hxp_yes(HXP_RULE_STOP);
    return hxp_if_starter(stop, HXP_RULE_DOTTED);
}

/* --- The order of the questions ------------------------------------------- */

/** True for the first word in brackets within a sentence: it is no sentence of
 * its own, but short for something: (dir. J. Roe). */
static bool opens_bracket(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t at = (size_t)(word->text.ptr - stop->text.ptr), start;
    int32_t before = hxp_char_before(stop->text, at, &start);
    return (before == '(' || before == '[') && !word->at_start;
}

/** True for Jean-L. */
static bool ends_in_initial(const hxp_last_word *word)
{
    size_t start, before;
    int32_t last = hxp_char_before(word->text, word->text.len, &start);
    return hxp_char_is_upper(last) &&
           hxp_char_before(word->text, start, &before) == '-' &&
           hxp_char_is_lower(hxp_char_before(word->text, before, &before));
}

/** True for ii or iv at the start of a segment. */
static bool is_small_roman(const hxp_last_word *word)
{
    enum { LONGEST = 4 };
    if (!word->at_start || word->text.len > LONGEST)
        return false;
    for (size_t i = 0; i < word->text.len; i++)
        if (!strchr("ivx", word->text.ptr[i]))
            return false;
    return true;
}

/** True for ( and ). */
static bool is_round_bracket(char c)
{
    return c == '(' || c == ')';
}

/** True within brackets that opened in the sentence and will close in it. */
static bool is_within_brackets(const hxp_stop *stop)
{
    enum { FAR = 120 };
    hxp_str text = stop->text;
    size_t at = stop->start, end = stop->end;
    size_t limit = at < FAR ? 0 : at - FAR;
    if (limit < stop->segment_start)
        limit = stop->segment_start;
    while (at > limit && !is_round_bracket(text.ptr[at - 1]))
        at--;
    if (at == limit || text.ptr[at - 1] != '(' ||
        hxp_begins_segment(stop, at - 1))
        return false;
    while (end < text.len && end - stop->end < FAR &&
           !is_round_bracket(text.ptr[end]))
        end++;
    return end < text.len && text.ptr[end] == ')';
}

/** A word of letters that no list knows. */
static hxp_verdict unlisted(const hxp_stop *stop, const hxp_last_word *word,
                            const hxp_segment_data *data)
{
    enum { LONGEST_ROMAN = 6 };
    if (ends_in_initial(word))
        return hxp_if_starter(stop, HXP_RULE_INITIAL);
    if (!stop->closer && !stop->starter &&
        (opens_bracket(stop, word) || is_within_brackets(stop)))
        return hxp_if_starter(stop, HXP_RULE_NO_STARTER);
    if (word->text.len > LONGEST_ROMAN || !hxp_is_roman(word->text))
        return hxp_yes(HXP_RULE_STOP);
    if (hxp_is_list_number(stop, word))
        return hxp_no(HXP_RULE_LIST_NUMBER);
    return data->ordinals ? hxp_if_starter(stop, HXP_RULE_ORDINAL)
                          : hxp_yes(HXP_RULE_STOP);
}

/** A word of letters, of which something may be known. */
static hxp_verdict letters(const hxp_stop *stop, const hxp_last_word *word,
                           const hxp_segment_data *data)
{
    enum { LONGEST_DOTTED = 12 };
    size_t end;
    if (hxp_is_within_entry(stop, word->text))
        return hxp_no(HXP_RULE_ABBREVIATION);
    unsigned lists = hxp_lists_of_last_word(stop, word->text, data);
    if (word->chars == 1 && hxp_is_letter(hxp_char_at(word->text, 0, &end)))
        return hxp_judge_letter(stop, word, lists, data);
    if (word->dotted && word->chars <= LONGEST_DOTTED) {
        bool known;
        hxp_verdict made = dotted(stop, word, lists, &known);
        if (known)
            return made;
    }
    if (is_small_roman(word))
        return hxp_no(HXP_RULE_LIST_NUMBER);
    if (lists)
        return hxp_judge_listed(stop, word, lists);
    return unlisted(stop, word, data);
}

/**
 * True when the segment is the name of a speaker, with a dash before what he
 * says: "M. le Ministre. – Merci."
 */
static bool is_speaker(const hxp_stop *stop)
{
    enum { WORDS = 5 };
    hxp_str text = stop->text;
    size_t at = hxp_skip_spaces(text, stop->segment_start), end = at, next;
    if (!stop->dash || stop->opener || stop->start - at > HXP_NEAR)
        return false;
    while (hxp_is_letter(hxp_char_at(text, end, &next)))
        end = next;
    if (!(hxp_lists_with(stop->data, hxp_str_part(text, at, end)) &
          HXP_LIST_NEVER))
        return false;
    for (int words = 0; words <= WORDS; words++) {
        while (end < stop->start && text.ptr[end] != ' ')
            end++;
        hxp_str word = hxp_str_part(text, at, end);
        if (hxp_list_words_find(&stop->data->verbs, word))
            return false;
        if (end == stop->start)
            return true;
        at = ++end;
    }
    return false;
}

/** True between the parts of one measure: 14s. 6d., 5ft. 3in. */
static bool is_within_measure(const hxp_stop *stop, const hxp_last_word *word)
{
    enum { LONGEST = 5 };
    hxp_str text = stop->text;
    size_t at = stop->word, end = word->text.len, next;
    if (word->digits || word->joined || end > LONGEST || stop->closer ||
        !hxp_is_digit(text.ptr[stop->next]) ||
        !hxp_is_digit(word->text.ptr[0]) ||
        !hxp_char_is_lower(hxp_char_before(word->text, end, &next)))
        return false;
    while (hxp_is_digit(hxp_char_at(text, at, &next)))
        at = next;
    return hxp_char_is_lower(hxp_char_at(text, at, &next));
}

/** A full stop that hangs on no word, as scanned text has it: Fig . 3 */
static hxp_verdict detached(const hxp_stop *stop, const hxp_segment_data *data)
{
    size_t start;
    unsigned lists = 0;
    if (!stop->closer && !stop->starter)
        lists = hxp_lists_with_small(
            data, hxp_word_before(stop, stop->start, &start));
    if (lists & HXP_LIST_NEVER)
        return hxp_no(HXP_RULE_ABBREVIATION);
    return (lists & HXP_LIST_NUMBERED) && hxp_number_follows(stop)
               ? hxp_no(HXP_RULE_BEFORE_NUMBER)
               : hxp_yes(HXP_RULE_STOP);
}

hxp_verdict hxp_judge_full_stop(const hxp_stop *stop,
                                const hxp_segment_data *data)
{
    hxp_last_word word;
    hxp_verdict made;
    hxp_last_word_read(&word, stop);
    if (word.text.len == 0)
        return detached(stop, data);
    if (is_speaker(stop))
        return hxp_no(HXP_RULE_SPEAKER);
    if (stop->footnote)
        return hxp_lists_of_last_word(stop, word.text, data)
                   ? hxp_no(HXP_RULE_BEFORE_NUMBER)
                   : hxp_yes(HXP_RULE_FOOTNOTE);
    if (is_within_measure(stop, &word))
        return hxp_no(HXP_RULE_BEFORE_NUMBER);
    if (hxp_judge_labelled(&made, stop, &word, data))
        return made;
    return word.digits ? hxp_judge_number(stop, &word, data)
                       : letters(stop, &word, data);
}

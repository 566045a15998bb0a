/* full_stop.c - a full stop ends a sentence, or the word before it is short. */
#include "segment/lookup.h"
#include "segment/marks.h"
#include "segment/verdict.h"

#include "base/str.h"
#include "text/utf8.h"

/* --- Abbreviations -------------------------------------------------------- */

/** An abbreviation of NUMBERED and no other list, before no number. */
static hxp_verdict numbered(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t end;
    bool small = hxp_char_is_lower(hxp_char_at(word->text, 0, &end));
    if (stop->opener == '(' || stop->text.ptr[stop->next] == '#')
        return hxp_no(HXP_RULE_BEFORE_NUMBER);
    if (word->chars == 1 && small && !hxp_counts(stop, word)) /* 245 p. */
        return hxp_if_starter(stop, HXP_RULE_NO_STARTER);
    return hxp_yes(HXP_RULE_STOP);
}

/** True when the sentence has but begun: "At 5 p.m. Peter left." */
static bool only_begun(const hxp_stop *stop)
{
    enum { LONGEST = 24 };
    hxp_str text = stop->text;
    size_t at = hxp_skip_spaces(text, stop->segment_start), end = at, next;
    if (!stop->data->time_prepositions || stop->start - at > LONGEST)
        return false;
    while (hxp_is_letter(hxp_char_at(text, end, &next)))
        end = next;
    if (!hxp_is_among(hxp_str_part(text, at, end),
                      stop->data->time_prepositions))
        return false;
    while (end < stop->start && !hxp_is_digit(text.ptr[end]))
        end++;
    return end < stop->start;
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
    if (stop->closer || !hxp_char_is_upper(stop->first) || only_begun(stop))
        return hxp_if_starter(stop, HXP_RULE_NO_STARTER);
    return hxp_yes(HXP_RULE_STOP);
}

hxp_verdict hxp_judge_listed(const hxp_stop *stop, const hxp_last_word *word,
                             unsigned lists)
{
    if (lists & HXP_LIST_NEVER)
        return hxp_no(HXP_RULE_ABBREVIATION);
    if (hxp_quote_closed(stop))
        return hxp_yes(HXP_RULE_QUOTE_CLOSED);
    if ((lists & HXP_LIST_NUMBERED) && hxp_number_follows(stop))
        return hxp_counts(stop, word) ? before_digit(stop)
                                      : hxp_no(HXP_RULE_BEFORE_NUMBER);
    if (lists & HXP_LIST_SOMETIMES) {
        bool heading = hxp_heading_begins(stop) && !word->at_start &&
                       !(lists & HXP_LIST_NUMBERED);
        if (hxp_is_digit(stop->first))
            return before_digit(stop);
        return stop->dash || heading
                   ? hxp_yes(HXP_RULE_STOP)
                   : hxp_if_starter(stop, HXP_RULE_NO_STARTER);
    }
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

/** A word of letters, of which something may be known. */
static hxp_verdict letters(const hxp_stop *stop, const hxp_last_word *word,
                           const hxp_segment_data *data)
{
    enum { LONGEST_DOTTED = 12, LONGEST_ROMAN = 6 };
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
    if (lists)
        return hxp_judge_listed(stop, word, lists);
    if (opens_bracket(stop, word) && !stop->closer)
        return hxp_if_starter(stop, HXP_RULE_NO_STARTER);
    if (word->text.len > LONGEST_ROMAN || !hxp_is_roman(word->text))
        return hxp_yes(HXP_RULE_STOP);
    if (hxp_is_list_number(stop, word))
        return hxp_no(HXP_RULE_LIST_NUMBER);
    return data->ordinals ? hxp_if_starter(stop, HXP_RULE_ORDINAL)
                          : hxp_yes(HXP_RULE_STOP);
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
    if (hxp_judge_labelled(&made, stop, &word, data))
        return made;
    return word.digits ? hxp_judge_number(stop, &word, data)
                       : letters(stop, &word, data);
}

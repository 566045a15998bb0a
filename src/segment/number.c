/* number.c - a full stop behind a number: of an item, an ordinal, or an end. */
#include "segment/lookup.h"
#include "segment/marks.h"
#include "segment/verdict.h"

#include "base/str.h"
#include "text/utf8.h"

/** True for the number of an item in a sentence: "Do this: 1. Sit, 2. Stay." */
static bool is_inner_number(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t at = (size_t)(word->text.ptr - stop->text.ptr), start;
    if (hxp_char_before(stop->text, at, &start) != ' ')
        return false;
    int32_t before = hxp_char_before(stop->text, start, &start);
    if (before == ':')
        return hxp_str_equal(word->text, HXP_STR("1"));
    return (before == ',' || before == ';') && hxp_is_next_item(stop, at);
}

/** True for a number that answers a question: "How many? 12. And how old?" */
static bool is_answer(const hxp_stop *stop)
{
    hxp_str next = hxp_str_part(stop->text, stop->word, stop->word_end);
    size_t at = stop->segment_start, start;
    if (!(hxp_lists_with_small(stop->data, next) & HXP_LIST_JOINS))
        return false;
    while (hxp_char_is_space(hxp_char_before(stop->text, at, &start)))
        at = start;
    return hxp_char_before(stop->text, at, &start) == '?';
}

bool hxp_is_list_number(const hxp_stop *stop, const hxp_last_word *word)
{
    bool whole = memchr(word->text.ptr, '.', word->text.len) == NULL;
    if ((stop->closer && stop->closer != ')') || is_answer(stop))
        return false;
    return is_inner_number(stop, word) ||
           (word->at_start && word->text.len <= (whole ? 3u : 12u));
}

/**
 * True for a number of one or two digits that is whole, not nought and no part
 * of another: 35,18 and 256/08 and 10:30 and 123 45 67.
 */
static bool may_be_ordinal(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t at = (size_t)(word->text.ptr - stop->text.ptr), start;
    int32_t before = hxp_char_before(stop->text, at, &start);
    bool part =
        (before == ',' || before == '/' || before == ':' || before == ' ') &&
        hxp_is_digit(hxp_char_before(stop->text, start, &start));
    return word->text.len <= 2 && !part && before != '=' && /* ?page=1 */
           !hxp_str_equal(word->text, HXP_STR("0"));
}

/** True for 3, 12a, 1er, B and IV: what a label is followed by. */
static bool is_short_number(const hxp_last_word *word)
{
    enum { LONGEST = 5 };
    size_t end;
    if (word->digits)
        return true;
    if (hxp_is_digit(word->text.ptr[0]))
        return word->chars <= LONGEST &&
               !memchr(word->text.ptr, '-', word->text.len);
    if (word->chars == 1)
        return hxp_char_is_upper(hxp_char_at(word->text, 0, &end));
    return word->text.len <= 5 && hxp_is_roman(word->text);
}

/**
 * True when before, with its full stop if there is one, is a label of the word.
 * *heads: its number heads what follows if it begins the segment.
 */
static bool is_label(bool *heads, const hxp_segment_data *data, hxp_str before,
                     const hxp_last_word *word)
{
    size_t end;
    unsigned wanted = HXP_LIST_LABEL;
    if (before.ptr[before.len - 1] == '.') {
        before.len--;
        wanted = HXP_LIST_NUMBERED;
        hxp_char_at(before, 0, &end);
        if (end == before.len && !word->digits) /* initials: Κ. Π. */
            return false;
    }
    unsigned lists = hxp_lists_with_small(data, before);
    *heads = !data->headings || (lists & HXP_LIST_HEADING) ||
             (lists & wanted & HXP_LIST_NUMBERED);
    return (lists & wanted) || hxp_ends_so(before, data->label_endings);
}

/** True unless the number is too long for a chapter's: Best.-Nr. 12345. */
static bool may_head(const hxp_last_word *word)
{
    enum { LONGEST = 3 };
    return word->chars <= LONGEST ||
           memchr(word->text.ptr, '.', word->text.len) != NULL;
}

bool hxp_judge_labelled(hxp_verdict *verdict, const hxp_stop *stop,
                        const hxp_last_word *word, const hxp_segment_data *data)
{
    size_t start, at = (size_t)(word->text.ptr - stop->text.ptr);
    bool heads;
    if (word->joined || stop->closer || !is_short_number(word))
        return false;
    hxp_str before = hxp_word_before(stop, at, &start);
    if (before.len == 0 || !is_label(&heads, data, before, word))
        return false;
    if (!word->digits && hxp_is_digit(stop->first))
        *verdict = hxp_no(HXP_RULE_BEFORE_NUMBER); /* article R. 412 */
    else if (heads && may_head(word) && hxp_begins_segment(stop, start))
        *verdict = hxp_no(HXP_RULE_LIST_NUMBER);
    else
        *verdict = hxp_yes(HXP_RULE_LABELLED);
    return true;
}

/** True for the year of a date that begins with it: 2020. 05. 12. */
static bool begins_date(const hxp_stop *stop, const hxp_last_word *word)
{
    enum { YEAR = 4, LONGEST = 2 };
    hxp_str text = stop->text;
    size_t at = stop->word, end;
    if (!word->digits || word->text.len != YEAR || stop->closer || stop->opener)
        return false;
    while (hxp_is_digit(hxp_char_at(text, at, &end)))
        at = end;
    if (at == stop->word || at > stop->word + LONGEST ||
        !hxp_is_at(text, at, '.'))
        return false;
    at = hxp_skip_spaces(text, at + 1);
    return hxp_is_digit(hxp_char_at(text, at, &end));
}

/** True for the month of a date: 12. 3. */
static bool ends_date(const hxp_stop *stop, const hxp_last_word *word)
{
    hxp_str text = stop->text;
    size_t at = (size_t)(word->text.ptr - text.ptr), start;
    if (hxp_is_digit(stop->first) || stop->lists & HXP_LIST_RANKED ||
        stop->opener == '(' || hxp_char_before(text, at, &start) != ' ' ||
        hxp_char_before(text, start, &start) != '.')
        return false;
    return hxp_is_digit(hxp_char_before(text, start, &start));
}

/**
 * True for a number that names the noun before it, "Menü 2.", where nouns tell
 * themselves by their capital. "Hotel 1. Klasse" is in ranked.txt.
 */
static bool names_noun(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t at = (size_t)(word->text.ptr - stop->text.ptr), start, end;
    if (!stop->data->capital_nouns || stop->lists & HXP_LIST_RANKED ||
        word->joined)
        return false;
    hxp_str noun = hxp_word_before(stop, at, &start);
    bool capital = false; /* iOS, too */
    for (size_t i = 0; i < noun.len && !capital; i = end)
        capital = hxp_char_is_upper(hxp_char_at(noun, i, &end));
    return capital && noun.ptr[noun.len - 1] != '.' &&
           !(hxp_lists_with(stop->data, noun) &
             HXP_LIST_STARTER) && /* pronoun */
           !hxp_begins_segment(stop, start);
}

/** True for 32-28 or 19x30 at byte at: a move of draughts. */
static bool is_draughts_move(hxp_str text, size_t at)
{
    for (int i = 0; i < 2; i++) {
        size_t start = at, end;
        while (hxp_is_digit(hxp_char_at(text, at, &end)))
            at = end;
        int32_t c = hxp_char_at(text, at, &end); /* 0 at the end */
        bool fits = i == 0 ? c == '-' || c == 'x' : c == ' ' || c == 0;
        if (at == start || at > start + 2 || !fits)
            return false;
        at = end;
    }
    return true;
}

bool hxp_is_chess_move(const hxp_stop *stop)
{
    hxp_str text = stop->text;
    size_t at = stop->word, end = stop->word_end, next;
    if (hxp_str_starts(hxp_str_part(text, at, text.len), HXP_STR("O-O")))
        return true;
    if (is_draughts_move(text, at))
        return true;
    if (end - at < 2 || end - at > 4 ||
        !hxp_char_is_upper(hxp_char_at(text, at, &at)))
        return false;
    for (; at < end; at++)
        if (!strchr("abcdefghx", text.ptr[at]))
            return false;
    return text.ptr[end - 1] != 'x' && end < text.len &&
           hxp_is_digit(text.ptr[end]) &&
           !hxp_char_is_alnum(hxp_char_at(text, end + 1, &next));
}

bool hxp_is_behind_colon(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t at = (size_t)(word->text.ptr - stop->text.ptr), start;
    return hxp_char_before(stop->text, at, &start) == ' ' &&
           hxp_char_before(stop->text, start, &start) == ':';
}

hxp_verdict hxp_judge_number(const hxp_stop *stop, const hxp_last_word *word,
                             const hxp_segment_data *data)
{
    if (hxp_heading_begins(stop) && hxp_is_behind_colon(stop, word))
        return hxp_yes(HXP_RULE_STOP); /* Latin: 3. Greek: 5. */
    if (hxp_is_list_number(stop, word) || hxp_is_chess_move(stop))
        return hxp_no(HXP_RULE_LIST_NUMBER);
    if (data->ordinals && begins_date(stop, word))
        return hxp_no(HXP_RULE_ORDINAL);
    if (data->ordinals && !stop->closer && may_be_ordinal(stop, word) &&
        !names_noun(stop, word) && !ends_date(stop, word))
        return hxp_if_starter(stop, HXP_RULE_ORDINAL);
    return hxp_yes(HXP_RULE_STOP);
}

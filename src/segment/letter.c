/* letter.c - a full stop behind a single letter: an initial, or an end. */
#include "segment/lookup.h"
#include "segment/marks.h"
#include "segment/verdict.h"

#include "base/str.h"
#include "text/utf8.h"

/**
 * "z. B": the single letters with full stops before this one, joined without
 * spaces, as the lists have them. Returns the lists with it.
 */
static unsigned spaced_letters(const hxp_stop *stop, const hxp_last_word *word,
                               const hxp_segment_data *data)
{
    char joined[32];
    size_t room = sizeof joined - word->text.len;
    size_t at = (size_t)(word->text.ptr - stop->text.ptr), end;
    unsigned lists = 0;
    memcpy(joined + room, word->text.ptr, word->text.len);
    while (room > 6) {
        if (!hxp_char_is_space(hxp_char_before(stop->text, at, &end)))
            break;
        if (hxp_char_before(stop->text, end, &end) != '.')
            break;
        size_t letter, before;
        if (!hxp_is_letter(hxp_char_before(stop->text, end, &letter)) ||
            hxp_is_letter(hxp_char_before(stop->text, letter, &before)))
            break; /* gez. K. is no z. K. */
        joined[--room] = '.';
        room -= end - letter;
        memcpy(joined + room, stop->text.ptr + letter, end - letter);
        unsigned longer = hxp_lists_with(
            data, (hxp_str){ joined + room, sizeof joined - room });
        if (longer)
            lists = longer;
        at = letter;
    }
    return lists;
}

/** True when a single letter is a word, as I is in English. */
static bool is_letter_word(const hxp_segment_data *data, hxp_str letter)
{
    return hxp_is_among(letter, data->letter_words);
}

/** True for the unit of a number: 16 A. or 90° F. */
static bool is_unit(const hxp_stop *stop, const hxp_last_word *word,
                    const hxp_segment_data *data)
{
    size_t at = (size_t)(word->text.ptr - stop->text.ptr), start;
    if (strchr("CFK", *word->text.ptr) &&
        hxp_char_before(stop->text, at, &start) == ' ' &&
        hxp_char_before(stop->text, start, &start) == 0xB0)
        return true;
    return hxp_is_among(word->text, data->letter_units) &&
           hxp_counts(stop, word);
}

/** True when the word before a single letter begins small: "and I." */
static bool small_word_before(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t at = (size_t)(word->text.ptr - stop->text.ptr), start;
    while (hxp_char_is_space(hxp_char_before(stop->text, at, &start)))
        at = start;
    while (at > 0 &&
           !hxp_char_is_space(hxp_char_before(stop->text, at, &start)))
        at = start;
    return hxp_char_is_lower(hxp_char_at(stop->text, at, &start));
}

/** The bytes of the word at byte at, if the language knows it as one that
 * stands before surnames, with a capital or without; else 0. */
static size_t particle_at(const hxp_stop *stop, size_t at,
                          const hxp_segment_data *data)
{
    size_t end = at, next;
    while (hxp_is_letter(hxp_char_at(stop->text, end, &next)))
        end = next;
    return hxp_lists_with_capital(data, hxp_str_part(stop->text, at, end)) &
                   HXP_LIST_PARTICLE
               ? end - at
               : 0;
}

/** True when a capital follows the next word: J. Van Damme, J. Van der Goes. */
static bool name_follows(const hxp_stop *stop, const hxp_segment_data *data)
{
    enum { PARTICLES = 3 };
    size_t at = stop->word_end, end;
    for (int i = 0; i < PARTICLES; i++) {
        if (!hxp_char_is_space(hxp_char_at(stop->text, at, &end)))
            return false;
        at = end;
        if (hxp_char_is_upper(hxp_char_at(stop->text, at, &end)))
            return true;
        size_t len = particle_at(stop, at, data);
        if (len == 0)
            return false;
        at += len;
    }
    return false;
}

bool hxp_surname_follows(const hxp_stop *stop)
{
    return (stop->lists & HXP_LIST_PARTICLE) && !stop->data->capital_nouns &&
           name_follows(stop, stop->data);
}

/** A single capital: an initial, unless something says otherwise. */
static hxp_verdict capital(const hxp_stop *stop, const hxp_last_word *word,
                           const hxp_segment_data *data)
{
    size_t end;
    if (is_letter_word(data, word->text) && !stop->closer &&
        (stop->starter || small_word_before(stop, word)))
        return hxp_yes(HXP_RULE_STOP);
    if (hxp_quote_closed(stop))
        return hxp_yes(HXP_RULE_QUOTE_CLOSED);
    if (stop->opener && /* in B. "Now ...; "No", said Mr. B. "Now ... */
        (small_word_before(stop, word) ||
         hxp_is_opener(hxp_char_at(stop->text, stop->segment_start, &end))))
        return hxp_yes(HXP_RULE_STOP);
    if (hxp_heading_begins(stop) && /* 45 J. Ort:; Latin: C. Greek: */
        (hxp_counts(stop, word) || hxp_is_behind_colon(stop, word)))
        return hxp_yes(HXP_RULE_STOP);
    if (hxp_surname_follows(stop))
        return hxp_no(HXP_RULE_INITIAL);
    return hxp_if_starter(stop, HXP_RULE_INITIAL);
}

/** The last of letters that lists hold together: z. B., U. S. */
static hxp_verdict last_of_letters(const hxp_stop *stop, unsigned lists)
{
    if (lists & HXP_LIST_NEVER)
        return hxp_no(HXP_RULE_ABBREVIATION);
    if (!(lists & HXP_LIST_SOMETIMES))
        return hxp_judge_closing(stop);
    return hxp_heading_begins(stop) ? hxp_yes(HXP_RULE_STOP)
                                    : hxp_if_starter(stop, HXP_RULE_NO_STARTER);
}

hxp_verdict hxp_judge_letter(const hxp_stop *stop, const hxp_last_word *word,
                             unsigned lists, const hxp_segment_data *data)
{
    size_t end;
    unsigned joined = spaced_letters(stop, word, data);
    if (joined & (HXP_LIST_NEVER | HXP_LIST_SOMETIMES | HXP_LIST_CLOSING))
        return last_of_letters(stop, joined);
    if ((lists & HXP_LIST_NEVER) && !word->joined)
        return hxp_no(HXP_RULE_ABBREVIATION);
    if (word->at_start && !stop->closer)
        return hxp_no(HXP_RULE_LIST_NUMBER);
    if (word->joined)
        return hxp_yes(HXP_RULE_STOP);
    if (is_unit(stop, word, data))
        return hxp_judge_closing(stop);
    if (hxp_char_is_upper(hxp_char_at(word->text, 0, &end)))
        return capital(stop, word, data);
    if (is_letter_word(data, word->text))
        return hxp_yes(HXP_RULE_STOP);
    if (lists)
        return hxp_judge_listed(stop, word, lists);
    if (hxp_is_digit(stop->first))
        return hxp_no(HXP_RULE_INITIAL);
    return hxp_heading_begins(stop) ? hxp_yes(HXP_RULE_STOP)
                                    : hxp_if_starter(stop, HXP_RULE_INITIAL);
}

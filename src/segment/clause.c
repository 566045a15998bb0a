/* clause.c - tells by the words around a stop that a clause begins behind it.
 */
#include "base/str.h"
#include "segment/lookup.h"
#include "segment/marks.h"
#include "segment/verdict.h"
#include "text/utf8.h"

/* Where a clause has one finite verb, second in it, as in German and Dutch, and
 * commas part clauses, a verb behind the stop opens a clause of its own, if
 * that before the stop has its verb already: "Es kostet 3 Mrd. | Kritiker sind
 * da". Forms that may be an infinitive or a participle, too, tell it only right
 * behind the next word and names; those that are in the list of finite verbs as
 * well, as können is, wherever they do not end the clause. */

/** Behind the letters, digits and hyphens at byte at. */
static size_t skip_word(hxp_str text, size_t at)
{
    size_t end;
    int32_t c = hxp_char_at(text, at, &end);
    while (hxp_is_letter(c) || hxp_is_digit(c) || c == '-') {
        at = end;
        c = hxp_char_at(text, at, &end);
    }
    return at;
}

/** The lists that hold the word from byte start to end, those of verbs too. */
static unsigned lists_with(const hxp_stop *stop, size_t start, size_t end)
{
    hxp_str word = hxp_str_part(stop->text, start, end);
    return hxp_list_words_find(&stop->data->words, word) |
           hxp_list_words_find(&stop->data->verbs, word);
}

/** True when the clause goes on behind a verb with what is no verb either: the
 * infinitives of "will am 3. Mai gehen können" end one. */
static bool goes_on(const hxp_stop *stop, size_t at)
{
    return hxp_is_at(stop->text, at, ' ') &&
           !(lists_with(stop, at + 1, skip_word(stop->text, at + 1)) &
             (HXP_LIST_ANY_VERB | HXP_LIST_JOINS));
}

/** True when a small letter is at byte at. */
static bool is_small(hxp_str text, size_t at)
{
    size_t end;
    return hxp_char_is_lower(hxp_char_at(text, at, &end));
}

/** True when the small word from byte start to end is a verb by its ending. */
static bool ends_as_verb(const hxp_stop *stop, size_t start, size_t end)
{
    hxp_str word = hxp_str_part(stop->text, start, end);
    return word.len > 1 && is_small(stop->text, start) &&
           hxp_ends_so(word, stop->data->verb_endings) &&
           !hxp_lists_with_capital(stop->data, word); /* Heute: a starter */
}

/** The lists that hold the word; in none, it may be a verb by its ending. */
static unsigned lists_or_ending(const hxp_stop *stop, size_t start, size_t end)
{
    unsigned lists = lists_with(stop, start, end);
    return !lists && ends_as_verb(stop, start, end) ? HXP_LIST_VERB_FORM
                                                    : lists;
}

/** True when a verb follows in the clause that the next word would begin. */
static bool verb_follows(const hxp_stop *stop)
{
    enum { WORDS = 10 };
    hxp_str text = stop->text;
    size_t at = skip_word(text, stop->word), start = at;
    bool near = true; /* nothing but names since the stop */
    unsigned lists = 0;
    for (int i = 0; i < WORDS; i++) {
        if ((lists & HXP_LIST_NEVER || at == start + 1) &&
            hxp_is_at(text, at, '.')) /* Dr. K. */
            at++;
        if (!hxp_is_at(text, at, ' '))
            return false;
        bool joins = lists & HXP_LIST_JOINS;
        start = at + 1;
        at = skip_word(text, start);
        lists = lists_or_ending(stop, start, at);
        if (joins && is_small(text, start)) /* and went */
            return false;
        bool form = lists & HXP_LIST_VERB_FORM;
        if (lists & HXP_LIST_VERB || (form && near))
            return !form || goes_on(stop, at);
        near = near && (lists & HXP_LIST_JOINS || !is_small(text, start));
    }
    return false;
}

/** True for what parts clauses: colons, dashes, brackets, quotation marks. */
static bool parts_clauses(int32_t c)
{
    if (c == ';' || c == ':' || c == '!' || c == '?')
        return true;
    return c == 0x2013 || c == 0x2014 || hxp_is_opener(c) || hxp_is_closer(c);
}

/** The first byte of the letters that end at byte end. */
static size_t word_start(hxp_str text, size_t end, size_t limit)
{
    size_t start = end, at;
    while (start > limit && hxp_is_letter(hxp_char_before(text, start, &at)))
        start = at;
    return start;
}

/** True when the clause that ends at the stop has its verb. */
static bool verb_precedes(const hxp_stop *stop)
{
    enum { FAR = 160 };
    hxp_str text = stop->text;
    size_t limit = stop->segment_start, at = stop->start, behind;
    bool small = false; /* the word behind the one in work begins so */
    if (at - limit > FAR)
        limit = at - FAR;
    while (at > limit) {
        size_t start = word_start(text, at, limit);
        unsigned lists = lists_with(stop, start, at);
        if (hxp_is_at(text, at, '.')) /* sog. is no verb */
            lists = 0;
        if (lists & HXP_LIST_ANY_VERB ||
            hxp_is_among(hxp_str_part(text, start, at), stop->data->polite))
            return true;
        if ((lists & HXP_LIST_JOINS) && small) /* and on the 3. */
            return false;
        if (start < at)
            small = hxp_char_is_lower(hxp_char_at(text, start, &behind));
        if (start == limit)
            return false;
        int32_t c = hxp_char_before(text, start, &at);
        bool score =
            c == ':' && hxp_is_digit(hxp_char_at(text, start, &behind));
        if ((parts_clauses(c) && !score) || (c == ',' && small))
            return false;
    }
    return false;
}

/* --- Clauses without commas ----------------------------------------------- */

/* Where no comma parts clauses, as in English and French, words tell where one
 * begins within another: who, that, when. A sentence is over when verbs are
 * more than such words: "The man who led it left the U.S. | Congress was glad",
 * but "The man who led the U.S. Army was glad". */

enum { GROUP = 2 }; /* words apart that verbs of one clause may stand */

/** The lists that hold the word, with a small first letter, too; it may be a
 * verb by its ending. */
static unsigned lists_in_clause(const hxp_stop *stop, size_t start, size_t end)
{
    unsigned lists =
        hxp_lists_with_small(stop->data, hxp_str_part(stop->text, start, end));
    lists |= hxp_list_words_find(&stop->data->verbs,
                                 hxp_str_part(stop->text, start, end));
    return !(lists & HXP_LIST_ANY_VERB) && ends_as_verb(stop, start, end)
               ? lists | HXP_LIST_VERB_FORM
               : lists;
}

/** True when the capital of a small word would start sentences: of, in. */
static bool is_function_word(const hxp_stop *stop, size_t start, size_t end)
{
    return is_small(stop->text, start) &&
           (hxp_lists_with_capital(stop->data,
                                   hxp_str_part(stop->text, start, end)) &
            HXP_LIST_STARTER);
}

/** True when an object follows at byte at, so that the form of a verb before
 * it is no participle: "sold a car", not "sold in Paris". */
static bool object_follows(const hxp_stop *stop, size_t at)
{
    size_t end;
    if (!hxp_is_at(stop->text, at, ' '))
        return false;
    int32_t c = hxp_char_at(stop->text, at + 1, &end);
    return hxp_char_is_upper(c) || hxp_is_digit(c) ||
           (lists_with(stop, at + 1, skip_word(stop->text, at + 1)) &
            HXP_LIST_DETERMINES);
}

/** True when the word that ends at byte end, of lists, is a finite verb, or
 * the subject of one. Words with full stops within are attributes more often:
 * "A car sold in U.S. Army depots is". */
static bool is_finite(const hxp_stop *stop, unsigned lists, size_t end)
{
    size_t limit = stop->start > HXP_NEAR ? stop->start - HXP_NEAR : 0;
    if (hxp_is_at(stop->text, end, '.'))
        return false;
    if (!(lists & HXP_LIST_VERB_FORM))
        return lists & (HXP_LIST_VERB | HXP_LIST_SUBJECT);
    size_t start = word_start(stop->text, stop->start, limit);
    bool dotted = hxp_char_before(stop->text, start, &start) == '.';
    return lists & HXP_LIST_VERB || !dotted || object_follows(stop, end);
}

/** verb_precedes() where no comma parts clauses. */
static bool main_verb_precedes(const hxp_stop *stop)
{
    enum { FAR = 200 };
    hxp_str text = stop->text;
    size_t limit = stop->segment_start, at = stop->start;
    int verbs = 0, within = 0, words = GROUP; /* since the last verb */
    if (at - limit > FAR)
        limit = at - FAR;
    while (at > limit) {
        size_t start = word_start(text, at, limit);
        unsigned lists = lists_in_clause(stop, start, at);
        bool begins = lists & HXP_LIST_SUBORDINATES &&
                      (!(lists & HXP_LIST_ANY_VERB) || /* found that car */
                       object_follows(stop, at));
        within += begins;
        words += start < at;
        if (is_finite(stop, lists, at)) {
            verbs += begins || words > GROUP;
            words = 0;
        }
        if (start == limit)
            break;
        int32_t c = hxp_char_before(text, start, &at);
        if (parts_clauses(c) || (c == ',' && verbs > 0))
            break;
    }
    return verbs > within;
}

/** verb_follows() where no comma parts clauses. */
static bool main_verb_follows(const hxp_stop *stop)
{
    enum { WORDS = 10 };
    hxp_str text = stop->text;
    size_t at = skip_word(text, stop->word);
    bool near = true; /* nothing but names and nouns since the stop */
    unsigned before = hxp_lists_with(
        stop->data, hxp_str_part(text, stop->word, stop->word_end));
    for (int i = 0; i < WORDS; i++) {
        if ((before & HXP_LIST_NEVER) && hxp_is_at(text, at, '.'))
            at++;
        size_t start;
        int32_t c = hxp_char_at(text, at, &start);
        if (c != ' ' && !hxp_is_apostrophe(c)) /* Hegel l'a lu */
            return false;
        at = skip_word(text, start);
        unsigned lists = lists_in_clause(stop, start, at);
        bool verb =
            lists & HXP_LIST_VERB || ((lists & HXP_LIST_VERB_FORM) && near);
        if (verb)
            return !(before & HXP_LIST_JOINS);
        if (lists & (HXP_LIST_SUBORDINATES | HXP_LIST_SUBJECT))
            return false;
        near = near && !is_function_word(stop, start, at);
        before = lists;
    }
    return false;
}

bool hxp_heading_begins(const hxp_stop *stop)
{
    size_t at = stop->word_end;
    if (hxp_is_at(stop->text, at, ' '))
        at++;
    return stop->opener != '(' && stop->word_end > stop->word + 1 &&
           hxp_is_at(stop->text, at, ':') && hxp_is_at(stop->text, at + 1, ' ');
}

/** The number of one or two digits with a full stop and a blank at byte at, or
 * 0. */
static int number_at(hxp_str text, size_t at)
{
    int number = 0, digits = 0;
    for (; at < text.len && hxp_is_digit(text.ptr[at]) && digits < 2; at++) {
        number = number * 10 + text.ptr[at] - '0';
        digits++;
    }
    return hxp_is_at(text, at, '.') && hxp_is_at(text, at + 1, ' ') ? number
                                                                    : 0;
}

/** True when the segment holds number with a full stop, as an item has it. */
static bool holds_item(const hxp_stop *stop, int number)
{
    enum { FAR = 160 };
    hxp_str text = stop->text;
    size_t at = stop->segment_start;
    if (stop->start - at > FAR)
        at = stop->start - FAR;
    for (; at < stop->start; at++)
        if (number == number_at(text, at) &&
            (at == stop->segment_start || text.ptr[at - 1] == ' '))
            return true;
    return false;
}

bool hxp_is_next_item(const hxp_stop *stop, size_t at)
{
    int number = number_at(stop->text, at);
    return number > 1 && holds_item(stop, number - 1);
}

/** Where the name begins whose small words stand at the stop: de la Tour,
 * l'Oréal, and at byte at itself if none do. */
static size_t behind_small_words(const hxp_stop *stop)
{
    hxp_str text = stop->text;
    size_t at = stop->word, end = stop->word_end, behind;
    if (end == at + 1 && hxp_is_apostrophe(hxp_char_at(text, end, &behind)))
        return behind;
    while (end > at && is_small(text, at) && hxp_is_at(text, end, ' ') &&
           (hxp_lists_with_capital(stop->data, hxp_str_part(text, at, end)) &
            HXP_LIST_PARTICLE)) {
        at = end + 1;
        end = skip_word(text, at);
    }
    return at;
}

bool hxp_small_name_begins(const hxp_stop *stop)
{
    enum { NAMES = 4, BETWEEN = 1 }; /* words: "van Gogh never learned" */
    hxp_str text = stop->text;
    size_t at = behind_small_words(stop), end = skip_word(text, at), next;
    if (at == stop->word || !hxp_char_is_upper(hxp_char_at(text, at, &next)))
        return false;
    for (int i = 0; i < NAMES && hxp_is_at(text, end, ' '); i++) {
        at = end + 1;
        end = skip_word(text, at);
        if (is_small(text, at))
            break;
    }
    if (hxp_is_apostrophe(hxp_char_at(text, end, &next))) { /* n'avait */
        at = next;
        end = skip_word(text, at);
    }
    for (int i = 0; i < BETWEEN && hxp_is_at(text, end, ' ') &&
                    !(lists_or_ending(stop, at, end) & HXP_LIST_ANY_VERB);
         i++) {
        at = end + 1;
        end = skip_word(text, at);
    }
    return is_small(text, at) &&
           lists_or_ending(stop, at, end) & HXP_LIST_ANY_VERB;
}

/** Behind the address of a site that begins at the next word, bol.com, or the
 * word's end. */
static size_t skip_address(const hxp_stop *stop)
{
    size_t at = stop->word_end;
    while (hxp_is_at(stop->text, at, '.') && is_small(stop->text, at + 1))
        at = skip_word(stop->text, at + 1);
    return at;
}

bool hxp_small_subject_begins(const hxp_stop *stop)
{
    enum { FEWEST = 3 };
    hxp_str text = stop->text;
    size_t at = stop->word, end = stop->word_end, behind = skip_address(stop);
    if (end - at < FEWEST || !hxp_is_at(text, behind, ' '))
        return false;
    unsigned verb = lists_with(stop, behind + 1, skip_word(text, behind + 1)) &
                    HXP_LIST_VERB;
    return verb &&
           (behind > end ||
            !(hxp_lists_with_capital(stop->data, hxp_str_part(text, at, end)) ||
              lists_or_ending(stop, at, end)));
}

bool hxp_verb_follows(const hxp_stop *stop)
{
    return stop->data->subordinators ? main_verb_follows(stop)
                                     : verb_follows(stop);
}

bool hxp_clause_begins(const hxp_stop *stop)
{
    if (!hxp_char_is_upper(stop->first) ||
        !hxp_is_at(stop->text, stop->word_end, ' '))
        return false;
    size_t start = stop->word_end + 1;
    hxp_str second =
        hxp_str_part(stop->text, start, skip_word(stop->text, start));
    if (hxp_is_among(second, stop->data->polite)) /* an imperative */
        return true;
    if (!stop->data->subordinators)
        return verb_follows(stop) && verb_precedes(stop);
    bool imperative = lists_with(stop, start, start + second.len) &
                      HXP_LIST_ARTICLE; /* Cross the road */
    return (imperative || main_verb_follows(stop)) && main_verb_precedes(stop);
}

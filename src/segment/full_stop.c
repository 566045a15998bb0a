/* full_stop.c - a full stop ends a sentence, or the word before it is short. */
#include "segment/marks.h"
#include "segment/verdict.h"

#include "base/str.h"
#include "text/utf8.h"

/* --- What the lists say ------------------------------------------------------
 */

enum { LONGEST_WORD = 32 }; /* bytes of a word that is changed and looked up */

static unsigned lists_with(const hxp_segment_data *data, hxp_str word)
{
    return hxp_list_words_find(&data->words, word);
}

/** The lists that hold word, also with a small first letter. */
static unsigned lists_with_small(const hxp_segment_data *data, hxp_str word)
{
    char small[LONGEST_WORD + 4];
    size_t behind;
    unsigned lists = lists_with(data, word);
    int32_t c = hxp_char_at(word, 0, &behind);
    if (lists & HXP_LIST_ABBREVIATION || !hxp_char_is_upper(c) ||
        word.len > LONGEST_WORD)
        return lists;
    size_t len = hxp_utf8_put(small, u_tolower(c));
    memcpy(small + len, word.ptr + behind, word.len - behind);
    return lists |
           lists_with(data, (hxp_str){ small, len + word.len - behind });
}

/** True when a number or a word of capitals follows. */
static bool capitals_follow(const hxp_stop *stop)
{
    size_t end;
    hxp_char_at(stop->text, stop->word, &end);
    return hxp_is_digit(stop->first) ||
           (hxp_char_is_upper(stop->first) &&
            hxp_char_is_upper(hxp_char_at(stop->text, end, &end)));
}

/** The lists that hold a word of capitals, as in DR. BROWN, in small ones. */
static unsigned lists_with_calm(const hxp_stop *stop, hxp_str word,
                                const hxp_segment_data *data)
{
    char calm[LONGEST_WORD];
    if (word.len < 2 || word.len > sizeof calm || !capitals_follow(stop))
        return 0;
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] < 'A' || word.ptr[i] > 'Z')
            return 0;
        calm[i] = i > 0 ? (char)(word.ptr[i] - 'A' + 'a') : word.ptr[i];
    }
    return lists_with_small(data, (hxp_str){ calm, word.len });
}

/** word from behind its last c on; all of it if there is no c. */
static hxp_str part_behind(hxp_str word, char c)
{
    size_t at = word.len;
    while (at > 0 && word.ptr[at - 1] != c)
        at--;
    return hxp_str_part(word, at, word.len);
}

/** What stands behind the last apostrophe of word: l’art, d'apr. */
static hxp_str behind_apostrophe(hxp_str word)
{
    size_t at = word.len, start = at;
    while (at > 0 && !hxp_is_apostrophe(hxp_char_before(word, at, &start)))
        at = start;
    return hxp_str_part(word, at, word.len);
}

/** True when word is longer than one of the endings, and ends so. */
static bool ends_so(hxp_str word, const hxp_word_list *endings)
{
    for (size_t i = 0; i < hxp_word_list_count(endings); i++) {
        hxp_str ending = hxp_word_list_entry(endings, i);
        if (word.len > ending.len + 1 && hxp_str_ends(word, ending))
            return true;
    }
    return false;
}

/** The lists that hold word with the one before it: "av. J.-C". */
static unsigned lists_with_two(const hxp_stop *stop, hxp_str word,
                               const hxp_segment_data *data)
{
    enum { LONGEST = 8 };
    char two[32];
    size_t start, len;
    if (word.len > LONGEST)
        return 0;
    hxp_str before =
        hxp_word_before(stop, (size_t)(word.ptr - stop->text.ptr), &start);
    if (before.len == 0 || before.len > sizeof two - LONGEST - 1)
        return 0;
    memcpy(two, before.ptr, before.len);
    two[before.len] = ' ';
    len = before.len + 1;
    memcpy(two + len, word.ptr, word.len);
    return lists_with(data, (hxp_str){ two, len + word.len });
}

/** The lists that hold a word, or its last part: Dipl.-Ing, Goethestr. */
static unsigned find_lists(const hxp_stop *stop, hxp_str word,
                           const hxp_segment_data *data)
{
    if (!(lists_with(data, word) & HXP_LIST_ABBREVIATION)) /* Int'l */
        word = behind_apostrophe(word);
    unsigned lists = lists_with_two(stop, word, data);
    if (word.len == 1)
        return lists | (lists_with(data, word) & HXP_LIST_ABBREVIATION);
    if (!lists)
        lists = lists_with_small(data, word) & HXP_LIST_ABBREVIATION;
    if (!lists)
        lists = lists_with_calm(stop, word, data) & HXP_LIST_ABBREVIATION;
    hxp_str part = part_behind(word, '-');
    if (!lists && part.len < word.len)
        lists = lists_with(data, part) & HXP_LIST_ABBREVIATION;
    if (!lists && ends_so(word, data->endings))
        lists = HXP_LIST_SOMETIMES;
    return lists;
}

bool hxp_is_abbreviation(const hxp_stop *stop, const hxp_segment_data *data)
{
    hxp_last_word word;
    hxp_last_word_read(&word, stop);
    return word.dotted || find_lists(stop, word.text, data) != 0;
}

/* --- Abbreviations -----------------------------------------------------------
 */

/** An abbreviation of NUMBERED and no other list, before no number. */
static hxp_verdict numbered(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t end;
    bool small = hxp_char_is_lower(hxp_char_at(word->text, 0, &end));
    if (stop->opener == '(' || stop->text.ptr[stop->next] == '#')
        return hxp_no(HXP_RULE_BEFORE_NUMBER);
    if (word->text.len <= 2 && !stop->starter && small)
        return hxp_no(HXP_RULE_NO_STARTER);
    return hxp_yes(HXP_RULE_STOP);
}

/** An abbreviation that ends a sentence before any capital. */
static hxp_verdict closing(const hxp_stop *stop)
{
    if (hxp_is_digit(stop->first))
        return hxp_no(HXP_RULE_BEFORE_NUMBER);
    if (stop->lists & HXP_LIST_GOES_ON)
        return hxp_no(HXP_RULE_GOES_ON);
    if (stop->closer || !hxp_char_is_upper(stop->first))
        return hxp_if_starter(stop, HXP_RULE_NO_STARTER);
    return hxp_yes(HXP_RULE_STOP);
}

/** A word of which the lists know something. */
static hxp_verdict listed(const hxp_stop *stop, const hxp_last_word *word,
                          unsigned lists)
{
    if (lists & HXP_LIST_NEVER)
        return hxp_no(HXP_RULE_ABBREVIATION);
    if (hxp_quote_closed(stop))
        return hxp_yes(HXP_RULE_QUOTE_CLOSED);
    if ((lists & HXP_LIST_NUMBERED) && hxp_number_follows(stop))
        return hxp_no(HXP_RULE_BEFORE_NUMBER);
    if (lists & HXP_LIST_SOMETIMES) {
        if (hxp_is_digit(stop->first))
            return hxp_no(HXP_RULE_BEFORE_NUMBER);
        return stop->dash ? hxp_yes(HXP_RULE_STOP)
                          : hxp_if_starter(stop, HXP_RULE_NO_STARTER);
    }
    return lists & HXP_LIST_CLOSING ? closing(stop) : numbered(stop, word);
}

/** True for C:\new.txt and log.txt: short as its parts are, it is a file. */
static bool is_file_name(const hxp_last_word *word, size_t first, hxp_str last)
{
    size_t end;
    bool small = hxp_char_is_lower(hxp_char_at(last, 0, &end));
    return !word->capitals &&
           (word->joined || (small && first == 3 && last.len == 3));
}

/** U.S, z.B, e.g: letters with dots between them; *known: it was one. */
static hxp_verdict dotted(const hxp_stop *stop, const hxp_last_word *word,
                          unsigned lists, bool *known)
{
    size_t first = 0;
    hxp_str last = part_behind(word->text, '.');
    while (word->text.ptr[first] != '.')
        first++;
    *known = true;
    if (lists & HXP_LIST_NEVER)
        return hxp_no(HXP_RULE_ABBREVIATION);
    if (lists & HXP_LIST_CLOSING)
        return closing(stop);
    *known = last.len <= 3 && first <= 3 && !is_file_name(word, first, last);
    if (!*known)
        return hxp_no(HXP_RULE_DOTTED);
    if ((word->capitals || (lists & HXP_LIST_SOMETIMES)) &&
        hxp_quote_closed(stop))
        return hxp_yes(HXP_RULE_QUOTE_CLOSED);
    if (hxp_is_digit(stop->first))
        return hxp_no(HXP_RULE_DOTTED);
    return hxp_if_starter(stop, HXP_RULE_DOTTED);
}

/* --- Initials ----------------------------------------------------------------
 */

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
        size_t letter;
        if (!hxp_is_letter(hxp_char_before(stop->text, end, &letter)))
            break;
        joined[--room] = '.';
        room -= end - letter;
        memcpy(joined + room, stop->text.ptr + letter, end - letter);
        lists |=
            lists_with(data, (hxp_str){ joined + room, sizeof joined - room });
        at = letter;
    }
    return lists;
}

/** True when a single letter is a word, as I is in English. */
static bool is_letter_word(const hxp_segment_data *data, hxp_str letter)
{
    hxp_str part,
        rest = hxp_str_of(data->letter_words ? data->letter_words : "");
    while (hxp_str_cut(&rest, ' ', &part))
        if (hxp_str_equal(part, letter))
            return true;
    return false;
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
    char capital[8];
    size_t end = at, next;
    while (hxp_is_letter(hxp_char_at(stop->text, end, &next)))
        end = next;
    size_t len = end - at;
    if (len == 0 || len > sizeof capital)
        return 0;
    memcpy(capital, stop->text.ptr + at, len);
    if (*capital >= 'a' && *capital <= 'z')
        *capital = (char)(*capital - 'a' + 'A');
    return lists_with(data, (hxp_str){ capital, len }) & HXP_LIST_PARTICLE ? len
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

/** A single capital: an initial, unless something says otherwise. */
static hxp_verdict capital(const hxp_stop *stop, const hxp_last_word *word,
                           const hxp_segment_data *data)
{
    if (is_letter_word(data, word->text) && !stop->closer &&
        (stop->starter || small_word_before(stop, word)))
        return hxp_yes(HXP_RULE_STOP);
    if (hxp_quote_closed(stop))
        return hxp_yes(HXP_RULE_QUOTE_CLOSED);
    if (stop->opener && small_word_before(stop, word)) /* in B. "Now ... */
        return hxp_yes(HXP_RULE_STOP);
    if ((stop->lists & HXP_LIST_PARTICLE) && name_follows(stop, data))
        return hxp_no(HXP_RULE_INITIAL);
    return hxp_if_starter(stop, HXP_RULE_INITIAL);
}

static hxp_verdict single_letter(const hxp_stop *stop,
                                 const hxp_last_word *word, unsigned lists,
                                 const hxp_segment_data *data)
{
    size_t end;
    unsigned joined = spaced_letters(stop, word, data);
    if (joined & HXP_LIST_NEVER)
        return hxp_no(HXP_RULE_ABBREVIATION);
    if (joined & HXP_LIST_SOMETIMES)
        return hxp_if_starter(stop, HXP_RULE_NO_STARTER);
    if (joined & HXP_LIST_CLOSING)
        return closing(stop);
    if ((lists & HXP_LIST_NEVER) && !word->joined)
        return hxp_no(HXP_RULE_ABBREVIATION);
    if (word->at_start && !stop->closer)
        return hxp_no(HXP_RULE_LIST_NUMBER);
    if (word->joined)
        return hxp_yes(HXP_RULE_STOP);
    if (hxp_char_is_upper(hxp_char_at(word->text, 0, &end)))
        return capital(stop, word, data);
    if (is_letter_word(data, word->text))
        return hxp_yes(HXP_RULE_STOP);
    if (lists)
        return listed(stop, word, lists);
    return hxp_is_digit(stop->first) ? hxp_no(HXP_RULE_INITIAL)
                                     : hxp_if_starter(stop, HXP_RULE_INITIAL);
}

/* --- Numbers -----------------------------------------------------------------
 */

/** True for the first number of a list within a sentence: "Do this: 1. " */
static bool is_first_number(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t at = (size_t)(word->text.ptr - stop->text.ptr), start;
    return hxp_str_equal(word->text, HXP_STR("1")) &&
           hxp_char_before(stop->text, at, &start) == ' ' &&
           hxp_char_before(stop->text, start, &start) == ':';
}

/** True for what numbers an item or a heading: 3. or 12) or 3.1.10 or IV. */
static bool is_list_number(const hxp_stop *stop, const hxp_last_word *word)
{
    bool whole = memchr(word->text.ptr, '.', word->text.len) == NULL;
    if (stop->closer && stop->closer != ')')
        return false;
    return is_first_number(stop, word) ||
           (word->at_start && word->text.len <= (whole ? 3u : 12u));
}

/** True for a number of one or two digits that is whole and not nought. */
static bool may_be_ordinal(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t at = (size_t)(word->text.ptr - stop->text.ptr), start;
    int32_t before = hxp_char_before(stop->text, at, &start);
    bool part = (before == ',' || before == '/' || before == ':') &&
                /* 35,18 and 256/08 and 10:30 */
                hxp_is_digit(hxp_char_before(stop->text, start, &start));
    return word->text.len <= 2 && !part &&
           !hxp_str_equal(word->text, HXP_STR("0"));
}

/** True for 3, B and IV: what a label is followed by. */
static bool is_short_number(const hxp_last_word *word)
{
    size_t end;
    if (word->digits)
        return true;
    if (word->chars == 1)
        return hxp_char_is_upper(hxp_char_at(word->text, 0, &end));
    return word->text.len <= 5 && hxp_is_roman(word->text);
}

/**
 * Chapter 3, Art. 5, vitamin C: a label with its number. At the start of a
 * segment it is a heading, elsewhere its stop ends the sentence. False when
 * there is no label.
 */
static bool labelled(hxp_verdict *verdict, const hxp_stop *stop,
                     const hxp_last_word *word, const hxp_segment_data *data)
{
    size_t start, at = (size_t)(word->text.ptr - stop->text.ptr);
    if (word->joined || stop->closer || !is_short_number(word))
        return false;
    hxp_str before = hxp_word_before(stop, at, &start);
    if (before.len == 0)
        return false;
    unsigned wanted = HXP_LIST_LABEL;
    if (before.ptr[before.len - 1] == '.') {
        before.len--;
        wanted = HXP_LIST_NUMBERED;
        if (before.len == 1 && !word->digits) /* initials */
            return false;
    }
    if (!(lists_with_small(data, before) & wanted) &&
        !ends_so(before, data->label_endings))
        return false;
    if (!word->digits && hxp_is_digit(stop->first)) {
        *verdict = hxp_no(HXP_RULE_BEFORE_NUMBER); /* article R. 412 */
        return true;
    }
    *verdict = hxp_begins_segment(stop, start) ? hxp_no(HXP_RULE_LIST_NUMBER)
                                               : hxp_yes(HXP_RULE_LABELLED);
    return true;
}

static hxp_verdict number(const hxp_stop *stop, const hxp_last_word *word,
                          const hxp_segment_data *data)
{
    if (is_list_number(stop, word))
        return hxp_no(HXP_RULE_LIST_NUMBER);
    if (data->ordinals && !stop->closer && may_be_ordinal(stop, word))
        return hxp_if_starter(stop, HXP_RULE_ORDINAL);
    return hxp_yes(HXP_RULE_STOP);
}

/* --- The order of the questions ----------------------------------------------
 */

/** A word of letters, of which something may be known. */
static hxp_verdict letters(const hxp_stop *stop, const hxp_last_word *word,
                           const hxp_segment_data *data)
{
    enum { LONGEST_DOTTED = 12, LONGEST_ROMAN = 6 };
    size_t end;
    unsigned lists = find_lists(stop, word->text, data);
    if (word->chars == 1 && hxp_is_letter(hxp_char_at(word->text, 0, &end)))
        return single_letter(stop, word, lists, data);
    if (word->dotted && word->chars <= LONGEST_DOTTED) {
        bool known;
        hxp_verdict made = dotted(stop, word, lists, &known);
        if (known)
            return made;
    }
    if (lists)
        return listed(stop, word, lists);
    if (word->text.len > LONGEST_ROMAN || !hxp_is_roman(word->text))
        return hxp_yes(HXP_RULE_STOP);
    if (is_list_number(stop, word))
        return hxp_no(HXP_RULE_LIST_NUMBER);
    return data->ordinals ? hxp_if_starter(stop, HXP_RULE_ORDINAL)
                          : hxp_yes(HXP_RULE_STOP);
}

/** A full stop that hangs on no word, as scanned text has it: Fig . 3 */
static hxp_verdict detached(const hxp_stop *stop, const hxp_segment_data *data)
{
    size_t start;
    unsigned lists = 0;
    if (!stop->closer && !stop->starter)
        lists =
            lists_with_small(data, hxp_word_before(stop, stop->start, &start));
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
    if (stop->footnote)
        return find_lists(stop, word.text, data)
                   ? hxp_no(HXP_RULE_BEFORE_NUMBER)
                   : hxp_yes(HXP_RULE_FOOTNOTE);
    if (labelled(&made, stop, &word, data))
        return made;
    return word.digits ? number(stop, &word, data) : letters(stop, &word, data);
}

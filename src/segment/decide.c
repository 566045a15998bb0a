/* decide.c - does a sentence end at this stop? The order of the questions. */
#include "segment/context.h"
#include "segment/marks.h"
#include "segment/rules.h"

#include "base/str.h"
#include "text/utf8.h"

/** A decision: break or not, and why. */
typedef struct verdict {
    bool breaks;
    hxp_segment_rule rule;
} verdict;

static verdict yes(hxp_segment_rule rule)
{
    return (verdict){ true, rule };
}

static verdict no(hxp_segment_rule rule)
{
    return (verdict){ false, rule };
}

/** Break if the next word starts sentences; else why not. */
static verdict if_starter(const hxp_stop *stop, hxp_segment_rule otherwise)
{
    return stop->starter ? yes(HXP_RULE_STARTER) : no(otherwise);
}

/** True when a quotation, not a bracket, closes behind the stop. */
static bool quote_closed(const hxp_stop *stop)
{
    return stop->closer && stop->closer != ')' && stop->closer != ']';
}

/* --- No space behind the stop -----------------------------------------------
 */

/** "Hello world.Today it": three small letters, a stop, a sentence starter. */
static bool space_is_missing(const hxp_stop *stop, const hxp_segment_data *data)
{
    hxp_str text = stop->text;
    size_t at = stop->start, end = stop->after, start;
    if (stop->closer || stop->count > 1 || stop->mark)
        return false;
    for (int i = 0; i < 3; i++) {
        int32_t c = hxp_char_before(text, at, &start);
        if (at <= stop->segment_start || !hxp_char_is_lower(c))
            return false;
        at = start;
    }
    for (; at > stop->segment_start; at = start) {
        int32_t c = hxp_char_before(text, at, &start);
        if (hxp_char_is_space(c))
            break;
        if (c == '/' || c == '@' || c == '.' || c == ':')
            return false;
    }
    size_t next = end;
    while (hxp_is_letter(hxp_char_at(text, next, &start)))
        next = start;
    return hxp_char_is_space(hxp_char_at(text, next, &start)) &&
           hxp_word_list_has(data->starters, hxp_str_part(text, end, next));
}

static verdict without_space(const hxp_stop *stop, const hxp_segment_data *data)
{
    size_t end;
    int32_t c = hxp_char_at(stop->text, stop->after, &end);
    if (stop->strong)
        return stop->closer && hxp_is_quote_particle(c) ? no(HXP_RULE_PARTICLE)
                                                        : yes(HXP_RULE_STRONG);
    return space_is_missing(stop, data) ? yes(HXP_RULE_MISSING_SPACE)
                                        : no(HXP_RULE_NO_SPACE);
}

/* --- Abbreviations -----------------------------------------------------------
 */

enum { NEVER = 1, NUMBERED = 2, SOMETIMES = 4, CLOSING = 8 };

/** The lists that hold word, to the letter. */
static unsigned lists_with(const hxp_segment_data *data, hxp_str word)
{
    return (hxp_word_list_has(data->never, word) ? NEVER : 0u) |
           (hxp_word_list_has(data->numbered, word) ? NUMBERED : 0u) |
           (hxp_word_list_has(data->sometimes, word) ? SOMETIMES : 0u) |
           (hxp_word_list_has(data->closing, word) ? CLOSING : 0u);
}

/** The lists that hold word, also with a small first letter. */
static unsigned lists_with_small(const hxp_segment_data *data, hxp_str word)
{
    char small[32];
    unsigned lists = lists_with(data, word);
    if (lists || word.len == 0 || word.len > sizeof small ||
        word.ptr[0] < 'A' || word.ptr[0] > 'Z')
        return lists;
    memcpy(small, word.ptr, word.len);
    small[0] = (char)(small[0] - 'A' + 'a');
    return lists_with(data, (hxp_str){ small, word.len });
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
    const hxp_str curly = HXP_STR("\u2019");
    word = part_behind(word, '\'');
    for (size_t at = word.len; at >= curly.len; at--)
        if (hxp_str_ends(hxp_str_part(word, 0, at), curly))
            return hxp_str_part(word, at, word.len);
    return word;
}

/** The lists that hold a word, or its last part: Dipl.-Ing, Goethestr. */
static unsigned find_lists(const hxp_segment_data *data, hxp_str word)
{
    word = behind_apostrophe(word);
    unsigned lists = lists_with_small(data, word);
    hxp_str part = part_behind(word, '-');
    if (!lists && part.len < word.len)
        lists = lists_with(data, part);
    for (size_t i = 0; !lists && i < hxp_word_list_count(data->endings); i++) {
        hxp_str ending = hxp_word_list_entry(data->endings, i);
        if (word.len > ending.len + 1 && hxp_str_ends(word, ending))
            lists = SOMETIMES;
    }
    return lists;
}

static bool is_roman(hxp_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!strchr("IVXLCDM", word.ptr[i]))
            return false;
    return word.len > 0;
}

/** An abbreviation of NUMBERED and no other list, before no number. */
static verdict numbered(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t end;
    bool small = hxp_char_is_lower(hxp_char_at(word->text, 0, &end));
    if (stop->opener == '(' || stop->text.ptr[stop->next] == '#')
        return no(HXP_RULE_BEFORE_NUMBER);
    if (word->text.len <= 2 && !stop->starter && small)
        return no(HXP_RULE_NO_STARTER);
    return yes(HXP_RULE_STOP);
}

/** A word of which the lists know something. */
static verdict listed(const hxp_stop *stop, const hxp_last_word *word,
                      unsigned lists)
{
    hxp_str next = hxp_str_part(stop->text, stop->word, stop->word_end);
    if (lists & NEVER)
        return no(HXP_RULE_ABBREVIATION);
    if (quote_closed(stop))
        return yes(HXP_RULE_QUOTE_CLOSED);
    if ((lists & NUMBERED) && (hxp_is_digit(stop->first) || is_roman(next)))
        return no(HXP_RULE_BEFORE_NUMBER);
    if (lists & SOMETIMES) {
        if (hxp_is_digit(stop->first))
            return no(HXP_RULE_BEFORE_NUMBER);
        return stop->dash ? yes(HXP_RULE_STOP)
                          : if_starter(stop, HXP_RULE_NO_STARTER);
    }
    if (lists & CLOSING)
        return hxp_is_digit(stop->first) ? no(HXP_RULE_BEFORE_NUMBER)
                                         : yes(HXP_RULE_STOP);
    return numbered(stop, word);
}

/** U.S, z.B, e.g: letters with dots between them; *known: it was one. */
static verdict dotted(const hxp_stop *stop, const hxp_last_word *word,
                      unsigned *lists, const hxp_segment_data *data,
                      bool *known)
{
    size_t first = 0;
    hxp_str last = part_behind(word->text, '.');
    while (word->text.ptr[first] != '.')
        first++;
    *known = true;
    if (*lists & NEVER)
        return no(HXP_RULE_ABBREVIATION);
    if (*lists & CLOSING)
        return stop->closer || !hxp_char_is_upper(stop->first)
                   ? if_starter(stop, HXP_RULE_NO_STARTER)
                   : yes(HXP_RULE_STOP);
    if (last.len <= 3 && first <= 3) {
        if ((word->capitals || (*lists & SOMETIMES)) && quote_closed(stop))
            return yes(HXP_RULE_QUOTE_CLOSED);
        if (hxp_is_digit(stop->first))
            return no(HXP_RULE_DOTTED);
        return if_starter(stop, HXP_RULE_DOTTED);
    }
    if (first > 3 && !*lists)
        *lists = lists_with(data, last);
    *known = false;
    return no(HXP_RULE_DOTTED);
}

/* --- Initials and numbers ----------------------------------------------------
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

/** A single capital: an initial, unless something says otherwise. */
static verdict capital(const hxp_stop *stop, const hxp_last_word *word,
                       const hxp_segment_data *data)
{
    hxp_str next = hxp_str_part(stop->text, stop->word, stop->word_end);
    if (is_letter_word(data, word->text) && !stop->closer &&
        (stop->starter || small_word_before(stop, word)))
        return yes(HXP_RULE_STOP);
    if (quote_closed(stop))
        return yes(HXP_RULE_QUOTE_CLOSED);
    if (hxp_word_list_has(data->particles, next))
        return no(HXP_RULE_INITIAL);
    return if_starter(stop, HXP_RULE_INITIAL);
}

static verdict single_letter(const hxp_stop *stop, const hxp_last_word *word,
                             unsigned lists, const hxp_segment_data *data)
{
    size_t end;
    unsigned joined = spaced_letters(stop, word, data);
    if ((joined | lists) & NEVER)
        return no(HXP_RULE_ABBREVIATION);
    if (joined & SOMETIMES)
        return if_starter(stop, HXP_RULE_NO_STARTER);
    if (word->at_start && !stop->closer)
        return no(HXP_RULE_LIST_NUMBER);
    if (hxp_char_is_upper(hxp_char_at(word->text, 0, &end)))
        return capital(stop, word, data);
    if (is_letter_word(data, word->text))
        return yes(HXP_RULE_STOP);
    if (lists)
        return listed(stop, word, lists);
    return hxp_is_digit(stop->first) ? no(HXP_RULE_INITIAL)
                                     : if_starter(stop, HXP_RULE_INITIAL);
}

/** True for what numbers an item or a heading: 3. or 12) or 3.1.10. */
static bool is_list_number(const hxp_stop *stop, const hxp_last_word *word)
{
    bool whole = memchr(word->text.ptr, '.', word->text.len) == NULL;
    return word->at_start && word->text.len <= (whole ? 3u : 12u) &&
           (!stop->closer || stop->closer == ')');
}

/** True for what stands behind the point of a number: 35,18. */
static bool is_fraction(const hxp_stop *stop, const hxp_last_word *word)
{
    size_t at = (size_t)(word->text.ptr - stop->text.ptr), start;
    return hxp_char_before(stop->text, at, &start) == ',' &&
           hxp_is_digit(hxp_char_before(stop->text, start, &start));
}

static verdict number(const hxp_stop *stop, const hxp_last_word *word,
                      const hxp_segment_data *data)
{
    if (is_list_number(stop, word))
        return no(HXP_RULE_LIST_NUMBER);
    if (data->ordinals && word->text.len <= 2 && !stop->closer &&
        !is_fraction(stop, word))
        return if_starter(stop, HXP_RULE_ORDINAL);
    return yes(HXP_RULE_STOP);
}

/* --- The order of the questions
 * ----------------------------------------------- */

/** A single full stop before something that could start a sentence. */
static verdict full_stop(const hxp_stop *stop, const hxp_segment_data *data)
{
    enum { LONGEST_DOTTED = 12 };
    hxp_last_word word;
    hxp_last_word_read(&word, stop);
    if (word.text.len == 0)
        return yes(HXP_RULE_STOP);
    if (word.digits)
        return number(stop, &word, data);
    unsigned lists = find_lists(data, word.text);
    size_t end;
    if (word.chars == 1 && hxp_is_letter(hxp_char_at(word.text, 0, &end)))
        return single_letter(stop, &word, lists, data);
    if (word.dotted && word.chars <= LONGEST_DOTTED) {
        bool known;
        verdict made = dotted(stop, &word, &lists, data, &known);
        if (known)
            return made;
    }
    if (lists)
        return listed(stop, &word, lists);
    if (data->ordinals && word.text.len <= 6 && is_roman(word.text))
        return if_starter(stop, HXP_RULE_ORDINAL);
    return yes(HXP_RULE_STOP);
}

/** True when a small letter follows that does not start a sentence. */
static bool small_follows(const hxp_stop *stop)
{
    size_t end, beyond;
    hxp_str text = stop->text;
    if (!hxp_char_is_lower(stop->first))
        return false;
    if (stop->dash)
        return true;
    hxp_char_at(text, stop->word, &end);
    int32_t second = hxp_char_at(text, end, &beyond);
    if (stop->opener == '(' && second == ')') /* (e) a list item */
        return !hxp_char_is_space(hxp_char_at(text, beyond, &end));
    return !hxp_char_is_upper(second); /* iPhone */
}

/** An ellipsis, or several full stops. */
static verdict ellipsis(const hxp_stop *stop)
{
    bool starts = hxp_char_is_upper(stop->first) || hxp_is_digit(stop->first) ||
                  stop->opener;
    return starts ? yes(HXP_RULE_ELLIPSIS) : no(HXP_RULE_SMALL_LETTER);
}

/** A stop with white space and more text behind it. */
static verdict before_text(const hxp_stop *stop, const hxp_segment_data *data)
{
    if (stop->first == 0)
        return yes(HXP_RULE_STOP);
    if (stop->dots && !stop->ellipsis && !stop->mark)
        return yes(HXP_RULE_ELLIPSIS);
    if (small_follows(stop))
        return no(HXP_RULE_SMALL_LETTER);
    if (stop->first < 0x80 && strchr(",;:)]%&=", stop->first))
        return no(HXP_RULE_PUNCTUATION);
    if (stop->mark)
        return yes(HXP_RULE_MARK);
    if (stop->ellipsis || stop->count > 1)
        return ellipsis(stop);
    return full_stop(stop, data);
}

static verdict decide(hxp_stop *stop, const hxp_segment_data *data)
{
    if (stop->next == stop->text.len)
        return yes(HXP_RULE_END);
    if (stop->next == stop->after)
        return without_space(stop, data);
    if (stop->strong)
        return yes(HXP_RULE_STRONG);
    hxp_stop_read_next(stop, data);
    return before_text(stop, data);
}

bool hxp_next_candidate(hxp_candidate *candidate, hxp_scan *scan)
{
    hxp_str text = scan->paragraph;
    size_t at = scan->from, end;
    while (at < text.len && !hxp_is_stop(hxp_char_at(text, at, &end)))
        at = end;
    if (at >= text.len)
        return false;
    hxp_stop stop;
    hxp_stop_read(&stop, scan, at);
    verdict made = decide(&stop, scan->data);
    *candidate = (hxp_candidate){ .start = at,
                                  .end = stop.after,
                                  .next = stop.next,
                                  .breaks = made.breaks,
                                  .rule = made.rule };
    scan->from = made.breaks ? stop.after : stop.end;
    return true;
}

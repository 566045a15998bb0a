/* decide.c - does a sentence end at this stop? The order of the questions. */
#include "segment/lookup.h"
#include "segment/marks.h"
#include "segment/verdict.h"

#include "base/str.h"
#include "text/count.h"
#include "text/utf8.h"

/* --- No space behind the stop --------------------------------------------- */

/** True behind a word whose last three letters are small, no address: world. */
static bool plain_word_before(const hxp_stop *stop)
{
    hxp_str text = stop->text;
    size_t at = stop->start, start;
    while (at > stop->segment_start) { /* (of "Name").Today */
        int32_t c = hxp_char_before(text, at, &start);
        if (!hxp_is_closer(c) && (at == stop->start || !hxp_char_is_space(c)))
            break;
        at = start;
    }
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
        if (c < 0x80 && strchr("/@.:=#", c))
            return false;
    }
    return true;
}

/** True for speech that closes before a capital: "No."She left. */
static bool is_closed_speech(const hxp_stop *stop, const hxp_segment_data *data)
{
    size_t at, end;
    return stop->count == 1 && hxp_quote_closed(stop) && stop->closer != '\'' &&
           hxp_char_is_upper(hxp_char_at(stop->text, stop->after, &end)) &&
           hxp_char_is_lower(hxp_char_at(stop->text, end, &at)) &&
           hxp_char_is_lower(hxp_char_before(stop->text, stop->start, &at)) &&
           !(hxp_lists_with_small(data,
                                  hxp_word_before(stop, stop->start, &at)) &
             HXP_LIST_NEVER);
}

/** "Hello world.Today it": a word, a stop, a sentence starter. */
static bool space_is_missing(const hxp_stop *stop, const hxp_segment_data *data)
{
    hxp_str text = stop->text;
    size_t end = stop->after, next = end, start;
    if (is_closed_speech(stop, data))
        return true;
    if (stop->ellipsis || !plain_word_before(stop))
        return false;
    while (hxp_is_letter(hxp_char_at(text, next, &start)))
        next = start;
    int32_t behind = hxp_char_at(text, next, &start);
    if (data->elisions && hxp_is_apostrophe(behind)) /* noir.L'homme */
        return hxp_char_is_upper(hxp_char_at(text, end, &start));
    return (hxp_char_is_space(behind) || behind == ',') &&
           (hxp_list_words_find(&data->words, hxp_str_part(text, end, next)) &
            HXP_LIST_STARTER);
}

/** True for a Western mark in text that has no blanks, as Chinese has none. */
static bool is_unspaced_mark(const hxp_stop *stop)
{
    size_t at;
    return stop->mark && !stop->face && stop->after == stop->end &&
           hxp_char_is_unspaced(
               hxp_char_before(stop->text, stop->start, &at)) &&
           hxp_char_is_unspaced(hxp_char_at(stop->text, stop->after, &at));
}

static hxp_verdict without_space(const hxp_stop *stop,
                                 const hxp_segment_data *data)
{
    size_t end;
    int32_t c = hxp_char_at(stop->text, stop->after, &end);
    if (stop->picture)
        return hxp_no(HXP_RULE_PICTURE);
    if (hxp_is_stop(c)) /* behind a bracket */
        return hxp_no(HXP_RULE_NO_SPACE);
    if (stop->strong || is_unspaced_mark(stop))
        return stop->closer && hxp_is_quote_particle(c)
                   ? hxp_no(HXP_RULE_PARTICLE)
                   : hxp_yes(HXP_RULE_STRONG);
    return space_is_missing(stop, data) ? hxp_yes(HXP_RULE_MISSING_SPACE)
                                        : hxp_no(HXP_RULE_NO_SPACE);
}

/* --- The order of the questions ------------------------------------------- */

/** True for a) or iv) at byte at: the mark of a list item. */
static bool is_item_mark(hxp_str text, size_t at)
{
    size_t end = at, next;
    while (end < text.len && end - at < 4 && strchr("ivx", text.ptr[end]))
        end++;
    if (end == at)
        end++;
    return end < text.len && text.ptr[end] == ')' &&
           hxp_char_is_space(hxp_char_at(text, end + 1, &next));
}

/** True for iPhone, macOS and x_ray at byte at: no common word. */
static bool is_made_up(hxp_str text, size_t at)
{
    enum { FAR = 16 };
    int32_t c = hxp_char_at(text, at, &at);
    for (int i = 0; i < FAR && hxp_char_is_lower(c); i++)
        c = hxp_char_at(text, at, &at);
    return hxp_char_is_upper(c) || c == '_';
}

/** True for small initials at byte at that no list knows: k.d. lang. */
static bool are_small_initials(const hxp_stop *stop)
{
    hxp_str text = stop->text;
    size_t at = stop->word, end;
    for (int i = 0; i < 2; i++) {
        if (!hxp_char_is_lower(hxp_char_at(text, at, &end)) ||
            !hxp_is_at(text, end, '.'))
            return false;
        at = end + 1;
    }
    return hxp_is_at(text, at, ' ') && plain_word_before(stop) &&
           !hxp_lists_with(stop->data, hxp_str_part(text, stop->word, end));
}

/** True when a small letter follows that does not start a sentence. */
static bool small_follows(const hxp_stop *stop)
{
    hxp_str text = stop->text;
    if (!hxp_char_is_lower(stop->first))
        return false;
    if (stop->dash)
        return true;
    if (is_item_mark(text, stop->word))
        return false;
    return !is_made_up(text, stop->word) && !are_small_initials(stop);
}

/**
 * True when the full stop ends a sentence that began small at byte at: behind a
 * word that is no abbreviation, or a number that is no ordinal.
 */
static bool small_sentence_ends(const hxp_stop *stop, size_t at,
                                const hxp_segment_data *data)
{
    enum { FEWEST = 2 };
    size_t start = stop->start, before;
    if (stop->count != 1 || stop->ellipsis)
        return false;
    if (!data->ordinals && /* we lost 5-0. */
        hxp_is_digit(hxp_char_before(stop->text, start, &before)))
        return true;
    for (int i = 0; i < FEWEST; i++)
        if (!hxp_char_is_lower(hxp_char_before(stop->text, start, &start)))
            return false;
    return start > at && !hxp_is_abbreviation(stop, data);
}

/**
 * In a text without capitals small letters start sentences: "it works. how
 * nice" It is one when the sentence that ends here began small, too.
 */
static bool in_small_text(const hxp_stop *stop, const hxp_segment_data *data)
{
    hxp_str text = stop->text;
    size_t at = stop->segment_start, end;
    int32_t c = hxp_char_at(text, at, &end);
    while (at < stop->start && (hxp_char_is_space(c) || hxp_is_opener(c))) {
        at = end;
        c = hxp_char_at(text, at, &end);
    }
    if (!hxp_char_is_lower(c) || stop->closer || stop->opener || stop->dash)
        return false;
    if (is_made_up(text, at))
        return false;
    if (stop->mark)
        return true;
    return small_sentence_ends(stop, at, data);
}

/** True behind two letters, the last one small, and behind a year. */
static bool word_or_year_before(const hxp_stop *stop)
{
    enum { YEAR = 4 };
    size_t at;
    int32_t c = hxp_char_before(stop->text, stop->start, &at);
    if (hxp_char_is_lower(c))
        return hxp_is_letter(hxp_char_before(stop->text, at, &at));
    for (int i = 1; i < YEAR && hxp_is_digit(c); i++)
        c = hxp_char_before(stop->text, at, &at);
    return hxp_is_digit(c);
}

/** A sentence begins with a name in small letters: "de Gaulle was". */
static bool name_follows(const hxp_stop *stop, const hxp_segment_data *data)
{
    if (stop->count != 1 || stop->after > stop->end || stop->opener ||
        stop->dash || !word_or_year_before(stop))
        return false;
    return (hxp_small_name_begins(stop) ||
            (plain_word_before(stop) && hxp_small_subject_begins(stop))) &&
           !hxp_is_abbreviation(stop, data);
}

/** Where words cut short begin sentences in small letters: 's ist kalt. */
static bool enclitic_follows(const hxp_stop *stop, const hxp_segment_data *data)
{
    return data->small_enclitics && hxp_is_apostrophe(stop->opener) &&
           (stop->lists & HXP_LIST_ENCLITIC) && plain_word_before(stop) &&
           hxp_is_at(stop->text, stop->word_end, ' ') &&
           !hxp_is_abbreviation(stop, data);
}

/** "I... I": the word before the stop comes again behind it. */
static bool is_repeated(const hxp_stop *stop)
{
    size_t start;
    hxp_str before = hxp_word_before(stop, stop->start, &start);
    hxp_str next = hxp_str_part(stop->text, stop->word, stop->word_end);
    return before.len > 0 && hxp_str_equal(before, next);
}

/** True when the sentence has no more than two words yet, the last of which
 * tells what something is: "It was... Margaret." */
static bool lacks_more(const hxp_stop *stop)
{
    size_t start;
    hxp_str before = hxp_word_before(stop, stop->start, &start);
    if (!hxp_is_among(before, stop->data->copulas) || stop->starter)
        return false;
    hxp_char_before(stop->text, start, &start); /* a blank, or c'était */
    hxp_word_before(stop, start, &start);
    return hxp_begins_segment(stop, start) && !hxp_verb_follows(stop);
}

/** An ellipsis, or several full stops. */
static hxp_verdict ellipsis(const hxp_stop *stop)
{
    size_t at;
    bool starts = hxp_char_is_upper(stop->first) || hxp_is_digit(stop->first) ||
                  stop->opener;
    if (!starts)
        return hxp_no(HXP_RULE_SMALL_LETTER);
    if ((stop->closer == ']' || stop->closer == ')') &&
        hxp_begins_segment(stop, stop->start)) /* [...] She left. */
        return hxp_no(HXP_RULE_BRACKET);
    if (stop->closer == ']' && !stop->dash &&
        hxp_char_before(stop->text, stop->start, &at) == '[')
        return hxp_if_starter(stop, HXP_RULE_BRACKET); /* it [...] Dr. Roe */
    if (is_repeated(stop))
        return hxp_no(HXP_RULE_REPEATED);
    return !stop->opener && lacks_more(stop) ? hxp_no(HXP_RULE_COPULA)
                                             : hxp_yes(HXP_RULE_ELLIPSIS);
}

/** True when names and a verb of speech follow: "Why?" Mrs Smith asked. */
static bool speaker_follows(const hxp_stop *stop, const hxp_segment_data *data)
{
    enum { NAMES = 3 };
    hxp_str text = stop->text;
    size_t at = stop->word_end, end, next;
    hxp_str name = hxp_str_part(text, stop->word, at); /* or I */
    if (stop->opener || !hxp_quote_closed(stop) ||
        (stop->starter && !hxp_is_among(name, data->letter_words)))
        return false;
    for (int i = 0; i < NAMES; i++) {
        int32_t c = hxp_char_at(text, at, &end);
        if (c == '.')
            c = hxp_char_at(text, end, &end);
        if (c != ' ')
            return false;
        at = end;
        c = hxp_char_at(text, at, &next);
        for (end = at; hxp_is_letter(hxp_char_at(text, end, &next));)
            end = next;
        if (hxp_list_words_find(&data->words, hxp_str_part(text, at, end)) &
            HXP_LIST_SPEECH)
            return true;
        if (!hxp_char_is_upper(c))
            return false;
        at = end;
    }
    return false;
}

/** True when the mark belongs to a name: Yahoo! */
static bool is_marked_name(const hxp_stop *stop, const hxp_segment_data *data)
{
    size_t start;
    hxp_str word = hxp_word_before(stop, stop->start, &start);
    return stop->count == 1 && !stop->closer && !stop->opener &&
           (hxp_list_words_find(&data->words, word) & HXP_LIST_MARKED_NAME);
}

/** True before brackets with the sentence's stop behind: "Hi!" (Hello). */
static bool bracket_goes_on(const hxp_stop *stop)
{
    enum { FAR = 200 };
    hxp_str text = stop->text;
    size_t at = stop->next;
    if (text.ptr[at] != '(' || !hxp_quote_closed(stop))
        return false;
    while (at + 1 < text.len && at - stop->next < FAR && text.ptr[at] != ')')
        at++;
    return text.ptr[at] == ')' && at + 1 < text.len &&
           strchr(".,;:", text.ptr[at + 1]) && text.ptr[at + 1] != '\0';
}

/** ! or ? or the like. */
static hxp_verdict mark(const hxp_stop *stop, const hxp_segment_data *data)
{
    if (stop->face)
        return hxp_char_is_upper(stop->first) ? hxp_yes(HXP_RULE_FACE)
                                              : hxp_no(HXP_RULE_PUNCTUATION);
    if (stop->bracketed)
        return stop->opener ? hxp_yes(HXP_RULE_MARK)
                            : hxp_if_starter(stop, HXP_RULE_BRACKET);
    if (bracket_goes_on(stop))
        return hxp_no(HXP_RULE_BRACKET);
    if (is_marked_name(stop, data))
        return hxp_if_starter(stop, HXP_RULE_MARKED_NAME);
    return speaker_follows(stop, data) ? hxp_no(HXP_RULE_SPEAKER)
                                       : hxp_yes(HXP_RULE_MARK);
}

/** True for what can not begin a sentence; %d is no percentage. */
static bool punctuation_follows(const hxp_stop *stop)
{
    size_t end;
    if (hxp_is_letter(stop->first))
        return false;
    if (stop->first == '%')
        return !hxp_char_is_alnum(
            hxp_char_at(stop->text, stop->word + 1, &end));
    if (stop->first == '?' || stop->first == '!') /* « Qui ? » ? U.S.A. ! */
        return stop->closer ||
               !hxp_is_stop(hxp_char_at(stop->text, stop->word + 1, &end));
    return stop->first < 0x80 && strchr(",;:)]&=", stop->first);
}

/** A picture ends a sentence that began without one, before a word that starts
 * sentences: "Home again 🎉 It was great" */
static hxp_verdict picture(const hxp_stop *stop)
{
    bool first = hxp_is_picture(
        stop->text, hxp_skip_spaces(stop->text, stop->segment_start));
    return first || stop->dash || !hxp_char_is_upper(stop->first)
               ? hxp_no(HXP_RULE_PICTURE)
               : hxp_if_starter(stop, HXP_RULE_PICTURE);
}

/** A stop before a small letter. */
static hxp_verdict before_small(const hxp_stop *stop,
                                const hxp_segment_data *data)
{
    if (name_follows(stop, data))
        return hxp_yes(HXP_RULE_CLAUSE);
    if (enclitic_follows(stop, data))
        return hxp_yes(HXP_RULE_STARTER);
    return in_small_text(stop, data) ? hxp_yes(HXP_RULE_SMALL_TEXT)
                                     : hxp_no(HXP_RULE_SMALL_LETTER);
}

/** A stop with white space and more text behind it. */
static hxp_verdict before_text(const hxp_stop *stop,
                               const hxp_segment_data *data)
{
    if (stop->picture)
        return picture(stop);
    if (stop->first == 0)
        return hxp_yes(HXP_RULE_STOP);
    if ((stop->dots || stop->ellipsis) &&
        hxp_is_chess_move(stop)) /* 17... e5 */
        return hxp_no(HXP_RULE_LIST_NUMBER);
    if (stop->dots && !stop->ellipsis && !stop->mark)
        return hxp_yes(HXP_RULE_ELLIPSIS);
    if (small_follows(stop))
        return before_small(stop, data);
    if (punctuation_follows(stop))
        return hxp_no(HXP_RULE_PUNCTUATION);
    if (stop->mark)
        return mark(stop, data);
    if (stop->ellipsis || stop->count > 1)
        return ellipsis(stop);
    return hxp_judge_full_stop(stop, data);
}

static hxp_verdict decide(hxp_stop *stop, const hxp_segment_data *data)
{
    if (stop->next == stop->text.len)
        return hxp_yes(HXP_RULE_END);
    if (stop->next == stop->after)
        return without_space(stop, data);
    if (stop->strong)
        return hxp_yes(HXP_RULE_STRONG);
    hxp_stop_read_next(stop, data);
    return before_text(stop, data);
}

/** The first of eight bytes at a time, from byte at on, one of which may begin
 * a stop or a face: . ! ? : ; or from 0xD0 on; or the last bytes of text. */
static size_t skip_eights(hxp_str text, size_t at)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    for (uint64_t eight; at + sizeof eight <= text.len; at += sizeof eight) {
        memcpy(&eight, text.ptr + at, sizeof eight);
        /* the highest bit of each byte tells; : and ; differ in their lowest */
        uint64_t ascii = ((eight ^ (ones * '.')) - ones) |
                         ((eight ^ (ones * '!')) - ones) |
                         ((eight ^ (ones * '?')) - ones) |
                         (((eight | ones) ^ (ones * ';')) - ones);
        uint64_t lead = eight & (eight << 1) & ((eight << 2) | (eight << 3));
        if (((ascii & ~eight) | lead) & (ones << 7))
            break;
    }
    return at;
}

/** The first stop or face of text from byte at on, or text.len. */
static size_t find_stop(hxp_str text, size_t at)
{
    enum { STOP = 1, FACE, LONGER };
    /* by the first byte; that of a longer stop may be another character's */
    static const uint8_t kinds[256] = {
        ['.'] = STOP,    ['!'] = STOP,    ['?'] = STOP,    [':'] = FACE,
        [';'] = FACE,    [0xD6] = LONGER, [0xD8] = LONGER, [0xDB] = LONGER,
        [0xE0] = LONGER, [0xE1] = LONGER, [0xE2] = LONGER, [0xE3] = LONGER,
        [0xEF] = LONGER, [0xF0] = LONGER,
    };
    for (;; at++) {
        at = skip_eights(text, at);
        while (at < text.len && !kinds[(unsigned char)text.ptr[at]])
            at++;
        if (at == text.len)
            return at;
        uint8_t kind = kinds[(unsigned char)text.ptr[at]];
        size_t end;
        if (kind == STOP || (kind == FACE && hxp_is_face(text, at)) ||
            (kind == LONGER &&
             (hxp_is_stop(hxp_char_at(text, at, &end)) ||
              hxp_breaks_off(text, at) || hxp_is_picture(text, at))))
            return at;
    }
}

bool hxp_next_candidate(hxp_candidate *candidate, hxp_scan *scan)
{
    size_t at = find_stop(scan->paragraph, scan->from);
    if (at == scan->paragraph.len)
        return false;
    hxp_stop stop;
    hxp_stop_read(&stop, scan, at);
    hxp_verdict made = decide(&stop, scan->data);
    *candidate = (hxp_candidate){ .start = at,
                                  .end = stop.after,
                                  .next = stop.next,
                                  .breaks = made.breaks,
                                  .rule = made.rule };
    scan->from = made.breaks ? stop.after : stop.end;
    return true;
}

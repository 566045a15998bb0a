/* gender.c - tells homographs by gender and plural. */
#include "terms/gender.h"

#include "base/str.h"

#include <string.h>

/* Words between a determiner and its noun. */
enum { MOST_DESCRIBING = 2 };

/* Bytes of the nouns, with the blank behind them. */
enum { LONGEST = 14 };

/** What of list goes on behind start, in small letters; empty: nothing does. */
static hxp_str find_behind(const hxp_word_list *list, hxp_str start)
{
    size_t first = hxp_word_list_first(list, start);
    hxp_str line = first < hxp_word_list_count(list)
                       ? hxp_word_list_entry(list, first)
                       : HXP_STR("");
    return hxp_str_starts(line, start) ? hxp_str_part(line, start.len, line.len)
                                       : HXP_STR("");
}

/** Put "term said >" together; 0: it is too long. */
static size_t make_start(char made[HXP_ENDING_ROOM], hxp_str term, hxp_str said)
{
    size_t len = term.len + said.len + 3;
    if (len > HXP_ENDING_ROOM)
        return 0;
    memcpy(made, term.ptr, term.len);
    made[term.len] = ' ';
    for (size_t i = 0; i < said.len; i++)
        made[term.len + 1 + i] = hxp_ascii_lower(said.ptr[i]);
    made[len - 2] = ' ';
    made[len - 1] = '>';
    return len;
}

/** True when rest, of a line, has text between blanks. */
static bool has(hxp_str rest, hxp_str text)
{
    hxp_str part;
    while (hxp_str_cut(&rest, ' ', &part))
        if (hxp_str_equal(part, text))
            return true;
    return false;
}

/** True when word i may stand between a determiner and its noun. */
static bool may_describe(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_word *word = &matcher->words.items[i];
    if (matcher->text[i].role != HXP_ROLE_CONTENT)
        return false;
    if (grammar->capital_nouns)
        return !word->capital;
    return hxp_word_list_has(grammar->preposed, word->folded) ||
           (grammar->adjective_count > 0 &&
            hxp_grammar_adjectival(grammar, word->folded));
}

/** The genders that the determiner of word i may have; empty: unknown. */
static hxp_str genders_before(const hxp_term_matcher *matcher, size_t i)
{
    char made[HXP_ENDING_ROOM];
    const hxp_grammar *grammar = &matcher->known.grammar;
    for (size_t k = i; k-- > 0 && i - k <= MOST_DESCRIBING + 1;) {
        const hxp_word *word = &matcher->words.items[k];
        if (word->kind != HXP_WORD_LETTERS ||
            word->folded.len + 2 > sizeof made)
            break;
        size_t len = word->folded.len;
        memcpy(made, word->folded.ptr, len);
        made[len++] = ' ';
        made[len++] = '>';
        hxp_str genders =
            find_behind(grammar->gender_words, (hxp_str){ made, len });
        if (genders.len > 0)
            return hxp_str_trim(genders);
        if (!may_describe(matcher, k))
            break;
    }
    return HXP_STR("");
}

/** True when folded, a form of a noun, is listed in rest as none of it. */
static bool is_form_of_other(hxp_str rest, hxp_str folded)
{
    hxp_str part;
    while (hxp_str_cut(&rest, ' ', &part))
        if (part.len > 1 && part.ptr[0] == '-' &&
            hxp_str_equal(hxp_str_part(part, 1, part.len), folded))
            return true;
    return false;
}

/** The text of hit's term in small letters and a blank; 0: it is not for us. */
static size_t make_term(char made[LONGEST], const hxp_term_hit *hit)
{
    hxp_str text = hit->term->text;
    if (hit->words != 1 || hit->match > HXP_MATCH_INFLECTED || text.len == 0 ||
        text.len >= LONGEST)
        return 0;
    memcpy(made, text.ptr, text.len);
    made[0] = hxp_ascii_lower(made[0]);
    made[text.len] = ' ';
    return text.len + 1;
}

bool hxp_matcher_has_genders(const hxp_term_matcher *matcher,
                             const hxp_term_hit *hit)
{
    char term[LONGEST];
    if (hit->term->text.len == 0 || !(matcher->known.grammar.gendered &
                                      hxp_grammar_start_bit(hit->term->text)))
        return false;
    size_t len = make_term(term, hit);
    return len > 0 &&
           find_behind(matcher->known.grammar.genders, (hxp_str){ term, len })
                   .len > 0;
}

bool hxp_matcher_other_gender(const hxp_term_matcher *matcher,
                              const hxp_term_hit *hit, hxp_str said)
{
    char made[HXP_ENDING_ROOM], term[LONGEST];
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_word *word = &matcher->words.items[hit->word];
    size_t len = make_term(term, hit);
    if (len == 0)
        return false;
    len = make_start(made, (hxp_str){ term, len - 1 }, said);
    hxp_str rest = find_behind(grammar->genders, (hxp_str){ made, len });
    if (len == 0 || rest.len == 0)
        return false;
    if (is_form_of_other(rest, word->folded))
        return true;
    hxp_str genders = hit->match == HXP_MATCH_SAME
                          ? genders_before(matcher, hit->word)
                          : HXP_STR(""),
            gender;
    bool known = genders.len > 0;
    while (known && hxp_str_cut(&genders, ' ', &gender))
        known = !has(rest, gender);
    return known;
}

/* gender.c - tells homographs by gender and plural. */
#include "terms/gender.h"

#include "base/error.h"
#include "base/str.h"
#include "terms/matcher.h"
#include "terms/pair_list.h"

#include <string.h>

/* Words between a determiner and its noun. */
enum { MOST_DESCRIBING = 2 };

/* Bytes of the nouns, and one more. */
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

/** The text of hit's term in small letters; empty: it is not for us. */
static hxp_str make_term(char made[LONGEST], const hxp_term_hit *hit)
{
    hxp_str text = hit->term->text;
    if (hit->words != 1 || hit->match > HXP_MATCH_INFLECTED || text.len == 0 ||
        text.len >= LONGEST)
        return HXP_STR("");
    memcpy(made, text.ptr, text.len);
    made[0] = hxp_ascii_lower(made[0]);
    return (hxp_str){ made, text.len };
}

hxp_status hxp_genders_read(hxp_genders *genders, const hxp_language *source,
                            const hxp_language *target, hxp_error *error)
{
    char name[HXP_PAIR_LIST_NAME];
    hxp_pair_list_name(name, "genders", source);
    *genders = (hxp_genders){ .list = hxp_language_list(target, name) };
    for (size_t i = 0; i < hxp_word_list_count(genders->list); i++) {
        hxp_str line = hxp_word_list_entry(genders->list, i), noun;
        uint32_t number;
        hxp_str_cut(&line, ' ', &noun);
        if (!hxp_names_add(&genders->nouns, noun, &number))
            return hxp_no_memory(error);
    }
    return HXP_OK;
}

bool hxp_genders_know(const hxp_genders *genders, const hxp_term_hit *hit)
{
    char made[LONGEST];
    uint32_t number;
    if (genders->nouns.count == 0)
        return false;
    hxp_str term = make_term(made, hit);
    return term.len > 0 && hxp_names_find(&genders->nouns, term, &number);
}

void hxp_genders_free(hxp_genders *genders)
{
    hxp_names_free(&genders->nouns);
}

bool hxp_is_other_gender(const hxp_genders *genders,
                         const hxp_term_matcher *matcher,
                         const hxp_term_hit *hit, hxp_str said)
{
    char made[HXP_ENDING_ROOM], term[LONGEST];
    const hxp_word *word = &matcher->words.items[hit->word];
    size_t len = make_start(made, make_term(term, hit), said);
    hxp_str rest = find_behind(genders->list, (hxp_str){ made, len });
    if (len == 0 || rest.len == 0)
        return false;
    if (is_form_of_other(rest, word->folded))
        return true;
    hxp_str fitting = hit->match == HXP_MATCH_SAME
                          ? genders_before(matcher, hit->word)
                          : HXP_STR(""),
            gender;
    bool known = fitting.len > 0;
    while (known && hxp_str_cut(&fitting, ' ', &gender))
        known = !has(rest, gender);
    return known;
}

/* look.c - what the words of a text may be; remembered for each word seen. */
#include "terms/matcher.h"

#include "base/array.h"
#include "base/str.h"
#include "terms/compound.h"

#include <string.h>

/** True for a mark that terms do not reach over. */
static bool stops(const hxp_word *word)
{
    return word->kind == HXP_WORD_MARK && word->folded.len == 1 &&
           strchr(".!?;:", word->folded.ptr[0]) != NULL;
}

/** True when list has word, as it stands in text or folded. */
static bool has_either(const hxp_word_list *list, hxp_str text,
                       const hxp_word *word)
{
    return hxp_word_list_has(list, word->folded) ||
           hxp_word_list_has(list, hxp_str_part(text, word->start, word->end));
}

/** True for a colon between two numbers: "9:15". */
static bool is_in_number(const hxp_words *words, size_t i)
{
    const hxp_word *mark = &words->items[i];
    return hxp_str_is(mark->folded, ":") && mark[-1].kind == HXP_WORD_NUMBER &&
           mark[-1].end == mark->start && mark[1].kind == HXP_WORD_NUMBER &&
           mark[1].start == mark->end;
}

/**
 * True when mark i ends no sentence where a word follows: in a time, or as the
 * full stop of an abbreviation or an ordinal number: "am 1. Juli".
 */
static bool is_inner_stop(const hxp_grammar *grammar, const hxp_words *words,
                          size_t i, hxp_str text)
{
    const hxp_word *before = words->items + i - 1;
    if (i == 0 || i + 1 >= words->count)
        return false;
    if (is_in_number(words, i))
        return true;
    if (!hxp_str_is(words->items[i].folded, ".") ||
        before->end != words->items[i].start ||
        words->items[i + 1].kind == HXP_WORD_MARK)
        return false;
    if (before->kind == HXP_WORD_NUMBER)
        return grammar->ordinal_stop;
    return has_either(grammar->abbreviations, text, before) ||
           (has_either(grammar->sometimes, text, before) &&
            !has_either(grammar->starters, text, &words->items[i + 1]));
}

/** Make room for what is to be known of word, not yet seen. */
static bool grow(hxp_term_matcher *matcher, size_t number)
{
    size_t room = matcher->seen_room;
    if (!hxp_array_reserve(&matcher->seen, &matcher->seen_room, number + 1,
                           sizeof *matcher->seen))
        return false;
    memset(matcher->seen + room, 0,
           (matcher->seen_room - room) * sizeof *matcher->seen);
    return true;
}

/** Tell of the candidates from first on what words they are. */
static void finish(struct hxp_text_word *word, hxp_term_matcher *matcher,
                   size_t first)
{
    const hxp_candidates *all = &matcher->candidates;
    word->first = (uint32_t)first;
    word->count = (uint32_t)(all->count - first);
    word->set = word->concepts = 0;
    word->begins = word->leads = false;
    for (size_t c = first; c < all->count; c++) {
        hxp_term_candidate *candidate = &all->items[c];
        candidate->root = hxp_trie_child(&matcher->trie, 0, candidate->word);
        word->set |= hxp_word_set_of(candidate->word);
        if (candidate->root == 0)
            continue;
        word->begins = true;
        word->concepts |= matcher->trie.concepts[candidate->root];
        word->leads |= candidate->span > 1 ||
                       matcher->trie.nodes[candidate->root].next != 0;
    }
}

/** What is known of word, found out when it is met first; NULL: no memory. */
static const struct hxp_text_word *see(hxp_term_matcher *matcher,
                                       const hxp_word *word, hxp_str text)
{
    if (word->number >= matcher->seen_room && !grow(matcher, word->number))
        return NULL;
    struct hxp_text_word *seen = &matcher->seen[word->number];
    if (seen->seen)
        return seen;
    hxp_candidates *all = &matcher->candidates;
    hxp_word_search search = { &matcher->known, all, all->count };
    if (!hxp_term_words_find(&search, word,
                             hxp_str_part(text, word->start, word->end)))
        return NULL;
    *seen = (struct hxp_text_word){
        .role =
            (uint8_t)hxp_grammar_role(&matcher->known.grammar, word->folded),
        .stops = stops(word),
        .traits =
            hxp_word_traits_of(&matcher->known.grammar.traits, word->folded),
        .seen = true
    };
    finish(seen, matcher, search.first);
    return seen;
}

/* Words that are fetched from memory before their turn. */
enum { AHEAD = 8 };

/** Have what is known of word i of the text fetched meanwhile. */
static inline void fetch(const hxp_term_matcher *matcher, size_t i)
{
    if (i < matcher->words.count &&
        matcher->words.items[i].number < matcher->seen_room)
        __builtin_prefetch(&matcher->seen[matcher->words.items[i].number]);
}

bool hxp_word_joins(const hxp_words *words, size_t i)
{
    const hxp_word *word = &words->items[i];
    return word->kind == HXP_WORD_MARK && i > 0 && i + 1 < words->count &&
           word[-1].end == word->start && word->end == word[1].start &&
           (hxp_str_is(word->folded, "-") || hxp_str_is(word->folded, "'"));
}

/** True when words i and i + 1 touch, and the latter is mark. */
static bool touches(const hxp_words *words, size_t i, hxp_str mark)
{
    return i + 1 < words->count &&
           words->items[i].end == words->items[i + 1].start &&
           hxp_str_equal(words->items[i + 1].folded, mark);
}

/**
 * The word that the hyphen behind word i joins to it; the count: none. A
 * bracket may stand between them: "(Neben-)Kosten".
 */
static size_t joined_to(const hxp_words *words, size_t i)
{
    size_t k = i + 2;
    if (!touches(words, i, HXP_STR("-")))
        return words->count;
    k += touches(words, i + 1, HXP_STR(")"));
    bool joins = k < words->count && words->items[k].kind == HXP_WORD_LETTERS &&
                 words->items[k - 1].end == words->items[k].start;
    return joins ? k : words->count;
}

/** Append what the words before and after the hyphen i + 1 make together. */
static bool join(const hxp_word_search *search, const hxp_words *words,
                 size_t i)
{
    char made[HXP_ENDING_ROOM];
    size_t other = joined_to(words, i);
    if (other == words->count)
        return true;
    hxp_str left = words->items[i].folded, right = words->items[other].folded;
    if (left.len + right.len > sizeof made)
        return true;
    memcpy(made, left.ptr, left.len);
    memcpy(made + left.len, right.ptr, right.len);
    size_t before = search->found->count;
    hxp_str both = { made, left.len + right.len };
    hxp_word_search joined = *search;
    joined.first = before;
    const hxp_part_limits limits = { .match = HXP_MATCH_INFLECTED };
    if (!hxp_term_words_find_part(&joined, both, &limits))
        return false;
    for (size_t k = before; k < search->found->count; k++)
        search->found->items[k].span = (uint8_t)(other - i + 1);
    return true;
}

/** Append what word i may be for its neighbours, after a copy of the rest. */
static bool add_neighbours(hxp_term_matcher *matcher, size_t i)
{
    hxp_candidates *all = &matcher->candidates;
    struct hxp_text_word *word = &matcher->text[i];
    size_t first = all->count;
    if (!hxp_array_reserve(&all->items, &all->room, first + word->count,
                           sizeof *all->items))
        return false;
    for (size_t c = 0; c < word->count; c++)
        all->items[all->count++] = all->items[word->first + c];
    hxp_word_search search = { &matcher->known, all, first };
    if (!hxp_suspended_find(&search, &matcher->words, i) ||
        !join(&search, &matcher->words, i))
        return false;
    finish(word, matcher, first);
    return true;
}

static bool is_hyphen(const hxp_words *words, size_t i)
{
    return i < words->count && hxp_str_is(words->items[i].folded, "-");
}

/** Note what the place of mark i says of it. */
static void place_mark(hxp_term_matcher *matcher, size_t i, hxp_str text)
{
    const hxp_words *words = &matcher->words;
    struct hxp_text_word *mark = &matcher->text[i];
    mark->joins = hxp_word_joins(words, i);
    mark->stops =
        mark->stops && !is_inner_stop(&matcher->known.grammar, words, i, text);
}

bool hxp_matcher_look(hxp_term_matcher *matcher, hxp_str text)
{
    const hxp_words *words = &matcher->words;
    if (!hxp_array_reserve(&matcher->text, &matcher->text_room, words->count,
                           sizeof *matcher->text))
        return false;
    bool hyphen = false;
    for (size_t i = 0; i < words->count; i++) {
        fetch(matcher, i + AHEAD);
        const struct hxp_text_word *seen = see(matcher, &words->items[i], text);
        if (!seen)
            return false;
        matcher->text[i] = *seen;
        if (words->items[i].kind != HXP_WORD_MARK)
            continue;
        place_mark(matcher, i, text);
        hyphen |= is_hyphen(words, i);
    }
    matcher->lasting = matcher->candidates.count;
    for (size_t i = 0; hyphen && i < words->count; i++)
        if (words->items[i].kind == HXP_WORD_LETTERS &&
            (is_hyphen(words, i + 1) || (i > 0 && is_hyphen(words, i - 1))) &&
            !add_neighbours(matcher, i))
            return false;
    return true;
}

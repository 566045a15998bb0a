/* split.c - whether the words of a split verb stand apart in one clause. */
#include "terms/matcher.h"

#include "base/str.h"
#include "terms/word_table.h"

/* Words between an object and its participle, with that. */
enum { MOST_PASSIVE = 8 };

/** The word behind those of rest, which begin at word i; 0: they do not. */
static size_t behind_rest(const hxp_term_matcher *matcher, size_t i,
                          const uint32_t *rest, size_t count)
{
    for (size_t k = 0; k < count; i++) {
        if (i >= matcher->words.count)
            return 0;
        if (hxp_matcher_is(matcher, i, rest[k]))
            k++;
        else if (k == 0 || (!matcher->text[i].joins &&
                            matcher->text[i].role != HXP_ROLE_ARTICLE))
            return 0;
    }
    return i;
}

/** True when a particle before word i ends its clause: no noun follows it. */
static bool ends_clause(const hxp_term_matcher *matcher, size_t i)
{
    return i >= matcher->words.count ||
           matcher->words.items[i].kind == HXP_WORD_MARK ||
           (matcher->text[i].role != HXP_ROLE_CONTENT &&
            matcher->text[i].role != HXP_ROLE_ARTICLE &&
            !hxp_word_is_of(matcher->known.grammar.possessives, &matcher->words,
                            i));
}

/** True when word i is a verb: one that can be nothing else, or irregular. */
static bool is_finite(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_word *word = &matcher->words.items[i];
    if (grammar->capital_nouns && word->capital)
        return false;
    if (hxp_word_list_has(grammar->finite_verbs, word->folded))
        return true;
    size_t entry = hxp_endings_find(&grammar->irregular, word->folded);
    hxp_str base = hxp_endings_base(&grammar->irregular, entry, word->folded);
    return base.len > 0 && hxp_grammar_infinitive(grammar, base);
}

/**
 * True when the clause of a verb ends at word i: a mark does that, and a
 * conjunction behind a comma or before another verb: "took it and went".
 */
static bool ends_predicate(const hxp_term_matcher *matcher, size_t i)
{
    return matcher->text[i].stops ||
           (matcher->text[i].role == HXP_ROLE_CONJUNCTION && i > 0 &&
            i + 1 < matcher->words.count &&
            (hxp_str_is(matcher->words.items[i - 1].folded, ",") ||
             matcher->text[i + 1].role == HXP_ROLE_AUXILIARY ||
             hxp_word_is_of(matcher->known.grammar.imperatives, &matcher->words,
                            i + 1) ||
             is_finite(matcher, i + 1)));
}

/** True when word i is the last of its clause, and a particle. */
static bool is_last_particle(const hxp_term_matcher *matcher, size_t i)
{
    return hxp_word_list_has(matcher->known.grammar.particles,
                             matcher->words.items[i].folded) &&
           (i + 1 == matcher->words.count ||
            matcher->words.items[i + 1].kind == HXP_WORD_MARK ||
            matcher->text[i + 1].role == HXP_ROLE_CONJUNCTION);
}

/** True when particle ends the clause that word i begins or goes on with. */
static bool has_particle(const hxp_term_matcher *matcher, size_t i,
                         uint32_t particle)
{
    for (; i < matcher->words.count && !ends_predicate(matcher, i); i++) {
        if (hxp_matcher_is(matcher, i, particle) && ends_clause(matcher, i + 1))
            return true;
        if (is_last_particle(matcher, i))
            break; /* the verb's, and it is another one */
    }
    return false;
}

/** True when the rest of leaf stands behind word i: "diende een klacht in". */
static bool is_behind(const hxp_term_matcher *matcher, size_t i,
                      const struct hxp_trie_leaf *leaf)
{
    const uint32_t *rest = matcher->rests + leaf->rest;
    size_t count = (size_t)leaf->rest_count - leaf->apart;
    if (count == 0)
        return has_particle(matcher, i + 1, *rest);
    for (size_t k = i + 1;
         k < matcher->words.count && !ends_predicate(matcher, k); k++) {
        size_t behind = behind_rest(matcher, k, rest, count);
        if (behind > 0 &&
            (leaf->apart ? has_particle(matcher, behind, rest[count])
                         : count > 1 || ends_clause(matcher, behind)))
            return true;
        if (is_last_particle(matcher, k))
            break;
    }
    return false;
}

/** True when word i may stand within a split verb, whatever else it is for. */
static bool is_auxiliary(const hxp_term_matcher *matcher, size_t i)
{
    return hxp_word_list_has(matcher->known.grammar.roles[HXP_ROLE_AUXILIARY],
                             matcher->words.items[i].folded);
}

/** True when it stands right before: "klacht in zullen dienen". */
static bool is_before(const hxp_term_matcher *matcher, size_t i,
                      const struct hxp_trie_leaf *leaf)
{
    const uint32_t *rest = matcher->rests + leaf->rest;
    size_t count = leaf->rest_count;
    while (i-- > 0) {
        if (behind_rest(matcher, i, rest, count) > 0)
            return true;
        if (!is_auxiliary(matcher, i) &&
            !(leaf->apart && hxp_matcher_is(matcher, i, rest[count - 1])))
            break;
    }
    return false;
}

/** True when word i begins or ends a clause, or sets it off. */
static bool is_border(const hxp_term_matcher *matcher, size_t i)
{
    return matcher->text[i].stops ||
           hxp_str_is(matcher->words.items[i].folded, ",");
}

/**
 * True when the verb, word i, ends its clause, and the prepositions that it
 * governs stand in it: "weil man auf den Bus wartet".
 */
static bool has_governed(const hxp_term_matcher *matcher, size_t i,
                         const struct hxp_trie_leaf *leaf)
{
    const uint32_t *rest = matcher->rests + leaf->rest;
    size_t left = leaf->rest_count;
    if (!ends_clause(matcher, i + 1))
        return false;
    while (left > 0 && i-- > 0 && !is_border(matcher, i))
        left -= hxp_matcher_is(matcher, i, rest[left - 1]);
    return left == 0;
}

/** True when the folded word ends as participles do: "fixé". */
static bool is_passive(const hxp_grammar *grammar, hxp_str word)
{
    for (size_t at = 1; at < word.len; at++)
        if (hxp_word_list_has(grammar->passive_endings,
                              hxp_str_part(word, at, word.len)))
            return true;
    return false;
}

/** True when nothing but what makes a passive stands from word first to i. */
static bool is_passive_between(const hxp_term_matcher *matcher, size_t first,
                               size_t i)
{
    const hxp_word_list *list = matcher->known.grammar.passives;
    const hxp_words *words = &matcher->words;
    if (first == i || hxp_matcher_phrase(list, words, first, i))
        return true;
    return i > first + 1 && hxp_word_is_of(list, words, i - 1) &&
           hxp_matcher_phrase(list, words, first, i - 1); /* "est déjà" */
}

/** True when the object of leaf stands before participle i, its verb. */
static bool has_object(const hxp_term_matcher *matcher, size_t i,
                       const struct hxp_trie_leaf *leaf)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_word *words = matcher->words.items;
    uint32_t noun = matcher->rests[leaf->rest];
    if (!is_passive(grammar, words[i].folded))
        return false;
    for (size_t k = i; k-- > 0 && i - k <= MOST_PASSIVE;) {
        if (hxp_matcher_is(matcher, k, noun) &&
            is_passive_between(matcher, k + 1, i))
            return hxp_str_equal(words[k].folded,
                                 matcher->known.words[noun].folded) ||
                   !hxp_grammar_plural(grammar, words[k].folded) ||
                   hxp_grammar_plural(grammar, words[i].folded);
        if (is_border(matcher, k))
            break;
    }
    return false;
}

bool hxp_matcher_split(const hxp_term_matcher *matcher, size_t i,
                       const struct hxp_trie_leaf *leaf)
{
    if (leaf->object)
        return has_object(matcher, i, leaf);
    if (leaf->before)
        return has_governed(matcher, i, leaf);
    return is_behind(matcher, i, leaf) || is_before(matcher, i, leaf);
}

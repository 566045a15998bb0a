/* matcher.c - makes a matcher of the terms of a language. */
#include "terms/matcher.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "terms/instead.h"
#include "text/words.h"

#include <stdlib.h>

/* Words of a term; longer ones are not looked for. */
enum { MOST_WORDS = 64 };

/** A term on its way into the trie. */
typedef struct path {
    uint32_t numbers[MOST_WORDS];
    const hxp_word *words[MOST_WORDS];
    size_t count;
    bool exact;
    bool hyphen; /* the second word stands behind one: "start-up" */
} path;

/** Put a term in that is found by count words. False when memory is out. */
static bool put(hxp_term_matcher *matcher, const uint32_t *words, size_t count,
                const struct hxp_trie_leaf *leaf)
{
    matcher->firsts[leaf->concept] |= hxp_word_set_of(words[0]);
    return hxp_trie_add(&matcher->trie, words, count, leaf);
}

/** True when word i of count says nothing that the term could be told by. */
static bool is_idle(const hxp_grammar *grammar, const hxp_words *words,
                    size_t i)
{
    hxp_str word = words->items[i].folded;
    if (hxp_word_joins(words, i))
        return true;
    if (i == 0)
        return words->count > 1 && !words->items[i].capital &&
               hxp_grammar_marks(grammar, word);
    return hxp_grammar_role(grammar, word) == HXP_ROLE_ARTICLE;
}

/** Find the words of the term text. False when memory is out. */
static bool make_path(path *way, hxp_term_matcher *matcher,
                      const hxp_words *words, hxp_str text)
{
    for (size_t i = 0; i < words->count && way->count < MOST_WORDS; i++) {
        const hxp_word *word = &words->items[i];
        if (is_idle(&matcher->known.grammar, words, i)) {
            way->hyphen |= way->count == 1 && hxp_str_is(word->folded, "-");
            continue;
        }
        way->words[way->count] = word;
        if (!hxp_term_words_add(
                &way->numbers[way->count++], &matcher->known, word,
                hxp_str_part(text, word->start, word->end), way->exact))
            return false;
    }
    return true;
}

/** Number a word that is made of others, first of them, not found in a text. */
static bool add_made(uint32_t *number, hxp_term_matcher *matcher, hxp_str text,
                     const hxp_word *first)
{
    hxp_term_words *known = &matcher->known;
    hxp_word word = { .kind = HXP_WORD_LETTERS, .capital = first->capital };
    return hxp_arena_copy(&word.folded, &known->arena, text) &&
           hxp_fold_bare(&word.bare, &known->folder, &known->arena, word.folded,
                         NULL) == HXP_OK &&
           hxp_term_words_add(number, known, &word, word.folded, false);
}

/**
 * True when both words are for joining: "data base", "data-base". Small words
 * are behind a hyphen alone: "start-up", but "every day" is not "everyday".
 */
static bool is_joinable(const hxp_term_matcher *matcher, const path *way)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    if (way->count != 2 || way->exact)
        return false;
    for (size_t i = 0; i < 2; i++) {
        const hxp_word *word = way->words[i];
        if (word->kind != HXP_WORD_LETTERS || word->acronym)
            return false;
        if (!way->hyphen &&
            (hxp_term_words_role(&matcher->known, way->numbers[i]) !=
                 HXP_ROLE_CONTENT ||
             hxp_word_list_has(grammar->stopwords, word->folded)))
            return false;
    }
    return true;
}

/** Put the term in as one word, too. */
static bool put_joined(hxp_term_matcher *matcher, const path *way,
                       const struct hxp_trie_leaf *leaf)
{
    char made[HXP_ENDING_ROOM];
    hxp_str left = way->words[0]->folded, right = way->words[1]->folded;
    uint32_t one;
    if (left.len + right.len > sizeof made)
        return true;
    memcpy(made, left.ptr, left.len);
    memcpy(made + left.len, right.ptr, right.len);
    return add_made(&one, matcher, (hxp_str){ made, left.len + right.len },
                    way->words[0]) &&
           put(matcher, &one, 1, leaf);
}

/** Put the verb in, with rest to stand elsewhere. */
static bool put_verb(hxp_term_matcher *matcher, uint32_t verb,
                     const uint32_t *rest, size_t count,
                     struct hxp_trie_leaf leaf)
{
    if (!hxp_array_reserve(&matcher->rests, &matcher->rest_room,
                           matcher->rest_count + count, sizeof *matcher->rests))
        return false;
    memcpy(matcher->rests + matcher->rest_count, rest, count * sizeof *rest);
    leaf.rest = (uint32_t)matcher->rest_count;
    leaf.rest_count = (uint8_t)count;
    matcher->rest_count += count;
    return put(matcher, &verb, 1, &leaf);
}

/**
 * Put in verb, a word of way, apart from each particle of list that it begins
 * with and from the words before it.
 */
static bool put_apart(hxp_term_matcher *matcher, const hxp_word_list *list,
                      const path *way, size_t verb, struct hxp_trie_leaf leaf)
{
    uint32_t rest[MOST_WORDS], number;
    hxp_str whole = way->words[verb]->folded;
    memcpy(rest, way->numbers, verb * sizeof *rest);
    leaf.apart = true;
    for (size_t i = 0; i < hxp_word_list_count(list); i++) {
        hxp_str particle = hxp_word_list_entry(list, i);
        if (whole.len < particle.len + 4 || !hxp_str_starts(whole, particle))
            continue;
        if (!add_made(&rest[verb], matcher, particle, way->words[verb]) ||
            !add_made(&number, matcher,
                      hxp_str_part(whole, particle.len, whole.len),
                      way->words[verb]) ||
            !put_verb(matcher, number, rest, verb + 1, leaf))
            return false;
    }
    return true;
}

/** The same for all particles. */
static bool put_particles(hxp_term_matcher *matcher, const path *way,
                          size_t verb, const struct hxp_trie_leaf *leaf)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    return put_apart(matcher, grammar->particles, way, verb, *leaf) &&
           put_apart(matcher, grammar->partners, way, verb, *leaf);
}

static bool is_function(const hxp_term_matcher *matcher, const path *way,
                        size_t i)
{
    return hxp_term_words_role(&matcher->known, way->numbers[i]) ==
           HXP_ROLE_FUNCTION;
}

/** True when all words behind the first say little: "deelnemen aan". */
static bool governs(const hxp_term_matcher *matcher, const path *way)
{
    for (size_t i = 1; i < way->count; i++)
        if (!is_function(matcher, way, i))
            return false;
    return true;
}

/**
 * Put in a verb that splits: "uitleveren" is found in "levert ... uit". The
 * prepositions that it governs may stand anywhere.
 */
static bool put_split(hxp_term_matcher *matcher, const path *way,
                      const struct hxp_trie_leaf *leaf)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    size_t last = way->count - 1; /* but for prepositions that it governs */
    while (last > 0 && is_function(matcher, way, last))
        last--;
    bool whole = last + 1 == way->count || !is_function(matcher, way, 0);
    if (last > 0 && whole && hxp_grammar_verb(grammar, way->words[last]))
        return put_verb(matcher, way->numbers[last], way->numbers, last,
                        *leaf) &&
               put_particles(matcher, way, last, leaf);
    if (!hxp_grammar_verb(grammar, way->words[0]) || !governs(matcher, way))
        return true;
    struct hxp_trie_leaf before = *leaf;
    before.before = true;
    return (way->count == 1 ||
            put_verb(matcher, way->numbers[0], way->numbers + 1, way->count - 1,
                     before)) &&
           put_particles(matcher, way, 0, leaf);
}

/** True when the first two words are a noun and an adjective that may turn. */
static bool is_turnable(const hxp_term_matcher *matcher, const path *way)
{
    return way->count > 1 && !way->exact && !way->hyphen &&
           hxp_grammar_turns(&matcher->known.grammar, way->words[0],
                             way->words[1]);
}

/** Put the term in with its first two words turned: "importants montants". */
static bool put_turned(hxp_term_matcher *matcher, const path *way,
                       struct hxp_trie_leaf leaf)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    uint32_t words[MOST_WORDS];
    memcpy(words, way->numbers, way->count * sizeof *words);
    words[0] = way->numbers[1];
    words[1] = way->numbers[0];
    leaf.turned = true;
    leaf.number = !hxp_grammar_plural(grammar, way->words[0]->folded) &&
                  !hxp_grammar_plural(grammar, way->words[1]->folded);
    return put(matcher, words, way->count, &leaf);
}

/** True when word i of the term may be the object of its verb. */
static bool is_object(const hxp_term_matcher *matcher, const path *way,
                      size_t i)
{
    return way->words[i]->kind == HXP_WORD_LETTERS &&
           hxp_term_words_role(&matcher->known, way->numbers[i]) ==
               HXP_ROLE_CONTENT;
}

/**
 * Put in a verb and its object in the other order: "fixer un délai" for "le
 * délai est fixé", "een termijn stellen" for "de gestelde termijn".
 */
static bool put_passive(hxp_term_matcher *matcher, const path *way,
                        struct hxp_trie_leaf leaf)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    if (way->count != 2 || way->exact || way->hyphen)
        return true;
    if (grammar->passives && hxp_grammar_verb(grammar, way->words[0]) &&
        !hxp_grammar_verb(grammar, way->words[1]) &&
        is_object(matcher, way, 1)) {
        leaf.object = true;
        return put_verb(matcher, way->numbers[0], way->numbers + 1, 1, leaf);
    }
    if (!grammar->particles || !hxp_grammar_verb(grammar, way->words[1]) ||
        !is_object(matcher, way, 0))
        return true;
    const uint32_t words[] = { way->numbers[1], way->numbers[0] };
    leaf.turned = true;
    return put(matcher, words, 2, &leaf);
}

/** Put "een termijn stellen" in without its article, for "de termijnen". */
static bool put_bare_object(hxp_term_matcher *matcher, const path *way,
                            const struct hxp_trie_leaf *leaf)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    path bare = *way;
    if (!grammar->particles || way->exact || way->count != 3 ||
        hxp_grammar_role(grammar, way->words[0]->folded) != HXP_ROLE_ARTICLE ||
        !hxp_grammar_verb(grammar, way->words[2]))
        return true;
    bare.count--;
    for (size_t i = 0; i < bare.count; i++) {
        bare.words[i] = way->words[i + 1];
        bare.numbers[i] = way->numbers[i + 1];
    }
    return put(matcher, bare.numbers, bare.count, leaf) &&
           put_split(matcher, &bare, leaf) &&
           put_passive(matcher, &bare, *leaf);
}

/** Put in what a verb is found by that is the term, or its last word. */
static bool put_verbs(hxp_term_matcher *matcher, const path *way, bool splits,
                      const struct hxp_trie_leaf *leaf)
{
    return (!splits || put_split(matcher, way, leaf)) &&
           put_passive(matcher, way, *leaf) &&
           put_bare_object(matcher, way, leaf);
}

/** Put the term in without its article, for "au Havre". */
static bool put_contracted(hxp_term_matcher *matcher, const path *way,
                           struct hxp_trie_leaf leaf)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    if (!grammar->contractions || way->count < 2 ||
        hxp_grammar_role(grammar, way->words[0]->folded) != HXP_ROLE_ARTICLE)
        return true;
    leaf.instead = HXP_INSTEAD_OF_ARTICLE;
    return put(matcher, way->numbers + 1, way->count - 1, &leaf);
}

/** Put it in without its last preposition, for "dont il a besoin". */
static bool put_without_last(hxp_term_matcher *matcher, path *way, bool splits,
                             struct hxp_trie_leaf leaf)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    if (!grammar->pronouns_for || way->exact || way->count < 2)
        return true;
    leaf.instead = hxp_instead_of(grammar, way->words[way->count - 1]->folded);
    if (leaf.instead == HXP_INSTEAD_OF_NONE)
        return true;
    way->count--;
    return put(matcher, way->numbers, way->count, &leaf) &&
           (!splits || put_split(matcher, way, &leaf));
}

/** Add the term that leaf is about. */
static hxp_status add_term(hxp_term_matcher *matcher, const hxp_term *term,
                           struct hxp_trie_leaf leaf, hxp_error *error)
{
    hxp_words words;
    path way;
    way.count = 0;
    way.exact = term->exact;
    way.hyphen = false;
    hxp_status status =
        hxp_analyze(&words, matcher->of_terms, term->text, error);
    if (status != HXP_OK)
        return status;
    if (!make_path(&way, matcher, &words, term->text))
        return hxp_no_memory(error);
    if (way.count == 0)
        return HXP_OK;
    leaf.acronym = true;
    for (size_t i = 0; i < way.count; i++)
        leaf.acronym &= way.words[i]->acronym;
    bool splits = matcher->known.grammar.particles && !term->exact;
    if (!put(matcher, way.numbers, way.count, &leaf) ||
        (is_turnable(matcher, &way) && !put_turned(matcher, &way, leaf)) ||
        (is_joinable(matcher, &way) && !put_joined(matcher, &way, &leaf)) ||
        !put_verbs(matcher, &way, splits, &leaf) ||
        !put_contracted(matcher, &way, leaf) ||
        !put_without_last(matcher, &way, splits, leaf))
        return hxp_no_memory(error);
    return HXP_OK;
}

static hxp_status add_terms(hxp_term_matcher *matcher, hxp_str language,
                            hxp_error *error)
{
    hxp_status status = HXP_OK;
    size_t concepts = hxp_termbase_count(matcher->termbase);
    matcher->known.capitals_tell =
        matcher->known.grammar.capital_nouns &&
        hxp_capitals_tell(matcher->termbase, language);
    for (size_t c = 0; c < concepts; c++) {
        const hxp_concept *concept = hxp_termbase_concept(matcher->termbase, c);
        for (size_t t = 0; t < concept->term_count; t++) {
            const hxp_term *term = &concept->terms[t];
            if (hxp_matcher_seeks(term, language))
                status =
                    add_term(matcher, term,
                             (struct hxp_trie_leaf){ .concept = (uint32_t)c,
                                                     .term = (uint32_t)t },
                             error);
            if (status != HXP_OK)
                return status;
        }
    }
    hxp_matcher_know_particles(matcher);
    return hxp_term_words_finish(&matcher->known) &&
                   hxp_trie_finish(&matcher->trie)
               ? HXP_OK
               : hxp_no_memory(error);
}

/** Make an analyzer for words whose stems are asked for, of few. */
static hxp_status new_analyzer(hxp_analyzer **out, const hxp_language *language,
                               hxp_error *error)
{
    hxp_status status = hxp_analyzer_new(out, language, error);
    if (status == HXP_OK)
        hxp_analyzer_without_stems(*out);
    return status;
}

hxp_status hxp_term_matcher_new(hxp_term_matcher **out,
                                const hxp_termbase *termbase,
                                const hxp_language *language, hxp_error *error)
{
    hxp_term_matcher *matcher = calloc(1, sizeof *matcher);
    *out = NULL;
    if (!matcher)
        return hxp_no_memory(error);
    matcher->termbase = termbase;
    matcher->language = language;
    size_t count = hxp_termbase_count(termbase) + 1;
    matcher->sought = calloc(count, sizeof *matcher->sought);
    matcher->firsts = calloc(count, sizeof *matcher->firsts);
    hxp_status status =
        matcher->sought && matcher->firsts ? HXP_OK : hxp_no_memory(error);
    if (status == HXP_OK)
        status = new_analyzer(&matcher->analyzer, language, error);
    if (status == HXP_OK)
        status = new_analyzer(&matcher->of_terms, language, error);
    if (status == HXP_OK)
        status = hxp_term_words_init(&matcher->known, language,
                                     matcher->analyzer, error);
    if (status == HXP_OK)
        status =
            add_terms(matcher, hxp_str_of(hxp_language_tag(language)), error);
    if (status == HXP_OK)
        *out = matcher;
    else
        hxp_term_matcher_free(matcher);
    return status;
}

bool hxp_term_matcher_any(const hxp_term_matcher *matcher)
{
    return matcher->trie.leaf_count > 0;
}

void hxp_term_matcher_free(hxp_term_matcher *matcher)
{
    if (!matcher)
        return;
    hxp_analyzer_free(matcher->analyzer);
    hxp_analyzer_free(matcher->of_terms);
    hxp_term_words_free(&matcher->known);
    hxp_trie_free(&matcher->trie);
    hxp_clean_text_free(&matcher->clean);
    free(matcher->sought);
    free(matcher->firsts);
    free(matcher->rests);
    free(matcher->seen);
    free(matcher->lent);
    free(matcher->candidates.items);
    free(matcher->text);
    free(matcher->walks);
    free(matcher->found);
    free(matcher->hits);
    free(matcher);
}

const char *hxp_term_match_name(hxp_term_match match)
{
    static const char *const names[] = {
        [HXP_MATCH_SAME] = "the same",
        [HXP_MATCH_INFLECTED] = "inflected",
        [HXP_MATCH_COMPOUND] = "in a compound",
        [HXP_MATCH_SUSPENDED] = "with a suspended hyphen",
        [HXP_MATCH_APART] = "with words in between",
        [HXP_MATCH_SPLIT] = "a split verb",
        [HXP_MATCH_CASE] = "in wrong capitals"
    };
    return names[match];
}

/* homograph.c - tells nouns from verbs that are written alike, in translations,
 * by what stands before them. */
#include "terms/homograph.h"

#include "base/str.h"

/* Words of an entry of behind-nouns.txt, and of one of not-nouns.txt. */
enum { MOST_WORDS = 4, MOST_BEFORE = 8 };

/** The word before word i, but for an apostrophe; the count: there is none. */
static size_t before(const hxp_term_matcher *matcher, size_t i)
{
    if (i > 1 && hxp_word_joins(&matcher->words, i - 1) &&
        hxp_str_is(matcher->words.items[i - 1].folded, "'"))
        i--;
    return i > 0 ? i - 1 : matcher->words.count;
}

/**
 * True when word may be a participle before a noun, which a verb has behind
 * articles, too: "een verkocht huis".
 */
static bool may_describe(const hxp_grammar *grammar, hxp_str word, hxp_str verb)
{
    return grammar->participle.len > 0 &&
           (word.len >= verb.len || hxp_str_starts(word, grammar->participle) ||
            hxp_grammar_begins(grammar->prefixes, word) ||
            hxp_grammar_begins(grammar->particles, word));
}

/** True when what stands from word i on goes on as nouns do: "du", "de la". */
static bool goes_on(const hxp_term_matcher *matcher, size_t i)
{
    for (size_t end = i + 1;
         end <= matcher->words.count && end - i < MOST_WORDS; end++)
        if (hxp_matcher_phrase(matcher->known.grammar.behind_nouns,
                               &matcher->words, i, end))
            return true;
    return false;
}

/** True for an irregular form, as all of not-nouns.txt are, of "être" too. */
static bool is_irregular(const hxp_grammar *grammar, hxp_str word)
{
    size_t entry = hxp_endings_find(&grammar->irregular, word);
    return hxp_endings_base(&grammar->irregular, entry, word).len > 0;
}

/** True for a form of a verb that others have a participle with: "ont". */
static bool is_auxiliary(const hxp_grammar *grammar, hxp_str word)
{
    size_t entry = hxp_endings_find(&grammar->irregular, word);
    hxp_str base = hxp_endings_base(&grammar->irregular, entry, word);
    return base.len > 0 && hxp_grammar_infinitive(grammar, base);
}

/**
 * True when word i, an article or a pronoun of the verb behind it, is the
 * former by what stands before it.
 */
static bool is_article(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    size_t prior = before(matcher, i);
    if (hxp_matcher_starts(matcher, i) ||
        hxp_word_is_of(grammar->before_articles, &matcher->words, prior) ||
        hxp_word_is_of(grammar->finite_verbs, &matcher->words, prior))
        return true;
    return prior > 0 && prior < matcher->words.count && /* "a fermé la" */
           matcher->text[prior].role == HXP_ROLE_CONTENT &&
           hxp_word_is_of(grammar->before_articles, &matcher->words,
                          before(matcher, prior)) &&
           is_auxiliary(grammar,
                        matcher->words.items[before(matcher, prior)].folded);
}

/** True when there is a word i that says something of its own. */
static bool is_content(const hxp_term_matcher *matcher, size_t i)
{
    return i < matcher->words.count &&
           matcher->words.items[i].kind == HXP_WORD_LETTERS &&
           matcher->text[i].role == HXP_ROLE_CONTENT;
}

/** True when word i is behind a word that tells that it is a noun. */
static bool is_noun(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    size_t prior = before(matcher, i);
    if (hxp_word_is_of(grammar->before_nouns, &matcher->words, prior))
        return !hxp_word_is_of(grammar->pronoun_articles, &matcher->words,
                               before(matcher, prior)); /* "l'un tombe" */
    return hxp_word_is_of(grammar->pronoun_articles, &matcher->words, prior) &&
           (is_article(matcher, prior) ||
            (is_content(matcher, before(matcher, prior)) &&
             goes_on(matcher, i + 1)));
}

/** True when word i, a content word, may be a noun, and no adjective. */
static bool may_rule(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_words *words = &matcher->words;
    return is_content(matcher, i) &&
           !hxp_word_is_of(grammar->preposed, words, i) &&
           !hxp_word_is_of(grammar->before_articles, words, i) &&
           !(i > 0 && grammar->adjective_count > 0 &&
             hxp_grammar_adjectival(grammar, words->items[i].folded));
}

/** True when a determiner, or what verbs have behind them, is word i. */
static bool is_behind_verb(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    return i < matcher->words.count &&
           (matcher->text[i].role == HXP_ROLE_ARTICLE ||
            hxp_word_is_of(grammar->behind_verbs, &matcher->words, i));
}

/**
 * True when word i, a noun that is a form of a verb, too, is that: behind a
 * pronoun or a noun and before an object, "la ligne traverse le village".
 */
static bool is_ruling(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_words *words = &matcher->words;
    if (!hxp_word_is_of(grammar->nouns_or_verbs, words, i))
        return false;
    size_t prior = before(matcher, i);
    if (hxp_word_is_of(grammar->before_verbs, words, prior))
        return !grammar->second_verbs || hxp_matcher_starts(matcher, prior);
    if (!is_behind_verb(matcher, i + 1) ||
        (grammar->second_verbs && /* a plural: "stellen vragen de lezer" */
         hxp_grammar_infinitive(grammar, words->items[i].folded)))
        return false;
    return hxp_matcher_starts(matcher, i) || may_rule(matcher, prior) ||
           matcher->text[prior].role == HXP_ROLE_CONJUNCTION;
}

/** True when word i, a participle or a noun, is the former: "être employé". */
static bool is_participle(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_words *words = &matcher->words;
    return hxp_word_is_of(grammar->participle_nouns, words, i) &&
           hxp_word_is_of(grammar->before_participles, words,
                          before(matcher, i));
}

/** True when word i begins a phrase of its own: "bij de deur", "car il". */
static bool begins_phrase(const hxp_term_matcher *matcher, size_t i)
{
    return hxp_matcher_determines(matcher, i) ||
           hxp_word_is_of(matcher->known.grammar.before_verbs, &matcher->words,
                          i);
}

/** True when word i may be an adjective before its noun: "grijze", "bon". */
static bool may_describe_noun(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    return is_content(matcher, i) &&
           (hxp_word_is_of(grammar->preposed, &matcher->words, i) ||
            (grammar->adjective_count > 0 &&
             hxp_grammar_adjectival(grammar, matcher->words.items[i].folded)));
}

/** True when word i is one that has an article: "de lange, grijze". */
static bool is_described(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    if (!may_describe_noun(matcher, i))
        return false;
    while (i > 0 && (may_describe_noun(matcher, i - 1) ||
                     hxp_str_is(matcher->words.items[i - 1].folded, ",")))
        i--;
    return i == 0 || hxp_matcher_determines(matcher, i - 1) ||
           hxp_word_is_of(grammar->before_articles, &matcher->words, i - 1);
}

/** True when small word i is a noun, whatever stands before the words that tell
 * it: "le fichier son.", "la carte son intégrée". */
static bool is_told(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_words *words = &matcher->words;
    return (hxp_matcher_determines(matcher, i) &&
            (!is_content(matcher, i + 1) ||
             hxp_word_is_of(grammar->finite_verbs, words, i + 1))) ||
           (i > 0 &&
            hxp_matcher_phrase(grammar->before_nouns, words, i - 1, i + 1));
}

/** True when small word i may be a noun behind word prior, which is no article;
 * leads: a phrase begins behind it. */
static bool may_follow(const hxp_term_matcher *matcher, size_t i, size_t prior,
                       bool leads)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_words *words = &matcher->words;
    if (words->items[prior].kind == HXP_WORD_MARK ||
        matcher->text[prior].role == HXP_ROLE_CONJUNCTION)
        return !leads && !is_content(matcher, i + 1);
    if (hxp_word_is_of(grammar->determiners, words, prior))
        return !leads;
    if (hxp_word_is_of(grammar->before_articles, words, prior))
        return !hxp_matcher_determines(matcher, i);
    return !leads && is_described(matcher, prior) &&
           !hxp_word_is_of(grammar->before_adjectives, words, i);
}

/**
 * True when a small word, or what may be one, may be a noun by its place:
 * behind an article, a number, a preposition or an adjective. Where a sentence
 * or a part of it begins, nothing that begins a phrase may follow.
 */
static bool has_place(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_words *words = &matcher->words;
    size_t prior = before(matcher, i);
    bool leads = begins_phrase(matcher, i + 1);
    if (is_told(matcher, i))
        return true;
    if (hxp_matcher_starts(matcher, i) || prior >= words->count)
        return !leads;
    return words->items[prior].kind == HXP_WORD_NUMBER ||
           matcher->text[prior].role == HXP_ROLE_ARTICLE ||
           hxp_str_is(words->items[prior].folded, "-") ||
           may_follow(matcher, i, prior, leads);
}

/** True when the words before word i, or the lack of an article, tell a verb
 * or a small word. */
static bool is_no_noun(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_word_list *list = matcher->known.grammar.not_nouns;
    const hxp_words *words = &matcher->words;
    bool listed = hxp_word_is_of(list, words, i);
    if (!list || (!listed && !is_irregular(&matcher->known.grammar,
                                           words->items[i].folded)))
        return false;
    for (size_t start = i; start-- > 0 && i - start < MOST_BEFORE;)
        if (hxp_matcher_phrase(list, words, start, i + 1))
            return true;
    return listed && !has_place(matcher, i);
}

/** True when the word before word i, or behind it, tells that it is no verb:
 * "en bois", "bezorgd over". */
static bool is_not_verb(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_word_list *list = matcher->known.grammar.not_verbs;
    if (list && i + 1 < matcher->words.count &&
        hxp_matcher_phrase(list, &matcher->words, i, i + 2))
        return true;
    return list && i > 0 &&
           hxp_matcher_phrase(list, &matcher->words, i - 1, i + 1) &&
           !hxp_word_is_of(matcher->known.grammar.before_verbs, &matcher->words,
                           before(matcher, i - 1));
}

/** True when the word of hit is someone who does what the term, a noun, says,
 * as the word before it tells. */
static bool is_agent(const hxp_term_matcher *matcher, const hxp_term_hit *hit)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    hxp_str word = matcher->words.items[hit->word].folded;
    return grammar->before_agents && hit->match == HXP_MATCH_INFLECTED &&
           word.len > hit->term->text.len && /* "ster" is "sterren" */
           hxp_grammar_agent(grammar, word) &&
           !hxp_grammar_agent(grammar, hit->term->text) &&
           hxp_word_is_of(grammar->before_agents, &matcher->words,
                          before(matcher, hit->word));
}

bool hxp_matcher_no_noun(const hxp_term_matcher *matcher,
                         const hxp_term_hit *hit)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    size_t i = hit->word;
    return is_no_noun(matcher, i) || is_agent(matcher, hit) ||
           ((is_ruling(matcher, i) || is_participle(matcher, i)) &&
            !hxp_grammar_infinitive(grammar, hit->term->text));
}

bool hxp_matcher_no_verb(const hxp_term_matcher *matcher,
                         const hxp_term_hit *hit)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    size_t i = hit->word;
    return hit->match == HXP_MATCH_INFLECTED &&
           ((is_noun(matcher, i) &&
             !may_describe(grammar, matcher->words.items[i].folded,
                           hit->term->text)) ||
            is_not_verb(matcher, i));
}

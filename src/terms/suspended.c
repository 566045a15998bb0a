/* suspended.c - completes what a hyphen leaves out. */
#include "base/str.h"
#include "terms/compound.h"
#include "text/utf8.h"

enum {
    SHORTEST = 3,       /* letters that a word shares with a suspended one */
    MOST_DESCRIBING = 2 /* words before what completes a suspended one */
};

static bool is_hyphen(const hxp_words *words, size_t i)
{
    return i < words->count && hxp_str_is(words->items[i].folded, "-");
}

/** True when words i and i + 1 touch. */
static bool touches(const hxp_words *words, size_t i)
{
    return i + 1 < words->count &&
           words->items[i].end == words->items[i + 1].start;
}

/** Put left and right together in made; empty: there is no room. */
static hxp_str join(char made[HXP_ENDING_ROOM], hxp_str left, hxp_str right)
{
    if (left.len + right.len > HXP_ENDING_ROOM)
        return (hxp_str){ made, 0 };
    memcpy(made, left.ptr, left.len);
    memcpy(made + left.len, right.ptr, right.len);
    return (hxp_str){ made, left.len + right.len };
}

/** Look for the terms that left and right make together. */
static bool find_joined(const hxp_word_search *search, hxp_str left,
                        hxp_str right)
{
    char made[HXP_ENDING_ROOM];
    const hxp_part_limits limits = { .match = HXP_MATCH_SUSPENDED };
    return hxp_term_words_find_part(search, join(made, left, right), &limits);
}

/** Look for terms at the edges of what a particle and right make together. */
static bool find_compounds(const hxp_word_search *search,
                           const hxp_word *particle, hxp_str right)
{
    char made[HXP_ENDING_ROOM];
    hxp_word joined = *particle;
    joined.folded = join(made, particle->folded, right);
    return hxp_compounds_find(search, &joined);
}

/**
 * Complete word with every end of whole. Behind a particle, which is as short
 * as "na", the whole may be a compound where word is one, too: "in- en
 * uitvoerrechten".
 */
static bool complete_end(const hxp_word_search *search, const hxp_word *word,
                         hxp_str whole)
{
    const hxp_grammar *grammar = &search->known->grammar;
    bool particle = hxp_grammar_prefix(grammar, word->folded);
    for (size_t cut = SHORTEST - 1; cut + SHORTEST <= whole.len; cut++) {
        bool behind = hxp_grammar_prefix(grammar, hxp_str_part(whole, 0, cut));
        hxp_str end = hxp_str_part(whole, cut, whole.len);
        if (!hxp_utf8_begins(whole, cut) || (cut < SHORTEST && !behind))
            continue;
        if (!find_joined(search, word->folded, end) ||
            (particle && behind && !find_compounds(search, word, end)))
            return false;
    }
    return true;
}

/** Complete right with every beginning of whole. */
static bool complete_beginning(const hxp_word_search *search, hxp_str whole,
                               hxp_str right)
{
    for (size_t cut = SHORTEST; cut + SHORTEST <= whole.len; cut++)
        if (hxp_utf8_begins(whole, cut) &&
            !find_joined(search, hxp_str_part(whole, 0, cut), right))
            return false;
    return true;
}

/** True for what joins words that share a part: "und", or a slash. */
static bool joins_parts(const hxp_grammar *grammar, const hxp_word *word)
{
    return hxp_str_is(word->folded, "/") ||
           hxp_grammar_role(grammar, word->folded) == HXP_ROLE_CONJUNCTION;
}

/** True when white space or a slash stands before the hyphen of word i. */
static bool begins_apart(const hxp_words *words, size_t i)
{
    return i < 2 || !touches(words, i - 2) ||
           hxp_str_is(words->items[i - 2].folded, "/");
}

/** True for what a suspended word may have behind it: "Winter- bis". */
static bool goes_on(const hxp_grammar *grammar, const hxp_word *word)
{
    hxp_word_role role = hxp_grammar_role(grammar, word->folded);
    return joins_parts(grammar, word) || role == HXP_ROLE_FUNCTION;
}

/** The word that completes the suspended word i: behind what joins them. */
static const hxp_word *completing(const hxp_grammar *grammar,
                                  const hxp_words *words, size_t i)
{
    bool conjunction = false;
    for (size_t k = i + 2; k < words->count; k++) {
        const hxp_word *word = &words->items[k];
        bool listed = is_hyphen(words, k) || is_hyphen(words, k + 1) ||
                      hxp_str_is(word->folded, ",") ||
                      (conjunction && hxp_str_is(word->folded, "."));
        if (goes_on(grammar, word))
            conjunction = true;
        else if (word->kind == HXP_WORD_LETTERS && conjunction)
            return word;
        else if (!listed)
            return NULL;
    }
    return NULL;
}

/** The word before the conjunction before word i, whose beginning lacks. */
static const hxp_word *completed(const hxp_grammar *grammar,
                                 const hxp_words *words, size_t i)
{
    if (i < 3)
        return NULL;
    const hxp_word *joint = &words->items[i - 2];
    bool joins = hxp_str_is(joint->folded, ",") || joins_parts(grammar, joint);
    return joins && joint[-1].kind == HXP_WORD_LETTERS ? &joint[-1] : NULL;
}

/** Complete word i, of words, with what stands behind it and a conjunction. */
static bool complete(const hxp_word_search *search, const hxp_words *words,
                     size_t i)
{
    const hxp_grammar *grammar = &search->known->grammar;
    const hxp_word *word = &words->items[i];
    const hxp_word *other = completing(grammar, words, i);
    const hxp_word *end = words->items + words->count;
    if (!other)
        return true;
    if (!complete_end(search, word, other->folded))
        return false;
    for (size_t more = 1; more <= MOST_DESCRIBING && other + more < end;
         more++) {
        const hxp_word *next = &other[more]; /* "basis- en open scholen" */
        if (next->kind != HXP_WORD_LETTERS ||
            hxp_grammar_role(grammar, next->folded) != HXP_ROLE_CONTENT)
            break;
        if (!find_joined(search, word->folded, next->folded))
            return false;
    }
    return true;
}

bool hxp_suspended_find(const hxp_word_search *search, const hxp_words *words,
                        size_t i)
{
    const hxp_word *word = &words->items[i], *other;
    if (word->kind != HXP_WORD_LETTERS)
        return true;
    if (touches(words, i) && is_hyphen(words, i + 1) &&
        !(touches(words, i + 1) &&
          words->items[i + 2].kind == HXP_WORD_LETTERS))
        return complete(search, words, i);
    if (search->known->grammar.link_count == 0 || i == 0 ||
        !is_hyphen(words, i - 1) || !touches(words, i - 1))
        return true;
    /* A small letter says nothing there: "Hardware/-treiber". */
    const hxp_part_limits limits = { .match = HXP_MATCH_COMPOUND };
    if (!hxp_term_words_find_part(search, word->folded, &limits))
        return false;
    if (begins_apart(words, i)) {
        other = completed(&search->known->grammar, words, i);
        return !other ||
               complete_beginning(search, other->folded, word->folded);
    }
    return true;
}

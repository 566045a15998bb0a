/* walk.c - walks the words of a text through the trie of the terms. */
#include "terms/matcher.h"

#include "base/array.h"
#include "base/str.h"
#include "terms/instead.h"
#include "terms/word_table.h"

/* What may stand between two words of a term. */
enum { MOST_INSERTED = 2, MOST_BETWEEN = 5 };

/* Words of an object before a particle, without its determiner. */
enum { MOST_OBJECT = 3 };

bool hxp_matcher_starts(const hxp_term_matcher *matcher, size_t i)
{
    return i == 0 || matcher->text[i - 1].stops ||
           hxp_str_is(matcher->words.items[i - 1].folded, "\"");
}

bool hxp_matcher_is(const hxp_term_matcher *matcher, size_t i, uint32_t number)
{
    const struct hxp_text_word *word = &matcher->text[i];
    if (!(word->set & hxp_word_set_of(number)))
        return false;
    for (size_t c = word->first; c < word->first + word->count; c++) {
        const hxp_term_candidate *candidate = &matcher->candidates.items[c];
        if (candidate->word == number && candidate->match != HXP_MATCH_CASE)
            return true;
    }
    return false;
}

/** True when the first two words of the walk are where leaf has them turned. */
static bool is_turned(const hxp_term_matcher *matcher, const hxp_term_walk *at,
                      const struct hxp_trie_leaf *leaf)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    const hxp_word *word = &matcher->words.items[at->first];
    return at->match <= HXP_MATCH_INFLECTED && at->next > at->first + 1 &&
           matcher->text[at->first + 1].role == HXP_ROLE_CONTENT &&
           word[1].kind == HXP_WORD_LETTERS &&
           (!leaf->number || hxp_grammar_plural(grammar, word->folded) ==
                                 hxp_grammar_plural(grammar, word[1].folded));
}

/** True when a word of the text is, as it stands, a term itself. */
static bool is_term(const hxp_term_matcher *matcher,
                    const struct hxp_text_word *word)
{
    const struct hxp_trie_node *nodes = matcher->trie.nodes;
    for (size_t c = word->first; c < word->first + word->count; c++) {
        const hxp_term_candidate *candidate = &matcher->candidates.items[c];
        const struct hxp_trie_node *node = &nodes[candidate->root];
        if (candidate->match == HXP_MATCH_SAME && candidate->root != 0 &&
            node[0].leaf < node[1].leaf)
            return true;
    }
    return false;
}

/**
 * True when a word of the walk is another degree of the term's, and the walk
 * another term for that: "a higher court" is no "high court".
 */
static bool is_compared(const hxp_term_matcher *matcher,
                        const hxp_term_walk *at)
{
    return at->compared && matcher->strict &&
           (at->next > at->first + 1 ||
            is_term(matcher, &matcher->text[at->first]));
}

/** Note a term that ends where the walk stands. */
static bool note(hxp_term_matcher *matcher, const hxp_term_walk *at,
                 const struct hxp_trie_leaf *leaf)
{
    hxp_term_match match = at->match;
    bool other = matcher->choosy && !matcher->sought[leaf->concept];
    if (other && at->next == at->first + 1)
        return true; /* one word covers no other */
    if (is_compared(matcher, at) ||
        (leaf->turned && !is_turned(matcher, at, leaf)) ||
        (leaf->instead && !hxp_says_instead(matcher, at, leaf)))
        return true;
    if (leaf->rest_count > 0) {
        if ((matcher->strict && !leaf->apart) ||
            !hxp_matcher_split(matcher, at->first, leaf))
            return true;
        match = HXP_MATCH_SPLIT;
    }
    if (!hxp_array_reserve(&matcher->found, &matcher->found_room,
                           matcher->found_count + 1, sizeof *matcher->found))
        return false;
    hxp_found_term *found = &matcher->found[matcher->found_count++];
    const hxp_concept *concept =
        hxp_termbase_concept(matcher->termbase, leaf->concept);
    *found = (hxp_found_term){
        .hit = { .concept = concept,
                 .term = &concept->terms[leaf->term],
                 .start = matcher->words.items[at->first].start,
                 .end = matcher->words.items[at->next - 1].end,
                 .match = match,
                 .acronym = leaf->acronym,
                 .word = (uint32_t)at->first,
                 .words = (uint32_t)(at->next - at->first) },
        .changed = at->changed,
        .other = other
    };
    matcher->met |= !other;
    return true;
}

static bool collect(hxp_term_matcher *matcher, const hxp_term_walk *at)
{
    const hxp_trie *trie = &matcher->trie;
    const struct hxp_trie_node *node = &trie->nodes[at->node];
    for (uint32_t leaf = node[0].leaf; leaf < node[1].leaf; leaf++)
        if (!note(matcher, at, &trie->leaves[leaf]))
            return false;
    return true;
}

/** Put the walk off until others are at their end, if words may lead on. */
static bool push(hxp_term_matcher *matcher, const hxp_term_walk *at)
{
    if (!(matcher->trie.nodes[at->node].next & matcher->ahead))
        return true;
    if (!hxp_array_reserve(&matcher->walks, &matcher->walk_room,
                           matcher->walk_count + 1, sizeof *matcher->walks))
        return false;
    matcher->walks[matcher->walk_count++] = *at;
    return true;
}

/** Between two words of a term. */
typedef struct gap {
    size_t last;     /* the term's word before it */
    size_t inserted; /* words with a content of their own */
    size_t between;  /* words of any kind */
    size_t joined;   /* of those inserted, before the conjunction */
    bool described;  /* a noun, by the adjective that comes before the gap */
    bool conjunction;
    bool article;   /* behind the conjunction: what follows begins anew */
    bool anew;      /* an article behind the noun that is described */
    bool comma;     /* an article right behind it: likewise */
    bool mark;      /* the last of them is one */
    bool linked;    /* a small word stands behind what was inserted */
    bool parted;    /* and another insertion behind that: another phrase */
    bool content;   /* the term's word before them is no small one */
    bool list;      /* an infinitive stands before the conjunction */
    bool suspended; /* half a compound does: "algemene leverings- en" */
} gap;

/**
 * True when a conjunction parts the words: no inserted word can be what it
 * joins to the term's own, as in "droits civils et politiques", "öffentliches
 * und kirchliches Recht". Words without content may follow what it joins:
 * "freedom and right of", but not "an exit and the post of". An adjective
 * describes the noun behind it, not one that is joined to that, nor one of
 * another phrase: "erneuerbare Rohstoffe und Energie", "kurzfristige Helfer
 * zählen die Vermögenswerte".
 */
static bool parts(const gap *over, bool content)
{
    if (!content)
        return over->conjunction &&
               (over->inserted == 0 || (over->article && over->joined > 0));
    return over->comma || over->anew ||
           (over->conjunction &&
            (over->inserted == 0 || over->article || over->described));
}

/**
 * True when what stands in between begins another phrase, in which candidate
 * is: "le temps passé sur le lieu de travail", "de kast gezet in een ruimte".
 */
static bool is_phrase(const hxp_grammar *grammar, const gap *over,
                      const hxp_term_candidate *candidate)
{
    return over->parted || (over->linked && over->content &&
                            candidate->content && grammar->link_count > 0);
}

/**
 * True when a conjunction joins candidate to the noun that the word before
 * describes: "vaste lasten en activa". Verbs are joined otherwise: "een klacht
 * opstellen en indienen".
 */
static bool is_noun_joined(const hxp_term_matcher *matcher, const gap *over,
                           const hxp_term_candidate *candidate)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    return candidate->content && over->joined > 0 && over->content &&
           over->inserted == over->joined && !over->suspended &&
           !(over->list && candidate->verb) && grammar->link_count > 0 &&
           !grammar->capital_nouns &&
           hxp_grammar_adjectival(grammar,
                                  matcher->words.items[over->last].folded);
}

/** True when candidate counts for word i, behind what stands in between. */
static bool counts(const hxp_term_matcher *matcher, size_t i,
                   const hxp_term_candidate *candidate, const gap *over,
                   bool doing)
{
    if (matcher->strict && candidate->match > HXP_MATCH_INFLECTED)
        return false;
    if ((!doing && !candidate->verb &&
         is_phrase(&matcher->known.grammar, over, candidate)) ||
        is_noun_joined(matcher, over, candidate))
        return false;
    return !(candidate->starting && !hxp_matcher_starts(matcher, i)) &&
           !parts(over, candidate->content);
}

/** The node that candidate leads to from the one at hand; 0: none. */
static uint32_t node_behind(const hxp_trie *trie, uint32_t node,
                            const hxp_term_candidate *candidate)
{
    if (node == 0)
        return candidate->root;
    if (!(trie->nodes[node].next & hxp_word_set_of(candidate->word)))
        return 0;
    return hxp_trie_child(trie, node, candidate->word);
}

/** Take all steps that word i of the text allows. */
static bool step(hxp_term_matcher *matcher, const hxp_term_walk *from, size_t i,
                 const gap *over)
{
    const struct hxp_text_word *word = &matcher->text[i];
    for (size_t c = word->first; c < word->first + word->count; c++) {
        const hxp_term_candidate candidate = matcher->candidates.items[c];
        hxp_term_match match = (hxp_term_match)candidate.match;
        uint32_t node = node_behind(&matcher->trie, from->node, &candidate);
        if (node == 0 || !counts(matcher, i, &candidate, over, from->doing))
            continue;
        hxp_term_walk to = *from;
        to.node = node;
        to.next = i + candidate.span;
        to.changed += match != HXP_MATCH_SAME;
        to.doing |= candidate.verb;
        to.compared |=
            match != HXP_MATCH_SAME && (word->traits & HXP_TRAIT_COMPARES) != 0;
        if (over->inserted > 0 && match < HXP_MATCH_APART)
            match = HXP_MATCH_APART;
        if (to.match < match)
            to.match = match;
        if (!collect(matcher, &to) || !push(matcher, &to))
            return false;
    }
    return true;
}

/** Note word, which is for role, between two words of a term. */
static void note_between(gap *over, hxp_word_role role, const hxp_word *word)
{
    bool mark = word->kind == HXP_WORD_MARK;
    if (role == HXP_ROLE_CONJUNCTION) {
        over->conjunction = true;
        over->joined = over->inserted;
        over->linked = false;
    } else if (role == HXP_ROLE_CONTENT && !mark) {
        over->parted |= over->linked;
        over->inserted++;
    } else if (role == HXP_ROLE_FUNCTION) {
        over->linked = over->inserted > 0;
    }
    over->mark = mark && !hxp_str_is(word->folded, "\"") &&
                 !hxp_str_is(word->folded, "'") &&
                 !(hxp_str_is(word->folded, "-") && /* suspends: */
                   word[-1].end == word->start);    /* "leverings- en" */
}

/** Note word i, right before a conjunction. */
static void note_joined(const hxp_term_matcher *matcher, size_t i, gap *over)
{
    hxp_str word = matcher->words.items[i].folded;
    over->list = hxp_grammar_infinitive(&matcher->known.grammar, word);
    over->suspended = hxp_str_is(word, "-");
}

/** Note whether word i, an article or not, begins another phrase. */
static void note_beginning(const hxp_term_matcher *matcher, size_t i, gap *over)
{
    bool article = matcher->text[i].role == HXP_ROLE_ARTICLE;
    over->article |= over->conjunction && hxp_matcher_determines(matcher, i);
    over->comma |= over->mark && article;
    over->anew |= over->described && over->inserted > 0 && article;
}

/** True when the next word of a term may still follow word i. */
static bool pass(const hxp_term_matcher *matcher, size_t i, gap *over)
{
    const struct hxp_text_word *word = &matcher->text[i];
    note_beginning(matcher, i, over);
    if (word->joins || word->role == HXP_ROLE_ARTICLE ||
        (matcher->strict && word->role == HXP_ROLE_OBJECT))
        return true;
    if (matcher->strict || word->stops || ++over->between > MOST_BETWEEN)
        return false;
    if (word->role == HXP_ROLE_CONJUNCTION && over->mark)
        return false; /* ", and" begins a clause */
    if (word->role == HXP_ROLE_CONJUNCTION && i > 0)
        note_joined(matcher, i - 1, over);
    note_between(over, word->role, &matcher->words.items[i]);
    return over->inserted <= MOST_INSERTED;
}

/** True when word i is an adjective, with a noun behind it, by its capitals. */
static bool describes(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_word *word = &matcher->words.items[i];
    return matcher->known.grammar.capital_nouns &&
           i + 1 < matcher->words.count && word[1].capital &&
           matcher->text[i].role == HXP_ROLE_CONTENT &&
           (!word->capital || hxp_matcher_starts(matcher, i));
}

void hxp_matcher_know_particles(hxp_term_matcher *matcher)
{
    const hxp_term_words *known = &matcher->known;
    const hxp_word_list *list = known->grammar.phrasal;
    for (size_t i = 0; i < known->word_count; i++)
        if (hxp_word_list_has(list, known->words[i].folded))
            matcher->particles |= hxp_word_set_of((uint32_t)i);
}

/** True for an adverb, or what cannot go on with a particle as preposition. */
static bool is_after_particle(const hxp_term_matcher *matcher, size_t i)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    if (i >= matcher->words.count ||
        matcher->words.items[i].kind == HXP_WORD_MARK)
        return true;
    hxp_str word = matcher->words.items[i].folded;
    return hxp_word_list_has(grammar->behind_particles, word) ||
           (grammar->adverb.len > 0 && hxp_str_ends(word, grammar->adverb));
}

/** Note the terms that particle i ends; they cover the verb alone. */
static bool end_with(hxp_term_matcher *matcher, const hxp_term_walk *from,
                     size_t i)
{
    const struct hxp_text_word *word = &matcher->text[i];
    for (size_t c = word->first; c < word->first + word->count; c++) {
        hxp_term_walk to = *from;
        to.node = node_behind(&matcher->trie, from->node,
                              &matcher->candidates.items[c]);
        if (to.node != 0 && !collect(matcher, &to))
            return false;
    }
    return true;
}

/**
 * Look for the particle of a verb behind its object: "switch the pump off".
 * Without a determiner the object is one word: "switch pumps off".
 */
static bool walk_over_object(hxp_term_matcher *matcher,
                             const hxp_term_walk *from)
{
    const hxp_grammar *grammar = &matcher->known.grammar;
    size_t i = from->next, most = MOST_OBJECT;
    bool begun = hxp_matcher_determines(matcher, i);
    if (!begun)
        most = 1;
    for (i += begun; most > 0 && i + 1 < matcher->words.count; i++, most--) {
        if (matcher->words.items[i].kind == HXP_WORD_MARK ||
            matcher->text[i].role != HXP_ROLE_CONTENT)
            break;
        if (hxp_word_is_of(grammar->phrasal, &matcher->words, i + 1) &&
            is_after_particle(matcher, i + 2))
            return end_with(matcher, from, i + 1);
    }
    return true;
}

/** Look for the next word of the terms behind the place. */
static bool walk_on(hxp_term_matcher *matcher, const hxp_term_walk *from)
{
    size_t last = from->next - 1;
    gap over = { .last = last,
                 .described = describes(matcher, last),
                 .content = matcher->text[last].role == HXP_ROLE_CONTENT };
    hxp_word_set next = matcher->trie.nodes[from->node].next;
    for (size_t i = from->next; i < matcher->words.count; i++) {
        if ((next & matcher->text[i].set) && !over.mark &&
            !step(matcher, from, i, &over))
            return false;
        if (!pass(matcher, i, &over))
            break;
    }
    return !matcher->strict || !(next & matcher->particles) ||
           from->next != from->first + 1 || walk_over_object(matcher, from);
}

/**
 * False when nothing that is asked for begins with word i, nor a term of
 * several words that may cover what is: something behind it.
 */
static bool is_worth(const hxp_term_matcher *matcher, size_t i)
{
    const struct hxp_text_word *word = &matcher->text[i];
    return word->begins && (((word->set & matcher->wanted) &&
                             (word->concepts & matcher->about)) ||
                            (word->leads && matcher->met));
}

bool hxp_matcher_walk(hxp_term_matcher *matcher)
{
    const gap none = { .inserted = 0 };
    matcher->found_count = matcher->walk_count = 0;
    matcher->met = false;
    matcher->ahead = 0;
    for (size_t i = matcher->words.count; i-- > 0;) {
        const hxp_term_walk root = { .first = i, .next = i };
        if (is_worth(matcher, i) && !step(matcher, &root, i, &none))
            return false;
        while (matcher->walk_count > 0) {
            const hxp_term_walk at = matcher->walks[--matcher->walk_count];
            if (!walk_on(matcher, &at))
                return false;
        }
        matcher->ahead |= matcher->text[i].set;
    }
    return true;
}

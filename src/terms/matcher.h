/* matcher.h - what makes and what walks a matcher. */
#ifndef TERMS_MATCHER_H
#define TERMS_MATCHER_H

#include "terms/clean.h"
#include "terms/trie.h"
#include "terms/words.h"

#include <hexapla/terms.h>

/** A hit with what is needed to choose between hits. */
typedef struct hxp_found_term {
    hxp_term_hit hit;
    uint32_t changed; /* words that are another form than the term's */
    bool other;       /* not asked for: it may cover others */
} hxp_found_term;

/** Where a walk through the trie stands. */
typedef struct hxp_term_walk {
    uint32_t node;
    size_t first; /* word of the text that the walk began with */
    size_t next;  /* word of the text behind the last one taken */
    uint32_t changed;
    hxp_term_match match; /* the loosest step */
    bool doing;           /* a word of the term is a verb */
    bool compared;        /* a word is another degree of the term's */
} hxp_term_walk;

struct hxp_term_matcher {
    const hxp_termbase *termbase;
    const hxp_language *language;
    hxp_analyzer *analyzer; /* of texts, whose words lie close together so */
    hxp_analyzer *of_terms; /* of terms, also while words are a text's */
    hxp_term_words known;
    hxp_trie trie;
    uint32_t *rests; /* the words of terms that stand apart */
    size_t rest_count, rest_room;
    struct hxp_text_word *seen; /* by the number of the word */
    size_t seen_room;
    struct hxp_text_word *lent; /* the same, of words lent by another one */
    size_t lent_room;
    hxp_candidates candidates; /* of all words seen, then of the text */
    size_t lasting;            /* of words seen */
    bool *sought;              /* by concept: those asked for, if choosy */
    hxp_word_set *firsts;      /* by concept: words its terms begin with */
    /* The text in work. */
    bool strict;
    bool choosy;
    hxp_word_set particles; /* of phrasal verbs */
    hxp_word_set wanted;    /* words that terms asked for begin with */
    hxp_word_set about;     /* concepts asked for */
    hxp_word_set ahead;     /* words behind the one in work */
    bool met;               /* one of these was found, from the end on */
    hxp_words words;
    struct hxp_text_word *text;
    size_t text_room;
    hxp_term_walk *walks; /* those that are not at their end */
    size_t walk_count, walk_room;
    hxp_found_term *found;
    size_t found_count, found_room;
    hxp_term_hit *hits;
    size_t hit_room;
    hxp_clean_text clean;
};

/** What is known of a word seen, and with its place of one of the text. */
struct hxp_text_word {
    uint32_t first, count; /* its candidates */
    hxp_word_set set;      /* their words */
    hxp_word_set concepts; /* that terms say which begin with these */
    uint16_t traits;       /* that its lists give it */
    uint8_t role;          /* hxp_word_role */
    bool begins;           /* terms may begin with it */
    bool leads;            /* terms of several words, or it is several itself */
    bool joins; /* a hyphen or an apostrophe that touches both neighbours */
    bool stops; /* a mark that ends the clause */
    bool seen;  /* the rest is known */
};

/** True when the matcher of language is to find term. */
bool hxp_matcher_seeks(const hxp_term *term, hxp_str language);

/** True unless all of many terms begin with a capital: titles and menus. */
bool hxp_capitals_tell(const hxp_termbase *termbase, hxp_str language);

/** True when list has word i, folded; false when there is no such word. */
static inline bool hxp_word_is_of(const hxp_word_list *list,
                                  const hxp_words *words, size_t i)
{
    return i < words->count && hxp_word_list_has(list, words->items[i].folded);
}

/** True when word i is an article, "my" or the like; false beyond the end. */
static inline bool hxp_matcher_determines(const hxp_term_matcher *matcher,
                                          size_t i)
{
    return i < matcher->words.count &&
           (matcher->text[i].role == HXP_ROLE_ARTICLE ||
            hxp_word_is_of(matcher->known.grammar.determiners, &matcher->words,
                           i));
}

/** True when word i only joins the words beside it. */
bool hxp_word_joins(const hxp_words *words, size_t i);

/** Work out matcher->text for matcher->words. False when memory is out. */
bool hxp_matcher_look(hxp_term_matcher *matcher, hxp_str text);

/** Note which words of the terms are particles of phrasal verbs. */
void hxp_matcher_know_particles(hxp_term_matcher *matcher);

/** Put the terms of the text into matcher->found. False as above. */
bool hxp_matcher_walk(hxp_term_matcher *matcher);

/** True when the rest of the split term of leaf stands about word i. */
bool hxp_matcher_split(const hxp_term_matcher *matcher, size_t i,
                       const struct hxp_trie_leaf *leaf);

/** True when a sentence, or a quotation, begins with word i of the text. */
bool hxp_matcher_starts(const hxp_term_matcher *matcher, size_t i);

/**
 * True when list has words first to end, exclusive, folded, with a blank where
 * there is one: "do not", "don't".
 */
bool hxp_matcher_phrase(const hxp_word_list *list, const hxp_words *words,
                        size_t first, size_t end);

/**
 * True when hit, of the last search, is part of an idiom, but not all of it,
 * nor of several words that are an idiom or hold one: "brand" in "brand new".
 */
bool hxp_matcher_in_idiom(const hxp_term_matcher *matcher,
                          const hxp_term_hit *hit);

/**
 * True when hit is one word, and another one than its term, as a capital
 * shows: "Turkey", "turkey". Where a sentence begins it shows nothing.
 */
bool hxp_matcher_capital_differs(const hxp_term_matcher *matcher,
                                 const hxp_term_hit *hit);

/** True when hit is one word, and an adjective there: "est prêt". */
bool hxp_matcher_predicate(const hxp_term_matcher *matcher,
                           const hxp_term_hit *hit);

/**
 * True when hit is one word, and an adjective before a noun, in a language that
 * would join two nouns: "een lager toerental".
 */
bool hxp_matcher_attributive(const hxp_term_matcher *matcher,
                             const hxp_term_hit *hit);

/** True when a word with content of its own stands right behind hit. */
bool hxp_matcher_followed(const hxp_term_matcher *matcher,
                          const hxp_term_hit *hit);

/** True when an article, or the like, stands right before hit, no "higher". */
bool hxp_matcher_determined(const hxp_term_matcher *matcher,
                            const hxp_term_hit *hit);

/** True when word i of the text may be word number of terms. */
bool hxp_matcher_is(const hxp_term_matcher *matcher, size_t i, uint32_t number);

#endif

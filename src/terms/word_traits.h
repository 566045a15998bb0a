/* word_traits.h - what lists say of single words, in one table. */
#ifndef TERMS_WORD_TRAITS_H
#define TERMS_WORD_TRAITS_H

#include "base/names.h"
#include "text/language.h"

/** Bits; most words have none. */
enum {
    HXP_TRAIT_OPENS = 1,      /* the first word of an idiom */
    HXP_TRAIT_FOLLOWS = 2,    /* the second word, or mark, of one */
    HXP_TRAIT_CHANGES = 4,    /* in negations.txt or ranks.txt: "nicht-" */
    HXP_TRAIT_NUMBER = 8,     /* in numbers.txt */
    HXP_TRAIT_ADJECTIVE = 16, /* in adjectives.txt: a noun, too */
    HXP_TRAIT_CAPITAL = 32,   /* in capitals.txt: another word with one */
    HXP_TRAIT_FOREIGN = 64,   /* in foreign-words.txt */
    HXP_TRAIT_LEADS = 128,    /* the first word of a line of before-verbs.txt */
    HXP_TRAIT_COMPARES = 256  /* in comparatives.txt: "higher" */
};

/** The traits of the words of a language; all zero is none. */
typedef struct hxp_word_traits {
    hxp_names words;
    uint16_t *bits; /* by the number of the word */
    size_t room;
} hxp_word_traits;

/**
 * Read the lists of language. Fails with HXP_ENOMEM only; the caller ends with
 * hxp_word_traits_free(), also after a failure.
 */
hxp_status hxp_word_traits_read(hxp_word_traits *traits,
                                const hxp_language *language, hxp_error *error);

/** Those of the folded word. */
uint16_t hxp_word_traits_of(const hxp_word_traits *traits, hxp_str folded);

void hxp_word_traits_free(hxp_word_traits *traits);

#endif

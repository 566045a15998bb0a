/* words.h - what a language's lists say of a word, found at one look. */
#ifndef SEGMENT_WORDS_H
#define SEGMENT_WORDS_H

#include "text/language.h"

#include <hexapla/base.h>

/** The lists of locales/<tag>/ that a word may be in; locales/README.md. */
enum {
    HXP_LIST_NEVER = 1 << 0,         /* abbreviations */
    HXP_LIST_NUMBERED = 1 << 1,      /* abbreviations-numbered */
    HXP_LIST_SOMETIMES = 1 << 2,     /* abbreviations-sometimes */
    HXP_LIST_CLOSING = 1 << 3,       /* abbreviations-closing */
    HXP_LIST_STARTER = 1 << 4,       /* starters */
    HXP_LIST_PARTICLE = 1 << 5,      /* surname-particles */
    HXP_LIST_ENCLITIC = 1 << 6,      /* enclitics */
    HXP_LIST_LABEL = 1 << 7,         /* labels */
    HXP_LIST_SPEECH = 1 << 8,        /* speech-verbs */
    HXP_LIST_GOES_ON = 1 << 9,       /* continuations */
    HXP_LIST_MARKED_NAME = 1 << 10,  /* marked-names */
    HXP_LIST_VERB = 1 << 11,         /* finite-verbs */
    HXP_LIST_VERB_FORM = 1 << 12,    /* verb-forms */
    HXP_LIST_JOINS = 1 << 13,        /* conjunctions */
    HXP_LIST_RANKED = 1 << 14,       /* ranked */
    HXP_LIST_HEADING = 1 << 15,      /* headings */
    HXP_LIST_SUBORDINATES = 1 << 16, /* subordinators */
    HXP_LIST_SUBJECT = 1 << 17,      /* subject-pronouns */
    HXP_LIST_DETERMINES = 1 << 18,   /* articles, determiners */
    HXP_LIST_ARTICLE = 1 << 19,      /* articles */
    HXP_LIST_SECOND = 1 << 20,       /* the second word of entries: v. Chr */
    HXP_LIST_ANY_VERB = HXP_LIST_VERB | HXP_LIST_VERB_FORM,
    HXP_LIST_ABBREVIATION = HXP_LIST_NEVER | HXP_LIST_NUMBERED |
                            HXP_LIST_SOMETIMES | HXP_LIST_CLOSING
};

/** The words of all lists of a language; all zero is none. */
typedef struct hxp_list_words {
    struct hxp_list_word *items; /* count of them */
    size_t count;
    uint32_t *slots;      /* by hash: the number of an item from 1, 0 is free */
    size_t mask;          /* the number of slots, a power of 2, less 1 */
    uint8_t filter[8192]; /* a bit for each word; other words may share it */
} hxp_list_words;

/**
 * Gather the lists of language, which must outlive words: those of wanted, a
 * sum of the numbers above. False when memory is out.
 */
bool hxp_list_words_gather(hxp_list_words *words, const hxp_language *language,
                           unsigned wanted);

/** The lists that hold word, to the byte. */
unsigned hxp_list_words_find(const hxp_list_words *words, hxp_str word);

void hxp_list_words_free(hxp_list_words *words);

#endif

/* words.h - the words of terms, found by the forms they share. */
#ifndef TERMS_WORDS_H
#define TERMS_WORDS_H

#include "base/arena.h"
#include "terms/forms.h"
#include "terms/hash_set.h"
#include "terms/parts.h"
#include "text/fold.h"

#include <hexapla/terms.h>
#include <hexapla/text.h>

enum { HXP_BEGINNINGS = 4096 };

/** Different words, numbered from 0; made by hxp_term_words_init(). */
typedef struct hxp_term_words {
    hxp_grammar grammar;
    hxp_analyzer *analyzer; /* borrowed */
    hxp_folder folder;      /* for parts of words */
    hxp_arena work;         /* their bare forms, for one call */
    hxp_word_parts parts;   /* those met */
    hxp_arena arena;        /* owns texts that are made for terms */
    struct hxp_key *keys;
    struct hxp_key_slot *table;        /* hash table of the keys */
    size_t key_count, key_room, slots; /* slots is a power of two */
    hxp_hash_set keyed;                /* keys, in less memory than slots */
    hxp_hash_set owned;                /* keys that are words themselves */
    hxp_hash_set parted;   /* such words as they stand in compounds */
    hxp_hash_set begun;    /* what keys begin with */
    hxp_hash_set cores;    /* words without an inflection's end */
    hxp_hash_set hidden;   /* how words of opaque.txt begin */
    size_t longest_ending; /* in inflections.txt */
    struct hxp_key_use *uses;
    size_t use_count, use_room;
    struct hxp_term_word *words;
    size_t word_count, word_room;
    uint64_t beginnings[HXP_BEGINNINGS]; /* a set: how words begin */
    bool capitals_tell; /* nouns of terms from verbs and adjectives */
    bool doing;         /* some word ends as nouns of verbs do */
} hxp_term_words;

/** A word of terms that a word of a text may be. */
typedef struct hxp_term_candidate {
    uint32_t word;
    uint32_t root; /* node of the trie for terms that begin so; 0: none */
    uint8_t span;  /* words of the text that it takes */
    uint8_t match; /* hxp_term_match */
    bool content;  /* the word's role is HXP_ROLE_CONTENT */
    bool verb;     /* it is one, as far as its letters show it */
    bool starting; /* good at the start of a sentence only: else a noun */
} hxp_term_candidate;

typedef struct hxp_candidates {
    hxp_term_candidate *items;
    size_t count, room;
} hxp_candidates;

/**
 * Prepare an empty set of words of language for the words that analyzer
 * finds; both must outlive it. The caller ends with hxp_term_words_free(),
 * also after a failure.
 */
hxp_status hxp_term_words_init(hxp_term_words *known,
                               const hxp_language *language,
                               hxp_analyzer *analyzer, hxp_error *error);

/**
 * Number word, which stands as surface in a term; both live as long as known.
 * A word met before keeps its number. Words in capitals alone, and words of
 * terms that are exact, are found by their surface only. False when memory is
 * out.
 */
bool hxp_term_words_add(uint32_t *number, hxp_term_words *known,
                        const hxp_word *word, hxp_str surface, bool exact);

/**
 * Have the words that were added found, and fast, once; none may be added from
 * then on. False when memory is out.
 */
bool hxp_term_words_finish(hxp_term_words *known);

/** What word number is for. */
hxp_word_role hxp_term_words_role(const hxp_term_words *known, uint32_t number);

/** A search for what one word of a text may be. */
typedef struct hxp_word_search {
    hxp_term_words *known;
    hxp_candidates *found;
    size_t first; /* of the word's candidates in found */
} hxp_word_search;

/**
 * Append the words of terms that word, which stands as surface in a text, may
 * be, each once: by a form they share, or as part of a compound. False when
 * memory is out.
 */
bool hxp_term_words_find(const hxp_word_search *search, const hxp_word *word,
                         hxp_str surface);

/** True when a word of terms may begin as the folded word does. */
bool hxp_term_words_may_begin(const hxp_term_words *known, hxp_str folded);

/** The bytes that a form of terms may begin with of the folded word, at most.
 */
size_t hxp_term_words_begun(const hxp_term_words *known, hxp_str folded);

/**
 * True when a word of terms may be as word is, but for endings of
 * inflections.txt: else it shares no stem that counts.
 */
bool hxp_term_words_may_share(const hxp_term_words *known,
                              const hxp_word *word);

/** Which words of terms a part of a word may be, and how they match. */
typedef struct hxp_part_limits {
    hxp_term_match match; /* those found with a lower one keep it */
    size_t shortest;      /* letters */
    size_t longest;       /* 0: any number */
    bool listed;          /* shorter ones that the language lists, too */
    bool small;           /* the whole begins with a small letter: no noun */
    bool thing;           /* no verbs */
} hxp_part_limits;

/**
 * Append the words that part, folded, may be by a form they share. False when
 * memory is out.
 */
bool hxp_term_words_find_part(const hxp_word_search *search, hxp_str part,
                              const hxp_part_limits *limits);

/**
 * The same for what stands before the rest of a compound, where words are as
 * in the dictionary, or without the ending that the language drops there.
 */
bool hxp_term_words_find_own(const hxp_word_search *search, hxp_str part,
                             const hxp_part_limits *limits);

void hxp_term_words_free(hxp_term_words *known);

#endif

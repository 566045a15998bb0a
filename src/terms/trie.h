/* trie.h - the terms of a language, word by word. */
#ifndef TERMS_TRIE_H
#define TERMS_TRIE_H

#include "base/arena.h"

/** A set of words that may say that a word is in it when it is not. */
typedef uint64_t hxp_word_set;

#define HXP_ALL_WORDS UINT64_MAX

static inline hxp_word_set hxp_word_set_of(uint32_t word)
{
    return UINT64_C(1) << word % 64;
}

/** A node; its children, and its leaves, end where those of the next begin. */
struct hxp_trie_node {
    hxp_word_set next; /* the words that lead on; empty: none does */
    uint32_t child;    /* the first */
    uint32_t leaf;     /* the first */
};

/** A term that ends at a node. */
struct hxp_trie_leaf {
    uint32_t concept; /* of the termbase */
    uint32_t term;    /* of the concept */
    uint32_t rest;    /* first of the words that must stand elsewhere */
    uint8_t rest_count;
    bool acronym;    /* all the term's words are in capitals */
    bool apart;      /* the last of the rest is a verb's particle */
    bool before;     /* the rest stands before it: prepositions of the verb */
    bool object;     /* the rest is the object of the verb, before it */
    bool turned;     /* an adjective stands on the other side of its noun */
    bool number;     /* and must be a plural if that is, and only then */
    uint8_t instead; /* of hxp_instead: a word that another one says */
};

/** Which word of a term its leaf is found without. */
enum hxp_instead {
    HXP_INSTEAD_OF_NONE,
    HXP_INSTEAD_OF_ARTICLE, /* the first: "au Havre" */
    HXP_INSTEAD_OF_LAST     /* and on: by which line of pronouns-for.txt */
};

/**
 * All zero is an empty trie, to which terms are added; hxp_trie_finish() makes
 * the nodes. Node 0 is the root, where every term begins.
 */
typedef struct hxp_trie {
    struct hxp_trie_path *paths; /* terms until they are nodes */
    size_t path_count, path_room;
    hxp_arena arena;             /* owns what they point to */
    struct hxp_trie_node *nodes; /* children beside one another */
    uint32_t *words;             /* by node: which leads to it, in order */
    hxp_word_set *concepts;      /* by node: those of terms there and beyond */
    size_t node_count;
    struct hxp_trie_leaf *leaves; /* in the order of their nodes */
    size_t leaf_count;
} hxp_trie;

/**
 * Put a copy of leaf at the end of a path of count words, one at least. False
 * when memory is out.
 */
bool hxp_trie_add(hxp_trie *trie, const uint32_t *words, size_t count,
                  const struct hxp_trie_leaf *leaf);

/** Make the nodes, once, when all is added. False when memory is out. */
bool hxp_trie_finish(hxp_trie *trie);

/** The node that word leads to from node, or 0. */
uint32_t hxp_trie_child(const hxp_trie *trie, uint32_t node, uint32_t word);

void hxp_trie_free(hxp_trie *trie);

#endif

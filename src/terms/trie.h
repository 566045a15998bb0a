/* trie.h - the terms of a language, word by word. */
#ifndef TERMS_TRIE_H
#define TERMS_TRIE_H

#include <hexapla/model.h>

/** Nodes are numbered; 0 is the root, where every term begins. */
typedef struct hxp_trie {
    struct hxp_trie_edge *edges; /* hash table by node and word */
    size_t edge_count, slots;    /* slots is a power of two */
    struct hxp_trie_node *nodes;
    size_t node_count, node_room;
    struct hxp_trie_leaf *leaves;
    size_t leaf_count, leaf_room;
} hxp_trie;

/** A term that ends at a node, and the next one that does. */
struct hxp_trie_leaf {
    const hxp_concept *concept;
    const hxp_term *term;
    hxp_term_status status; /* the term's, at hand */
    bool acronym;           /* all its words are in capitals */
    bool apart;             /* the last of the rest is a verb's particle */
    uint32_t rest;          /* first of the words that must stand elsewhere */
    uint32_t rest_count;
    uint32_t next; /* for hxp_trie_leaf(); the trie's own */
};

/** A set of words that may say that a word is in it when it is not. */
typedef uint64_t hxp_word_set;

static inline hxp_word_set hxp_word_set_of(uint32_t word)
{
    return UINT64_C(1) << word % 64;
}

/** The node that word leads to from node, or 0. */
uint32_t hxp_trie_child(const hxp_trie *trie, uint32_t node, uint32_t word);

/**
 * Put a copy of leaf at the end of a path of count words, one at least. False
 * when memory is out.
 */
bool hxp_trie_add(hxp_trie *trie, const uint32_t *words, size_t count,
                  const struct hxp_trie_leaf *leaf);

/** The words that lead on from node; 0: none does. */
hxp_word_set hxp_trie_next_words(const hxp_trie *trie, uint32_t node);

/** The handle of the first leaf of node; 0: no term ends there. */
uint32_t hxp_trie_first(const hxp_trie *trie, uint32_t node);

/** The leaf of a handle that is not 0; lives until the next add. */
const struct hxp_trie_leaf *hxp_trie_leaf(const hxp_trie *trie, uint32_t leaf);

void hxp_trie_free(hxp_trie *trie);

#endif

/* srx_syntax.h - ICU's regular expressions as trees, as far as they are sets.
 */
#ifndef SEGMENT_SRX_SYNTAX_H
#define SEGMENT_SRX_SYNTAX_H

#include "base/arena.h"
#include "segment/srx_alphabet.h"

typedef enum hxp_node_kind {
    HXP_NODE_SET,    /* one character of a set */
    HXP_NODE_CAT,    /* the children one behind the other */
    HXP_NODE_ALT,    /* one of the children */
    HXP_NODE_REPEAT, /* the child, min to max times */
    HXP_NODE_ASSERT, /* nothing, at a place of some kind */
    HXP_NODE_LOOK,   /* nothing, at a place beside what fits the child */
    HXP_NODE_MAYBE   /* the child, and more that only ICU can tell */
} hxp_node_kind;

typedef enum hxp_assertion {
    HXP_AT_WORD_EDGE, /* \b */
    HXP_NOT_AT_WORD_EDGE,
    HXP_AT_LINE_START, /* ^ */
    HXP_AT_LINE_END,   /* $ */
    HXP_AT_START,      /* \A */
    HXP_AT_END,        /* \z */
    HXP_AT_LAST_LINE,  /* \Z */
    HXP_AHEAD,         /* before a character of a set: (?=a) */
    HXP_NOT_AHEAD,
    HXP_BEHIND, /* behind one: (?<=a) */
    HXP_NOT_BEHIND
} hxp_assertion;

enum { HXP_ASSERTIONS = HXP_NOT_BEHIND + 1 };

/** True for one that looks at a character of a set. */
static inline bool hxp_assertion_looks(hxp_assertion assertion)
{
    return assertion >= HXP_AHEAD;
}

enum { HXP_NO_MAXIMUM = -1 };

typedef struct hxp_syntax_node hxp_syntax_node;
struct hxp_syntax_node {
    hxp_node_kind kind;
    uint32_t set;
    hxp_assertion assertion;
    int min, max;
    hxp_syntax_node *last;     /* child; of none the node is the empty text */
    hxp_syntax_node *previous; /* sibling */
};

/**
 * Read a pattern that ICU has compiled. What cannot be told by sets alone is
 * HXP_NODE_MAYBE of something that fits at least where the pattern does; a
 * pattern that is not understood is so as a whole. *root lives in arena.
 * Fails with HXP_ENOMEM only.
 */
hxp_status hxp_syntax_read(hxp_syntax_node **root, hxp_arena *arena,
                           hxp_alphabet *alphabet, hxp_str pattern,
                           hxp_error *error);

/**
 * What looks around at an end of the whole pattern becomes part of it: where
 * patterns begin anywhere, behind, (?<=ab)c is abc; where they end anywhere,
 * not behind, a(?=bc) is abc.
 */
void hxp_syntax_settle(hxp_syntax_node *root, bool behind);

#endif

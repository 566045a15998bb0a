/* srx_nfa.h - the patterns of one side of all rules as one automaton. */
#ifndef SEGMENT_SRX_NFA_H
#define SEGMENT_SRX_NFA_H

#include "segment/srx_syntax.h"

/** No state, no number. */
#define HXP_NONE UINT32_MAX

typedef enum hxp_state_kind {
    HXP_STATE_CHAR,   /* a character of set a, then b */
    HXP_STATE_SPLIT,  /* a or b */
    HXP_STATE_ASSERT, /* b, at a place that is as assertion a says, and the set
                       * of hxp_asserted_set() */
    HXP_STATE_MAYBE,  /* b; from here on only ICU knows */
    HXP_STATE_ACCEPT  /* the pattern fits */
} hxp_state_kind;

typedef struct hxp_state {
    hxp_state_kind kind;
    uint32_t a, b;
    uint32_t pattern;
} hxp_state;

/** What a state HXP_STATE_ASSERT asks, and of which set. */
static inline hxp_assertion hxp_asserted(const hxp_state *state)
{
    return (hxp_assertion)(state->a % HXP_ASSERTIONS);
}

static inline uint32_t hxp_asserted_set(const hxp_state *state)
{
    return state->a / HXP_ASSERTIONS;
}

typedef struct hxp_nfa {
    hxp_state *states;
    size_t count, capacity;
    uint32_t *starts; /* of each pattern */
    size_t pattern_count, start_capacity;
} hxp_nfa;

/**
 * Add the pattern that comes next, of len bytes, read as root. One that would
 * take too many states for its length, as repetitions do, becomes any text,
 * perhaps. Fails with HXP_ENOMEM only.
 */
hxp_status hxp_nfa_add(hxp_nfa *nfa, const hxp_syntax_node *root, size_t len,
                       hxp_error *error);

/** True when some text could lead from the pattern's start to its end. */
hxp_status hxp_nfa_can_fit(bool *can, const hxp_nfa *nfa,
                           const hxp_alphabet *alphabet, uint32_t pattern,
                           hxp_error *error);

void hxp_nfa_free(hxp_nfa *nfa);

#endif

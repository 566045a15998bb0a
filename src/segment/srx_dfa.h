/* srx_dfa.h - an automaton made deterministic, state by state, as texts ask. */
#ifndef SEGMENT_SRX_DFA_H
#define SEGMENT_SRX_DFA_H

#include "segment/srx_closure.h"

/** What is accepted: an output of a pattern, and whether ICU must confirm. */
static inline uint32_t hxp_accepted_output(uint32_t accepted)
{
    return accepted / 2;
}

static inline bool hxp_accepted_maybe(uint32_t accepted)
{
    return accepted % 2 == 1;
}

/** A place as an automaton sees it. */
typedef struct hxp_dfa_look {
    hxp_numbers accepted; /* before it */
    uint32_t left;
    uint32_t class; /* of the character behind it */
} hxp_dfa_look;

/** What an automaton is made of; all of it must outlive it. */
typedef struct hxp_dfa_parts {
    const hxp_nfa *nfa;
    const hxp_alphabet *alphabet;
    const hxp_contexts *contexts;
    bool floating; /* patterns may begin anywhere; else at the first place */
    /** Outputs of pattern p: outputs[first[p]] up to first[p + 1]. */
    const uint32_t *outputs, *first;
    /** Tell whether a place is worth a closer look; NULL: where any is
     * accepted.
     */
    hxp_status (*worth)(bool *worth, void *judge, const hxp_dfa_look *look,
                        hxp_error *error);
    void *judge;
} hxp_dfa_parts;

/** The part of an automaton that its table of ways needs. */
typedef struct hxp_dfa {
    uint32_t *ways; /* a row a state, by class */
    uint32_t classes;
    size_t work;      /* that states made so far cost */
    size_t most_work; /* the owner sets it */
    size_t count;     /* of states; they are numbered from 0 */
    bool attention;   /* more work than that, or more memory: see below */
} hxp_dfa;

hxp_status hxp_dfa_new(hxp_dfa **out, const hxp_dfa_parts *parts,
                       hxp_error *error);

/** The state before any text, at a place with left before it. */
hxp_status hxp_dfa_start(uint32_t *state, hxp_dfa *dfa, uint32_t left,
                         hxp_error *error);

/** What stands before a place in state. */
uint32_t hxp_dfa_left(const hxp_dfa *dfa, uint32_t state);

/** Find a way that is not in the table: (state + 1) * 2, and 1 if worth it. */
hxp_status hxp_dfa_make_way(uint32_t *way, hxp_dfa *dfa, uint32_t state,
                            uint32_t class, hxp_error *error);

/**
 * Go from *state over a character of class; *worth is what parts->worth says of
 * the place before it. When dfa->attention is set then, the caller drops a
 * pattern or forgets the states.
 */
static inline hxp_status hxp_dfa_step(uint32_t *state, bool *worth,
                                      hxp_dfa *dfa, uint32_t class,
                                      hxp_error *error)
{
    uint32_t way = dfa->ways[(size_t)*state * dfa->classes + class];
    if (way == 0) {
        hxp_status status = hxp_dfa_make_way(&way, dfa, *state, class, error);
        if (status != HXP_OK)
            return status;
    }
    *state = way / 2 - 1;
    *worth = way % 2 == 1;
    return HXP_OK;
}

/**
 * What is accepted in state at a place before a character of class, which may
 * be the end of the text: by output, ascending. It lives until the next step.
 */
hxp_status hxp_dfa_accepted(hxp_numbers *accepted, hxp_dfa *dfa, uint32_t state,
                            uint32_t class, hxp_error *error);

/** True when no text can lead on from state. */
bool hxp_dfa_is_dead(const hxp_dfa *dfa, uint32_t state);

/** True when pattern can still be accepted on the way from state. */
bool hxp_dfa_is_open(const hxp_dfa *dfa, uint32_t state, uint32_t pattern);

/** Forget all states but *state, which may get another number. */
hxp_status hxp_dfa_forget(uint32_t *state, hxp_dfa *dfa, hxp_error *error);

/** The pattern that takes the largest part of state. */
uint32_t hxp_dfa_heaviest(const hxp_dfa *dfa, uint32_t state);

/** Leave a pattern out of the states that are made from now on. */
void hxp_dfa_drop(hxp_dfa *dfa, uint32_t pattern);

void hxp_dfa_free(hxp_dfa *dfa);

#endif

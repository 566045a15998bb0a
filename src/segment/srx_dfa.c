/* srx_dfa.c - an automaton made deterministic, state by state, as texts ask. */
#include "segment/srx_dfa.h"

#include "base/array.h"
#include "base/error.h"

#include <stdlib.h>
#include <string.h>

/* States are forgotten, all at once, when their tables grow beyond this. */
enum { MOST_BYTES = 64 << 20 };

/** Part of a list of numbers. */
typedef struct part {
    size_t at;
    size_t count;
} part;

/**
 * A state: states of the automaton below, those that are sure, then those
 * that only ICU can confirm, each ascending; and what stands before the place.
 */
typedef struct dfa_state {
    part members;
    size_t sure;
    uint32_t left;
} dfa_state;

typedef struct automaton {
    hxp_dfa dfa; /* first: a pointer to it is one to this */
    hxp_dfa_parts parts;
    hxp_closure below;
    bool closed; /* below.closed is that of: */
    uint32_t closed_state, closed_context;

    dfa_state *states;
    size_t state_capacity, way_capacity;
    hxp_number_list members; /* of all states */
    part *accepts; /* of each state, by context; at is one more, 0: unknown */
    size_t accept_capacity;
    hxp_number_list accepted; /* what they list */
    hxp_number_list outputs;
    uint32_t *slots; /* hash table of states: number + 1 */
    size_t slot_count;
} automaton;

/**
 * Find what a state leads to at a place of context without a character,
 * patterns that begin there left out.
 */
static bool close_over(automaton *a, uint32_t number, uint32_t context)
{
    const dfa_state *state = &a->states[number];
    size_t at = state->members.at, sure = state->sure;
    const hxp_numbers members[HXP_LAYERS] = {
        hxp_numbers_part(&a->members, at, sure),
        hxp_numbers_part(&a->members, at + sure, state->members.count - sure)
    };
    if (a->closed && a->closed_state == number && a->closed_context == context)
        return true;
    a->closed = hxp_closure_over(&a->below, members, context);
    a->closed_state = number;
    a->closed_context = context;
    return a->closed;
}

/* --- States --------------------------------------------------------------- */

static size_t slot_of(const automaton *a, const dfa_state *state)
{
    uint64_t hash = 0xCBF29CE484222325U ^ state->sure ^ state->left << 24;
    part members = state->members;
    for (size_t i = members.at; i < members.at + members.count; i++)
        hash = (hash ^ a->members.items[i]) * 0x100000001B3U;
    return (size_t)(hash ^ (hash >> 32)) & (a->slot_count - 1);
}

static bool same_state(const automaton *a, const dfa_state *x,
                       const dfa_state *y)
{
    return x->left == y->left && x->sure == y->sure &&
           x->members.count == y->members.count &&
           (x->members.count == 0 ||
            memcmp(a->members.items + x->members.at,
                   a->members.items + y->members.at,
                   x->members.count * sizeof *a->members.items) == 0);
}

/** The slot where the state is, or where it would be. */
static size_t find_slot(const automaton *a, const dfa_state *state)
{
    size_t slot = slot_of(a, state);
    while (a->slots[slot] != 0 &&
           !same_state(a, &a->states[a->slots[slot] - 1], state))
        slot = (slot + 1) & (a->slot_count - 1);
    return slot;
}

/** Make the hash table twice as large. */
static bool grow_slots(automaton *a)
{
    size_t count = a->slot_count ? 2 * a->slot_count : 256;
    uint32_t *slots = calloc(count, sizeof *slots);
    if (!slots)
        return false;
    free(a->slots);
    a->slots = slots;
    a->slot_count = count;
    for (size_t i = 0; i < a->dfa.count; i++)
        a->slots[find_slot(a, &a->states[i])] = (uint32_t)i + 1;
    return true;
}

/** Make room for one more state and its empty rows. */
static bool reserve_state(automaton *a)
{
    size_t row = a->dfa.classes, contexts = a->parts.contexts->count;
    if (!hxp_array_reserve(&a->states, &a->state_capacity, a->dfa.count + 1,
                           sizeof *a->states) ||
        !hxp_array_reserve(&a->dfa.ways, &a->way_capacity,
                           (a->dfa.count + 1) * row, sizeof *a->dfa.ways) ||
        !hxp_array_reserve(&a->accepts, &a->accept_capacity,
                           (a->dfa.count + 1) * contexts, sizeof *a->accepts))
        return false;
    memset(a->dfa.ways + a->dfa.count * row, 0, row * sizeof *a->dfa.ways);
    memset(a->accepts + a->dfa.count * contexts, 0,
           contexts * sizeof *a->accepts);
    return (a->dfa.count + 1) * 2 <= a->slot_count || grow_slots(a);
}

/** The state of what is reached, with left before it, made if need be. */
static bool intern(uint32_t *number, automaton *a, uint32_t left)
{
    const hxp_number_list *reached = a->below.reached;
    size_t sure = reached[HXP_SURE].count;
    size_t count = sure + reached[HXP_MAYBE].count;
    dfa_state state = { { a->members.count, count }, sure, left };
    for (int layer = 0; layer < HXP_LAYERS; layer++)
        if (!hxp_numbers_add(&a->members, hxp_numbers_all(&reached[layer])))
            return false;
    if (!reserve_state(a))
        return false;
    size_t slot = find_slot(a, &state);
    if (a->slots[slot] != 0) {
        a->members.count = state.members.at;
    } else {
        a->states[a->dfa.count++] = state;
        a->slots[slot] = (uint32_t)a->dfa.count;
    }
    *number = a->slots[slot] - 1;
    return true;
}

static void forget_all(automaton *a)
{
    a->dfa.count = a->members.count = a->accepted.count = 0;
    a->dfa.attention = false;
    a->closed = false;
    hxp_closure_forget(&a->below);
    memset(a->slots, 0, a->slot_count * sizeof *a->slots);
}

static bool is_full(const automaton *a)
{
    size_t bytes =
        a->dfa.count * (a->dfa.classes * sizeof *a->dfa.ways +
                        a->parts.contexts->count * sizeof *a->accepts +
                        sizeof *a->states) +
        (a->members.count + a->accepted.count) * sizeof(uint32_t) +
        hxp_closure_bytes(&a->below);
    return bytes > MOST_BYTES;
}

/* --- What others ask ------------------------------------------------------ */

/** List what patterns give, by output; of two of an output the sure stays. */
static bool list_outputs(automaton *a)
{
    const hxp_dfa_parts *parts = &a->parts;
    const hxp_number_list *accepted = &a->below.closed.accepted;
    hxp_number_list *outputs = &a->outputs;
    size_t kept = 0;
    outputs->count = 0;
    for (size_t i = 0; i < accepted->count; i++) {
        uint32_t pattern = accepted->items[i] / 2;
        uint32_t maybe = accepted->items[i] % 2;
        for (uint32_t o = parts->first[pattern]; o < parts->first[pattern + 1];
             o++)
            if (!hxp_number_add(outputs, 2 * parts->outputs[o] + maybe))
                return false;
    }
    hxp_numbers_sort(outputs);
    for (size_t i = 0; i < outputs->count; i++)
        if (kept == 0 || outputs->items[kept - 1] / 2 != outputs->items[i] / 2)
            outputs->items[kept++] = outputs->items[i];
    outputs->count = kept;
    return true;
}

/** Find what a state accepts in a context, and keep it. */
static bool find_accepted(part *accepts, automaton *a, uint32_t state,
                          uint32_t context)
{
    if (!close_over(a, state, context) ||
        !hxp_closure_accept_starts(&a->below, context) || !list_outputs(a))
        return false;
    size_t at = a->accepted.count;
    if (!hxp_numbers_add(&a->accepted, hxp_numbers_all(&a->outputs)))
        return false;
    *accepts = (part){ at + 1, a->outputs.count };
    return true;
}

/** The context of a place in state before a character of class. */
static uint32_t context_at(const automaton *a, uint32_t state, uint32_t class)
{
    return hxp_context_at(a->parts.contexts, a->states[state].left, class);
}

hxp_status hxp_dfa_accepted(hxp_numbers *accepted, hxp_dfa *dfa, uint32_t state,
                            uint32_t class, hxp_error *error)
{
    automaton *a = (automaton *)dfa;
    uint32_t context = context_at(a, state, class);
    part *accepts =
        &a->accepts[(size_t)state * a->parts.contexts->count + context];
    if (accepts->at == 0 && !find_accepted(accepts, a, state, context))
        return hxp_no_memory(error);
    *accepted = hxp_numbers_part(&a->accepted, accepts->at - 1, accepts->count);
    return HXP_OK;
}

/** Ask whether the place in state before a character of class is worth it. */
static hxp_status judge(bool *worth, automaton *a, uint32_t state,
                        uint32_t class, hxp_error *error)
{
    hxp_dfa_look look = { .left = a->states[state].left, .class = class };
    hxp_status status =
        hxp_dfa_accepted(&look.accepted, &a->dfa, state, class, error);
    *worth = look.accepted.count > 0;
    if (status != HXP_OK || !*worth || !a->parts.worth)
        return status;
    return a->parts.worth(worth, a->parts.judge, &look, error);
}

hxp_status hxp_dfa_make_way(uint32_t *way, hxp_dfa *dfa, uint32_t state,
                            uint32_t class, hxp_error *error)
{
    automaton *a = (automaton *)dfa;
    const hxp_contexts *contexts = a->parts.contexts;
    uint32_t context = context_at(a, state, class);
    uint32_t left = a->states[state].left, next;
    bool worth;
    hxp_status status = judge(&worth, a, state, class, error);
    if (status != HXP_OK)
        return status;
    left = contexts->lefts[left * contexts->classes + class];
    if (!close_over(a, state, context) ||
        !hxp_closure_cross(&a->below, context, class) ||
        !intern(&next, a, left))
        return hxp_no_memory(error);
    *way = (next + 1) * 2 + worth;
    dfa->ways[(size_t)state * dfa->classes + class] = *way;
    dfa->work = a->below.work;
    dfa->attention = is_full(a) || dfa->work > dfa->most_work;
    return HXP_OK;
}

/** Have nothing reached yet. */
static void clear_reached(automaton *a)
{
    a->below.reached[HXP_SURE].count = a->below.reached[HXP_MAYBE].count = 0;
}

hxp_status hxp_dfa_forget(uint32_t *state, hxp_dfa *dfa, hxp_error *error)
{
    automaton *a = (automaton *)dfa;
    dfa_state kept = a->states[*state];
    clear_reached(a);
    for (size_t i = 0; i < kept.members.count; i++) {
        uint32_t at = a->members.items[kept.members.at + i];
        int layer = i < kept.sure ? HXP_SURE : HXP_MAYBE;
        if (!a->below.dropped[a->parts.nfa->states[at].pattern] &&
            !hxp_number_add(&a->below.reached[layer], at))
            return hxp_no_memory(error);
    }
    forget_all(a);
    return intern(state, a, kept.left) ? HXP_OK : hxp_no_memory(error);
}

hxp_status hxp_dfa_start(uint32_t *state, hxp_dfa *dfa, uint32_t left,
                         hxp_error *error)
{
    automaton *a = (automaton *)dfa;
    const hxp_nfa *nfa = a->parts.nfa;
    const hxp_numbers starts = { nfa->starts, nfa->pattern_count };
    clear_reached(a);
    if (!a->parts.floating &&
        !hxp_numbers_add(&a->below.reached[HXP_SURE], starts))
        return hxp_no_memory(error);
    hxp_numbers_sort(&a->below.reached[HXP_SURE]);
    return intern(state, a, left) ? HXP_OK : hxp_no_memory(error);
}

uint32_t hxp_dfa_left(const hxp_dfa *dfa, uint32_t state)
{
    return ((const automaton *)dfa)->states[state].left;
}

bool hxp_dfa_is_dead(const hxp_dfa *dfa, uint32_t state)
{
    const automaton *a = (const automaton *)dfa;
    return !a->parts.floating && a->states[state].members.count == 0;
}

bool hxp_dfa_is_open(const hxp_dfa *dfa, uint32_t state, uint32_t pattern)
{
    const automaton *a = (const automaton *)dfa;
    part members = a->states[state].members;
    for (size_t i = 0; i < members.count; i++) {
        uint32_t at = a->members.items[members.at + i];
        if (a->parts.nfa->states[at].pattern == pattern)
            return true;
    }
    return false;
}

uint32_t hxp_dfa_heaviest(const hxp_dfa *dfa, uint32_t state)
{
    const automaton *a = (const automaton *)dfa;
    part members = a->states[state].members;
    uint32_t heaviest = 0, most = 0, count = 0, last = HXP_NONE;
    /* The states of a pattern have numbers in a row. */
    for (size_t i = 0; i < members.count; i++) {
        uint32_t at = a->members.items[members.at + i];
        uint32_t pattern = a->parts.nfa->states[at].pattern;
        count = pattern == last ? count + 1 : 1;
        last = pattern;
        if (count > most) {
            most = count;
            heaviest = pattern;
        }
    }
    return heaviest;
}

void hxp_dfa_drop(hxp_dfa *dfa, uint32_t pattern)
{
    automaton *a = (automaton *)dfa;
    a->below.dropped[pattern] = true;
    dfa->work = a->below.work = 0;
}

hxp_status hxp_dfa_new(hxp_dfa **out, const hxp_dfa_parts *parts,
                       hxp_error *error)
{
    automaton *a = calloc(1, sizeof *a);
    *out = NULL;
    if (!a)
        return hxp_no_memory(error);
    a->parts = *parts;
    a->dfa.classes = parts->alphabet->class_count;
    a->below.nfa = parts->nfa;
    a->below.alphabet = parts->alphabet;
    a->below.contexts = parts->contexts;
    hxp_status status = hxp_closure_init(&a->below, parts->floating, error);
    if (status == HXP_OK && !grow_slots(a))
        status = hxp_no_memory(error);
    if (status == HXP_OK)
        *out = &a->dfa;
    else
        hxp_dfa_free(&a->dfa);
    return status;
}

void hxp_dfa_free(hxp_dfa *dfa)
{
    automaton *a = (automaton *)dfa;
    if (!a)
        return;
    hxp_closure_free(&a->below);
    free(a->dfa.ways);
    free(a->states);
    free(a->members.items);
    free(a->accepts);
    free(a->accepted.items);
    free(a->outputs.items);
    free(a->slots);
    free(a);
}

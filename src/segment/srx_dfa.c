/* srx_dfa.c - an automaton made deterministic, state by state, as texts ask. */
#include "segment/srx_dfa.h"

#include "base/array.h"
#include "base/error.h"

#include <stdlib.h>
#include <string.h>

/* States are forgotten, all at once, when their tables grow beyond this. */
enum { MOST_BYTES = 64 << 20 };

/** Numbers that grow. */
typedef struct pool {
    uint32_t *items;
    size_t count, capacity;
} pool;

/** Part of a pool. */
typedef struct part {
    size_t at;
    size_t count;
} part;

/**
 * A state: states of the automaton below, those that are sure, then those
 * that only ICU can confirm; each ascending.
 */
typedef struct dfa_state {
    part members;
    size_t sure;
} dfa_state;

/** Sets of the automaton's states that a walk has seen, by layer. */
enum { SURE, MAYBE, LAYERS };

typedef struct automaton {
    hxp_dfa dfa; /* first: a pointer to it is one to this */
    hxp_dfa_parts parts;
    bool *dropped; /* by pattern */

    dfa_state *states;
    size_t state_capacity, way_capacity;
    pool members;  /* of all states */
    part *accepts; /* of each state, by context; at is one more, 0: unknown */
    size_t accept_capacity;
    pool accepted;   /* what they list */
    uint32_t *slots; /* hash table of states: number + 1 */
    size_t slot_count;

    /* a walk */
    uint32_t *seen[LAYERS]; /* by state below: the walk that saw it last */
    uint32_t walk;
    pool stack, pending;
    bool closed; /* chars and outputs are those of: */
    uint32_t closed_state, closed_context;
    pool chars[LAYERS];   /* states that wait for a character */
    pool reached[LAYERS]; /* states behind it */
    pool outputs;
} automaton;

static bool push(pool *to, uint32_t number)
{
    if (!hxp_array_reserve(&to->items, &to->capacity, to->count + 1,
                           sizeof *to->items))
        return false;
    to->items[to->count++] = number;
    return true;
}

static int number_order(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void sort(pool *numbers)
{
    if (numbers->count > 1)
        qsort(numbers->items, numbers->count, sizeof *numbers->items,
              number_order);
}

/* --- Walks over the automaton below ----------------------------------------
 */

/** Begin a walk that has seen nothing. */
static void begin_walk(automaton *a)
{
    if (++a->walk == 0) {
        for (int layer = 0; layer < LAYERS; layer++)
            memset(a->seen[layer], 0,
                   a->parts.nfa->count * sizeof *a->seen[layer]);
        a->walk = 1;
    }
}

/** True when the walk has seen the state, in this layer or a surer one. */
static bool see(automaton *a, int layer, uint32_t state)
{
    if (a->seen[SURE][state] == a->walk || a->seen[layer][state] == a->walk)
        return true;
    a->seen[layer][state] = a->walk;
    return a->dropped[a->parts.nfa->states[state].pattern];
}

/** Put all outputs of a pattern among those accepted. */
static bool accept(automaton *a, uint32_t pattern, int layer)
{
    const hxp_dfa_parts *parts = &a->parts;
    for (uint32_t i = parts->first[pattern]; i < parts->first[pattern + 1]; i++)
        if (!push(&a->outputs, parts->outputs[i] * 2 + (layer == MAYBE)))
            return false;
    return true;
}

/** Go on from one state without a character. */
static bool visit(automaton *a, int layer, uint32_t at, uint32_t context)
{
    const hxp_state *state = &a->parts.nfa->states[at];
    hxp_truth truth = HXP_TRUE;
    a->dfa.work++;
    switch (state->kind) {
    case HXP_STATE_CHAR:
        return push(&a->chars[layer], at);
    case HXP_STATE_SPLIT:
        return push(&a->stack, state->b) && push(&a->stack, state->a);
    case HXP_STATE_ACCEPT:
        return accept(a, state->pattern, layer);
    case HXP_STATE_ASSERT:
        truth = hxp_assertion_holds((hxp_assertion)state->a, a->parts.contexts,
                                    context);
        break;
    case HXP_STATE_MAYBE:
    default:
        truth = HXP_PERHAPS;
    }
    if (truth == HXP_FALSE)
        return true;
    return push(truth == HXP_PERHAPS && layer == SURE ? &a->pending : &a->stack,
                state->b);
}

static bool walk_layer(automaton *a, int layer, uint32_t context)
{
    bool room = true;
    while (room && a->stack.count > 0) {
        uint32_t at = a->stack.items[--a->stack.count];
        if (!see(a, layer, at))
            room = visit(a, layer, at, context);
    }
    return room;
}

/**
 * Find what a state leads to at a place of context without a character: what
 * waits for one in chars, what is accepted in outputs.
 */
static bool close_over(automaton *a, uint32_t number, uint32_t context)
{
    const hxp_nfa *nfa = a->parts.nfa;
    dfa_state state = a->states[number];
    bool room = true;
    if (a->closed && a->closed_state == number && a->closed_context == context)
        return true;
    a->closed = false;
    begin_walk(a);
    a->stack.count = a->pending.count = a->outputs.count = 0;
    a->chars[SURE].count = a->chars[MAYBE].count = 0;
    for (size_t i = 0; room && i < state.sure; i++)
        room = push(&a->stack, a->members.items[state.members.at + i]);
    if (a->parts.floating)
        for (size_t i = 0; room && i < nfa->pattern_count; i++)
            room = push(&a->stack, nfa->starts[i]);
    room = room && walk_layer(a, SURE, context);
    for (size_t i = state.sure; room && i < state.members.count; i++)
        room = push(&a->stack, a->members.items[state.members.at + i]);
    for (size_t i = 0; room && i < a->pending.count; i++)
        room = push(&a->stack, a->pending.items[i]);
    a->closed = room && walk_layer(a, MAYBE, context);
    a->closed_state = number;
    a->closed_context = context;
    return a->closed;
}

/** Go over a character of class from what waits in chars: to reached. */
static bool cross(automaton *a, uint32_t class)
{
    const hxp_nfa *nfa = a->parts.nfa;
    begin_walk(a);
    for (int layer = 0; layer < LAYERS; layer++) {
        pool *chars = &a->chars[layer];
        a->reached[layer].count = 0;
        a->dfa.work += chars->count;
        for (size_t i = 0; i < chars->count; i++) {
            const hxp_state *state = &nfa->states[chars->items[i]];
            if (hxp_set_has(a->parts.alphabet, state->a, class) &&
                !see(a, layer, state->b) && !push(&a->reached[layer], state->b))
                return false;
        }
        sort(&a->reached[layer]);
    }
    return true;
}

/* --- States ----------------------------------------------------------------
 */

static size_t slot_of(const automaton *a, const dfa_state *state)
{
    uint64_t hash = 0xCBF29CE484222325U ^ state->sure;
    part members = state->members;
    for (size_t i = members.at; i < members.at + members.count; i++)
        hash = (hash ^ a->members.items[i]) * 0x100000001B3U;
    return (size_t)(hash ^ (hash >> 32)) & (a->slot_count - 1);
}

static bool same_state(const automaton *a, const dfa_state *x,
                       const dfa_state *y)
{
    return x->sure == y->sure && x->members.count == y->members.count &&
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
    size_t row = a->dfa.row, contexts = a->parts.contexts->count;
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

/** The state of what is in reached, made if need be. */
static bool intern(uint32_t *number, automaton *a)
{
    dfa_state state = { { a->members.count, 0 }, a->reached[SURE].count };
    for (int layer = 0; layer < LAYERS; layer++)
        for (size_t i = 0; i < a->reached[layer].count; i++)
            if (!push(&a->members, a->reached[layer].items[i]))
                return false;
    state.members.count = a->members.count - state.members.at;
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
    memset(a->slots, 0, a->slot_count * sizeof *a->slots);
}

static bool is_full(const automaton *a)
{
    size_t bytes =
        a->dfa.count * (a->dfa.row * sizeof *a->dfa.ways +
                        a->parts.contexts->count * sizeof *a->accepts +
                        sizeof *a->states) +
        (a->members.count + a->accepted.count) * sizeof(uint32_t);
    return bytes > MOST_BYTES;
}

/* --- What others ask -------------------------------------------------------
 */

/** Sort what is accepted by output; of two of an output the sure one stays. */
static void tidy_outputs(pool *outputs)
{
    size_t kept = 0;
    sort(outputs);
    for (size_t i = 0; i < outputs->count; i++)
        if (kept == 0 || outputs->items[kept - 1] / 2 != outputs->items[i] / 2)
            outputs->items[kept++] = outputs->items[i];
    outputs->count = kept;
}

/** Keep what is in outputs as what a state accepts in a context. */
static bool keep_accepted(automaton *a, part *accepts)
{
    tidy_outputs(&a->outputs);
    accepts->at = a->accepted.count + 1;
    accepts->count = a->outputs.count;
    for (size_t i = 0; i < a->outputs.count; i++)
        if (!push(&a->accepted, a->outputs.items[i]))
            return false;
    return true;
}

static part *accepts_of(automaton *a, uint32_t state, uint32_t context)
{
    return &a->accepts[(size_t)state * a->parts.contexts->count + context];
}

hxp_status hxp_dfa_accepted(hxp_numbers *accepted, hxp_dfa *dfa, uint32_t state,
                            uint32_t context, hxp_error *error)
{
    automaton *a = (automaton *)dfa;
    part *accepts = accepts_of(a, state, context);
    if (accepts->at == 0 &&
        (!close_over(a, state, context) || !keep_accepted(a, accepts))) {
        accepts->at = 0;
        return hxp_no_memory(error);
    }
    *accepted = (hxp_numbers){ NULL, accepts->count };
    if (accepts->count > 0)
        accepted->items = a->accepted.items + (accepts->at - 1);
    return HXP_OK;
}

hxp_status hxp_dfa_make_way(uint32_t *way, hxp_dfa *dfa, uint32_t state,
                            size_t column, hxp_error *error)
{
    automaton *a = (automaton *)dfa;
    uint32_t context = (uint32_t)(column / dfa->classes);
    uint32_t class = (uint32_t)(column % dfa->classes);
    hxp_dfa_look look = { { NULL, 0 }, context, column };
    uint32_t next;
    bool worth = false;
    if (a->parts.worth) {
        hxp_status status =
            hxp_dfa_accepted(&look.accepted, dfa, state, context, error);
        if (status == HXP_OK)
            status = a->parts.worth(&worth, a->parts.judge, &look, error);
        if (status != HXP_OK)
            return status;
    }
    if (!close_over(a, state, context) || !cross(a, class))
        return hxp_no_memory(error);
    if (!intern(&next, a))
        return hxp_no_memory(error);
    *way = (next + 1) * 2 + worth;
    dfa->ways[(size_t)state * dfa->row + column] = *way;
    dfa->attention = is_full(a) || dfa->work > dfa->most_work;
    return HXP_OK;
}

hxp_status hxp_dfa_forget(uint32_t *state, hxp_dfa *dfa, hxp_error *error)
{
    automaton *a = (automaton *)dfa;
    dfa_state kept = a->states[*state];
    a->reached[SURE].count = a->reached[MAYBE].count = 0;
    for (size_t i = 0; i < kept.members.count; i++) {
        uint32_t at = a->members.items[kept.members.at + i];
        if (!a->dropped[a->parts.nfa->states[at].pattern] &&
            !push(&a->reached[i < kept.sure ? SURE : MAYBE], at))
            return hxp_no_memory(error);
    }
    forget_all(a);
    return intern(state, a) ? HXP_OK : hxp_no_memory(error);
}

hxp_status hxp_dfa_start(uint32_t *state, hxp_dfa *dfa, hxp_error *error)
{
    automaton *a = (automaton *)dfa;
    const hxp_nfa *nfa = a->parts.nfa;
    a->reached[SURE].count = a->reached[MAYBE].count = 0;
    if (!a->parts.floating)
        for (size_t i = 0; i < nfa->pattern_count; i++)
            if (!push(&a->reached[SURE], nfa->starts[i]))
                return hxp_no_memory(error);
    sort(&a->reached[SURE]);
    return intern(state, a) ? HXP_OK : hxp_no_memory(error);
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
    a->dropped[pattern] = true;
    dfa->work = 0;
}

hxp_status hxp_dfa_new(hxp_dfa **out, const hxp_dfa_parts *parts,
                       hxp_error *error)
{
    automaton *a = calloc(1, sizeof *a);
    size_t states = parts->nfa->count + 1;
    *out = NULL;
    if (!a)
        return hxp_no_memory(error);
    a->parts = *parts;
    a->dfa.classes = parts->alphabet->class_count;
    a->dfa.row = a->dfa.classes * parts->contexts->count;
    a->dropped = calloc(parts->nfa->pattern_count + 1, sizeof *a->dropped);
    a->seen[SURE] = calloc(states, sizeof *a->seen[SURE]);
    a->seen[MAYBE] = calloc(states, sizeof *a->seen[MAYBE]);
    if (!a->dropped || !a->seen[SURE] || !a->seen[MAYBE] || !grow_slots(a)) {
        hxp_dfa_free(&a->dfa);
        return hxp_no_memory(error);
    }
    *out = &a->dfa;
    return HXP_OK;
}

void hxp_dfa_free(hxp_dfa *dfa)
{
    automaton *a = (automaton *)dfa;
    if (!a)
        return;
    for (int layer = 0; layer < LAYERS; layer++) {
        free(a->seen[layer]);
        free(a->chars[layer].items);
        free(a->reached[layer].items);
    }
    free(a->dfa.ways);
    free(a->dropped);
    free(a->states);
    free(a->members.items);
    free(a->accepts);
    free(a->accepted.items);
    free(a->slots);
    free(a->stack.items);
    free(a->pending.items);
    free(a->outputs.items);
    free(a);
}

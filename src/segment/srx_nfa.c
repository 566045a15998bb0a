/* srx_nfa.c - the patterns of one side of all rules as one automaton. */
#include "segment/srx_nfa.h"

#include "base/array.h"
#include "base/error.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_OF_PATTERN = 5000, /* states, and two for each byte of it */
    MOST_OF_ALL = 1000000
};

/** A pattern being added. */
typedef struct adder {
    hxp_nfa *nfa;
    size_t limit; /* of nfa->count */
    bool full;
    bool no_memory;
} adder;

static uint32_t add(adder *a, hxp_state_kind kind, uint32_t x, uint32_t y)
{
    hxp_nfa *nfa = a->nfa;
    if (a->full || a->no_memory)
        return 0;
    if (nfa->count >= a->limit) {
        a->full = true;
        return 0;
    }
    if (!hxp_array_reserve(&nfa->states, &nfa->capacity, nfa->count + 1,
                           sizeof *nfa->states)) {
        a->no_memory = true;
        return 0;
    }
    nfa->states[nfa->count] =
        (hxp_state){ kind, x, y, (uint32_t)nfa->pattern_count };
    return (uint32_t)nfa->count++;
}

/* All of these give the state that fits node and goes on with next. Trees are
 * as deep as their reader lets them be. */
static uint32_t compile(adder *a, const hxp_syntax_node *node, uint32_t next);

/* NOLINTNEXTLINE(misc-no-recursion) */
static uint32_t compile_alt(adder *a, const hxp_syntax_node *node,
                            uint32_t next)
{
    const hxp_syntax_node *child = node->last;
    if (!child)
        return next;
    uint32_t start = compile(a, child, next);
    while ((child = child->previous) != NULL && !a->full)
        start = add(a, HXP_STATE_SPLIT, compile(a, child, next), start);
    return start;
}

/* NOLINTNEXTLINE(misc-no-recursion) */
static uint32_t compile_repeat(adder *a, const hxp_syntax_node *node,
                               uint32_t next)
{
    uint32_t end = next;
    int max = node->max;
    if (!node->last)
        return next;
    if (max == HXP_NO_MAXIMUM) {
        uint32_t loop = add(a, HXP_STATE_SPLIT, 0, next);
        uint32_t body = compile(a, node->last, loop);
        if (a->full || a->no_memory)
            return 0;
        a->nfa->states[loop].a = body;
        next = loop;
        max = node->min;
    }
    for (int i = node->min; i < max && !a->full; i++)
        next = add(a, HXP_STATE_SPLIT, compile(a, node->last, next), end);
    for (int i = 0; i < node->min && !a->full; i++) {
        uint32_t start = compile(a, node->last, next);
        if (start == next)
            break; /* nothing, however often */
        next = start;
    }
    return next;
}

/* NOLINTNEXTLINE(misc-no-recursion) */
static uint32_t compile(adder *a, const hxp_syntax_node *node, uint32_t next)
{
    if (a->full || a->no_memory)
        return 0;
    switch (node->kind) {
    case HXP_NODE_SET:
        return add(a, HXP_STATE_CHAR, node->set, next);
    case HXP_NODE_CAT:
        for (const hxp_syntax_node *child = node->last; child && !a->full;
             child = child->previous)
            next = compile(a, child, next);
        return next;
    case HXP_NODE_ALT:
        return compile_alt(a, node, next);
    case HXP_NODE_REPEAT:
        return compile_repeat(a, node, next);
    case HXP_NODE_ASSERT:
        return add(a, HXP_STATE_ASSERT,
                   (uint32_t)node->assertion + HXP_ASSERTIONS * node->set,
                   next);
    case HXP_NODE_LOOK:
        return add(a, HXP_STATE_MAYBE, 0, next);
    case HXP_NODE_MAYBE:
    default:
        return add(a, HXP_STATE_MAYBE, 0,
                   node->last ? compile(a, node->last, next) : next);
    }
}

/** Add any text, perhaps: what stands for a pattern that is too large. */
static uint32_t add_anything(adder *a)
{
    uint32_t accept = add(a, HXP_STATE_ACCEPT, 0, 0);
    uint32_t loop = add(a, HXP_STATE_SPLIT, 0, accept);
    uint32_t any = add(a, HXP_STATE_CHAR, HXP_SET_ALL, loop);
    if (!a->no_memory)
        a->nfa->states[loop].a = any;
    return add(a, HXP_STATE_MAYBE, 0, loop);
}

hxp_status hxp_nfa_add(hxp_nfa *nfa, const hxp_syntax_node *root, size_t len,
                       hxp_error *error)
{
    adder a = { nfa, nfa->count + MOST_OF_PATTERN + 2 * len, false, false };
    size_t before = nfa->count;
    if (!hxp_array_reserve(&nfa->starts, &nfa->start_capacity,
                           nfa->pattern_count + 1, sizeof *nfa->starts))
        return hxp_no_memory(error);
    if (a.limit > MOST_OF_ALL)
        a.limit = before;
    uint32_t start = compile(&a, root, add(&a, HXP_STATE_ACCEPT, 0, 0));
    if (a.full) {
        nfa->count = before;
        a.full = false;
        a.limit = SIZE_MAX;
        start = add_anything(&a);
    }
    if (a.no_memory)
        return hxp_no_memory(error);
    nfa->starts[nfa->pattern_count++] = start;
    return HXP_OK;
}

/** True when a set has a character. */
static bool has_any(const hxp_alphabet *alphabet, uint32_t set)
{
    for (uint32_t c = 0; c < alphabet->class_count; c++)
        if (hxp_set_has(alphabet, set, c))
            return true;
    return false;
}

hxp_status hxp_nfa_can_fit(bool *can, const hxp_nfa *nfa,
                           const hxp_alphabet *alphabet, uint32_t pattern,
                           hxp_error *error)
{
    size_t depth = 0;
    uint32_t *stack = calloc(2 * nfa->count + 2, sizeof *stack);
    bool *seen = calloc(nfa->count + 1, sizeof *seen);
    *can = false;
    if (!stack || !seen) {
        free(stack);
        free(seen);
        return hxp_no_memory(error);
    }
    stack[depth++] = nfa->starts[pattern];
    while (depth > 0 && !*can) {
        uint32_t at = stack[--depth];
        const hxp_state *state = &nfa->states[at];
        if (seen[at])
            continue;
        seen[at] = true;
        *can = state->kind == HXP_STATE_ACCEPT;
        if (state->kind == HXP_STATE_CHAR && !has_any(alphabet, state->a))
            continue;
        stack[depth++] = state->b;
        if (state->kind == HXP_STATE_SPLIT)
            stack[depth++] = state->a;
    }
    free(stack);
    free(seen);
    return HXP_OK;
}

void hxp_nfa_free(hxp_nfa *nfa)
{
    free(nfa->states);
    free(nfa->starts);
}

/* srx_closure.c - what states of an automaton lead to, at a place and over the
 * character behind it. */
#include "segment/srx_closure.h"

#include "base/array.h"
#include "base/error.h"

#include <stdlib.h>

/* --- Lists of numbers ----------------------------------------------------- */

bool hxp_number_add(hxp_number_list *list, uint32_t number)
{
    if (list->count == list->capacity &&
        !hxp_array_reserve(&list->items, &list->capacity, list->count + 1,
                           sizeof *list->items))
        return false;
    list->items[list->count++] = number;
    return true;
}

bool hxp_numbers_add(hxp_number_list *list, hxp_numbers numbers)
{
    if (numbers.count == 0)
        return true;
    if (!hxp_array_reserve(&list->items, &list->capacity,
                           list->count + numbers.count, sizeof *list->items))
        return false;
    memcpy(list->items + list->count, numbers.items,
           numbers.count * sizeof *list->items);
    list->count += numbers.count;
    return true;
}

static int number_order(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

void hxp_numbers_sort(hxp_number_list *list)
{
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, number_order);
}

/* --- Without a character -------------------------------------------------- */

/** Begin a walk that has seen nothing. */
static void begin_walk(hxp_closure *c)
{
    if (++c->walk == 0) {
        for (int layer = 0; layer < HXP_LAYERS; layer++)
            memset(c->seen[layer], 0, c->nfa->count * sizeof *c->seen[layer]);
        c->walk = 1;
    }
}

/** True when the walk has seen the state, in this layer or a surer one. */
static bool see(hxp_closure *c, int layer, uint32_t state)
{
    if (c->seen[HXP_SURE][state] == c->walk || c->seen[layer][state] == c->walk)
        return true;
    c->seen[layer][state] = c->walk;
    return c->dropped[c->nfa->states[state].pattern];
}

/** Go on from one state without a character. */
static bool visit(hxp_closure *c, int layer, uint32_t at, uint32_t context)
{
    const hxp_state *state = &c->nfa->states[at];
    hxp_truth truth = HXP_TRUE;
    c->work++;
    switch (state->kind) {
    case HXP_STATE_CHAR:
        return hxp_number_add(&c->closed.chars[layer], at);
    case HXP_STATE_SPLIT:
        return hxp_number_add(&c->stack, state->b) &&
               hxp_number_add(&c->stack, state->a);
    case HXP_STATE_ACCEPT:
        return hxp_number_add(&c->closed.accepted,
                              2 * state->pattern + (layer == HXP_MAYBE));
    case HXP_STATE_ASSERT:
        truth = hxp_assertion_holds(state, c->contexts, context);
        break;
    case HXP_STATE_MAYBE:
    default:
        truth = HXP_PERHAPS;
    }
    if (truth == HXP_FALSE)
        return true;
    return hxp_number_add(
        truth == HXP_PERHAPS && layer == HXP_SURE ? &c->pending : &c->stack,
        state->b);
}

static bool walk_layer(hxp_closure *c, int layer, uint32_t context)
{
    bool room = true;
    while (room && c->stack.count > 0) {
        uint32_t at = c->stack.items[--c->stack.count];
        if (!see(c, layer, at))
            room = visit(c, layer, at, context);
    }
    return room;
}

bool hxp_closure_over(hxp_closure *c, const hxp_numbers members[HXP_LAYERS],
                      uint32_t context)
{
    begin_walk(c);
    c->stack.count = c->pending.count = c->closed.accepted.count = 0;
    c->closed.chars[HXP_SURE].count = c->closed.chars[HXP_MAYBE].count = 0;
    return hxp_numbers_add(&c->stack, members[HXP_SURE]) &&
           walk_layer(c, HXP_SURE, context) &&
           hxp_numbers_add(&c->stack, members[HXP_MAYBE]) &&
           hxp_numbers_add(&c->stack, hxp_numbers_all(&c->pending)) &&
           walk_layer(c, HXP_MAYBE, context);
}

/* --- Over a character ----------------------------------------------------- */

/** Go over a character of class from states that wait for one. */
static bool cross(hxp_closure *c, int layer, hxp_numbers chars, uint32_t class)
{
    c->work += chars.count;
    for (size_t i = 0; i < chars.count; i++) {
        const hxp_state *state = &c->nfa->states[chars.items[i]];
        if (hxp_set_has(c->alphabet, state->a, class) &&
            !see(c, layer, state->b) &&
            !hxp_number_add(&c->reached[layer], state->b))
            return false;
    }
    return true;
}

/** Begin with what is reached of nothing. */
static void begin_crossing(hxp_closure *c)
{
    begin_walk(c);
    c->reached[HXP_SURE].count = c->reached[HXP_MAYBE].count = 0;
}

/* --- Patterns that begin anywhere ----------------------------------------- */

/** What patterns that begin at a place of context lead to; NULL: no memory. */
static const hxp_closed *close_starts(hxp_closure *c, uint32_t context)
{
    hxp_closed *start = &c->starts[context], now = c->closed;
    const hxp_numbers starts[HXP_LAYERS] = {
        { c->nfa->starts, c->nfa->pattern_count }, { NULL, 0 }
    };
    if (!start->known) {
        c->closed = *start;
        bool known = hxp_closure_over(c, starts, context);
        *start = c->closed;
        start->known = known;
        c->closed = now;
    }
    return start->known ? start : NULL;
}

bool hxp_closure_accept_starts(hxp_closure *c, uint32_t context)
{
    if (!c->starts)
        return true;
    const hxp_closed *start = close_starts(c, context);
    return start && hxp_numbers_add(&c->closed.accepted,
                                    hxp_numbers_all(&start->accepted));
}

/** Find what such patterns lead to over a character, if it is not known. */
static bool find_reach(hxp_closure *c, hxp_start_reach *reach, uint32_t context,
                       uint32_t class)
{
    if (reach->at > 0)
        return true;
    const hxp_closed *start = close_starts(c, context);
    size_t at = c->start_list.count;
    if (!start)
        return false;
    begin_crossing(c);
    for (int layer = 0; layer < HXP_LAYERS; layer++) {
        if (!cross(c, layer, hxp_numbers_all(&start->chars[layer]), class) ||
            !hxp_numbers_add(&c->start_list,
                             hxp_numbers_all(&c->reached[layer])))
            return false;
        reach->count[layer] = c->reached[layer].count;
    }
    reach->at = at + 1;
    return true;
}

/** Add numbers to what is reached. */
static bool reach_all(hxp_closure *c, int layer, hxp_numbers numbers)
{
    c->work += numbers.count;
    for (size_t i = 0; i < numbers.count; i++)
        if (!see(c, layer, numbers.items[i]) &&
            !hxp_number_add(&c->reached[layer], numbers.items[i]))
            return false;
    return true;
}

bool hxp_closure_cross(hxp_closure *c, uint32_t context, uint32_t class)
{
    hxp_start_reach none = { 1, { 0, 0 } }, *reach = &none;
    if (c->starts)
        reach = &c->reach[context * c->contexts->classes + class];
    if (!find_reach(c, reach, context, class))
        return false;
    size_t at = reach->at - 1;
    begin_crossing(c);
    for (int layer = 0; layer < HXP_LAYERS; layer++) {
        hxp_numbers begun =
            hxp_numbers_part(&c->start_list, at, reach->count[layer]);
        if (!cross(c, layer, hxp_numbers_all(&c->closed.chars[layer]), class) ||
            !reach_all(c, layer, begun))
            return false;
        hxp_numbers_sort(&c->reached[layer]);
        at += reach->count[layer];
    }
    return true;
}

/* --- Beginning and ending ------------------------------------------------- */

hxp_status hxp_closure_init(hxp_closure *c, bool floating, hxp_error *error)
{
    size_t states = c->nfa->count + 1, contexts = c->contexts->count;
    c->dropped = calloc(c->nfa->pattern_count + 1, sizeof *c->dropped);
    c->seen[HXP_SURE] = calloc(states, sizeof *c->seen[HXP_SURE]);
    c->seen[HXP_MAYBE] = calloc(states, sizeof *c->seen[HXP_MAYBE]);
    bool room = c->dropped && c->seen[HXP_SURE] && c->seen[HXP_MAYBE];
    if (floating) {
        c->starts = calloc(contexts, sizeof *c->starts);
        c->reach = calloc(contexts * c->contexts->classes, sizeof *c->reach);
        room = room && c->starts && c->reach;
    }
    return room ? HXP_OK : hxp_no_memory(error);
}

void hxp_closure_forget(hxp_closure *c)
{
    if (!c->starts)
        return;
    for (uint32_t i = 0; i < c->contexts->count; i++)
        c->starts[i].known = false;
    memset(c->reach, 0,
           (size_t)c->contexts->count * c->contexts->classes *
               sizeof *c->reach);
    c->start_list.count = 0;
}

size_t hxp_closure_bytes(const hxp_closure *c)
{
    return c->start_list.count * sizeof *c->start_list.items;
}

static void free_closed(hxp_closed *closed)
{
    free(closed->chars[HXP_SURE].items);
    free(closed->chars[HXP_MAYBE].items);
    free(closed->accepted.items);
}

void hxp_closure_free(hxp_closure *c)
{
    for (uint32_t i = 0; c->starts && i < c->contexts->count; i++)
        free_closed(&c->starts[i]);
    free_closed(&c->closed);
    for (int layer = 0; layer < HXP_LAYERS; layer++) {
        free(c->seen[layer]);
        free(c->reached[layer].items);
    }
    free(c->starts);
    free(c->reach);
    free(c->start_list.items);
    free(c->dropped);
    free(c->stack.items);
    free(c->pending.items);
}

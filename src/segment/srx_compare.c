/* srx_compare.c - what patterns have to do with one another, for the lint. */
#include "segment/srx_compare.h"

#include "base/error.h"
#include "base/str.h"
#include "segment/srx_dfa.h"

#include <stdlib.h>

enum { MOST_STATES = 300, WIDE = 0, NARROW = 1 };

/** One or two patterns as an automaton whose states are walked through. */
typedef struct comparison {
    hxp_alphabet *alphabet;
    hxp_nfa nfa;
    hxp_contexts contexts;
    hxp_dfa *dfa;
    uint32_t *classes; /* of those that are alike the first; then the end */
    uint32_t class_count;
    uint32_t state;         /* being looked at */
    bool sure[2], maybe[2]; /* which patterns fit there */
} comparison;

/** True when neither a state of the patterns nor a place tells two apart. */
static bool are_alike(const comparison *c, uint32_t a, uint32_t b)
{
    if (c->alphabet->flags[a] != c->alphabet->flags[b])
        return false;
    for (size_t i = 0; i < c->nfa.count; i++) {
        const hxp_state *state = &c->nfa.states[i];
        uint32_t set = state->kind == HXP_STATE_ASSERT ? hxp_asserted_set(state)
                                                       : state->a;
        if ((state->kind == HXP_STATE_CHAR ||
             state->kind == HXP_STATE_ASSERT) &&
            hxp_set_has(c->alphabet, set, a) !=
                hxp_set_has(c->alphabet, set, b))
            return false;
    }
    return true;
}

/** Find the classes to walk by: of those that are alike, one. */
static hxp_status find_classes(comparison *c, hxp_error *error)
{
    c->classes = calloc(c->alphabet->class_count + 1, sizeof *c->classes);
    if (!c->classes)
        return hxp_no_memory(error);
    for (uint32_t class = 0; class < c->alphabet->class_count; class ++) {
        uint32_t i = 0;
        while (i < c->class_count && !are_alike(c, c->classes[i], class))
            i++;
        if (i == c->class_count)
            c->classes[c->class_count++] = class;
    }
    c->classes[c->class_count++] = c->alphabet->class_count;
    return HXP_OK;
}

static hxp_status open_comparison(comparison *c, hxp_alphabet *alphabet,
                                  const hxp_str *patterns, size_t count,
                                  hxp_error *error)
{
    hxp_arena arena = { NULL };
    hxp_status status = HXP_OK;
    *c = (comparison){ .alphabet = alphabet };
    for (size_t i = 0; i < count && status == HXP_OK; i++) {
        hxp_syntax_node *root;
        status = hxp_syntax_read(&root, &arena, alphabet, patterns[i], error);
        if (status == HXP_OK)
            status = hxp_nfa_add(&c->nfa, root, patterns[i].len, error);
    }
    hxp_arena_free(&arena);
    if (status == HXP_OK)
        status = find_classes(c, error);
    if (status == HXP_OK)
        status =
            hxp_contexts_init(&c->contexts, &c->nfa, &c->nfa, alphabet, error);
    return status;
}

static hxp_status start_comparison(comparison *c, bool floating,
                                   hxp_error *error)
{
    static const uint32_t numbers[] = { 0, 1, 2 };
    const hxp_dfa_parts parts = { .nfa = &c->nfa,
                                  .alphabet = c->alphabet,
                                  .contexts = &c->contexts,
                                  .floating = floating,
                                  .outputs = numbers,
                                  .first = numbers };
    hxp_status status = hxp_dfa_new(&c->dfa, &parts, error);
    if (floating && status == HXP_OK)
        return hxp_dfa_start(&c->state, c->dfa, c->contexts.first, error);
    for (uint32_t left = 0; left < c->contexts.left_count && status == HXP_OK;
         left++)
        status = hxp_dfa_start(&c->state, c->dfa, left, error);
    c->state = 0;
    return status;
}

static void close_comparison(comparison *c)
{
    hxp_dfa_free(c->dfa);
    hxp_contexts_free(&c->contexts);
    free(c->classes);
    hxp_nfa_free(&c->nfa);
}

/** See which patterns fit in the state before a character of class. */
static hxp_status look(comparison *c, uint32_t class, hxp_error *error)
{
    hxp_numbers accepted;
    hxp_status status =
        hxp_dfa_accepted(&accepted, c->dfa, c->state, class, error);
    c->sure[WIDE] = c->sure[NARROW] = c->maybe[WIDE] = c->maybe[NARROW] = false;
    for (size_t i = 0; status == HXP_OK && i < accepted.count; i++) {
        uint32_t pattern = hxp_accepted_output(accepted.items[i]);
        c->maybe[pattern] = true;
        c->sure[pattern] = !hxp_accepted_maybe(accepted.items[i]);
    }
    return status;
}

/* --- Examples ------------------------------------------------------------- */

/** How a state was reached first. */
typedef struct origin {
    uint32_t state;
    uint32_t class;
} origin;

/** Write the characters that lead to a state, the last first, then turn. */
static bool write_way(hxp_buffer *text, const comparison *c,
                      const origin *origins, uint32_t state)
{
    uint32_t classes[MOST_STATES];
    size_t count = 0;
    for (; state != 0 && count < MOST_STATES; state = origins[state].state)
        classes[count++] = origins[state].class;
    while (count > 0) {
        char bytes[4];
        int32_t sample = c->alphabet->samples[classes[--count]];
        if (!hxp_buffer_add(text,
                            (hxp_str){ bytes, hxp_utf8_put(bytes, sample) }))
            return false;
    }
    return true;
}

/** Reach the state that a character of class leads to from the present one. */
static hxp_status reach(comparison *c, origin *origins, uint32_t class,
                        hxp_error *error)
{
    size_t before = c->dfa->count;
    uint32_t next = c->state;
    bool unused;
    if (before >= MOST_STATES || class == c->alphabet->class_count)
        return HXP_OK;
    hxp_status status = hxp_dfa_step(&next, &unused, c->dfa, class, error);
    if (status == HXP_OK && c->dfa->count > before)
        origins[before] = (origin){ c->state, class };
    return status;
}

hxp_status hxp_pattern_example(hxp_buffer *text, bool *found,
                               hxp_alphabet *alphabet, hxp_str pattern,
                               hxp_error *error)
{
    comparison c;
    origin origins[MOST_STATES + 1] = { { 0, 0 } };
    text->len = 0;
    *found = false;
    hxp_status status = open_comparison(&c, alphabet, &pattern, 1, error);
    if (status == HXP_OK)
        status = start_comparison(&c, true, error);
    for (; status == HXP_OK && !*found && c.state < c.dfa->count; c.state++) {
        for (uint32_t i = c.class_count; i > 0 && !*found; i--) {
            status = look(&c, c.classes[i - 1], error);
            *found = status == HXP_OK && c.maybe[0];
            if (*found && !write_way(text, &c, origins, c.state))
                status = hxp_no_memory(error);
            else if (status == HXP_OK && !*found)
                status = reach(&c, origins, c.classes[i - 1], error);
            if (status != HXP_OK)
                break;
        }
    }
    close_comparison(&c);
    return status;
}

/* --- Inclusion ------------------------------------------------------------ */

/** Look at a state before all that may follow; at a fault includes is false. */
static hxp_status compare_state(bool *includes, comparison *c, bool floating,
                                origin *origins, hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (uint32_t i = 0; i < c->class_count && status == HXP_OK && *includes;
         i++) {
        status = look(c, c->classes[i], error);
        if (status != HXP_OK)
            return status;
        *includes = c->sure[WIDE] || !c->maybe[NARROW];
        /* Behind a place, one that has fit has fit, whatever follows. */
        if (*includes && (floating || !c->sure[WIDE]))
            status = reach(c, origins, c->classes[i], error);
    }
    return status;
}

hxp_status hxp_pattern_includes(bool *includes, hxp_alphabet *alphabet,
                                const hxp_pattern_pair *pair, hxp_error *error)
{
    comparison c;
    origin origins[MOST_STATES + 1];
    bool floating = pair->side == HXP_SRX_BEFORE;
    const hxp_str patterns[] = { pair->wide, pair->narrow };
    hxp_status status = open_comparison(&c, alphabet, patterns, 2, error);
    if (status == HXP_OK)
        status = start_comparison(&c, floating, error);
    *includes = true;
    for (; status == HXP_OK && *includes && c.state < c.dfa->count; c.state++)
        status = compare_state(includes, &c, floating, origins, error);
    if (status == HXP_OK && c.dfa->count >= MOST_STATES)
        *includes = false;
    close_comparison(&c);
    return status;
}

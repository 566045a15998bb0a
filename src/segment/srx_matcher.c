/* srx_matcher.c - walks along a text and tells which rules may fit where. */
#include "segment/srx_matcher.h"

#include "base/array.h"
#include "base/error.h"

#include <stdlib.h>

/* Rules are given up when they make this much work, and so much more for each
 * byte of text: states of the automata, and characters looked at ahead. */
enum { WORK = 400 << 20, WORK_A_BYTE = 64 };

/* How often, at first, a look ahead asks whether it is of any use. */
enum { ASK_AFTER = 32 };

enum { BEFORE = HXP_SRX_BEFORE, AFTER = HXP_SRX_AFTER, SIDES };

struct hxp_srx_matcher {
    hxp_srx_set *set;
    const hxp_srx_told *told;
    hxp_alphabet alphabet;
    hxp_contexts contexts;
    hxp_nfa nfa[SIDES];
    hxp_dfa *dfa[SIDES];
    uint32_t *outputs[SIDES]; /* rules; patterns */
    uint32_t *first[SIDES];
    uint32_t start[SIDES][HXP_MOST_LEFTS]; /* HXP_NONE: to be asked for */

    hxp_cursor cursor;
    uint32_t state; /* before the cursor */
    size_t seen;

    uint64_t *marks; /* of patterns behind a place: the look that found them */
    uint64_t look;   /* twice its number; perhaps: one less */
    size_t looked;   /* characters, in all */
    uint32_t *candidates;
    size_t candidate_capacity;
};

/* --- Making --------------------------------------------------------------- */

static hxp_status add_patterns(hxp_srx_matcher *m, int side, hxp_arena *arena,
                               hxp_error *error)
{
    hxp_status status = HXP_OK;
    const hxp_srx_set *set = m->set;
    for (size_t i = 0; i < set->pattern_count[side] && status == HXP_OK; i++) {
        hxp_str pattern = set->patterns[side][i].pattern;
        hxp_syntax_node *root;
        status = hxp_syntax_read(&root, arena, &m->alphabet, pattern, error);
        if (status == HXP_OK) {
            hxp_syntax_settle(root, side == BEFORE);
            status = hxp_nfa_add(&m->nfa[side], root, pattern.len, error);
        }
        hxp_arena_reset(arena);
    }
    return status;
}

/** List the rules of each pattern before a place, in their order. */
static hxp_status list_rules(hxp_srx_matcher *m, hxp_error *error)
{
    const hxp_srx_set *set = m->set;
    size_t patterns = set->pattern_count[BEFORE];
    uint32_t *first = calloc(patterns + 2, sizeof *first);
    uint32_t *rules = calloc(set->count + 1, sizeof *rules);
    m->first[BEFORE] = first;
    m->outputs[BEFORE] = rules;
    if (!first || !rules)
        return hxp_no_memory(error);
    for (size_t i = 0; i < set->count; i++)
        first[set->rules[i].pattern[BEFORE] + 2]++;
    for (size_t p = 1; p <= patterns; p++)
        first[p + 1] += first[p];
    for (size_t i = 0; i < set->count; i++)
        rules[first[set->rules[i].pattern[BEFORE] + 1]++] = (uint32_t)i;
    return HXP_OK;
}

/** Behind a place, what a pattern gives is its own number. */
static hxp_status list_patterns(hxp_srx_matcher *m, hxp_error *error)
{
    size_t patterns = m->set->pattern_count[AFTER];
    m->first[AFTER] = calloc(patterns + 1, sizeof *m->first[AFTER]);
    m->outputs[AFTER] = calloc(patterns + 1, sizeof *m->outputs[AFTER]);
    m->marks = calloc(patterns + 1, sizeof *m->marks);
    if (!m->first[AFTER] || !m->outputs[AFTER] || !m->marks)
        return hxp_no_memory(error);
    for (size_t p = 0; p <= patterns; p++)
        m->first[AFTER][p] = m->outputs[AFTER][p] = (uint32_t)p;
    return HXP_OK;
}

/** The state before any text with left before it. */
static hxp_status start_of(uint32_t *state, hxp_srx_matcher *m, int side,
                           uint32_t left, hxp_error *error)
{
    uint32_t *start = &m->start[side][left];
    hxp_status status = HXP_OK;
    if (*start == HXP_NONE)
        status = hxp_dfa_start(start, m->dfa[side], left, error);
    *state = *start;
    return status;
}

/** States have new numbers. */
static void forget_starts(hxp_srx_matcher *m, int side)
{
    for (int left = 0; left < HXP_MOST_LEFTS; left++)
        m->start[side][left] = HXP_NONE;
}

static bool lists(hxp_numbers accepted, uint32_t output)
{
    for (size_t i = 0; i < accepted.count; i++)
        if (hxp_accepted_output(accepted.items[i]) == output)
            return true;
    return false;
}

/**
 * Tell whether a rule that breaks is accepted before a place and fits behind
 * it, or may do so with the character that follows.
 */
static hxp_status worth(bool *worth, void *judge, const hxp_dfa_look *look,
                        hxp_error *error)
{
    hxp_srx_matcher *m = judge;
    uint32_t state, next;
    bool unused;
    hxp_numbers at_once = { NULL, 0 };
    hxp_dfa *dfa = m->dfa[AFTER];
    hxp_status status = start_of(&state, m, AFTER, look->left, error);
    next = state;
    if (status == HXP_OK)
        status = hxp_dfa_step(&next, &unused, dfa, look->class, error);
    if (status == HXP_OK)
        status = hxp_dfa_accepted(&at_once, dfa, state, look->class, error);
    *worth = false;
    for (size_t i = 0; status == HXP_OK && i < look->accepted.count; i++) {
        uint32_t number = hxp_accepted_output(look->accepted.items[i]);
        const hxp_srx_applied *rule = &m->set->rules[number];
        uint32_t pattern = (uint32_t)rule->pattern[AFTER];
        *worth =
            *worth || (rule->breaks && (lists(at_once, pattern) ||
                                        hxp_dfa_is_open(dfa, next, pattern)));
    }
    return status;
}

static hxp_status make_dfa(hxp_srx_matcher *m, int side, hxp_error *error)
{
    hxp_dfa_parts parts = { .nfa = &m->nfa[side],
                            .alphabet = &m->alphabet,
                            .contexts = &m->contexts,
                            .floating = side == BEFORE,
                            .outputs = m->outputs[side],
                            .first = m->first[side],
                            .worth = side == BEFORE ? worth : NULL,
                            .judge = m };
    forget_starts(m, side);
    return hxp_dfa_new(&m->dfa[side], &parts, error);
}

static hxp_status build(hxp_srx_matcher *m, hxp_error *error)
{
    hxp_arena arena = { NULL };
    hxp_status status = hxp_alphabet_init(&m->alphabet, error);
    for (int side = 0; side < SIDES && status == HXP_OK; side++)
        status = add_patterns(m, side, &arena, error);
    hxp_arena_free(&arena);
    if (status == HXP_OK)
        status = hxp_alphabet_seal(&m->alphabet, error);
    if (status == HXP_OK)
        status = list_rules(m, error);
    if (status == HXP_OK)
        status = list_patterns(m, error);
    if (status == HXP_OK)
        status = hxp_contexts_init(&m->contexts, &m->nfa[BEFORE],
                                   &m->nfa[AFTER], &m->alphabet, error);
    for (int side = 0; side < SIDES && status == HXP_OK; side++)
        status = make_dfa(m, side, error);
    return status;
}

hxp_status hxp_srx_matcher_new(hxp_srx_matcher **out, hxp_srx_set *set,
                               const hxp_srx_told *told, hxp_error *error)
{
    hxp_srx_matcher *m = calloc(1, sizeof *m);
    *out = NULL;
    if (!m)
        return hxp_no_memory(error);
    m->set = set;
    m->told = told;
    hxp_status status = build(m, error);
    if (status == HXP_OK)
        *out = m;
    else
        hxp_srx_matcher_free(m);
    return status;
}

void hxp_srx_matcher_free(hxp_srx_matcher *m)
{
    if (!m)
        return;
    for (int side = 0; side < SIDES; side++) {
        hxp_dfa_free(m->dfa[side]);
        hxp_nfa_free(&m->nfa[side]);
        free(m->outputs[side]);
        free(m->first[side]);
    }
    hxp_alphabet_free(&m->alphabet);
    hxp_contexts_free(&m->contexts);
    free(m->marks);
    free(m->candidates);
    free(m);
}

/* --- Giving up ------------------------------------------------------------ */

/** Drop all rules with a pattern, and tell of them. */
static hxp_status drop_pattern(hxp_srx_matcher *m, int side, uint32_t pattern,
                               hxp_error *error)
{
    hxp_dfa_drop(m->dfa[side], pattern);
    forget_starts(m, side);
    for (size_t i = 0; i < m->set->count; i++) {
        hxp_srx_applied *rule = &m->set->rules[i];
        if (rule->pattern[side] != pattern || rule->dropped)
            continue;
        hxp_status status = hxp_srx_drop(rule, m->told, error);
        if (status != HXP_OK)
            return status;
    }
    return HXP_OK;
}

/** Keep an automaton that asks for attention within its time and memory. */
static hxp_status attend(hxp_srx_matcher *m, int side, uint32_t *state,
                         hxp_error *error)
{
    hxp_dfa *dfa = m->dfa[side];
    forget_starts(m, side);
    if (dfa->work > dfa->most_work) {
        hxp_status status =
            drop_pattern(m, side, hxp_dfa_heaviest(dfa, *state), error);
        if (status != HXP_OK)
            return status;
    }
    return hxp_dfa_forget(state, dfa, error);
}

/* --- Looking ahead -------------------------------------------------------- */

/** Mark the patterns that fit in state before a character of class. */
static hxp_status mark(hxp_srx_matcher *m, uint32_t state, uint32_t class,
                       hxp_error *error)
{
    hxp_numbers accepted = { NULL, 0 };
    hxp_status status =
        hxp_dfa_accepted(&accepted, m->dfa[AFTER], state, class, error);
    for (size_t i = 0; i < accepted.count; i++) {
        uint64_t *of = &m->marks[hxp_accepted_output(accepted.items[i])];
        uint64_t now = m->look - hxp_accepted_maybe(accepted.items[i]);
        *of = *of < now ? now : *of;
    }
    return status;
}

/** True when one of the rules still waits for what is behind the place. */
static bool any_open(const hxp_srx_matcher *m, hxp_numbers rules,
                     uint32_t state)
{
    for (size_t i = 0; i < rules.count; i++) {
        const hxp_srx_applied *rule =
            &m->set->rules[hxp_accepted_output(rules.items[i])];
        size_t pattern = rule->pattern[AFTER];
        if (!rule->dropped && m->marks[pattern] < m->look &&
            hxp_dfa_is_open(m->dfa[AFTER], state, (uint32_t)pattern))
            return true;
    }
    return false;
}

/** Drop the rules that have looked ahead more than their share. */
static hxp_status drop_open(hxp_srx_matcher *m, hxp_numbers rules,
                            uint32_t state, hxp_error *error)
{
    for (size_t i = 0; i < rules.count; i++) {
        hxp_srx_applied *rule =
            &m->set->rules[hxp_accepted_output(rules.items[i])];
        if (rule->dropped || !hxp_dfa_is_open(m->dfa[AFTER], state,
                                              (uint32_t)rule->pattern[AFTER]))
            continue;
        hxp_status status = hxp_srx_drop(rule, m->told, error);
        if (status != HXP_OK)
            return status;
    }
    return HXP_OK;
}

/** Ask whether a long look ahead goes on; rules that look too long do not. */
static hxp_status go_on(bool *on, hxp_srx_matcher *m, hxp_numbers rules,
                        uint32_t state, hxp_error *error)
{
    *on = any_open(m, rules, state);
    if (!*on || m->looked <= WORK + WORK_A_BYTE * m->seen)
        return HXP_OK;
    *on = false;
    return drop_open(m, rules, state, error);
}

/**
 * Mark the patterns that fit from the cursor on, as far as rules need; left is
 * what stands before it.
 */
static hxp_status look_ahead(hxp_srx_matcher *m, hxp_numbers rules,
                             uint32_t left, hxp_error *error)
{
    hxp_cursor cursor = m->cursor;
    hxp_dfa *dfa = m->dfa[AFTER];
    uint32_t state;
    bool on = true;
    size_t ask = ASK_AFTER;
    m->look += 2;
    hxp_status status = start_of(&state, m, AFTER, left, error);
    for (size_t i = 0; status == HXP_OK && on; i++) {
        uint32_t before = state, class = cursor.class;
        bool fits = true,
             last = hxp_cursor_at_end(&cursor) || i == HXP_SRX_REGEX_WINDOW;
        if (!last)
            status = hxp_dfa_step(&state, &fits, dfa, class, error);
        if (status == HXP_OK && fits)
            status = mark(m, before, class, error);
        if (last || status != HXP_OK)
            return status;
        if (dfa->attention)
            status = attend(m, AFTER, &state, error);
        on = !hxp_dfa_is_dead(dfa, state);
        hxp_cursor_pass(&cursor);
        if (on && i == ask && status == HXP_OK) {
            m->looked += ask;
            ask *= 2;
            status = go_on(&on, m, rules, state, error);
        }
    }
    return status;
}

/* --- Walking -------------------------------------------------------------- */

hxp_status hxp_srx_matcher_begin(hxp_srx_matcher *m, hxp_str text, size_t seen,
                                 hxp_error *error)
{
    m->cursor = hxp_cursor_begin(&m->alphabet, text);
    m->seen = seen;
    for (int side = 0; side < SIDES; side++)
        m->dfa[side]->most_work = WORK + WORK_A_BYTE * seen;
    return start_of(&m->state, m, BEFORE, m->contexts.first, error);
}

/** List those of the rules that fit before the cursor that may behind it. */
static hxp_status find_candidates(hxp_numbers *candidates, hxp_srx_matcher *m,
                                  uint32_t state, hxp_error *error)
{
    hxp_numbers rules;
    hxp_dfa *dfa = m->dfa[BEFORE];
    size_t count = 0;
    hxp_status status =
        hxp_dfa_accepted(&rules, dfa, state, m->cursor.class, error);
    if (status == HXP_OK)
        status = look_ahead(m, rules, hxp_dfa_left(dfa, state), error);
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&m->candidates, &m->candidate_capacity,
                           rules.count + 1, sizeof *m->candidates))
        return hxp_no_memory(error);
    for (size_t i = 0; i < rules.count; i++) {
        uint32_t rule = hxp_accepted_output(rules.items[i]);
        uint64_t found = m->marks[m->set->rules[rule].pattern[AFTER]];
        if (found + 1 < m->look)
            continue;
        bool maybe = found < m->look || hxp_accepted_maybe(rules.items[i]);
        m->candidates[count++] = 2 * rule + maybe;
    }
    *candidates = (hxp_numbers){ m->candidates, count };
    return HXP_OK;
}

/**
 * Move the cursor, and *state with it, to a place worth a look, to byte stop,
 * to where the automaton asks for attention, or to the end. *state is what is
 * before the place; what is behind the next character is in m->state.
 */
static hxp_status walk(uint32_t *state, hxp_srx_matcher *m, size_t stop,
                       hxp_error *error)
{
    hxp_cursor cursor = m->cursor;
    hxp_dfa *dfa = m->dfa[BEFORE];
    hxp_status status = HXP_OK;
    bool look = false;
    uint32_t next = m->state;
    while (!hxp_cursor_at_end(&cursor)) {
        *state = next;
        status = hxp_dfa_step(&next, &look, dfa, cursor.class, error);
        if (look || cursor.at == stop || dfa->attention || status != HXP_OK)
            break;
        hxp_cursor_pass(&cursor);
    }
    m->cursor = cursor;
    m->state = next;
    return status;
}

hxp_status hxp_srx_matcher_next(size_t *at, hxp_numbers *candidates,
                                hxp_srx_matcher *m, size_t stop,
                                hxp_error *error)
{
    hxp_cursor *cursor = &m->cursor;
    *candidates = (hxp_numbers){ NULL, 0 };
    for (;;) {
        uint32_t state = 0;
        hxp_status status = walk(&state, m, stop, error);
        *at = cursor->at;
        if (status != HXP_OK || hxp_cursor_at_end(cursor))
            return status;
        if (*at > 0)
            status = find_candidates(candidates, m, state, error);
        if (m->dfa[BEFORE]->attention && status == HXP_OK)
            status = attend(m, BEFORE, &m->state, error);
        hxp_cursor_pass(cursor);
        if (status != HXP_OK || candidates->count > 0 || *at == stop)
            return status;
    }
}

/* --- What the lint asks --------------------------------------------------- */

hxp_status hxp_srx_matcher_fitting(hxp_numbers *rules, hxp_srx_matcher *m,
                                   hxp_str text, hxp_error *error)
{
    hxp_cursor *cursor = &m->cursor;
    hxp_dfa *dfa = m->dfa[BEFORE];
    hxp_status status = hxp_srx_matcher_begin(m, text, 0, error);
    while (status == HXP_OK && !hxp_cursor_at_end(cursor)) {
        bool unused;
        status = hxp_dfa_step(&m->state, &unused, dfa, cursor->class, error);
        hxp_cursor_pass(cursor);
    }
    if (status == HXP_OK)
        status = hxp_dfa_accepted(rules, dfa, m->state, cursor->class, error);
    return status;
}

hxp_alphabet *hxp_srx_matcher_alphabet(hxp_srx_matcher *m)
{
    return &m->alphabet;
}

hxp_status hxp_srx_matcher_can_fit(bool *can, const hxp_srx_matcher *m,
                                   const hxp_srx_applied *rule,
                                   hxp_srx_side side, hxp_error *error)
{
    return hxp_nfa_can_fit(can, &m->nfa[side], &m->alphabet,
                           (uint32_t)rule->pattern[side], error);
}

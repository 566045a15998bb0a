/* srx_place.c - a place in a text, and what assertions ask about it. */
#include "segment/srx_place.h"

#include "base/error.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_CONTEXTS = UINT8_MAX };

/** True when an assertion looks behind, or ahead. */
static bool looks_so(const hxp_state *state, bool behind)
{
    hxp_assertion kind = hxp_asserted(state);
    return state->kind == HXP_STATE_ASSERT &&
           (behind ? kind == HXP_BEHIND || kind == HXP_NOT_BEHIND
                   : kind == HXP_AHEAD || kind == HXP_NOT_AHEAD);
}

/** The automata whose assertions look, and where. */
typedef struct lookers {
    const hxp_nfa *const *both;
    const hxp_alphabet *alphabet;
    bool behind;
} lookers;

/** True when no assertion tells two classes apart. */
static bool look_alike(const lookers *l, uint32_t a, uint32_t b)
{
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < l->both[side]->count; i++) {
            const hxp_state *state = &l->both[side]->states[i];
            uint32_t set = hxp_asserted_set(state);
            if (looks_so(state, l->behind) &&
                hxp_set_has(l->alphabet, set, a) !=
                    hxp_set_has(l->alphabet, set, b))
                return false;
        }
    }
    return true;
}

/** True when some assertion looks there at all. */
static bool any_looks(const lookers *l)
{
    for (int side = 0; side < 2; side++)
        for (size_t i = 0; i < l->both[side]->count; i++)
            if (looks_so(&l->both[side]->states[i], l->behind))
                return true;
    return false;
}

/** Find what looks tell apart; *vague when that is too much. */
static bool find_looks(hxp_looks *looks, const lookers *l, bool *vague)
{
    uint32_t classes = l->alphabet->class_count;
    looks->count = 1;
    looks->of = calloc((size_t)classes + 1, 1);
    if (!looks->of)
        return false;
    if (!any_looks(l))
        return true;
    uint32_t count = 0;
    for (uint32_t class = 0; class < classes; class ++) {
        uint32_t i = 0;
        while (i < count && !look_alike(l, looks->samples[i], class))
            i++;
        if (i == HXP_MOST_LOOKS - 1) {
            *vague = true;
            return true;
        }
        if (i == count)
            looks->samples[count++] = class;
        looks->of[class] = (uint8_t)i;
    }
    looks->of[classes] = (uint8_t)count;
    looks->samples[count] = classes;
    looks->count = count + 1;
    return true;
}

/** Have looks tell nothing apart. */
static void forget_looks(hxp_contexts *contexts)
{
    hxp_looks *const looks[] = { &contexts->ahead, &contexts->behind };
    for (int i = 0; i < 2; i++) {
        looks[i]->count = 1;
        looks[i]->step = 0;
        memset(looks[i]->of, 0, contexts->classes);
    }
}

/** Give looks their steps, if contexts have room for them. */
static void add_looks(hxp_contexts *contexts)
{
    uint32_t ahead = contexts->ahead.count, behind = contexts->behind.count;
    if (contexts->vague || contexts->count * ahead * behind > MOST_CONTEXTS ||
        HXP_LEFT_KINDS * behind > MOST_CONTEXTS) {
        contexts->vague = true;
        forget_looks(contexts);
        return;
    }
    contexts->ahead.step = contexts->count;
    contexts->count *= ahead;
    contexts->behind.step = contexts->count;
    contexts->count *= behind;
}

/** Find which sides of a place the assertions in use ask about. */
static void find_steps(hxp_contexts *contexts, const hxp_nfa *const both[2])
{
    bool edge = false, left = false, right = false;
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < both[side]->count; i++) {
            const hxp_state *state = &both[side]->states[i];
            hxp_assertion kind = hxp_asserted(state);
            if (state->kind != HXP_STATE_ASSERT || hxp_assertion_looks(kind))
                continue;
            bool is_edge =
                kind == HXP_AT_WORD_EDGE || kind == HXP_NOT_AT_WORD_EDGE;
            bool is_left = kind == HXP_AT_LINE_START || kind == HXP_AT_START;
            edge = edge || is_edge;
            left = left || is_left;
            right = right || (!is_edge && !is_left);
        }
    }
    contexts->count = 1;
    if (edge) {
        contexts->edge_step = 1;
        contexts->count = 2;
    }
    if (left) {
        contexts->left_step = contexts->count;
        contexts->count *= HXP_SIDE_KINDS;
    }
    if (right) {
        contexts->right_step = contexts->count;
        contexts->count *= HXP_SIDE_KINDS;
    }
}

/** The context of a place between left and a character of class. */
static uint32_t context_of(const hxp_contexts *contexts,
                           const hxp_alphabet *alphabet, uint32_t left,
                           uint32_t class)
{
    bool at_end = class == alphabet->class_count;
    uint32_t behind = left / HXP_LEFT_KINDS;
    left %= HXP_LEFT_KINDS;
    uint8_t flags = at_end ? 0 : alphabet->flags[class];
    bool word_before = left & HXP_LEFT_WORD;
    bool edge = !(flags & HXP_CLASS_EXTEND) &&
                ((flags & HXP_CLASS_WORD) != 0) != word_before;
    hxp_side_kind right =
        flags & HXP_CLASS_NEWLINE ? HXP_SIDE_NEWLINE : HXP_SIDE_OTHER;
    return (edge ? contexts->edge_step : 0) + left / 2 * contexts->left_step +
           (uint32_t)(at_end ? HXP_SIDE_NOTHING : right) *
               contexts->right_step +
           contexts->ahead.of[class] * contexts->ahead.step +
           behind * contexts->behind.step;
}

/** The first of the lefts that the assertions in use take for the same. */
static uint32_t same_left(const hxp_contexts *contexts, uint32_t left)
{
    uint32_t behind = left / HXP_LEFT_KINDS;
    left %= HXP_LEFT_KINDS;
    uint32_t kind = contexts->left_step ? left / 2 : HXP_SIDE_OTHER;
    return 2 * kind + (contexts->edge_step ? left & HXP_LEFT_WORD : 0) +
           HXP_LEFT_KINDS * behind;
}

/** What stands before the next place when a character of class is passed. */
static uint32_t left_behind(const hxp_contexts *contexts, uint32_t left,
                            uint32_t class)
{
    uint8_t flags = contexts->alphabet->flags[class];
    uint32_t word = flags & HXP_CLASS_WORD ? HXP_LEFT_WORD : 0;
    if (flags & HXP_CLASS_EXTEND)
        word = left & HXP_LEFT_WORD;
    return word +
           2 * (uint32_t)(flags & HXP_CLASS_NEWLINE ? HXP_SIDE_NEWLINE
                                                    : HXP_SIDE_OTHER) +
           HXP_LEFT_KINDS * contexts->behind.of[class];
}

/** Fill the tables of contexts and lefts. */
static void fill_tables(hxp_contexts *contexts)
{
    const hxp_alphabet *alphabet = contexts->alphabet;
    uint32_t classes = contexts->classes;
    for (uint32_t left = 0; left < contexts->left_count; left++) {
        for (uint32_t class = 0; class < classes; class ++) {
            size_t at = left * (size_t)classes + class;
            contexts->contexts[at] =
                (uint8_t)context_of(contexts, alphabet, left, class);
            if (class < alphabet->class_count)
                contexts->lefts[at] = (uint8_t)same_left(
                    contexts, left_behind(contexts, left, class));
        }
    }
}

hxp_status hxp_contexts_init(hxp_contexts *contexts, const hxp_nfa *before,
                             const hxp_nfa *after, const hxp_alphabet *alphabet,
                             hxp_error *error)
{
    const hxp_nfa *const both[] = { before, after };
    const lookers ahead = { both, alphabet, false };
    const lookers behind = { both, alphabet, true };
    uint32_t classes = alphabet->class_count + 1;
    *contexts = (hxp_contexts){ .alphabet = alphabet, .classes = classes };
    if (!find_looks(&contexts->ahead, &ahead, &contexts->vague) ||
        !find_looks(&contexts->behind, &behind, &contexts->vague))
        return hxp_no_memory(error);
    find_steps(contexts, both);
    add_looks(contexts);
    contexts->left_count = HXP_LEFT_KINDS * contexts->behind.count;
    uint32_t nothing = HXP_LEFT_KINDS * (contexts->behind.count - 1);
    contexts->first =
        (uint8_t)same_left(contexts, 2 * HXP_SIDE_NOTHING + nothing);
    size_t size = contexts->left_count * (size_t)classes;
    contexts->contexts = calloc(size, sizeof *contexts->contexts);
    contexts->lefts = calloc(size, sizeof *contexts->lefts);
    if (!contexts->contexts || !contexts->lefts)
        return hxp_no_memory(error);
    fill_tables(contexts);
    return HXP_OK;
}

void hxp_contexts_free(hxp_contexts *contexts)
{
    free(contexts->contexts);
    free(contexts->lefts);
    free(contexts->ahead.of);
    free(contexts->behind.of);
}

/** A place beside a line break: CR LF and the last one are ICU's to judge. */
static hxp_truth beside(hxp_side_kind kind)
{
    if (kind == HXP_SIDE_NOTHING)
        return HXP_TRUE;
    return kind == HXP_SIDE_NEWLINE ? HXP_PERHAPS : HXP_FALSE;
}

/** What the context says of a side. */
static hxp_side_kind side_of(uint32_t step, uint32_t context)
{
    return step ? (hxp_side_kind)(context / step % HXP_SIDE_KINDS)
                : HXP_SIDE_OTHER;
}

/** What an assertion that looks finds on its side. */
static hxp_truth look(const hxp_state *assertion, const hxp_contexts *contexts,
                      uint32_t context)
{
    hxp_assertion kind = hxp_asserted(assertion);
    bool ahead = kind == HXP_AHEAD || kind == HXP_NOT_AHEAD;
    const hxp_looks *looks = ahead ? &contexts->ahead : &contexts->behind;
    if (contexts->vague)
        return HXP_PERHAPS;
    uint32_t class = looks->samples[context / looks->step % looks->count];
    bool has =
        class < contexts->alphabet->class_count &&
        hxp_set_has(contexts->alphabet, hxp_asserted_set(assertion), class);
    return has == (kind == HXP_AHEAD || kind == HXP_BEHIND) ? HXP_TRUE
                                                            : HXP_FALSE;
}

hxp_truth hxp_assertion_holds(const hxp_state *assertion,
                              const hxp_contexts *contexts, uint32_t context)
{
    bool edge = contexts->edge_step && context % 2 == 1;
    hxp_side_kind left = side_of(contexts->left_step, context);
    hxp_side_kind right = side_of(contexts->right_step, context);
    switch (hxp_asserted(assertion)) {
    case HXP_AT_WORD_EDGE:
        return edge ? HXP_TRUE : HXP_FALSE;
    case HXP_NOT_AT_WORD_EDGE:
        return edge ? HXP_FALSE : HXP_TRUE;
    case HXP_AT_LINE_START:
        return beside(left);
    case HXP_AT_LINE_END:
    case HXP_AT_LAST_LINE:
        return beside(right);
    case HXP_AT_START:
        return left == HXP_SIDE_NOTHING ? HXP_TRUE : HXP_FALSE;
    case HXP_AHEAD:
    case HXP_NOT_AHEAD:
    case HXP_BEHIND:
    case HXP_NOT_BEHIND:
        return look(assertion, contexts, context);
    case HXP_AT_END:
    default:
        return right == HXP_SIDE_NOTHING ? HXP_TRUE : HXP_FALSE;
    }
}

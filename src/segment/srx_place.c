/* srx_place.c - a place in a text, and what assertions ask about it. */
#include "segment/srx_place.h"

#include "base/error.h"

#include <stdlib.h>

/** Find which sides of a place the assertions in use ask about. */
static void find_steps(hxp_contexts *contexts, const hxp_nfa *const both[2])
{
    bool edge = false, left = false, right = false;
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < both[side]->count; i++) {
            const hxp_state *state = &both[side]->states[i];
            if (state->kind != HXP_STATE_ASSERT)
                continue;
            bool is_edge = state->a == HXP_AT_WORD_EDGE ||
                           state->a == HXP_NOT_AT_WORD_EDGE;
            bool is_left =
                state->a == HXP_AT_LINE_START || state->a == HXP_AT_START;
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
    uint8_t flags = at_end ? 0 : alphabet->flags[class];
    bool word_before = left & HXP_LEFT_WORD;
    bool edge = !(flags & HXP_CLASS_EXTEND) &&
                ((flags & HXP_CLASS_WORD) != 0) != word_before;
    hxp_side_kind right =
        flags & HXP_CLASS_NEWLINE ? HXP_SIDE_NEWLINE : HXP_SIDE_OTHER;
    return (edge ? contexts->edge_step : 0) + left / 2 * contexts->left_step +
           (uint32_t)(at_end ? HXP_SIDE_NOTHING : right) * contexts->right_step;
}

/** The first of the lefts that the assertions in use take for the same. */
static uint32_t same_left(const hxp_contexts *contexts, uint32_t left)
{
    uint32_t kind = contexts->left_step ? left / 2 : HXP_SIDE_OTHER;
    return 2 * kind + (contexts->edge_step ? left & HXP_LEFT_WORD : 0);
}

/** What stands before the next place when a character of class is passed. */
static uint32_t left_behind(const hxp_alphabet *alphabet, uint32_t left,
                            uint32_t class)
{
    uint8_t flags = alphabet->flags[class];
    uint32_t word = flags & HXP_CLASS_WORD ? HXP_LEFT_WORD : 0;
    if (flags & HXP_CLASS_EXTEND)
        word = left & HXP_LEFT_WORD;
    return word + 2 * (uint32_t)(flags & HXP_CLASS_NEWLINE ? HXP_SIDE_NEWLINE
                                                           : HXP_SIDE_OTHER);
}

hxp_status hxp_contexts_init(hxp_contexts *contexts, const hxp_nfa *before,
                             const hxp_nfa *after, const hxp_alphabet *alphabet,
                             hxp_error *error)
{
    const hxp_nfa *const both[] = { before, after };
    uint32_t classes = alphabet->class_count + 1;
    size_t size = HXP_LEFTS * (size_t)classes;
    *contexts = (hxp_contexts){ .classes = classes };
    find_steps(contexts, both);
    contexts->first = (uint8_t)same_left(contexts, 2 * HXP_SIDE_NOTHING);
    contexts->contexts = calloc(size, sizeof *contexts->contexts);
    contexts->lefts = calloc(size, sizeof *contexts->lefts);
    if (!contexts->contexts || !contexts->lefts)
        return hxp_no_memory(error);
    for (uint32_t left = 0; left < HXP_LEFTS; left++) {
        for (uint32_t class = 0; class < classes; class ++) {
            size_t at = left * (size_t)classes + class;
            contexts->contexts[at] =
                (uint8_t)context_of(contexts, alphabet, left, class);
            if (class < alphabet->class_count)
                contexts->lefts[at] = (uint8_t)same_left(
                    contexts, left_behind(alphabet, left, class));
        }
    }
    return HXP_OK;
}

void hxp_contexts_free(hxp_contexts *contexts)
{
    free(contexts->contexts);
    free(contexts->lefts);
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

hxp_truth hxp_assertion_holds(hxp_assertion assertion,
                              const hxp_contexts *contexts, uint32_t context)
{
    bool edge = contexts->edge_step && context % 2 == 1;
    hxp_side_kind left = side_of(contexts->left_step, context);
    hxp_side_kind right = side_of(contexts->right_step, context);
    switch (assertion) {
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
    case HXP_AT_END:
    default:
        return right == HXP_SIDE_NOTHING ? HXP_TRUE : HXP_FALSE;
    }
}

/* srx_closure.h - what states of an automaton lead to, at a place and over the
 * character behind it. */
#ifndef SEGMENT_SRX_CLOSURE_H
#define SEGMENT_SRX_CLOSURE_H

#include "segment/srx_place.h"

/** A list of numbers within something else. */
typedef struct hxp_numbers {
    const uint32_t *items;
    size_t count;
} hxp_numbers;

/** Numbers that grow. */
typedef struct hxp_number_list {
    uint32_t *items;
    size_t count, capacity;
} hxp_number_list;

/** Append a number. False when memory is out. */
bool hxp_number_add(hxp_number_list *list, uint32_t number);

/** Append numbers, which are not the list's own. False when memory is out. */
bool hxp_numbers_add(hxp_number_list *list, hxp_numbers numbers);

void hxp_numbers_sort(hxp_number_list *list);

/** Count numbers of the list, from one on; they live until it grows. */
static inline hxp_numbers hxp_numbers_part(const hxp_number_list *list,
                                           size_t from, size_t count)
{
    return (hxp_numbers){ count > 0 ? list->items + from : NULL, count };
}

static inline hxp_numbers hxp_numbers_all(const hxp_number_list *list)
{
    return hxp_numbers_part(list, 0, list->count);
}

/** What is reached for sure, and what only ICU can confirm. */
enum { HXP_SURE, HXP_MAYBE, HXP_LAYERS };

/** What states lead to without a character. */
typedef struct hxp_closed {
    bool known;
    hxp_number_list chars[HXP_LAYERS]; /* states that wait for a character */
    hxp_number_list accepted;          /* 2 * pattern, and 1 for perhaps */
} hxp_closed;

/** What the starts of all patterns lead to over a character: part of a list. */
typedef struct hxp_start_reach {
    size_t at; /* one more; 0: not known */
    size_t count[HXP_LAYERS];
} hxp_start_reach;

/** What is asked about an automaton, and the answers. */
typedef struct hxp_closure {
    const hxp_nfa *nfa;
    const hxp_alphabet *alphabet;
    const hxp_contexts *contexts;
    bool *dropped; /* by pattern: these are left out */
    size_t work;   /* done so far, in states looked at */

    hxp_closed closed;
    hxp_number_list reached[HXP_LAYERS]; /* behind a character, ascending */

    hxp_closed *starts;         /* by context; NULL: patterns do not float */
    hxp_start_reach *reach;     /* by context and class */
    hxp_number_list start_list; /* what reach points into */

    uint32_t *seen[HXP_LAYERS]; /* by state: the walk that saw it last */
    uint32_t walk;
    hxp_number_list stack, pending;
} hxp_closure;

/**
 * Begin; nfa, alphabet and contexts are set and outlive it. Floating patterns
 * may begin at every place.
 */
hxp_status hxp_closure_init(hxp_closure *closure, bool floating,
                            hxp_error *error);

/**
 * Find what members, by layer, lead to at a place of context: what is in
 * closed. False when memory is out, as below.
 */
bool hxp_closure_over(hxp_closure *closure,
                      const hxp_numbers members[HXP_LAYERS], uint32_t context);

/** Add to closed.accepted what patterns that begin at such a place accept. */
bool hxp_closure_accept_starts(hxp_closure *closure, uint32_t context);

/**
 * Go on over a character of class from what is in closed, and from patterns
 * that begin at the place, which is of context: to reached.
 */
bool hxp_closure_cross(hxp_closure *closure, uint32_t context, uint32_t class);

/** Forget what is known of starts: patterns were dropped, or memory is short.
 */
void hxp_closure_forget(hxp_closure *closure);

/** What is known of starts, in bytes. */
size_t hxp_closure_bytes(const hxp_closure *closure);

void hxp_closure_free(hxp_closure *closure);

#endif

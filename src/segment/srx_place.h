/* srx_place.h - a place in a text, and what assertions ask about it. */
#ifndef SEGMENT_SRX_PLACE_H
#define SEGMENT_SRX_PLACE_H

#include "segment/srx_nfa.h"
#include "text/utf8.h"

/** What stands on one side of a place. */
typedef enum hxp_side_kind {
    HXP_SIDE_OTHER,
    HXP_SIDE_NEWLINE,
    HXP_SIDE_NOTHING, /* the text begins or ends */
    HXP_SIDE_KINDS
} hxp_side_kind;

/**
 * What stands before a place: a kind of side, whether a word ends it, and the
 * look behind (below).
 */
enum { HXP_LEFT_WORD = 1, HXP_LEFT_KINDS = 2 * HXP_SIDE_KINDS };

/** The most that looks tell apart on a side, with nothing at all. */
enum { HXP_MOST_LOOKS = 32, HXP_MOST_LEFTS = HXP_LEFT_KINDS * HXP_MOST_LOOKS };

/**
 * Characters on one side of a place as the assertions that look there tell them
 * apart; the last of the looks is that there is none.
 */
typedef struct hxp_looks {
    uint32_t step, count;
    uint8_t *of; /* each class, the last is the end of the text */
    uint32_t samples[HXP_MOST_LOOKS]; /* a class of each */
} hxp_looks;

/**
 * How a place becomes a number, its context: only what the assertions in use
 * tell apart does. A step of 0 is for what none asks about. The tables have,
 * for each left and the class behind (the last: the text ends), the context of
 * the place between them, and the left of the place behind that character.
 * Lefts that no assertion tells apart are one.
 */
typedef struct hxp_contexts {
    const hxp_alphabet *alphabet;
    uint32_t edge_step, left_step, right_step;
    hxp_looks ahead, behind;
    bool vague; /* looks tell too much apart: ICU must look */
    uint32_t count, left_count;
    uint32_t classes; /* with the last */
    uint8_t *contexts, *lefts;
    uint8_t first; /* the left of the start of the text */
} hxp_contexts;

/** A place that moves along a text. */
typedef struct hxp_cursor {
    const hxp_alphabet *alphabet;
    hxp_str text;
    size_t at;
    size_t next;    /* behind the character that follows */
    uint32_t class; /* of that character, alphabet->class_count at the end */
} hxp_cursor;

/** The contexts that the assertions of some automata need; alphabet outlives
 * them. */
hxp_status hxp_contexts_init(hxp_contexts *contexts, const hxp_nfa *before,
                             const hxp_nfa *after, const hxp_alphabet *alphabet,
                             hxp_error *error);

void hxp_contexts_free(hxp_contexts *contexts);

/** How an assertion fares in a context. */
typedef enum hxp_truth { HXP_FALSE, HXP_TRUE, HXP_PERHAPS } hxp_truth;
hxp_truth hxp_assertion_holds(const hxp_state *assertion,
                              const hxp_contexts *contexts, uint32_t context);

/** The context of a place between left and a character of class. */
static inline uint32_t hxp_context_at(const hxp_contexts *contexts,
                                      uint32_t left, uint32_t class)
{
    return contexts->contexts[left * contexts->classes + class];
}

/** Look at the character that follows the place. */
static inline void hxp_cursor_look(hxp_cursor *cursor)
{
    const hxp_alphabet *alphabet = cursor->alphabet;
    size_t at = cursor->at;
    cursor->class = alphabet->class_count;
    if (at >= cursor->text.len)
        return;
    unsigned char byte = (unsigned char)cursor->text.ptr[at];
    cursor->next = at + 1;
    if (byte < 0x80)
        cursor->class = alphabet->blocks[alphabet->block_of[0] + byte];
    else
        cursor->class =
            hxp_class_of(alphabet, hxp_utf8_next(cursor->text, &at));
    if (byte >= 0x80)
        cursor->next = at;
}

/** Begin before the first character of text. */
static inline hxp_cursor hxp_cursor_begin(const hxp_alphabet *alphabet,
                                          hxp_str text)
{
    hxp_cursor cursor = { .alphabet = alphabet, .text = text };
    hxp_cursor_look(&cursor);
    return cursor;
}

static inline bool hxp_cursor_at_end(const hxp_cursor *cursor)
{
    return cursor->at >= cursor->text.len;
}

/** Pass over the next character; there must be one. */
static inline void hxp_cursor_pass(hxp_cursor *cursor)
{
    cursor->at = cursor->next;
    hxp_cursor_look(cursor);
}

#endif

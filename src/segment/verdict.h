/* verdict.h - a decision at a stop, and those who make it. */
#ifndef SEGMENT_VERDICT_H
#define SEGMENT_VERDICT_H

#include "segment/context.h"

/** Break or not, and why. */
typedef struct hxp_verdict {
    bool breaks;
    hxp_segment_rule rule;
} hxp_verdict;

static inline hxp_verdict hxp_yes(hxp_segment_rule rule)
{
    return (hxp_verdict){ true, rule };
}

static inline hxp_verdict hxp_no(hxp_segment_rule rule)
{
    return (hxp_verdict){ false, rule };
}

/** True when the words around the stop tell that a clause begins behind it. */
bool hxp_clause_begins(const hxp_stop *stop);

/** True when a finite verb follows the next word in its clause. */
bool hxp_verb_follows(const hxp_stop *stop);

/** True when the next words are a name that begins small, and a verb: "de
 * Gaulle was". */
bool hxp_small_name_begins(const hxp_stop *stop);

/** True when the next word is a name in small letters, such as of a program,
 * which no list knows, and a finite verb follows: "sudo is". */
bool hxp_small_subject_begins(const hxp_stop *stop);

/** True when the number at byte at and its full stop are those of the next item
 * of a list in the text: "1. ... 3 Min. | 2. ..." */
bool hxp_is_next_item(const hxp_stop *stop, size_t at);

/** True when the next word is followed by a colon: "45 Min. | Preis: 3 €". */
bool hxp_heading_begins(const hxp_stop *stop);

/** Break if the next word starts sentences, or a clause; else why not. */
static inline hxp_verdict hxp_if_starter(const hxp_stop *stop,
                                         hxp_segment_rule otherwise)
{
    if (stop->starter)
        return hxp_yes(HXP_RULE_STARTER);
    return hxp_clause_begins(stop) ? hxp_yes(HXP_RULE_CLAUSE)
                                   : hxp_no(otherwise);
}

/** True when a quotation, not a bracket, closes behind the stop. */
static inline bool hxp_quote_closed(const hxp_stop *stop)
{
    return stop->closer && stop->closer != ')' && stop->closer != ']';
}

/** A single full stop before something that could start a sentence. */
hxp_verdict hxp_judge_full_stop(const hxp_stop *stop,
                                const hxp_segment_data *data);

/** A word of which lists, those of abbreviations, know something. */
hxp_verdict hxp_judge_listed(const hxp_stop *stop, const hxp_last_word *word,
                             unsigned lists);

/** An abbreviation that ends a sentence before any capital. */
hxp_verdict hxp_judge_closing(const hxp_stop *stop);

/** True when a word that stands before surnames follows, and a name: Le Goff.
 */
bool hxp_surname_follows(const hxp_stop *stop);

/** A single letter that lists hold. */
hxp_verdict hxp_judge_letter(const hxp_stop *stop, const hxp_last_word *word,
                             unsigned lists, const hxp_segment_data *data);

/** A word of digits. */
hxp_verdict hxp_judge_number(const hxp_stop *stop, const hxp_last_word *word,
                             const hxp_segment_data *data);

/**
 * Chapter 3, Art. 5, vitamin C: a label with its number. At the start of a
 * segment it is a heading, elsewhere its stop ends the sentence. False when
 * there is no label.
 */
bool hxp_judge_labelled(hxp_verdict *verdict, const hxp_stop *stop,
                        const hxp_last_word *word,
                        const hxp_segment_data *data);

/** True when a colon stands before the word: "Grade: B. Remarks: none." */
bool hxp_is_behind_colon(const hxp_stop *stop, const hxp_last_word *word);

/** True before a move of chess: 2. Nf3, 9. Bxc6, 5. O-O. */
bool hxp_is_chess_move(const hxp_stop *stop);

/** True for what numbers an item or a heading: 3. or 12) or 3.1.10 or IV. */
bool hxp_is_list_number(const hxp_stop *stop, const hxp_last_word *word);

#endif

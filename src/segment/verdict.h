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

/** Break if the next word starts sentences; else why not. */
static inline hxp_verdict hxp_if_starter(const hxp_stop *stop,
                                         hxp_segment_rule otherwise)
{
    return stop->starter ? hxp_yes(HXP_RULE_STARTER) : hxp_no(otherwise);
}

/** True when a quotation, not a bracket, closes behind the stop. */
static inline bool hxp_quote_closed(const hxp_stop *stop)
{
    return stop->closer && stop->closer != ')' && stop->closer != ']';
}

/** A single full stop before something that could start a sentence. */
hxp_verdict hxp_judge_full_stop(const hxp_stop *stop,
                                const hxp_segment_data *data);

/** True when the lists hold the word before the stop as an abbreviation. */
bool hxp_is_abbreviation(const hxp_stop *stop, const hxp_segment_data *data);

#endif

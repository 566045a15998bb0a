/* said.h - is a number of one text said in another, in whichever way? */
#ifndef CHECK_SAID_H
#define CHECK_SAID_H

#include "check/figures.h"
#include "check/measures.h"

#include <hexapla/text.h>

/** What is known of the numbers of one language. */
typedef struct hxp_number_language {
    const hxp_language *language;
    hxp_numerals *numerals;
    hxp_measures measures;
} hxp_number_language;

/** The numbers of one text. */
typedef struct hxp_number_side {
    hxp_str text;
    hxp_number_language *language;
    hxp_figures figures;
    hxp_measure measures[HXP_FIGURES]; /* of each figure */
    bool clock;                        /* it has times of twelve hours */
} hxp_number_side;

/** What stands around a number of side. */
static inline hxp_measure hxp_number_measure(const hxp_figure *figure,
                                             const hxp_number_side *side)
{
    return side->measures[figure - side->figures.items];
}

/**
 * Set *said to whether other says the number figure of own: in figures, as
 * other says it in words, Roman numerals, multiples, or as a part of dates and
 * times.
 */
hxp_status hxp_number_said(bool *said, const hxp_figure *figure,
                           const hxp_number_side *own,
                           const hxp_number_side *other, hxp_error *error);

/** The letters right before figure, which is inside a word: "F" of F5. */
hxp_str hxp_number_letters(const hxp_figure *figure,
                           const hxp_number_side *own);

#endif

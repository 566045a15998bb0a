/* figures.h - the numbers that a text has in figures. */
#ifndef CHECK_FIGURES_H
#define CHECK_FIGURES_H

#include "check/family.h"
#include "text/numerals.h"

enum {
    HXP_FIGURE_SIZE = 64, /* bytes of a value */
    HXP_FIGURE_PARTS = 8,
    HXP_FIGURES = 200 /* of a text at most */
};

/**
 * A number such as 1,234.5. Its value is written without groups, with a full
 * stop before the fraction: where two readings are possible there are two
 * values. What is no number, such as 1.2.3, is its own value.
 */
typedef struct hxp_figure {
    size_t start, end;                /* bytes of the text */
    char values[2][HXP_FIGURE_SIZE];  /* the second may be empty */
    unsigned parts[HXP_FIGURE_PARTS]; /* between the marks in it */
    size_t part_count;
    bool inside;  /* a word, as in M86 */
    bool grouped; /* its marks part groups of three digits */
} hxp_figure;

typedef struct hxp_figures {
    hxp_figure items[HXP_FIGURES];
    size_t count;
} hxp_figures;

/**
 * Find the numbers of side, whose language has these numerals, but for
 * those that are part of an address or a placeholder. False when there are too
 * many.
 */
bool hxp_figures_find(hxp_figures *figures, const hxp_check_side *side,
                      const hxp_numerals *numerals);

/** True when a reading of a is one of b. */
bool hxp_figure_equal(const hxp_figure *a, const hxp_figure *b);

#endif

/* numerals.h - how a language writes numbers, as ICU knows it. */
#ifndef TEXT_NUMERALS_H
#define TEXT_NUMERALS_H

#include <hexapla/text.h>

/** How one language writes numbers. Not for two threads at once. */
typedef struct hxp_numerals hxp_numerals;

/**
 * Make the numerals of language. On HXP_OK the caller owns *out and frees it
 * with hxp_numerals_free(); otherwise *out is NULL.
 */
hxp_status hxp_numerals_new(hxp_numerals **out, const hxp_language *language,
                            hxp_error *error);

/** The character before the fraction. */
int32_t hxp_numerals_decimal(const hxp_numerals *numerals);

/** The character between groups of digits; any space counts as U+00A0. */
int32_t hxp_numerals_grouping(const hxp_numerals *numerals);

/**
 * Set *spelled to whether text has number in words: "twenty-three", "third",
 * or as the month that it is. Forms with other endings count.
 */
hxp_status hxp_numerals_spelled(bool *spelled, hxp_numerals *numerals,
                                unsigned number, hxp_str text,
                                hxp_error *error);

/**
 * Set *listed to whether text has a word that numerals.txt gives for value,
 * such as "1.5": "one and a half".
 */
hxp_status hxp_numerals_listed(bool *listed, hxp_numerals *numerals,
                               hxp_str value, hxp_str text, hxp_error *error);

/** Set *same to whether what is counted has the same form with both numbers. */
hxp_status hxp_numerals_same_form(bool *same, const hxp_numerals *numerals,
                                  double a, double b, hxp_error *error);

/** Free the numerals; NULL is allowed. */
void hxp_numerals_free(hxp_numerals *numerals);

#endif

/* measures.h - what a language says beside numbers: units and multiples. */
#ifndef CHECK_MEASURES_H
#define CHECK_MEASURES_H

#include "base/names.h"

#include <hexapla/text.h>

/** Words that multiply a number, such as "million". */
typedef struct hxp_multiples {
    hxp_names words;
    unsigned *zeros; /* by number of the word */
    size_t room;
} hxp_multiples;

/** The measures of one language; all zero has none. */
typedef struct hxp_measures {
    hxp_names units;   /* words of units */
    hxp_names money;   /* those of currencies */
    uint32_t *unit_of; /* by number of the unit's word */
    size_t unit_room;
    hxp_multiples multiples;
    hxp_multiples of_money; /* those that are so beside a currency: "m" */
} hxp_measures;

/** What stands beside a number. */
typedef struct hxp_measure {
    uint32_t unit;     /* 1 + its number among the names; 0: none known */
    unsigned zeros;    /* that a multiple adds */
    size_t start, end; /* of the number with all that */
} hxp_measure;

/**
 * Load the lists of language. names are the units of all languages, by their
 * symbols, so that equal ones have equal numbers. False when memory is out;
 * in either case end with hxp_measures_free().
 */
bool hxp_measures_load(hxp_measures *measures, hxp_names *names,
                       const hxp_language *language);

/** See what stands around the number in bytes start to end of text. */
hxp_measure hxp_measure_at(const hxp_measures *measures, hxp_str text,
                           size_t start, size_t end);

void hxp_measures_free(hxp_measures *measures);

#endif

/* matching.h - a termbase, and a matcher of its terms, for tests, which what
 * fails ends. */
#ifndef TESTS_MATCHING_H
#define TESTS_MATCHING_H

#include <hexapla/terms.h>

typedef struct matching {
    hxp_locales *locales;
    hxp_termbase *termbase;
    hxp_term_matcher *matcher;
    hxp_term_search search; /* strict unless a test says otherwise */
} matching;

/** Start a termbase in which each term of a call to matching_add() is a
 * concept. */
matching matching_setup(void);

hxp_term matching_term(const char *language, const char *text,
                       hxp_term_status status);

/** Add a concept of count terms. */
void matching_add_terms(matching *f, const char *id, const hxp_term *terms,
                        size_t count);

/** Add a concept of one term, which is preferred. */
void matching_add(matching *f, const char *language, const char *text);

/** Make the matcher of a language, for what the termbase has now. */
void matching_start(matching *f, const char *tag);

void matching_teardown(matching *f);

#endif

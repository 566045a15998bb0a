/* matching.c - a termbase, and a matcher of its terms, for tests. */
#include "matching.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

matching matching_setup(void)
{
    matching f = { NULL, NULL, NULL, HXP_TERMS_STRICT };
    assert_int_equal(hxp_locales_open(&f.locales, NULL, NULL), HXP_OK);
    assert_int_equal(hxp_termbase_new(&f.termbase, NULL), HXP_OK);
    return f;
}

void matching_add_terms(matching *f, const char *id, const hxp_term *terms,
                        size_t count)
{
    hxp_concept concept = { .id = hxp_str_of(id),
                            .terms = terms,
                            .term_count = count };
    assert_int_equal(hxp_termbase_add(f->termbase, &concept, NULL), HXP_OK);
}

hxp_term matching_term(const char *language, const char *text,
                       hxp_term_status status)
{
    return (hxp_term){ .text = hxp_str_of(text),
                       .language = hxp_str_of(language),
                       .status = status };
}

void matching_add(matching *f, const char *language, const char *text)
{
    hxp_term term = matching_term(language, text, HXP_TERM_PREFERRED);
    matching_add_terms(f, text, &term, 1);
}

void matching_start(matching *f, const char *tag)
{
    const hxp_language *language;
    assert_int_equal(
        hxp_locales_language(&language, f->locales, hxp_str_of(tag), NULL),
        HXP_OK);
    hxp_term_matcher_free(f->matcher);
    assert_int_equal(
        hxp_term_matcher_new(&f->matcher, f->termbase, language, NULL), HXP_OK);
}

void matching_teardown(matching *f)
{
    hxp_term_matcher_free(f->matcher);
    hxp_termbase_free(f->termbase);
    hxp_locales_free(f->locales);
}

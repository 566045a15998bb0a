/* seeks.c - which terms are looked for, and what their capitals say. */
#include "terms/matcher.h"
#include "terms/serves.h"
#include "text/utf8.h"

bool hxp_matcher_seeks(const hxp_term *term, hxp_str language)
{
    return term->status != HXP_TERM_DRAFT &&
           hxp_term_serves(term->language, language);
}

/* One term in so many begins with a small letter where capitals tell nouns; of
 * fewer terms none need. */
enum { SMALL = 10 };

bool hxp_capitals_tell(const hxp_termbase *termbase, hxp_str language)
{
    size_t all = 0, small = 0;
    for (size_t c = 0; c < hxp_termbase_count(termbase); c++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, c);
        for (size_t t = 0; t < concept->term_count; t++) {
            size_t at = 0;
            hxp_str text = concept->terms[t].text;
            if (text.len == 0 ||
                !hxp_matcher_seeks(&concept->terms[t], language))
                continue;
            all++;
            small += hxp_char_is_lower(hxp_utf8_next(text, &at));
        }
    }
    return all < SMALL || SMALL * small >= all;
}

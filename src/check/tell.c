/* tell.c - makes findings about terms, with messages and what is expected. */
#include "check/tell.h"

#include "base/error.h"
#include "base/str.h"
#include "terms/serves.h"

#include <stdlib.h>

void hxp_teller_free(hxp_teller *teller)
{
    free(teller->expected);
    hxp_buffer_free(&teller->message);
}

static bool expect_one(hxp_teller *teller, hxp_str text)
{
    if (!hxp_array_reserve(&teller->expected, &teller->expected_room,
                           teller->expected_count + 1,
                           sizeof *teller->expected))
        return false;
    teller->expected[teller->expected_count++] = text;
    return true;
}

/** Append the terms of concept for language that are of status. */
static bool expect_status(hxp_teller *teller, const hxp_concept *concept,
                          hxp_str language, hxp_term_status status)
{
    for (size_t i = 0; i < concept->term_count; i++) {
        const hxp_term *term = &concept->terms[i];
        if (term->status == status && !term->ignored &&
            hxp_term_serves(term->language, language) &&
            !expect_one(teller, term->text))
            return false;
    }
    return true;
}

bool hxp_teller_expect(hxp_teller *teller, const hxp_concept *concept,
                       const hxp_check_side *side)
{
    hxp_str language = side->variant->language;
    teller->expected_count = 0;
    return expect_status(teller, concept, language, HXP_TERM_PREFERRED) &&
           expect_status(teller, concept, language, HXP_TERM_ADMITTED);
}

/** Append before and text in quotes to the message. */
static bool quote(hxp_teller *teller, const char *before, hxp_str text)
{
    hxp_buffer *message = &teller->message;
    return hxp_buffer_add(message, hxp_str_of(before)) &&
           hxp_buffer_add(message, HXP_STR("\"")) &&
           hxp_buffer_add(message, text) &&
           hxp_buffer_add(message, HXP_STR("\""));
}

/** Append the expected terms to the message: before "a", "b" or "c". */
static bool say_expected(hxp_teller *teller, const char *before)
{
    size_t count = teller->expected_count;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            before = i + 1 < count ? ", " : " or ";
        if (!quote(teller, before, teller->expected[i]))
            return false;
    }
    return true;
}

/** Start a finding about a term, at hit if there is one. */
static hxp_finding start(hxp_teller *teller, hxp_check_rule rule,
                         const hxp_said_term *of, const hxp_check_side *side,
                         const hxp_term_hit *hit)
{
    hxp_finding finding = hxp_check_finding(rule, side);
    finding.source_term = of->term->text;
    if (side->source) {
        finding.source_start = of->start;
        finding.source_end = of->end;
    }
    teller->message.len = 0;
    teller->expected_count = 0;
    if (hit) {
        hxp_check_point(&finding, side, hit->start, hit->end);
        finding.found =
            hxp_str_part(side->variant->content.text, hit->start, hit->end);
    }
    return finding;
}

/** Send finding with the message and the expected terms, if all was said. */
static hxp_status tell(hxp_teller *teller, hxp_finding *finding, bool said,
                       hxp_error *error)
{
    if (!said)
        return hxp_no_memory(error);
    finding->message = hxp_buffer_str(&teller->message);
    finding->expected = teller->expected;
    finding->expected_count = teller->expected_count;
    return teller->findings->finding(teller->findings, finding, error);
}

hxp_status hxp_tell_missing(hxp_teller *teller, const hxp_concept *concept,
                            const hxp_said_term *of, const hxp_check_side *side,
                            hxp_error *error)
{
    hxp_finding finding = start(teller, HXP_CHECK_TERM_MISSING, of, side, NULL);
    bool said = hxp_teller_expect(teller, concept, side) &&
                quote(teller, "no term for ", of->term->text) &&
                say_expected(teller, "; expected ");
    return tell(teller, &finding, said, error);
}

hxp_status hxp_tell_forbidden(hxp_teller *teller, const hxp_said_term *of,
                              const hxp_check_side *side,
                              const hxp_term_hit *hit, hxp_error *error)
{
    hxp_finding finding =
        start(teller, HXP_CHECK_TERM_FORBIDDEN, of, side, hit);
    bool said =
        hxp_teller_expect(teller, hit->concept, side) &&
        hxp_check_say(&teller->message, "\"%.*s\" is forbidden for \"%.*s\"",
                      HXP_FMT(finding.found), HXP_FMT(of->term->text)) &&
        say_expected(teller, "; use ");
    return tell(teller, &finding, said, error);
}

hxp_status hxp_tell_case(hxp_teller *teller, const hxp_said_term *of,
                         const hxp_check_side *side, const hxp_term_hit *hit,
                         hxp_error *error)
{
    hxp_finding finding = start(teller, HXP_CHECK_TERM_CASE, of, side, hit);
    bool said = hxp_teller_expect(teller, hit->concept, side) &&
                hxp_check_say(&teller->message, "\"%.*s\" has wrong capitals",
                              HXP_FMT(finding.found)) &&
                say_expected(teller, "; use ");
    return tell(teller, &finding, said, error);
}

hxp_status hxp_tell_accepted(hxp_teller *teller, const hxp_said_term *of,
                             const hxp_check_side *side,
                             const hxp_term_hit *hit, hxp_error *error)
{
    hxp_finding finding = start(teller, HXP_CHECK_TERM_ACCEPTED, of, side, hit);
    bool said =
        hxp_check_say(&teller->message, "\"%.*s\" is \"%.*s\" for \"%.*s\": %s",
                      HXP_FMT(finding.found), HXP_FMT(hit->term->text),
                      HXP_FMT(of->term->text), hxp_term_match_name(hit->match));
    return tell(teller, &finding, said, error);
}

hxp_status hxp_tell_other_sense(hxp_teller *teller, const hxp_said_term *of,
                                const hxp_check_side *side,
                                const hxp_term_hit *hit, hxp_error *error)
{
    hxp_finding finding = start(teller, HXP_CHECK_TERM_ACCEPTED, of, side, hit);
    bool said =
        hxp_check_say(&teller->message, "\"%.*s\" is another sense of \"%.*s\"",
                      HXP_FMT(finding.found), HXP_FMT(of->term->text));
    return tell(teller, &finding, said, error);
}

hxp_status hxp_tell_translated(hxp_teller *teller, const hxp_said_term *of,
                               const hxp_check_side *side, hxp_error *error)
{
    hxp_finding finding =
        start(teller, HXP_CHECK_TERM_DO_NOT_TRANSLATE, of, side, NULL);
    bool said =
        expect_one(teller, of->term->text) &&
        hxp_check_say(&teller->message, "\"%.*s\" is not to be translated",
                      HXP_FMT(of->term->text));
    return tell(teller, &finding, said, error);
}

hxp_status hxp_tell_forbidden_source(hxp_teller *teller,
                                     const hxp_check_side *side,
                                     const hxp_term_hit *hit, hxp_error *error)
{
    const hxp_said_term of = { hit->term, hit->start, hit->end };
    hxp_finding finding =
        start(teller, HXP_CHECK_TERM_FORBIDDEN_SOURCE, &of, side, hit);
    bool said = hxp_teller_expect(teller, hit->concept, side) &&
                hxp_check_say(&teller->message, "\"%.*s\" is forbidden",
                              HXP_FMT(finding.found)) &&
                say_expected(teller, "; use ");
    return tell(teller, &finding, said, error);
}

hxp_status hxp_tell_count(hxp_teller *teller, const hxp_said_term *of,
                          const hxp_check_side *side, hxp_term_counts counts,
                          hxp_error *error)
{
    hxp_finding finding = start(teller, HXP_CHECK_TERM_COUNT, of, side, NULL);
    bool said = hxp_check_say(
        &teller->message,
        "\"%.*s\" stands %zu times in the source, its term %zu times here",
        HXP_FMT(of->term->text), counts.wanted, counts.count);
    return tell(teller, &finding, said, error);
}

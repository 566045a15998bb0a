/* srx.c - paragraphs to segments by rules of SRX: the first that fits. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "segment/segmenter.h"
#include "segment/srx_engine.h"
#include "text/icu.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/uloc.h>

/* --- ICU's breaks, an option of Okapi's ----------------------------------- */

static hxp_status open_breaks(hxp_srx_engine *engine, hxp_str tag,
                              hxp_error *error)
{
    char locale[ULOC_FULLNAME_CAPACITY];
    char code_text[HXP_TAG_SIZE];
    UErrorCode code = U_ZERO_ERROR;
    if (!engine->srx->icu_breaks)
        return HXP_OK;
    if (!hxp_tag_canonical(code_text, tag))
        code_text[0] = '\0'; /* ICU's root */
    uloc_forLanguageTag(code_text, locale, (int32_t)sizeof locale, NULL, &code);
    engine->breaks = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &code);
    return hxp_icu_status(code, error);
}

/** Find ICU's next break, put before the white space it leaves behind. */
static void find_icu_break(hxp_srx_engine *engine)
{
    hxp_str text = engine->text.bytes;
    int32_t found = ubrk_next(engine->breaks);
    engine->icu_break = text.len;
    if (found == UBRK_DONE)
        return;
    hxp_str part = hxp_utf8_trim(hxp_str_part(text, 0, (size_t)found));
    engine->icu_break = (size_t)(part.ptr - text.ptr) + part.len;
}

static hxp_status begin_icu_breaks(hxp_srx_engine *engine, hxp_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    engine->icu_break = engine->text.bytes.len;
    if (!engine->breaks)
        return HXP_OK;
    ubrk_setUText(engine->breaks, &engine->text.utext, &code);
    ubrk_first(engine->breaks);
    find_icu_break(engine);
    return hxp_icu_status(code, error);
}

/* --- Engines -------------------------------------------------------------- */

hxp_status hxp_srx_engine_new(hxp_srx_engine **out, const hxp_srx *srx,
                              hxp_str tag, hxp_finding_sink *findings,
                              hxp_error *error)
{
    hxp_srx_engine *engine = calloc(1, sizeof *engine);
    *out = NULL;
    if (!engine)
        return hxp_no_memory(error);
    engine->srx = srx;
    engine->told = (hxp_srx_told){ findings, srx->file };
    hxp_status status =
        hxp_srx_set_init(&engine->set, srx, tag, &engine->told, error);
    if (status == HXP_OK)
        status = hxp_srx_matcher_new(&engine->matcher, &engine->set,
                                     &engine->told, error);
    if (status == HXP_OK)
        status = open_breaks(engine, tag, error);
    if (status == HXP_OK)
        *out = engine;
    else
        hxp_srx_engine_free(engine);
    return status;
}

void hxp_srx_engine_free(hxp_srx_engine *engine)
{
    if (!engine)
        return;
    hxp_srx_matcher_free(engine->matcher);
    hxp_srx_set_free(&engine->set);
    hxp_srx_regex_text_free(&engine->text);
    ubrk_close(engine->breaks);
    free(engine);
}

void hxp_cuts_free(hxp_cuts *cuts)
{
    free(cuts->items);
    *cuts = (hxp_cuts){ NULL, 0, 0 };
}

static hxp_status add_cut(hxp_cuts *cuts, size_t offset, hxp_error *error)
{
    if (!hxp_array_reserve(&cuts->items, &cuts->capacity, cuts->count + 1,
                           sizeof *cuts->items))
        return hxp_no_memory(error);
    cuts->items[cuts->count++] = (hxp_cut){ offset, 0 };
    return HXP_OK;
}

/**
 * Try a rule with ICU at byte at. One that takes too much is told of and
 * dropped; it does not fit then.
 */
static hxp_status try_rule(bool *fits, hxp_srx_engine *engine,
                           hxp_srx_applied *rule, size_t at, hxp_error *error)
{
    /* What comes behind is the shorter test, as a rule. */
    static const hxp_srx_side order[] = { HXP_SRX_AFTER, HXP_SRX_BEFORE };
    *fits = false;
    if (rule->dropped)
        return HXP_OK;
    for (int i = 0; i < 2; i++) {
        hxp_srx_regex_result result;
        hxp_srx_regex *regex = hxp_srx_pattern(&engine->set, rule, order[i]);
        hxp_status status =
            hxp_srx_regex_try(&result, regex, &engine->text, at, error);
        if (status != HXP_OK)
            return status;
        if (result == HXP_SRX_REGEX_TOO_MUCH)
            return hxp_srx_drop(rule, &engine->told, error);
        if (result == HXP_SRX_REGEX_NO)
            return HXP_OK;
    }
    *fits = true;
    return HXP_OK;
}

/** Of the rules that may fit at decision->at the first that does decides. */
static hxp_status decide(hxp_srx_decision *decision, hxp_srx_engine *engine,
                         hxp_numbers candidates, hxp_error *error)
{
    decision->breaks = decision->at == engine->icu_break;
    for (size_t i = 0; i < candidates.count; i++) {
        hxp_srx_applied *rule =
            &engine->set.rules[hxp_accepted_output(candidates.items[i])];
        bool fits = !rule->dropped;
        if (hxp_accepted_maybe(candidates.items[i])) {
            hxp_status status =
                try_rule(&fits, engine, rule, decision->at, error);
            if (status != HXP_OK)
                return status;
        }
        if (fits) {
            decision->breaks = rule->breaks;
            decision->rule = rule->source;
            return HXP_OK;
        }
    }
    return HXP_OK;
}

hxp_status hxp_srx_begin(hxp_srx_engine *engine, hxp_str text, hxp_error *error)
{
    hxp_status status = hxp_srx_regex_text_set(&engine->text, text, error);
    if (status == HXP_OK)
        status = begin_icu_breaks(engine, error);
    if (status == HXP_OK)
        status = hxp_srx_matcher_begin(engine->matcher, text, engine->text.seen,
                                       error);
    return status;
}

hxp_status hxp_srx_next(hxp_srx_decision *decision, hxp_srx_engine *engine,
                        hxp_error *error)
{
    size_t end = engine->text.bytes.len;
    hxp_status status = HXP_OK;
    *decision = (hxp_srx_decision){ 0, false, NULL };
    while (status == HXP_OK && decision->at < end) {
        hxp_numbers candidates;
        status =
            hxp_srx_matcher_next(&decision->at, &candidates, engine->matcher,
                                 engine->icu_break, error);
        if (status == HXP_OK && decision->at < end)
            status = decide(decision, engine, candidates, error);
        while (engine->icu_break <= decision->at && engine->icu_break < end)
            find_icu_break(engine);
        if (decision->breaks || decision->rule)
            return status;
    }
    return status;
}

hxp_status hxp_srx_cut(hxp_cuts *cuts, hxp_srx_engine *engine, hxp_str text,
                       hxp_error *error)
{
    hxp_srx_decision decision = { 0, false, NULL };
    cuts->count = 0;
    hxp_status status = hxp_srx_begin(engine, text, error);
    while (status == HXP_OK && decision.at < text.len) {
        status = hxp_srx_next(&decision, engine, error);
        if (status == HXP_OK && decision.breaks)
            status = add_cut(cuts, decision.at, error);
    }
    return status;
}

/* --- Paragraphs ----------------------------------------------------------- */

/** Tell what decided, if somebody wants to know. */
static hxp_status explain(hxp_segmenter *s, const hxp_srx_decision *decision,
                          hxp_error *error)
{
    char reason[64] = "Unicode's sentence rules";
    hxp_candidate candidate = { .start = decision->at,
                                .end = decision->at,
                                .next = decision->at,
                                .breaks = decision->breaks };
    if (!s->options.explain)
        return HXP_OK;
    if (decision->rule)
        snprintf(reason, sizeof reason, "rule at %zu:%zu",
                 decision->rule->place.line, decision->rule->place.column);
    return hxp_segmenter_tell(s, &candidate, hxp_str_of(reason), error);
}

hxp_status hxp_divide_by_srx(hxp_segmenter *s, hxp_error *error)
{
    hxp_str text = s->paragraph->text;
    hxp_srx_decision decision = { 0, false, NULL };
    hxp_status status = hxp_srx_begin(s->srx, text, error);
    while (status == HXP_OK && decision.at < text.len) {
        status = hxp_srx_next(&decision, s->srx, error);
        if (status == HXP_OK && decision.at < text.len)
            status = explain(s, &decision, error);
        if (status == HXP_OK && decision.breaks)
            status = hxp_segmenter_cut(s, decision.at, error);
    }
    return status;
}

/* srx.c - paragraphs to segments by rules of SRX: the first that fits. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "segment/srx_engine.h"
#include "text/icu.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <unicode/uloc.h>

/* --- ICU's breaks, an option of Okapi's ------------------------------------
 */

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

/** True when ICU breaks at byte at; places are asked for in order. */
static bool icu_breaks_at(hxp_srx_engine *engine, size_t at)
{
    while (engine->icu_break < at)
        find_icu_break(engine);
    return engine->icu_break == at && at < engine->text.bytes.len;
}

/* --- Engines ---------------------------------------------------------------
 */

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
    hxp_srx_set_free(&engine->set);
    hxp_regex_text_free(&engine->text);
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
    static const hxp_regex_side order[] = { HXP_REGEX_AFTER, HXP_REGEX_BEFORE };
    *fits = false;
    if (rule->dropped)
        return HXP_OK;
    for (int i = 0; i < 2; i++) {
        hxp_regex_result result;
        hxp_regex *regex = hxp_srx_pattern(&engine->set, rule, order[i]);
        hxp_status status =
            hxp_regex_try(&result, regex, &engine->text, at, error);
        if (status != HXP_OK)
            return status;
        if (result == HXP_REGEX_TOO_MUCH)
            return hxp_srx_drop(rule, &engine->told, error);
        if (result == HXP_REGEX_NO)
            return HXP_OK;
    }
    *fits = true;
    return HXP_OK;
}

/** Find the first rule that fits at byte at; what it says counts. */
static hxp_status decide(bool *breaks, hxp_srx_engine *engine, size_t at,
                         hxp_error *error)
{
    hxp_srx_set *set = &engine->set;
    *breaks = icu_breaks_at(engine, at);
    for (size_t i = 0; i < set->count; i++) {
        bool fits;
        hxp_status status = try_rule(&fits, engine, &set->rules[i], at, error);
        if (status != HXP_OK)
            return status;
        if (fits) {
            *breaks = set->rules[i].breaks;
            return HXP_OK;
        }
    }
    return HXP_OK;
}

hxp_status hxp_srx_cut(hxp_cuts *cuts, hxp_srx_engine *engine, hxp_str text,
                       hxp_error *error)
{
    size_t at = 0;
    cuts->count = 0;
    hxp_status status = hxp_regex_text_set(&engine->text, text, error);
    if (status == HXP_OK)
        status = begin_icu_breaks(engine, error);
    if (status != HXP_OK || text.len == 0)
        return status;
    for (hxp_utf8_next(text, &at); at < text.len; hxp_utf8_next(text, &at)) {
        bool breaks;
        status = decide(&breaks, engine, at, error);
        if (status == HXP_OK && breaks)
            status = add_cut(cuts, at, error);
        if (status != HXP_OK)
            return status;
    }
    return HXP_OK;
}

/* --- Documents -------------------------------------------------------------
 */

/** Segments on their way. */
typedef struct collector {
    hxp_segments *segments;
    size_t capacity;
    hxp_str text;     /* the document's */
    size_t paragraph; /* the number of the one in work */
    hxp_cuts cuts;    /* in it */
} collector;

/** Append a segment without the white space around it; none if nothing else. */
static hxp_status add_segment(collector *to, size_t start, size_t end,
                              hxp_error *error)
{
    hxp_segments *segments = to->segments;
    hxp_str part = hxp_utf8_trim(hxp_str_part(to->text, start, end));
    if (part.len == 0)
        return HXP_OK;
    if (!hxp_array_reserve(&segments->items, &to->capacity, segments->count + 1,
                           sizeof *segments->items))
        return hxp_no_memory(error);
    start = (size_t)(part.ptr - to->text.ptr);
    segments->items[segments->count++] =
        (hxp_segment){ to->paragraph, start, start + part.len };
    return HXP_OK;
}

static hxp_status cut_paragraph(collector *to, hxp_srx_engine *engine,
                                hxp_span span, hxp_error *error)
{
    const hxp_cuts *cuts = &to->cuts;
    size_t start = span.start;
    hxp_status status = hxp_srx_cut(
        &to->cuts, engine, hxp_str_part(to->text, span.start, span.end), error);
    for (size_t i = 0; status == HXP_OK && i <= cuts->count; i++) {
        size_t end =
            i < cuts->count ? span.start + cuts->items[i].offset : span.end;
        status = add_segment(to, start, end, error);
        start = end;
    }
    return status;
}

hxp_status hxp_segment_by_srx(hxp_segments *segments,
                              const hxp_document *document, const hxp_srx *srx,
                              hxp_finding_sink *findings, hxp_error *error)
{
    hxp_srx_engine *engine;
    collector to = { .segments = segments, .text = document->text };
    *segments = (hxp_segments){ NULL, 0 };
    hxp_status status =
        hxp_srx_engine_new(&engine, srx, document->language, findings, error);
    for (; status == HXP_OK && to.paragraph < document->paragraph_count;
         to.paragraph++)
        status = cut_paragraph(&to, engine, document->paragraphs[to.paragraph],
                               error);
    hxp_cuts_free(&to.cuts);
    hxp_srx_engine_free(engine);
    if (status != HXP_OK)
        hxp_segments_free(segments);
    return status;
}

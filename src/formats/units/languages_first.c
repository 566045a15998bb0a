/* languages_first.c - sets units aside until all languages are known. */
#include "formats/units/languages_first.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/units/columns.h"
#include "formats/units/spool.h"

#include <hexapla/text.h>

#include <stdlib.h>

typedef struct languages_first {
    hxp_unit_sink sink;
    hxp_unit_sink *next;
    hxp_spool *spool; /* NULL: the header told the languages */
    hxp_arena arena;  /* of the languages */
    hxp_str *languages;
    size_t count, capacity;
} languages_first;

/** language, or "und" if it is empty. */
static hxp_str named(hxp_str language)
{
    return language.len > 0 ? language : HXP_STR("und");
}

const hxp_variant *hxp_variant_named(const hxp_unit *unit, hxp_str language)
{
    for (size_t i = 0; i < unit->variant_count; i++)
        if (hxp_tag_equal(named(unit->variants[i].language), language))
            return &unit->variants[i];
    return NULL;
}

static hxp_status add_language(languages_first *filter, hxp_str language,
                               hxp_error *error)
{
    language = named(language);
    if (hxp_has_language(filter->languages, filter->count, language))
        return HXP_OK;
    if (!hxp_array_reserve(&filter->languages, &filter->capacity,
                           filter->count + 1, sizeof *filter->languages) ||
        !hxp_arena_copy(&filter->languages[filter->count], &filter->arena,
                        language))
        return hxp_no_memory(error);
    filter->count++;
    return HXP_OK;
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    languages_first *filter = (languages_first *)sink;
    if (header->language_count > 0)
        return filter->next->begin(filter->next, header, error);
    hxp_status status = hxp_spool_new(&filter->spool, error);
    if (status != HXP_OK)
        return status;
    hxp_unit_sink *spool = hxp_spool_sink(filter->spool);
    return spool->begin(spool, header, error);
}

static hxp_status add_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    languages_first *filter = (languages_first *)sink;
    hxp_status status = HXP_OK;
    if (!filter->spool)
        return filter->next->unit(filter->next, unit, error);
    for (size_t i = 0; status == HXP_OK && i < unit->variant_count; i++)
        status = add_language(filter, unit->variants[i].language, error);
    if (status != HXP_OK)
        return status;
    hxp_unit_sink *spool = hxp_spool_sink(filter->spool);
    return spool->unit(spool, unit, error);
}

/* --- What the spool gives back, with the languages added ------------------ */

typedef struct replayer {
    hxp_unit_sink sink;
    languages_first *filter;
} replayer;

static hxp_status replay_begin(hxp_unit_sink *sink,
                               const hxp_unit_header *header, hxp_error *error)
{
    languages_first *filter = ((replayer *)sink)->filter;
    hxp_unit_header complete = *header;
    complete.languages = filter->languages;
    complete.language_count = filter->count;
    return filter->next->begin(filter->next, &complete, error);
}

static hxp_status replay_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                              hxp_error *error)
{
    hxp_unit_sink *next = ((replayer *)sink)->filter->next;
    return next->unit(next, unit, error);
}

static hxp_status replay_end(hxp_unit_sink *sink, hxp_error *error)
{
    hxp_unit_sink *next = ((replayer *)sink)->filter->next;
    return next->end(next, error);
}

static void replay_close(hxp_unit_sink *sink)
{
    (void)sink;
}

/* --- The sink ------------------------------------------------------------- */

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    languages_first *filter = (languages_first *)sink;
    if (!filter->spool)
        return filter->next->end(filter->next, error);
    replayer replay = { { replay_begin, replay_unit, replay_end, replay_close },
                        filter };
    hxp_unit_sink *spool = hxp_spool_sink(filter->spool);
    hxp_status status = spool->end(spool, error);
    if (status != HXP_OK)
        return status;
    return hxp_spool_replay(filter->spool, &replay.sink, error);
}

static void close_filter(hxp_unit_sink *sink)
{
    languages_first *filter = (languages_first *)sink;
    filter->next->close(filter->next);
    hxp_spool_free(filter->spool);
    hxp_arena_free(&filter->arena);
    free(filter->languages);
    free(filter);
}

hxp_status hxp_languages_first(hxp_unit_sink **out, hxp_unit_sink *next,
                               hxp_error *error)
{
    languages_first *filter = calloc(1, sizeof *filter);
    *out = NULL;
    if (!filter) {
        next->close(next);
        return hxp_no_memory(error);
    }
    filter->sink = (hxp_unit_sink){ begin, add_unit, end, close_filter };
    filter->next = next;
    *out = &filter->sink;
    return HXP_OK;
}

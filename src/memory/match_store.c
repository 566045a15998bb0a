/* match_store.c - what matching asks the store for: neighbours, languages. */
#include "base/array.h"
#include "base/error.h"
#include "base/names.h"
#include "base/str.h"
#include "memory/hash.h"
#include "memory/match.h"

/* --- Neighbours ----------------------------------------------------------- */

/** A text that a unit may have. */
typedef struct wanted_text {
    hxp_str language;
    hxp_str text;
    bool found;
} wanted_text;

static hxp_status look_for_text(void *context, const hxp_unit *unit,
                                int64_t memory, hxp_error *error)
{
    wanted_text *wanted = context;
    (void)memory;
    (void)error;
    for (size_t i = 0; i < unit->variant_count; i++)
        wanted->found |=
            hxp_str_equal(unit->variants[i].language, wanted->language) &&
            hxp_str_equal(unit->variants[i].content.text, wanted->text);
    return HXP_OK;
}

/** Whether the unit behind that of a match followed it, and is the text's. */
static hxp_status next_agrees(bool *agrees, hxp_store *store,
                              const hxp_match *match, hxp_str next,
                              hxp_error *error)
{
    int64_t id = (int64_t)match->unit->number + 1;
    wanted_text wanted = { match->source->language, next, false };
    uint64_t before;
    *agrees = false;
    hxp_status status = store->calls->previous(&before, store, id, error);
    if (status != HXP_OK ||
        before != hxp_hash_source(match->source->content.text))
        return status;
    status = store->calls->fetch(store, id, look_for_text, &wanted, error);
    *agrees = wanted.found;
    return status;
}

hxp_status hxp_match_context(unsigned *common, hxp_store *store,
                             const hxp_match *match, const hxp_query *query,
                             hxp_error *error)
{
    uint64_t before;
    bool next = false;
    *common = 0;
    hxp_status status = store->calls->previous(
        &before, store, (int64_t)match->unit->number, error);
    if (status == HXP_OK && query->next.len > 0)
        status = next_agrees(&next, store, match, query->next, error);
    if (status != HXP_OK)
        return status;
    unsigned agree = next;
    agree +=
        query->previous.len > 0 && before == hxp_hash_source(query->previous);
    agree += query->id.len > 0 && hxp_str_equal(query->id, match->unit->id);
    *common = agree < 2 ? agree : 2;
    return HXP_OK;
}

/* --- Languages ------------------------------------------------------------ */

static hxp_status take_language(void *context, const hxp_store_text *text,
                                hxp_error *error)
{
    uint32_t number;
    if (text->language.len > 0 &&
        !hxp_names_add(context, text->language, &number))
        return hxp_no_memory(error);
    return HXP_OK;
}

hxp_status hxp_match_languages(hxp_names *names, hxp_store *store,
                               hxp_error *error)
{
    return store->calls->languages(store, take_language, names, error);
}

hxp_status hxp_match_no_texts(hxp_store *store,
                              const hxp_lookup_options *options,
                              hxp_error *error)
{
    hxp_names names = { .count = 0 };
    hxp_buffer list = { NULL, 0, 0 };
    hxp_status status = hxp_match_languages(&names, store, error);
    for (size_t i = 0; status == HXP_OK && i < names.count; i++)
        if (!hxp_buffer_add(&list, i > 0 ? HXP_STR(", ") : HXP_STR("")) ||
            !hxp_buffer_add(&list, names.items[i]))
            status = hxp_no_memory(error);
    if (status == HXP_OK)
        status = hxp_fail_at(
            error, HXP_EINPUT, store->path, (hxp_place){ 0, 0, 0 },
            "there are no texts in %s with a translation in %s; the languages "
            "here are: %.*s",
            options->from, options->to ? options->to : "any other language",
            HXP_FMT(names.count > 0 ? hxp_buffer_str(&list) : HXP_STR("none")));
    hxp_names_free(&names);
    hxp_buffer_free(&list);
    return status;
}

/* termbase.c - concepts and their terms, all copied into one arena. */
#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"

#include <hexapla/model.h>

#include <stdlib.h>

struct hxp_termbase {
    hxp_arena arena; /* owns all that the concepts point to */
    hxp_concept *concepts;
    size_t count, capacity;
};

hxp_status hxp_termbase_new(hxp_termbase **out, hxp_error *error)
{
    *out = calloc(1, sizeof **out);
    return *out ? HXP_OK : hxp_no_memory(error);
}

static bool copy_term(hxp_term *to, hxp_arena *arena, const hxp_term *term)
{
    *to = *term;
    return hxp_arena_copy(&to->text, arena, term->text) &&
           hxp_arena_copy(&to->language, arena, term->language);
}

hxp_status hxp_termbase_add(hxp_termbase *termbase, const hxp_concept *concept,
                            hxp_error *error)
{
    hxp_arena *arena = &termbase->arena;
    hxp_concept copy = { .term_count = concept->term_count,
                         .untranslated = concept->untranslated };
    hxp_term *terms =
        hxp_arena_alloc(arena, concept->term_count, sizeof *terms);
    if (!terms || !hxp_arena_copy(&copy.id, arena, concept->id))
        return hxp_no_memory(error);
    for (size_t i = 0; i < concept->term_count; i++)
        if (!copy_term(&terms[i], arena, &concept->terms[i]))
            return hxp_no_memory(error);
    copy.terms = terms;
    if (!hxp_array_reserve(&termbase->concepts, &termbase->capacity,
                           termbase->count + 1, sizeof copy))
        return hxp_no_memory(error);
    termbase->concepts[termbase->count++] = copy;
    return HXP_OK;
}

size_t hxp_termbase_count(const hxp_termbase *termbase)
{
    return termbase->count;
}

const hxp_concept *hxp_termbase_concept(const hxp_termbase *termbase, size_t i)
{
    return &termbase->concepts[i];
}

void hxp_termbase_free(hxp_termbase *termbase)
{
    if (!termbase)
        return;
    hxp_arena_free(&termbase->arena);
    free(termbase->concepts);
    free(termbase);
}

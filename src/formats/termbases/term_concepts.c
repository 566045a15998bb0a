/* term_concepts.c - gathers terms by concept, wherever their rows stand. */
#include "formats/termbases/term_concepts.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

#include <stdlib.h>

/* Lists are chained by numbers from 1; 0 ends them. */

struct hxp_row_concept {
    hxp_str id;
    size_t first_term, last_term;
    size_t first_detail, last_detail;
    size_t term_count, detail_count;
    bool untranslated, ignored;
};

struct hxp_row_term {
    hxp_told_term told;
    size_t next;
};

struct hxp_row_detail {
    hxp_detail detail;
    size_t next;
};

bool hxp_term_concepts_open(hxp_term_concepts *concepts, hxp_str key,
                            hxp_str id)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    bool found;
    hxp_hasher_add(&hasher, key);
    uint32_t *number =
        hxp_hash_map_add(&concepts->by_key, hxp_hasher_finish(&hasher), &found);
    if (!number)
        return false;
    if (found) {
        concepts->at = *number;
        return true;
    }
    if (!hxp_array_reserve(&concepts->items, &concepts->room,
                           concepts->count + 1, sizeof *concepts->items))
        return false;
    struct hxp_row_concept *made = &concepts->items[concepts->count];
    *made = (struct hxp_row_concept){ .term_count = 0 };
    if (!hxp_arena_copy(&made->id, &concepts->arena, id))
        return false;
    concepts->at = concepts->count++;
    *number = (uint32_t)concepts->at;
    return true;
}

/** Let the term that the concept has know what the same one tells now. */
static bool add_to_term(hxp_term_concepts *concepts, hxp_told_term *had,
                        const hxp_told_term *told)
{
    const hxp_details *more = &told->term.details;
    if (told->told) {
        had->told = true;
        had->term.status = told->term.status;
    }
    had->term.exact |= told->term.exact;
    had->term.ignored |= told->term.ignored;
    if (had->term.details.count > 0 || more->count == 0)
        return true;
    hxp_detail *copy =
        hxp_arena_alloc(&concepts->arena, more->count, sizeof *copy);
    if (!copy)
        return false;
    for (size_t i = 0; i < more->count; i++) {
        copy[i] = more->items[i]; /* their types and languages stay */
        if (!hxp_arena_copy(&copy[i].text, &concepts->arena,
                            more->items[i].text))
            return false;
    }
    had->term.details = (hxp_details){ copy, more->count };
    return true;
}

/** Where the concept notes that it has what the three are; NULL: no memory. */
static uint32_t *note(hxp_term_concepts *concepts, hxp_str a, hxp_str b,
                      hxp_str c, bool *found)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    hxp_hasher_number(&hasher, concepts->at);
    hxp_hasher_add(&hasher, a);
    hxp_hasher_add(&hasher, b);
    hxp_hasher_add(&hasher, c);
    return hxp_hash_map_add(&concepts->had, hxp_hasher_finish(&hasher), found);
}

bool hxp_term_concepts_term(hxp_term_concepts *concepts,
                            const hxp_told_term *term)
{
    struct hxp_row_concept *concept = &concepts->items[concepts->at];
    bool found;
    uint32_t *number = note(concepts, HXP_STR("term"), term->term.language,
                            term->term.text, &found);
    if (!number)
        return false;
    hxp_told_term *had = found ? &concepts->terms[*number].told : NULL;
    if (had &&
        (!had->told || !term->told || had->term.status == term->term.status))
        return add_to_term(concepts, had, term);
    *number = (uint32_t)concepts->term_count;
    if (!hxp_array_reserve(&concepts->terms, &concepts->term_room,
                           concepts->term_count + 1, sizeof *concepts->terms))
        return false;
    struct hxp_row_term *made = &concepts->terms[concepts->term_count];
    *made = (struct hxp_row_term){ *term, 0 };
    made->told.term.details = (hxp_details){ NULL, 0 };
    if (!hxp_arena_copy(&made->told.term.text, &concepts->arena,
                        term->term.text) ||
        !hxp_arena_copy(&made->told.term.language, &concepts->arena,
                        term->term.language) ||
        !add_to_term(concepts, &made->told, term))
        return false;
    size_t *link = concept->last_term != 0
                       ? &concepts->terms[concept->last_term - 1].next
                       : &concept->first_term;
    *link = concept->last_term = ++concepts->term_count;
    concept->term_count++;
    return true;
}

bool hxp_term_concepts_detail(hxp_term_concepts *concepts,
                              const hxp_detail *detail)
{
    struct hxp_row_concept *concept = &concepts->items[concepts->at];
    bool found;
    if (!note(concepts, detail->type, detail->language, detail->text, &found))
        return false;
    if (found)
        return true;
    if (!hxp_array_reserve(&concepts->details, &concepts->detail_room,
                           concepts->detail_count + 1,
                           sizeof *concepts->details))
        return false;
    struct hxp_row_detail *made = &concepts->details[concepts->detail_count];
    *made = (struct hxp_row_detail){ *detail, 0 };
    if (!hxp_arena_copy(&made->detail.language, &concepts->arena,
                        detail->language) ||
        !hxp_arena_copy(&made->detail.text, &concepts->arena, detail->text))
        return false;
    size_t *link = concept->last_detail != 0
                       ? &concepts->details[concept->last_detail - 1].next
                       : &concept->first_detail;
    *link = concept->last_detail = ++concepts->detail_count;
    concept->detail_count++;
    return true;
}

void hxp_term_concepts_untranslated(hxp_term_concepts *concepts)
{
    concepts->items[concepts->at].untranslated = true;
}

void hxp_term_concepts_ignored(hxp_term_concepts *concepts)
{
    concepts->items[concepts->at].ignored = true;
}

/** Arrays in which a concept is put together. */
typedef struct gathering {
    hxp_term *terms;
    size_t term_room;
    hxp_detail *details;
    size_t detail_room;
} gathering;

static hxp_status finish_concept(const hxp_term_concepts *concepts,
                                 size_t number, gathering *into,
                                 hxp_termbase *termbase, hxp_error *error)
{
    const struct hxp_row_concept *concept = &concepts->items[number];
    hxp_concept made = { .id = concept->id,
                         .untranslated = concept->untranslated,
                         .ignored = concept->ignored };
    if (!hxp_array_reserve(&into->terms, &into->term_room, concept->term_count,
                           sizeof *into->terms) ||
        !hxp_array_reserve(&into->details, &into->detail_room,
                           concept->detail_count, sizeof *into->details))
        return hxp_no_memory(error);
    for (size_t i = concept->first_term; i != 0;
         i = concepts->terms[i - 1].next)
        into->terms[made.term_count++] = concepts->terms[i - 1].told.term;
    for (size_t i = concept->first_detail; i != 0;
         i = concepts->details[i - 1].next)
        into->details[made.details.count++] = concepts->details[i - 1].detail;
    made.terms = into->terms;
    made.details.items = into->details;
    return hxp_termbase_add(termbase, &made, error);
}

hxp_status hxp_term_concepts_finish(hxp_term_concepts *concepts,
                                    hxp_termbase *termbase, hxp_error *error)
{
    gathering into = { .terms = NULL };
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < concepts->count; i++)
        if (concepts->items[i].term_count > 0)
            status = finish_concept(concepts, i, &into, termbase, error);
    free(into.terms);
    free(into.details);
    return status;
}

void hxp_term_concepts_free(hxp_term_concepts *concepts)
{
    hxp_arena_free(&concepts->arena);
    hxp_hash_map_free(&concepts->by_key);
    hxp_hash_map_free(&concepts->had);
    free(concepts->items);
    free(concepts->terms);
    free(concepts->details);
}

/* termbase.c - concepts and their terms, all copied into one arena. */
#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

#include <hexapla/model.h>

#include <stdlib.h>

/* Words that are kept once: languages, types, file names. */
enum { WORDS = 256 };

struct hxp_termbase {
    hxp_arena arena; /* owns all that the concepts point to */
    hxp_concept *concepts;
    size_t count, capacity;
    hxp_str words[WORDS];
    size_t word_count;
};

hxp_status hxp_termbase_new(hxp_termbase **out, hxp_error *error)
{
    *out = calloc(1, sizeof **out);
    return *out ? HXP_OK : hxp_no_memory(error);
}

/* --- Copies --------------------------------------------------------------- */

/** Copy a word of which there are many. */
static bool keep_word(hxp_str *to, hxp_termbase *termbase, hxp_str word)
{
    for (size_t i = 0; i < termbase->word_count; i++) {
        if (hxp_str_equal(termbase->words[i], word)) {
            *to = termbase->words[i];
            return true;
        }
    }
    if (!hxp_arena_copy(to, &termbase->arena, word))
        return false;
    if (termbase->word_count < WORDS)
        termbase->words[termbase->word_count++] = *to;
    return true;
}

static bool copy_details(hxp_details *to, hxp_termbase *termbase,
                         const hxp_details *details)
{
    *to = (hxp_details){ NULL, 0 };
    if (details->count == 0)
        return true;
    hxp_detail *items =
        hxp_arena_alloc(&termbase->arena, details->count, sizeof *items);
    if (!items)
        return false;
    for (size_t i = 0; i < details->count; i++)
        if (!keep_word(&items[i].type, termbase, details->items[i].type) ||
            !keep_word(&items[i].language, termbase,
                       details->items[i].language) ||
            !hxp_arena_copy(&items[i].text, &termbase->arena,
                            details->items[i].text))
            return false;
    *to = (hxp_details){ items, details->count };
    return true;
}

static bool copy_term(hxp_term *to, hxp_termbase *termbase,
                      const hxp_term *term)
{
    hxp_str file = { NULL, 0 };
    *to = *term;
    if (term->file && !keep_word(&file, termbase, hxp_str_of(term->file)))
        return false;
    to->file = file.ptr;
    return hxp_arena_copy(&to->text, &termbase->arena, term->text) &&
           keep_word(&to->language, termbase, term->language) &&
           copy_details(&to->details, termbase, &term->details);
}

hxp_status hxp_termbase_add(hxp_termbase *termbase, const hxp_concept *concept,
                            hxp_error *error)
{
    hxp_arena *arena = &termbase->arena;
    hxp_concept copy = { .term_count = concept->term_count,
                         .untranslated = concept->untranslated,
                         .ignored = concept->ignored };
    hxp_term *terms =
        hxp_arena_alloc(arena, concept->term_count, sizeof *terms);
    if (!terms || !hxp_arena_copy(&copy.id, arena, concept->id) ||
        !copy_details(&copy.details, termbase, &concept->details))
        return hxp_no_memory(error);
    for (size_t i = 0; i < concept->term_count; i++)
        if (!copy_term(&terms[i], termbase, &concept->terms[i]))
            return hxp_no_memory(error);
    copy.terms = terms;
    if (!hxp_array_reserve(&termbase->concepts, &termbase->capacity,
                           termbase->count + 1, sizeof copy))
        return hxp_no_memory(error);
    termbase->concepts[termbase->count++] = copy;
    return HXP_OK;
}

/** True when concept has name as its id or as a term. */
static bool is_called(const hxp_concept *concept, hxp_str name)
{
    bool called = hxp_str_equal(concept->id, name);
    for (size_t i = 0; i < concept->term_count; i++)
        called |= hxp_str_equal(concept->terms[i].text, name);
    return called;
}

size_t hxp_termbase_ignore(hxp_termbase *termbase, hxp_str name)
{
    size_t count = 0;
    for (size_t i = 0; i < termbase->count; i++) {
        hxp_concept *concept = &termbase->concepts[i];
        if (!is_called(concept, name))
            continue;
        concept->ignored = true;
        count++;
    }
    return count;
}

/* --- Joining -------------------------------------------------------------- */

/** True when all terms of concept are in one language. */
static bool is_single(const hxp_concept *concept)
{
    for (size_t i = 1; i < concept->term_count; i++)
        if (!hxp_str_equal(concept->terms[i].language,
                           concept->terms[0].language))
            return false;
    return true;
}

/** True when what two concepts with the same id hold is about the same. */
static bool belong_together(const hxp_concept *a, const hxp_concept *b)
{
    bool overlap = false;
    for (size_t i = 0; i < a->term_count; i++)
        for (size_t k = 0; k < b->term_count; k++) {
            bool language =
                hxp_str_equal(a->terms[i].language, b->terms[k].language);
            if (language && hxp_str_equal(a->terms[i].text, b->terms[k].text))
                return true;
            overlap |= language;
        }
    return !overlap && (is_single(a) || is_single(b));
}

/** A copy of two arrays, one behind the other; NULL when memory is out. */
static void *append(hxp_arena *arena, hxp_str a, hxp_str b)
{
    char *both = hxp_arena_bytes(arena, a.len + b.len);
    if (both && a.len > 0)
        memcpy(both, a.ptr, a.len);
    if (both && b.len > 0)
        memcpy(both + a.len, b.ptr, b.len);
    return both;
}

static hxp_str bytes_of(const void *items, size_t count, size_t size)
{
    return (hxp_str){ items, count * size };
}

/** Put all that more holds behind what concept holds. */
static bool join(hxp_arena *arena, hxp_concept *concept,
                 const hxp_concept *more)
{
    const hxp_details *had = &concept->details, *come = &more->details;
    hxp_term *terms = append(
        arena, bytes_of(concept->terms, concept->term_count, sizeof *terms),
        bytes_of(more->terms, more->term_count, sizeof *terms));
    hxp_detail *details =
        append(arena, bytes_of(had->items, had->count, sizeof *details),
               bytes_of(come->items, come->count, sizeof *details));
    if (!terms || !details)
        return false;
    concept->terms = terms;
    concept->term_count += more->term_count;
    concept->details = (hxp_details){ details, had->count + come->count };
    concept->untranslated |= more->untranslated;
    concept->ignored |= more->ignored;
    return true;
}

/** Order pointers to concepts by id, then by where they stand. */
static int by_id(const void *a, const void *b)
{
    const hxp_concept *one = *(hxp_concept *const *)a;
    const hxp_concept *other = *(hxp_concept *const *)b;
    int order = hxp_str_order(&one->id, &other->id);
    return order ? order : (one > other) - (one < other);
}

/** The first concept before limit of those sorted that more belongs to. */
static hxp_concept *find_old(hxp_concept *const *run, const hxp_concept *limit,
                             const hxp_concept *more)
{
    for (; *run < limit; run++)
        if (belong_together(*run, more))
            return *run;
    return NULL;
}

/** Join those of count sorted concepts that stand at or behind limit. */
static bool join_sorted(hxp_arena *arena, hxp_concept *const *sorted,
                        size_t count, const hxp_concept *limit)
{
    size_t first = 0; /* of those with the same id */
    for (size_t i = 0; i < count; i++) {
        hxp_concept *more = sorted[i];
        if (!hxp_str_equal(sorted[first]->id, more->id))
            first = i;
        if (more < limit || more->id.len == 0)
            continue;
        hxp_concept *old = find_old(sorted + first, limit, more);
        if (!old)
            continue;
        if (!join(arena, old, more))
            return false;
        more->terms = NULL;
    }
    return true;
}

hxp_status hxp_termbase_join(hxp_termbase *termbase, size_t first,
                             hxp_error *error)
{
    size_t count = termbase->count;
    if (first == 0 || first == count)
        return HXP_OK;
    hxp_concept *concepts = termbase->concepts;
    hxp_concept **sorted = malloc(count * sizeof *sorted);
    if (!sorted)
        return hxp_no_memory(error);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &concepts[i];
    qsort(sorted, count, sizeof *sorted, by_id);
    bool done = join_sorted(&termbase->arena, sorted, count, concepts + first);
    free(sorted);
    termbase->count = first;
    for (size_t i = first; i < count; i++)
        if (concepts[i].terms)
            concepts[termbase->count++] = concepts[i];
    return done ? HXP_OK : hxp_no_memory(error);
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

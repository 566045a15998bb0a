/* sorter.c - holds findings back and hands them on in the order of places. */
#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

#include <hexapla/report.h>

#include <stdlib.h>

/** A finding that is ours, and what it is ordered by beside its place. */
typedef struct held {
    hxp_finding finding;
    size_t file;  /* as first met */
    size_t order; /* as they came */
} held;

typedef struct finding_sorter {
    hxp_finding_sink sink;
    hxp_finding_sink *next;
    hxp_arena arena;
    held *items;
    size_t count, capacity;
    hxp_str *files;
    size_t file_count, file_capacity;
} finding_sorter;

/** The number of file, which is *name afterwards; false: out of memory. */
static bool number_file(finding_sorter *sorter, hxp_str *name, size_t *number)
{
    for (size_t i = sorter->file_count; i > 0; i--) {
        if (!hxp_str_equal(sorter->files[i - 1], *name))
            continue;
        *number = i - 1;
        *name = sorter->files[i - 1];
        return true;
    }
    if (!hxp_array_reserve(&sorter->files, &sorter->file_capacity,
                           sorter->file_count + 1, sizeof *sorter->files) ||
        !hxp_arena_copy(name, &sorter->arena, *name))
        return false;
    *number = sorter->file_count;
    sorter->files[sorter->file_count++] = *name;
    return true;
}

/** Make finding, a plain copy, our own but for its file. */
static bool copy_texts(hxp_finding *finding, hxp_arena *arena)
{
    hxp_str *texts[] = { &finding->tuid,    &finding->language,
                         &finding->message, &finding->source_term,
                         &finding->found,   &finding->context,
                         &finding->source,  &finding->source_language };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (!hxp_arena_copy(texts[i], arena, *texts[i]))
            return false;
    if (finding->expected_count == 0)
        return true;
    hxp_str *expected =
        hxp_arena_alloc(arena, finding->expected_count, sizeof *expected);
    if (!expected)
        return false;
    for (size_t i = 0; i < finding->expected_count; i++)
        if (!hxp_arena_copy(&expected[i], arena, finding->expected[i]))
            return false;
    finding->expected = expected;
    return true;
}

static hxp_status hold(hxp_finding_sink *sink, const hxp_finding *finding,
                       hxp_error *error)
{
    finding_sorter *sorter = (finding_sorter *)sink;
    if (!hxp_array_reserve(&sorter->items, &sorter->capacity, sorter->count + 1,
                           sizeof *sorter->items))
        return hxp_no_memory(error);
    held *item = &sorter->items[sorter->count];
    item->finding = *finding;
    item->order = sorter->count;
    if (!number_file(sorter, &item->finding.file, &item->file) ||
        !copy_texts(&item->finding, &sorter->arena))
        return hxp_no_memory(error);
    sorter->count++;
    return HXP_OK;
}

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare(const void *left, const void *right)
{
    const held *a = left, *b = right;
    int order = compare_sizes(a->file, b->file);
    if (order == 0)
        order = compare_sizes(a->finding.place.line, b->finding.place.line);
    if (order == 0)
        order = compare_sizes(a->finding.place.column, b->finding.place.column);
    if (order == 0)
        order = strcmp(a->finding.rule, b->finding.rule);
    if (order == 0)
        order = compare_sizes(a->order, b->order);
    return order;
}

static hxp_status end(hxp_finding_sink *sink, hxp_error *error)
{
    finding_sorter *sorter = (finding_sorter *)sink;
    hxp_status status = HXP_OK;
    if (sorter->count > 0)
        qsort(sorter->items, sorter->count, sizeof *sorter->items, compare);
    for (size_t i = 0; status == HXP_OK && i < sorter->count; i++)
        status = sorter->next->finding(sorter->next, &sorter->items[i].finding,
                                       error);
    return status == HXP_OK ? sorter->next->end(sorter->next, error) : status;
}

static void close_sorter(hxp_finding_sink *sink)
{
    finding_sorter *sorter = (finding_sorter *)sink;
    sorter->next->close(sorter->next);
    hxp_arena_free(&sorter->arena);
    free(sorter->items);
    free(sorter->files);
    free(sorter);
}

hxp_status hxp_finding_sorter_new(hxp_finding_sink **out,
                                  hxp_finding_sink *next, hxp_error *error)
{
    finding_sorter *sorter = calloc(1, sizeof *sorter);
    *out = NULL;
    if (!sorter)
        return hxp_no_memory(error);
    sorter->sink = (hxp_finding_sink){ hold, end, close_sorter };
    sorter->next = next;
    *out = &sorter->sink;
    return HXP_OK;
}

/* sorter.c - holds findings back and hands them on in the order of places. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "report/runs.h"

#include <hexapla/report.h>

#include <stdlib.h>

enum { ROOM = 4 << 20 }; /* bytes held in memory; more goes to a file */

typedef struct finding_sorter {
    hxp_finding_sink sink;
    hxp_finding_sink *next;
    hxp_arena arena; /* of the items */
    hxp_held **items;
    size_t count, capacity;
    size_t bytes;   /* of the items */
    size_t order;   /* of the next finding */
    hxp_runs *runs; /* NULL: all are in memory */
    hxp_arena file_arena;
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
        !hxp_arena_copy(name, &sorter->file_arena, *name))
        return false;
    *number = sorter->file_count;
    sorter->files[sorter->file_count++] = *name;
    return true;
}

static int compare(const void *left, const void *right)
{
    hxp_held *const *a = left, *const *b = right;
    return hxp_held_compare(*a, *b);
}

static void sort(finding_sorter *sorter)
{
    if (sorter->count > 0)
        qsort(sorter->items, sorter->count, sizeof *sorter->items, compare);
}

/** Put what is in memory into a file. */
static hxp_status spill(finding_sorter *sorter, hxp_error *error)
{
    hxp_status status =
        sorter->runs ? HXP_OK : hxp_runs_new(&sorter->runs, error);
    sort(sorter);
    if (status == HXP_OK)
        status =
            hxp_runs_add(sorter->runs, sorter->items, sorter->count, error);
    sorter->count = sorter->bytes = 0;
    hxp_arena_reset(&sorter->arena);
    return status;
}

static hxp_status hold(hxp_finding_sink *sink, const hxp_finding *finding,
                       hxp_error *error)
{
    finding_sorter *sorter = (finding_sorter *)sink;
    hxp_str name = finding->file;
    size_t file;
    if (!hxp_array_reserve(&sorter->items, &sorter->capacity, sorter->count + 1,
                           sizeof(hxp_held *)) ||
        !number_file(sorter, &name, &file))
        return hxp_no_memory(error);
    hxp_held *item = hxp_held_new(&sorter->arena, finding);
    if (!item)
        return hxp_no_memory(error);
    item->file = file;
    item->order = sorter->order++;
    sorter->items[sorter->count++] = item;
    sorter->bytes += item->size;
    return sorter->bytes > ROOM ? spill(sorter, error) : HXP_OK;
}

static hxp_status hand_on(finding_sorter *sorter, const hxp_held *item,
                          hxp_error *error)
{
    hxp_finding finding = item->finding;
    finding.file = sorter->files[item->file];
    return sorter->next->finding(sorter->next, &finding, error);
}

/** Hand on what is in the file, the rest with it. */
static hxp_status merge(finding_sorter *sorter, hxp_error *error)
{
    const hxp_held *item = NULL;
    hxp_status status = sorter->count > 0 ? spill(sorter, error) : HXP_OK;
    if (status == HXP_OK)
        status = hxp_runs_next(&item, sorter->runs, error);
    while (status == HXP_OK && item) {
        status = hand_on(sorter, item, error);
        if (status == HXP_OK)
            status = hxp_runs_next(&item, sorter->runs, error);
    }
    return status;
}

static hxp_status end(hxp_finding_sink *sink, hxp_error *error)
{
    finding_sorter *sorter = (finding_sorter *)sink;
    hxp_status status = HXP_OK;
    if (sorter->runs) {
        status = merge(sorter, error);
    } else {
        sort(sorter);
        for (size_t i = 0; status == HXP_OK && i < sorter->count; i++)
            status = hand_on(sorter, sorter->items[i], error);
    }
    return status == HXP_OK ? sorter->next->end(sorter->next, error) : status;
}

static void close_sorter(hxp_finding_sink *sink)
{
    finding_sorter *sorter = (finding_sorter *)sink;
    sorter->next->close(sorter->next);
    hxp_arena_free(&sorter->arena);
    hxp_arena_free(&sorter->file_arena);
    hxp_runs_free(sorter->runs);
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

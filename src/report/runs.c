/* runs.c - runs one behind the other in a scratch, read through a heap. */
#include "report/runs.h"

#include "base/array.h"
#include "base/error.h"
#include "base/scratch.h"

#include <stdlib.h>
#include <string.h>

/** A run: the first of its findings is read, the others wait. */
typedef struct run {
    hxp_held *first;
    size_t room;   /* bytes that first may have */
    uint32_t next; /* record behind it */
    size_t left;   /* records from there on */
} run;

struct hxp_runs {
    hxp_scratch *scratch;
    run *items; /* while merging a heap: none is before its half */
    size_t count, capacity;
    bool merging;
};

hxp_status hxp_runs_new(hxp_runs **out, hxp_error *error)
{
    hxp_runs *runs = calloc(1, sizeof *runs);
    *out = NULL;
    if (!runs)
        return hxp_no_memory(error);
    hxp_status status = hxp_scratch_new(&runs->scratch, error);
    if (status == HXP_OK)
        *out = runs;
    else
        free(runs);
    return status;
}

void hxp_runs_free(hxp_runs *runs)
{
    if (!runs)
        return;
    for (size_t i = 0; i < runs->count; i++)
        free(runs->items[i].first);
    free(runs->items);
    hxp_scratch_free(runs->scratch);
    free(runs);
}

hxp_status hxp_runs_add(hxp_runs *runs, hxp_held *const *items, size_t count,
                        hxp_error *error)
{
    hxp_status status = HXP_OK;
    uint32_t number;
    if (!hxp_array_reserve(&runs->items, &runs->capacity, runs->count + 1,
                           sizeof *runs->items))
        return hxp_no_memory(error);
    runs->items[runs->count++] =
        (run){ .next = hxp_scratch_end(runs->scratch), .left = count };
    for (size_t i = 0; status == HXP_OK && i < count; i++) {
        hxp_str bytes = { (const char *)items[i], items[i]->size };
        status = hxp_scratch_add(&number, runs->scratch, 0, bytes, error);
    }
    return status;
}

/* --- Merging -------------------------------------------------------------- */

/** Read the next finding of a run that has one. */
static hxp_status read_next(run *one, hxp_scratch *scratch, hxp_error *error)
{
    hxp_record record;
    hxp_status status = hxp_scratch_read(&record, scratch, one->next, error);
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&one->first, &one->room, record.bytes.len, 1))
        return hxp_no_memory(error);
    memcpy(one->first, record.bytes.ptr, record.bytes.len);
    hxp_held_settle(one->first);
    one->next = record.after;
    one->left--;
    return HXP_OK;
}

/** Let the run at at sink below those that come before it. */
static void sift(hxp_runs *runs, size_t at)
{
    run *items = runs->items;
    for (;;) {
        size_t least = at;
        for (size_t child = 2 * at + 1; child <= 2 * at + 2; child++)
            if (child < runs->count &&
                hxp_held_compare(items[child].first, items[least].first) < 0)
                least = child;
        if (least == at)
            return;
        run kept = items[at];
        items[at] = items[least];
        items[least] = kept;
        at = least;
    }
}

/** Read the first of every run, and order the runs. */
static hxp_status start(hxp_runs *runs, hxp_error *error)
{
    hxp_status status = HXP_OK;
    runs->merging = true;
    for (size_t i = 0; status == HXP_OK && i < runs->count; i++)
        status = read_next(&runs->items[i], runs->scratch, error);
    for (size_t i = runs->count / 2; status == HXP_OK && i-- > 0;)
        sift(runs, i);
    return status;
}

/** Go on behind the first of all. */
static hxp_status advance(hxp_runs *runs, hxp_error *error)
{
    run *first = runs->items;
    hxp_status status = HXP_OK;
    if (first->left > 0) {
        status = read_next(first, runs->scratch, error);
    } else {
        free(first->first);
        *first = runs->items[--runs->count];
    }
    if (status == HXP_OK && runs->count > 0)
        sift(runs, 0);
    return status;
}

hxp_status hxp_runs_next(const hxp_held **item, hxp_runs *runs,
                         hxp_error *error)
{
    hxp_status status =
        runs->merging ? advance(runs, error) : start(runs, error);
    *item = status == HXP_OK && runs->count > 0 ? runs->items[0].first : NULL;
    return status;
}

/* word_lists.c - positions as steps from the one before, seven bits a byte. */
#include "memory/word_lists.h"

#include "memory/index.h"

#include <stdlib.h>

bool hxp_word_lists_begin(hxp_word_lists *lists, size_t texts)
{
    enum { TEXTS_A_BUCKET = 32 };
    uint32_t buckets = (uint32_t)(texts / TEXTS_A_BUCKET) + 64;
    hxp_word_lists_free(lists);
    lists->items = calloc(buckets, sizeof *lists->items);
    lists->starts = calloc((size_t)buckets + 1, sizeof *lists->starts);
    lists->buckets = buckets;
    lists->texts = texts;
    for (uint32_t i = 0; lists->items && i < buckets; i++)
        lists->items[i].last = UINT32_MAX;
    return lists->items && lists->starts;
}

/** The list of a word if the text at position is not in it yet, or NULL; *step
 * becomes how far that is behind the one before. */
static inline hxp_word_list *list_of(uint32_t *step, hxp_word_lists *lists,
                                     uint32_t position, uint32_t hash)
{
    hxp_word_list *list = &lists->items[hxp_bucket_of(hash, lists->buckets)];
    uint32_t last = list->last;
    *step = last == UINT32_MAX ? position : position - last;
    list->last = position;
    return last == position ? NULL : list;
}

static uint32_t bytes_of(uint32_t step)
{
    uint32_t bytes = 1;
    while (step >>= 7)
        bytes++;
    return bytes;
}

void hxp_word_lists_count(hxp_word_lists *lists, uint32_t position,
                          const uint32_t *hashes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t step;
        hxp_word_list *list = list_of(&step, lists, position, hashes[i]);
        if (!list)
            continue;
        list->count++;
        list->size += bytes_of(step);
    }
}

bool hxp_word_lists_place(hxp_word_lists *lists)
{
    enum { RARE = 24, LEAST_STOP = 64 };
    uint64_t total = 0;
    size_t most = lists->texts / RARE;
    most = most > LEAST_STOP ? most : LEAST_STOP;
    for (uint32_t i = 0; i < lists->buckets; i++) {
        hxp_word_list *list = &lists->items[i];
        bool stop = list->count > most;
        lists->starts[i] = (uint32_t)total | (stop ? HXP_STOP_LIST : 0);
        list->end = stop ? UINT32_MAX : (uint32_t)total;
        list->last = UINT32_MAX;
        total += stop ? 0 : list->size;
        if (total >= HXP_STOP_LIST)
            return false;
    }
    lists->starts[lists->buckets] = (uint32_t)total;
    if (!hxp_buffer_reserve(&lists->bytes, (size_t)total))
        return false;
    lists->bytes.len = (size_t)total;
    return true;
}

void hxp_word_lists_fill(hxp_word_lists *lists, uint32_t position,
                         const uint32_t *hashes, size_t count)
{
    char *bytes = lists->bytes.ptr;
    for (size_t i = 0; i < count; i++) {
        uint32_t step;
        hxp_word_list *list = list_of(&step, lists, position, hashes[i]);
        if (!list || list->end == UINT32_MAX)
            continue;
        for (; step >= 0x80; step >>= 7)
            bytes[list->end++] = (char)((step & 0x7F) | 0x80);
        bytes[list->end++] = (char)step;
    }
}

void hxp_word_lists_free(hxp_word_lists *lists)
{
    free(lists->items);
    free(lists->starts);
    hxp_buffer_free(&lists->bytes);
    *lists = (hxp_word_lists){ .items = NULL };
}

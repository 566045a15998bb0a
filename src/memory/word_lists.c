/* word_lists.c - positions as steps from the one before, seven bits a byte. */
#include "memory/word_lists.h"

#include "memory/index.h"

#include <stdlib.h>

enum {
    PIECE = sizeof(hxp_list_piece),
    HEAD = PIECE - HXP_LIST_BYTES,
    CODE_BYTES = 5, /* that are written for a step; few of them count */
    MOST_PIECES = 1 << 26
};

/** Have another piece; *number is that of it. False: no memory. */
static bool take_piece(uint32_t *number, hxp_word_lists *lists)
{
    *number = lists->free;
    if (*number > 0) {
        lists->free = lists->pieces[*number].next;
    } else {
        if (lists->count == MOST_PIECES ||
            !hxp_array_reserve(&lists->pieces, &lists->room, lists->count + 1,
                               PIECE))
            return false;
        *number = (uint32_t)lists->count++;
    }
    lists->pieces[*number].next = 0;
    return true;
}

bool hxp_word_lists_begin(hxp_word_lists *lists, size_t texts)
{
    enum { TEXTS_A_BUCKET = 32, RARE = 24, LEAST_STOP = 64 };
    size_t most = texts / RARE, buckets = texts / TEXTS_A_BUCKET + 64;
    uint32_t none;
    lists->buckets =
        (uint32_t)(buckets < HXP_MOST_BUCKETS ? buckets : HXP_MOST_BUCKETS);
    lists->most = (uint32_t)(most > LEAST_STOP ? most : LEAST_STOP);
    lists->items = calloc(lists->buckets, sizeof *lists->items);
    lists->starts = calloc((size_t)lists->buckets + 1, sizeof *lists->starts);
    return lists->items && lists->starts && take_piece(&none, lists);
}

/** End the last piece of list. */
static void end_piece(hxp_word_lists *lists, const hxp_word_list *list)
{
    if (list->at > 0)
        lists->pieces[list->at / PIECE].used =
            (uint8_t)(list->at % PIECE - HEAD);
}

/** Do without a list, whose pieces others may have. */
static void stop_list(hxp_word_lists *lists, hxp_word_list *list)
{
    lists->pieces[list->at / PIECE].next = lists->free;
    lists->free = list->first;
    list->count = UINT32_MAX;
    list->size = list->first = 0;
    list->at = HEAD;
}

/** Begin another piece of list. False: no memory. */
static bool add_piece(hxp_word_lists *lists, hxp_word_list *list)
{
    uint32_t number;
    if (!take_piece(&number, lists))
        return false;
    end_piece(lists, list);
    if (list->at > 0)
        lists->pieces[list->at / PIECE].next = number;
    else
        list->first = number;
    list->at = number * PIECE + HEAD;
    return true;
}

/** Write a step without asking how long it is, which nobody can foretell;
 * returns how many bytes of those written it takes. */
static inline uint32_t write_step(uint8_t *to, uint32_t step)
{
    uint32_t more = (uint32_t)(step >= 1u << 7) + (step >= 1u << 14) +
                    (step >= 1u << 21) + (step >= 1u << 28);
    uint32_t code = (step & 0x7F) | (step << 1 & 0x7F00) |
                    (step << 2 & 0x7F0000) | (step << 3 & 0x7F000000);
    code |= 0x80808080 & (uint32_t)(((uint64_t)1 << 8 * more) - 1);
    for (unsigned i = 0; i < sizeof code; i++)
        to[i] = (uint8_t)(code >> 8 * i & 0xFF);
    to[sizeof code] = (uint8_t)(step >> 28);
    return more + 1;
}

/** Whether list has room for a step; it never goes on at the end of a piece,
 * which is where the next one begins. */
static inline bool has_room(const hxp_word_list *list)
{
    return list->at % PIECE - HEAD < HXP_LIST_BYTES - CODE_BYTES;
}

bool hxp_word_lists_add(hxp_word_lists *lists, uint32_t position,
                        const uint32_t *buckets, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        hxp_word_list *list = &lists->items[buckets[i]];
        if (!has_room(list) && !add_piece(lists, list))
            return false;
        /* What is not kept, or there already, is written all the same, but
         * does not count: that no branch depends on it is faster. */
        uint32_t step = position - list->last;
        uint32_t counts =
            (list->count != UINT32_MAX) & ((step != 0) | (list->count == 0));
        uint32_t size =
            write_step((uint8_t *)lists->pieces + list->at, step) * counts;
        list->last = position;
        list->count += counts;
        list->at += size;
        list->size += size;
        if (counts && list->count > lists->most)
            stop_list(lists, list);
    }
    return true;
}

void hxp_word_lists_fetch(const hxp_word_lists *lists, bool pieces,
                          const uint32_t *buckets, size_t count)
{
    const char *first = (const char *)lists->pieces;
    for (size_t i = 0; i < count; i++) {
        const hxp_word_list *list = &lists->items[buckets[i]];
        if (pieces)
            __builtin_prefetch(first + list->at, 1);
        else
            __builtin_prefetch(list, 1);
    }
}

bool hxp_word_lists_place(hxp_word_lists *lists)
{
    lists->bytes = 0;
    for (uint32_t i = 0; i < lists->buckets; i++) {
        const hxp_word_list *list = &lists->items[i];
        end_piece(lists, list);
        lists->starts[i] = (uint32_t)lists->bytes |
                           (list->count == UINT32_MAX ? HXP_STOP_LIST : 0);
        lists->bytes += list->size;
        if (lists->bytes >= HXP_STOP_LIST)
            return false;
    }
    lists->starts[lists->buckets] = (uint32_t)lists->bytes;
    return true;
}

bool hxp_word_lists_are_full(const hxp_word_lists *lists)
{
    return lists->count == MOST_PIECES || lists->bytes >= HXP_STOP_LIST;
}

const hxp_list_piece *hxp_word_lists_next(hxp_str *bytes,
                                          const hxp_word_lists *lists,
                                          uint32_t bucket,
                                          const hxp_list_piece *before)
{
    uint32_t number = before ? before->next : lists->items[bucket].first;
    if (number == 0)
        return NULL;
    const hxp_list_piece *piece = &lists->pieces[number];
    *bytes = (hxp_str){ (const char *)piece->bytes, piece->used };
    return piece;
}

void hxp_word_lists_free(hxp_word_lists *lists)
{
    free(lists->items);
    free(lists->starts);
    free(lists->pieces);
    *lists = (hxp_word_lists){ .items = NULL };
}

/* entry_order.c - entries in the order of another version of their file. */
#include "formats/documents/entry_order.h"

#include "base/str.h"

#include <stdlib.h>

/** An entry, by its key. */
typedef struct entry {
    uint64_t key;
    size_t number; /* of its paragraph */
} entry;

/** Entries sorted by their keys. */
typedef struct entry_list {
    entry *items;
    size_t count;
} entry_list;

static int by_key(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    return x->key != y->key ? (x->key > y->key) - (x->key < y->key)
                            : (x->number > y->number) - (x->number < y->number);
}

/**
 * Keep of sorted entries the first one of each key whose entries stand together
 * in their file, and none of the others: in pages a part may have a key, and
 * what stands in it others.
 */
static void keep_firsts(entry_list *list)
{
    const entry *items = list->items;
    size_t kept = 0;
    for (size_t i = 0, end; i < list->count; i = end) {
        bool together = items[i].key != 0;
        for (end = i + 1; end < list->count && items[end].key == items[i].key;
             end++)
            together =
                together && items[end].number == items[end - 1].number + 1;
        if (together)
            list->items[kept++] = items[i];
    }
    list->count = kept;
}

/** List the entries of document that can be found by their keys. False: no
 * memory. */
static bool list_entries(entry_list *list, const hxp_document *document)
{
    size_t count = document->paragraph_count;
    *list = (entry_list){ calloc(count + 1, sizeof *list->items), count };
    if (!list->items)
        return false;
    for (size_t i = 0; i < count; i++)
        list->items[i] = (entry){ document->keys[i], i };
    qsort(list->items, count, sizeof *list->items, by_key);
    keep_firsts(list);
    return true;
}

/** The entry that has key; NULL: none has. */
static const entry *find(const entry_list *list, uint64_t key)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->count && list->items[low].key == key ? &list->items[low]
                                                            : NULL;
}

/** True for an id that is a number: files may number their entries, each by
 * itself. */
static bool is_number(hxp_str id)
{
    size_t i = 0;
    while (i < id.len && hxp_ascii_digit(id.ptr[i]))
        i++;
    return i == id.len;
}

/** Give each paragraph of document, as ranks, the place of its entry in the
 * other file, whose list is the second. Returns how many have one; 0 when they
 * are numbered. */
static size_t rank_all(entry *ranks, const hxp_document *document,
                       const entry_list lists[2])
{
    size_t shared = 0, rank = 0;
    bool numbered = false;
    for (size_t i = 0; i < document->paragraph_count; i++) {
        uint64_t key = document->keys[i];
        const entry *same = find(&lists[0], key) ? find(&lists[1], key) : NULL;
        if (same) {
            rank = same->number;
            shared++;
            numbered =
                numbered || (document->ids && is_number(document->ids[i]));
        }
        ranks[i] = (entry){ rank, i };
    }
    return numbered ? 0 : shared;
}

bool hxp_entry_order(size_t **order, const hxp_document *document,
                     const hxp_document *like)
{
    size_t count = document->paragraph_count, others = like->paragraph_count;
    size_t fewer = count < others ? count : others;
    bool moved = false;
    *order = NULL;
    if (!document->keys || !like->keys)
        return true;
    entry_list lists[2] = { { NULL, 0 }, { NULL, 0 } };
    entry *ranks = calloc(count + 1, sizeof *ranks);
    size_t *found = calloc(count + 1, sizeof *found);
    bool done = ranks && found && list_entries(&lists[0], document) &&
                list_entries(&lists[1], like);
    if (done && 2 * rank_all(ranks, document, lists) > fewer) {
        qsort(ranks, count, sizeof *ranks, by_key);
        for (size_t i = 0; i < count; i++) {
            found[i] = ranks[i].number;
            moved = moved || found[i] != i;
        }
    }
    free(lists[0].items);
    free(lists[1].items);
    free(ranks);
    if (moved)
        *order = found;
    else
        free(found);
    return done;
}

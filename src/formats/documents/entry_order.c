/* entry_order.c - entries of a program's texts in the order of another file. */
#include "formats/documents/entry_order.h"

#include "base/str.h"

#include <stdlib.h>

/** An entry, by its key. */
typedef struct entry {
    uint64_t key;
    size_t number; /* of its paragraph */
} entry;

static int by_key(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    return x->key != y->key ? (x->key > y->key) - (x->key < y->key)
                            : (x->number > y->number) - (x->number < y->number);
}

/** The entries of document, sorted by their keys. NULL: no memory. */
static entry *sort_entries(const hxp_document *document)
{
    size_t count = document->paragraph_count;
    entry *entries = calloc(count + 1, sizeof *entries);
    for (size_t i = 0; entries && i < count; i++)
        entries[i] = (entry){ document->keys[i], i };
    if (entries)
        qsort(entries, count, sizeof *entries, by_key);
    return entries;
}

/** The first of count sorted entries that has key; NULL: none has. */
static const entry *find(const entry *entries, size_t count, uint64_t key)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (entries[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && entries[low].key == key ? &entries[low] : NULL;
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

/** Give each paragraph of document, as ranks, the place of its entry in like.
 * False: too few have one. */
static bool rank_all(entry *ranks, const hxp_document *document,
                     const hxp_document *like, const entry *entries)
{
    size_t count = document->paragraph_count, shared = 0, numbers = 0, rank = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t key = document->keys[i];
        const entry *same =
            key == 0 ? NULL : find(entries, like->paragraph_count, key);
        if (same) {
            rank = same->number;
            shared++;
            numbers += is_number(document->ids[i]);
        }
        ranks[i] = (entry){ rank, i };
    }
    size_t fewer =
        count < like->paragraph_count ? count : like->paragraph_count;
    return 2 * shared > fewer && numbers == 0;
}

bool hxp_entry_order(size_t **order, const hxp_document *document,
                     const hxp_document *like)
{
    size_t count = document->paragraph_count;
    bool moved = false;
    *order = NULL;
    if (!document->keys || !document->ids || !like->keys)
        return true;
    entry *entries = sort_entries(like);
    entry *ranks = calloc(count + 1, sizeof *ranks);
    size_t *found = calloc(count + 1, sizeof *found);
    bool done = entries && ranks && found;
    if (done && rank_all(ranks, document, like, entries)) {
        qsort(ranks, count, sizeof *ranks, by_key);
        for (size_t i = 0; i < count; i++) {
            found[i] = ranks[i].number;
            moved = moved || found[i] != i;
        }
    }
    free(entries);
    free(ranks);
    if (moved)
        *order = found;
    else
        free(found);
    return done;
}

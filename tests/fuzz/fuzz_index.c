/* fuzz_index.c - indexes of fuzzy look-up, which are untrusted: whatever stands
 * in one whose hash is right, looking up stays within it. */
#include "base/hash.h"
#include "base/str.h"
#include "memory/find.h"
#include "memory/phrase_scan.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LARGEST = 1 << 20 };

/** Bytes as long as their header asks for, with the hash that they must have;
 * NULL: they are no index. */
static uint8_t *make_whole(const uint8_t *data, size_t size, size_t *whole)
{
    hxp_index_header header;
    hxp_index_layout layout;
    if (size < sizeof header)
        return NULL;
    memcpy(&header, data, sizeof header);
    if (!hxp_index_layout_of(&layout, &header) || layout.size > LARGEST)
        return NULL;
    uint8_t *bytes = calloc(1, layout.size);
    if (!bytes)
        return NULL;
    memcpy(bytes, data, size < layout.hash ? size : layout.hash);
    hxp_hasher hasher = HXP_HASHER_INIT;
    for (size_t at = 0; at < layout.hash; at += HXP_INDEX_BLOCK) {
        size_t len = layout.hash - at;
        len = len < HXP_INDEX_BLOCK ? len : HXP_INDEX_BLOCK;
        hxp_hasher_add(&hasher, (hxp_str){ (const char *)bytes + at, len });
    }
    hxp_hash hash = hxp_hasher_finish(&hasher);
    memcpy(bytes + layout.hash, &hash, sizeof hash);
    *whole = layout.size;
    return bytes;
}

static hxp_status give_nothing(void *context, hxp_characters *characters,
                               const hxp_hit *hit, hxp_error *error)
{
    (void)context;
    (void)hit;
    (void)error;
    characters->count = 0;
    return HXP_OK;
}

static void find(const hxp_index *index, const char *text, unsigned min)
{
    uint32_t items[300];
    hxp_characters query = { items, strlen(text), 0 };
    bool *wanted = calloc(index->class_count + 1, sizeof *wanted);
    if (!wanted)
        return;
    memset(wanted, true, index->class_count);
    for (size_t i = 0; i < query.count; i++)
        items[i] = (unsigned char)text[i];
    hxp_finder finder = { .kernels = hxp_kernels_at(0),
                          .parts = { index },
                          .wanted = { wanted },
                          .give = give_nothing,
                          .all_equal = true };
    (void)hxp_find(&finder, &query, (hxp_difference){ 100 - min, 100 }, 5,
                   NULL);
    hxp_finder_free(&finder);
    free(wanted);
}

static void search(const hxp_index *index, const char *text)
{
    hxp_phrase_scan scan = { .index = NULL };
    hxp_wanted_phrase phrase = { .run = 0 };
    hxp_caseless *caseless;
    const hxp_cell *cell = NULL;
    uint32_t position;
    if (hxp_caseless_new(&caseless, NULL) != HXP_OK)
        return;
    if (hxp_phrase_make(&phrase, caseless, hxp_str_of(text), false, NULL) ==
            HXP_OK &&
        hxp_phrase_scan_open(&scan, index, caseless, NULL) == HXP_OK &&
        hxp_phrase_scan_set(&scan, &phrase, NULL) == HXP_OK)
        while (hxp_phrase_scan_next(&position, &cell, &scan, NULL) == HXP_OK &&
               cell)
            if (position >= index->header.texts)
                abort();
    hxp_phrase_scan_free(&scan);
    hxp_phrase_free(&phrase);
    hxp_caseless_free(caseless);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t whole;
    hxp_index index;
    uint8_t *bytes = make_whole(data, size, &whole);
    if (!bytes)
        return 0;
    hxp_str view = { (const char *)bytes, whole };
    if (hxp_index_view(&index, view, NULL) == HXP_OK) {
        find(&index, "open the file", 70);
        find(&index, "one", 10);
        find(&index,
             "a text of some length, with words and signs: it is there "
             "so that more rows than those of two words are compared, "
             "and that takes some characters",
             1);
        search(&index, "the file");
        search(&index, "o*");
        hxp_index_close(&index);
    }
    free(bytes);
    return 0;
}

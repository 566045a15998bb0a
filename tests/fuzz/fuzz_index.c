/* fuzz_index.c - indexes of fuzzy look-up, which are untrusted: whatever stands
 * in one whose hash is right, looking up stays within it.
 *
 * An input says what is changed in an index that is made here, so that it goes
 * on from one of today's layout whatever that is: a byte that chooses the index
 * and the kernels, then changes, each the place, in two bytes, how many bytes
 * are changed, and these. Where the header changes, parts move along. */
#include "base/hash.h"
#include "base/str.h"
#include "memory/find.h"
#include "memory/phrase_scan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LARGEST = 1 << 20, PARTS = sizeof(hxp_index_layout) / sizeof(size_t) };

/* --- Making an index ------------------------------------------------------ */

static void add_text(hxp_index_builder *builder, int64_t number,
                     const char *text)
{
    static const char tags[] = "en\0nl";
    char name[sizeof number + sizeof tags];
    int64_t memory = number % 3;
    memcpy(name, &memory, sizeof memory);
    memcpy(name + sizeof memory, tags, sizeof tags);
    if (hxp_index_builder_add(builder, number, (hxp_str){ name, sizeof name },
                              hxp_str_of(text), NULL) != HXP_OK)
        abort();
}

/** Make an index of few texts, or one of more than a group. */
static hxp_buffer make_index(bool large)
{
    hxp_index_builder *builder;
    hxp_output *output;
    hxp_store_state state = { 0 };
    hxp_buffer bytes = { NULL, 0, 0 };
    if (hxp_index_builder_new(&builder, NULL) != HXP_OK ||
        hxp_output_memory(&output, NULL) != HXP_OK)
        abort();
    add_text(builder, 1, "one text");
    add_text(builder, 2,
             "d\xC3\xA9j\xC3\xA0 un texte \xE2\x80\x93 et un autre");
    for (int i = 0; large && i < HXP_GROUPED + 40; i++) {
        char text[80];
        snprintf(text, sizeof text, "open the %s %d%s", i % 3 ? "file" : "one",
                 i % 7, i % 11 ? "" : ", or look at what it has");
        add_text(builder, 3 + i, text);
    }
    if (hxp_index_builder_write(builder, output, &state, NULL) != HXP_OK ||
        hxp_output_finish(output, NULL) != HXP_OK ||
        !hxp_buffer_add(&bytes, hxp_output_bytes(output)))
        abort();
    hxp_output_close(output);
    hxp_index_builder_free(builder);
    return bytes;
}

/* --- Changing it ---------------------------------------------------------- */

/** Make the changes that are at places from first up to end of bytes. */
static void change(uint8_t *bytes, size_t first, size_t end,
                   const uint8_t *data, size_t size)
{
    enum { HEAD = 3 };
    while (size > HEAD) {
        size_t at = data[0] | (size_t)data[1] << 8, count = data[2] % 16 + 1u;
        data += HEAD;
        size -= HEAD;
        count = count < size ? count : size;
        if (at >= first && at < end && count <= end - at)
            memcpy(bytes + at, data, count);
        data += count;
        size -= count;
    }
}

/** The start of part i; those of the header and of the hash are parts, too. */
static size_t part_at(const hxp_index_layout *layout, size_t i)
{
    size_t starts[PARTS];
    memcpy(starts, layout, sizeof starts);
    return i == 0 ? 0 : starts[i - 1];
}

static void put_hash(uint8_t *bytes, size_t end)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    for (size_t at = 0; at < end; at += HXP_INDEX_BLOCK) {
        size_t len = end - at;
        len = len < HXP_INDEX_BLOCK ? len : HXP_INDEX_BLOCK;
        hxp_hasher_add(&hasher, (hxp_str){ (const char *)bytes + at, len });
    }
    hxp_hash hash = hxp_hasher_finish(&hasher);
    memcpy(bytes + end, &hash, sizeof hash);
}

/** A copy of index with changes, as long as its header asks for then, and with
 * the hash that it must have; NULL: it would be too large. */
static uint8_t *make_changed(hxp_str index, const uint8_t *data, size_t size,
                             size_t *whole)
{
    hxp_index_header header;
    hxp_index_layout old, layout;
    memcpy(&header, index.ptr, sizeof header);
    if (!hxp_index_layout_of(&old, &header))
        abort();
    change((uint8_t *)&header, 0, sizeof header, data, size);
    if (!hxp_index_layout_of(&layout, &header) || layout.size > LARGEST)
        return NULL;
    uint8_t *bytes = calloc(1, layout.size);
    if (!bytes)
        return NULL;
    for (size_t i = 0; i + 1 < PARTS; i++) {
        size_t from = part_at(&old, i), to = part_at(&layout, i);
        size_t room = part_at(&layout, i + 1) - to;
        size_t len = part_at(&old, i + 1) - from;
        memcpy(bytes + to, index.ptr + from, len < room ? len : room);
    }
    memcpy(bytes, &header, sizeof header);
    change(bytes, sizeof header, layout.hash, data, size);
    put_hash(bytes, layout.hash);
    *whole = layout.size;
    return bytes;
}

/* --- Looking up ----------------------------------------------------------- */

static hxp_status give_nothing(void *context, hxp_characters *characters,
                               const hxp_hit *hit, hxp_error *error)
{
    (void)context;
    (void)hit;
    (void)error;
    characters->count = 0;
    return HXP_OK;
}

static void find(const hxp_index *index, const hxp_kernels *kernels,
                 const char *text, unsigned min)
{
    uint32_t items[300];
    hxp_characters query = { items, strlen(text), 0 };
    bool *wanted = calloc(index->class_count + 1, sizeof *wanted);
    if (!wanted)
        return;
    memset(wanted, true, index->class_count);
    for (size_t i = 0; i < query.count; i++)
        items[i] = (unsigned char)text[i];
    hxp_finder finder = { .kernels = kernels,
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
    static hxp_buffer indexes[2]; /* made once, and never freed */
    const hxp_kernels *kernels = NULL;
    size_t whole;
    hxp_index index;
    if (size == 0)
        return 0;
    bool large = data[0] & 1;
    for (size_t i = data[0] >> 1 & 3; !kernels; i--)
        kernels = hxp_kernels_at(i);
    if (!indexes[large].ptr)
        indexes[large] = make_index(large);
    uint8_t *bytes = make_changed(hxp_buffer_str(&indexes[large]), data + 1,
                                  size - 1, &whole);
    if (!bytes)
        return 0;
    hxp_str view = { (const char *)bytes, whole };
    if (hxp_index_view(&index, view, NULL) == HXP_OK) {
        find(&index, kernels, "open the file", 70);
        find(&index, kernels, "one", 10);
        find(&index, kernels,
             "a text of some length, with words and signs: it is there "
             "so that more rows than those of two words are compared, "
             "and that takes some characters",
             1);
        search(&index, "the file");
        search(&index, "o*");
        hxp_index_close(&index);
    } else if (size == 1) {
        abort(); /* nothing was changed */
    }
    free(bytes);
    return 0;
}

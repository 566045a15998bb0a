/* index_build.c - makes an index of texts. */
#include "memory/index.h"

#include "base/error.h"
#include "base/names.h"
#include "base/str.h"
#include "memory/index_texts.h"
#include "memory/index_writer.h"
#include "memory/signature.h"
#include "memory/word_lists.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdlib.h>
#include <string.h>

/** What is made of texts in the order of the index. */
typedef struct index_parts {
    hxp_chain cells, signatures, ids, class_numbers, rows, words;
    uint32_t count;                /* of texts */
    uint32_t cell_count;           /* how many there are */
    hxp_cell cell;                 /* the last one */
    uint8_t group[HXP_SIGNATURES]; /* of signatures, that is not full */
} index_parts;

/** A text that is to be put in order. */
typedef struct ordered {
    const hxp_kept_text *text;
    uint32_t key; /* twice the length, and 1 more: packed */
} ordered;

struct hxp_index_builder {
    hxp_index_texts texts;
    hxp_packing packing;
    hxp_names classes;
    uint32_t last_class; /* number of it */
    uint32_t last_id;    /* the highest */
    ordered *sorted, *other;
    size_t sorted_room, other_room;
    bool begun, ordered; /* parts and lists are; nothing is added then */
    index_parts parts;
    uint32_t *share_starts;
    hxp_word_lists lists;
    uint8_t letter_classes[256];
    hxp_index_writer writer;
};

const char hxp_index_magic[8] = { 'H', 'X', 'P', 'I', 'D', 'X', '1', '2' };

hxp_status hxp_index_builder_new(hxp_index_builder **out, hxp_error *error)
{
    hxp_index_builder *builder = calloc(1, sizeof *builder);
    *out = NULL;
    if (!builder)
        return hxp_no_memory(error);
    hxp_status status = hxp_index_texts_init(&builder->texts, error);
    if (status == HXP_OK)
        *out = builder;
    else
        free(builder);
    return status;
}

static hxp_chain *chain_of(index_parts *parts, size_t i)
{
    hxp_chain *const chains[] = { &parts->cells, &parts->signatures,
                                  &parts->ids,   &parts->class_numbers,
                                  &parts->rows,  &parts->words };
    return i < sizeof chains / sizeof *chains ? chains[i] : NULL;
}

void hxp_index_builder_free(hxp_index_builder *builder)
{
    hxp_chain *chain;
    if (!builder)
        return;
    hxp_index_texts_free(&builder->texts);
    hxp_names_free(&builder->classes);
    hxp_word_lists_free(&builder->lists);
    free(builder->share_starts);
    for (size_t i = 0; (chain = chain_of(&builder->parts, i)); i++)
        hxp_chain_free(chain);
    free(builder->sorted);
    free(builder->other);
    free(builder);
#ifdef __GLIBC__
    malloc_trim(0); /* the pieces may lie beneath what others keep */
#endif
}

/* --- Adding --------------------------------------------------------------- */

/** Number a class; most often it is that of the text before. */
static bool number_class(uint32_t *number, hxp_index_builder *builder,
                         hxp_str name)
{
    hxp_names *classes = &builder->classes;
    *number = builder->last_class;
    if (classes->count > 0 && hxp_str_equal(classes->items[*number], name))
        return true;
    if (!hxp_names_add(classes, name, number))
        return false;
    builder->last_class = *number;
    return true;
}

bool hxp_index_builder_is_full(const hxp_index_builder *builder, size_t more)
{
    enum { MOST_TEXTS = 1 << 22, MOST_SYMBOLS = 1 << 28 };
    const hxp_index_texts *texts = &builder->texts;
    return texts->count > 0 &&
           (texts->count + more > MOST_TEXTS || texts->length > MOST_SYMBOLS ||
            builder->classes.count + more > HXP_INDEX_CLASSES);
}

static hxp_status too_large(hxp_error *error)
{
    return hxp_fail(error, HXP_ELIMIT,
                    "the store is too large for fuzzy look-up");
}

hxp_status hxp_index_builder_add(hxp_index_builder *builder, int64_t id,
                                 hxp_str class_name, hxp_str text,
                                 hxp_error *error)
{
    uint32_t number;
    hxp_index_texts *texts = &builder->texts;
    hxp_status status = hxp_index_texts_read(texts, text, error);
    if (status != HXP_OK || texts->symbol_count == 0)
        return status;
    if (!number_class(&number, builder, class_name))
        return hxp_no_memory(error);
    if (number >= HXP_INDEX_CLASSES || id > UINT32_MAX ||
        texts->count >= HXP_STOP_LIST)
        return too_large(error);
    if (!hxp_index_texts_keep(texts, (uint32_t)id, (uint16_t)number))
        return hxp_no_memory(error);
    builder->last_id = id > builder->last_id ? (uint32_t)id : builder->last_id;
    return HXP_OK;
}

/* --- Ordering ------------------------------------------------------------- */

/** The text behind one in the bin of so many words, or the first; NULL: none;
 * *piece is the one that it is in. */
static hxp_kept_text *next_text(hxp_piece **piece, hxp_kept_text *before,
                                size_t words)
{
    enum { AHEAD = 1024 };
    size_t size = before ? hxp_kept_size(words, before->length) : 0;
    char *start = (char *)(*piece)->bytes;
    char *next = before ? (char *)before + size : start;
    __builtin_prefetch(next + AHEAD);
    if (next == start + (*piece)->used) {
        *piece = (*piece)->next;
        next = *piece ? (char *)(*piece)->bytes : NULL;
    }
    return (hxp_kept_text *)(void *)next;
}

/** Choose the codes, and deal out the buckets, by some texts. False: no
 * memory. */
static bool learn_of_texts(hxp_index_builder *builder)
{
    enum { SAMPLE = 1 << 22 }; /* symbols */
    const hxp_index_texts *texts = &builder->texts;
    uint64_t step = texts->length / SAMPLE + 1, number = 0;
    uint32_t often[256] = { 0 };
    hxp_share_counter *counter = hxp_share_counter_new();
    if (!counter)
        return false;
    for (size_t words = 0; words < texts->bin_count; words++) {
        hxp_piece *piece = texts->bins[words].first;
        hxp_kept_text *text = NULL;
        while (piece && (text = next_text(&piece, text, words))) {
            const uint8_t *symbols = hxp_kept_symbols(text, words);
            if (number++ % step != 0)
                continue;
            for (size_t i = 0; i < text->length; i++)
                often[symbols[i]]++;
            hxp_share_counter_add(counter, hxp_kept_keys(text), words);
        }
    }
    hxp_packing_choose(&builder->packing, often);
    hxp_signature_classes(builder->letter_classes, &builder->packing);
    builder->share_starts =
        hxp_share_counter_deal(counter, builder->lists.buckets);
    hxp_share_counter_free(counter);
    return builder->share_starts != NULL;
}

/** Make buckets of the keys of a text's words. */
static void find_buckets(const hxp_index_builder *builder, hxp_kept_text *text,
                         size_t words)
{
    uint32_t *keys = (uint32_t *)(void *)(text + 1);
    hxp_word_shares shares =
        hxp_word_shares_of(builder->share_starts, builder->lists.buckets);
    for (size_t i = 0; i < words; i++)
        keys[i] = hxp_bucket_of(shares, keys[i]);
}

/** List the texts of a bin of so many words. False: no memory. */
static bool list_texts(size_t *count, hxp_index_builder *builder, size_t words)
{
    hxp_piece *piece = builder->texts.bins[words].first;
    hxp_kept_text *text = NULL;
    *count = 0;
    while (piece && (text = next_text(&piece, text, words))) {
        find_buckets(builder, text, words);
        bool packed = hxp_packing_fits(
            &builder->packing, hxp_kept_symbols(text, words), text->length);
        if (!hxp_array_reserve(&builder->sorted, &builder->sorted_room,
                               *count + 1, sizeof *builder->sorted))
            return false;
        builder->sorted[(*count)++] =
            (ordered){ text, 2 * (uint32_t)text->length + packed };
    }
    return hxp_array_reserve(&builder->other, &builder->other_room, *count,
                             sizeof *builder->other);
}

/** Order the texts that are listed by their keys, without mixing equals. */
static bool sort_texts(hxp_index_builder *builder, size_t count)
{
    const ordered *from = builder->sorted;
    uint32_t least = from[0].key, most = least;
    for (size_t i = 1; i < count; i++) {
        least = from[i].key < least ? from[i].key : least;
        most = from[i].key > most ? from[i].key : most;
    }
    uint32_t keys = most - least + 1;
    uint32_t *starts = calloc((size_t)keys + 1, sizeof *starts);
    if (!starts)
        return false;
    for (size_t i = 0; i < count; i++)
        starts[from[i].key - least + 1]++;
    for (uint32_t i = 0; i < keys; i++)
        starts[i + 1] += starts[i];
    for (size_t i = 0; i < count; i++)
        builder->other[starts[from[i].key - least]++] = from[i];
    free(starts);
    return true;
}

/* --- Making the parts ----------------------------------------------------- */

/** Append the lowest bytes of a number. */
static bool put_number(hxp_chain *chain, hxp_piece_pool *pool, uint32_t number,
                       size_t size)
{
    uint8_t *to = hxp_chain_add(chain, pool, size);
    for (size_t i = 0; to && i < size; i++)
        to[i] = (uint8_t)(number >> 8 * i & 0xFF);
    return to != NULL;
}

/** How many bytes class numbers take. */
static uint32_t class_size(const hxp_index_builder *builder)
{
    size_t count = builder->classes.count;
    return (uint32_t)(count > 1) + (count > 256);
}

/** How many bytes ids take. */
static uint32_t id_size(const hxp_index_builder *builder)
{
    return builder->last_id < (uint32_t)1 << 24 ? 3 : 4;
}

/** Begin the cell of a text if it is not the last one. */
static bool put_cell(hxp_index_builder *builder, const ordered *of,
                     size_t words)
{
    index_parts *parts = &builder->parts;
    hxp_cell *last = &parts->cell;
    uint32_t packed = of->key & 1;
    if (parts->count > 0 && last->words == words &&
        last->length == of->text->length && (last->text & 1) == packed)
        return true;
    *last = (hxp_cell){ (uint16_t)words, of->text->length, parts->count,
                        2 * parts->rows.size + packed };
    parts->cell_count++;
    return hxp_chain_put(&parts->cells, &builder->texts.pool, last,
                         sizeof *last);
}

/** Append the text itself, as it is written. */
static bool put_row(hxp_index_builder *builder, const ordered *of,
                    const uint8_t *symbols)
{
    size_t length = of->text->length;
    bool packed = of->key & 1;
    uint8_t *to = hxp_chain_add(&builder->parts.rows, &builder->texts.pool,
                                packed ? hxp_packed_size(length) : length);
    if (to && packed)
        hxp_symbols_pack(to, &builder->packing, symbols, length);
    else if (to)
        memcpy(to, symbols, length);
    return to != NULL;
}

/** Append the group of signatures. */
static bool put_group(hxp_index_builder *builder)
{
    return hxp_chain_put(&builder->parts.signatures, &builder->texts.pool,
                         builder->parts.group, sizeof builder->parts.group);
}

/** Put the next text in order, which has so many words, into all parts. */
static bool put_text(hxp_index_builder *builder, const ordered *of,
                     size_t words)
{
    index_parts *parts = &builder->parts;
    hxp_piece_pool *pool = &builder->texts.pool;
    const uint8_t *symbols = hxp_kept_symbols(of->text, words);
    hxp_letter_counts counts;
    if (!put_cell(builder, of, words) || !put_row(builder, of, symbols) ||
        !put_number(&parts->ids, pool, of->text->id, id_size(builder)) ||
        !put_number(&parts->class_numbers, pool, of->text->class_number,
                    class_size(builder)) ||
        !hxp_chain_put(&parts->words, pool, hxp_kept_words(of->text, words),
                       words) ||
        !hxp_word_lists_add(&builder->lists, parts->count,
                            hxp_kept_keys(of->text), words))
        return false;
    hxp_letters_count(&counts, builder->letter_classes, symbols,
                      of->text->length);
    hxp_signature_put(parts->group, parts->count, &counts);
    return ++parts->count % HXP_GROUPED != 0 || put_group(builder);
}

/** Let the cache get what is needed for the texts behind number i. */
static void fetch(const hxp_index_builder *builder, size_t i, size_t count,
                  size_t words)
{
    enum { LISTS = 4, ITEMS = 8, TEXTS = 12, LINES = 3 };
    const size_t line = 64;
    const ordered *next = builder->other + i;
    const hxp_word_lists *lists = &builder->lists;
    if (i + TEXTS < count)
        for (size_t k = 0; k < LINES; k++)
            __builtin_prefetch((const char *)next[TEXTS].text + k * line);
    if (i + ITEMS < count)
        hxp_word_lists_fetch(lists, false, hxp_kept_keys(next[ITEMS].text),
                             words);
    if (i + LISTS < count)
        hxp_word_lists_fetch(lists, true, hxp_kept_keys(next[LISTS].text),
                             words);
}

/** Put the texts of so many words; they go then. */
static bool put_bin(hxp_index_builder *builder, size_t words)
{
    hxp_chain *bin = &builder->texts.bins[words];
    size_t count;
    if (!bin->first)
        return true;
    if (!list_texts(&count, builder, words) || !sort_texts(builder, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        fetch(builder, i, count, words);
        if (!put_text(builder, &builder->other[i], words))
            return false;
    }
    hxp_chain_release(bin, &builder->texts.pool);
    return true;
}

/** Make the parts of all texts. */
static bool make_parts(hxp_index_builder *builder)
{
    hxp_index_texts *texts = &builder->texts;
    if (builder->begun)
        return false;
    builder->begun = true;
    if (!hxp_word_lists_begin(&builder->lists, texts->count) ||
        !learn_of_texts(builder))
        return false;
    for (size_t words = 0; words < texts->bin_count; words++)
        if (!put_bin(builder, words))
            return false;
    if (builder->parts.count % HXP_GROUPED != 0 && !put_group(builder))
        return false;
    return hxp_word_lists_place(&builder->lists);
}

/* --- Writing -------------------------------------------------------------- */

static uint32_t put_classes(hxp_index_builder *builder, bool write)
{
    uint32_t bytes = 0;
    for (size_t i = 0; i < builder->classes.count; i++) {
        hxp_str name = builder->classes.items[i];
        uint32_t len = (uint32_t)name.len;
        if (write) {
            hxp_index_put(&builder->writer, &len, sizeof len);
            hxp_index_put(&builder->writer, name.ptr, name.len);
        }
        bytes += (uint32_t)sizeof len + len;
    }
    return bytes;
}

static void put_chain(hxp_index_builder *builder, const hxp_chain *chain,
                      size_t at)
{
    hxp_index_put_gap(&builder->writer, at);
    for (const hxp_piece *piece = chain->first; piece; piece = piece->next)
        hxp_index_put(&builder->writer, piece->bytes, piece->used);
}

static void put_lists(hxp_index_builder *builder, const hxp_index_layout *at)
{
    const hxp_word_lists *lists = &builder->lists;
    hxp_str bytes;
    hxp_index_put_gap(&builder->writer, at->shares);
    hxp_index_put(&builder->writer, builder->share_starts,
                  (hxp_share_count(lists->buckets) + 1) *
                      sizeof *builder->share_starts);
    hxp_index_put_gap(&builder->writer, at->lists);
    hxp_index_put(&builder->writer, lists->starts,
                  ((size_t)lists->buckets + 1) * sizeof *lists->starts);
    hxp_index_put_gap(&builder->writer, at->list_bytes);
    for (uint32_t i = 0; i < lists->buckets; i++) {
        const hxp_list_piece *piece = NULL;
        while ((piece = hxp_word_lists_next(&bytes, lists, i, piece)))
            hxp_index_put(&builder->writer, bytes.ptr, bytes.len);
    }
}

static void put_parts(hxp_index_builder *builder, const hxp_index_layout *at)
{
    const hxp_symbols *alphabet = &builder->texts.alphabet;
    const index_parts *parts = &builder->parts;
    hxp_index_put_gap(&builder->writer, at->own);
    hxp_index_put(&builder->writer, alphabet->own,
                  alphabet->count * sizeof alphabet->own[0]);
    hxp_index_put_gap(&builder->writer, at->bare);
    hxp_index_put(&builder->writer, alphabet->bare, sizeof alphabet->bare);
    hxp_index_put_gap(&builder->writer, at->codes);
    hxp_index_put(&builder->writer, builder->packing.symbols, HXP_CODES);
    hxp_index_put_gap(&builder->writer, at->classes);
    put_classes(builder, true);
    put_chain(builder, &parts->cells, at->cells);
    put_chain(builder, &parts->signatures, at->signatures);
    put_chain(builder, &parts->ids, at->ids);
    put_chain(builder, &parts->class_numbers, at->class_numbers);
    put_chain(builder, &parts->rows, at->text);
    put_chain(builder, &parts->words, at->words);
    put_lists(builder, at);
    hxp_index_put_gap(&builder->writer, at->hash);
    hxp_index_put_hash(&builder->writer);
}

hxp_status hxp_index_builder_write(hxp_index_builder *builder,
                                   hxp_output *output,
                                   const hxp_store_state *state,
                                   hxp_error *error)
{
    hxp_index_layout layout;
    if (!builder->ordered)
        builder->ordered = make_parts(builder);
    if (!builder->ordered && hxp_word_lists_are_full(&builder->lists))
        return too_large(error);
    if (!builder->ordered)
        return hxp_no_memory(error);
    hxp_index_header header = {
        .order = 1,
        .own = (uint32_t)builder->texts.alphabet.count,
        .class_bytes = put_classes(builder, false),
        .cells = builder->parts.cell_count,
        .texts = builder->parts.count,
        .buckets = builder->lists.buckets,
        .class_size = class_size(builder),
        .id_size = id_size(builder),
        .text_bytes = builder->parts.rows.size,
        .words = builder->parts.words.size,
        .list_bytes = builder->lists.bytes,
        .state = *state,
    };
    memcpy(header.magic, hxp_index_magic, sizeof header.magic);
    if (!hxp_index_layout_of(&layout, &header))
        return hxp_no_memory(error);
    hxp_index_begin(&builder->writer, output);
    hxp_index_put(&builder->writer, &header, sizeof header);
    put_parts(builder, &layout);
    return HXP_OK;
}

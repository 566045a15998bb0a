/* index_build.c - makes an index of texts. */
#include "memory/index.h"

#include "base/error.h"
#include "base/names.h"
#include "memory/index_writer.h"
#include "memory/signature.h"
#include "memory/word_lists.h"

#include <stdlib.h>
#include <string.h>

/** A text that was added. */
typedef struct entry {
    uint32_t id;
    uint16_t class_number;
    uint16_t length;
    uint16_t words;
    uint16_t packed; /* whether its symbols have codes: 0 or 1 */
    uint64_t text;   /* in builder->symbols */
    uint64_t hashes; /* in builder->hashes, and behind them its words */
} entry;

struct hxp_index_builder {
    hxp_caseless *caseless;
    hxp_characters characters;
    hxp_symbols alphabet;
    hxp_packing packing;
    hxp_names classes;
    hxp_buffer symbols;
    uint64_t text_bytes; /* of them, packed */
    entry *entries;
    size_t count, room;
    uint32_t last_id; /* the highest */
    hxp_tokens tokens;
    /* of each text the upper halves of the hashes of its words, and then a byte
     * for each word, as it is written: what is read together lies together */
    uint32_t *hashes;
    size_t hash_count, hash_room;
    hxp_word_lists lists;
    /* in the order of the index */
    hxp_buffer words; /* a byte for each */
    hxp_buffer rows;  /* texts as they are written */
    bool ordered;     /* entries, words and lists are; nothing is added then */
    hxp_index_writer writer;
};

const char hxp_index_magic[8] = { 'H', 'X', 'P', 'I', 'D', 'X', '0', '7' };

hxp_status hxp_index_builder_new(hxp_index_builder **out, hxp_error *error)
{
    hxp_index_builder *builder = calloc(1, sizeof *builder);
    *out = NULL;
    if (!builder)
        return hxp_no_memory(error);
    hxp_symbols_init(&builder->alphabet);
    hxp_status status = hxp_caseless_new(&builder->caseless, error);
    if (status == HXP_OK)
        *out = builder;
    else
        free(builder);
    return status;
}

void hxp_index_builder_free(hxp_index_builder *builder)
{
    if (!builder)
        return;
    hxp_caseless_free(builder->caseless);
    hxp_characters_free(&builder->characters);
    hxp_names_free(&builder->classes);
    hxp_buffer_free(&builder->symbols);
    hxp_word_lists_free(&builder->lists);
    free(builder->entries);
    free(builder->tokens.items);
    free(builder->hashes);
    hxp_buffer_free(&builder->words);
    hxp_buffer_free(&builder->rows);
    free(builder);
}

/* --- Adding --------------------------------------------------------------- */

static void add_symbol(hxp_index_builder *builder, uint32_t c)
{
    uint32_t bare = hxp_caseless_bare(builder->caseless, c);
    bare = bare == 0 ? c : bare;
    if (bare != c && hxp_symbols_lack(&builder->alphabet, bare))
        hxp_symbols_add(&builder->alphabet, bare, bare);
    if (hxp_symbols_lack(&builder->alphabet, c))
        hxp_symbols_add(&builder->alphabet, c, bare);
}

static bool append_symbols(hxp_index_builder *builder)
{
    const hxp_characters *characters = &builder->characters;
    uint32_t beyond = 0;
    if (!hxp_buffer_reserve(&builder->symbols, characters->count))
        return false;
    for (size_t i = 0; i < characters->count; i++)
        beyond |= characters->items[i] - ' ' >= 0x7F - ' ';
    for (size_t i = 0; beyond && i < characters->count; i++)
        if (hxp_symbols_lack(&builder->alphabet, characters->items[i]))
            add_symbol(builder, characters->items[i]);
    hxp_symbols_encode((uint8_t *)builder->symbols.ptr + builder->symbols.len,
                       &builder->alphabet, characters);
    builder->symbols.len += characters->count;
    return true;
}

/** How many hashes take as much room as those of a text and its words. */
static size_t hash_size(size_t words)
{
    return words + (words + sizeof(uint32_t) - 1) / sizeof(uint32_t);
}

/** Append the hashes of the words of symbols, and the words. */
static bool append_hashes(hxp_index_builder *builder, const uint8_t *symbols,
                          size_t length)
{
    const hxp_tokens *tokens = &builder->tokens;
    if (!hxp_tokens_make(&builder->tokens, &builder->alphabet, symbols,
                         length) ||
        !hxp_array_reserve(&builder->hashes, &builder->hash_room,
                           builder->hash_count + hash_size(tokens->count),
                           sizeof *builder->hashes))
        return false;
    uint32_t *hashes = builder->hashes + builder->hash_count;
    uint8_t *words = (uint8_t *)(hashes + tokens->count);
    for (size_t i = 0; i < tokens->count; i++) {
        const hxp_token *token = &tokens->items[i];
        hashes[i] = (uint32_t)(token->hash >> 32);
        words[i] = hxp_token_symbol(token);
    }
    builder->hash_count += hash_size(tokens->count);
    return true;
}

hxp_status hxp_index_builder_add(hxp_index_builder *builder, int64_t id,
                                 hxp_str class_name, hxp_str text,
                                 hxp_error *error)
{
    uint32_t number;
    size_t at = builder->symbols.len;
    if (text.len > HXP_BYTES_LIMIT)
        return HXP_OK;
    hxp_status status =
        hxp_caseless_make(&builder->characters, builder->caseless, text, error);
    size_t length = builder->characters.count;
    if (status != HXP_OK || length == 0 || length > HXP_LENGTH_LIMIT)
        return status;
    if (!hxp_names_add(&builder->classes, class_name, &number) ||
        !hxp_array_reserve(&builder->entries, &builder->room,
                           builder->count + 1, sizeof *builder->entries) ||
        !append_symbols(builder))
        return hxp_no_memory(error);
    if (number >= HXP_INDEX_CLASSES || id > UINT32_MAX ||
        builder->count >= HXP_STOP_LIST)
        return hxp_fail(error, HXP_ELIMIT,
                        "the store is too large for fuzzy look-up");
    const uint8_t *symbols = (const uint8_t *)builder->symbols.ptr + at;
    if (!append_hashes(builder, symbols, length))
        return hxp_no_memory(error);
    builder->last_id = id > builder->last_id ? (uint32_t)id : builder->last_id;
    builder->entries[builder->count++] = (entry){
        .id = (uint32_t)id,
        .class_number = (uint16_t)number,
        .length = (uint16_t)length,
        .words = (uint16_t)builder->tokens.count,
        .text = at,
        .hashes = builder->hash_count - hash_size(builder->tokens.count),
    };
    return HXP_OK;
}

/* --- Ordering ------------------------------------------------------------- */

/** The bytes of a text. */
static size_t row_size(const entry *of)
{
    return of->packed ? hxp_packed_size(of->length) : of->length;
}

/** Choose the codes by some texts, and find the texts that they are for. */
static void choose_codes(hxp_index_builder *builder)
{
    enum { SAMPLE = 1 << 22 }; /* symbols */
    const uint8_t *symbols = (const uint8_t *)builder->symbols.ptr;
    size_t step = builder->symbols.len / SAMPLE + 1;
    uint32_t often[256] = { 0 };
    for (size_t i = 0; i < builder->count; i += step)
        for (size_t k = 0; k < builder->entries[i].length; k++)
            often[symbols[builder->entries[i].text + k]]++;
    hxp_packing_choose(&builder->packing, often);
    builder->text_bytes = 0;
    for (size_t i = 0; i < builder->count; i++) {
        entry *of = &builder->entries[i];
        of->packed =
            hxp_packing_fits(&builder->packing, symbols + of->text, of->length);
        builder->text_bytes += row_size(of);
    }
}

typedef enum sort_key { BY_PACKED, BY_LENGTH, BY_WORDS } sort_key;

static size_t key_of(const entry *of, sort_key key)
{
    return key == BY_PACKED ? of->packed
                            : (key == BY_LENGTH ? of->length : of->words);
}

/** Order numbers of entries by one of their members, without mixing equals. */
static bool sort_by(uint32_t *to, const uint32_t *from,
                    const hxp_index_builder *builder, sort_key key)
{
    uint32_t *starts = calloc(HXP_LENGTH_LIMIT + 2, sizeof *starts);
    if (!starts)
        return false;
    for (size_t i = 0; i < builder->count; i++)
        starts[key_of(&builder->entries[i], key) + 1]++;
    for (size_t i = 0; i <= HXP_LENGTH_LIMIT; i++)
        starts[i + 1] += starts[i];
    for (size_t i = 0; i < builder->count; i++) {
        uint32_t number = from ? from[i] : (uint32_t)i;
        to[starts[key_of(&builder->entries[number], key)]++] = number;
    }
    free(starts);
    return true;
}

/** Put entries in the order of the index. */
static bool order_entries(hxp_index_builder *builder)
{
    size_t count = builder->count;
    uint32_t *other = calloc(count + 1, sizeof *other);
    uint32_t *order = calloc(count + 1, sizeof *order);
    entry *entries = calloc(count + 1, sizeof *entries);
    bool done = other && order && entries &&
                sort_by(order, NULL, builder, BY_PACKED) &&
                sort_by(other, order, builder, BY_LENGTH) &&
                sort_by(order, other, builder, BY_WORDS);
    free(other);
    for (size_t i = 0; done && i < count; i++)
        entries[i] = builder->entries[order[i]];
    free(order);
    free(done ? builder->entries : entries);
    builder->entries = done ? entries : builder->entries;
    builder->room = done ? count + 1 : builder->room;
    return done;
}

/* --- Lists of words ------------------------------------------------------- */

enum { SOON = 12 }; /* entries whose texts or words the cache gets */

/** The hashes of the entry at a position, of which the next ones are got. */
static const uint32_t *hashes_at(const hxp_index_builder *builder, size_t i)
{
    if (i + SOON < builder->count)
        __builtin_prefetch(builder->hashes + builder->entries[i + SOON].hashes);
    return builder->hashes + builder->entries[i].hashes;
}

/** Make the lists, and put the words in order; the hashes go. */
static bool make_lists(hxp_index_builder *builder)
{
    hxp_word_lists *lists = &builder->lists;
    if (!hxp_word_lists_begin(lists, builder->count))
        return false;
    for (uint32_t i = 0; i < builder->count; i++)
        hxp_word_lists_count(lists, i, hashes_at(builder, i),
                             builder->entries[i].words);
    if (!hxp_word_lists_place(lists))
        return false;
    builder->words.len = 0;
    for (uint32_t i = 0; i < builder->count; i++) {
        const uint32_t *hashes = hashes_at(builder, i);
        size_t count = builder->entries[i].words;
        hxp_str words = { (const char *)(hashes + count), count };
        hxp_word_lists_fill(lists, i, hashes, count);
        if (!hxp_buffer_add(&builder->words, words))
            return false;
    }
    free(builder->hashes);
    builder->hashes = NULL;
    builder->hash_count = builder->hash_room = 0;
    return true;
}

/* --- Writing -------------------------------------------------------------- */

/** Number the cells, and write them if asked. */
static uint32_t put_cells(hxp_index_builder *builder, bool write)
{
    uint32_t cells = 0;
    const entry *before = NULL;
    uint64_t text = 0;
    for (uint32_t i = 0; i < builder->count; i++) {
        const entry *of = &builder->entries[i];
        if (!before || before->words != of->words ||
            before->length != of->length || before->packed != of->packed) {
            hxp_cell cell = { of->words, of->length, i, 2 * text + of->packed };
            if (write)
                hxp_index_put(&builder->writer, &cell, sizeof cell);
            cells++;
        }
        text += row_size(of);
        before = of;
    }
    return cells;
}

/** The symbols of the entry at a position, of which the next ones are got. */
static const uint8_t *symbols_at(const hxp_index_builder *builder, size_t i)
{
    enum { LINE = 64 };
    const char *symbols = builder->symbols.ptr;
    if (i + SOON < builder->count) {
        const entry *soon = &builder->entries[i + SOON];
        __builtin_prefetch(symbols + soon->text);
        if (soon->length > LINE / 2)
            __builtin_prefetch(symbols + soon->text + LINE);
    }
    return (const uint8_t *)symbols + builder->entries[i].text;
}

/** Write the signatures, a block of them after another; the texts wait. */
static bool put_signatures(hxp_index_builder *builder)
{
    uint8_t of_symbol[256];
    hxp_letter_counts counts;
    uint8_t block[HXP_SIGNATURES] = { 0 };
    builder->rows.len = 0;
    if (!hxp_buffer_reserve(&builder->rows, (size_t)builder->text_bytes))
        return false;
    hxp_signature_classes(of_symbol, &builder->packing);
    for (size_t i = 0; i < builder->count; i++) {
        const entry *of = &builder->entries[i];
        const uint8_t *symbols = symbols_at(builder, i);
        uint8_t *row = (uint8_t *)builder->rows.ptr + builder->rows.len;
        if (of->packed)
            hxp_symbols_pack(row, &builder->packing, symbols, of->length);
        else
            memcpy(row, symbols, of->length);
        builder->rows.len += row_size(of);
        hxp_letters_count(&counts, of_symbol, symbols, of->length);
        hxp_signature_put(block, i, &counts);
        if (i % HXP_TOGETHER == HXP_TOGETHER - 1 || i + 1 == builder->count)
            hxp_index_put(&builder->writer, block, sizeof block);
    }
    return true;
}

typedef enum entry_part { ID, CLASS } entry_part;

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

/** Write the lowest bytes of a number. */
static void put_number(hxp_index_builder *builder, uint32_t number, size_t size)
{
    const uint8_t bytes[] = { (uint8_t)(number & 0xFF),
                              (uint8_t)(number >> 8 & 0xFF),
                              (uint8_t)(number >> 16 & 0xFF),
                              (uint8_t)(number >> 24) };
    hxp_index_put(&builder->writer, bytes, size);
}

/** Write one part of each entry. */
static void put_entries(hxp_index_builder *builder, entry_part which)
{
    size_t size = which == ID ? id_size(builder) : class_size(builder);
    for (size_t i = 0; i < builder->count; i++) {
        const entry *of = &builder->entries[i];
        put_number(builder, which == ID ? of->id : of->class_number, size);
    }
}

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

static bool put_parts(hxp_index_builder *builder, const hxp_index_layout *at)
{
    const hxp_symbols *alphabet = &builder->alphabet;
    hxp_index_put_gap(&builder->writer, at->own);
    hxp_index_put(&builder->writer, alphabet->own,
                  alphabet->count * sizeof alphabet->own[0]);
    hxp_index_put_gap(&builder->writer, at->bare);
    hxp_index_put(&builder->writer, alphabet->bare, sizeof alphabet->bare);
    hxp_index_put_gap(&builder->writer, at->codes);
    hxp_index_put(&builder->writer, builder->packing.symbols, HXP_CODES);
    hxp_index_put_gap(&builder->writer, at->classes);
    put_classes(builder, true);
    hxp_index_put_gap(&builder->writer, at->cells);
    put_cells(builder, true);
    hxp_index_put_gap(&builder->writer, at->signatures);
    if (!put_signatures(builder))
        return false;
    hxp_index_put_gap(&builder->writer, at->ids);
    put_entries(builder, ID);
    hxp_index_put_gap(&builder->writer, at->class_numbers);
    put_entries(builder, CLASS);
    hxp_index_put_gap(&builder->writer, at->text);
    hxp_index_put(&builder->writer, builder->rows.ptr, builder->rows.len);
    hxp_index_put_gap(&builder->writer, at->words);
    hxp_index_put(&builder->writer, builder->words.ptr, builder->words.len);
    const hxp_word_lists *lists = &builder->lists;
    hxp_index_put_gap(&builder->writer, at->lists);
    hxp_index_put(&builder->writer, lists->starts,
                  ((size_t)lists->buckets + 1) * sizeof *lists->starts);
    hxp_index_put_gap(&builder->writer, at->list_bytes);
    hxp_index_put(&builder->writer, lists->bytes.ptr, lists->bytes.len);
    hxp_index_put_gap(&builder->writer, at->hash);
    hxp_index_put_hash(&builder->writer);
    return true;
}

hxp_status hxp_index_builder_write(hxp_index_builder *builder,
                                   hxp_output *output,
                                   const hxp_store_state *state,
                                   hxp_error *error)
{
    hxp_index_layout layout;
    if (!builder->ordered) {
        choose_codes(builder);
        builder->ordered = order_entries(builder) && make_lists(builder);
    }
    if (!builder->ordered)
        return hxp_no_memory(error);
    hxp_index_header header = {
        .order = 1,
        .own = (uint32_t)builder->alphabet.count,
        .class_bytes = put_classes(builder, false),
        .cells = put_cells(builder, false),
        .texts = (uint32_t)builder->count,
        .buckets = builder->lists.buckets,
        .class_size = class_size(builder),
        .id_size = id_size(builder),
        .text_bytes = builder->text_bytes,
        .words = builder->words.len,
        .list_bytes = builder->lists.bytes.len,
        .state = *state,
    };
    memcpy(header.magic, hxp_index_magic, sizeof header.magic);
    if (!hxp_index_layout_of(&layout, &header))
        return hxp_no_memory(error);
    hxp_index_begin(&builder->writer, output);
    hxp_index_put(&builder->writer, &header, sizeof header);
    return put_parts(builder, &layout) ? HXP_OK : hxp_no_memory(error);
}

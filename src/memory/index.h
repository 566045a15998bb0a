/* index.h - what fuzzy look-up needs of all texts of a language in a store. */
#ifndef MEMORY_INDEX_H
#define MEMORY_INDEX_H

#include "base/array.h"
#include "memory/kernels.h"
#include "memory/packing.h"
#include "memory/store.h"
#include "memory/symbols.h"

/*
 * An index is derived from a store: it may be deleted at any time. It is one
 * block of bytes, a file that is mapped or memory, in the order of the members
 * of hxp_index, each part at a multiple of HXP_INDEX_ALIGN: a header; the
 * alphabet, what its symbols are without accents, and which have a code; the
 * classes, packed; cells; signatures, in whole groups of blocks (kernels.h),
 * whatever stands there for texts behind the last; then parts with an entry for
 * each text: ids, class numbers; the texts as symbols or, if all
 * of those have one, as codes; the texts as words, a byte for each, without
 * accents; the shares of buckets (word_shares.h); for each bucket of words
 * where its list begins, then the lists; last a hash of all that.
 *
 * Texts are ordered by their number of words, then of symbols, then come those
 * of codes. A cell is all of those that are equal in that. A text's place in
 * this order is its position.
 */

enum {
    HXP_INDEX_ALIGN = 64,
    HXP_INDEX_BLOCK = 1 << 16, /* bytes that are hashed at a time */
    HXP_INDEX_CLASSES = 65535
};

/** A list of words that so many texts have that it is not written. */
#define HXP_STOP_LIST 0x80000000u

typedef struct hxp_index_header {
    char magic[8];
    uint32_t order; /* 1, as this machine writes it */
    uint32_t own;   /* symbols */
    uint32_t class_bytes;
    uint32_t cells;
    uint32_t texts;
    uint32_t buckets;
    uint32_t class_size; /* bytes of a class number: 1 or 2; 0: there is one */
    uint32_t id_size;    /* bytes of an id: 3 or 4 */
    uint64_t text_bytes;
    uint64_t words; /* of all texts */
    uint64_t list_bytes;
    hxp_store_state state; /* of the store it was made from */
} hxp_index_header;

typedef struct hxp_cell {
    uint16_t words;
    uint16_t length;
    uint32_t first; /* position */
    uint64_t text;  /* 2 * where its texts begin; 1 more: they are packed */
} hxp_cell;

/** Whether the texts of a cell are codes. */
static inline bool hxp_cell_is_packed(const hxp_cell *cell)
{
    return cell->text & 1;
}

/** The bytes of each text of a cell. */
static inline size_t hxp_cell_row(const hxp_cell *cell)
{
    return hxp_cell_is_packed(cell) ? hxp_packed_size(cell->length)
                                    : cell->length;
}

/** Texts of one memory and language that have the same translations. */
typedef struct hxp_index_class {
    int64_t memory;
    hxp_str language;
    hxp_str targets; /* tags, each followed by a NUL */
} hxp_index_class;

typedef struct hxp_index {
    const uint8_t *bytes;
    size_t size;
    void *mapped;       /* a file, or NULL: ... */
    hxp_output *output; /* ... the memory it was made in */
    hxp_index_header header;
    hxp_symbols alphabet;
    hxp_packing packing;
    const hxp_kernels *kernels; /* the fastest */
    hxp_index_class *classes;
    size_t class_count;
    const hxp_cell *cells;
    const uint8_t *signatures;
    const uint8_t *ids;
    const uint8_t *class_numbers;
    const uint8_t *text;
    const uint8_t *words;
    hxp_word_shares shares;
    const uint32_t *lists;
    const uint8_t *list_bytes;
    uint32_t *by_length;     /* numbers of cells, by length */
    uint32_t *length_starts; /* of each length up to the limit, and one more */
    uint32_t *word_starts;   /* the first position of each number of words */
    uint64_t *word_places;   /* where the words of its text begin */
} hxp_index;

/** Where the parts of an index lie. */
typedef struct hxp_index_layout {
    size_t own, bare, codes, classes, cells, signatures, ids, class_numbers,
        text, words, shares, lists, list_bytes, hash, size;
} hxp_index_layout;

/** The layout that header asks for; false when that is too large. */
bool hxp_index_layout_of(hxp_index_layout *layout,
                         const hxp_index_header *header);

/** The first bytes of an index. */
extern const char hxp_index_magic[8];

/* --- Making --------------------------------------------------------------- */

/** Collects texts. */
typedef struct hxp_index_builder hxp_index_builder;

hxp_status hxp_index_builder_new(hxp_index_builder **out, hxp_error *error);

/** Whether a builder has so much that so many more texts are better added to
 * another: so none takes more than half a gigabyte or so, or knows more classes
 * than it can. */
bool hxp_index_builder_is_full(const hxp_index_builder *builder, size_t more);

/** Add a text; of class, which is described as in the file. */
hxp_status hxp_index_builder_add(hxp_index_builder *builder, int64_t id,
                                 hxp_str class_name, hxp_str text,
                                 hxp_error *error);

/** Write the index of what was added. The caller finishes output. */
hxp_status hxp_index_builder_write(hxp_index_builder *builder,
                                   hxp_output *output,
                                   const hxp_store_state *state,
                                   hxp_error *error);

void hxp_index_builder_free(hxp_index_builder *builder);

/* --- Using ---------------------------------------------------------------- */

/**
 * Map the index at path. Fails with HXP_EINPUT when there is none or it is not
 * sound. On HXP_OK the caller ends with hxp_index_close().
 */
hxp_status hxp_index_open(hxp_index *index, const char *path, hxp_error *error);

/** Use an index in the memory of output, which is finished and the index's
 * then, in any case. */
hxp_status hxp_index_use(hxp_index *index, hxp_output *output,
                         hxp_error *error);

/** Use bytes, which outlive the index. */
hxp_status hxp_index_view(hxp_index *index, hxp_str bytes, hxp_error *error);

void hxp_index_close(hxp_index *index);

/** The cell of a position. */
const hxp_cell *hxp_index_cell(const hxp_index *index, uint32_t position);

/** The number of the class of the text at a position. */
static inline size_t hxp_index_class_of(const hxp_index *index,
                                        uint32_t position)
{
    const uint8_t *numbers = index->class_numbers;
    if (index->header.class_size < 2)
        return index->header.class_size == 0 ? 0 : numbers[position];
    return numbers[2 * (size_t)position] |
           (size_t)numbers[2 * (size_t)position + 1] << 8;
}

/** The id of the unit of the text at a position. */
static inline uint32_t hxp_index_id(const hxp_index *index, uint32_t position)
{
    size_t size = index->header.id_size;
    const uint8_t *at = index->ids + size * position;
    uint32_t id = at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16;
    return size == 3 ? id : id | (uint32_t)at[3] << 24;
}

/** The bytes of the text at a position of cell. */
static inline const uint8_t *hxp_index_row_at(const hxp_index *index,
                                              const hxp_cell *cell,
                                              uint32_t position)
{
    return index->text + cell->text / 2 +
           (size_t)(position - cell->first) * hxp_cell_row(cell);
}

/** The symbols of that text: they are in the index, or are put into room,
 * which has HXP_UNPACKED_BEHIND bytes more than they take. */
static inline const uint8_t *hxp_index_text(const hxp_index *index,
                                            const hxp_cell *cell,
                                            uint32_t position, uint8_t *room)
{
    const uint8_t *row = hxp_index_row_at(index, cell, position);
    if (!hxp_cell_is_packed(cell))
        return row;
    index->kernels->unpack(room, &index->packing, row, cell->length);
    return room;
}

/** The words of the text at a position, which has count of them. */
static inline const uint8_t *hxp_index_words(const hxp_index *index,
                                             size_t count, uint32_t position)
{
    return index->words + index->word_places[count] +
           (size_t)(position - index->word_starts[count]) * count;
}

/** Room for the symbols of any text. */
enum { HXP_TEXT_ROOM = HXP_LENGTH_LIMIT + HXP_UNPACKED_BEHIND };

/** The symbols of a text. */
typedef struct hxp_index_row {
    const uint8_t *symbols;
    size_t length;
} hxp_index_row;

/** The position behind the last of a cell. */
static inline uint32_t hxp_cell_end(const hxp_index *index,
                                    const hxp_cell *cell)
{
    return cell + 1 < index->cells + index->header.cells ? cell[1].first
                                                         : index->header.texts;
}

/** Go on to the next position of a list, which ends at end; the first one
 * comes after 0. */
static inline const uint8_t *hxp_list_next(uint64_t *position,
                                           const uint8_t *at,
                                           const uint8_t *end)
{
    uint64_t step = *at & 0x7F;
    for (unsigned shift = 7; *at++ >= 0x80 && at < end && shift < 35;
         shift += 7)
        step |= (uint64_t)(*at & 0x7F) << shift;
    *position += step;
    return at;
}

#endif

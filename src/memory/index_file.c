/* index_file.c - an index that is used: mapped, and checked for soundness. */
#include "base/error.h"
#include "base/hash.h"
#include "base/str.h"
#include "memory/index.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static size_t add_part(size_t *at, uint64_t count, size_t size)
{
    size_t start = *at;
    *at = (start + (size_t)count * size + HXP_INDEX_ALIGN - 1) /
          HXP_INDEX_ALIGN * HXP_INDEX_ALIGN;
    return start;
}

bool hxp_index_layout_of(hxp_index_layout *layout,
                         const hxp_index_header *header)
{
    size_t at = 0, texts = header->texts;
    if (header->class_size > 2 || header->id_size < 3 || header->id_size > 4 ||
        header->text_bytes > SIZE_MAX / 8 || header->words > SIZE_MAX / 8 ||
        header->list_bytes > SIZE_MAX / 8)
        return false;
    add_part(&at, 1, sizeof *header);
    layout->own = add_part(&at, header->own, sizeof(uint32_t));
    layout->bare = add_part(&at, sizeof((hxp_symbols *)0)->bare, 1);
    layout->codes = add_part(&at, HXP_CODES, 1);
    layout->classes = add_part(&at, header->class_bytes, 1);
    layout->cells = add_part(&at, header->cells, sizeof(hxp_cell));
    layout->signatures =
        add_part(&at, (texts + HXP_GROUPED - 1) / HXP_GROUPED, HXP_SIGNATURES);
    layout->ids = add_part(&at, texts, header->id_size);
    layout->class_numbers = add_part(&at, texts, header->class_size);
    layout->text = add_part(&at, header->text_bytes, 1);
    layout->words = add_part(&at, header->words, 1);
    layout->shares =
        add_part(&at, hxp_share_count(header->buckets) + 1, sizeof(uint32_t));
    layout->lists =
        add_part(&at, (uint64_t)header->buckets + 1, sizeof(uint32_t));
    layout->list_bytes = add_part(&at, header->list_bytes, 1);
    layout->hash = at;
    layout->size = at + sizeof(hxp_hash);
    return true;
}

static hxp_status unsound(hxp_error *error)
{
    return hxp_fail(error, HXP_EINPUT, "the index of fuzzy look-up is damaged");
}

/* --- Checking ------------------------------------------------------------- */

/** Whether the hash at the end is that of what stands before it. */
static bool hash_holds(const hxp_index *index, const hxp_index_layout *layout)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    hxp_hash hash;
    for (size_t at = 0; at < layout->hash; at += HXP_INDEX_BLOCK) {
        size_t len = layout->hash - at;
        len = len < HXP_INDEX_BLOCK ? len : HXP_INDEX_BLOCK;
        hxp_hasher_add(&hasher,
                       (hxp_str){ (const char *)index->bytes + at, len });
    }
    memcpy(&hash, index->bytes + layout->hash, sizeof hash);
    return hxp_hash_equal(hash, hxp_hasher_finish(&hasher));
}

static bool rises(const hxp_cell *before, const hxp_cell *cell)
{
    if (before->words != cell->words)
        return before->words < cell->words;
    if (before->length != cell->length)
        return before->length < cell->length;
    return !hxp_cell_is_packed(before) && hxp_cell_is_packed(cell);
}

/** Whether cells rise and their texts fill the places for what texts have. */
static bool cells_hold(const hxp_index *index)
{
    const hxp_index_header *header = &index->header;
    uint64_t text = 0, words = 0;
    uint32_t first = 0;
    for (uint32_t i = 0; i < header->cells; i++) {
        const hxp_cell *cell = &index->cells[i];
        uint32_t end = hxp_cell_end(index, cell);
        if ((i > 0 && !rises(&cell[-1], cell)) || cell->length == 0 ||
            cell->length > HXP_LENGTH_LIMIT || cell->words > cell->length ||
            cell->first != first || end <= first || end > header->texts ||
            cell->text / 2 != text)
            return false;
        text += (uint64_t)(end - first) * hxp_cell_row(cell);
        words += (uint64_t)(end - first) * cell->words;
        first = end;
    }
    return first == header->texts && text == header->text_bytes &&
           words == header->words;
}

static bool lists_hold(const hxp_index *index)
{
    uint32_t before = 0;
    if (!hxp_word_shares_hold(index->shares.starts, index->header.buckets))
        return false;
    for (uint32_t i = 0; i <= index->header.buckets; i++) {
        uint32_t start = index->lists[i] & ~HXP_STOP_LIST;
        if (start < before || start > index->header.list_bytes)
            return false;
        before = start;
    }
    return before == index->header.list_bytes;
}

static bool class_numbers_hold(const hxp_index *index)
{
    bool hold = true;
    for (uint32_t i = 0; i < index->header.texts; i++)
        hold &= hxp_index_class_of(index, i) < index->class_count;
    return hold;
}

/** Read a class: memory, language, targets. */
static bool read_class(hxp_index_class *to, hxp_str name)
{
    int64_t memory;
    if (name.len < sizeof memory)
        return false;
    memcpy(&memory, name.ptr, sizeof memory);
    name = hxp_str_part(name, sizeof memory, name.len);
    const char *end = memchr(name.ptr, '\0', name.len);
    if (!end || name.ptr[name.len - 1] != '\0')
        return false;
    size_t len = (size_t)(end - name.ptr);
    to->memory = memory;
    to->language = hxp_str_part(name, 0, len);
    to->targets = hxp_str_part(name, len + 1, name.len);
    return true;
}

/** Read the classes; *sound tells whether they are. False: no memory. */
static bool read_classes(hxp_index *index, const uint8_t *bytes, bool *sound)
{
    hxp_str rest = { (const char *)bytes, index->header.class_bytes };
    size_t room = 0;
    uint32_t len;
    while (rest.len >= sizeof len) {
        memcpy(&len, rest.ptr, sizeof len);
        rest = hxp_str_part(rest, sizeof len, rest.len);
        if (len > rest.len)
            break;
        if (!hxp_array_reserve(&index->classes, &room, index->class_count + 1,
                               sizeof *index->classes))
            return false;
        if (!read_class(&index->classes[index->class_count++],
                        hxp_str_part(rest, 0, len)))
            break;
        rest = hxp_str_part(rest, len, rest.len);
    }
    *sound = rest.len == 0;
    return true;
}

/* --- Tables made when it is opened ---------------------------------------- */

/** Order cells by length, and find where numbers of words begin. */
static bool make_tables(hxp_index *index)
{
    uint32_t cells = index->header.cells;
    enum { SIZE = HXP_LENGTH_LIMIT + 2 };
    index->by_length = calloc((size_t)cells + 1, sizeof *index->by_length);
    index->length_starts = calloc(SIZE + 1, sizeof *index->length_starts);
    index->word_starts = calloc(SIZE, sizeof *index->word_starts);
    index->word_places = calloc(SIZE, sizeof *index->word_places);
    if (!index->by_length || !index->length_starts || !index->word_starts ||
        !index->word_places)
        return false;
    uint32_t *starts = index->length_starts;
    for (uint32_t i = 0; i < cells; i++)
        starts[index->cells[i].length + 2]++;
    for (size_t i = 2; i <= SIZE; i++)
        starts[i] += starts[i - 1];
    for (uint32_t i = 0; i < cells; i++)
        index->by_length[starts[index->cells[i].length + 1]++] = i;
    uint32_t cell = 0;
    uint64_t place = 0;
    for (uint32_t words = 0; words < SIZE; words++) {
        while (cell < cells && index->cells[cell].words < words)
            cell++;
        index->word_starts[words] =
            cell < cells ? index->cells[cell].first : index->header.texts;
        if (words > 0)
            place += (uint64_t)(words - 1) * (index->word_starts[words] -
                                              index->word_starts[words - 1]);
        index->word_places[words] = place;
    }
    return true;
}

/* --- Opening -------------------------------------------------------------- */

static void set_parts(hxp_index *index, const hxp_index_layout *at)
{
    const uint8_t *bytes = index->bytes;
    index->cells = (const hxp_cell *)(const void *)(bytes + at->cells);
    index->signatures = bytes + at->signatures;
    index->ids = bytes + at->ids;
    index->class_numbers = bytes + at->class_numbers;
    index->text = bytes + at->text;
    index->words = bytes + at->words;
    index->shares =
        hxp_word_shares_of((const uint32_t *)(const void *)(bytes + at->shares),
                           index->header.buckets);
    index->lists = (const uint32_t *)(const void *)(bytes + at->lists);
    index->list_bytes = bytes + at->list_bytes;
}

static hxp_status load(hxp_index *index, hxp_error *error)
{
    hxp_index_header *header = &index->header;
    hxp_index_layout layout;
    bool sound = false;
    if (index->size < sizeof *header)
        return unsound(error);
    memcpy(header, index->bytes, sizeof *header);
    if (memcmp(header->magic, hxp_index_magic, sizeof header->magic) != 0 ||
        header->order != 1 || !hxp_index_layout_of(&layout, header) ||
        layout.size != index->size || !hash_holds(index, &layout))
        return unsound(error);
    set_parts(index, &layout);
    const uint32_t *own =
        (const uint32_t *)(const void *)(index->bytes + layout.own);
    if (!hxp_symbols_load(&index->alphabet, own, header->own) ||
        !cells_hold(index) || !lists_hold(index))
        return unsound(error);
    memcpy(index->alphabet.bare, index->bytes + layout.bare,
           sizeof index->alphabet.bare);
    index->kernels = hxp_kernels_at(0);
    hxp_packing_set(&index->packing, index->bytes + layout.codes);
    if (!read_classes(index, index->bytes + layout.classes, &sound) ||
        !make_tables(index))
        return hxp_no_memory(error);
    return sound && class_numbers_hold(index) ? HXP_OK : unsound(error);
}

static hxp_status load_or_close(hxp_index *index, hxp_error *error)
{
    hxp_status status = load(index, error);
    if (status != HXP_OK)
        hxp_index_close(index);
    return status;
}

hxp_status hxp_index_view(hxp_index *index, hxp_str bytes, hxp_error *error)
{
    memset(index, 0, sizeof *index);
    index->bytes = (const uint8_t *)bytes.ptr;
    index->size = bytes.len;
    return load_or_close(index, error);
}

hxp_status hxp_index_use(hxp_index *index, hxp_output *output, hxp_error *error)
{
    hxp_status status = hxp_output_finish(output, error);
    hxp_str bytes = hxp_output_bytes(output);
    memset(index, 0, sizeof *index);
    index->output = output;
    if (status != HXP_OK) {
        hxp_index_close(index);
        return status;
    }
    index->bytes = (const uint8_t *)bytes.ptr;
    index->size = bytes.len;
    return load_or_close(index, error);
}

static hxp_status map_file(hxp_index *index, int file, const char *path,
                           hxp_error *error)
{
    struct stat info;
    if (fstat(file, &info) != 0)
        return hxp_fail_errno(error, path, errno);
    if (!S_ISREG(info.st_mode) ||
        (size_t)info.st_size < sizeof(hxp_index_header))
        return unsound(error);
    index->size = (size_t)info.st_size;
    index->mapped = mmap(NULL, index->size, PROT_READ, MAP_PRIVATE, file, 0);
    if (index->mapped == MAP_FAILED) {
        index->mapped = NULL;
        return hxp_fail_errno(error, path, errno);
    }
    index->bytes = index->mapped;
    return HXP_OK;
}

hxp_status hxp_index_open(hxp_index *index, const char *path, hxp_error *error)
{
    memset(index, 0, sizeof *index);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return hxp_fail_errno(error, path, errno);
    hxp_status status = map_file(index, file, path, error);
    close(file);
    return status == HXP_OK ? load_or_close(index, error) : status;
}

void hxp_index_close(hxp_index *index)
{
    if (index->mapped)
        munmap(index->mapped, index->size);
    hxp_output_close(index->output);
    free(index->classes);
    free(index->by_length);
    free(index->length_starts);
    free(index->word_starts);
    free(index->word_places);
    memset(index, 0, sizeof *index);
}

const hxp_cell *hxp_index_cell(const hxp_index *index, uint32_t position)
{
    size_t low = 0, high = index->header.cells;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (index->cells[middle].first <= position)
            low = middle;
        else
            high = middle;
    }
    return &index->cells[low];
}

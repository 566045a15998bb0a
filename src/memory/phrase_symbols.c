/* phrase_symbols.c - goes through all symbols of an index for the two rarest
 * characters of a phrase, then compares what stands around them. */
#include "base/error.h"
#include "memory/phrase_scan.h"

#include <string.h>

/* --- Texts side by side --------------------------------------------------- */

/** Put texts of a packed cell side by side as symbols. */
static hxp_status unpack_texts(hxp_phrase_texts *texts, const hxp_index *index,
                               hxp_error *error)
{
    enum { ROOM = 1 << 14, BEHIND = 64 }; /* kernels look behind */
    size_t length = texts->cell->length, size = hxp_cell_row(texts->cell);
    size_t most = length < ROOM ? ROOM / length : 1;
    size_t count = texts->next - texts->first;
    count = count < most ? count : most;
    texts->next = texts->first + (uint32_t)count;
    if (!hxp_array_reserve(&texts->room, &texts->room_size,
                           count * length + BEHIND, 1))
        return hxp_no_memory(error);
    for (size_t i = 0; i < count; i++)
        index->kernels->unpack(texts->room + i * length, &index->packing,
                               texts->symbols + i * size, length);
    texts->symbols = texts->room;
    texts->size = count * length;
    return HXP_OK;
}

hxp_status hxp_phrase_texts_next(bool *more, hxp_phrase_texts *texts,
                                 const hxp_index *index, hxp_error *error)
{
    const hxp_cell *end = index->cells + index->header.cells;
    texts->first = texts->cell ? texts->next : 0;
    texts->cell = texts->cell ? texts->cell : index->cells;
    while (texts->cell < end &&
           (texts->first >= hxp_cell_end(index, texts->cell) ||
            (texts->pass && hxp_cell_is_packed(texts->cell))))
        texts->first = hxp_cell_end(index, texts->cell++);
    *more = texts->cell < end;
    texts->at = 0;
    if (!*more)
        return HXP_OK;
    texts->next = hxp_cell_end(index, texts->cell);
    /* a hash stands behind all texts, so that kernels may look there */
    texts->symbols = hxp_index_row_at(index, texts->cell, texts->first);
    texts->size = (texts->next - texts->first) * hxp_cell_row(texts->cell);
    return hxp_cell_is_packed(texts->cell) && texts->unpack
               ? unpack_texts(texts, index, error)
               : HXP_OK;
}

/* --- The phrase ----------------------------------------------------------- */

static uint64_t often_in(const hxp_symbol_set *set, const uint32_t *often)
{
    uint64_t sum = 1;
    for (size_t symbol = 0; symbol < 256; symbol++)
        if (set->has[symbol])
            sum += often[symbol];
    return sum;
}

/** Look in packed texts for the first characters of the run, too. */
static void mark_codes(hxp_phrase_scan *scan)
{
    const hxp_packing *packing = &scan->index->packing;
    hxp_code_marks *marks = &scan->marks;
    size_t run = scan->phrase->run;
    *marks = (hxp_code_marks){ .count = run < HXP_MARKS ? run : HXP_MARKS };
    for (size_t i = 0; i < marks->count; i++) {
        marks->behind[i] = i;
        for (size_t code = 0; code < HXP_CODES; code++)
            if (scan->sets[i].has[packing->symbols[code]])
                hxp_mark_add(marks, i, (uint8_t)code);
    }
}

/**
 * Choose the two characters of the phrase's first run to look for: the rarest
 * ones. Those of one word side by side would tell less than two apart.
 */
void hxp_phrase_symbols_begin(hxp_phrase_scan *scan)
{
    uint64_t least = UINT64_MAX, all = 1;
    size_t run = scan->phrase->run, first = 0, second = 0;
    for (size_t symbol = 0; symbol < 256; symbol++)
        all += scan->often[symbol];
    for (size_t i = 0; i < run; i++) {
        uint64_t here = often_in(&scan->sets[i], scan->often);
        for (size_t k = i; k < run && k - i <= HXP_PAIR_GAP; k++) {
            uint64_t both = here * often_in(&scan->sets[k], scan->often);
            if (k == i)
                both = here * all;
            if (both >= least)
                continue;
            least = both;
            first = i;
            second = k;
        }
    }
    mark_codes(scan);
    scan->way = HXP_IN_SYMBOLS;
    scan->pair_at = first;
    memset(&scan->pair, 0, sizeof scan->pair);
    scan->pair.gap = second - first;
    for (unsigned symbol = 0; symbol < 256; symbol++) {
        if (scan->sets[first].has[symbol])
            hxp_pair_add(&scan->pair, 0, (uint8_t)symbol);
        if (scan->sets[second].has[symbol])
            hxp_pair_add(&scan->pair, 1, (uint8_t)symbol);
    }
}

/* --- Going on ------------------------------------------------------------- */

/** Whether the phrase's first run stands around the pair at byte at. */
static bool may_be(const hxp_phrase_scan *scan, size_t at)
{
    size_t before = scan->pair_at, run = scan->phrase->run;
    if (at < before || run - before > scan->texts.size - at)
        return false;
    const uint8_t *text = scan->texts.symbols + (at - before);
    for (size_t i = 0; i < run; i++)
        if (!scan->sets[i].has[text[i]])
            return false;
    return true;
}

/** Hold the next of the packed texts at hand that has the phrase, if one has.
 */
static void hold_packed(hxp_phrase_scan *scan)
{
    hxp_phrase_texts *texts = &scan->texts;
    const hxp_index *index = scan->index;
    size_t length = texts->cell->length, count = texts->next - texts->first;
    const hxp_packed_rows rows = { texts->symbols, count, length };
    while (texts->at < count) {
        texts->at = index->kernels->marked_row(&rows, texts->at, &scan->marks);
        if (texts->at == count)
            break;
        uint32_t position = texts->first + (uint32_t)texts->at++;
        const uint8_t *symbols =
            hxp_index_text(index, texts->cell, position, scan->text);
        if (!hxp_phrase_scan_has(scan, symbols, length))
            continue;
        scan->held = position;
        scan->held_cell = texts->cell;
        return;
    }
    texts->at = texts->size;
}

/** Hold the next of the texts at hand that has the phrase, if one has. */
static void hold_one(hxp_phrase_scan *scan)
{
    hxp_phrase_texts *texts = &scan->texts;
    const hxp_kernels *kernels = hxp_kernels_at(0);
    size_t length = texts->cell->length;
    while (texts->at < texts->size) {
        texts->at += kernels->pair(texts->symbols + texts->at,
                                   texts->size - texts->at, &scan->pair);
        if (texts->at == texts->size)
            return;
        size_t at = texts->at++;
        if (!may_be(scan, at))
            continue;
        size_t row = at / length, column = at % length;
        if (column < scan->pair_at ||
            !hxp_phrase_scan_fits(scan, texts->symbols + row * length, length,
                                  column - scan->pair_at))
            continue;
        scan->held = texts->first + (uint32_t)row;
        scan->held_cell = texts->cell;
        texts->at = (row + 1) * length;
        return;
    }
}

hxp_status hxp_phrase_symbols_next(hxp_phrase_scan *scan, hxp_error *error)
{
    bool more = true;
    hxp_status status = HXP_OK;
    scan->held_cell = NULL;
    while (status == HXP_OK && more && !scan->held_cell) {
        if (!scan->texts.cell || scan->texts.at >= scan->texts.size)
            status =
                hxp_phrase_texts_next(&more, &scan->texts, scan->index, error);
        if (status != HXP_OK || !more)
            break;
        if (hxp_cell_is_packed(scan->texts.cell))
            hold_packed(scan);
        else
            hold_one(scan);
    }
    return status;
}

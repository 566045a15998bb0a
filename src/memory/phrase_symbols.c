/* phrase_symbols.c - goes through all symbols of an index for the two rarest
 * characters of a phrase, then compares what stands around them. */
#include "base/error.h"
#include "memory/phrase_scan.h"

#include <string.h>

/* --- Texts side by side --------------------------------------------------- */

/** Put texts of a packed cell side by side, up to the position end. */
static hxp_status unpack_texts(hxp_phrase_texts *texts, const hxp_index *index,
                               uint32_t end, hxp_error *error)
{
    enum { ROOM = 1 << 14, BEHIND = 64 }; /* kernels look behind */
    size_t length = texts->cell->length;
    size_t most = length < ROOM ? ROOM / length : 1;
    size_t count = end - texts->first;
    count = count < most ? count : most;
    if (!hxp_array_reserve(&texts->room, &texts->room_size,
                           count * length + BEHIND, 1))
        return hxp_no_memory(error);
    const uint8_t *row = hxp_index_row_at(index, texts->cell, texts->first);
    size_t size = hxp_cell_row(texts->cell);
    for (size_t i = 0; i < count; i++)
        hxp_symbols_unpack(texts->room + i * length, &index->packing,
                           row + i * size, length);
    texts->symbols = texts->room;
    texts->size = count * length;
    return HXP_OK;
}

hxp_status hxp_phrase_texts_next(bool *more, hxp_phrase_texts *texts,
                                 const hxp_index *index, bool pass_packed,
                                 hxp_error *error)
{
    const hxp_cell *end = index->cells + index->header.cells;
    if (!texts->cell)
        texts->cell = index->cells;
    else
        texts->first += (uint32_t)(texts->size / texts->cell->length);
    while (texts->cell < end &&
           (texts->first >= hxp_cell_end(index, texts->cell) ||
            (pass_packed && hxp_cell_is_packed(texts->cell))))
        texts->first = hxp_cell_end(index, texts->cell++);
    *more = texts->cell < end;
    texts->at = 0;
    if (!*more)
        return HXP_OK;
    uint32_t last = hxp_cell_end(index, texts->cell);
    if (hxp_cell_is_packed(texts->cell))
        return unpack_texts(texts, index, last, error);
    /* a hash stands behind all texts, so that kernels may look there */
    texts->symbols = hxp_index_row_at(index, texts->cell, texts->first);
    texts->size = (size_t)(last - texts->first) * texts->cell->length;
    return HXP_OK;
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
            status = hxp_phrase_texts_next(&more, &scan->texts, scan->index,
                                           false, error);
        if (status == HXP_OK && more)
            hold_one(scan);
    }
    return status;
}

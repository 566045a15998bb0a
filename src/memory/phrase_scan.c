/* phrase_scan.c - goes through all symbols of an index for the two rarest
 * characters of a phrase, then compares what stands around them. */
#include "memory/phrase_scan.h"

#include "base/error.h"

#include <stdlib.h>
#include <string.h>

enum { SAMPLES = 1 << 16 }; /* bytes that tell how often each is there */

/* --- The index ------------------------------------------------------------ */

/** The symbols of letters; those of several characters may be none. */
static void fill_joins(hxp_phrase_scan *scan)
{
    const hxp_symbols *alphabet = &scan->index->alphabet;
    for (unsigned symbol = 0; symbol < 256; symbol++)
        scan->joins[symbol] = alphabet->kinds[symbol] == HXP_CHARACTER_WORD &&
                              !hxp_symbol_is_shared((uint8_t)symbol);
    for (size_t i = 0; i < alphabet->count; i++) {
        uint32_t c = alphabet->own[i] >> 8;
        unsigned symbol = alphabet->own[i] & 0xFF;
        scan->joins[symbol] = hxp_character_joins(c);
        scan->accent[symbol] = hxp_caseless_bare(scan->caseless, c) == 0;
    }
}

void hxp_phrase_scan_open(hxp_phrase_scan *scan, const hxp_index *index,
                          const hxp_caseless *caseless)
{
    scan->index = index;
    scan->caseless = caseless;
    if (!index->bytes)
        return;
    fill_joins(scan);
    for (uint32_t form = HXP_FORMS; form < HXP_FORMS_END; form++)
        scan->bare[form - HXP_FORMS] = hxp_caseless_bare(caseless, form);
    size_t step = (size_t)(index->header.text_bytes / SAMPLES) + 1;
    for (uint64_t at = 0; at < index->header.text_bytes; at += step)
        scan->often[index->text[at]]++;
}

/* --- The phrase ----------------------------------------------------------- */

static void add_symbol(hxp_symbol_set *set, const hxp_symbols *alphabet,
                       uint32_t c)
{
    uint8_t symbol;
    hxp_characters one = { &c, 1, 1 };
    hxp_symbols_encode(&symbol, alphabet, &one);
    set->has[symbol] = true;
}

/** The symbols that may be c, or a form of it with accents or of any width. */
static void fill_set(hxp_symbol_set *set, const hxp_phrase_scan *scan,
                     uint32_t c)
{
    const hxp_symbols *alphabet = &scan->index->alphabet;
    memset(set, 0, sizeof *set);
    add_symbol(set, alphabet, c);
    if (scan->phrase->accents)
        return;
    for (size_t i = 0; i < alphabet->count; i++)
        if (hxp_caseless_bare(scan->caseless, alphabet->own[i] >> 8) == c)
            set->has[alphabet->own[i] & 0xFF] = true;
    for (uint32_t form = HXP_FORMS; form < HXP_FORMS_END; form++)
        if (scan->bare[form - HXP_FORMS] == c)
            add_symbol(set, alphabet, form);
    if (hxp_character_kind_of(c) == HXP_CHARACTER_WORD)
        memset(&set->has[HXP_SHARED_WORD], true, 256 - HXP_SHARED_WORD);
}

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
 * ones. Those of one word side by side would tell less than two apart; where
 * there are symbols to skip, one must do.
 */
static void choose_pair(hxp_phrase_scan *scan)
{
    uint64_t least = UINT64_MAX;
    size_t run = scan->phrase->run, first = 0, second = 0;
    for (size_t i = 0; i < run; i++) {
        uint64_t here = often_in(&scan->sets[i], scan->often);
        size_t end = scan->skips ? i + 1 : i + 1 + HXP_PAIR_GAP;
        for (size_t k = i; k < run && k < end; k++) {
            uint64_t both = here * often_in(&scan->sets[k], scan->often);
            if (k == i)
                both = here * SAMPLES;
            if (both >= least)
                continue;
            least = both;
            first = i;
            second = k;
        }
    }
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

hxp_status hxp_phrase_scan_set(hxp_phrase_scan *scan,
                               const hxp_wanted_phrase *phrase,
                               hxp_error *error)
{
    const hxp_characters *characters = &phrase->characters;
    scan->phrase = phrase;
    scan->at = 0;
    scan->cell = scan->index->cells;
    scan->skips = false;
    if (!scan->index->bytes)
        return HXP_OK;
    if (!hxp_array_reserve(&scan->sets, &scan->set_room, characters->count + 1,
                           sizeof *scan->sets))
        return hxp_no_memory(error);
    for (size_t i = 0; i < characters->count; i++)
        fill_set(&scan->sets[i], scan, characters->items[i]);
    for (unsigned symbol = 0; symbol < 256; symbol++)
        scan->skips |= scan->accent[symbol] && !phrase->accents;
    choose_pair(scan);
    return HXP_OK;
}

/* --- Texts ---------------------------------------------------------------- */

/** A row of symbols. */
typedef struct symbol_text {
    hxp_phrase_text text;
    const hxp_phrase_scan *scan;
    const uint8_t *symbols;
} symbol_text;

static bool symbol_fits(const hxp_phrase_text *text, size_t item, size_t at)
{
    const symbol_text *row = (const symbol_text *)text;
    return row->scan->sets[item].has[row->symbols[at]];
}

static bool symbol_joins(const hxp_phrase_text *text, size_t at)
{
    const symbol_text *row = (const symbol_text *)text;
    return row->scan->joins[row->symbols[at]];
}

/** Whether the phrase's first run stands around the pair at byte at of all. */
static bool may_be(const hxp_phrase_scan *scan, uint64_t at)
{
    const hxp_index *index = scan->index;
    size_t before = scan->pair_at, run = scan->phrase->run;
    if (scan->skips)
        return true;
    if (at < before || run - before > index->header.text_bytes - at)
        return false;
    const uint8_t *text = index->text + (at - before);
    for (size_t i = 0; i < run; i++)
        if (!scan->sets[i].has[text[i]])
            return false;
    return true;
}

/** Whether a text without the symbols that are skipped has the phrase. */
static bool has_anywhere(hxp_phrase_scan *scan, symbol_text *text)
{
    size_t count = 0;
    for (size_t i = 0; i < text->text.count; i++)
        if (!scan->accent[text->symbols[i]])
            scan->row[count++] = text->symbols[i];
    text->symbols = scan->row;
    text->text.count = count;
    for (size_t i = 0; i < count; i++)
        if (hxp_phrase_end(scan->phrase, &text->text, i) != HXP_NOWHERE)
            return true;
    return false;
}

/**
 * Whether the text that has the pair at byte scan->at has the phrase, there if
 * nothing is skipped. It moves on, to the next text if so.
 */
static bool look_at(uint32_t *position, hxp_phrase_scan *scan)
{
    const hxp_index *index = scan->index;
    const hxp_cell *last = index->cells + index->header.cells - 1;
    while (scan->cell < last && scan->cell[1].text <= scan->at)
        scan->cell++;
    const hxp_cell *cell = scan->cell;
    uint32_t row = (uint32_t)((scan->at - cell->text) / cell->length);
    size_t column = (size_t)((scan->at - cell->text) % cell->length);
    *position = cell->first + row;
    symbol_text text = { { cell->length, symbol_fits, symbol_joins },
                         scan,
                         hxp_index_text(index, cell, *position) };
    bool found =
        scan->skips ? has_anywhere(scan, &text)
                    : column >= scan->pair_at &&
                          hxp_phrase_end(scan->phrase, &text.text,
                                         column - scan->pair_at) != HXP_NOWHERE;
    if (found || scan->skips)
        scan->at = cell->text + (uint64_t)(row + 1) * cell->length;
    else
        scan->at++;
    return found;
}

hxp_status hxp_phrase_scan_next(uint32_t *position, const hxp_cell **cell,
                                hxp_phrase_scan *scan, hxp_error *error)
{
    const hxp_index *index = scan->index;
    *cell = NULL;
    if (!index->bytes || index->header.texts == 0)
        return HXP_OK;
    if (scan->skips &&
        !hxp_array_reserve(&scan->row, &scan->row_room, HXP_LENGTH_LIMIT, 1))
        return hxp_no_memory(error);
    while (!*cell) {
        size_t left = (size_t)(index->header.text_bytes - scan->at);
        /* a hash stands behind all texts, so the kernel may look there */
        size_t next =
            hxp_kernels_at(0)->pair(index->text + scan->at, left, &scan->pair);
        scan->at += next;
        if (next == left)
            break;
        if (!may_be(scan, scan->at))
            scan->at++;
        else if (look_at(position, scan))
            *cell = scan->cell;
    }
    return HXP_OK;
}

void hxp_phrase_scan_free(hxp_phrase_scan *scan)
{
    free(scan->sets);
    free(scan->row);
}

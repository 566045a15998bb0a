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

/** The position of the text that has byte at of all; *cell moves on to its. */
static uint32_t position_at(const hxp_cell **cell, const hxp_index *index,
                            uint64_t at)
{
    const hxp_cell *last = index->cells + index->header.cells - 1;
    while (*cell < last && (*cell)[1].text <= at)
        ++*cell;
    return (*cell)->first + (uint32_t)((at - (*cell)->text) / (*cell)->length);
}

/** The first byte behind the text at a position of cell. */
static uint64_t end_of_text(const hxp_cell *cell, uint32_t position)
{
    return cell->text + (uint64_t)(position - cell->first + 1) * cell->length;
}

/** Find the texts that have accents on their own. */
static hxp_status find_marked(hxp_phrase_scan *scan, hxp_error *error)
{
    const hxp_index *index = scan->index;
    const hxp_cell *cell = index->cells;
    hxp_pair_sets accents = { .gap = 0 };
    bool any = false;
    for (unsigned symbol = 0; symbol < 256; symbol++) {
        if (!scan->accent[symbol])
            continue;
        hxp_pair_add(&accents, 0, (uint8_t)symbol);
        hxp_pair_add(&accents, 1, (uint8_t)symbol);
        any = true;
    }
    for (uint64_t at = 0; any && at < index->header.text_bytes;) {
        size_t left = (size_t)(index->header.text_bytes - at);
        at += hxp_kernels_at(0)->pair(index->text + at, left, &accents);
        if (at == index->header.text_bytes)
            break;
        if (!hxp_array_reserve(&scan->marked, &scan->marked_room,
                               scan->marked_count + 1, sizeof *scan->marked))
            return hxp_no_memory(error);
        uint32_t position = position_at(&cell, index, at);
        scan->marked[scan->marked_count++] = position;
        at = end_of_text(cell, position);
    }
    return HXP_OK;
}

hxp_status hxp_phrase_scan_open(hxp_phrase_scan *scan, const hxp_index *index,
                                const hxp_caseless *caseless, hxp_error *error)
{
    scan->index = index;
    scan->caseless = caseless;
    if (!index->bytes || index->header.texts == 0)
        return HXP_OK;
    fill_joins(scan);
    for (uint32_t form = HXP_FORMS; form < HXP_FORMS_END; form++)
        scan->bare[form - HXP_FORMS] = hxp_caseless_bare(caseless, form);
    size_t step = (size_t)(index->header.text_bytes / SAMPLES) + 1;
    for (uint64_t at = 0; at < index->header.text_bytes; at += step)
        scan->often[index->text[at]]++;
    return find_marked(scan, error);
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
    else if (c == '"' || c == '\'' || c == '-')
        memset(&set->has[HXP_SHARED_ALONE], true,
               HXP_SHARED_WORD - HXP_SHARED_ALONE);
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
 * ones. Those of one word side by side would tell less than two apart.
 */
static void choose_pair(hxp_phrase_scan *scan)
{
    uint64_t least = UINT64_MAX;
    size_t run = scan->phrase->run, first = 0, second = 0;
    for (size_t i = 0; i < run; i++) {
        uint64_t here = often_in(&scan->sets[i], scan->often);
        for (size_t k = i; k < run && k - i <= HXP_PAIR_GAP; k++) {
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
    scan->next_marked = 0;
    scan->holds = false;
    if (!scan->index->bytes)
        return HXP_OK;
    if (!hxp_array_reserve(&scan->sets, &scan->set_room, characters->count + 1,
                           sizeof *scan->sets))
        return hxp_no_memory(error);
    for (size_t i = 0; i < characters->count; i++)
        fill_set(&scan->sets[i], scan, characters->items[i]);
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
    if (at < before || run - before > index->header.text_bytes - at)
        return false;
    const uint8_t *text = index->text + (at - before);
    for (size_t i = 0; i < run; i++)
        if (!scan->sets[i].has[text[i]])
            return false;
    return true;
}

/** The text at a position. */
static symbol_text text_at(const hxp_phrase_scan *scan, const hxp_cell *cell,
                           uint32_t position)
{
    return (symbol_text){ { cell->length, symbol_fits, symbol_joins },
                          scan,
                          hxp_index_text(scan->index, cell, position) };
}

/** Whether a text has the phrase when accents on their own are left out. */
static bool has_marked(hxp_phrase_scan *scan, const hxp_cell *cell,
                       uint32_t position)
{
    symbol_text text = text_at(scan, cell, position);
    size_t count = 0;
    for (size_t i = 0; i < cell->length; i++)
        if (!scan->accent[text.symbols[i]])
            scan->row[count++] = text.symbols[i];
    text.symbols = scan->row;
    text.text.count = count;
    for (size_t i = 0; i < count; i++)
        if (scan->sets[0].has[scan->row[i]] &&
            hxp_phrase_end(scan->phrase, &text.text, i) != HXP_NOWHERE)
            return true;
    return false;
}

/** Go on to the next text that has the phrase as it stands, and hold it. */
static void hold_next(hxp_phrase_scan *scan)
{
    const hxp_index *index = scan->index;
    scan->holds = true;
    scan->held_cell = NULL;
    while (!scan->held_cell && scan->at < index->header.text_bytes) {
        size_t left = (size_t)(index->header.text_bytes - scan->at);
        /* a hash stands behind all texts, so the kernel may look there */
        scan->at +=
            hxp_kernels_at(0)->pair(index->text + scan->at, left, &scan->pair);
        if (scan->at == index->header.text_bytes)
            break;
        uint64_t at = scan->at++;
        if (!may_be(scan, at))
            continue;
        uint32_t position = position_at(&scan->cell, index, at);
        symbol_text text = text_at(scan, scan->cell, position);
        size_t column = (size_t)((at - scan->cell->text) % scan->cell->length);
        if (column < scan->pair_at ||
            hxp_phrase_end(scan->phrase, &text.text, column - scan->pair_at) ==
                HXP_NOWHERE)
            continue;
        scan->held = position;
        scan->held_cell = scan->cell;
        scan->at = end_of_text(scan->cell, position);
    }
}

hxp_status hxp_phrase_scan_next(uint32_t *position, const hxp_cell **cell,
                                hxp_phrase_scan *scan, hxp_error *error)
{
    *cell = NULL;
    if (!scan->index->bytes || scan->index->header.texts == 0)
        return HXP_OK;
    if (!scan->holds)
        hold_next(scan);
    if (!hxp_array_reserve(&scan->row, &scan->row_room, HXP_LENGTH_LIMIT, 1))
        return hxp_no_memory(error);
    /* those that have it without their accents, in their places before it */
    while (!scan->phrase->accents && scan->next_marked < scan->marked_count) {
        uint32_t marked = scan->marked[scan->next_marked];
        if (scan->held_cell && marked > scan->held)
            break;
        scan->next_marked++;
        const hxp_cell *of = hxp_index_cell(scan->index, marked);
        if ((scan->held_cell && marked == scan->held) ||
            !has_marked(scan, of, marked))
            continue;
        *position = marked;
        *cell = of;
        return HXP_OK;
    }
    *position = scan->held;
    *cell = scan->held_cell;
    scan->holds = false;
    return HXP_OK;
}

void hxp_phrase_scan_free(hxp_phrase_scan *scan)
{
    free(scan->marked);
    free(scan->sets);
    free(scan->row);
}

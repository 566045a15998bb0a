/* phrase_scan.c - finds the texts of an index that may have a phrase: by its
 * words where they are known, else by its characters; and apart those whose
 * symbols may be others without accents. */
#include "memory/phrase_scan.h"

#include "base/error.h"

#include <stdlib.h>
#include <string.h>

enum {
    SAMPLES = 1 << 10, /* texts that tell how often each symbol is there */
    MOST_ODD = 16      /* a text in so many may have odd symbols */
};

/* --- The index ------------------------------------------------------------ */

/** Learn of c, which has a symbol of its own. */
static void learn_symbol(hxp_phrase_scan *scan, uint32_t c, unsigned symbol)
{
    uint32_t bare = hxp_caseless_bare(scan->caseless, c);
    hxp_character_kind kind = hxp_character_kind_of(c);
    scan->joins[symbol] = hxp_character_joins(c);
    scan->accent[symbol] = bare == 0;
    scan->odd[symbol] = bare == 0 || hxp_character_kind_of(bare) != kind ||
                        (kind == HXP_CHARACTER_WORD && !scan->joins[symbol]);
}

/** Learn which symbols are letters; those of several characters may be none. */
static void learn_symbols(hxp_phrase_scan *scan)
{
    const hxp_symbols *alphabet = &scan->index->alphabet;
    for (unsigned symbol = 0; symbol < 256; symbol++) {
        scan->odd[symbol] = hxp_symbol_is_shared((uint8_t)symbol);
        scan->joins[symbol] =
            alphabet->kinds[symbol] == HXP_CHARACTER_WORD && !scan->odd[symbol];
    }
    for (size_t i = 0; i < alphabet->count; i++)
        learn_symbol(scan, alphabet->own[i] >> 8, alphabet->own[i] & 0xFF);
    for (uint32_t form = HXP_FORMS; form < HXP_FORMS_END; form++)
        scan->bare[form - HXP_FORMS] = hxp_caseless_bare(scan->caseless, form);
}

/** Count the symbols and words of some texts. */
static void count_samples(hxp_phrase_scan *scan)
{
    const hxp_index *index = scan->index;
    uint32_t step = index->header.texts / SAMPLES + 1;
    for (uint32_t i = 0; i < index->header.texts; i += step) {
        const hxp_cell *cell = hxp_index_cell(index, i);
        const uint8_t *text = hxp_index_text(index, cell, i, scan->text);
        const uint8_t *words = hxp_index_words(index, cell->words, i);
        for (size_t k = 0; k < cell->length; k++)
            scan->often[text[k]]++;
        for (size_t k = 0; k < cell->words; k++)
            scan->words_often[words[k]]++;
        if (index->header.texts - i <= step)
            break;
    }
}

static bool add_position(hxp_positions *to, uint32_t position)
{
    if (!hxp_array_reserve(&to->items, &to->room, to->count + 1,
                           sizeof *to->items))
        return false;
    to->items[to->count++] = position;
    return true;
}

/** Keep a text with odd symbols. False: no memory. */
static bool keep_odd(hxp_phrase_scan *scan, const uint8_t *text, size_t length,
                     uint32_t position)
{
    bool accents = false;
    for (size_t i = 0; i < length; i++)
        accents |= scan->accent[text[i]];
    if (accents && !add_position(&scan->marked, position))
        return false;
    scan->too_odd |=
        scan->odds.count > scan->index->header.texts / MOST_ODD + SAMPLES;
    return scan->too_odd || add_position(&scan->odds, position);
}

/** The symbols that are odd; or, if those are too many, accents only. */
static hxp_pair_sets odd_sets(const hxp_phrase_scan *scan)
{
    hxp_pair_sets sets = { .gap = 0 };
    const bool *odd = scan->too_odd ? scan->accent : scan->odd;
    for (unsigned symbol = 0; symbol < 256; symbol++) {
        if (!odd[symbol])
            continue;
        hxp_pair_add(&sets, 0, (uint8_t)symbol);
        hxp_pair_add(&sets, 1, (uint8_t)symbol);
    }
    return sets;
}

/** Whether packed texts may have odd symbols. */
static bool codes_are_odd(const hxp_phrase_scan *scan)
{
    bool odd = false;
    for (size_t i = 0; i < HXP_CODES; i++)
        odd |= scan->odd[scan->index->packing.symbols[i]];
    return odd;
}

/** Find the odd ones among texts that lie side by side. False: no memory. */
static bool find_odd_of(hxp_phrase_scan *scan, hxp_phrase_texts *texts)
{
    size_t length = texts->cell->length;
    hxp_pair_sets sets = odd_sets(scan);
    while (texts->at < texts->size) {
        texts->at += hxp_kernels_at(0)->pair(texts->symbols + texts->at,
                                             texts->size - texts->at, &sets);
        if (texts->at == texts->size)
            break;
        size_t row = texts->at / length;
        if (!keep_odd(scan, texts->symbols + row * length, length,
                      texts->first + (uint32_t)row))
            return false;
        texts->at = (row + 1) * length;
    }
    return true;
}

/** Find the texts that have odd symbols. */
static hxp_status find_odd(hxp_phrase_scan *scan, hxp_error *error)
{
    hxp_phrase_texts texts = { .pass = !scan->odd_codes, .unpack = true };
    bool more = true;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && more) {
        status = hxp_phrase_texts_next(&more, &texts, scan->index, error);
        if (status == HXP_OK && more && !find_odd_of(scan, &texts))
            status = hxp_no_memory(error);
    }
    free(texts.room);
    return status;
}

hxp_status hxp_phrase_scan_open(hxp_phrase_scan *scan, const hxp_index *index,
                                const hxp_caseless *caseless, hxp_error *error)
{
    scan->index = index;
    scan->caseless = caseless;
    if (!index->bytes || index->header.texts == 0)
        return HXP_OK;
    scan->text = malloc(HXP_TEXT_ROOM);
    scan->row = malloc(HXP_LENGTH_LIMIT);
    if (!scan->text || !scan->row)
        return hxp_no_memory(error);
    learn_symbols(scan);
    count_samples(scan);
    scan->odd_codes = codes_are_odd(scan);
    return find_odd(scan, error);
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

hxp_status hxp_phrase_scan_set(hxp_phrase_scan *scan,
                               const hxp_wanted_phrase *phrase,
                               hxp_error *error)
{
    const hxp_characters *characters = &phrase->characters;
    scan->phrase = phrase;
    scan->texts.cell = NULL;
    scan->next_aside = 0;
    scan->holds = false;
    if (!scan->index->bytes || scan->index->header.texts == 0)
        return HXP_OK;
    if (!hxp_array_reserve(&scan->sets, &scan->set_room, characters->count + 1,
                           sizeof *scan->sets))
        return hxp_no_memory(error);
    for (size_t i = 0; i < characters->count; i++)
        fill_set(&scan->sets[i], scan, characters->items[i]);
    hxp_phrase_symbols_begin(scan);
    return hxp_phrase_words_begin(scan, error);
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

bool hxp_phrase_scan_fits(const hxp_phrase_scan *scan, const uint8_t *symbols,
                          size_t count, size_t from)
{
    symbol_text text = { { count, symbol_fits, symbol_joins }, scan, symbols };
    return hxp_phrase_end(scan->phrase, &text.text, from) != HXP_NOWHERE;
}

bool hxp_phrase_scan_has(const hxp_phrase_scan *scan, const uint8_t *symbols,
                         size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (scan->sets[0].has[symbols[i]] &&
            hxp_phrase_scan_fits(scan, symbols, count, i))
            return true;
    return false;
}

/** Whether a text apart has the phrase: when accents on their own are left
 * out, or as it stands if only words of others were looked at. */
static bool has_aside(hxp_phrase_scan *scan, const hxp_cell *cell,
                      uint32_t position)
{
    const uint8_t *text =
        hxp_index_text(scan->index, cell, position, scan->text);
    size_t count = 0;
    if (scan->way != HXP_IN_SYMBOLS &&
        hxp_phrase_scan_has(scan, text, cell->length))
        return true;
    for (size_t i = 0; i < cell->length; i++)
        if (!scan->accent[text[i]])
            scan->row[count++] = text[i];
    return !scan->phrase->accents && count < cell->length &&
           hxp_phrase_scan_has(scan, scan->row, count);
}

/** Go on to the next text that has the phrase as it stands, and hold it. */
static hxp_status hold_next(hxp_phrase_scan *scan, hxp_error *error)
{
    scan->holds = true;
    if (scan->way == HXP_IN_SYMBOLS)
        return hxp_phrase_symbols_next(scan, error);
    hxp_phrase_words_next(scan);
    return HXP_OK;
}

/** The next of the texts apart that comes before the one held; NULL: none. */
static const hxp_cell *next_aside(uint32_t *position, hxp_phrase_scan *scan)
{
    const hxp_positions *aside =
        scan->way == HXP_IN_SYMBOLS ? &scan->marked : &scan->odds;
    if (scan->way == HXP_IN_SYMBOLS && scan->phrase->accents)
        return NULL;
    while (scan->next_aside < aside->count) {
        *position = aside->items[scan->next_aside];
        if (scan->held_cell && *position > scan->held)
            break;
        scan->next_aside++;
        const hxp_cell *cell = hxp_index_cell(scan->index, *position);
        if (!(scan->held_cell && *position == scan->held) &&
            has_aside(scan, cell, *position))
            return cell;
    }
    return NULL;
}

hxp_status hxp_phrase_scan_next(uint32_t *position, const hxp_cell **cell,
                                hxp_phrase_scan *scan, hxp_error *error)
{
    *cell = NULL;
    if (!scan->index->bytes || scan->index->header.texts == 0)
        return HXP_OK;
    hxp_status status = scan->holds ? HXP_OK : hold_next(scan, error);
    if (status != HXP_OK)
        return status;
    *cell = next_aside(position, scan);
    if (*cell)
        return HXP_OK;
    *position = scan->held;
    *cell = scan->held_cell;
    scan->holds = false;
    return HXP_OK;
}

void hxp_phrase_scan_free(hxp_phrase_scan *scan)
{
    free(scan->marked.items);
    free(scan->odds.items);
    free(scan->sets);
    free(scan->texts.room);
    free(scan->words.tokens.items);
    free(scan->words.symbols);
    free(scan->words.bytes);
    free(scan->words.listed.items);
    free(scan->words.bits);
    free(scan->text);
    free(scan->row);
}

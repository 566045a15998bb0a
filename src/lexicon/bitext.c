/* bitext.c - keeps the words of units, and learns from them. */
#include "lexicon/bitext.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "lexicon/cognate.h"
#include "lexicon/twins.h"

#include <stdlib.h>

/* Of two languages so many words are kept: about 100 MB with all that is made
 * of them; and so many of all, however many languages there are. */
enum { MOST_WORDS = 2000000, MOST_OF_ALL = 4 * MOST_WORDS };

/** What is known of a word that the analyzer numbered. */
struct hxp_known_form {
    uint32_t stem;
    uint16_t flags;
    bool known;
};

hxp_status hxp_bitext_init(hxp_bitext *bitext,
                           const hxp_language *const languages[2],
                           hxp_error *error)
{
    hxp_status status = HXP_OK;
    *bitext = (hxp_bitext){ .count = 0 };
    for (size_t k = 0; status == HXP_OK && k < 2; k++) {
        hxp_bitext_side *side = &bitext->sides[k];
        side->language = languages[k];
        for (int i = 0; i < HXP_SMALL_LISTS; i++)
            side->lists[i] = hxp_small_words(languages[k], (hxp_small_list)i);
        status = hxp_analyzer_new(&side->analyzer, languages[k], error);
    }
    return status;
}

void hxp_bitext_free(hxp_bitext *bitext)
{
    for (size_t k = 0; k < 2; k++) {
        hxp_bitext_side *side = &bitext->sides[k];
        hxp_analyzer_free(side->analyzer);
        hxp_vocabulary_free(&side->stems);
        free(side->forms);
        free(side->words);
        free(side->starts);
        hxp_word_table_free(&bitext->tables[k]);
    }
    *bitext = (hxp_bitext){ .count = 0 };
}

/** What is said of a word wherever it stands. */
static unsigned flags_of(const hxp_bitext_side *side, const hxp_word *word)
{
    const char *marker =
        hxp_language_setting(side->language, "infinitive-marker");
    unsigned in = 0, flags = 0;
    if (word->kind == HXP_WORD_NUMBER)
        return HXP_WORD_CONTENT;
    for (unsigned i = 0; i < HXP_SMALL_LISTS; i++)
        in |= (unsigned)hxp_word_list_has(side->lists[i], word->folded) << i;
    if (in == 0)
        return HXP_WORD_CONTENT | HXP_WORD_TERM |
               (word->acronym ? HXP_WORD_ACRONYM : 0U);
    if (in & (1U << HXP_SMALL_ARTICLES | 1U << HXP_SMALL_JOINTS))
        flags |= HXP_WORD_INNER;
    if ((in & (1U << HXP_SMALL_ARTICLES | 1U << HXP_SMALL_DETERMINERS |
               1U << HXP_SMALL_JOINTS)) &&
        !(marker && hxp_str_is(word->folded, marker)))
        flags |= HXP_WORD_OPENS;
    if (in & (1U << HXP_SMALL_ARTICLES | 1U << HXP_SMALL_DETERMINERS))
        flags |= HXP_WORD_DETERMINES;
    return flags;
}

/** What is known of word, found out when it is first met; NULL: no memory. */
static const struct hxp_known_form *form_of(hxp_bitext_side *side,
                                            const hxp_word *word)
{
    size_t before = side->form_room;
    if (!hxp_array_reserve(&side->forms, &side->form_room, word->number + 1,
                           sizeof *side->forms))
        return NULL;
    if (side->form_room > before)
        memset(side->forms + before, 0,
               (side->form_room - before) * sizeof *side->forms);
    struct hxp_known_form *form = &side->forms[word->number];
    if (!form->known) {
        hxp_word stem = *word;
        if (word->kind == HXP_WORD_LETTERS)
            stem.bare = word->stem;
        if (!hxp_vocabulary_add(&side->stems, &stem, &form->stem))
            return NULL;
        form->flags = (uint16_t)flags_of(side, word);
        form->known = true;
    }
    return form;
}

/** True when between is nothing that parts the words of a term. */
static bool joins(hxp_str between)
{
    static const char *const allowed[] = {
        " ", "-", "'", "\xC2\xA0", "\xE2\x80\x99", "\xE2\x80\x91"
    };
    bool found = true;
    while (found && between.len > 0) {
        found = false;
        for (size_t i = 0; !found && i < sizeof allowed / sizeof *allowed;
             i++) {
            hxp_str sign = hxp_str_of(allowed[i]);
            found = hxp_str_starts(between, sign);
            if (found)
                between = hxp_str_part(between, sign.len, between.len);
        }
    }
    return between.len == 0;
}

/** Append the words of text to side. */
static hxp_status add_words(hxp_bitext_side *side, hxp_str text,
                            hxp_error *error)
{
    hxp_words words;
    hxp_status status = hxp_analyze(&words, side->analyzer, text, error);
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&side->words, &side->room,
                           side->count + words.count + 1, sizeof *side->words))
        return hxp_no_memory(error);
    size_t end = SIZE_MAX; /* of the word before */
    for (size_t i = 0; i < words.count; i++) {
        const hxp_word *word = &words.items[i];
        if (word->kind == HXP_WORD_MARK || word->end - word->start > 255 ||
            word->end > UINT32_MAX)
            continue;
        const struct hxp_known_form *form = form_of(side, word);
        if (!form)
            return hxp_no_memory(error);
        unsigned flags = form->flags;
        if (end <= word->start && joins(hxp_str_part(text, end, word->start)))
            flags |= HXP_WORD_FOLLOWS;
        if (word->capital)
            flags |= HXP_WORD_CAPITAL;
        side->words[side->count++] =
            (hxp_bitext_word){ form->stem, (uint32_t)word->start,
                               (uint16_t)(word->end - word->start),
                               (uint16_t)flags };
        end = word->end;
    }
    return HXP_OK;
}

hxp_status hxp_bitext_add(hxp_bitext *bitext, const hxp_str texts[2],
                          hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t k = 0; status == HXP_OK && k < 2; k++) {
        hxp_bitext_side *side = &bitext->sides[k];
        if (!hxp_array_reserve(&side->starts, &side->start_room,
                               bitext->count + 2, sizeof *side->starts))
            return hxp_no_memory(error);
        side->starts[bitext->count] = side->count;
        status = add_words(side, texts[k], error);
        side->starts[bitext->count + 1] = side->count;
    }
    bitext->count += status == HXP_OK;
    return status;
}

size_t hxp_bitext_size(const hxp_bitext *bitext)
{
    return bitext->sides[0].count + bitext->sides[1].count;
}

bool hxp_bitext_is_full(const hxp_bitext *bitext, size_t all)
{
    return hxp_bitext_size(bitext) > MOST_WORDS || all > MOST_OF_ALL;
}

hxp_bitext_row hxp_bitext_words(const hxp_bitext *bitext, size_t side,
                                size_t unit)
{
    const hxp_bitext_side *of = &bitext->sides[side];
    size_t start = of->starts[unit];
    return (hxp_bitext_row){ of->words + start, of->starts[unit + 1] - start };
}

/* --- Learning ------------------------------------------------------------- */

/** The stems of the content words of all units. */
typedef struct lessons {
    uint32_t *stems[2];
    hxp_example *items[2]; /* both ways */
} lessons;

static void free_lessons(lessons *from)
{
    for (size_t k = 0; k < 2; k++) {
        free(from->stems[k]);
        free(from->items[k]);
    }
}

/** Append the stems of the content words of a row; returns how many. */
static size_t put_stems(uint32_t *to, hxp_bitext_row words)
{
    size_t count = 0;
    for (size_t i = 0; i < words.count; i++)
        if (words.items[i].flags & HXP_WORD_CONTENT)
            to[count++] = words.items[i].stem;
    return count;
}

static bool make_lessons(lessons *to, const hxp_bitext *bitext)
{
    size_t at[2] = { 0, 0 };
    for (size_t k = 0; k < 2; k++) {
        to->stems[k] = calloc(bitext->sides[k].count + 1, sizeof *to->stems[k]);
        to->items[k] = calloc(bitext->count + 1, sizeof *to->items[k]);
        if (!to->stems[k] || !to->items[k])
            return false;
    }
    for (size_t unit = 0; unit < bitext->count; unit++) {
        uint32_t *stems[2];
        size_t counts[2];
        for (size_t k = 0; k < 2; k++) {
            stems[k] = to->stems[k] + at[k];
            counts[k] = put_stems(stems[k], hxp_bitext_words(bitext, k, unit));
            at[k] += counts[k];
        }
        to->items[0][unit] =
            (hxp_example){ stems[0], stems[1], counts[0], counts[1], 1 };
        to->items[1][unit] =
            (hxp_example){ stems[1], stems[0], counts[1], counts[0], 1 };
    }
    return true;
}

/** Append the entries of a row. */
static bool add_row(hxp_word_table *to, hxp_word_table_row row)
{
    bool done = true;
    for (size_t i = 0; done && i < row.count; i++)
        done = hxp_word_table_add(to, row.items[i].word,
                                  (double)row.items[i].weight);
    return done;
}

/** What is believed of stems beforehand: those that look alike, and twins. */
static bool make_seed(hxp_word_table *seed, const hxp_bitext *bitext)
{
    size_t rows = hxp_vocabulary_size(&bitext->sides[0].stems);
    hxp_word_table alike = { 0 }, twins = { 0 };
    bool done = hxp_cognates(&alike, &bitext->sides[0].stems,
                             &bitext->sides[1].stems) &&
                hxp_twins_find(&twins, bitext);
    for (size_t i = 0; done && i < rows; i++)
        done = add_row(seed, hxp_word_table_get(&alike, i)) &&
               add_row(seed, hxp_word_table_get(&twins, i)) &&
               hxp_word_table_end_row(seed);
    hxp_word_table_free(&alike);
    hxp_word_table_free(&twins);
    return done;
}

bool hxp_bitext_learn(hxp_bitext *bitext)
{
    size_t sizes[2] = { hxp_vocabulary_size(&bitext->sides[0].stems),
                        hxp_vocabulary_size(&bitext->sides[1].stems) };
    lessons from = { { NULL, NULL }, { NULL, NULL } };
    hxp_word_table seeds[2] = { { 0 }, { 0 } };
    bool done = make_lessons(&from, bitext) && make_seed(&seeds[0], bitext) &&
                hxp_word_table_transpose(&seeds[1], &seeds[0], sizes[1]);
    for (size_t k = 0; done && k < 2; k++) {
        hxp_examples examples = { from.items[k], bitext->count };
        hxp_word_table_normalise(&seeds[k], 1);
        hxp_word_table_free(&bitext->tables[k]);
        done = hxp_ibm1_learn(&bitext->tables[k], examples, &seeds[k], sizes[k],
                              sizes[1 - k]);
    }
    hxp_word_table_free(&seeds[0]);
    hxp_word_table_free(&seeds[1]);
    free_lessons(&from);
    return done;
}

/* renderings.c - phrases that are consistent with the links of words, as in
 * Koehn, Och, Marcu, Statistical Phrase-Based Translation, 2003. */
#include "lexicon/renderings.h"

#include "base/array.h"
#include "base/str.h"

#include <stdlib.h>

/** A use in work: its unit, as it is linked. */
typedef struct place {
    const hxp_linker *linker;
    hxp_bitext_row rows[2];
    hxp_rendering *use;
} place;

/** The end of the use's words in a side. */
static size_t end_of(const hxp_rendering *use, size_t side)
{
    return (size_t)use->at[side] + use->count[side];
}

/** The range of target words that the source's are linked with; end 0: none. */
static hxp_linked reach(const place *at)
{
    hxp_linked all = { UINT16_MAX, 0 };
    for (size_t i = at->use->at[0]; i < end_of(at->use, 0); i++) {
        hxp_linked one = at->linker->linked[0][i];
        if (one.end == 0)
            continue;
        if (one.first < all.first)
            all.first = one.first;
        if (one.end > all.end)
            all.end = one.end;
    }
    return all;
}

/** True when a target word of range is linked with a word of somebody else. */
static bool has_strangers(const place *at, hxp_linked range)
{
    for (size_t j = range.first; j < range.end; j++) {
        hxp_linked one = at->linker->linked[1][j];
        if (one.end > 0 &&
            (one.first < at->use->at[0] || one.end > end_of(at->use, 0)))
            return true;
    }
    return false;
}

/** True when the words of range may be a term. */
static bool may_be_term(const place *at, hxp_linked range)
{
    const hxp_bitext_word *words = at->rows[1].items;
    if (range.end == 0 || range.end - range.first > HXP_PHRASE_WORDS ||
        !(words[range.first].flags & HXP_WORD_TERM) ||
        !(words[range.end - 1].flags & HXP_WORD_TERM))
        return false;
    for (size_t j = range.first + 1U; j < range.end; j++)
        if (!(words[j].flags & HXP_WORD_FOLLOWS))
            return false;
    return true;
}

/** The mean weight of the best links of the content words; unlinked: 0. */
static float mean_weight(const place *at)
{
    float sum = 0;
    unsigned count = 0;
    for (size_t i = at->use->at[0]; i < end_of(at->use, 0); i++) {
        if (!(at->rows[0].items[i].flags & HXP_WORD_CONTENT))
            continue;
        count++;
        for (size_t k = 0; k < at->linker->count; k++) {
            if (at->linker->links[k].at[0] == i) {
                sum += at->linker->links[k].weight;
                break;
            }
        }
    }
    return count > 0 ? sum / (float)count : 0;
}

/** True when the word at i of a side is of content and not linked. */
static bool is_loose(const place *at, size_t side, size_t i)
{
    return (at->rows[side].items[i].flags & HXP_WORD_CONTENT) &&
           at->linker->linked[side][i].end == 0;
}

/** Count the loose words of a side outside the use. */
static size_t count_loose(const place *at, size_t side)
{
    size_t count = 0;
    for (size_t i = 0; i < at->rows[side].count; i++)
        if (i < at->use->at[side] || i >= end_of(at->use, side))
            count += is_loose(at, side, i);
    return count;
}

/** The range of the loose words of the target; end 0: there is none. */
static hxp_linked loose_range(const place *at)
{
    hxp_linked range = { 0, 0 };
    for (size_t j = 0; j < at->rows[1].count; j++) {
        if (!is_loose(at, 1, j))
            continue;
        if (range.end == 0)
            range.first = (uint16_t)j;
        range.end = (uint16_t)(j + 1);
    }
    return range;
}

/** Find what stands for the use, by links or because it alone is left. */
static void find_one(const place *at)
{
    hxp_rendering *use = at->use;
    hxp_linked range = reach(at);
    bool left = range.end == 0 && count_loose(at, 0) == 0;
    if (left)
        range = loose_range(at);
    if (!may_be_term(at, range) || has_strangers(at, range))
        return;
    use->at[1] = range.first;
    use->count[1] = (uint16_t)(range.end - range.first);
    use->weight = left ? 0 : mean_weight(at);
    use->clear = count_loose(at, 0) == 0 && count_loose(at, 1) == 0;
}

/** The longest phrase at word at that may be a term; 0 words: none. */
static size_t longest(uint32_t *number, const hxp_phrases *phrases,
                      hxp_bitext_row words, size_t at, bool capital_nouns)
{
    size_t best = 0;
    uint32_t found;
    for (size_t count = 1; count <= HXP_PHRASE_WORDS; count++) {
        if (!hxp_phrases_at(&found, phrases, words, at, count) ||
            !hxp_phrase_is_term(&phrases->items[found], capital_nouns))
            continue;
        best = count;
        *number = found;
    }
    return best;
}

static bool keep(hxp_renderings *to, const place *at)
{
    uint32_t room[HXP_PHRASE_WORDS];
    hxp_rendering *use = at->use;
    hxp_str key =
        hxp_phrase_key(room, at->rows[1].items + use->at[1], use->count[1]);
    if (!hxp_array_reserve(&to->items, &to->room, to->count + 1,
                           sizeof *to->items) ||
        !hxp_names_add(&to->keys, key, &use->key))
        return false;
    to->items[to->count++] = *use;
    return true;
}

/** Find what stands for the phrases of one unit. */
static bool find_unit(hxp_renderings *to, const hxp_bitext *bitext,
                      const hxp_linker *linker, uint32_t unit)
{
    hxp_rendering use = { .unit = unit };
    place at = { linker,
                 { hxp_bitext_words(bitext, 0, unit),
                   hxp_bitext_words(bitext, 1, unit) },
                 &use };
    bool capital =
        hxp_language_flag(bitext->sides[0].language, "capital-nouns");
    bool done = true;
    if (at.rows[0].count > HXP_LINKED_WORDS ||
        at.rows[1].count > HXP_LINKED_WORDS)
        return true;
    for (size_t i = 0, count;
         done && i<at.rows[0].count; i += count> 0 ? count : 1) {
        use = (hxp_rendering){ .unit = unit, .at = { (uint16_t)i, 0 } };
        count = longest(&use.phrase, &to->phrases, at.rows[0], i, capital);
        use.count[0] = (uint16_t)count;
        if (count > 0)
            find_one(&at);
        if (use.count[1] > 0)
            done = keep(to, &at);
    }
    return done;
}

static int by_phrase(const void *a, const void *b)
{
    const hxp_rendering *x = a, *y = b;
    if (x->phrase != y->phrase)
        return x->phrase < y->phrase ? -1 : 1;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    if (x->unit != y->unit)
        return x->unit < y->unit ? -1 : 1;
    return (x->at[0] > y->at[0]) - (x->at[0] < y->at[0]);
}

bool hxp_renderings_find(hxp_renderings *renderings, const hxp_bitext *bitext,
                         size_t least)
{
    hxp_linker linker = { .count = 0 };
    bool done = hxp_phrases_find(&renderings->phrases, bitext, 0, least);
    for (size_t unit = 0; done && unit < bitext->count; unit++)
        done = hxp_bitext_link(&linker, bitext, unit) &&
               find_unit(renderings, bitext, &linker, (uint32_t)unit);
    hxp_linker_free(&linker);
    if (renderings->count > 1)
        qsort(renderings->items, renderings->count, sizeof *renderings->items,
              by_phrase);
    return done;
}

void hxp_renderings_free(hxp_renderings *renderings)
{
    hxp_phrases_free(&renderings->phrases);
    hxp_names_free(&renderings->keys);
    free(renderings->items);
    *renderings = (hxp_renderings){ .count = 0 };
}

hxp_str hxp_words_text(const hxp_bitext *bitext, const hxp_rendering *of,
                       size_t side, hxp_str text)
{
    hxp_bitext_row words = hxp_bitext_words(bitext, side, of->unit);
    const hxp_bitext_word *first = &words.items[of->at[side]];
    const hxp_bitext_word *last = first + of->count[side] - 1;
    return hxp_str_part(text, first->start, last->start + last->length);
}

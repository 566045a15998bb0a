/* reasons.c - what spoke for the beads of an alignment. */
#include "align/reasons.h"

#include "align/second.h"
#include "align/stairs.h"
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_WORDS = 500 }; /* of a side, that are paired */

static const double LEAST_PAIR = 0.03; /* probability of a pair of words */

/** A word as it stands in a segment. */
struct surface {
    hxp_str bare;
    hxp_str text;
    bool capital;
};

struct surfaces {
    struct surface *items;
    size_t count, capacity;
};

/** Two words that may be paired: places in the two sides. */
struct candidate {
    size_t source, target;
    double probability;
    double worth; /* what the pair says, roughly: rare words say more */
};

struct candidates {
    struct candidate *items;
    size_t count, capacity;
};

/** The work on two languages. */
struct finder {
    hxp_reason_list *list;
    const hxp_side *sides[2];
    hxp_pair pair; /* of the two, in the caller's order */
    size_t numbers[2];
    hxp_analyzer *analyzers[2];
    struct surfaces surfaces[2]; /* of the bead in work */
    uint32_t *places[2];         /* by word: its place in the bead, from 1 */
    struct candidates candidates;
};

/** A bead of the two languages. */
struct part {
    hxp_link link;
    const uint32_t *words[2];
    size_t counts[2]; /* of words; at most MOST_WORDS */
};

static size_t at_most(size_t count)
{
    return count < MOST_WORDS ? count : MOST_WORDS;
}

static struct part part_of(const struct finder *finder, hxp_link link)
{
    const hxp_corpus *source = finder->pair.source;
    const hxp_corpus *target = finder->pair.target;
    size_t counts[] = { hxp_corpus_words(source, link.row, link.shape.rows),
                        hxp_corpus_words(target, link.column,
                                         link.shape.columns) };
    return (struct part){ link,
                          { source->words + source->starts[link.row],
                            target->words + target->starts[link.column] },
                          { at_most(counts[0]), at_most(counts[1]) } };
}

/* --- Figures -------------------------------------------------------------- */

/** Write down where the words of part stand first, or forget it. */
static void set_places(struct finder *finder, const struct part *part,
                       bool forget)
{
    for (int k = 0; k < 2; k++)
        for (size_t i = part->counts[k]; i-- > 0;)
            finder->places[k][part->words[k][i]] = forget ? 0 : (uint32_t)i + 1;
}

/** Sum up, for each place of one side, how far the other explains its word. */
static void explain_places(double explained[MOST_WORDS],
                           const struct finder *finder, const struct part *part,
                           int to)
{
    hxp_direction direction =
        hxp_pair_direction(&finder->pair, to == 1 ? HXP_FORWARD : HXP_BACKWARD);
    const hxp_word_table *table =
        hxp_lexicon_table(finder->pair.lexicon, direction);
    memset(explained, 0, MOST_WORDS * sizeof *explained);
    for (size_t i = 0; i < part->counts[1 - to]; i++) {
        hxp_word_table_row row =
            hxp_word_table_get(table, part->words[1 - to][i]);
        for (size_t e = 0; e < row.count; e++) {
            uint32_t place = finder->places[to][row.items[e].word];
            if (place > 0)
                explained[place - 1] +=
                    (double)row.items[e].weight / (double)part->counts[1 - to];
        }
    }
}

/** What the words of one side of link say when those of the other explain
 * them; so does explainer.c, for many beads at once. */
static double score_side(struct finder *finder, hxp_link link, int to)
{
    const struct part part = part_of(finder, link);
    const hxp_pair *pair = &finder->pair;
    const hxp_vocabulary *vocabulary =
        to == 1 ? &pair->target->vocabulary : &pair->source->vocabulary;
    hxp_direction back =
        hxp_pair_direction(pair, to == 1 ? HXP_BACKWARD : HXP_FORWARD);
    double share = pair->parameters->known_share, sum = 0;
    double explained[MOST_WORDS];
    set_places(finder, &part, false);
    explain_places(explained, finder, &part, to);
    for (size_t k = 0; k < part.counts[to]; k++) {
        uint32_t word = part.words[to][k];
        double inverse =
            (double)vocabulary->total / (double)vocabulary->words[word].count;
        double known = hxp_lexicon_known(pair->lexicon, back, word);
        double ratio =
            1 +
            share * (inverse * explained[finder->places[to][word] - 1] - known);
        sum += fmin(log(ratio), pair->parameters->word_cap);
    }
    set_places(finder, &part, true);
    return sum;
}

/** What the words of link say. */
static double score_words(struct finder *finder, hxp_link link)
{
    hxp_evidence evidence[HXP_MOST_MERGE][HXP_MOST_MERGE];
    const hxp_evidence *rows[HXP_MOST_MERGE];
    hxp_shape shape = link.shape;
    if (shape.rows > HXP_MOST_MERGE || shape.columns > HXP_MOST_MERGE)
        return score_side(finder, link, 0) + score_side(finder, link, 1);
    for (size_t i = 0; i < shape.rows; i++) {
        rows[i] = evidence[i];
        for (size_t j = 0; j < shape.columns; j++) {
            size_t row = link.row + i, column = link.column + j;
            for (size_t k = 0; k < shape.rows - i; k++)
                evidence[i][j].forward[k] = (float)score_side(
                    finder, (hxp_link){ row, column, { k + 1, 1 }, 0 }, 1);
            for (size_t k = 0; k < shape.columns - j; k++)
                evidence[i][j].backward[k] = (float)score_side(
                    finder, (hxp_link){ row, column, { 1, k + 1 }, 0 }, 0);
        }
    }
    return hxp_best_stairs(rows, shape, finder->pair.parameters->repeated);
}

static size_t letters_of(const hxp_corpus *corpus, size_t first, size_t count)
{
    return (size_t)(corpus->letters[first + count] - corpus->letters[first]);
}

/** Fill in the figures of part. */
static void set_figures(hxp_reasons *reasons, struct finder *finder,
                        const struct part *part)
{
    const hxp_pair *pair = &finder->pair;
    const hxp_link *link = &part->link;
    const hxp_corpus *source = pair->source, *target = pair->target;
    size_t letters[2] = { letters_of(source, link->row, link->shape.rows),
                          letters_of(target, link->column,
                                     link->shape.columns) };
    double scaled = (double)letters[0] * pair->source_scale;
    hxp_edges edges[2];
    hxp_bead_edges(edges, pair, link);
    reasons->lengths =
        hxp_score_length(scaled, (double)letters[1] * pair->target_scale,
                         pair->mean, pair->parameters);
    reasons->words =
        pair->parameters->lexical_weight * score_words(finder, *link);
    reasons->border =
        hxp_border_gain(pair, link, reasons->words + reasons->lengths);
    reasons->shape = hxp_score_shape(link->shape, false, pair->parameters);
    reasons->paragraphs = hxp_score_borders(pair, link);
    reasons->structured = pair->paragraphs;
    reasons->structure = hxp_score_structure(pair, link);
    reasons->marks = hxp_score_marks(pair, link);
    if (pair->keys)
        reasons->keys = hxp_score_keys(pair->keys, source, target, link);
    if (pair->paragraphs) {
        reasons->begins[0] = hxp_corpus_begins(source, link->row);
        reasons->begins[1] = hxp_corpus_begins(target, link->column);
    }
    if (pair->structure) {
        reasons->blocks[0] = hxp_traits_block(&source->traits[link->row]);
        reasons->blocks[1] = hxp_traits_block(&target->traits[link->column]);
    }
    if (pair->likeness && hxp_cosine(&reasons->cosine, source, target, link))
        reasons->vectors =
            hxp_score_cosine(reasons->cosine, pair->likeness, pair->parameters);
    for (int k = 0; k < 2; k++) {
        reasons->letters[k] = letters[k];
        reasons->count[k] = part->counts[k];
        reasons->begins_with[k] = hxp_edges_first_name(edges[k]);
        reasons->ends_with[k] = hxp_edges_last_name(edges[k]);
    }
    reasons->usual = (size_t)(scaled / pair->target_scale + 0.5);
}

/* --- Pairs of words ------------------------------------------------------- */

/** Gather the words of a side as they stand. */
static hxp_status find_surfaces(struct finder *finder, int k, size_t first,
                                size_t count, hxp_error *error)
{
    struct surfaces *surfaces = &finder->surfaces[k];
    hxp_status status = HXP_OK;
    surfaces->count = 0;
    for (size_t i = first; status == HXP_OK && i < first + count; i++) {
        hxp_str text = finder->sides[k]->segments[i];
        hxp_words words = { NULL, 0 };
        status = hxp_analyze(&words, finder->analyzers[k], text, error);
        if (!hxp_array_reserve(&surfaces->items, &surfaces->capacity,
                               surfaces->count + words.count,
                               sizeof *surfaces->items))
            return hxp_no_memory(error);
        for (size_t w = 0; w < words.count; w++) {
            hxp_word word = words.items[w];
            surfaces->items[surfaces->count++] =
                (struct surface){ word.bare,
                                  hxp_str_part(text, word.start, word.end),
                                  word.capital };
        }
    }
    return status;
}

/** The word as it stands; as the vocabulary has it, if it is not found. */
static struct surface surface_of(const struct finder *finder, int k,
                                 uint32_t word)
{
    const hxp_corpus *corpus =
        k == 0 ? finder->pair.source : finder->pair.target;
    const struct surfaces *surfaces = &finder->surfaces[k];
    hxp_str form = corpus->vocabulary.forms.items[word];
    for (size_t i = 0; i < surfaces->count; i++)
        if (hxp_str_equal(surfaces->items[i].bare, form))
            return surfaces->items[i];
    return (struct surface){ form, form, false };
}

/** Add each word of the target that row, of a word of the source, has. */
static bool add_candidates(struct finder *finder, const struct part *part,
                           size_t source)
{
    const hxp_pair *pair = &finder->pair;
    const hxp_vocabulary *vocabulary = &pair->source->vocabulary;
    struct candidates *candidates = &finder->candidates;
    uint32_t word = part->words[0][source];
    hxp_direction there = hxp_pair_direction(pair, HXP_FORWARD);
    hxp_word_table_row row =
        hxp_word_table_get(hxp_lexicon_table(pair->lexicon, there), word);
    double rare = log((double)(vocabulary->total + 1) /
                      (double)vocabulary->words[word].count);
    for (size_t e = 0; e < row.count; e++) {
        double probability = (double)row.items[e].weight;
        uint32_t place = finder->places[1][row.items[e].word];
        if (place == 0 || probability < LEAST_PAIR)
            continue;
        if (!hxp_array_reserve(&candidates->items, &candidates->capacity,
                               candidates->count + 1,
                               sizeof *candidates->items))
            return false;
        candidates->items[candidates->count++] =
            (struct candidate){ source, place - 1, probability,
                                probability * rare };
    }
    return true;
}

/** The most probable first; where that is equal, as the words stand. */
static int by_probability(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->probability > y->probability || x->probability < y->probability)
        return x->probability > y->probability ? -1 : 1;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    return (x->target > y->target) - (x->target < y->target);
}

static int by_worth(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->worth > y->worth || x->worth < y->worth)
        return x->worth > y->worth ? -1 : 1;
    return by_probability(a, b);
}

/** Keep of the candidates those that pair each word once at most. */
static void choose(struct candidates *candidates)
{
    bool taken[2][MOST_WORDS] = { { false } };
    size_t kept = 0;
    if (candidates->count == 0)
        return;
    qsort(candidates->items, candidates->count, sizeof *candidates->items,
          by_probability);
    for (size_t i = 0; i < candidates->count; i++) {
        struct candidate candidate = candidates->items[i];
        if (taken[0][candidate.source] || taken[1][candidate.target])
            continue;
        taken[0][candidate.source] = taken[1][candidate.target] = true;
        candidates->items[kept++] = candidate;
    }
    candidates->count = kept;
    qsort(candidates->items, kept, sizeof *candidates->items, by_worth);
}

/** Make the pair of candidate. False: no memory. */
static bool make_pair(hxp_matched_words *made, struct finder *finder,
                      const struct part *part,
                      const struct candidate *candidate)
{
    const hxp_pair *pair = &finder->pair;
    hxp_arena *arena = &finder->list->arena;
    uint32_t from = part->words[0][candidate->source];
    uint32_t to = part->words[1][candidate->target];
    struct surface source = surface_of(finder, 0, from);
    struct surface target = surface_of(finder, 1, to);
    hxp_translation why = hxp_lexicon_why(
        pair->lexicon, hxp_pair_direction(pair, HXP_FORWARD), from, to);
    hxp_translation back = hxp_lexicon_why(
        pair->lexicon, hxp_pair_direction(pair, HXP_BACKWARD), to, from);
    *made = (hxp_matched_words){
        .probability = fmax(why.all, back.all),
        .kind = pair->source->vocabulary.words[from].kind,
        .name = why.looks > 0 && source.capital && target.capital,
        .alike = why.looks > 0,
        .dictionary = why.dictionary > 0 || back.dictionary > 0,
        .learned = why.learned > 0 || back.learned > 0,
    };
    return hxp_arena_copy(&made->source, arena, source.text) &&
           hxp_arena_copy(&made->target, arena, target.text);
}

static hxp_status pair_words(hxp_reasons *reasons, struct finder *finder,
                             const struct part *part, hxp_error *error)
{
    const hxp_link *link = &part->link;
    bool done = true;
    hxp_status status =
        find_surfaces(finder, 0, link->row, link->shape.rows, error);
    if (status == HXP_OK)
        status =
            find_surfaces(finder, 1, link->column, link->shape.columns, error);
    if (status != HXP_OK)
        return status;
    finder->candidates.count = 0;
    for (size_t k = 0; done && k < part->counts[0]; k++)
        done = add_candidates(finder, part, k);
    choose(&finder->candidates);
    size_t count = finder->candidates.count;
    hxp_matched_words *pairs =
        hxp_arena_alloc(&finder->list->arena, count + 1, sizeof *pairs);
    done = done && pairs;
    for (size_t k = 0; done && k < count; k++)
        done = make_pair(&pairs[k], finder, part, &finder->candidates.items[k]);
    reasons->pairs = pairs;
    reasons->paired = count;
    return done ? HXP_OK : hxp_no_memory(error);
}

/* --- Beads ---------------------------------------------------------------- */

/** Find the reasons of a bead that has text in both languages. */
static hxp_status find_bead(struct finder *finder, const hxp_bead *bead,
                            hxp_error *error)
{
    hxp_reason_list *list = finder->list;
    if (!hxp_array_reserve(&list->items, &list->capacity, list->count + 1,
                           sizeof *list->items))
        return hxp_no_memory(error);
    hxp_reasons *reasons = &list->items[list->count];
    hxp_range source = bead->sides[finder->numbers[0]];
    hxp_range target = bead->sides[finder->numbers[1]];
    const struct part part = part_of(
        finder,
        (hxp_link){
            source.first, target.first, { source.count, target.count }, 0 });
    *reasons = (hxp_reasons){ .source = finder->numbers[0],
                              .target = finder->numbers[1] };
    set_figures(reasons, finder, &part);
    set_places(finder, &part, false);
    hxp_status status = pair_words(reasons, finder, &part, error);
    set_places(finder, &part, true);
    list->count += status == HXP_OK;
    return status;
}

/** Set up the work on languages a and b. */
static hxp_status finder_init(struct finder *finder,
                              const hxp_versions *versions,
                              const hxp_side *sides, hxp_error *error)
{
    size_t at[2] = { 0, 0 };
    hxp_status status = HXP_OK;
    for (int k = 0; k < 2; k++) {
        while (versions->order[at[k]] != finder->numbers[k])
            at[k]++;
        finder->sides[k] = &sides[finder->numbers[k]];
    }
    bool turned = at[0] > at[1];
    const hxp_matching *match =
        hxp_versions_match(versions, at[turned], at[!turned]);
    finder->pair = turned ? hxp_pair_turned(&match->pair) : match->pair;
    for (int k = 0; k < 2; k++) {
        const hxp_corpus *corpus =
            k == 0 ? finder->pair.source : finder->pair.target;
        finder->places[k] = calloc(hxp_vocabulary_size(&corpus->vocabulary) + 1,
                                   sizeof(uint32_t));
        if (!finder->places[k])
            return hxp_no_memory(error);
    }
    for (int k = 0; status == HXP_OK && k < 2; k++)
        status = hxp_analyzer_new(&finder->analyzers[k],
                                  finder->sides[k]->language, error);
    return status;
}

static void finder_free(struct finder *finder)
{
    for (int k = 0; k < 2; k++) {
        hxp_analyzer_free(finder->analyzers[k]);
        free(finder->surfaces[k].items);
        free(finder->places[k]);
    }
    free(finder->candidates.items);
}

/** Find the reasons of all beads, each in all pairs of languages. */
static hxp_status find_beads(struct finder *finders, size_t count,
                             const hxp_alignment *alignment, hxp_error *error)
{
    hxp_reason_list *list = finders[0].list;
    for (size_t i = 0; i < alignment->count; i++) {
        const hxp_bead *bead = &alignment->beads[i];
        list->starts[i] = list->count;
        for (size_t f = 0; f < count; f++) {
            struct finder *finder = &finders[f];
            if (bead->sides[finder->numbers[0]].count == 0 ||
                bead->sides[finder->numbers[1]].count == 0)
                continue;
            hxp_status status = find_bead(finder, bead, error);
            if (status != HXP_OK)
                return status;
        }
    }
    list->starts[alignment->count] = list->count;
    return HXP_OK;
}

hxp_status hxp_reasons_find(hxp_reason_list *list, const hxp_versions *versions,
                            const hxp_alignment *alignment,
                            const hxp_side *sides, hxp_error *error)
{
    size_t languages = versions->count, count = 0;
    size_t most = languages * (languages - 1) / 2;
    hxp_status status = HXP_OK;
    struct finder *finders = calloc(most, sizeof *finders);
    list->starts = calloc(alignment->count + 1, sizeof *list->starts);
    if (!finders || !list->starts)
        status = hxp_no_memory(error);
    for (size_t b = 1; status == HXP_OK && b < languages; b++)
        for (size_t a = 0; status == HXP_OK && a < b; a++) {
            struct finder *finder = &finders[count++];
            *finder = (struct finder){ .list = list, .numbers = { a, b } };
            status = finder_init(finder, versions, sides, error);
        }
    if (status == HXP_OK)
        status = find_beads(finders, count, alignment, error);
    for (size_t f = 0; f < count; f++)
        finder_free(&finders[f]);
    free(finders);
    return status;
}

void hxp_reasons_free(hxp_reason_list *list)
{
    free(list->items);
    free(list->starts);
    hxp_arena_free(&list->arena);
}

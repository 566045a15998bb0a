/* border.c - tries each word of one side as the one that a border stands at. */
#include "align/border.h"

#include "align/score.h"

#include <math.h>

enum {
    MOST_WORDS = 256, /* of a side; of longer ones nothing is said */
    SLOTS = 512,      /* of an index */
    FILTER = 64       /* words of bits of its filter */
};

/** A side of a bead, or a part of it. */
struct words {
    const hxp_corpus *corpus;
    const uint32_t *items;
    size_t count;
};

/** The source, whose border stands, in two parts, and the target, whose border
 * is sought. */
struct sides {
    const hxp_pair *pair;
    struct words parts[2];
    struct words whole;
    double letters[2]; /* of the parts, scaled */
    double scale;      /* of the whole's */
};

/** For each place of a border, what is said for it. */
struct places {
    double scores[MOST_WORDS + 1];
};

static struct words words_of(const hxp_corpus *corpus, size_t first,
                             size_t count)
{
    return (struct words){ corpus, corpus->words + corpus->starts[first],
                           hxp_corpus_words(corpus, first, count) };
}

/** The table from the parts to the whole, or back. */
static const hxp_word_table *table_of(const struct sides *sides, bool to_whole)
{
    hxp_direction direction = to_whole ? HXP_FORWARD : HXP_BACKWARD;
    return hxp_lexicon_table(sides->pair->lexicon,
                             hxp_pair_direction(sides->pair, direction));
}

/** A word's likelihood ratio when nothing explains it, and how much more it is
 * for each unit of probability. */
struct ratio {
    double least;
    double gain;
};

static struct ratio ratio_of(const struct sides *sides,
                             const struct words *words, size_t k, bool of_whole)
{
    const hxp_pair *pair = sides->pair;
    const hxp_vocabulary *vocabulary = &words->corpus->vocabulary;
    double share = pair->parameters->known_share;
    hxp_direction back =
        hxp_pair_direction(pair, of_whole ? HXP_BACKWARD : HXP_FORWARD);
    uint32_t word = words->items[k];
    double known = hxp_lexicon_known(pair->lexicon, back, word);
    double inverse =
        (double)vocabulary->total / (double)vocabulary->words[word].count;
    return (struct ratio){ 1 - share * known, share * inverse };
}

/** Where words stand among others, to find those of a row of the lexicon:
 * most of a row is not there, which its number's last bits tell. */
struct index {
    uint64_t filter[FILTER];
    uint32_t words[SLOTS];
    uint16_t first[SLOTS];     /* 1 + the place of the word; 0: a free slot */
    uint16_t next[MOST_WORDS]; /* 1 + where the word stands again, or 0 */
};

static size_t slot_of(const struct index *index, uint32_t word)
{
    size_t slot = word % SLOTS;
    while (index->first[slot] > 0 && index->words[slot] != word)
        slot = (slot + 1) % SLOTS;
    return slot;
}

/** Make the index, which is empty, of words, at most MOST_WORDS. */
static void index_fill(struct index *index, const struct words *words)
{
    for (size_t k = 0; k < words->count; k++) {
        uint32_t word = words->items[k];
        size_t slot = slot_of(index, word);
        index->words[slot] = word;
        index->next[k] = index->first[slot];
        index->first[slot] = (uint16_t)(k + 1);
        index->filter[word / 64 % FILTER] |= (uint64_t)1 << word % 64;
    }
}

/** 1 + where word stands first; from there next leads on. 0: nowhere. */
static size_t place_of(const struct index *index, uint32_t word)
{
    if ((index->filter[word / 64 % FILTER] >> word % 64 & 1) == 0)
        return 0;
    return index->first[slot_of(index, word)];
}

/** Add what the words of the whole say, given the part on their side. A row of
 * the table is far away, but short: each is gone through once. */
static void add_whole(struct places *places, const struct sides *sides)
{
    const hxp_word_table *table = table_of(sides, true);
    const struct words *whole = &sides->whole;
    double cap = exp(sides->pair->parameters->word_cap);
    struct places sums[2] = { { { 0 } } };
    struct index index = { .filter = { 0 } };
    index_fill(&index, whole);
    for (int p = 0; p < 2; p++)
        for (size_t i = 0; i < sides->parts[p].count; i++) {
            hxp_word_table_row row =
                hxp_word_table_get(table, sides->parts[p].items[i]);
            for (size_t e = 0; e < row.count; e++)
                for (size_t k = place_of(&index, row.items[e].word); k > 0;
                     k = index.next[k - 1])
                    sums[p].scores[k - 1] += (double)row.items[e].weight;
        }
    double sum = 0;
    for (size_t k = 0; k < whole->count; k++) {
        struct ratio ratio = ratio_of(sides, whole, k, true);
        for (int p = 0; p < 2; p++)
            sums[p].scores[k] =
                log(fmin(cap, ratio.least + ratio.gain * sums[p].scores[k] /
                                                (double)sides->parts[p].count));
        sum += sums[1].scores[k];
    }
    for (size_t w = 0; w <= whole->count; w++) {
        places->scores[w] += sum;
        if (w < whole->count)
            sum += sums[0].scores[w] - sums[1].scores[w];
    }
}

/** The words of a part, while those that say something of them come in. */
struct hearing {
    const struct sides *sides;
    const struct words *part;
    double cap;
    double least; /* the logarithm of all their ratios when nothing is said */
    struct index index;
    struct heard { /* of which something is said, */
        double sum;
        double gain; /* for each unit of it, relative to the least */
        double most; /* the most that it can be then */
    } heard[MOST_WORDS];
    size_t count;
    uint16_t numbers[MOST_WORDS]; /* by place: 1 + its number among these */
};

/** Let a word of the whole say of the word at place k what its weight is. */
static void hear(struct hearing *hearing, size_t k, double weight)
{
    if (hearing->numbers[k] == 0) {
        struct ratio ratio = ratio_of(hearing->sides, hearing->part, k, false);
        hearing->heard[hearing->count++] =
            (struct heard){ 0, ratio.gain / ratio.least,
                            hearing->cap / ratio.least };
        hearing->numbers[k] = (uint16_t)hearing->count;
    }
    hearing->heard[hearing->numbers[k] - 1].sum += weight;
}

enum { AT_ONCE = 32 }; /* ratios whose product is a number */

/** The logarithm of the ratios of all words, each with its sum of what n words
 * say. */
static double log_of_all(const struct hearing *hearing, double n)
{
    double all = hearing->least, product = 1, share = 1 / n;
    for (size_t i = 0; i < hearing->count; i++) {
        const struct heard *heard = &hearing->heard[i];
        double ratio = 1 + heard->gain * heard->sum * share;
        product *= ratio < heard->most ? ratio : heard->most;
        if (i % AT_ONCE == AT_ONCE - 1) {
            all += log(product);
            product = 1;
        }
    }
    return all + log(product);
}

/** Set the least that is said of all words. */
static void hear_nothing(struct hearing *hearing)
{
    double product = 1;
    for (size_t k = 0; k < hearing->part->count; k++) {
        product *= ratio_of(hearing->sides, hearing->part, k, false).least;
        if (k % AT_ONCE == AT_ONCE - 1) {
            hearing->least += log(product);
            product = 1;
        }
    }
    hearing->least += log(product);
}

/** Add what the words of a part say, given those before the border, or behind
 * it; with each row gone through once, too. */
static void add_part(struct places *places, const struct sides *sides, int p)
{
    const hxp_word_table *table = table_of(sides, false);
    const struct words *whole = &sides->whole;
    struct hearing hearing = { .sides = sides, .part = &sides->parts[p] };
    hearing.cap = exp(sides->pair->parameters->word_cap);
    hear_nothing(&hearing);
    index_fill(&hearing.index, hearing.part);
    for (size_t n = 1; n < whole->count; n++) {
        size_t w = p == 0 ? n - 1 : whole->count - n;
        hxp_word_table_row row = hxp_word_table_get(table, whole->items[w]);
        for (size_t e = 0; e < row.count; e++)
            for (size_t k = place_of(&hearing.index, row.items[e].word); k > 0;
                 k = hearing.index.next[k - 1])
                hear(&hearing, k - 1, (double)row.items[e].weight);
        places->scores[p == 0 ? n : w] += log_of_all(&hearing, (double)n);
    }
}

/** Letters of count segments from first on, up to word w of theirs: those of a
 * segment are spread evenly over its words. */
static double letters_before(const hxp_corpus *corpus, size_t first,
                             size_t count, size_t w)
{
    size_t word = corpus->starts[first] + w, i = first;
    while (i + 1 < first + count && corpus->starts[i + 1] <= word)
        i++;
    double own = (double)hxp_corpus_words(corpus, i, 1);
    double share = own > 0 ? (double)(word - corpus->starts[i]) / own : 0;
    return corpus->letters[i] - corpus->letters[first] +
           share * (corpus->letters[i + 1] - corpus->letters[i]);
}

static double best_place(const struct sides *sides, size_t first, size_t count)
{
    struct places places = { { 0 } };
    const hxp_pair *pair = sides->pair;
    const hxp_corpus *corpus = sides->whole.corpus;
    double best = -HUGE_VAL;
    double all =
        letters_before(corpus, first, count, sides->whole.count) * sides->scale;
    add_whole(&places, sides);
    add_part(&places, sides, 0);
    add_part(&places, sides, 1);
    size_t next = first + 1;
    for (size_t w = 1; w < sides->whole.count; w++) {
        while (corpus->starts[next] < corpus->starts[first] + w)
            next++;
        if (corpus->starts[next] == corpus->starts[first] + w)
            continue;
        double head = letters_before(corpus, first, count, w) * sides->scale;
        double score = pair->parameters->lexical_weight * places.scores[w];
        double tail = all - head;
        score += hxp_score_length(sides->letters[0], head, pair->mean,
                                  pair->parameters);
        score += hxp_score_length(sides->letters[1], tail, pair->mean,
                                  pair->parameters);
        best = fmax(best, score);
    }
    return best - log((double)sides->whole.count);
}

/** What is said when the border of one side stands behind its first at
 * segments, and the other one's is sought. */
static double seek(const hxp_pair *pair, const hxp_link *bead, size_t at)
{
    hxp_range standing = { bead->row, bead->shape.rows };
    hxp_range sought = { bead->column, bead->shape.columns };
    const hxp_corpus *corpus = pair->source;
    size_t behind = standing.first + at, end = standing.first + standing.count;
    const double *letters = corpus->letters;
    struct sides sides = {
        .pair = pair,
        .parts = { words_of(corpus, standing.first, at),
                   words_of(corpus, behind, end - behind) },
        .whole = words_of(pair->target, sought.first, sought.count),
        .letters = { letters[behind] - letters[standing.first],
                     letters[end] - letters[behind] },
        .scale = pair->target_scale,
    };
    for (int p = 0; p < 2; p++) {
        sides.letters[p] *= pair->source_scale;
        if (sides.parts[p].count == 0 || sides.parts[p].count > MOST_WORDS)
            return -HUGE_VAL;
    }
    if (sides.whole.count > MOST_WORDS)
        return -HUGE_VAL;
    return best_place(&sides, sought.first, sought.count);
}

double hxp_score_moved(const hxp_pair *pair, const hxp_link *bead, size_t at)
{
    const hxp_pair turned = hxp_pair_turned(pair);
    const hxp_shape shape = bead->shape;
    const hxp_link back = {
        bead->column, bead->row, { shape.columns, shape.rows }, 0
    };
    double best = -HUGE_VAL;
    if (shape.rows == 2 || shape.columns == 1)
        best = seek(pair, bead, at);
    if (shape.columns == 2 || shape.rows == 1)
        best = fmax(best, seek(&turned, &back, at));
    return best;
}

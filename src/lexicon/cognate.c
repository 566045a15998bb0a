/* cognate.c - candidates from a trigram index, judged by edit distance. */
#include "lexicon/cognate.h"

#include "text/utf8.h"

#include <stdlib.h>

/* Chosen on development sets. */
static const double SIMILAR = 0.6;     /* less is no evidence */
static const double SHORT_WORD = 0.5;  /* same word of three letters */
static const double DICE = 0.25;       /* shared trigrams, to be compared */
static const double MOST_PREFIX = 0.9; /* a common beginning proves no more */

enum {
    LONG_WORD = 4,     /* letters from which words may differ */
    SAME_WORD = 3,     /* letters from which the same word counts */
    PREFIX = 5,        /* letters a common beginning must have */
    WHOLE_PREFIX = 6,  /* letters of a beginning that proves all it can */
    MOST_LETTERS = 64, /* of longer words only the first count */
    LETTERS = 26,      /* a to z */
    COMMON = 1000,     /* words with a trigram that tells nothing */
    FIRST_ROOM = 4096  /* slots for trigrams; a power of 2 */
};

/** Trigrams, three characters of 21 bits each, by number. The slots are a hash
 * table, of which less than half is used. */
struct numbers {
    struct slot {
        uint64_t key;
        uint32_t number; /* from 1; 0: the slot is free */
    } * slots;
    size_t room; /* a power of 2; slots */
    uint32_t count;
};

/** The characters of a vocabulary's words, the trigrams of the long ones. */
struct spelling {
    const hxp_vocabulary *vocabulary;
    int32_t *characters;
    size_t *starts;      /* words + 1 of them, into characters */
    uint32_t *trigrams;  /* of the words, by number, each once in a word */
    size_t *gram_starts; /* words + 1 of them, into trigrams */
    uint32_t *counts;    /* by trigram: words that have it */
};

/** The search for the words of target that look like one of source. */
struct search {
    struct spelling source, target;
    struct numbers numbers;
    size_t *starts;  /* by trigram, and one more: into words */
    uint32_t *words; /* of target that have the trigram */
    uint8_t *shared; /* of each word of target: trigrams in common */
    uint32_t *found; /* words of target with any */
    size_t found_count;
};

static size_t min_size(size_t a, size_t b)
{
    return a < b ? a : b;
}

/** A word of at most 64 characters, to be compared with many. */
struct pattern {
    const int32_t *word;
    size_t count;
    uint64_t letters[LETTERS]; /* where each stands */
};

static void pattern_init(struct pattern *pattern, const int32_t *word,
                         size_t count)
{
    *pattern = (struct pattern){ word, min_size(count, MOST_LETTERS), { 0 } };
    for (size_t i = 0; i < pattern->count; i++)
        if (word[i] >= 'a' && word[i] <= 'z')
            pattern->letters[word[i] - 'a'] |= (uint64_t)1 << i;
}

/**
 * The edit distance of words of at most 64 characters, by the algorithm of
 * Myers (1999) in the form of Hyyrö (2003): a column of the table of distances
 * is two words of bits, one for where it rises and one for where it falls.
 */
static size_t edit_distance(const struct pattern *a, const int32_t *b,
                            size_t b_count)
{
    uint64_t last = (uint64_t)1 << (a->count - 1);
    uint64_t rises = ~(uint64_t)0, falls = 0;
    size_t distance = a->count;
    for (size_t j = 0; j < b_count; j++) {
        uint64_t same = 0;
        if (b[j] >= 'a' && b[j] <= 'z')
            same = a->letters[b[j] - 'a'];
        else
            for (size_t i = 0; i < a->count; i++)
                same |= (uint64_t)(a->word[i] == b[j]) << i;
        uint64_t kept = same | falls;
        uint64_t diagonal = (((kept & rises) + rises) ^ rises) | kept;
        uint64_t more = falls | ~(diagonal | rises);
        uint64_t less = rises & diagonal;
        distance += (more & last) != 0;
        distance -= (less & last) != 0;
        more = more << 1 | 1;
        rises = less << 1 | ~(diagonal | more);
        falls = more & diagonal;
    }
    return distance;
}

/** What the common beginning of two different words proves. */
static double prefix_similarity(const struct pattern *a, const int32_t *b,
                                size_t b_count)
{
    size_t shorter = min_size(a->count, b_count), common = 0;
    while (common < shorter && a->word[common] == b[common])
        common++;
    if (common < PREFIX)
        return 0;
    size_t whole = shorter > WHOLE_PREFIX ? shorter : WHOLE_PREFIX;
    double prefix = (double)common / (double)whole;
    return prefix < MOST_PREFIX ? prefix : MOST_PREFIX;
}

/** hxp_similarity(), or 0 where that is less than least. */
static double similarity(const struct pattern *a, const int32_t *b,
                         size_t b_count, double least)
{
    b_count = min_size(b_count, MOST_LETTERS);
    size_t shorter = min_size(a->count, b_count);
    size_t longer = a->count + b_count - shorter;
    if (shorter == 0)
        return 0;
    double prefix = prefix_similarity(a, b, b_count);
    /* each letter that one has more is an edit */
    if ((double)shorter / (double)longer < least && prefix < least)
        return 0;
    size_t distance = edit_distance(a, b, b_count);
    double similar = 1 - (double)distance / (double)longer;
    return distance > 0 && prefix > similar ? prefix : similar;
}

double hxp_similarity(const int32_t *a, size_t a_count, const int32_t *b,
                      size_t b_count)
{
    struct pattern pattern;
    pattern_init(&pattern, a, a_count);
    return similarity(&pattern, b, b_count, 0);
}

double hxp_cognate_weight(double similarity)
{
    if (similarity < SIMILAR)
        return 0;
    if (similarity >= 1)
        return 1;
    return (similarity - SIMILAR) / (1 - SIMILAR) * 0.8 + 0.1;
}

static bool is_long(const hxp_vocabulary_word *word)
{
    return word->kind == HXP_WORD_LETTERS && word->length >= LONG_WORD;
}

/* --- Trigrams ------------------------------------------------------------- */

/** The slot of key, or the free one where it belongs. */
static struct slot *slot_of(const struct numbers *numbers, uint64_t key)
{
    size_t at = (size_t)(key * 0x9E3779B97F4A7C15U >> 32);
    while (numbers->slots[at & (numbers->room - 1)].number != 0 &&
           numbers->slots[at & (numbers->room - 1)].key != key)
        at++;
    return &numbers->slots[at & (numbers->room - 1)];
}

/** Double the slots. False: no memory. */
static bool make_room(struct numbers *numbers)
{
    struct numbers more = { .room = 2 * numbers->room,
                            .count = numbers->count };
    if (more.room == 0)
        more.room = FIRST_ROOM;
    more.slots = calloc(more.room, sizeof *more.slots);
    if (!more.slots)
        return false;
    for (size_t i = 0; i < numbers->room; i++)
        if (numbers->slots[i].number != 0)
            *slot_of(&more, numbers->slots[i].key) = numbers->slots[i];
    free(numbers->slots);
    *numbers = more;
    return true;
}

/** Give the number of a trigram, from 0; a new one if need be. False: no
 * memory. */
static bool number_of(uint32_t *number, struct numbers *numbers, uint64_t key)
{
    if (numbers->room <= 2 * (size_t)numbers->count && !make_room(numbers))
        return false;
    struct slot *slot = slot_of(numbers, key);
    if (slot->number == 0)
        *slot = (struct slot){ key, ++numbers->count };
    *number = slot->number - 1;
    return true;
}

/** The different trigrams of word i into keys; returns how many. */
static size_t trigrams(uint64_t keys[MOST_LETTERS],
                       const struct spelling *spelling, size_t i)
{
    const int32_t *word = &spelling->characters[spelling->starts[i]];
    size_t letters = spelling->starts[i + 1] - spelling->starts[i], count = 0;
    uint64_t key = 0; /* the first has nothing before it */
    if (!is_long(&spelling->vocabulary->words[i]))
        return 0;
    for (size_t k = 0; k < letters && k < MOST_LETTERS; k++) {
        size_t same = 0;
        key = (key << 21 | (uint64_t)word[k]) & (((uint64_t)1 << 63) - 1);
        while (same < count && keys[same] != key)
            same++;
        if (k > 0 && same == count)
            keys[count++] = key;
    }
    return count;
}

/** Spell out all words, and number their trigrams. */
static bool spell(struct spelling *spelling, struct numbers *numbers)
{
    const hxp_names *forms = &spelling->vocabulary->forms;
    size_t at = 0, grams = 0;
    for (size_t i = 0; i < forms->count; i++) {
        uint64_t keys[MOST_LETTERS];
        hxp_str form = forms->items[i];
        size_t byte = 0;
        while (byte < form.len)
            spelling->characters[at++] = hxp_utf8_next(form, &byte);
        spelling->starts[i + 1] = at;
        size_t count = trigrams(keys, spelling, i);
        for (size_t k = 0; k < count; k++)
            if (!number_of(&spelling->trigrams[grams++], numbers, keys[k]))
                return false;
        spelling->gram_starts[i + 1] = grams;
    }
    return true;
}

static bool spelling_init(struct spelling *spelling,
                          const hxp_vocabulary *vocabulary,
                          struct numbers *numbers)
{
    size_t letters = 0, words = hxp_vocabulary_size(vocabulary);
    for (size_t i = 0; i < words; i++)
        letters += vocabulary->words[i].length;
    spelling->vocabulary = vocabulary;
    spelling->characters = calloc(letters + 1, sizeof(int32_t));
    spelling->starts = calloc(words + 1, sizeof(size_t));
    spelling->trigrams = calloc(letters + 1, sizeof(uint32_t));
    spelling->gram_starts = calloc(words + 1, sizeof(size_t));
    return spelling->characters && spelling->starts && spelling->trigrams &&
           spelling->gram_starts && spell(spelling, numbers);
}

/** Count the words of each trigram. */
static bool count_words(struct spelling *spelling, uint32_t trigrams)
{
    size_t words = hxp_vocabulary_size(spelling->vocabulary);
    spelling->counts = calloc((size_t)trigrams + 1, sizeof(uint32_t));
    if (!spelling->counts)
        return false;
    for (size_t k = 0; k < spelling->gram_starts[words]; k++)
        spelling->counts[spelling->trigrams[k]]++;
    return true;
}

static void spelling_free(struct spelling *spelling)
{
    free(spelling->characters);
    free(spelling->starts);
    free(spelling->trigrams);
    free(spelling->gram_starts);
    free(spelling->counts);
}

/** List the words of target by their trigrams. */
static bool list_words(struct search *search)
{
    const struct spelling *target = &search->target;
    size_t words = hxp_vocabulary_size(target->vocabulary);
    uint32_t trigrams = search->numbers.count;
    search->starts = calloc((size_t)trigrams + 2, sizeof *search->starts);
    search->words =
        calloc(target->gram_starts[words] + 1, sizeof *search->words);
    if (!search->starts || !search->words)
        return false;
    /* starts[g + 1] is where the list of g is filled up */
    for (uint32_t g = 1; g < trigrams; g++)
        search->starts[g + 1] = search->starts[g] + target->counts[g - 1];
    for (size_t w = 0; w < words; w++)
        for (size_t k = target->gram_starts[w]; k < target->gram_starts[w + 1];
             k++)
            search->words[search->starts[target->trigrams[k] + 1]++] =
                (uint32_t)w;
    return true;
}

/** Find the words of target that have trigrams of word s of source in common,
 * but for trigrams that tell nothing. */
static void find_candidates(struct search *search, size_t s)
{
    const struct spelling *source = &search->source, *target = &search->target;
    search->found_count = 0;
    for (size_t k = source->gram_starts[s]; k < source->gram_starts[s + 1];
         k++) {
        uint32_t gram = source->trigrams[k];
        if (source->counts[gram] > COMMON || target->counts[gram] > COMMON)
            continue;
        for (size_t i = search->starts[gram]; i < search->starts[gram + 1];
             i++) {
            uint32_t word = search->words[i];
            search->found[search->found_count] = word;
            search->found_count += search->shared[word]++ == 0;
        }
    }
}

/* --- Judging -------------------------------------------------------------- */

/** What word t of target is worth for a word. */
static double judge(const struct spelling *target, size_t t,
                    const struct pattern *word)
{
    size_t letters = target->starts[t + 1] - target->starts[t];
    return hxp_cognate_weight(similarity(
        word, &target->characters[target->starts[t]], letters, SIMILAR));
}

/** True when words of so many letters with so many trigrams in common are to
 * be compared: a word has one trigram less than it has letters. */
static bool shares_enough(size_t shared, size_t letters, size_t others)
{
    return 2 * (double)shared >= DICE * (double)(letters + others - 2);
}

/** Add the long words that look like long word s. */
static bool add_similar(hxp_word_table *out, struct search *search, size_t s)
{
    const struct spelling *source = &search->source, *target = &search->target;
    size_t letters = source->starts[s + 1] - source->starts[s];
    struct pattern word;
    bool done = true;
    pattern_init(&word, &source->characters[source->starts[s]], letters);
    find_candidates(search, s);
    for (size_t i = 0; i < search->found_count; i++) {
        uint32_t t = search->found[i];
        size_t shared = search->shared[t];
        search->shared[t] = 0;
        /* most words share too little with any, and are not looked at */
        if (!shares_enough(shared, letters, LONG_WORD) ||
            !shares_enough(shared, letters,
                           target->starts[t + 1] - target->starts[t]))
            continue;
        double weight = judge(target, t, &word);
        if (weight > 0 && done)
            done = hxp_word_table_add(out, t, weight);
    }
    return done;
}

/** Add the word that is the same as word s, which is not long. */
static bool add_same(hxp_word_table *out, const struct search *search, size_t s)
{
    const hxp_vocabulary *source = search->source.vocabulary;
    const hxp_vocabulary *target = search->target.vocabulary;
    bool letters = source->words[s].kind == HXP_WORD_LETTERS;
    uint32_t t;
    if (letters && source->words[s].length < SAME_WORD)
        return true;
    if (!hxp_names_find(&target->forms, source->forms.items[s], &t))
        return true;
    return hxp_word_table_add(out, t, letters ? SHORT_WORD : 1);
}

static bool fill(hxp_word_table *out, struct search *search)
{
    const hxp_vocabulary *source = search->source.vocabulary;
    for (size_t s = 0; s < hxp_vocabulary_size(source); s++) {
        bool done = is_long(&source->words[s]) ? add_similar(out, search, s)
                                               : add_same(out, search, s);
        if (!done || !hxp_word_table_end_row(out))
            return false;
    }
    return true;
}

bool hxp_cognates(hxp_word_table *out, const hxp_vocabulary *source,
                  const hxp_vocabulary *target)
{
    struct search search = { 0 };
    size_t words = hxp_vocabulary_size(target);
    search.shared = calloc(words + 1, sizeof *search.shared);
    search.found = calloc(words + 1, sizeof *search.found);
    bool done = search.shared && search.found &&
                spelling_init(&search.source, source, &search.numbers) &&
                spelling_init(&search.target, target, &search.numbers) &&
                count_words(&search.source, search.numbers.count) &&
                count_words(&search.target, search.numbers.count) &&
                list_words(&search) && fill(out, &search);
    spelling_free(&search.source);
    spelling_free(&search.target);
    free(search.numbers.slots);
    free(search.starts);
    free(search.words);
    free(search.shared);
    free(search.found);
    return done;
}

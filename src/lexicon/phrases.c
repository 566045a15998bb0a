/* phrases.c - counts words in a row, a length at a time: those of n words only
 * where the first n - 1 are frequent. */
#include "lexicon/phrases.h"

#include "base/array.h"
#include "base/str.h"

#include <math.h>
#include <stdlib.h>

/* Shares of its uses, one in so many, in which a noun has an article or the
 * like before it, no content word behind it, or both; and in which a phrase is
 * bound to a longer one, if it is so in more. Bytes of a term. */
enum { OPENED = 4, CLOSED = 3, ALONE = 6, BOUND = 2, FEWEST_LETTERS = 2 };

void hxp_phrases_free(hxp_phrases *phrases)
{
    hxp_names_free(&phrases->keys);
    free(phrases->items);
    *phrases = (hxp_phrases){ .room = 0 };
}

hxp_str hxp_phrase_key(uint32_t room[HXP_PHRASE_WORDS],
                       const hxp_bitext_word *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        room[i] = words[i].stem;
    return (hxp_str){ (const char *)room, count * sizeof *room };
}

bool hxp_phrases_at(uint32_t *number, const hxp_phrases *phrases,
                    hxp_bitext_row words, size_t at, size_t count)
{
    uint32_t room[HXP_PHRASE_WORDS];
    if (at + count > words.count || count > HXP_PHRASE_WORDS ||
        !(words.items[at].flags & HXP_WORD_TERM))
        return false;
    for (size_t i = at + 1; i < at + count; i++)
        if (!(words.items[i].flags & HXP_WORD_FOLLOWS))
            return false;
    return hxp_names_find(
        &phrases->keys, hxp_phrase_key(room, words.items + at, count), number);
}

bool hxp_phrase_is_term(const hxp_phrase *phrase, bool capital_nouns)
{
    return phrase->whole && phrase->letters >= FEWEST_LETTERS &&
           phrase->opened * OPENED >= phrase->count &&
           phrase->closed * CLOSED >= phrase->count &&
           phrase->alone * ALONE >= phrase->count &&
           (!capital_nouns || 2 * phrase->capitals > phrase->count);
}

double hxp_phrase_value(const hxp_phrase *phrase)
{
    double count = (double)phrase->count;
    if (phrase->most * BOUND > phrase->count)
        count -= (double)phrase->most;
    else if (phrase->longer > 0)
        count -= (double)phrase->inside / (double)phrase->longer;
    return (1 + log2((double)phrase->words)) * count;
}

/** The phrases of one length while they are counted. */
typedef struct level {
    const hxp_phrases *shorter;
    hxp_names keys;
    hxp_phrase *items;
    size_t room;
    size_t words;
} level;

/** True when a phrase of count words may stand at at. */
static bool may_be(const level *at_level, hxp_bitext_row words, size_t at)
{
    size_t count = at_level->words;
    uint32_t number;
    if (at + count > words.count || !(words.items[at].flags & HXP_WORD_TERM))
        return false;
    if (count == 1)
        return true;
    unsigned last = words.items[at + count - 1].flags;
    return (last & HXP_WORD_FOLLOWS) &&
           (last & (HXP_WORD_CONTENT | HXP_WORD_INNER)) &&
           hxp_phrases_at(&number, at_level->shorter, words, at, count - 1);
}

/** True when a content word goes on with what ends before at. */
static bool goes_on(hxp_bitext_row words, size_t at)
{
    return at < words.count && (words.items[at].flags & HXP_WORD_FOLLOWS) &&
           (words.items[at].flags & HXP_WORD_TERM);
}

/** Count the phrase of the level's length at at. */
static bool count_one(level *to, hxp_bitext_row words, size_t at)
{
    uint32_t room[HXP_PHRASE_WORDS], number;
    size_t before = to->keys.count;
    hxp_str key = hxp_phrase_key(room, words.items + at, to->words);
    const hxp_bitext_word *last = &words.items[at + to->words - 1];
    if (!hxp_array_reserve(&to->items, &to->room, before + 1,
                           sizeof *to->items) ||
        !hxp_names_add(&to->keys, key, &number))
        return false;
    hxp_phrase *phrase = &to->items[number];
    if (number == before)
        *phrase =
            (hxp_phrase){ .letters = (uint16_t)(last->start + last->length -
                                                words.items[at].start),
                          .words = (uint16_t)to->words,
                          .whole = last->flags & HXP_WORD_TERM };
    phrase->count++;
    bool opened = at > 0 && (words.items[at].flags & HXP_WORD_FOLLOWS) &&
                  (words.items[at - 1].flags & HXP_WORD_OPENS);
    bool closed = !goes_on(words, at + to->words);
    phrase->opened += opened;
    phrase->closed += closed;
    phrase->alone += opened && closed;
    phrase->capitals += (last->flags & HXP_WORD_CAPITAL) != 0;
    return true;
}

static bool count_level(level *to, const hxp_bitext *bitext, size_t side)
{
    bool done = true;
    for (size_t unit = 0; done && unit < bitext->count; unit++) {
        hxp_bitext_row words = hxp_bitext_words(bitext, side, unit);
        for (size_t at = 0; done && at < words.count; at++)
            if (may_be(to, words, at))
                done = count_one(to, words, at);
    }
    return done;
}

/** Let the parts of a phrase that are phrases know that it is longer. */
static void note_parts(hxp_phrases *phrases, hxp_str key, const hxp_phrase *one)
{
    const size_t size = sizeof(uint32_t);
    for (size_t start = 0; start < one->words; start++) {
        for (size_t end = start + 1; end <= one->words; end++) {
            uint32_t number;
            if (end - start == one->words ||
                !hxp_names_find(&phrases->keys,
                                hxp_str_part(key, start * size, end * size),
                                &number))
                continue;
            phrases->items[number].inside += one->count;
            if (one->count > phrases->items[number].most)
                phrases->items[number].most = one->count;
            phrases->items[number].longer++;
        }
    }
}

/** Take over what the level has often enough; *any tells whether it has. */
static bool keep_level(hxp_phrases *phrases, const level *from, bool *any)
{
    *any = false;
    for (size_t i = 0; i < from->keys.count; i++) {
        const hxp_phrase *one = &from->items[i];
        uint32_t number;
        if (one->count < phrases->least)
            continue;
        *any = true;
        if (one->whole)
            note_parts(phrases, from->keys.items[i], one);
        if (!hxp_array_reserve(&phrases->items, &phrases->room,
                               phrases->keys.count + 1,
                               sizeof *phrases->items) ||
            !hxp_names_add(&phrases->keys, from->keys.items[i], &number))
            return false;
        phrases->items[number] = *one;
    }
    return true;
}

bool hxp_phrases_find(hxp_phrases *phrases, const hxp_bitext *bitext,
                      size_t side, size_t least)
{
    bool done = true, any = true;
    phrases->least = least;
    for (size_t words = 1; done && any && words <= HXP_PHRASE_WORDS; words++) {
        level of = { .shorter = phrases, .words = words };
        done = count_level(&of, bitext, side) && keep_level(phrases, &of, &any);
        hxp_names_free(&of.keys);
        free(of.items);
    }
    return done;
}

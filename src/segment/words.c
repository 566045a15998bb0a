/* words.c - one hash table for all lists of a language. */
#include "segment/words.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

typedef struct hxp_list_word {
    hxp_str text;
    unsigned lists;
} list_word;

static const struct {
    const char *name;
    unsigned list;
} lists[] = {
    { "abbreviations", HXP_LIST_NEVER },
    { "abbreviations-numbered", HXP_LIST_NUMBERED },
    { "abbreviations-sometimes", HXP_LIST_SOMETIMES },
    { "abbreviations-closing", HXP_LIST_CLOSING },
    { "starters", HXP_LIST_STARTER },
    { "surname-particles", HXP_LIST_PARTICLE },
    { "enclitics", HXP_LIST_ENCLITIC },
    { "labels", HXP_LIST_LABEL },
    { "speech-verbs", HXP_LIST_SPEECH },
    { "continuations", HXP_LIST_GOES_ON },
    { "marked-names", HXP_LIST_MARKED_NAME },
    { "finite-verbs", HXP_LIST_VERB },
    { "verb-forms", HXP_LIST_VERB_FORM },
    { "conjunctions", HXP_LIST_JOINS },
    { "ranked", HXP_LIST_RANKED },
    { "headings", HXP_LIST_HEADING },
    { "subordinators", HXP_LIST_SUBORDINATES },
    { "subject-pronouns", HXP_LIST_SUBJECT },
    { "articles", HXP_LIST_DETERMINES | HXP_LIST_ARTICLE },
    { "determiners", HXP_LIST_DETERMINES },
};

enum { LISTS = sizeof lists / sizeof *lists };

/**
 * The number of word's bit in the filter, by its ends and its length: most
 * words of a text are in no list, and need no look at the table.
 */
static unsigned filter_bit(hxp_str word)
{
    unsigned first = (unsigned char)word.ptr[0];
    unsigned last = (unsigned char)word.ptr[word.len - 1];
    return (first + (last << 8) + (unsigned)word.len * 0x4F1Bu) & 0xFFFF;
}

/** The slot of word, or the free one where it would be. */
static uint32_t *find(const hxp_list_words *words, hxp_str word)
{
    size_t i = (size_t)hxp_str_slot_hash(word) & words->mask;
    while (words->slots[i] > 0 &&
           !hxp_str_equal(words->items[words->slots[i] - 1].text, word))
        i = (i + 1) & words->mask;
    return &words->slots[i];
}

static void add_word(hxp_list_words *words, hxp_str word, unsigned bit)
{
    uint32_t *slot = find(words, word);
    unsigned filter = filter_bit(word);
    if (*slot == 0) {
        words->items[words->count].text = word;
        *slot = (uint32_t)++words->count;
    }
    words->items[*slot - 1].lists |= bit;
    words->filter[filter >> 3] |= (uint8_t)(1u << (filter & 7));
}

static void add_list(hxp_list_words *words, const hxp_word_list *list,
                     unsigned bit)
{
    for (size_t i = 0; i < hxp_word_list_count(list); i++) {
        hxp_str word = hxp_word_list_entry(list, i);
        const char *blank =
            word.len > 0 ? memchr(word.ptr, ' ', word.len) : NULL;
        if (word.len > 0)
            add_word(words, word, bit);
        if (blank && blank + 1 < word.ptr + word.len)
            add_word(
                words,
                hxp_str_part(word, (size_t)(blank + 1 - word.ptr), word.len),
                HXP_LIST_SECOND);
    }
}

bool hxp_list_words_gather(hxp_list_words *words, const hxp_language *language,
                           unsigned wanted)
{
    size_t count = 0, slots = 16;
    *words = (hxp_list_words){ .items = NULL };
    for (size_t i = 0; i < LISTS; i++)
        if (lists[i].list & wanted) /* twice, for second words */
            count += 2 * hxp_word_list_count(
                             hxp_language_list(language, lists[i].name));
    while (slots < 2 * count)
        slots *= 2;
    words->mask = slots - 1;
    words->items = calloc(count + 1, sizeof *words->items);
    words->slots = calloc(slots, sizeof *words->slots);
    if (!words->items || !words->slots)
        return false;
    for (size_t i = 0; i < LISTS; i++)
        if (lists[i].list & wanted)
            add_list(words, hxp_language_list(language, lists[i].name),
                     lists[i].list);
    return true;
}

unsigned hxp_list_words_find(const hxp_list_words *words, hxp_str word)
{
    if (word.len == 0)
        return 0;
    unsigned filter = filter_bit(word);
    if (!(words->filter[filter >> 3] & (1u << (filter & 7))))
        return 0;
    uint32_t slot = *find(words, word);
    return slot > 0 ? words->items[slot - 1].lists : 0;
}

void hxp_list_words_free(hxp_list_words *words)
{
    free(words->items);
    free(words->slots);
    *words = (hxp_list_words){ .items = NULL };
}

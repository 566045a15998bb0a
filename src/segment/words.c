/* words.c - one hash table for all lists of a language. */
#include "segment/words.h"

#include "base/str.h"

#include <stdlib.h>

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
};

enum { LISTS = sizeof lists / sizeof *lists };

/** The item of word, or the free one where it would be. */
static list_word *find(const hxp_list_words *words, hxp_str word)
{
    size_t mask = words->capacity - 1;
    size_t i = (size_t)hxp_str_hash(word) & mask;
    while (words->items[i].text.len > 0 &&
           !hxp_str_equal(words->items[i].text, word))
        i = (i + 1) & mask;
    return &words->items[i];
}

static void add_list(hxp_list_words *words, const hxp_word_list *list,
                     unsigned bit)
{
    for (size_t i = 0; i < hxp_word_list_count(list); i++) {
        hxp_str word = hxp_word_list_entry(list, i);
        list_word *item = find(words, word);
        item->text = word;
        item->lists |= bit;
        if (word.len > words->longest)
            words->longest = word.len;
    }
}

bool hxp_list_words_gather(hxp_list_words *words, const hxp_language *language)
{
    size_t count = 0;
    *words = (hxp_list_words){ NULL, 0, 0 };
    for (size_t i = 0; i < LISTS; i++)
        count +=
            hxp_word_list_count(hxp_language_list(language, lists[i].name));
    words->capacity = 16;
    while (words->capacity < 4 * count)
        words->capacity *= 2;
    words->items = calloc(words->capacity, sizeof *words->items);
    if (!words->items)
        return false;
    for (size_t i = 0; i < LISTS; i++)
        add_list(words, hxp_language_list(language, lists[i].name),
                 lists[i].list);
    return true;
}

unsigned hxp_list_words_find(const hxp_list_words *words, hxp_str word)
{
    if (word.len == 0 || word.len > words->longest)
        return 0;
    return find(words, word)->lists;
}

void hxp_list_words_free(hxp_list_words *words)
{
    free(words->items);
    *words = (hxp_list_words){ NULL, 0, 0 };
}

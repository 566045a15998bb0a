/* dictionary.c - gathers entries and lessons from units. */
#include "lexicon/dictionary.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "model/sink.h"

#include <stdlib.h>

enum {
    ENTRY_WORDS = 3,  /* of a side, at most */
    SHORT_LETTERS = 3 /* such words say nothing beside longer ones */
};

/* --- Languages ------------------------------------------------------------ */

static hxp_status add_language(hxp_dictionary *dictionary, const char *primary,
                               hxp_error *error)
{
    const hxp_language *language;
    if (!hxp_array_reserve(
            &dictionary->languages, &dictionary->language_capacity,
            dictionary->language_count + 1, sizeof *dictionary->languages))
        return hxp_no_memory(error);
    hxp_known_language *known =
        &dictionary->languages[dictionary->language_count];
    *known = (hxp_known_language){ .analyzer = NULL };
    memcpy(known->tag, primary, strlen(primary) + 1);
    hxp_status status = hxp_locales_language(&language, dictionary->locales,
                                             hxp_str_of(primary), error);
    if (status == HXP_OK)
        status = hxp_analyzer_new(&known->analyzer, language, error);
    if (status == HXP_OK)
        dictionary->language_count++;
    return status;
}

/** Find the language of a tag that is met for the first time. */
static hxp_status find_language(hxp_dictionary *dictionary, hxp_str tag,
                                size_t *number, hxp_error *error)
{
    char primary[HXP_TAG_SIZE];
    *number = HXP_NO_LANGUAGE;
    if (!hxp_tag_language(primary, tag))
        return HXP_OK;
    for (size_t i = 0; i < dictionary->language_count; i++)
        if (strcmp(dictionary->languages[i].tag, primary) == 0) {
            *number = i;
            return HXP_OK;
        }
    *number = dictionary->language_count;
    return add_language(dictionary, primary, error);
}

hxp_status hxp_dictionary_language(hxp_dictionary *dictionary, hxp_str tag,
                                   size_t *number, hxp_error *error)
{
    uint32_t known;
    if (hxp_names_find(&dictionary->tags, tag, &known)) {
        *number = dictionary->tag_languages[known];
        return HXP_OK;
    }
    hxp_status status = find_language(dictionary, tag, number, error);
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(
            &dictionary->tag_languages, &dictionary->tag_capacity,
            dictionary->tags.count + 1, sizeof *dictionary->tag_languages) ||
        !hxp_names_add(&dictionary->tags, tag, &known))
        return hxp_no_memory(error);
    dictionary->tag_languages[known] = *number;
    return HXP_OK;
}

hxp_word_relation *hxp_dictionary_relation(hxp_dictionary *dictionary, size_t a,
                                           size_t b)
{
    for (size_t i = 0; i < dictionary->relation_count; i++) {
        hxp_word_relation *relation = &dictionary->relations[i];
        if (relation->languages[0] == a && relation->languages[1] == b)
            return relation;
    }
    if (!hxp_array_reserve(
            &dictionary->relations, &dictionary->relation_capacity,
            dictionary->relation_count + 1, sizeof *dictionary->relations))
        return NULL;
    hxp_word_relation *added =
        &dictionary->relations[dictionary->relation_count++];
    *added = (hxp_word_relation){ .languages = { a, b } };
    return added;
}

bool hxp_relation_add_learned(hxp_word_relation *relation, hxp_stem_pair pair)
{
    if (!hxp_array_reserve(&relation->learned, &relation->learned_capacity,
                           relation->learned_count + 1, sizeof pair))
        return false;
    relation->learned[relation->learned_count++] = pair;
    return true;
}

/* --- Entries -------------------------------------------------------------- */

/** The words of one side of an entry. */
typedef struct entry_side {
    uint32_t words[ENTRY_WORDS];
    size_t count;
} entry_side;

static bool is_short(const hxp_word *word)
{
    return word->bare.len <= SHORT_LETTERS;
}

/** Read a side; *fits is false when it has too many words for an entry. */
static hxp_status read_side(entry_side *side, bool *fits,
                            hxp_known_language *language, hxp_str text,
                            hxp_error *error)
{
    hxp_words words;
    size_t all = 0, longer = 0;
    hxp_status status = hxp_analyze(&words, language->analyzer, text, error);
    side->count = 0;
    if (status != HXP_OK)
        return status;
    for (size_t i = 0; i < words.count; i++) {
        const hxp_word *word = &words.items[i];
        all += word->kind != HXP_WORD_MARK;
        longer += word->kind != HXP_WORD_MARK && !is_short(word);
    }
    *fits = all <= ENTRY_WORDS;
    for (size_t i = 0; *fits && i < words.count; i++) {
        const hxp_word *word = &words.items[i];
        if (word->kind == HXP_WORD_MARK || (longer > 0 && is_short(word)))
            continue;
        if (!hxp_vocabulary_add(&language->words, word,
                                &side->words[side->count++]))
            return hxp_no_memory(error);
    }
    return HXP_OK;
}

/** Add each word of one side with each of the other. */
static hxp_status add_entries(hxp_word_relation *relation, const entry_side *a,
                              const entry_side *b, hxp_error *error)
{
    size_t most = a->count > b->count ? a->count : b->count;
    if (!hxp_array_reserve(&relation->entries, &relation->entry_capacity,
                           relation->entry_count + a->count * b->count,
                           sizeof *relation->entries))
        return hxp_no_memory(error);
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            relation->entries[relation->entry_count++] =
                (hxp_word_pair){ { a->words[i], b->words[j] },
                                 1 / (float)most };
    return HXP_OK;
}

/** Take two texts as an entry or, if the sink is to, as a lesson. */
static hxp_status add_pair(const struct hxp_dictionary_sink *sink,
                           const size_t languages[2], const hxp_str texts[2],
                           hxp_error *error)
{
    hxp_dictionary *dictionary = sink->dictionary;
    entry_side sides[2];
    bool fits[2] = { false, false };
    hxp_status status = HXP_OK;
    for (int i = 0; status == HXP_OK && i < 2; i++)
        status =
            read_side(&sides[i], &fits[i], &dictionary->languages[languages[i]],
                      texts[i], error);
    if (status != HXP_OK)
        return status;
    if (!fits[0] || !fits[1])
        return sink->lessons
                   ? hxp_dictionary_keep(dictionary, languages, texts, 1, error)
                   : HXP_OK;
    hxp_word_relation *relation =
        hxp_dictionary_relation(dictionary, languages[0], languages[1]);
    return relation ? add_entries(relation, &sides[0], &sides[1], error)
                    : hxp_no_memory(error);
}

/* --- The sink ------------------------------------------------------------- */

/** Take variants a and b, in the order of their languages' numbers. */
static hxp_status take_variants(const struct hxp_dictionary_sink *sink,
                                const hxp_variant *a, const hxp_variant *b,
                                hxp_error *error)
{
    hxp_dictionary *dictionary = sink->dictionary;
    size_t languages[2];
    hxp_str texts[2] = { a->content.text, b->content.text };
    hxp_status status =
        hxp_dictionary_language(dictionary, a->language, &languages[0], error);
    if (status == HXP_OK)
        status = hxp_dictionary_language(dictionary, b->language, &languages[1],
                                         error);
    if (status != HXP_OK || languages[0] == languages[1] ||
        languages[0] == HXP_NO_LANGUAGE || languages[1] == HXP_NO_LANGUAGE)
        return status;
    if (languages[0] > languages[1]) {
        size_t language = languages[0];
        languages[0] = languages[1];
        languages[1] = language;
        texts[0] = b->content.text;
        texts[1] = a->content.text;
    }
    return add_pair(sink, languages, texts, error);
}

static hxp_status take_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                            hxp_error *error)
{
    const struct hxp_dictionary_sink *own = (struct hxp_dictionary_sink *)sink;
    hxp_status status = HXP_OK;
    for (size_t i = 0; i < unit->variant_count; i++)
        for (size_t j = i + 1; status == HXP_OK && j < unit->variant_count; j++)
            status = take_variants(own, &unit->variants[i], &unit->variants[j],
                                   error);
    return status;
}

/* --- The dictionary ------------------------------------------------------- */

hxp_status hxp_dictionary_new(hxp_dictionary **out, hxp_locales *locales,
                              hxp_error *error)
{
    hxp_dictionary *made = calloc(1, sizeof *made);
    pthread_rwlock_t *lock = malloc(sizeof *lock);
    *out = NULL;
    if (!made || !lock || pthread_rwlock_init(lock, NULL) != 0) {
        free(made);
        free(lock);
        return hxp_no_memory(error);
    }
    made->lock = lock;
    made->locales = locales;
    for (int i = 0; i < 2; i++)
        made->sinks[i] =
            (struct hxp_dictionary_sink){ { hxp_ignore_begin, take_unit,
                                            hxp_ignore_end, hxp_ignore_close },
                                          made,
                                          i == 1 };
    *out = made;
    return HXP_OK;
}

hxp_unit_sink *hxp_dictionary_sink(hxp_dictionary *dictionary)
{
    return &dictionary->sinks[0].sink;
}

hxp_unit_sink *hxp_dictionary_lessons(hxp_dictionary *dictionary)
{
    return &dictionary->sinks[1].sink;
}

size_t hxp_dictionary_count(const hxp_dictionary *dictionary)
{
    size_t count = 0;
    for (size_t i = 0; i < dictionary->relation_count; i++)
        count += dictionary->relations[i].entry_count;
    return count;
}

size_t hxp_dictionary_lesson_count(const hxp_dictionary *dictionary)
{
    size_t count = 0;
    for (size_t i = 0; i < dictionary->relation_count; i++)
        count += dictionary->relations[i].lesson_count;
    return count;
}

void hxp_dictionary_free(hxp_dictionary *dictionary)
{
    if (!dictionary)
        return;
    for (size_t i = 0; i < dictionary->language_count; i++) {
        hxp_analyzer_free(dictionary->languages[i].analyzer);
        hxp_vocabulary_free(&dictionary->languages[i].words);
        hxp_vocabulary_free(&dictionary->languages[i].taught);
    }
    for (size_t i = 0; i < dictionary->relation_count; i++) {
        free(dictionary->relations[i].entries);
        free(dictionary->relations[i].learned);
        free(dictionary->relations[i].lessons);
        free(dictionary->relations[i].stems);
    }
    hxp_names_free(&dictionary->tags);
    free(dictionary->tag_languages);
    free(dictionary->languages);
    free(dictionary->relations);
    pthread_rwlock_destroy(dictionary->lock);
    free(dictionary->lock);
    free(dictionary);
}

/* teach.c - keeps lessons for a dictionary, and learns from them. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "lexicon/lexicon.h"

#include <stdlib.h>

enum {
    MOST_STEMS = 4000000
}; /* of two languages: IBM 1 needs 100 bytes each */

/* --- Keeping -------------------------------------------------------------- */

/** Append the stems of the words of text to those of relation. */
static hxp_status add_stems(hxp_word_relation *relation,
                            hxp_known_language *language, hxp_str text,
                            size_t *count, hxp_error *error)
{
    hxp_words words;
    hxp_status status = hxp_analyze(&words, language->analyzer, text, error);
    *count = 0;
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&relation->stems, &relation->stem_capacity,
                           relation->stem_count + words.count + 1,
                           sizeof *relation->stems))
        return hxp_no_memory(error);
    for (size_t i = 0; i < words.count; i++) {
        uint32_t word;
        if (words.items[i].kind == HXP_WORD_MARK)
            continue;
        if (!hxp_vocabulary_add(&language->taught, &words.items[i], &word))
            return hxp_no_memory(error);
        relation->stems[relation->stem_count++] =
            language->taught.words[word].stem;
        ++*count;
    }
    return HXP_OK;
}

hxp_status hxp_dictionary_keep(hxp_dictionary *dictionary,
                               const size_t languages[2],
                               const hxp_str texts[2], double weight,
                               hxp_error *error)
{
    hxp_word_relation *relation =
        hxp_dictionary_relation(dictionary, languages[0], languages[1]);
    if (!relation || !hxp_array_reserve(
                         &relation->lessons, &relation->lesson_capacity,
                         relation->lesson_count + 1, sizeof *relation->lessons))
        return hxp_no_memory(error);
    if (relation->stem_count >= MOST_STEMS)
        return HXP_OK;
    hxp_kept_lesson kept = { relation->stem_count, { 0, 0 }, weight };
    hxp_status status = HXP_OK;
    for (int i = 0; status == HXP_OK && i < 2; i++)
        status = add_stems(relation, &dictionary->languages[languages[i]],
                           texts[i], &kept.counts[i], error);
    if (status == HXP_OK)
        relation->lessons[relation->lesson_count++] = kept;
    return status;
}

static hxp_status keep_lesson(hxp_dictionary *dictionary,
                              const hxp_lesson *lesson, hxp_error *error)
{
    size_t languages[2];
    hxp_status status = HXP_OK;
    for (int i = 0; status == HXP_OK && i < 2; i++)
        status = hxp_dictionary_language(dictionary, lesson->languages[i],
                                         &languages[i], error);
    for (int i = 0; status == HXP_OK && i < 2; i++)
        if (languages[i] == HXP_NO_LANGUAGE)
            return hxp_fail(error, HXP_EINPUT, "\"%.*s\" is no language tag",
                            HXP_FMT(lesson->languages[i]));
    if (status != HXP_OK || languages[0] == languages[1])
        return status;
    bool turned = languages[0] > languages[1];
    const size_t numbers[2] = { languages[turned], languages[!turned] };
    const hxp_str texts[2] = { lesson->texts[turned], lesson->texts[!turned] };
    return hxp_dictionary_keep(dictionary, numbers, texts, lesson->weight,
                               error);
}

hxp_status hxp_dictionary_teach(hxp_dictionary *dictionary,
                                const hxp_lesson *lesson, hxp_error *error)
{
    pthread_rwlock_wrlock(dictionary->lock);
    hxp_status status = keep_lesson(dictionary, lesson, error);
    pthread_rwlock_unlock(dictionary->lock);
    return status;
}

/* --- Learning ------------------------------------------------------------- */

/** Add what two tables hold, each pair once. */
static bool add_tables(hxp_word_relation *relation,
                       const hxp_word_table *forward,
                       const hxp_word_table *backward)
{
    bool done = true;
    for (uint32_t a = 0; done && a < forward->rows; a++) {
        hxp_word_table_row row = hxp_word_table_get(forward, a);
        for (size_t i = 0; done && i < row.count; i++) {
            uint32_t b = row.items[i].word;
            float back =
                hxp_word_table_row_weight(hxp_word_table_get(backward, b), a);
            done = hxp_relation_add_learned(
                relation,
                (hxp_stem_pair){ { a, b }, { row.items[i].weight, back } });
        }
    }
    for (uint32_t b = 0; done && b < backward->rows; b++) {
        hxp_word_table_row row = hxp_word_table_get(backward, b);
        for (size_t i = 0; done && i < row.count; i++) {
            uint32_t a = row.items[i].word;
            if (hxp_word_table_row_weight(hxp_word_table_get(forward, a), b) >
                0)
                continue;
            done = hxp_relation_add_learned(
                relation,
                (hxp_stem_pair){ { a, b }, { 0, row.items[i].weight } });
        }
    }
    return done;
}

/** Show the kept lessons to lexicon. */
static hxp_status learn_lessons(hxp_lexicon *lexicon,
                                const hxp_word_relation *relation,
                                hxp_error *error)
{
    size_t count = relation->lesson_count;
    hxp_example *examples = calloc(count + 1, sizeof *examples);
    if (!examples)
        return hxp_no_memory(error);
    for (size_t i = 0; i < count; i++) {
        const hxp_kept_lesson *kept = &relation->lessons[i];
        const uint32_t *stems = relation->stems + kept->at;
        examples[i] =
            (hxp_example){ stems, stems + kept->counts[0], kept->counts[0],
                           kept->counts[1], kept->weight };
    }
    hxp_status status =
        hxp_lexicon_learn(lexicon, (hxp_examples){ examples, count }, error);
    free(examples);
    return status;
}

static hxp_status learn(const hxp_dictionary *dictionary,
                        hxp_word_relation *relation, hxp_error *error)
{
    hxp_lexicon *lexicon;
    const hxp_known_language *source =
        &dictionary->languages[relation->languages[0]];
    const hxp_known_language *target =
        &dictionary->languages[relation->languages[1]];
    const hxp_vocabularies both = { &source->taught,
                                    &target->taught,
                                    source->tag,
                                    target->tag,
                                    { NULL, NULL } };
    hxp_status status = hxp_lexicon_new(&lexicon, &both, dictionary, error);
    if (status == HXP_OK)
        status = learn_lessons(lexicon, relation, error);
    if (status == HXP_OK &&
        !add_tables(relation, hxp_lexicon_learned(lexicon, HXP_FORWARD),
                    hxp_lexicon_learned(lexicon, HXP_BACKWARD)))
        status = hxp_no_memory(error);
    hxp_lexicon_free(lexicon);
    return status;
}

hxp_status hxp_dictionary_learn(hxp_dictionary *dictionary, hxp_error *error)
{
    for (size_t i = 0; i < dictionary->relation_count; i++) {
        hxp_word_relation *relation = &dictionary->relations[i];
        if (relation->lesson_count == 0)
            continue;
        hxp_status status = learn(dictionary, relation, error);
        if (status != HXP_OK)
            return status;
        relation->lesson_count = relation->stem_count = 0;
    }
    return HXP_OK;
}

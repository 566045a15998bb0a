/* dictionary.h - the inside of a dictionary, for the files that share it. */
#ifndef LEXICON_DICTIONARY_H
#define LEXICON_DICTIONARY_H

#include "lexicon/table.h"
#include "lexicon/vocabulary.h"
#include "text/language.h"

#include <hexapla/lexicon.h>

#include <pthread.h>

/** A language and its words in the dictionary. */
typedef struct hxp_known_language {
    char tag[HXP_TAG_SIZE]; /* without region */
    hxp_analyzer *analyzer;
    hxp_vocabulary words;  /* of entries */
    hxp_vocabulary taught; /* of lessons and what was learned */
} hxp_known_language;

/** An entry: words of two languages, by number. */
typedef struct hxp_word_pair {
    uint32_t words[2];
    float weight;
} hxp_word_pair;

/** What was learned: beginnings of words, by the numbers of their stems. */
typedef struct hxp_stem_pair {
    uint32_t stems[2];
    float weights[2]; /* of the second given the first, and back */
} hxp_stem_pair;

/** A lesson: where its stems are among those of the relation. */
typedef struct hxp_kept_lesson {
    size_t at;
    size_t counts[2];
    double weight;
} hxp_kept_lesson;

/** What is known between two languages, the first of the lower number. */
typedef struct hxp_word_relation {
    size_t languages[2];
    hxp_word_pair *entries;
    size_t entry_count, entry_capacity;
    hxp_stem_pair *learned;
    size_t learned_count, learned_capacity;
    hxp_kept_lesson *lessons;
    size_t lesson_count, lesson_capacity;
    uint32_t *stems; /* of the lessons */
    size_t stem_count, stem_capacity;
} hxp_word_relation;

struct hxp_dictionary {
    pthread_rwlock_t *lock; /* of all that follows */
    struct hxp_dictionary_sink {
        hxp_unit_sink sink; /* first: its calls get this address */
        hxp_dictionary *dictionary;
        bool lessons; /* what is too long for an entry is one */
    } sinks[2];
    hxp_locales *locales;
    hxp_known_language *languages;
    size_t language_count, language_capacity;
    hxp_names tags;        /* as they were given */
    size_t *tag_languages; /* of each: the number of its language */
    size_t tag_capacity;
    hxp_word_relation *relations;
    size_t relation_count, relation_capacity;
};

/** The number of the language of a tag that is not well-formed. */
#define HXP_NO_LANGUAGE SIZE_MAX

/** Give the number of the language of tag, a new one if need be. */
hxp_status hxp_dictionary_language(hxp_dictionary *dictionary, hxp_str tag,
                                   size_t *number, hxp_error *error);

/** The relation of languages a < b, a new one if need be; NULL: no memory. */
hxp_word_relation *hxp_dictionary_relation(hxp_dictionary *dictionary, size_t a,
                                           size_t b);

/** Add to relation that weights lie between two stems. False: no memory. */
bool hxp_relation_add_learned(hxp_word_relation *relation, hxp_stem_pair pair);

/** Keep the texts of languages as a lesson. */
hxp_status hxp_dictionary_keep(hxp_dictionary *dictionary,
                               const size_t languages[2],
                               const hxp_str texts[2], double weight,
                               hxp_error *error);

/** Two vocabularies and what is known of their languages. */
typedef struct hxp_vocabularies {
    const hxp_vocabulary *source;
    const hxp_vocabulary *target;
    const char *source_tag;
    const char *target_tag;
    /* the commonest words of both; or NULL */
    const struct hxp_basic_words *basics[2];
} hxp_vocabularies;

/**
 * Fill *words, which is empty, with what the entries say of the words of two
 * vocabularies, a row for each source word; and stems[0] (p(target|source))
 * and stems[1] (back) with what was learned, a row for each stem. False: no
 * memory.
 */
bool hxp_dictionary_consult(hxp_word_table *words, hxp_word_table stems[2],
                            const hxp_dictionary *dictionary,
                            const hxp_vocabularies *vocabularies);

#endif

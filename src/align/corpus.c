/* corpus.c - analyses the segments of a version. */
#include "align/corpus.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

#include <stdlib.h>

/** What has been read, with its room. */
struct reader {
    hxp_corpus *corpus;
    size_t count, words_room, stems_room;
};

/**
 * True for marks that translations keep: ? ! : ; % and brackets, and
 * quotation marks, which are made alike. Full stops and commas say nothing.
 */
static bool use_mark(hxp_word *word)
{
    static const char *const quotes[] = { "\"", "“", "”", "„", "«", "»" };
    static const char *const kept[] = { "?", "!", ":", ";", "%",
                                        "(", ")", "[", "]" };
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (hxp_str_is(word->bare, quotes[i])) {
            word->bare = HXP_STR("\"");
            return true;
        }
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (hxp_str_is(word->bare, kept[i]))
            return true;
    return false;
}

static hxp_status add_word(struct reader *reader, hxp_word word,
                           hxp_error *error)
{
    hxp_corpus *corpus = reader->corpus;
    uint32_t number;
    if (word.kind == HXP_WORD_MARK && !use_mark(&word))
        return HXP_OK;
    if (!hxp_array_reserve(&corpus->words, &reader->words_room,
                           reader->count + 1, sizeof *corpus->words) ||
        !hxp_array_reserve(&corpus->stems, &reader->stems_room,
                           reader->count + 1, sizeof *corpus->stems) ||
        !hxp_vocabulary_add(&corpus->vocabulary, &word, &number))
        return hxp_no_memory(error);
    corpus->words[reader->count] = number;
    corpus->stems[reader->count] = corpus->vocabulary.words[number].stem;
    reader->count++;
    if (word.kind != HXP_WORD_MARK)
        corpus->letters[corpus->count + 1] +=
            (double)corpus->vocabulary.words[number].length;
    return HXP_OK;
}

static hxp_status add_segments(struct reader *reader, const hxp_side *side,
                               hxp_analyzer *analyzer, hxp_error *error)
{
    hxp_corpus *corpus = reader->corpus;
    for (; corpus->count < side->count; corpus->count++) {
        size_t i = corpus->count;
        hxp_words words;
        hxp_status status =
            hxp_analyze(&words, analyzer, side->segments[i], error);
        corpus->letters[i + 1] = corpus->letters[i];
        corpus->edges[i] = hxp_edges_of(side->segments[i]);
        for (size_t k = 0; status == HXP_OK && k < words.count; k++)
            status = add_word(reader, words.items[k], error);
        if (status != HXP_OK)
            return status;
        corpus->starts[i + 1] = reader->count;
    }
    return HXP_OK;
}

hxp_status hxp_corpus_read(hxp_corpus *corpus, const hxp_side *side,
                           const hxp_segmented *from, hxp_error *error)
{
    struct reader reader = { .corpus = corpus };
    bool traits = from && from->document->blocks;
    hxp_analyzer *analyzer = NULL;
    *corpus = (hxp_corpus){ .paragraphs = side->paragraphs,
                            .language = side->language };
    corpus->starts = calloc(side->count + 1, sizeof *corpus->starts);
    corpus->letters = calloc(side->count + 1, sizeof *corpus->letters);
    corpus->edges = calloc(side->count + 1, sizeof *corpus->edges);
    if (traits)
        corpus->traits = hxp_traits_read(from);
    hxp_status status = HXP_OK;
    if (!corpus->starts || !corpus->letters || !corpus->edges ||
        (traits && !corpus->traits) ||
        !hxp_array_reserve(&corpus->words, &reader.words_room, 1,
                           sizeof *corpus->words) ||
        !hxp_array_reserve(&corpus->stems, &reader.stems_room, 1,
                           sizeof *corpus->stems))
        status = hxp_no_memory(error);
    if (status == HXP_OK)
        status = hxp_analyzer_new(&analyzer, side->language, error);
    if (status == HXP_OK)
        status = hxp_basic_words_new(&corpus->basics, side->language, error);
    if (status == HXP_OK)
        status = add_segments(&reader, side, analyzer, error);
    hxp_analyzer_free(analyzer);
    if (status != HXP_OK)
        hxp_corpus_free(corpus);
    return status;
}

void hxp_corpus_free(hxp_corpus *corpus)
{
    free(corpus->starts);
    free(corpus->words);
    free(corpus->stems);
    free(corpus->letters);
    free(corpus->edges);
    free(corpus->traits);
    hxp_basic_words_free(corpus->basics);
    hxp_vocabulary_free(&corpus->vocabulary);
    *corpus = (hxp_corpus){ 0 };
}

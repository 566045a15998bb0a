/* corpus.h - one side of a text as numbers: words, stems, lengths. */
#ifndef ALIGN_CORPUS_H
#define ALIGN_CORPUS_H

#include "align/edges.h"
#include "align/traits.h"
#include "lexicon/basics.h"
#include "lexicon/vocabulary.h"

#include <hexapla/align.h>

typedef struct hxp_corpus {
    size_t count;               /* segments */
    size_t *starts;             /* count + 1 of them, into words and stems */
    uint32_t *words;            /* numbers in vocabulary */
    uint32_t *stems;            /* numbers of the words' stems */
    double *letters;            /* count + 1: letters and digits before each */
    hxp_edges *edges;           /* of each segment */
    const size_t *paragraphs;   /* of each segment, or NULL */
    hxp_traits *traits;         /* of each segment, or NULL */
    const hxp_vectors *vectors; /* of the segments, or NULL */
    const size_t *firsts; /* where each of ours begins among those; NULL: they
                             are the same */
    const hxp_language *language;
    hxp_basic_words *basics; /* of the language, or NULL */
    hxp_vocabulary vocabulary;
} hxp_corpus;

/**
 * Read a side into *corpus, and the traits of its segments from the document it
 * comes from (NULL: not known). On HXP_OK the caller frees it with
 * hxp_corpus_free(); otherwise it is empty. Borrows the paragraph numbers.
 */
hxp_status hxp_corpus_read(hxp_corpus *corpus, const hxp_side *side,
                           const hxp_segmented *from, hxp_error *error);

/** The words of count segments from first on. */
static inline size_t hxp_corpus_words(const hxp_corpus *corpus, size_t first,
                                      size_t count)
{
    return corpus->starts[first + count] - corpus->starts[first];
}

/** True when segment i begins a paragraph. */
static inline bool hxp_corpus_begins(const hxp_corpus *corpus, size_t i)
{
    return i == 0 || i == corpus->count ||
           corpus->paragraphs[i] != corpus->paragraphs[i - 1];
}

/** Free what the side holds. */
void hxp_corpus_free(hxp_corpus *corpus);

#endif

/* segment.h - documents to segments. */
#ifndef HEXAPLA_SEGMENT_H
#define HEXAPLA_SEGMENT_H

#include <hexapla/base.h>
#include <hexapla/model.h>
#include <hexapla/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What becomes a segment. */
typedef enum hxp_segment_mode {
    HXP_SEGMENT_SENTENCES,
    HXP_SEGMENT_PARAGRAPHS,
    HXP_SEGMENT_LINES /* each line of a paragraph */
} hxp_segment_mode;

/** How sentences are found. Both engines give the same segments. */
typedef enum hxp_segment_engine {
    HXP_ENGINE_AUTO, /* ICU only where a language needs it */
    HXP_ENGINE_ICU   /* ICU on every paragraph */
} hxp_segment_engine;

/** A place where a sentence may end, and what was decided there. */
typedef struct hxp_decision {
    size_t paragraph; /* its number, from 0 */
    size_t start;     /* bytes of the document's text: the stop */
    size_t end;       /* behind what closes with it: where a break would be */
    bool breaks;
    hxp_str reason; /* a phrase for people: "small letter follows" */
    hxp_str before; /* the word with the stop */
    hxp_str after;  /* the next word; empty if none */
} hxp_decision;

/** Where decisions go, in the order of the text. Concrete sinks begin so. */
typedef struct hxp_decision_sink hxp_decision_sink;
struct hxp_decision_sink {
    hxp_status (*decision)(hxp_decision_sink *sink,
                           const hxp_decision *decision, hxp_error *error);
};

typedef struct hxp_segment_options {
    hxp_segment_mode mode;
    hxp_segment_engine engine;
    bool keep_quotes;           /* a quotation is not divided */
    hxp_decision_sink *explain; /* told of every decision, or NULL */
} hxp_segment_options;
#define HXP_SEGMENT_OPTIONS_INIT                                               \
    {                                                                          \
        HXP_SEGMENT_SENTENCES, HXP_ENGINE_AUTO, false, NULL                    \
    }

/** Divides one paragraph after another. Not for two threads at once. */
typedef struct hxp_segmenter hxp_segmenter;

/**
 * Make a segmenter for language, which must outlive it; options may be NULL.
 * On HXP_OK the caller owns *out and frees it with hxp_segmenter_free();
 * otherwise *out is NULL.
 */
HXP_API hxp_status hxp_segmenter_new(hxp_segmenter **out,
                                     const hxp_language *language,
                                     const hxp_segment_options *options,
                                     hxp_error *error);

/**
 * Divide a paragraph: where ICU ends sentences and where the text has stops,
 * the rules of the language decide. White space between segments belongs to
 * none. segments->items lives until the next call.
 *
 * Fails with HXP_ENOMEM, or as options->explain does.
 */
HXP_API hxp_status hxp_segmenter_divide(hxp_segments *segments,
                                        hxp_segmenter *segmenter,
                                        const hxp_paragraph *paragraph,
                                        hxp_error *error);

/** Free the segmenter; NULL is allowed. */
HXP_API void hxp_segmenter_free(hxp_segmenter *segmenter);

/**
 * Divide all paragraphs of document as a segmenter does. On HXP_OK the caller
 * frees segments->items with hxp_segments_free(); otherwise the set is empty.
 */
HXP_API hxp_status hxp_segment_document(hxp_segments *segments,
                                        const hxp_document *document,
                                        const hxp_language *language,
                                        const hxp_segment_options *options,
                                        hxp_error *error);

/** Make every line a segment, empty ones too: line n is segment n - 1. */
HXP_API hxp_status hxp_segment_lines(hxp_segments *segments,
                                     const hxp_document *document,
                                     hxp_error *error);

/** Free what segments holds, and empty it. */
HXP_API void hxp_segments_free(hxp_segments *segments);

#ifdef __cplusplus
}
#endif
#endif

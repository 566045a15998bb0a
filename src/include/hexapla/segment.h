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
    const hxp_srx *srx;         /* its rules, not ours, divide; or NULL */
    hxp_finding_sink *findings; /* told of what is wrong with srx, or NULL */
} hxp_segment_options;
#define HXP_SEGMENT_OPTIONS_INIT                                               \
    {                                                                          \
        HXP_SEGMENT_SENTENCES, HXP_ENGINE_AUTO, false, NULL, NULL, NULL        \
    }

/** Divides one paragraph after another. Not for two threads at once. */
typedef struct hxp_segmenter hxp_segmenter;

/**
 * Make a segmenter for language, which must outlive it, as what options, which
 * may be NULL, points to.
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

/**
 * Make every line a segment, empty ones too: line n is segment n - 1. Its
 * paragraph is the last that begins in it or before, or the first.
 */
HXP_API hxp_status hxp_segment_lines(hxp_segments *segments,
                                     const hxp_document *document,
                                     hxp_error *error);

/* --- Segmentation rules of others: SRX ------------------------------------ */

/* With options->srx a segmenter divides as SRX 2.0 says: between any two
 * characters of a paragraph the first rule of the language that fits decides;
 * where none fits there is no break. Regular expressions are ICU's, with ^
 * and $ at line breaks, and see one paragraph. A break leaves white space on
 * the side where it stands; as everywhere, the white space around a segment
 * is none of it, and what is nothing else is no segment. A rule that cannot
 * be used, or takes more than its share of time, is left out, and a language
 * may have no rules: options->findings is told. The segmenter fails as that
 * does then, and with HXP_ELIMIT if the patterns tell too many kinds of
 * characters apart. */

/**
 * Give our own rules for a language as SRX, as far as SRX can express them; a
 * note says what it cannot. Fails with HXP_ENOMEM only. On HXP_OK the caller
 * frees *out with hxp_srx_free(); otherwise *out is NULL.
 */
HXP_API hxp_status hxp_srx_of_language(hxp_srx **out,
                                       const hxp_language *language,
                                       hxp_error *error);

/**
 * Tell findings what is wrong with srx that its reader does not see: patterns
 * that do not compile, rules that can fit nowhere or never decide (in lists of
 * up to 5,000 rules), language maps that never apply. Fails as findings does,
 * with HXP_ENOMEM, or with HXP_ELIMIT as a segmenter does.
 */
HXP_API hxp_status hxp_srx_lint(const hxp_srx *srx, hxp_finding_sink *findings,
                                hxp_error *error);

/** The rules that SRX may break in use and in hxp_srx_lint(). Static. */
HXP_API const hxp_rule *hxp_srx_rules(size_t *count);

/** The rules of srx for one language, ready for use. Not for two threads. */
typedef struct hxp_srx_engine hxp_srx_engine;

/**
 * Make ready what srx says for tag (any code); srx and findings, which may be
 * NULL, must outlive it. On HXP_OK the caller owns *out and frees it with
 * hxp_srx_engine_free(); otherwise *out is NULL.
 */
HXP_API hxp_status hxp_srx_engine_new(hxp_srx_engine **out, const hxp_srx *srx,
                                      hxp_str tag, hxp_finding_sink *findings,
                                      hxp_error *error);

/** A break: before byte offset of a text, and before code number code. */
typedef struct hxp_cut {
    size_t offset;
    size_t code; /* codes from here on are behind the break */
} hxp_cut;

/** Breaks in order; all zero is an empty list. */
typedef struct hxp_cuts {
    hxp_cut *items;
    size_t count;
    size_t capacity;
} hxp_cuts;

/** Put the breaks within text, one paragraph, into cuts, anew. */
HXP_API hxp_status hxp_srx_cut(hxp_cuts *cuts, hxp_srx_engine *engine,
                               hxp_str text, hxp_error *error);

/**
 * Put the breaks within content into cuts, anew. Rules see its text without
 * codes, or with a blank for a code on its own if srx says so; a code that
 * stands at a break goes to the side that srx says. The content of a sub-flow
 * (HXP_CODE_SUBFLOW) is cut as any other, unless srx leaves them whole.
 */
HXP_API hxp_status hxp_srx_cut_content(hxp_cuts *cuts, hxp_srx_engine *engine,
                                       const hxp_content *content, bool subflow,
                                       hxp_error *error);

/** Free what cuts holds, and empty it. */
HXP_API void hxp_cuts_free(hxp_cuts *cuts);

/** Free the engine; NULL is allowed. */
HXP_API void hxp_srx_engine_free(hxp_srx_engine *engine);

/** Free what segments holds, and empty it. */
HXP_API void hxp_segments_free(hxp_segments *segments);

#ifdef __cplusplus
}
#endif
#endif

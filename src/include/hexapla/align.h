/* align.h - versions of one text to beads. */
#ifndef HEXAPLA_ALIGN_H
#define HEXAPLA_ALIGN_H

#include <hexapla/base.h>
#include <hexapla/lexicon.h>
#include <hexapla/model.h>
#include <hexapla/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One side of an alignment: the segments of a text, in one language. */
typedef struct hxp_side {
    const hxp_language *language;
    const hxp_str *segments;  /* their texts */
    const size_t *paragraphs; /* the paragraph of each, or NULL: not known */
    size_t count;
} hxp_side;

typedef struct hxp_align_options {
    size_t max_merge; /* segments a side of a bead, 1 to 4; 0: 4 */
    const hxp_dictionary *dictionary; /* what is known of words, or NULL */
    /** Beads that a person accepted, of any size; their confidences say
     * nothing. In each language they go upwards. */
    const hxp_bead *fixed;
    size_t fixed_count;
    /** Vectors of each side's segments, of as many numbers; any of them may be
     * NULL, and all together. */
    const hxp_vectors *const *vectors;
    /** What each side comes from: headings, lists, tables and inline codes are
     * evidence where both sides have them; or NULL. */
    const hxp_segmented *documents;
    bool explain; /* keep what hxp_alignment_reasons() gives */
} hxp_align_options;
#define HXP_ALIGN_OPTIONS_INIT                                                 \
    {                                                                          \
        0, NULL, NULL, 0, NULL, NULL, false                                    \
    }

/**
 * Align count (2 or more) versions of one text; the first is the source. Every
 * segment is in exactly one bead; in each language beads go upwards. Beads that
 * are fixed are given back with confidence 1, which no other bead has.
 *
 * Fails with HXP_ENOMEM, with HXP_ELIMIT beyond 2^31 segments, or with
 * HXP_EINPUT when fixed beads do not rise or lie outside a text, or vectors
 * differ. On HXP_OK
 * the caller frees *out with hxp_alignment_free(); otherwise *out is NULL.
 */
HXP_API hxp_status hxp_align(hxp_alignment **out, const hxp_side *sides,
                             size_t count, const hxp_align_options *options,
                             hxp_error *error);

/** A word and its translation in a bead, and how that is known. */
typedef struct hxp_matched_words {
    hxp_str source; /* as it stands, or without case and accents */
    hxp_str target;
    double probability; /* that one translates the other */
    hxp_word_kind kind;
    bool name; /* both begin with a capital and look alike */
    bool alike;
    bool dictionary;
    bool learned;
} hxp_matched_words;

/**
 * What speaks for a bead in two of its languages, and what against it: logs of
 * likelihood ratios, which sum up, and what they come from.
 */
typedef struct hxp_reasons {
    size_t source; /* numbers of the languages */
    size_t target;
    double lengths;
    double words;
    double border; /* one within that stands in one language only; 0: none */
    double shape;
    double paragraphs;
    double vectors;    /* 0 unless both have some */
    double cosine;     /* of these */
    size_t letters[2]; /* and digits, of source and target */
    size_t usual;      /* letters of a target to such a source */
    size_t count[2];   /* words and signs of source and target */
    size_t paired;     /* of each: those that have a translation in the other */
    const hxp_matched_words *pairs; /* these; what says most comes first */
    bool begins[2];                 /* a paragraph begins with the bead */
    bool structured;                /* both texts have paragraphs */
    double structure;               /* what these are; 0 unless both say it */
    hxp_block blocks[2];            /* of the first segments, if they do */
    double keys;                    /* of entries; 0 unless both have some */
    double marks;                   /* the signs at both ends */
    const char *begins_with[2];     /* what source and target begin with, */
    const char *ends_with[2];       /* and end with, in words; static */
} hxp_reasons;

/**
 * The reasons of a bead, of each two languages that have text in it; *count is
 * 0 unless the options asked for them. They live as the alignment does.
 */
HXP_API const hxp_reasons *hxp_alignment_reasons(const hxp_alignment *alignment,
                                                 size_t bead, size_t *count);

/**
 * Teach dictionary the beads of alignment, as sure as they are; see
 * hxp_dictionary_learn(). sides are those that were aligned.
 */
HXP_API hxp_status hxp_align_teach(hxp_dictionary *dictionary,
                                   const hxp_side *sides,
                                   const hxp_alignment *alignment,
                                   hxp_error *error);

/** Free the alignment; NULL is allowed. */
HXP_API void hxp_alignment_free(hxp_alignment *alignment);

typedef struct hxp_bead_units_options {
    bool keep_unaligned;   /* also beads with text in one language only */
    double min_confidence; /* leave out beads below it */
    const char *date;      /* creationdate, YYYYMMDDThhmmssZ, or NULL */
    /** Counts the beads without a translation that were not sent, or NULL. */
    size_t *left_out;
    /** A unit's file is the last document with text in it, not the first. */
    bool last_file;
} hxp_bead_units_options;
#define HXP_BEAD_UNITS_OPTIONS_INIT                                            \
    {                                                                          \
        false, 0, NULL, NULL, false                                            \
    }

/**
 * Send the beads of alignment to sink as units: begin, each unit, end. The
 * text of a side is what stands from its first segment to its last, a line
 * break as one blank. options NULL: the defaults.
 */
HXP_API hxp_status hxp_bead_units(hxp_unit_sink *sink,
                                  const hxp_alignment *alignment,
                                  const hxp_segmented *documents,
                                  const hxp_bead_units_options *options,
                                  hxp_error *error);

#ifdef __cplusplus
}
#endif
#endif

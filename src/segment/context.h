/* context.h - what stands around a stop: the facts that decisions rest on. */
#ifndef SEGMENT_CONTEXT_H
#define SEGMENT_CONTEXT_H

#include "segment/rules.h"

/**
 * How far to look for a word before a stop and for one behind it, in bytes. A
 * bound keeps texts of nothing but stops from being read again at each.
 */
enum { HXP_NEAR = 64 };

/** A stop with all that closes behind it, and what follows. */
typedef struct hxp_stop {
    const hxp_segment_data *data;
    hxp_str text;         /* the paragraph */
    size_t segment_start; /* of the segment in work */
    size_t start;         /* the stop's first byte */
    size_t end;           /* behind the last of its characters */
    size_t after;         /* behind what closes with it */
    size_t next;          /* where the text goes on */
    size_t count;         /* characters of the stop */
    bool strong;          /* one of them ends nothing but sentences */
    bool mark;            /* ! or ? or the like is among them */
    bool ellipsis;
    bool face;      /* it is one, :-) */
    bool picture;   /* it is one, or several: emoji */
    bool bracketed; /* within brackets that stand in the sentence */
    bool footnote;  /* a number without a mark closes with it */
    int32_t closer; /* the last quotation mark or bracket, 0: none */

    /* what follows, quotation marks, dashes and bullets passed over; it is
     * unknown until hxp_stop_read_next() */
    size_t word;     /* the first word */
    size_t word_end; /* behind its letters */
    int32_t first;   /* its first character; 0: nothing follows */
    int32_t opener;  /* the last mark that opens before it, 0: none */
    bool dash;       /* a dash or bullet stands before it */
    bool dots;       /* an ellipsis stands before it */
    unsigned lists;  /* that hold it */
    bool starter;    /* it starts sentences */
} hxp_stop;

/** True for a dash at byte at with which speech breaks off before other speech:
 * "But you-" "Quiet!" */
bool hxp_breaks_off(hxp_str text, size_t at);

/** True when a face such as :-) begins at byte at, with : or ; for its eyes,
 * and a blank before it. */
bool hxp_is_face(hxp_str text, size_t at);

/** True when a picture, or the first of several, is at byte at: emoji. */
bool hxp_is_picture(hxp_str text, size_t at);

/** Read the stop at byte start of the scan's paragraph. */
void hxp_stop_read(hxp_stop *stop, const hxp_scan *scan, size_t start);

/** Read what follows the stop; it must go on behind white space. */
void hxp_stop_read_next(hxp_stop *stop, const hxp_segment_data *data);

/** The word that ends at the stop, with dots and hyphens within. */
typedef struct hxp_last_word {
    hxp_str text;
    size_t chars;
    bool at_start; /* it begins its segment */
    bool joined;   /* to what is no word: Ctrl+C, 3/4 */
    bool digits;   /* nothing but digits and dots */
    bool dotted;   /* dots within, no digits */
    bool capitals; /* nothing but capitals, dots and hyphens */
} hxp_last_word;

void hxp_last_word_read(hxp_last_word *word, const hxp_stop *stop);

/**
 * The letters before byte at and the white space there, within the segment;
 * empty if something else stands there. *start is where they begin.
 */
hxp_str hxp_word_before(const hxp_stop *stop, size_t at, size_t *start);

/** True when nothing but what opens stands between the segment's start and at.
 */
bool hxp_begins_segment(const hxp_stop *stop, size_t at);

/** True when a whole number stands before the word: 245 p. or 16 A. */
bool hxp_counts(const hxp_stop *stop, const hxp_last_word *word);

/** True for IV and the like. */
bool hxp_is_roman(hxp_str word);

/** True when a number follows the stop: 5, IV, B12, C-8 or L. 121-1. */
bool hxp_number_follows(const hxp_stop *stop);

#endif

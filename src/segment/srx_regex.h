/* srx_regex.h - a pattern of a rule, tried by ICU at one place of a text. */
#ifndef SEGMENT_SRX_REGEX_H
#define SEGMENT_SRX_REGEX_H

#include <hexapla/base.h>

#include <unicode/uregex.h>
#include <unicode/utext.h>

/** Bytes that a pattern sees on its side of a place. */
enum { HXP_SRX_REGEX_WINDOW = 1 << 16 };

typedef enum hxp_srx_side { HXP_SRX_BEFORE, HXP_SRX_AFTER } hxp_srx_side;

/** A text that patterns are tried on. */
typedef struct hxp_srx_regex_text {
    hxp_str bytes;
    UText utext;
    size_t serial; /* a new one for each text, from 1 */
    size_t seen;   /* bytes of all texts so far */
} hxp_srx_regex_text;

/** A pattern; all zero but pattern and side is one not yet compiled. */
typedef struct hxp_srx_regex {
    hxp_str pattern;
    hxp_srx_side side;
    URegularExpression *icu; /* made when it is first tried */
    size_t serial;           /* of the text it looks at */
    size_t ticks;            /* of work that ICU has spent on it */
    const hxp_srx_regex_text *text;
} hxp_srx_regex;

typedef enum hxp_srx_regex_result {
    HXP_SRX_REGEX_NO,
    HXP_SRX_REGEX_YES,
    HXP_SRX_REGEX_TOO_MUCH /* it takes more time or memory than it is given */
} hxp_srx_regex_result;

/**
 * Try to compile pattern. Fails with HXP_EINPUT, and says in error what is
 * wrong at which character, when it is no regular expression of ICU's.
 */
hxp_status hxp_srx_regex_check(hxp_str pattern, hxp_error *error);

/** True in *matches when pattern fits all of text, in any case of letters. */
hxp_status hxp_srx_regex_whole(bool *matches, hxp_str pattern, hxp_str text,
                               hxp_error *error);

/** Look at other bytes from now on; text begins as all zero. */
hxp_status hxp_srx_regex_text_set(hxp_srx_regex_text *text, hxp_str bytes,
                                  hxp_error *error);

void hxp_srx_regex_text_free(hxp_srx_regex_text *text);

/**
 * Tell whether the pattern, which compiles, fits at byte at: whether a match
 * of it ends exactly there, or begins there.
 */
hxp_status hxp_srx_regex_try(hxp_srx_regex_result *result, hxp_srx_regex *regex,
                             const hxp_srx_regex_text *text, size_t at,
                             hxp_error *error);

void hxp_srx_regex_free(hxp_srx_regex *regex);

#endif

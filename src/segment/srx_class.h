/* srx_class.h - the parts of a pattern that stand for one character. */
#ifndef SEGMENT_SRX_CLASS_H
#define SEGMENT_SRX_CLASS_H

#include <hexapla/base.h>

#include <unicode/uset.h>

/** A pattern being read. */
typedef struct hxp_pattern_reader {
    hxp_str text;
    size_t at;
    bool any_case; /* (?i) */
    bool dot_all;  /* (?s) */
    bool unknown;  /* something was met that is not understood */
} hxp_pattern_reader;

/** Take the next character; at the end -1, and the pattern is unknown. */
int32_t hxp_pattern_next(hxp_pattern_reader *r);

/** Take word if it comes next. */
bool hxp_pattern_take(hxp_pattern_reader *r, const char *word);

/** Take all up to the next character end, and that too. */
hxp_str hxp_pattern_take_to(hxp_pattern_reader *r, char end);

/* These give a set that the caller closes, or NULL when memory is out. */

/** The set that ICU's notation tells. */
USet *hxp_class_named(const char *notation);

/** One character, or in mode (?i) all that differ by case. */
USet *hxp_class_of_char(int32_t c, bool any_case);

enum { HXP_FOLDED = 3 }; /* characters that one folds to, at most */

/** Write what c is when case does not matter; returns how many it is. */
size_t hxp_class_fold(int32_t folded[HXP_FOLDED], int32_t c);

/** At least the characters whose case folding is several characters. */
USet *hxp_class_expanding(void);

/** What an escape stands for. */
typedef struct hxp_escape {
    USet *set;       /* a class such as \d, which the caller closes, or NULL */
    int32_t literal; /* else a character, or the letter of an assertion */
    bool letter;     /* the latter: \b, \R ... */
} hxp_escape;

/** Read an escape, behind its backslash. */
hxp_escape hxp_class_escape(hxp_pattern_reader *r);

/** Read a set, behind its opening bracket. */
USet *hxp_class_set(hxp_pattern_reader *r);

#endif

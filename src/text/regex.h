/* regex.h - regular expressions, as ICU understands them. */
#ifndef TEXT_REGEX_H
#define TEXT_REGEX_H

#include <hexapla/base.h>

/** A compiled expression. Not for two threads at once. */
typedef struct hxp_regex hxp_regex;

/**
 * Compile pattern (UTF-8). Fails with HXP_EINPUT, error saying where, when it
 * is no expression. On HXP_OK the caller frees *out with hxp_regex_free();
 * otherwise *out is NULL.
 */
hxp_status hxp_regex_new(hxp_regex **out, hxp_str pattern, bool ignore_case,
                         hxp_error *error);

/**
 * Whether text (UTF-8) has a match anywhere. Fails with HXP_ELIMIT when the
 * expression takes too many steps or too much memory on text.
 */
hxp_status hxp_regex_search(bool *found, hxp_regex *regex, hxp_str text,
                            hxp_error *error);

/**
 * Find the first match in text (UTF-8) that is not empty: bytes *start to
 * *end; both are 0 when there is none. Fails as above.
 */
hxp_status hxp_regex_find(size_t *start, size_t *end, hxp_regex *regex,
                          hxp_str text, hxp_error *error);

/** Free the expression; NULL is allowed. */
void hxp_regex_free(hxp_regex *regex);

#endif

/* tokens.h - addresses, placeholders and tags within a text. */
#ifndef CHECK_TOKENS_H
#define CHECK_TOKENS_H

#include "check/family.h"

/** False when the text of side has no address for sure. */
bool hxp_may_have_url(const hxp_check_side *side);

/* Each gives the byte behind what begins at byte at of text, or 0: no such
 * thing begins there. */

/** A URL or an e-mail address, without the marks of the sentence behind it. */
size_t hxp_url_end(hxp_str text, size_t at);

/** A placeholder as of printf, Python, ICU, Qt and many others. */
size_t hxp_placeholder_end(hxp_str text, size_t at);

/**
 * What may be one, or chance: "%d" of "%dx%d", where letters follow. Asked
 * where the call above finds none.
 */
size_t hxp_doubtful_placeholder_end(hxp_str text, size_t at);

/** True when the semicolon before byte end of text ends an entity: "&gt;". */
bool hxp_ends_entity(hxp_str text, size_t end);

/** A tag of HTML or XML. */
size_t hxp_tag_end(hxp_str text, size_t at);

/** Any of these. */
size_t hxp_token_end(hxp_str text, size_t at);

/** A search for addresses, placeholders and paths of files, which no one
 * translates. */
typedef struct hxp_token_scan {
    hxp_str text;
    size_t at; /* looked through up to here */
    bool any;  /* it may have some */
} hxp_token_scan;

/** Start one in text. */
hxp_token_scan hxp_scan_tokens(hxp_str text);

/** True when byte start is in one; it is no less than it was before. */
bool hxp_is_in_token(hxp_token_scan *in, size_t start);

#endif

/* html_markup.h - declarations of a page that libxml2 takes for text. */
#ifndef FORMATS_HTML_MARKUP_H
#define FORMATS_HTML_MARKUP_H

#include "formats/html/html_subset.h"

/** What a page is in the middle of. */
typedef enum hxp_html_within {
    HXP_WITHIN_TEXT,
    HXP_WITHIN_COMMENT,
    HXP_WITHIN_TAG,
    HXP_WITHIN_RAW,   /* the text of a script and the like */
    HXP_WITHIN_SUBSET /* of the DOCTYPE */
} hxp_html_within;

/** A tag has no more: libxml2 compares each of them with all. */
enum { HXP_MOST_ATTRIBUTES = 4096 };

/** A page on its way to the parser. All zero: nothing of it is read. */
typedef struct hxp_html_markup {
    hxp_html_within within;
    char quote;    /* of the value in work, or 0; '-': a comment in a subset */
    char raw[12];  /* "</script" for the element whose text is in work or
                      comes behind the tag, or empty */
    bool closed;   /* the subset ended: the end of the DOCTYPE comes */
    bool too_long; /* the subset is longer than HXP_HTML_SUBSET */
    bool emptied;  /* HXP_HTML_NOTHING stands for a tag */
    size_t attributes; /* of the tag in work, so far */
    size_t crowded;    /* the byte at which a tag has too many, plus one */
    bool no_memory;
    hxp_html_subset subset;
} hxp_html_markup;

/**
 * Write over what the parser gets next of the page; all bytes stay where they
 * are. What browsers take for comments, as "<!- so -->" or "<!so>", become
 * such, and so does what Word writes for browsers of its kind, as
 * "<![if !supportLists]>"; "</>" is nothing. An internal subset becomes blanks,
 * and is read. The bytes end at the end of a tag, as hxp_html_places_give()
 * says.
 */
void hxp_html_markup_hide(hxp_html_markup *markup, char *bytes, size_t len);

void hxp_html_markup_free(hxp_html_markup *markup);

#endif

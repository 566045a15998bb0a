/* edges.h - what segments begin with and end with, as numbers. */
#ifndef ALIGN_EDGES_H
#define ALIGN_EDGES_H

#include <hexapla/base.h>

enum { HXP_FIRSTS = 7, HXP_LASTS = 16 };

/**
 * What a segment begins with: a letter, a figure, a quotation mark, a dash and
 * so on; and which mark ends it, with quotation marks and brackets behind it or
 * without.
 */
typedef struct hxp_edges {
    unsigned char first; /* below HXP_FIRSTS */
    unsigned char last;  /* below HXP_LASTS */
} hxp_edges;

/** The signs of text, a segment; white space around it does not count. */
hxp_edges hxp_edges_of(hxp_str text);

/** What they are, in words: "quotation mark". Static; never freed. */
const char *hxp_edges_first_name(hxp_edges edges);
const char *hxp_edges_last_name(hxp_edges edges);

#endif

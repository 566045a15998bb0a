/* term_columns.h - what the columns of a table of terms hold, by their names.
 */
#ifndef FORMATS_TERM_COLUMNS_H
#define FORMATS_TERM_COLUMNS_H

#include <hexapla/base.h>
#include <hexapla/text.h>

typedef enum hxp_term_column_kind {
    HXP_COLUMN_UNKNOWN,
    HXP_COLUMN_TERM,      /* terms */
    HXP_COLUMN_CONCEPT,   /* the concept's id */
    HXP_COLUMN_TAG,       /* the language of the row */
    HXP_COLUMN_STATUS,    /* a word for it */
    HXP_COLUMN_PREFERRED, /* yes or no, as the next six */
    HXP_COLUMN_FORBIDDEN,
    HXP_COLUMN_EXACT,
    HXP_COLUMN_TRANSLATED,
    HXP_COLUMN_UNTRANSLATED,
    HXP_COLUMN_IGNORED, /* the concept */
    HXP_COLUMN_IGNORED_TERM,
    HXP_COLUMN_INFO,  /* memoQ's words: "Forbidden;CaseSense" */
    HXP_COLUMN_DETAIL /* a detail of a type */
} hxp_term_column_kind;

/** Which language a column is about. */
typedef enum hxp_term_side {
    HXP_SIDE_NONE,  /* it does not say */
    HXP_SIDE_NAMED, /* that of its tag */
    HXP_SIDE_SOURCE,
    HXP_SIDE_TARGET
} hxp_term_side;

typedef struct hxp_term_column {
    hxp_term_column_kind kind;
    hxp_term_side side;
    char tag[HXP_TAG_SIZE]; /* canonical; of HXP_SIDE_NAMED */
    const char *type;       /* of a detail; static */
    bool repeated; /* others are alike: each is about the terms before it */
} hxp_term_column;

/**
 * What a column of this name holds, the first one or another: "nl", "Dutch",
 * "Source", "Status", "Definition [en]", "nl_status", "src:pos" and the like.
 */
hxp_term_column hxp_term_column_of(hxp_str name, bool first);

#endif

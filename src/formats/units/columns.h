/* columns.h - what the columns of a table of units hold, by their names. */
#ifndef FORMATS_COLUMNS_H
#define FORMATS_COLUMNS_H

#include <hexapla/base.h>

typedef enum hxp_column_kind {
    HXP_COLUMN_LANGUAGE, /* text in the language of this name */
    HXP_COLUMN_SOURCE,   /* text in the source language */
    HXP_COLUMN_TARGET,   /* and in the target language */
    HXP_COLUMN_ID,       /* the unit's id */
    HXP_COLUMN_NOTE,
    HXP_COLUMN_PROPERTY, /* a property of the type name */
    HXP_COLUMN_UNUSED
} hxp_column_kind;

typedef struct hxp_column {
    hxp_column_kind kind;
    hxp_str name; /* of a language: its tag */
} hxp_column;

/** What a column of this name holds. */
hxp_column_kind hxp_column_kind_of(hxp_str name);

/** True for what could name a language, well or not so well. */
bool hxp_is_like_tag(hxp_str text);

/** A table has no more languages than so many. */
enum { HXP_MOST_LANGUAGES = 4096 };

/** True when tag is one of the languages. */
bool hxp_has_language(const hxp_str *languages, size_t count, hxp_str tag);

/** True for what is rather an id than text: a number, "menu.save". */
bool hxp_is_like_id(hxp_str text);

/** True when text is two or more languages with separator between them. */
bool hxp_names_languages(hxp_str text, char separator);

#endif

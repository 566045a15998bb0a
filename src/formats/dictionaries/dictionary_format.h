/* dictionary_format.h - readers of dictionaries, and how they hand on. */
#ifndef FORMATS_DICTIONARY_FORMAT_H
#define FORMATS_DICTIONARY_FORMAT_H

#include "formats/dictionaries/beginnings.h"

#include <hexapla/formats.h>

/** Where the entries of a dictionary go. */
typedef struct hxp_entries {
    hxp_unit_sink *sink;
    hxp_str file;
    hxp_str languages[2];
    const hxp_beginnings *wanted[2]; /* of each language; NULL: all is */
    const hxp_str *sources;          /* the texts that wanted[0] comes from */
    size_t source_count;
    size_t count;
} hxp_entries;

/** Hand on that source stands for target, unless either is not wanted. */
hxp_status hxp_entries_add(hxp_entries *entries, hxp_str source, hxp_str target,
                           hxp_error *error);

/** Read a line an entry: hunalign's format when mark is '@', a table without
 * its languages when it is a tab. */
hxp_status hxp_dic_read(hxp_entries *entries, hxp_input *input, char mark,
                        hxp_error *error);

/** Read dictd's format, an index and the articles, into entries. */
hxp_status hxp_dictd_read(hxp_entries *entries, hxp_input *index,
                          hxp_input *articles, hxp_error *error);

/** Hand on the translations in an article of dictd's format. */
hxp_status hxp_dictd_article(hxp_entries *entries, hxp_str article,
                             hxp_error *error);

#endif

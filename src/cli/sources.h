/* sources.h - files that are to be translated, whatever they are, as units. */
#ifndef CLI_SOURCES_H
#define CLI_SOURCES_H

#include "cli/texts.h"

/** The help of --input-format. */
#define HXP_SOURCE_FORMATS                                                     \
    "of each FILE: a unit format, such as tsv, or a document format, such as " \
    "html; else its name or content tells it"

/** Those formats, for shells to offer. */
extern const char *const hxp_source_formats[];

/** How files are read. */
typedef struct hxp_sources {
    const hxp_command *command;
    const char *from; /* the language of documents */
    const char *input_format, *encoding;
    bool quiet;
    bool named; /* the units of documents tell the file's name, as XLIFF does */
    hxp_locales *locales;
} hxp_sources;

/** Open what is needed; say so when settings are no good. */
hxp_exit hxp_sources_open(hxp_sources *sources);

/**
 * Read the file at path into sink: begin, units, end. One whose name is that
 * of a unit format gives its units, every other one is a document, whose
 * sentences are units in one language. Says what goes wrong.
 */
hxp_exit hxp_sources_read(const hxp_sources *sources, const char *path,
                          hxp_unit_sink *sink);

void hxp_sources_close(hxp_sources *sources);

#endif

/* align.h - the parts of hexapla align: what it reads, knows and writes. */
#ifndef CLI_ALIGN_H
#define CLI_ALIGN_H

#include "cli/cli.h"
#include "cli/texts.h"

#include <hexapla/align.h>

typedef struct hxp_align_settings {
    hxp_settings common;
    const char *output;
    const char *format;
    const char *encoding;
    int paragraphs;
    bool segmented;
    bool keep_unaligned;
    bool dates;
    bool verbose;
    double min_confidence;
    hxp_values dictionaries;
    hxp_values lexicons;
    const char *save_lexicon;
} hxp_align_settings;

/** Versions of one text, as they are aligned. */
typedef struct hxp_group {
    hxp_text *texts;
    hxp_side *sides;
    hxp_segmented *segmented;
    size_t count;
} hxp_group;

/**
 * Read the texts of files. Says what goes wrong. The caller ends with
 * hxp_group_free() in any case.
 */
hxp_exit hxp_group_read(hxp_group *group, hxp_locales *locales,
                        const hxp_values *files, hxp_text_options *reading);

void hxp_group_free(hxp_group *group);

/**
 * Open what is known of words: the dictionaries and lexicons of the settings,
 * and installed ones for the languages of files. For group, or for all texts
 * when it is NULL. *out is NULL when nothing is known; else the caller frees
 * it. Says what goes wrong, and on --verbose what was found.
 */
hxp_exit hxp_dictionaries_open(hxp_dictionary **out, hxp_locales *locales,
                               const hxp_align_settings *settings,
                               const hxp_values *files, const hxp_group *group);

/** Write the alignment of group in the format of the settings. */
hxp_status hxp_align_write(hxp_output *output, const hxp_group *group,
                           const hxp_alignment *alignment,
                           const hxp_align_settings *settings,
                           hxp_error *error);

#endif

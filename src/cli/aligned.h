/* aligned.h - a text and its translation, aligned on the fly, as units. */
#ifndef CLI_ALIGNED_H
#define CLI_ALIGNED_H

#include "cli/cli.h"

#include <hexapla/model.h>
#include <hexapla/text.h>

/** Two texts, and how they are read. */
typedef struct hxp_text_pair {
    const hxp_command *command;
    const char *operands[2]; /* "path" or "nl=path"; the source first */
    const char *tags[2];     /* languages; NULL: the operand tells it */
    const char *format;      /* of documents; NULL: name or content tells it */
    const char *encoding;    /* NULL: the files tell it */
    bool quiet;
} hxp_text_pair;

/**
 * Align the texts and send the units that this makes to sink, those with text
 * in one language only, too: begin, each unit, end. A unit's file is that of
 * its translation. Says what goes wrong.
 */
hxp_exit hxp_aligned_send(hxp_unit_sink *sink, const hxp_text_pair *texts,
                          hxp_locales *locales);

/** True when operand is called like a document, not like a file of units. */
bool hxp_aligned_is_text(const char *operand);

#endif

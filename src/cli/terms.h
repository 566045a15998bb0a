/* terms.h - the commands for termbases. */
#ifndef CLI_TERMS_H
#define CLI_TERMS_H

#include "cli/cli.h"

#include <hexapla/model.h>

/** The commands, ending with NULL. */
extern const hxp_command *const hxp_terms_verbs[];

extern const hxp_command hxp_command_terms_convert;
extern const hxp_command hxp_command_terms_extract;
extern const hxp_command hxp_command_terms_validate;
extern const hxp_command hxp_command_terms_lookup;
extern const hxp_command hxp_command_terms_stats;

/** What termbases are read with. */
typedef struct hxp_terms_settings {
    const char *encoding;
    const char *from;
    const char *to;
} hxp_terms_settings;

/** Its rows; type is the command's settings, reading inside. */
#define HXP_TERMS_OPTIONS(type)                                                \
    { '\0',                                                                    \
      "from",                                                                  \
      "TAG",                                                                   \
      "the source language of tables that name none",                          \
      HXP_OPTION_TEXT,                                                         \
      offsetof(type, reading.from),                                            \
      NULL },                                                                  \
        { '\0',                                                                \
          "to",                                                                \
          "TAG",                                                               \
          "and their target language",                                         \
          HXP_OPTION_TEXT,                                                     \
          offsetof(type, reading.to),                                          \
          NULL },                                                              \
    {                                                                          \
        '\0', "encoding", "NAME",                                              \
            "of tables, such as windows-1252; else the file tells it",         \
            HXP_OPTION_TEXT, offsetof(type, reading.encoding), NULL            \
    }

/** See that the languages are named by tags; says so when not. */
hxp_exit hxp_terms_settle(const hxp_command *command,
                          const hxp_terms_settings *settings);

/**
 * Read termbases together into a new one, which the caller frees with
 * hxp_termbase_free() in any case. Says what is wrong with them.
 */
hxp_exit hxp_terms_read(hxp_termbase **out, const hxp_values *files,
                        const hxp_terms_settings *settings, bool quiet);

/** Where a termbase goes, and how. */
typedef struct hxp_terms_output {
    const char *path;      /* NULL: standard output */
    const char *format;    /* of hxp_termbase_write() */
    const char *from, *to; /* languages; NULL: not said */
    bool quiet;
} hxp_terms_output;

/** Write termbase, whole or not at all; says what goes wrong. */
hxp_exit hxp_terms_write(const hxp_termbase *termbase,
                         const hxp_terms_output *to);

/**
 * Write what hxp_extractor_new() found to path as a table for people. As
 * above.
 */
hxp_exit hxp_terms_write_table(const hxp_termbase *termbase, const char *path,
                               const hxp_settings *settings);

#endif

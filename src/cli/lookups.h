/* lookups.h - the options of looking up, for the commands that do. */
#ifndef CLI_LOOKUPS_H
#define CLI_LOOKUPS_H

#include "cli/cli.h"

#include <hexapla/memory.h>

/** What the options set; begin with HXP_LOOKUP_SETTINGS_INIT. */
typedef struct hxp_lookup_settings {
    hxp_lookup_options options;
    size_t min;
    hxp_values penalties;
    int by; /* an hxp_similarity_kind */
} hxp_lookup_settings;
#define HXP_LOOKUP_SETTINGS_INIT                                               \
    {                                                                          \
        .options = HXP_LOOKUP_OPTIONS_INIT, .min = 70                          \
    }

extern const char *const hxp_similarity_names[];

/** Rows that all have; type is the command's settings, lookup inside. */
#define HXP_LOOKUP_OPTIONS(type)                                               \
    { '\0',                                                                    \
      "from",                                                                  \
      "TAG",                                                                   \
      "the language of the sources",                                           \
      HXP_OPTION_TEXT,                                                         \
      offsetof(type, lookup.options.from),                                     \
      NULL },                                                                  \
        { '\0',                                                                \
          "to",                                                                \
          "TAG",                                                               \
          "the language of the translations",                                  \
          HXP_OPTION_TEXT,                                                     \
          offsetof(type, lookup.options.to),                                   \
          NULL },                                                              \
        { '\0',                                                                \
          "by",                                                                \
          "KIND",                                                              \
          "which similarity counts: both (the larger; the default), words or " \
          "characters",                                                        \
          HXP_OPTION_CHOICE,                                                   \
          offsetof(type, lookup.by),                                           \
          hxp_similarity_names },                                              \
        { '\0',                                                                \
          "memory",                                                            \
          "NAME",                                                              \
          "in this memory only",                                               \
          HXP_OPTION_TEXT,                                                     \
          offsetof(type, lookup.options.memory),                               \
          NULL },                                                              \
    {                                                                          \
        '\0', "penalty", "NAME=POINTS",                                        \
            "what takes off how many points: language (1), unreviewed (2), "   \
            "machine (3), aligned (2)",                                        \
            HXP_OPTION_LIST, offsetof(type, lookup.penalties), NULL            \
    }

/** The row of the lowest score. */
#define HXP_LOOKUP_MIN_OPTION(type)                                            \
    {                                                                          \
        '\0', "min", "SCORE", "the lowest score; else 70", HXP_OPTION_WHOLE,   \
            offsetof(type, lookup.min), NULL                                   \
    }

/** Settle settings->options, or say what is wrong; common tells the store. */
hxp_exit hxp_lookup_settle(const hxp_command *command,
                           hxp_lookup_settings *settings,
                           const hxp_settings *common);

/**
 * Open the look-up that settings ask for; a store without texts in their
 * languages is said to be one, unless quiet, and has no matches. On HXP_EXIT_OK
 * the caller frees *out.
 */
hxp_exit hxp_lookup_open(hxp_lookup **out, hxp_memory *memory,
                         const hxp_lookup_settings *settings, bool quiet);

#endif

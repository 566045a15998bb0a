/* units.h - what commands that read and write units have in common. */
#ifndef CLI_UNITS_H
#define CLI_UNITS_H

#include "cli/cli.h"
#include "cli/formats.h"
#include "cli/say.h"

#include <hexapla/model.h>

/** The options of reading and writing units; NULL where not given. */
typedef struct hxp_unit_settings {
    const char *output;
    const char *format;
    const char *input_format;
    const char *encoding;
    const char *from; /* of files that do not tell; what is written of others */
    const char *to;
} hxp_unit_settings;

/** Rows for reading; type is the command's settings, units inside. */
#define HXP_UNIT_INPUT_OPTIONS(type)                                           \
    { '\0',                                                                    \
      "input-format",                                                          \
      "FORMAT",                                                                \
      "of the input, such as tsv; else its name or content tells it",          \
      HXP_OPTION_TEXT,                                                         \
      offsetof(type, units.input_format),                                      \
      hxp_unit_formats },                                                      \
    {                                                                          \
        '\0', "encoding", "NAME",                                              \
            "of the input, such as windows-1252; else the file tells it",      \
            HXP_OPTION_TEXT, offsetof(type, units.encoding), NULL              \
    }

/** Rows for writing. */
#define HXP_UNIT_OUTPUT_OPTIONS(type)                                          \
    { 'o',                                                                     \
      "output",                                                                \
      "FILE",                                                                  \
      "write there, not to standard output; it may be an input",               \
      HXP_OPTION_TEXT,                                                         \
      offsetof(type, units.output),                                            \
      NULL },                                                                  \
    {                                                                          \
        'f', "format", "FORMAT",                                               \
            "of the output, such as tsv; else its name tells it, or it is "    \
            "tmx",                                                             \
            HXP_OPTION_TEXT, offsetof(type, units.format), hxp_unit_formats    \
    }

/** Rows for reading and writing. */
#define HXP_UNIT_OPTIONS(type)                                                 \
    HXP_UNIT_OUTPUT_OPTIONS(type), HXP_UNIT_INPUT_OPTIONS(type)

/** Check the settings and settle the format of the output, or say why not. */
hxp_exit hxp_units_settle(const hxp_command *command,
                          hxp_unit_settings *settings);

/** Read the file at path, "-" is standard input, into sink. */
hxp_status hxp_units_read(const char *path, const hxp_unit_settings *settings,
                          bool quiet, hxp_unit_sink *sink, hxp_error *error);

/** An output of units that appears whole or not at all. */
typedef struct hxp_unit_output {
    hxp_output *output;
    hxp_sayer losses;
} hxp_unit_output;

/**
 * Open the output of settings and the writer to it, which the caller closes
 * unless it is NULL; out stays where it is until hxp_units_close(), which must
 * follow in any case.
 */
hxp_status hxp_units_open(hxp_unit_output *out, hxp_unit_sink **writer,
                          const hxp_unit_settings *settings, bool quiet,
                          hxp_error *error);

/**
 * End an output: finish it if status is HXP_OK, else leave nothing. Returns
 * status, or why it could not be finished.
 */
hxp_status hxp_units_close(hxp_unit_output *out, hxp_status status,
                           hxp_error *error);

/** A filter, and how to make it. */
typedef struct hxp_filter_maker {
    /** Fails with HXP_EINPUT when the options cannot be. */
    hxp_status (*make)(hxp_unit_sink **out, hxp_unit_sink *next,
                       const void *options, hxp_error *error);
    const void *options;
} hxp_filter_maker;

/**
 * Read the one file that is command's operand through a filter into the
 * output; says what goes wrong.
 */
hxp_exit hxp_units_filter(const hxp_command *command,
                          const hxp_settings *common,
                          hxp_unit_settings *settings,
                          const hxp_filter_maker *maker);

/** Values of an option as the library takes them. */
#define HXP_TEXTS(values) ((hxp_texts){ (values).items, (values).count })

#endif

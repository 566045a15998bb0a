/* options.h - a command's options as a table, and reading them. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct hxp_command;

/** Values of an option that may be given more than once, in order. */
typedef struct hxp_values {
    const char **items;
    size_t count;
} hxp_values;

typedef enum hxp_option_kind {
    HXP_OPTION_FLAG,   /* bool: becomes true */
    HXP_OPTION_TEXT,   /* const char *: the last one given counts */
    HXP_OPTION_CHOICE, /* int: the index of the value in choices */
    HXP_OPTION_SHARE,  /* double: a number from 0 to 1 */
    HXP_OPTION_NUMBER, /* double: a number, not below 0 */
    HXP_OPTION_WHOLE,  /* size_t: a whole number */
    HXP_OPTION_BYTES,  /* size_t: the same, with K, M or G for 1024s of it */
    HXP_OPTION_PICK,   /* size_t: a number from 1 behind "=", else SIZE_MAX */
    HXP_OPTION_LIST    /* hxp_values */
} hxp_option_kind;

/** A row of the table. It drives reading, usage, --help; ends with no name. */
typedef struct hxp_option {
    char letter; /* '\0': none */
    const char *name;
    const char *argument; /* what it is called in --help; NULL: none */
    const char *help;
    hxp_option_kind kind;
    size_t offset;              /* of the member of the settings that is set */
    const char *const *choices; /* ends with NULL; of a text or a list they are
                                 * what a shell offers, no more */
} hxp_option;

typedef enum hxp_color {
    HXP_COLOR_AUTO,
    HXP_COLOR_ALWAYS,
    HXP_COLOR_NEVER
} hxp_color;

extern const char *const hxp_color_names[];

/** What the settings of every command begin with. */
typedef struct hxp_settings {
    bool help;
    bool quiet;
    int color;            /* an hxp_color */
    const char **strings; /* room for lists, then the operands */
    hxp_values operands;
} hxp_settings;

/** The options every command has; type is its settings, common inside. */
#define HXP_COMMON_OPTIONS(type)                                               \
    { 'q',                                                                     \
      "quiet",                                                                 \
      NULL,                                                                    \
      "say only what went wrong",                                              \
      HXP_OPTION_FLAG,                                                         \
      offsetof(type, common.quiet),                                            \
      NULL },                                                                  \
        { '\0',                                                                \
          "color",                                                             \
          "WHEN",                                                              \
          "auto, always or never; auto: on a terminal",                        \
          HXP_OPTION_CHOICE,                                                   \
          offsetof(type, common.color),                                        \
          hxp_color_names },                                                   \
        { 'h',                                                                 \
          "help",                                                              \
          NULL,                                                                \
          "show this, and do nothing else",                                    \
          HXP_OPTION_FLAG,                                                     \
          offsetof(type, common.help),                                         \
          NULL },                                                              \
    {                                                                          \
        '\0', NULL, NULL, NULL, HXP_OPTION_FLAG, 0, NULL                       \
    }

/**
 * Read argv[1..] by command's table into settings, which begins with an
 * hxp_settings and holds the defaults. Options may follow operands and be
 * bundled; "--" ends them. Does what --help asks.
 *
 * Returns true to go on; else *code is how the program ends. In either case
 * the caller ends with hxp_settings_free().
 */
bool hxp_parse_options(const struct hxp_command *command, void *settings,
                       int argc, char **argv, int *code);

void hxp_settings_free(hxp_settings *settings);

#endif

/* options.c - reads a command line by a command's table. */
#include "cli/options.h"

#include "base/decimal.h"
#include "base/str.h"
#include "cli/cli.h"
#include "cli/suggest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const hxp_color_names[] = { "auto", "always", "never", NULL };

/** Where reading stands. */
typedef struct option_reading {
    const hxp_command *command;
    char *settings; /* by bytes, for offsets */
    const char **room;
    char **argv;
    int argc;
    int at;
} option_reading;

/** Read a whole number; with suffix, K, M or G may follow it. */
static bool read_whole(size_t *number, const char *text, bool suffix)
{
    static const char units[] = "KMG";
    size_t value = 0;
    const char *at = text;
    for (; *at >= '0' && *at <= '9' && value < SIZE_MAX / 100; at++)
        value = value * 10 + (size_t)(*at - '0');
    const char *unit = *at && suffix ? strchr(units, *at) : NULL;
    for (; unit && unit >= units && value < SIZE_MAX >> 10; unit--)
        value <<= 10;
    *number = value;
    return at > text && (*at == '\0' || (unit && at[1] == '\0'));
}

/** Read a number of the kind into member; false: text is none. */
static bool read_number(void *member, hxp_option_kind kind, const char *text)
{
    double *number = member;
    if (kind == HXP_OPTION_WHOLE || kind == HXP_OPTION_BYTES)
        return read_whole(member, text, kind == HXP_OPTION_BYTES);
    return hxp_decimal_read(number, hxp_str_of(text)) && *number >= 0 &&
           (kind != HXP_OPTION_SHARE || *number <= 1);
}

static const char *number_name(hxp_option_kind kind)
{
    if (kind == HXP_OPTION_WHOLE)
        return "a whole number";
    if (kind == HXP_OPTION_BYTES)
        return "a size such as 500K, 20M or 1G";
    return kind == HXP_OPTION_SHARE ? "a number from 0 to 1" : "a number";
}

static bool set_choice(const option_reading *reading, const hxp_option *option,
                       const char *value)
{
    int *choice = (void *)(reading->settings + option->offset);
    char names[200] = "";
    size_t len = 0;
    for (int i = 0; option->choices[i]; i++) {
        if (strcmp(option->choices[i], value) == 0) {
            *choice = i;
            return true;
        }
        len = strlen(names);
        if (len + strlen(option->choices[i]) + 3 < sizeof names) {
            snprintf(names + len, sizeof names - len, "%s%s", i > 0 ? ", " : "",
                     option->choices[i]);
        }
    }
    hxp_say_usage(reading->command, "--%s is one of %s, not '%s'", option->name,
                  names, value);
    return false;
}

static bool set_pick(option_reading *reading, const hxp_option *option,
                     const char *value)
{
    size_t *pick = (void *)(reading->settings + option->offset);
    *pick = SIZE_MAX;
    if (!value || (read_number(pick, HXP_OPTION_WHOLE, value) && *pick > 0))
        return true;
    hxp_say_usage(reading->command, "--%s= takes a number from 1",
                  option->name);
    return false;
}

/** Append to a list; its room is as large as the command line. */
static void append(option_reading *reading, hxp_values *values,
                   const char *value)
{
    if (!values->items) {
        values->items = reading->room;
        reading->room += reading->argc;
    }
    values->items[values->count++] = value;
}

static bool set(option_reading *reading, const hxp_option *option,
                const char *value)
{
    void *member = reading->settings + option->offset;
    switch (option->kind) {
    case HXP_OPTION_FLAG:
        *(bool *)member = true;
        return true;
    case HXP_OPTION_TEXT:
        *(const char **)member = value;
        return true;
    case HXP_OPTION_CHOICE:
        return set_choice(reading, option, value);
    case HXP_OPTION_PICK:
        return set_pick(reading, option, value);
    case HXP_OPTION_LIST:
        append(reading, member, value);
        return true;
    case HXP_OPTION_SHARE:
    case HXP_OPTION_NUMBER:
    case HXP_OPTION_WHOLE:
    case HXP_OPTION_BYTES:
        if (read_number(member, option->kind, value))
            return true;
        hxp_say_usage(reading->command, "--%s takes %s", option->name,
                      number_name(option->kind));
        return false;
    }
    return false;
}

/** The argument that follows, for an option that needs one. */
static const char *next_argument(option_reading *reading,
                                 const hxp_option *option)
{
    if (reading->at + 1 < reading->argc)
        return reading->argv[++reading->at];
    hxp_say_usage(reading->command, "--%s needs its %s", option->name,
                  option->argument);
    return NULL;
}

static void say_unknown(const hxp_command *command, hxp_str name)
{
    hxp_suggestion meant = hxp_suggestion_make(name);
    for (const hxp_option *option = command->options; option->name; option++)
        hxp_suggest(&meant, option->name);
    if (meant.name)
        hxp_say_usage(command, "unknown option '--%.*s'; did you mean '--%s'?",
                      HXP_FMT(name), meant.name);
    else
        hxp_say_usage(command, "unknown option '--%.*s'", HXP_FMT(name));
}

static bool read_long(option_reading *reading, const char *text)
{
    const char *equals = strchr(text, '=');
    size_t len = equals ? (size_t)(equals - text) : strlen(text);
    const hxp_option *option = reading->command->options;
    while (option->name && (strlen(option->name) != len ||
                            memcmp(option->name, text, len) != 0))
        option++;
    if (!option->name) {
        say_unknown(reading->command, (hxp_str){ text, len });
        return false;
    }
    if (!option->argument && equals) {
        hxp_say_usage(reading->command, "--%s takes no value", option->name);
        return false;
    }
    const char *value = equals ? equals + 1 : NULL;
    bool needed = option->argument && option->kind != HXP_OPTION_PICK;
    if (needed && !value)
        value = next_argument(reading, option);
    return (value || !needed) && set(reading, option, value);
}

/** Read letters that stand together, the last maybe with its value. */
static bool read_letters(option_reading *reading, const char *letters)
{
    for (; *letters; letters++) {
        const hxp_option *option = reading->command->options;
        while (option->name && option->letter != *letters)
            option++;
        if (!option->name) {
            hxp_say_usage(reading->command, "unknown option '-%c'", *letters);
            return false;
        }
        if (!option->argument) {
            set(reading, option, NULL);
            continue;
        }
        const char *value = letters + 1;
        if (!*value)
            value = next_argument(reading, option);
        return value && set(reading, option, value);
    }
    return true;
}

static bool read_all(option_reading *reading, hxp_values *operands)
{
    bool options = true;
    for (reading->at = 1; reading->at < reading->argc; reading->at++) {
        const char *text = reading->argv[reading->at];
        bool fine = true;
        if (!options || text[0] != '-' || text[1] == '\0')
            append(reading, operands, text);
        else if (strcmp(text, "--") == 0)
            options = false;
        else if (text[1] == '-')
            fine = read_long(reading, text + 2);
        else
            fine = read_letters(reading, text + 1);
        if (!fine)
            return false;
    }
    return true;
}

/** How many lists the settings have, the operands among them. */
static size_t count_lists(const hxp_option *option)
{
    size_t count = 1;
    for (; option->name; option++)
        count += option->kind == HXP_OPTION_LIST;
    return count;
}

bool hxp_parse_options(const hxp_command *command, void *settings, int argc,
                       char **argv, int *code)
{
    hxp_settings *common = settings;
    size_t room = count_lists(command->options) * (size_t)argc;
    common->strings = calloc(room, sizeof *common->strings);
    if (!common->strings) {
        *code = (int)hxp_say_no_memory();
        return false;
    }
    option_reading reading = {
        command, settings, common->strings, argv, argc, 1
    };
    *code = HXP_EXIT_USAGE;
    if (!read_all(&reading, &common->operands))
        return false;
    if (common->help)
        *code = (int)hxp_print_help(command);
    return !common->help;
}

void hxp_settings_free(hxp_settings *settings)
{
    free(settings->strings);
    settings->strings = NULL;
}

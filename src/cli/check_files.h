/* check_files.h - checking files, as the command line and hexapla.ini say. */
#ifndef CLI_CHECK_FILES_H
#define CLI_CHECK_FILES_H

#include "cli/cli.h"

#include <hexapla/check.h>

/** What the files are checked by; the operands are the files. */
typedef struct hxp_check_settings {
    hxp_settings common;
    hxp_values terms;
    hxp_values reports;
    const char *from;
    const char *to;
    const char *input_format;
    const char *encoding;
    int fail_level;
    hxp_values enabled;
    hxp_values disabled;
    const char *baseline;
    const char *write_baseline;
    size_t most;
    const char *config;
    bool no_config;
    const hxp_rule_level *levels; /* of the configuration */
    size_t level_count;
    hxp_values ignored; /* concepts; of the configuration, too */
    bool explain;
} hxp_check_settings;

/** True when the operands are a text and its translations. */
bool hxp_check_takes_texts(const hxp_check_settings *settings);

/** Read the termbases, check the files, and write the reports. */
hxp_exit hxp_check_files(const hxp_command *command,
                         const hxp_check_settings *settings);

#endif

/* config.h - what the file hexapla.ini of a repository says of check. */
#ifndef CLI_CONFIG_H
#define CLI_CONFIG_H

#include "base/arena.h"
#include "cli/cli.h"

#include <hexapla/check.h>

/** The settings of a file; all zero says nothing. */
typedef struct hxp_config {
    hxp_arena arena; /* owns all texts */
    hxp_values terms, files, reports, ignored;
    hxp_rule_level *levels;
    size_t level_count;
    const char *baseline;
    const char *from;
    int fail_level; /* -1: not said */
} hxp_config;

/**
 * Read the file at path; NULL: hexapla.ini of the working directory or of one
 * above it, up to the root of the repository, if there is one. Paths in it are
 * taken from where it stands. Says what is wrong. In any case the caller ends
 * with hxp_config_free().
 */
hxp_exit hxp_config_read(hxp_config *config, const char *path);

void hxp_config_free(hxp_config *config);

#endif

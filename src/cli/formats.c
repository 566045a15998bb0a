/* formats.c - which format an output gets. */
#include "cli/formats.h"

#include <hexapla/formats.h>

#include <string.h>

const char *const hxp_unit_formats[] = { "tmx",   "tsv",       "csv",
                                         "jsonl", "xliff",     "xliff2",
                                         "po",    "xcstrings", NULL };
const char *const hxp_convert_formats[] = { "tmx",   "tsv",       "csv",
                                            "jsonl", "xliff",     "xliff2",
                                            "po",    "xcstrings", "moses",
                                            NULL };
const char *const hxp_align_formats[] = {
    "tmx",      "tsv", "json",      "csv",   "jsonl",  "xliff",
    "xliff2",   "po",  "xcstrings", "beads", "ladder", "ladder-text",
    "vecalign", "ces", "table",     NULL
};

bool hxp_is_unit_format(const char *name)
{
    for (size_t i = 0; hxp_unit_format_name(i); i++)
        if (strcmp(hxp_unit_format_name(i), name) == 0)
            return true;
    return false;
}

hxp_exit hxp_check_unit_format(const hxp_command *command, const char *name)
{
    if (!name || hxp_is_unit_format(name))
        return HXP_EXIT_OK;
    return hxp_say_usage(command, "there is no unit format '%s'", name);
}

bool hxp_is_bead_format(const char *name)
{
    for (size_t i = 0; hxp_bead_format_name(i); i++)
        if (strcmp(hxp_bead_format_name(i), name) == 0)
            return true;
    return false;
}

hxp_exit hxp_output_format(const char **format, const hxp_command *command,
                           const char *path, const char *usual)
{
    if (*format)
        return hxp_check_unit_format(command, *format);
    const char *slash = path ? strrchr(path, '/') : NULL;
    const char *name = slash ? slash + 1 : path;
    *format = path ? hxp_unit_format_of(path) : NULL;
    if (!*format && (!name || !strchr(name, '.')))
        *format = usual;
    if (*format)
        return HXP_EXIT_OK;
    return hxp_say_usage(command,
                         "which format? '%s' does not tell; --format "
                         "does",
                         path ? path : "standard output");
}

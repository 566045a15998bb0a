/* cmd_fix.c - hexapla fix: a sound TMX from a broken one. */
#include "base/str.h"
#include "cli/cli.h"
#include "cli/guard.h"

#include <hexapla/formats.h>

#include <string.h>

typedef struct fix_settings {
    hxp_settings common;
    const char *output;
    const char *encoding;
    bool dry_run;
    bool strict;
} fix_settings;

static const hxp_option options[] = {
    { 'o', "output", "FILE", "write there; - is standard output",
      HXP_OPTION_TEXT, offsetof(fix_settings, output), NULL },
    { 'n', "dry-run", NULL, "only say what would be repaired", HXP_OPTION_FLAG,
      offsetof(fix_settings, dry_run), NULL },
    { '\0', "strict", NULL, "leave out what is not part of TMX 1.4",
      HXP_OPTION_FLAG, offsetof(fix_settings, strict), NULL },
    { '\0', "encoding", "NAME",
      "of the file, such as windows-1252; else the file tells it",
      HXP_OPTION_TEXT, offsetof(fix_settings, encoding), NULL },
    HXP_COMMON_OPTIONS(fix_settings)
};

/** Says each repair as it is made, and counts. */
typedef struct repairs {
    hxp_finding_sink sink;
    bool quiet;
    size_t repaired, left;
} repairs;

static hxp_status say_repair(hxp_finding_sink *sink, const hxp_finding *finding,
                             hxp_error *error)
{
    repairs *said = (repairs *)sink;
    bool repaired = strncmp(finding->rule, "fix.", 4) == 0;
    (void)error;
    if (strcmp(finding->rule, "input.broken") == 0)
        return HXP_OK; /* said as what ends the command */
    if (repaired)
        said->repaired++;
    else
        said->left++;
    if (repaired && said->quiet)
        return HXP_OK;
    hxp_say("%.*s:%zu:%zu: %s: %.*s", HXP_FMT(finding->file),
            finding->place.line, finding->place.column,
            repaired ? "repaired" : "not repaired", HXP_FMT(finding->message));
    return HXP_OK;
}

static hxp_status end(hxp_finding_sink *sink, hxp_error *error)
{
    (void)sink;
    (void)error;
    return HXP_OK;
}

static void close_repairs(hxp_finding_sink *sink)
{
    (void)sink;
}

static void say_counts(const repairs *said)
{
    const char *plural = said->repaired == 1 ? "" : "s";
    if (said->left > 0)
        hxp_say("%zu repair%s; %zu error%s left, which only a person can mend",
                said->repaired, plural, said->left, said->left == 1 ? "" : "s");
    else if (!said->quiet && said->repaired == 0)
        hxp_say("nothing to repair");
    else if (!said->quiet)
        hxp_say("%zu repair%s", said->repaired, plural);
}

static hxp_exit fix(const char *path, const fix_settings *settings)
{
    repairs said = {
        { say_repair, end, close_repairs }, settings->common.quiet, 0, 0
    };
    hxp_fix_options how = { .encoding = settings->encoding,
                            .strict = settings->strict,
                            .repairs = &said.sink };
    hxp_input *input;
    hxp_output *output;
    hxp_error error;
    if (hxp_input_open(&input, path, &error) != HXP_OK)
        return hxp_say_error(&error);
    const char *to = settings->dry_run ? "/dev/null" : settings->output;
    hxp_status status = hxp_guard_open(&output, to, &error);
    if (status == HXP_OK) {
        status = hxp_tmx_fix(input, output, &how, &error);
        status = hxp_guard_end(output, status, &error);
    }
    hxp_input_close(input);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    say_counts(&said);
    return said.left > 0 ? HXP_EXIT_FINDINGS : HXP_EXIT_OK;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    fix_settings settings = { .output = NULL };
    const hxp_values *files = &settings.common.operands;
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code)) {
        if (files->count != 1)
            code =
                (int)hxp_say_usage(command, "fix takes one FILE; - is standard "
                                            "input");
        else if (!settings.output && !settings.dry_run)
            code = (int)hxp_say_usage(command,
                                      "where to? -o FILE, or --dry-run to "
                                      "write nothing");
        else
            code = (int)fix(files->items[0], &settings);
    }
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_fix = {
    "fix", "FILE -o OUT",
    "Repairs a broken TMX and says what it repaired, never guessing at text.",
    options, run
};

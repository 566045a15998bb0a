/* cmd_terms_validate.c - hexapla terms validate: what is wrong in termbases. */
#include "base/error.h"
#include "base/str.h"
#include "cli/reports.h"
#include "cli/termbases.h"
#include "cli/terms.h"
#include "cli/texts.h"

#include <hexapla/formats.h>
#include <hexapla/terms.h>

typedef struct validate_settings {
    hxp_settings common;
    hxp_terms_settings reading;
    hxp_values reports;
    int fail_level;
} validate_settings;

static const hxp_option options[] = {
    { 'r', "report", "FORMAT[=FILE]",
      "as of check, on standard output or in FILE; may be given several times",
      HXP_OPTION_LIST, offsetof(validate_settings, reports), NULL },
    { '\0', "fail-level", "LEVEL",
      "end with status 1 at this level: none, note, warning (the default) or "
      "error",
      HXP_OPTION_CHOICE, offsetof(validate_settings, fail_level),
      hxp_fail_level_names },
    HXP_TERMS_OPTIONS(validate_settings),
    HXP_COMMON_OPTIONS(validate_settings)
};

/** What termbases are judged with. */
typedef struct validation {
    const validate_settings *settings;
    hxp_termbase *termbase;
    hxp_locales *locales;
    hxp_reports *reports;
} validation;

/** Read all files, then judge them together. */
static hxp_exit judge(const validation *of)
{
    const validate_settings *settings = of->settings;
    const hxp_values *files = &settings->common.operands;
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_exit code = HXP_EXIT_OK;
    hxp_error error;
    reading.findings = hxp_reports_sink(of->reports);
    reading.encoding = settings->reading.encoding;
    reading.from = settings->reading.from;
    reading.to = settings->reading.to;
    for (size_t i = 0; i < files->count; i++) {
        const hxp_termbase_operand operand =
            hxp_termbase_operand_of(files->items[i]);
        if (hxp_termbase_read_operand(of->termbase, &operand, &reading,
                                      &error) == HXP_OK)
            continue;
        hxp_exit fault = hxp_reports_fault(of->reports, operand.path, &error);
        code = fault > code ? fault : code;
    }
    if (hxp_termbase_lint(of->termbase, of->locales, reading.findings,
                          &error) != HXP_OK)
        code = hxp_say_error(&error);
    return code;
}

static hxp_exit report(const hxp_command *command, validation *of)
{
    const validate_settings *settings = of->settings;
    hxp_rule_set sets[] = { { NULL, 0 }, { NULL, 0 }, { NULL, 0 } };
    sets[0].items = hxp_format_rules(&sets[0].count);
    sets[1].items = hxp_termbase_rules(&sets[1].count);
    hxp_exit code = hxp_reports_open(&of->reports, command, &settings->reports,
                                     &settings->common, sets);
    if (code == HXP_EXIT_OK)
        code = hxp_reports_finish(of->reports, settings->fail_level, judge(of));
    hxp_reports_close(of->reports);
    return code;
}

static hxp_exit run_settings(const hxp_command *command,
                             const validate_settings *settings)
{
    validation of = { .settings = settings };
    hxp_error error;
    if (settings->common.operands.count == 0)
        return hxp_say_usage(command, "terms validate needs a FILE; - is "
                                      "standard input");
    hxp_exit code = hxp_terms_settle(command, &settings->reading);
    if (code == HXP_EXIT_OK)
        code = hxp_open_locales(&of.locales);
    if (code == HXP_EXIT_OK && hxp_termbase_new(&of.termbase, &error) != HXP_OK)
        code = hxp_say_error(&error);
    if (code == HXP_EXIT_OK)
        code = report(command, &of);
    hxp_termbase_free(of.termbase);
    hxp_locales_free(of.locales);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    validate_settings settings = { .fail_level = HXP_WARNING };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)run_settings(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_terms_validate = {
    "terms validate", "FILE ...",
    "Tells what is wrong in termbases: duplicates, conflicts, gaps.", options,
    run
};

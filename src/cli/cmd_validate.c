/* cmd_validate.c - hexapla validate: is it sound: TMX, TBX and the other
 * formats? */
#include "base/input.h"
#include "base/str.h"
#include "cli/cli.h"
#include "cli/formats.h"
#include "cli/reports.h"

#include <hexapla/formats.h>

#include <string.h>

typedef struct validate_settings {
    hxp_settings common;
    hxp_values reports;
    const char *encoding;
    int format;
    int fail_level;
} validate_settings;

/* The first means: by the name, then by the content. */
static const char *const formats[] = { "auto", "tbx",   "tmx", "tsv",
                                       "csv",  "jsonl", "po",  NULL };
enum { FORMAT_AUTO, FORMAT_TBX };

static const hxp_option options[] = {
    { 'r', "report", "FORMAT[=FILE]",
      "text, pretty, json or sarif, on standard output or in FILE; may be "
      "given several times",
      HXP_OPTION_LIST, offsetof(validate_settings, reports), NULL },
    { '\0', "fail-level", "LEVEL",
      "end with status 1 at this level: none, note, warning or error (the "
      "default)",
      HXP_OPTION_CHOICE, offsetof(validate_settings, fail_level),
      hxp_fail_level_names },
    { '\0', "input-format", "FORMAT",
      HXP_UNIT_FORMATS ", tbx or auto: by the name, then by the content",
      HXP_OPTION_CHOICE, offsetof(validate_settings, format), formats },
    { '\0', "encoding", "NAME",
      "of the files, such as windows-1252; else the file tells it",
      HXP_OPTION_TEXT, offsetof(validate_settings, encoding), NULL },
    HXP_COMMON_OPTIONS(validate_settings)
};

/* --- A sink that takes units and does nothing with them ------------------- */

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    (void)sink;
    (void)header;
    (void)error;
    return HXP_OK;
}

static hxp_status unit(hxp_unit_sink *sink, const hxp_unit *given,
                       hxp_error *error)
{
    (void)sink;
    (void)given;
    (void)error;
    return HXP_OK;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    (void)sink;
    (void)error;
    return HXP_OK;
}

static void close_nothing(hxp_unit_sink *sink)
{
    (void)sink;
}

/** True when head, the start of a file, has the root element of a TBX. */
static bool looks_like_tbx(hxp_str head)
{
    static const char *const roots[] = { "<tbx", "<martif" };
    for (size_t i = 0; i < sizeof roots / sizeof roots[0]; i++) {
        hxp_str root = hxp_str_of(roots[i]);
        for (size_t at = 0; at + root.len <= head.len; at++)
            if (memcmp(head.ptr + at, root.ptr, root.len) == 0)
                return true;
    }
    return false;
}

static hxp_status is_termbase(bool *termbase, hxp_input *input, int format,
                              hxp_error *error)
{
    hxp_str name = hxp_str_of(hxp_input_name(input));
    hxp_str head;
    *termbase = format == FORMAT_TBX;
    if (format != FORMAT_AUTO || hxp_unit_format_of(name.ptr))
        return HXP_OK;
    if (name.len > 4 &&
        hxp_str_is_nocase(hxp_str_part(name, name.len - 4, name.len), ".tbx")) {
        *termbase = true;
        return HXP_OK;
    }
    hxp_status status = hxp_input_peek(input, HXP_INPUT_PEEK, &head, error);
    *termbase = status == HXP_OK && looks_like_tbx(head);
    return status;
}

static hxp_status validate_termbase(hxp_input *input,
                                    const hxp_read_options *reading,
                                    hxp_error *error)
{
    hxp_termbase *termbase;
    hxp_status status = hxp_termbase_new(&termbase, error);
    if (status != HXP_OK)
        return status;
    status = hxp_termbase_read(termbase, input, reading, error);
    hxp_termbase_free(termbase);
    return status;
}

static hxp_status validate(const char *path, const validate_settings *settings,
                           hxp_finding_sink *findings, hxp_error *error)
{
    hxp_unit_sink nothing = { begin, unit, end, close_nothing };
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_input *input;
    bool termbase;
    hxp_status status = hxp_input_open(&input, path, error);
    if (status != HXP_OK)
        return status;
    reading.encoding = settings->encoding;
    reading.findings = findings;
    if (settings->format != FORMAT_AUTO)
        reading.format = formats[settings->format];
    status = is_termbase(&termbase, input, settings->format, error);
    if (status == HXP_OK && termbase)
        status = validate_termbase(input, &reading, error);
    else if (status == HXP_OK)
        status = hxp_read_units(input, &reading, &nothing, error);
    hxp_input_close(input);
    return status;
}

static hxp_exit validate_all(const hxp_command *command,
                             const validate_settings *settings)
{
    hxp_rule_set sets[] = { { NULL, 0 }, { NULL, 0 } };
    sets[0].items = hxp_format_rules(&sets[0].count);
    hxp_reports *reports;
    const hxp_values *files = &settings->common.operands;
    if (files->count == 0)
        return hxp_say_usage(command,
                             "validate needs a FILE; - is standard input");
    hxp_exit code = hxp_reports_open(&reports, command, &settings->reports,
                                     &settings->common, sets);
    if (code != HXP_EXIT_OK) {
        hxp_reports_close(reports);
        return code;
    }
    for (size_t i = 0; i < files->count; i++) {
        hxp_error error;
        if (validate(files->items[i], settings, hxp_reports_sink(reports),
                     &error) == HXP_OK)
            continue;
        hxp_exit fault = hxp_reports_fault(reports, files->items[i], &error);
        code = fault > code ? fault : code;
    }
    code = hxp_reports_finish(reports, settings->fail_level, code);
    hxp_reports_close(reports);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    validate_settings settings = { .fail_level = HXP_ERROR };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)validate_all(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_validate = {
    "validate", "FILE ...",
    "Tells every fault of translation memories and termbases, with its place.",
    options, run
};

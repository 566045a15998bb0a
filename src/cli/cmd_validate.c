/* cmd_validate.c - hexapla validate: is it sound: TMX, TBX, SRX and the other
 * formats? */
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "cli/cli.h"
#include "cli/formats.h"
#include "cli/reports.h"
#include "model/sink.h"

#include <hexapla/formats.h>
#include <hexapla/segment.h>

#include <stdlib.h>
#include <string.h>

typedef struct validate_settings {
    hxp_settings common;
    hxp_values reports;
    const char *encoding;
    int format;
    int fail_level;
    bool strict;
    size_t max_errors;
    size_t max_segment;
} validate_settings;

/* The first means: by the name, then by the content. */
static const char *const formats[] = { "auto",   "tbx", "srx",       "tmx",
                                       "tsv",    "csv", "jsonl",     "xliff",
                                       "xliff2", "po",  "xcstrings", NULL };
enum { FORMAT_AUTO, FORMAT_TBX, FORMAT_SRX, FORMAT_UNITS };

static const hxp_option options[] = {
    { 'r', "report", "FORMAT[=FILE]",
      "text, pretty, json, jsonl, sarif, junit, github, gitlab or html, on "
      "standard output or in FILE; may be given several times",
      HXP_OPTION_LIST, offsetof(validate_settings, reports), NULL },
    { '\0', "fail-level", "LEVEL",
      "end with status 1 at this level: none, note, warning or error (the "
      "default)",
      HXP_OPTION_CHOICE, offsetof(validate_settings, fail_level),
      hxp_fail_level_names },
    { '\0', "strict", NULL,
      "warnings are errors, and so is what is not part of TMX 1.4",
      HXP_OPTION_FLAG, offsetof(validate_settings, strict), NULL },
    { '\0', "max-errors", "N",
      "stop after so many errors; 0, the default: never", HXP_OPTION_WHOLE,
      offsetof(validate_settings, max_errors), NULL },
    { '\0', "max-segment", "SIZE",
      "refuse a segment that is larger; 128M is the default", HXP_OPTION_BYTES,
      offsetof(validate_settings, max_segment), NULL },
    { '\0', "input-format", "FORMAT",
      HXP_UNIT_FORMATS ", tbx, srx or auto: by the name, then by the content",
      HXP_OPTION_CHOICE, offsetof(validate_settings, format), formats },
    { '\0', "encoding", "NAME",
      "of the files, such as windows-1252; else the file tells it",
      HXP_OPTION_TEXT, offsetof(validate_settings, encoding), NULL },
    HXP_COMMON_OPTIONS(validate_settings)
};

/* --- How grave, and how many ---------------------------------------------- */

/** Hands findings on, as errors if strict, until there are enough errors. */
typedef struct judge {
    hxp_finding_sink sink;
    hxp_finding_sink *next;
    bool strict;
    size_t left; /* errors until enough; 0: no end */
    bool enough;
    const hxp_rule_set *sets; /* of rules; one of none ends them */
    bool *broken;             /* for each rule of all sets, in order */
    bool tmx;                 /* the file in work is read as TMX, */
    bool ends;                /* and not to its end */
    bool mendable;            /* what is wrong with such a file is no limit */
} judge;

static void note_rule(judge *self, const char *rule)
{
    bool *broken = self->broken;
    for (const hxp_rule_set *set = self->sets; set->items; set++)
        for (size_t i = 0; i < set->count; i++, broken++)
            if (strcmp(set->items[i].id, rule) == 0)
                *broken = true;
}

/** Say of each rule that was broken what to do. */
static void say_help(const judge *self)
{
    const bool *broken = self->broken;
    for (const hxp_rule_set *set = self->sets; set->items; set++)
        for (size_t i = 0; i < set->count; i++, broken++)
            if (*broken)
                hxp_say("%s: %s", set->items[i].id, set->items[i].help);
    if (self->mendable)
        hxp_say("'hexapla fix' mends most of what breaks TMX");
}

static hxp_status hand_on(hxp_finding_sink *sink, const hxp_finding *finding,
                          hxp_error *error)
{
    judge *self = (judge *)sink;
    hxp_finding judged = *finding;
    if (self->enough)
        return HXP_OK;
    if (self->strict && (finding->level == HXP_WARNING ||
                         strcmp(finding->rule, "tmx.attribute") == 0))
        judged.level = HXP_ERROR;
    note_rule(self, finding->rule);
    self->ends |= strcmp(finding->rule, "input.broken") == 0;
    hxp_status status = self->next->finding(self->next, &judged, error);
    if (status != HXP_OK || judged.level < HXP_ERROR || self->left == 0)
        return status;
    self->enough = --self->left == 0;
    return self->enough ? hxp_fail(error, HXP_ELIMIT, "enough errors") : HXP_OK;
}

/** True when head, the start of a file, has the tag of a root element. */
static bool has_root(hxp_str head, const char *tag)
{
    hxp_str root = hxp_str_of(tag);
    for (size_t at = 0; at + root.len <= head.len; at++)
        if (memcmp(head.ptr + at, root.ptr, root.len) == 0)
            return true;
    return false;
}

/** Find what is in the file: FORMAT_TBX, FORMAT_SRX or FORMAT_UNITS. */
static hxp_status find_kind(int *kind, hxp_input *input, hxp_error *error)
{
    static const struct {
        int kind;
        const char *extension;
        const char *roots[2];
    } kinds[] = {
        { FORMAT_TBX, ".tbx", { "<tbx", "<martif" } },
        { FORMAT_SRX, ".srx", { "<srx", ":srx" } },
    };
    hxp_str name = hxp_str_of(hxp_input_name(input));
    hxp_str head = HXP_STR("");
    *kind = FORMAT_UNITS;
    if (hxp_unit_format_of(name.ptr))
        return HXP_OK;
    hxp_status status = hxp_input_peek(input, HXP_INPUT_PEEK, &head, error);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t len = strlen(kinds[i].extension);
        if (has_root(head, kinds[i].roots[0]) ||
            has_root(head, kinds[i].roots[1]) ||
            (name.len > len &&
             hxp_str_is_nocase(hxp_str_part(name, name.len - len, name.len),
                               kinds[i].extension)))
            *kind = kinds[i].kind;
    }
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

static hxp_status validate_rules(hxp_input *input,
                                 const hxp_read_options *reading,
                                 hxp_error *error)
{
    hxp_srx *srx;
    hxp_status status = hxp_srx_read(&srx, input, reading, error);
    if (status == HXP_OK)
        status = hxp_srx_lint(srx, reading->findings, error);
    hxp_srx_free(srx);
    return status;
}

static hxp_status validate(const char *path, const validate_settings *settings,
                           judge *findings, hxp_error *error)
{
    enum { SEGMENT = 128 << 20 }; /* a unit may always have two of these */
    hxp_unit_sink nothing = { hxp_ignore_begin, hxp_ignore_unit, hxp_ignore_end,
                              hxp_ignore_close };
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_input *input;
    int kind = settings->format;
    hxp_status status = hxp_input_open(&input, path, error);
    if (status != HXP_OK)
        return status;
    reading.encoding = settings->encoding;
    reading.findings = &findings->sink;
    reading.limits.segment_bytes = settings->max_segment;
    if (settings->max_segment > SEGMENT)
        reading.limits.unit_bytes = 2 * settings->max_segment;
    if (kind == FORMAT_AUTO)
        status = find_kind(&kind, input, error);
    else
        reading.format = formats[kind];
    if (status == HXP_OK && kind == FORMAT_TBX)
        status = validate_termbase(input, &reading, error);
    else if (status == HXP_OK && kind == FORMAT_SRX)
        status = validate_rules(input, &reading, error);
    else if (status == HXP_OK)
        status = hxp_read_units(input, &reading, &nothing, error);
    hxp_input_close(input);
    return status;
}

/** True for a file that is read as TMX. */
static bool is_tmx(const char *path, int format)
{
    const char *name =
        format == FORMAT_AUTO ? hxp_unit_format_of(path) : formats[format];
    return name && strcmp(name, "tmx") == 0;
}

/** Validate all files into reports that are open. */
static hxp_exit validate_files(const validate_settings *settings,
                               hxp_reports *reports, judge *findings)
{
    const hxp_values *files = &settings->common.operands;
    hxp_exit code = HXP_EXIT_OK;
    for (size_t i = 0; i < files->count && !findings->enough; i++) {
        hxp_error error;
        findings->tmx = is_tmx(files->items[i], settings->format);
        findings->ends = false;
        if (validate(files->items[i], settings, findings, &error) == HXP_OK ||
            findings->enough)
            continue;
        findings->mendable |=
            findings->tmx && findings->ends && error.status == HXP_EINPUT;
        hxp_exit fault = hxp_reports_fault(reports, files->items[i], &error);
        code = fault > code ? fault : code;
    }
    if (findings->enough)
        hxp_say("stopped after %zu error%s, as --max-errors asks",
                settings->max_errors, settings->max_errors == 1 ? "" : "s");
    code = hxp_reports_finish(reports, settings->fail_level, code);
    if (!settings->common.quiet && code != HXP_EXIT_SYSTEM)
        say_help(findings);
    return code;
}

static hxp_exit validate_all(const hxp_command *command,
                             const validate_settings *settings)
{
    hxp_rule_set sets[] = { { NULL, 0 }, { NULL, 0 }, { NULL, 0 } };
    sets[0].items = hxp_format_rules(&sets[0].count);
    sets[1].items = hxp_srx_rules(&sets[1].count);
    hxp_reports *reports;
    judge findings = { .sink = { hand_on, hxp_ignore_findings_end,
                                 hxp_ignore_findings_close },
                       .strict = settings->strict,
                       .left = settings->max_errors,
                       .sets = sets };
    hxp_error error;
    if (settings->common.operands.count == 0)
        return hxp_say_usage(command,
                             "validate needs a FILE; - is standard input");
    findings.broken =
        calloc(sets[0].count + sets[1].count, sizeof *findings.broken);
    if (!findings.broken) {
        hxp_no_memory(&error);
        return hxp_say_error(&error);
    }
    hxp_exit code = hxp_reports_open(&reports, command, &settings->reports,
                                     &settings->common, sets);
    if (code == HXP_EXIT_OK) {
        findings.next = hxp_reports_sink(reports);
        code = validate_files(settings, reports, &findings);
    }
    hxp_reports_close(reports);
    free(findings.broken);
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
    "Tells every fault of translation memories, termbases and segmentation "
    "rules, with its place.",
    options, run
};

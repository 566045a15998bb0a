/* sarif.c - findings as SARIF 2.1.0, for code hosts and editors. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "report/clean.h"
#include "report/fingerprint.h"
#include "report/format.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct sarif_report {
    hxp_finding_sink sink;
    hxp_json json;
    const hxp_rule **rules;
    size_t rule_count;
    bool begun;
    hxp_fingerprints prints;
} sarif_report;

static void put_message(hxp_json *json, const char *key, hxp_str text)
{
    hxp_json_key(json, key);
    hxp_json_open(json, '{');
    hxp_json_key(json, "text");
    hxp_json_text(json, text);
    hxp_json_close(json, '}');
}

static void put_rule(hxp_json *json, const hxp_rule *rule)
{
    hxp_json_open(json, '{');
    hxp_json_member(json, "id", hxp_str_of(rule->id));
    put_message(json, "shortDescription", hxp_str_of(rule->summary));
    put_message(json, "fullDescription", hxp_str_of(rule->help));
    put_message(json, "help", hxp_str_of(rule->help));
    hxp_json_key(json, "defaultConfiguration");
    hxp_json_open(json, '{');
    hxp_json_member(json, "level", hxp_str_of(hxp_level_name(rule->level)));
    hxp_json_close(json, '}');
    hxp_json_close(json, '}');
}

/** All that stands before the first result. */
static void begin(sarif_report *report)
{
    hxp_json *json = &report->json;
    if (report->begun)
        return;
    report->begun = true;
    hxp_json_open(json, '{');
    hxp_json_member(json, "$schema",
                    HXP_STR("https://json.schemastore.org/sarif-2.1.0.json"));
    hxp_json_member(json, "version", HXP_STR("2.1.0"));
    hxp_json_key(json, "runs");
    hxp_json_open(json, '[');
    hxp_json_open(json, '{');
    hxp_json_key(json, "tool");
    hxp_json_open(json, '{');
    hxp_json_key(json, "driver");
    hxp_json_open(json, '{');
    hxp_json_member(json, "name", HXP_STR("hexapla"));
    hxp_json_member(json, "semanticVersion", hxp_str_of(hxp_version()));
    hxp_json_key(json, "rules");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < report->rule_count; i++)
        put_rule(json, report->rules[i]);
    hxp_json_close(json, ']');
    hxp_json_close(json, '}');
    hxp_json_close(json, '}');
    hxp_json_member(json, "columnKind", HXP_STR("utf16CodeUnits"));
    hxp_json_key(json, "results");
    hxp_json_open(json, '[');
}

/** Append path as a URI reference; false: out of memory. */
static bool add_uri(hxp_buffer *uri, hxp_str path)
{
    static const char hex[] = "0123456789ABCDEF";
    bool fits = true;
    if (path.len > 0 && path.ptr[0] == '/')
        fits = hxp_buffer_add(uri, HXP_STR("file://"));
    for (size_t i = 0; fits && i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];
        bool plain = c < 0x80 && (isalnum(c) || strchr("/-._~", c));
        char escaped[] = { '%', hex[c >> 4], hex[c & 15] };
        fits = hxp_buffer_add(uri, plain ? hxp_str_part(path, i, i + 1)
                                         : (hxp_str){ escaped, 3 });
    }
    return fits;
}

static void put_region(hxp_json *json, const hxp_finding *finding)
{
    hxp_place place = hxp_shown_place(finding);
    hxp_json_key(json, "region");
    hxp_json_open(json, '{');
    hxp_json_member_size(json, "startLine", place.line);
    hxp_json_member_size(json, "startColumn", place.column16);
    if (finding->end.line > 0) {
        hxp_json_member_size(json, "endLine", finding->end.line);
        hxp_json_member_size(json, "endColumn", finding->end.column16);
    }
    hxp_json_close(json, '}');
}

/** The unit by its id, or else its number, and what the document calls it. */
static void put_unit(hxp_json *json, const hxp_finding *finding)
{
    char number[32];
    hxp_str name = finding->tuid;
    if (name.len == 0 && finding->unit > 0) {
        snprintf(number, sizeof number, "%zu", finding->unit);
        name = hxp_str_of(number);
    }
    if (name.len == 0 && finding->spot.len == 0)
        return;
    hxp_json_key(json, "logicalLocations");
    hxp_json_open(json, '[');
    hxp_json_open(json, '{');
    if (name.len > 0) {
        hxp_json_key(json, "name");
        hxp_json_text(json, name);
    }
    if (finding->spot.len > 0) {
        hxp_json_key(json, "fullyQualifiedName");
        hxp_json_text(json, finding->spot);
    }
    hxp_json_member(json, "kind", HXP_STR("unit"));
    hxp_json_close(json, '}');
    hxp_json_close(json, ']');
}

static void put_language(hxp_json *json, const hxp_finding *finding)
{
    if (finding->language.len == 0)
        return;
    hxp_json_key(json, "properties");
    hxp_json_open(json, '{');
    hxp_json_key(json, "language");
    hxp_json_text(json, finding->language);
    hxp_json_close(json, '}');
}

static bool put_location(hxp_json *json, const hxp_finding *finding)
{
    hxp_buffer uri = { NULL, 0, 0 };
    if (!add_uri(&uri, finding->file)) {
        hxp_buffer_free(&uri);
        return false;
    }
    hxp_json_key(json, "locations");
    hxp_json_open(json, '[');
    hxp_json_open(json, '{');
    hxp_json_key(json, "physicalLocation");
    hxp_json_open(json, '{');
    hxp_json_key(json, "artifactLocation");
    hxp_json_open(json, '{');
    hxp_json_member(json, "uri", hxp_buffer_str(&uri));
    hxp_json_close(json, '}');
    put_region(json, finding);
    hxp_json_close(json, '}');
    put_unit(json, finding);
    hxp_json_close(json, '}');
    hxp_json_close(json, ']');
    hxp_buffer_free(&uri);
    return true;
}

static bool put_fingerprint(sarif_report *report, const hxp_finding *finding)
{
    hxp_json *json = &report->json;
    char text[HXP_FINGERPRINT_SIZE];
    if (!hxp_fingerprint(text, &report->prints, finding))
        return false;
    hxp_json_key(json, "partialFingerprints");
    hxp_json_open(json, '{');
    hxp_json_member(json, "hexaplaFinding/v1", hxp_str_of(text));
    hxp_json_close(json, '}');
    return true;
}

/** The finding's message as a sentence, as SARIF's guidelines ask. */
static bool put_sentence(hxp_json *json, hxp_str message)
{
    hxp_buffer sentence = { NULL, 0, 0 };
    bool fits = hxp_buffer_add(&sentence, message) &&
                hxp_buffer_add(&sentence, HXP_STR("."));
    put_message(json, "message", hxp_buffer_str(&sentence));
    hxp_buffer_free(&sentence);
    return fits;
}

static hxp_status write_finding(hxp_finding_sink *sink,
                                const hxp_finding *finding, hxp_error *error)
{
    sarif_report *report = (sarif_report *)sink;
    hxp_json *json = &report->json;
    begin(report);
    hxp_json_open(json, '{');
    hxp_json_member(json, "ruleId", hxp_str_of(finding->rule));
    for (size_t i = 0; i < report->rule_count; i++)
        if (strcmp(report->rules[i]->id, finding->rule) == 0)
            hxp_json_member_size(json, "ruleIndex", i);
    hxp_json_member(json, "level", hxp_str_of(hxp_level_name(finding->level)));
    bool fits = put_sentence(json, finding->message) &&
                put_location(json, finding) && put_fingerprint(report, finding);
    put_language(json, finding);
    hxp_json_close(json, '}');
    return fits ? HXP_OK : hxp_no_memory(error);
}

static hxp_status end(hxp_finding_sink *sink, hxp_error *error)
{
    sarif_report *report = (sarif_report *)sink;
    (void)error;
    begin(report);
    hxp_json_close(&report->json, ']');
    hxp_json_close(&report->json, '}');
    hxp_json_close(&report->json, ']');
    hxp_json_close(&report->json, '}');
    hxp_output_write(report->json.output, HXP_STR("\n"));
    return HXP_OK;
}

static void close_report(hxp_finding_sink *sink)
{
    sarif_report *report = (sarif_report *)sink;
    free(report->rules);
    hxp_fingerprints_free(&report->prints);
    free(report);
}

hxp_status hxp_report_sarif_new(hxp_finding_sink **out, hxp_output *output,
                                const hxp_report_options *options,
                                hxp_error *error)
{
    sarif_report *report = calloc(1, sizeof *report);
    size_t count = options->rule_count;
    if (report)
        report->rules = calloc(count + 1, sizeof *report->rules);
    if (!report || !report->rules) {
        free(report);
        return hxp_no_memory(error);
    }
    for (size_t i = 0; i < count; i++)
        report->rules[i] = options->rules[i];
    report->rule_count = count;
    report->sink = (hxp_finding_sink){ write_finding, end, close_report };
    report->json.output = output;
    report->json.indent = true;
    *out = &report->sink;
    return HXP_OK;
}

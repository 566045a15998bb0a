/* baseline.c - reads, compares and writes the fingerprints of findings. */
#include "cli/baseline.h"

#include "base/array.h"
#include "base/error.h"
#include "base/input.h"
#include "base/names.h"
#include "base/str.h"
#include "cli/guard.h"
#include "report/clean.h"
#include "report/fingerprint.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char head[] = "hexapla-baseline 1";

/* Bytes of a baseline; stale entries that are told one by one. */
enum { LIMIT = 256 << 20, TOLD = 10 };

/** A line of the file. */
typedef struct entry {
    hxp_str rule, language, file;
    size_t line;
    bool met;
} entry;

struct hxp_baseline {
    const char *from, *to;
    hxp_buffer bytes;  /* of the file that was read */
    size_t folder;     /* bytes of their path before the file's name */
    hxp_names checked; /* files, as entries name them */
    hxp_names prints;
    entry *entries; /* by number of the print */
    size_t room;
    hxp_fingerprints met;
    size_t known, written;
    hxp_output *output; /* NULL: none, or finished */
};

/** The path of file from the folder of the baseline, if it is in there. */
static hxp_str own_path(const hxp_baseline *baseline, hxp_str file)
{
    const char *path = baseline->from ? baseline->from : baseline->to;
    hxp_str folder = { path, baseline->folder };
    return hxp_str_starts(file, folder)
               ? hxp_str_part(file, folder.len, file.len)
               : file;
}

/** True when the file that an entry names is not there any more. */
static bool is_gone(const hxp_baseline *baseline, hxp_str file)
{
    char path[4096];
    bool whole = hxp_str_starts(file, HXP_STR("/"));
    int len = snprintf(path, sizeof path, "%.*s%.*s",
                       whole ? 0 : (int)baseline->folder, baseline->from,
                       HXP_FMT(file));
    return len > 0 && (size_t)len < sizeof path && access(path, F_OK) != 0;
}

static hxp_status add_line(hxp_baseline *baseline, hxp_str line, size_t number,
                           hxp_error *error)
{
    hxp_str print;
    uint32_t at;
    entry made = { .line = number };
    if (!hxp_str_cut(&line, '\t', &print) || print.len < 18 ||
        print.ptr[16] != ':' || !hxp_str_cut(&line, '\t', &made.rule) ||
        !hxp_str_cut(&line, '\t', &made.language) ||
        !hxp_str_cut(&line, '\t', &made.file))
        return hxp_fail_at(error, HXP_EINPUT, baseline->from,
                           (hxp_place){ number, 1, 1 },
                           "not a line of a baseline");
    if (!hxp_names_add(&baseline->prints, print, &at) ||
        !hxp_array_reserve(&baseline->entries, &baseline->room, at + 1,
                           sizeof *baseline->entries))
        return hxp_no_memory(error);
    baseline->entries[at] = made;
    return HXP_OK;
}

static hxp_status read_lines(hxp_baseline *baseline, hxp_error *error)
{
    hxp_str rest = hxp_buffer_str(&baseline->bytes), line;
    size_t number = 2;
    if (!hxp_line_cut(&rest, &line) || !hxp_str_is(line, head))
        return hxp_fail_at(error, HXP_EINPUT, baseline->from,
                           (hxp_place){ 1, 1, 1 },
                           "not a baseline: want \"%s\"", head);
    hxp_status status = HXP_OK;
    for (; status == HXP_OK && hxp_line_cut(&rest, &line); number++)
        if (line.len > 0)
            status = add_line(baseline, line, number, error);
    return status;
}

static hxp_status read_file(hxp_baseline *baseline, hxp_error *error)
{
    hxp_input *input;
    hxp_status status = hxp_input_open(&input, baseline->from, error);
    if (status == HXP_OK)
        status = hxp_input_read_all(input, &baseline->bytes, LIMIT, error);
    hxp_input_close(input);
    return status == HXP_OK ? read_lines(baseline, error) : status;
}

hxp_status hxp_baseline_open(hxp_baseline **out, const char *from,
                             const char *to, hxp_error *error)
{
    hxp_status status = HXP_OK;
    hxp_baseline *baseline = *out = calloc(1, sizeof *baseline);
    if (!baseline)
        return hxp_no_memory(error);
    baseline->from = from;
    baseline->to = to;
    const char *slash = strrchr(from ? from : to, '/');
    baseline->folder = slash ? (size_t)(slash + 1 - (from ? from : to)) : 0;
    if (from)
        status = read_file(baseline, error);
    if (status == HXP_OK && to)
        status = hxp_guard_open(&baseline->output, to, error);
    if (status == HXP_OK && to)
        hxp_output_printf(baseline->output, "%s\n", head);
    return status;
}

/** Write text of a finding: one line, without tabs. */
static void put(hxp_output *output, hxp_str text)
{
    hxp_output_write(output, HXP_STR("\t"));
    hxp_write_visible(output, text);
}

hxp_status hxp_baseline_take(bool *known, hxp_baseline *baseline,
                             const hxp_finding *finding, hxp_error *error)
{
    char print[HXP_FINGERPRINT_SIZE];
    uint32_t at;
    if (!hxp_fingerprint(print, &baseline->met, finding))
        return hxp_no_memory(error);
    *known = hxp_names_find(&baseline->prints, hxp_str_of(print), &at);
    if (*known) {
        baseline->entries[at].met = true;
        baseline->known++;
    }
    if (!baseline->output)
        return HXP_OK;
    *known = true;
    baseline->written++;
    hxp_output_write(baseline->output, hxp_str_of(print));
    put(baseline->output, hxp_str_of(finding->rule));
    put(baseline->output, finding->language);
    put(baseline->output, own_path(baseline, finding->file));
    put(baseline->output, finding->message);
    hxp_output_write(baseline->output, HXP_STR("\n"));
    return HXP_OK;
}

bool hxp_baseline_checked(hxp_baseline *baseline, const char *file)
{
    uint32_t number;
    return hxp_names_add(&baseline->checked,
                         own_path(baseline, hxp_str_of(file)), &number);
}

/** True when an entry should have been met, for its file was checked. */
static bool is_stale(const hxp_baseline *baseline, const entry *one)
{
    uint32_t number;
    return !one->met &&
           (hxp_names_find(&baseline->checked, one->file, &number) ||
            is_gone(baseline, one->file));
}

hxp_status hxp_baseline_finish(hxp_baseline *baseline, hxp_error *error)
{
    hxp_output *output = baseline->output;
    baseline->output = NULL;
    return output ? hxp_guard_finish(output, error) : HXP_OK;
}

void hxp_baseline_say(const hxp_baseline *baseline)
{
    size_t stale = 0;
    if (baseline->to)
        hxp_say("%s: note: %zu finding%s written", baseline->to,
                baseline->written, baseline->written == 1 ? "" : "s");
    for (size_t i = 0; i < baseline->prints.count; i++) {
        const entry *one = &baseline->entries[i];
        if (is_stale(baseline, one) && stale++ < TOLD)
            hxp_say("%s:%zu: note: stale: no %.*s in %.*s any more",
                    baseline->from, one->line, HXP_FMT(one->rule),
                    HXP_FMT(one->file));
    }
    if (stale > TOLD)
        hxp_say("%s: note: %zu stale entries in all", baseline->from, stale);
    if (baseline->known > 0)
        hxp_say("%s: note: %zu known finding%s left out", baseline->from,
                baseline->known, baseline->known == 1 ? "" : "s");
}

void hxp_baseline_close(hxp_baseline *baseline)
{
    if (!baseline)
        return;
    hxp_guard_close(baseline->output);
    hxp_buffer_free(&baseline->bytes);
    hxp_names_free(&baseline->checked);
    hxp_names_free(&baseline->prints);
    hxp_fingerprints_free(&baseline->met);
    free(baseline->entries);
    free(baseline);
}

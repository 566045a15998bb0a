/* align_write.c - writes alignments and lexicons as the settings say. */
#include "base/error.h"
#include "base/str.h"
#include "cli/beads.h"
#include "cli/fixed.h"
#include "cli/formats.h"
#include "cli/guard.h"
#include "cli/say.h"
#include "cli/screen.h"

#include <hexapla/formats.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DATE_SIZE = 17 }; /* YYYYMMDDThhmmssZ */

/** The date for TMX, if one is wanted: NULL if none. */
static const char *find_date(char date[DATE_SIZE], bool wanted)
{
    struct tm parts;
    time_t now = time(NULL);
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): only read */
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (epoch && *epoch)
        now = (time_t)strtoll(epoch, NULL, 10);
    else if (!wanted)
        return NULL;
    if (!gmtime_r(&now, &parts) ||
        strftime(date, DATE_SIZE, "%Y%m%dT%H%M%SZ", &parts) != DATE_SIZE - 1)
        return NULL;
    return date;
}

/** The beads that have translations, but not enough confidence. */
static size_t count_unsure(const hxp_alignment *alignment, double least)
{
    size_t unsure = 0;
    for (size_t i = 0; i < alignment->count; i++) {
        size_t sides = 0;
        for (size_t k = 0; k < alignment->languages; k++)
            sides += alignment->beads[i].sides[k].count > 0;
        unsure += sides > 1 && alignment->beads[i].confidence < least;
    }
    return unsure;
}

/** True when all that a bead holds is boundaries. */
static bool is_boundary(const hxp_group *group, const hxp_bead *bead)
{
    for (size_t k = 0; k < group->count; k++) {
        hxp_range side = bead->sides[k];
        for (size_t i = side.first; i < side.first + side.count; i++)
            if (!hxp_is_boundary(hxp_text_segment(&group->texts[k], i)))
                return false;
    }
    return true;
}

/** Send what has been chosen of the beads of group. */
static hxp_status send_units(hxp_unit_target *target, const hxp_group *group,
                             const hxp_alignment *alignment,
                             const hxp_align_settings *settings,
                             hxp_error *error)
{
    char date[DATE_SIZE];
    size_t unaligned = 0;
    hxp_bead_units_options making = {
        .keep_unaligned = settings->keep_unaligned,
        .min_confidence = settings->min_confidence,
        .date = find_date(date, settings->dates),
        .left_out = &unaligned,
    };
    hxp_status status = hxp_bead_units(target->sink, alignment,
                                       group->segmented, &making, error);
    target->left_out.unaligned += unaligned;
    target->left_out.unsure +=
        count_unsure(alignment, settings->min_confidence);
    return status;
}

hxp_status hxp_align_write_units(hxp_unit_target *target,
                                 const hxp_group *group,
                                 const hxp_alignment *alignment,
                                 const hxp_align_settings *settings,
                                 hxp_error *error)
{
    if (!settings->segmented)
        return send_units(target, group, alignment, settings, error);
    hxp_bead *beads = calloc(alignment->count + 1, sizeof *beads);
    hxp_alignment texts = { beads, 0, alignment->languages };
    if (!beads)
        return hxp_no_memory(error);
    for (size_t i = 0; i < alignment->count; i++)
        if (!is_boundary(group, &alignment->beads[i]))
            beads[texts.count++] = alignment->beads[i];
    hxp_status status = send_units(target, group, &texts, settings, error);
    free(beads);
    return status;
}

void hxp_say_left_out(const hxp_left_out *left_out)
{
    if (left_out->unaligned > 0)
        hxp_say("note: %zu bead%s without a translation left out; "
                "--keep-unaligned writes them",
                left_out->unaligned, left_out->unaligned == 1 ? "" : "s");
    if (left_out->unsure > 0)
        hxp_say("note: %zu bead%s below the confidence left out",
                left_out->unsure, left_out->unsure == 1 ? "" : "s");
}

/** Write the beads as units of a format. */
static hxp_status write_units(hxp_output *output, const hxp_group *group,
                              const hxp_alignment *alignment,
                              const hxp_align_settings *settings,
                              hxp_error *error)
{
    hxp_unit_target target = { NULL, { 0, 0 } };
    hxp_sayer losses = hxp_sayer_of_texts(settings->common.quiet);
    hxp_write_options writing = HXP_WRITE_OPTIONS_INIT;
    writing.format = settings->format;
    writing.losses = &losses.sink;
    hxp_status status =
        hxp_unit_writer_new(&target.sink, output, &writing, error);
    if (status != HXP_OK)
        return status;
    status = hxp_align_write_units(&target, group, alignment, settings, error);
    target.sink->close(target.sink);
    if (status != HXP_OK)
        return status;
    if (settings->left_out) {
        settings->left_out->unaligned += target.left_out.unaligned;
        settings->left_out->unsure += target.left_out.unsure;
    } else if (!settings->common.quiet) {
        hxp_say_left_out(&target.left_out);
    }
    return HXP_OK;
}

static hxp_status write_alignment(hxp_output *output, const hxp_group *group,
                                  const hxp_alignment *alignment,
                                  const hxp_align_settings *settings,
                                  hxp_error *error)
{
    hxp_screen screen =
        hxp_screen_of(output, settings->output, &settings->common);
    if (strcmp(settings->format, "table") == 0)
        return hxp_write_beads_table(&screen, alignment, group->segmented,
                                     settings->explain, error);
    if (hxp_is_bead_format(settings->format))
        return hxp_beads_write(output, alignment, group->segmented,
                               settings->format, error);
    return write_units(output, group, alignment, settings, error);
}

/** Write alignment to an output; *output stays open when that succeeds. */
static hxp_status write_open(hxp_output **output, const hxp_group *group,
                             const hxp_alignment *alignment,
                             const hxp_align_settings *settings,
                             hxp_error *error)
{
    hxp_status status = hxp_guard_open(output, settings->output, error);
    if (status != HXP_OK)
        return status;
    status = write_alignment(*output, group, alignment, settings, error);
    if (status == HXP_OK)
        return HXP_OK;
    hxp_guard_close(*output);
    *output = NULL;
    return status;
}

static hxp_status save_parts(const hxp_group *group, const hxp_parts *parts,
                             const hxp_align_settings *settings,
                             hxp_error *error)
{
    hxp_align_settings sure = *settings, rest = *settings;
    hxp_output *outputs[2] = { NULL, NULL };
    rest.output = settings->review;
    rest.format = settings->review_format;
    hxp_align_whole(&sure);
    hxp_align_whole(&rest);
    hxp_status status =
        write_open(&outputs[0], group, &parts->sure, &sure, error);
    if (status == HXP_OK)
        status = write_open(&outputs[1], group, &parts->rest, &rest, error);
    if (status == HXP_OK) {
        status = hxp_guard_finish(outputs[1], error);
        outputs[1] = NULL;
    }
    if (status == HXP_OK) {
        status = hxp_guard_finish(outputs[0], error);
        outputs[0] = NULL;
    }
    hxp_guard_close(outputs[0]);
    if (status == HXP_OK)
        hxp_say_review(settings, parts->rest.count);
    return status;
}

hxp_status hxp_align_save(const hxp_group *group,
                          const hxp_alignment *alignment,
                          const hxp_align_settings *settings, hxp_error *error)
{
    hxp_output *output;
    hxp_parts parts;
    hxp_status status;
    if (!settings->review) {
        status = write_open(&output, group, alignment, settings, error);
        return status == HXP_OK ? hxp_guard_finish(output, error) : status;
    }
    status = hxp_align_part(&parts, group, alignment, settings, error);
    if (status == HXP_OK)
        status = save_parts(group, &parts, settings, error);
    hxp_parts_free(&parts);
    return status;
}

hxp_exit hxp_align_save_lexicon(const hxp_dictionary *dictionary,
                                const char *path)
{
    hxp_output *output;
    hxp_error error;
    hxp_status status = hxp_guard_open(&output, path, &error);
    if (status == HXP_OK) {
        status = hxp_dictionary_save(dictionary, output, &error);
        status = hxp_guard_end(output, status, &error);
    }
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

hxp_exit hxp_align_settle_format(const hxp_command *command,
                                 hxp_align_settings *settings, size_t count)
{
    const char *path = settings->output;
    if (settings->explain > 0 && !settings->format)
        settings->format = "table";
    if (settings->explain > 0 && strcmp(settings->format, "table") != 0)
        return hxp_say_usage(command, "--explain writes a table, not '%s'",
                             settings->format);
    if (!settings->format && path)
        settings->format = hxp_str_ends(hxp_str_of(path), HXP_STR(".table"))
                               ? "table"
                               : hxp_bead_format_of(path);
    if (settings->format && strcmp(settings->format, "table") == 0)
        return HXP_EXIT_OK;
    if (!settings->format || !hxp_is_bead_format(settings->format))
        return hxp_output_format(&settings->format, command, path, "tmx");
    if (hxp_bead_format_pairs(settings->format) && count != 2)
        return hxp_say_usage(command, "the format '%s' takes two files",
                             settings->format);
    return HXP_EXIT_OK;
}

hxp_exit hxp_align_check_outputs(const hxp_command *command,
                                 const hxp_align_settings *settings,
                                 const hxp_values *files)
{
    const char *other = settings->batch ? settings->batch : settings->fixed;
    const hxp_values others = { &other, other ? 1 : 0 };
    const struct {
        const char *option, *path;
    } outputs[] = { { "output", settings->output },
                    { "review", settings->review },
                    { "save-lexicon", settings->save_lexicon } };
    hxp_exit code = HXP_EXIT_OK;
    if (settings->save_lexicon && strcmp(settings->save_lexicon, "-") == 0)
        return hxp_say_usage(command, "--save-lexicon needs a file");
    for (size_t i = 0;
         code == HXP_EXIT_OK && i < sizeof outputs / sizeof *outputs; i++) {
        for (size_t j = 0; j < i; j++)
            if (outputs[i].path && outputs[j].path &&
                strcmp(outputs[i].path, outputs[j].path) == 0)
                return hxp_say_usage(command, "--%s and --%s name one file",
                                     outputs[i].option, outputs[j].option);
        code = hxp_check_output(command, outputs[i].option, outputs[i].path,
                                files);
        if (code == HXP_EXIT_OK)
            code = hxp_check_output(command, outputs[i].option, outputs[i].path,
                                    &others);
    }
    return code;
}

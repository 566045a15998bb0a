/* align_review.c - parts the beads that need no review from the rest. */
#include "base/error.h"
#include "base/str.h"
#include "cli/align.h"

#include <hexapla/formats.h>

#include <stdlib.h>
#include <string.h>

/** True when a segment of side has text. */
static bool has_text(const hxp_text *text, hxp_range side)
{
    for (size_t i = side.first; i < side.first + side.count; i++)
        if (hxp_str_trim(hxp_text_segment(text, i)).len > 0)
            return true;
    return false;
}

static bool needs_review(const hxp_group *group, const hxp_bead *bead,
                         const hxp_align_settings *settings)
{
    size_t sides = 0;
    for (size_t k = 0; k < group->count; k++)
        sides += has_text(&group->texts[k], bead->sides[k]);
    return (sides == 1 && !settings->keep_unaligned) ||
           bead->confidence < settings->min_confidence;
}

hxp_status hxp_align_part(hxp_parts *parts, const hxp_group *group,
                          const hxp_alignment *alignment,
                          const hxp_align_settings *settings, hxp_error *error)
{
    hxp_bead *beads = calloc(alignment->count + 1, sizeof *beads);
    size_t sure = 0, rest = alignment->count;
    *parts = (hxp_parts){ .beads = beads };
    if (!beads)
        return hxp_no_memory(error);
    for (size_t i = 0; i < alignment->count; i++)
        if (!needs_review(group, &alignment->beads[i], settings))
            beads[sure++] = alignment->beads[i];
    for (size_t i = alignment->count; i-- > 0;)
        if (needs_review(group, &alignment->beads[i], settings))
            beads[--rest] = alignment->beads[i];
    parts->sure = (hxp_alignment){ beads, sure, alignment->languages };
    parts->rest = (hxp_alignment){ beads + rest, alignment->count - rest,
                                   alignment->languages };
    return HXP_OK;
}

void hxp_parts_free(hxp_parts *parts)
{
    free(parts->beads);
}

void hxp_align_whole(hxp_align_settings *settings)
{
    settings->review = NULL;
    settings->keep_unaligned = true;
    settings->min_confidence = 0;
}

/** A ladder has no gaps. */
static bool is_ladder(const char *format)
{
    return strcmp(format, "ladder") == 0;
}

/** True when the ending of path is that of no format: --format tells none. */
static bool is_unknown(const char *path)
{
    const char *slash = strrchr(path, '/');
    return strchr(slash ? slash : path, '.') && !hxp_unit_format_of(path) &&
           !hxp_bead_format_of(path) &&
           !hxp_str_ends(hxp_str_of(path), HXP_STR(".table"));
}

hxp_exit hxp_align_settle_review(const hxp_command *command,
                                 hxp_align_settings *settings, size_t count)
{
    hxp_align_settings own = { .output = settings->review };
    const char *output = settings->output ? settings->output : "-";
    if (!settings->review)
        return HXP_EXIT_OK;
    if (strcmp(output, settings->review) == 0)
        return hxp_say_usage(command, "--review and --output name one file");
    if (is_unknown(settings->review))
        return hxp_say_usage(command,
                             "--review: which format? The name '%s' does not "
                             "tell, as .tsv or .tmx would",
                             settings->review);
    hxp_exit code = hxp_align_settle_format(command, &own, count);
    if (code == HXP_EXIT_OK &&
        (is_ladder(own.format) ||
         (settings->format && is_ladder(settings->format))))
        return hxp_say_usage(command, "a ladder cannot leave beads out: "
                                      "--review takes another format");
    settings->review_format = own.format;
    return code;
}

void hxp_say_review(const hxp_align_settings *settings, size_t beads)
{
    if (!settings->common.quiet && beads > 0)
        hxp_say("note: %zu bead%s for review in %s", beads,
                beads == 1 ? "" : "s", settings->review);
}

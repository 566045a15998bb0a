/* align_write.c - writes an alignment in the format that is asked for. */
#include "base/str.h"
#include "cli/align.h"
#include "cli/beads.h"
#include "cli/formats.h"
#include "cli/screen.h"

#include <hexapla/formats.h>

#include <stdlib.h>
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

static hxp_status write_units(hxp_output *output, const hxp_group *group,
                              const hxp_alignment *alignment,
                              const hxp_align_settings *settings,
                              hxp_error *error)
{
    char date[DATE_SIZE];
    size_t left_out = 0;
    hxp_unit_sink *writer;
    /* No losses: what a format cannot hold is our own properties. */
    hxp_write_options writing = HXP_WRITE_OPTIONS_INIT;
    writing.format = settings->format;
    hxp_bead_units_options making = {
        .keep_unaligned = settings->keep_unaligned,
        .min_confidence = settings->min_confidence,
        .date = find_date(date, settings->dates),
        .left_out = &left_out,
    };
    hxp_status status = hxp_unit_writer_new(&writer, output, &writing, error);
    if (status != HXP_OK)
        return status;
    status =
        hxp_bead_units(writer, alignment, group->segmented, &making, error);
    writer->close(writer);
    size_t unsure = count_unsure(alignment, settings->min_confidence);
    if (status == HXP_OK && !settings->common.quiet && left_out > 0)
        hxp_say("note: %zu bead%s without a translation left out; "
                "--keep-unaligned writes them",
                left_out, left_out == 1 ? "" : "s");
    if (status == HXP_OK && !settings->common.quiet && unsure > 0)
        hxp_say("note: %zu bead%s below the confidence left out", unsure,
                unsure == 1 ? "" : "s");
    return status;
}

hxp_status hxp_align_write(hxp_output *output, const hxp_group *group,
                           const hxp_alignment *alignment,
                           const hxp_align_settings *settings, hxp_error *error)
{
    hxp_screen screen =
        hxp_screen_of(output, settings->output, &settings->common);
    if (hxp_str_is(hxp_str_of(settings->format), "table"))
        hxp_write_beads_table(&screen, alignment, group->segmented);
    else if (hxp_is_bead_format(settings->format))
        return hxp_beads_write(output, alignment, group->segmented,
                               settings->format, error);
    else
        return write_units(output, group, alignment, settings, error);
    return HXP_OK;
}

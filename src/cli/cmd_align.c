/* cmd_align.c - hexapla align: versions of a text to a translation memory. */
#include "base/str.h"
#include "cli/beads.h"
#include "cli/cli.h"
#include "cli/formats.h"
#include "cli/guard.h"
#include "cli/screen.h"
#include "cli/texts.h"

#include <hexapla/align.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DATE_SIZE = 17 }; /* YYYYMMDDThhmmssZ */

typedef struct align_settings {
    hxp_settings common;
    const char *output;
    const char *format;
    const char *encoding;
    int paragraphs;
    bool segmented;
    bool keep_unaligned;
    bool dates;
    double min_confidence;
} align_settings;

static const hxp_option options[] = {
    { 'o', "output", "FILE", "write there; - is standard output",
      HXP_OPTION_TEXT, offsetof(align_settings, output), NULL },
    { 'f', "format", "FORMAT",
      "tmx, tsv, json, beads (segment numbers), ladder and ladder-text "
      "(hunalign's), vecalign, ces or table (for reading); else the output's "
      "name tells it; else tmx",
      HXP_OPTION_TEXT, offsetof(align_settings, format), NULL },
    { '\0', "segmented", NULL,
      "every line of the files is a segment, empty ones too", HXP_OPTION_FLAG,
      offsetof(align_settings, segmented), NULL },
    { '\0', "min-confidence", "SHARE",
      "leave beads that are less sure, from 0 to 1, out of tmx and tsv",
      HXP_OPTION_SHARE, offsetof(align_settings, min_confidence), NULL },
    { '\0', "keep-unaligned", NULL,
      "write segments without a translation to tmx and tsv, too",
      HXP_OPTION_FLAG, offsetof(align_settings, keep_unaligned), NULL },
    { '\0', "dates", NULL,
      "write creation dates: now, or what SOURCE_DATE_EPOCH says",
      HXP_OPTION_FLAG, offsetof(align_settings, dates), NULL },
    { '\0', "paragraphs", "HOW",
      "what parts paragraphs: blank lines, every line end, or auto, which "
      "looks at the text",
      HXP_OPTION_CHOICE, offsetof(align_settings, paragraphs),
      hxp_paragraph_names },
    { '\0', "encoding", "NAME",
      "of the files, such as windows-1252; else a byte order mark tells it, "
      "or it is UTF-8",
      HXP_OPTION_TEXT, offsetof(align_settings, encoding), NULL },
    HXP_COMMON_OPTIONS(align_settings)
};

/** The texts of the operands. */
typedef struct text_set {
    hxp_text *items;
    hxp_side *sides;
    hxp_segmented *segmented;
    size_t count;
} text_set;

/* --- Reading -----------------------------------------------------------------
 */

static void free_texts(text_set *texts)
{
    for (size_t i = 0; i < texts->count; i++) {
        hxp_text_free(&texts->items[i]);
        /* the sides' arrays are ours; the model only looks at them */
        free((void *)(uintptr_t)texts->sides[i].segments);
        free((void *)(uintptr_t)texts->sides[i].paragraphs);
    }
    free(texts->items);
    free(texts->sides);
    free(texts->segmented);
}

/** Make the side of text for the aligner. */
static hxp_exit make_side(hxp_side *side, const hxp_text *text, bool segmented)
{
    size_t count = text->segments.count;
    hxp_str *segments = calloc(count + 1, sizeof *segments);
    size_t *paragraphs = calloc(count + 1, sizeof *paragraphs);
    *side = (hxp_side){ text->language, segments, paragraphs, count };
    if (!segments || !paragraphs) {
        hxp_say("out of memory");
        return HXP_EXIT_SYSTEM;
    }
    for (size_t i = 0; i < count; i++) {
        segments[i] = hxp_text_segment(text, i);
        paragraphs[i] = text->segments.items[i].paragraph;
    }
    if (segmented) { /* lines say nothing of paragraphs */
        free(paragraphs);
        side->paragraphs = NULL;
    }
    return HXP_EXIT_OK;
}

/** Read operand as the next of texts. */
static hxp_exit read_text(text_set *texts, hxp_locales *locales,
                          const char *operand, hxp_text_options *reading)
{
    size_t i = texts->count++;
    const char *path = hxp_operand_of(operand).path;
    hxp_text *text = &texts->items[i];
    hxp_exit code = hxp_text_read(text, locales, operand, reading);
    if (code != HXP_EXIT_OK)
        return code;
    for (size_t j = 0; j < i; j++)
        if (texts->items[j].language == text->language)
            return hxp_say_usage(reading->command,
                                 "%s: another file is in %s already", path,
                                 hxp_language_tag(text->language));
    if (text->segments.count == 0) {
        hxp_say("%s: nothing to align: the file is empty", path);
        return HXP_EXIT_INPUT;
    }
    texts->segmented[i] = (hxp_segmented){ text->document, &text->segments };
    return make_side(&texts->sides[i], text, reading->lines);
}

static hxp_exit read_texts(text_set *texts, hxp_locales *locales,
                           const hxp_command *command,
                           const align_settings *settings)
{
    const hxp_values *files = &settings->common.operands;
    hxp_text_options reading = { .command = command,
                                 .lines = settings->segmented,
                                 .quiet = settings->common.quiet };
    hxp_exit code = HXP_EXIT_OK;
    reading.document.encoding = settings->encoding;
    reading.document.paragraphs = (hxp_paragraphs)settings->paragraphs;
    texts->items = calloc(files->count, sizeof *texts->items);
    texts->sides = calloc(files->count, sizeof *texts->sides);
    texts->segmented = calloc(files->count, sizeof *texts->segmented);
    if (!texts->items || !texts->sides || !texts->segmented) {
        hxp_say("out of memory");
        return HXP_EXIT_SYSTEM;
    }
    for (size_t i = 0; code == HXP_EXIT_OK && i < files->count; i++)
        code = read_text(texts, locales, files->items[i], &reading);
    return code;
}

/* --- Writing -----------------------------------------------------------------
 */

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

static hxp_status write_units(hxp_output *output, const text_set *texts,
                              const hxp_alignment *alignment,
                              const align_settings *settings, hxp_error *error)
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
        hxp_bead_units(writer, alignment, texts->segmented, &making, error);
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

/** Write the alignment in the format of the settings. */
static hxp_status write_alignment(hxp_output *output, const text_set *texts,
                                  const hxp_alignment *alignment,
                                  const align_settings *settings,
                                  hxp_error *error)
{
    hxp_screen screen =
        hxp_screen_of(output, settings->output, &settings->common);
    if (hxp_str_is(hxp_str_of(settings->format), "table"))
        hxp_write_beads_table(&screen, alignment, texts->segmented);
    else if (hxp_is_bead_format(settings->format))
        return hxp_beads_write(output, alignment, texts->segmented,
                               settings->format, error);
    else
        return write_units(output, texts, alignment, settings, error);
    return HXP_OK;
}

/* --- The command
 * --------------------------------------------------------------- */

static hxp_exit align(const text_set *texts, const align_settings *settings)
{
    hxp_alignment *alignment = NULL;
    hxp_output *output;
    hxp_error error;
    hxp_status status =
        hxp_align(&alignment, texts->sides, texts->count, NULL, &error);
    if (status == HXP_OK)
        status = hxp_guard_open(&output, settings->output, &error);
    if (status == HXP_OK) {
        status = write_alignment(output, texts, alignment, settings, &error);
        if (status == HXP_OK)
            status = hxp_guard_finish(output, &error);
        else
            hxp_guard_close(output);
    }
    hxp_alignment_free(alignment);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

/** Settle the format: of beads, of units, or the table for people. */
static hxp_exit settle_format(const hxp_command *command,
                              align_settings *settings)
{
    const char *path = settings->output;
    if (!settings->format && path)
        settings->format = hxp_str_ends(hxp_str_of(path), HXP_STR(".table"))
                               ? "table"
                               : hxp_bead_format_of(path);
    if (settings->format && strcmp(settings->format, "table") == 0)
        return HXP_EXIT_OK;
    if (!settings->format || !hxp_is_bead_format(settings->format))
        return hxp_output_format(&settings->format, command, path, "tmx");
    if (hxp_bead_format_pairs(settings->format) &&
        settings->common.operands.count != 2)
        return hxp_say_usage(command, "the format '%s' takes two files",
                             settings->format);
    return HXP_EXIT_OK;
}

static hxp_exit run_settings(const hxp_command *command,
                             align_settings *settings)
{
    text_set texts = { NULL, NULL, NULL, 0 };
    hxp_locales *locales = NULL;
    if (settings->common.operands.count < 2)
        return hxp_say_usage(command, "align needs two files or more: the "
                                      "source first, then its translations");
    hxp_exit code = settle_format(command, settings);
    if (code == HXP_EXIT_OK)
        code = hxp_open_locales(&locales);
    if (code == HXP_EXIT_OK)
        code = read_texts(&texts, locales, command, settings);
    if (code == HXP_EXIT_OK)
        code = align(&texts, settings);
    free_texts(&texts);
    hxp_locales_free(locales);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    align_settings settings = { .output = NULL };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)run_settings(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_align = {
    "align", "FILE FILE ...",
    "Aligns a text with its translations into one translation memory.", options,
    run
};

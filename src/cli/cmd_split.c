/* cmd_split.c - hexapla split: several memories of one. */
#include "base/array.h"
#include "base/error.h"
#include "base/names.h"
#include "base/output.h"
#include "base/pack.h"
#include "base/str.h"
#include "cli/guard.h"
#include "cli/units.h"

#include <hexapla/filter.h>
#include <hexapla/formats.h>

#include <stdio.h>
#include <stdlib.h>

typedef struct split_settings {
    hxp_settings common;
    hxp_unit_settings units;
    size_t most_units;
    size_t most_bytes;
    bool pairs;
    const char *property;
    const char *from;
} split_settings;

static const hxp_option options[] = {
    { 'n', "units", "N", "parts of N units each", HXP_OPTION_WHOLE,
      offsetof(split_settings, most_units), NULL },
    { 's', "size", "SIZE",
      "parts of SIZE bytes at most, such as 500K, 20M or 1G; a unit that is "
      "larger has a part of its own",
      HXP_OPTION_BYTES, offsetof(split_settings, most_bytes), NULL },
    { '\0', "pairs", NULL, "a part for each pair of languages", HXP_OPTION_FLAG,
      offsetof(split_settings, pairs), NULL },
    { 'p', "prop", "TYPE",
      "a part for each value of this property or attribute", HXP_OPTION_TEXT,
      offsetof(split_settings, property), NULL },
    { 'o', "output", "NAME",
      "make the names of parts of this one, not of FILE's: a.tmx gives "
      "a.001.tmx",
      HXP_OPTION_TEXT, offsetof(split_settings, units.output), NULL },
    { 'f', "format", "FORMAT",
      "of the parts, such as tsv; else their name tells it, or it is tmx",
      HXP_OPTION_TEXT, offsetof(split_settings, units.format),
      hxp_unit_formats },
    { '\0', "from", "TAG", "the source language, if the file tells another",
      HXP_OPTION_TEXT, offsetof(split_settings, from), NULL },
    HXP_UNIT_INPUT_OPTIONS(split_settings),
    HXP_COMMON_OPTIONS(split_settings)
};

/* --- Parts ---------------------------------------------------------------- */

/** A part: a sink that writes it and completes the file. */
typedef struct split_part {
    hxp_unit_sink sink;
    hxp_unit_sink *writer;
    hxp_unit_output out;
} split_part;

typedef struct split_work {
    const split_settings *settings;
    split_part **parts; /* each where it was made: sinks point to them */
    size_t count, room;
    hxp_names names; /* of files */
    hxp_buffer name; /* in the making */
    hxp_output *scale;
} split_work;

static hxp_status begin_part(hxp_unit_sink *sink, const hxp_unit_header *header,
                             hxp_error *error)
{
    hxp_unit_sink *writer = ((split_part *)sink)->writer;
    return writer->begin(writer, header, error);
}

static hxp_status add_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    hxp_unit_sink *writer = ((split_part *)sink)->writer;
    return writer->unit(writer, unit, error);
}

static hxp_status end_part(hxp_unit_sink *sink, hxp_error *error)
{
    split_part *part = (split_part *)sink;
    hxp_status status = part->writer->end(part->writer, error);
    return status == HXP_OK ? hxp_output_complete(part->out.output, error)
                            : status;
}

static void close_part(hxp_unit_sink *sink)
{
    split_part *part = (split_part *)sink;
    part->writer->close(part->writer);
    part->writer = NULL;
}

/* --- Their names ---------------------------------------------------------- */

enum { LABEL = 100 }; /* bytes of a name that a value gives, at most */

/** Add label as far as file names should go: odd signs become "_". */
static bool add_label(hxp_buffer *name, hxp_str label)
{
    size_t len = label.len < LABEL ? label.len : LABEL;
    while (len < label.len && ((unsigned char)label.ptr[len] & 0xC0) == 0x80)
        len--;
    for (size_t i = 0; i < len; i++) {
        char c = label.ptr[i];
        bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                     (c >= 'A' && c <= 'Z') || c == '.' || c == '-' ||
                     (unsigned char)c >= 0x80;
        if (!hxp_buffer_add(name, (hxp_str){ plain ? &c : "_", 1 }))
            return false;
    }
    return true;
}

/** Where the extension of a file's name begins; that of ".tmx.gz" is both. */
static size_t extension_at(hxp_str name)
{
    size_t dot = name.len;
    for (size_t i = name.len; i > 1 && name.ptr[i - 1] != '/'; i--) {
        if (name.ptr[i - 1] != '.' || name.ptr[i - 2] == '/')
            continue;
        bool packed = dot == name.len && hxp_is_packed_name(name.ptr + i - 1);
        dot = i - 1;
        if (!packed)
            break;
    }
    return dot;
}

/** Make the name of a file: label, and a number from 2 on, in the output's. */
static bool make_name(split_work *work, hxp_str label, unsigned number)
{
    hxp_str base = hxp_str_of(work->settings->units.output);
    size_t dot = extension_at(base);
    char suffix[16] = "";
    if (number > 1)
        snprintf(suffix, sizeof suffix, "-%u", number);
    work->name.len = 0;
    return hxp_buffer_add(&work->name, hxp_str_part(base, 0, dot)) &&
           hxp_buffer_add(&work->name, HXP_STR(".")) &&
           add_label(&work->name, label) &&
           hxp_buffer_add(&work->name, hxp_str_of(suffix)) &&
           hxp_buffer_add(&work->name, dot < base.len
                                           ? hxp_str_part(base, dot, base.len)
                                           : HXP_STR(".tmx")) &&
           hxp_buffer_add(&work->name, (hxp_str){ "", 1 });
}

/** Find a name that no part has yet; it lives as work's names. */
static hxp_status find_name(const char **path, split_work *work, hxp_str label,
                            hxp_error *error)
{
    uint32_t number = 0;
    for (unsigned i = 1; number < work->count || i == 1; i++)
        if (!make_name(work, label, i) ||
            !hxp_names_add(&work->names, hxp_buffer_str(&work->name), &number))
            return hxp_no_memory(error);
    *path = work->names.items[number].ptr;
    return HXP_OK;
}

static hxp_status open_part(hxp_unit_sink **out, void *context, hxp_str label,
                            hxp_error *error)
{
    split_work *work = context;
    hxp_unit_settings settings = work->settings->units;
    hxp_status status = find_name(&settings.output, work, label, error);
    if (status != HXP_OK)
        return status;
    split_part *part = calloc(1, sizeof *part);
    if (!part || !hxp_array_reserve(&work->parts, &work->room, work->count + 1,
                                    sizeof(split_part *))) {
        free(part);
        return hxp_no_memory(error);
    }
    work->parts[work->count++] = part;
    status = hxp_units_open(&part->out, &part->writer, &settings,
                            work->settings->common.quiet, error);
    part->sink = (hxp_unit_sink){ begin_part, add_unit, end_part, close_part };
    if (status == HXP_OK)
        *out = &part->sink;
    return status;
}

/** Put all parts in place, or none. */
static hxp_status close_parts(split_work *work, hxp_status status,
                              hxp_error *error)
{
    for (size_t i = 0; i < work->count; i++) {
        status = hxp_units_close(&work->parts[i]->out, status, error);
        free(work->parts[i]);
    }
    free(work->parts);
    hxp_names_free(&work->names);
    hxp_buffer_free(&work->name);
    return status;
}

/* --- The command ---------------------------------------------------------- */

static size_t scale_size(void *context)
{
    return hxp_output_size(((split_work *)context)->scale);
}

/** Make the writer by which sizes are told. */
static hxp_status make_scale(hxp_unit_sink **scale, split_work *work,
                             hxp_error *error)
{
    const hxp_write_options writing = { .format =
                                            work->settings->units.format };
    hxp_status status = hxp_output_nowhere(&work->scale, error);
    if (status == HXP_OK)
        status = hxp_unit_writer_new(scale, work->scale, &writing, error);
    return status;
}

static hxp_split_options split_options(split_work *work)
{
    const split_settings *settings = work->settings;
    hxp_split_options splitting = { .most = settings->most_units,
                                    .property = settings->property,
                                    .source_language = settings->from,
                                    .open = open_part,
                                    .size = scale_size,
                                    .context = work };
    if (settings->most_bytes > 0) {
        splitting.by = HXP_SPLIT_SIZE;
        splitting.most = settings->most_bytes;
    } else if (settings->pairs) {
        splitting.by = HXP_SPLIT_PAIRS;
    } else if (settings->property) {
        splitting.by = HXP_SPLIT_PROPERTY;
    }
    return splitting;
}

static hxp_status split(split_work *work, hxp_error *error)
{
    const split_settings *settings = work->settings;
    hxp_split_options splitting = split_options(work);
    hxp_unit_sink *splitter = NULL;
    hxp_status status = HXP_OK;
    if (splitting.by == HXP_SPLIT_SIZE)
        status = make_scale(&splitting.scale, work, error);
    if (status == HXP_OK)
        status = hxp_split_new(&splitter, &splitting, error);
    if (status == HXP_OK)
        status =
            hxp_units_read(settings->common.operands.items[0], &settings->units,
                           settings->common.quiet, splitter, error);
    if (splitter)
        splitter->close(splitter);
    if (splitting.scale)
        splitting.scale->close(splitting.scale);
    hxp_output_close(work->scale);
    return status;
}

static hxp_exit settle(const hxp_command *command, split_settings *settings)
{
    const hxp_values *files = &settings->common.operands;
    int ways = (settings->most_units > 0) + (settings->most_bytes > 0) +
               settings->pairs + (settings->property != NULL);
    if (files->count != 1)
        return hxp_say_usage(command,
                             "split takes one FILE; - is standard input");
    if (ways != 1)
        return hxp_say_usage(command, "split needs one of --units, --size, "
                                      "--pairs and --prop");
    if (!settings->units.output)
        settings->units.output = files->items[0];
    if (strcmp(settings->units.output, "-") == 0)
        return hxp_say_usage(command, "what are the parts called? --output "
                                      "tells");
    hxp_exit code = hxp_units_settle(command, &settings->units);
    if (code == HXP_EXIT_OK && settings->most_bytes > 0 &&
        strcmp(settings->units.format, "tmx") != 0)
        return hxp_say_usage(command, "--size is for parts in tmx");
    return code;
}

static hxp_exit split_file(const hxp_command *command, split_settings *settings)
{
    split_work work = { .settings = settings };
    hxp_error error;
    hxp_exit code = settle(command, settings);
    if (code != HXP_EXIT_OK)
        return code;
    hxp_status status = split(&work, &error);
    status = close_parts(&work, status, &error);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    if (!settings->common.quiet)
        hxp_say("%zu part%s written", work.count, work.count == 1 ? "" : "s");
    return HXP_EXIT_OK;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    split_settings settings = { .pairs = false };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)split_file(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_split = { "split", "FILE",
                                        "Makes several memories of one.",
                                        options, run };

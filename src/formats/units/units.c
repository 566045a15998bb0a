/* units.c - the table of unit formats. */
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/extension.h"
#include "formats/units/unit_format.h"

#include <hexapla/formats.h>

#define EXTENSIONS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* A line for each format. */
static const hxp_unit_format formats[] = {
    { "tmx", EXTENSIONS(".tmx"), hxp_tmx_recognise, hxp_tmx_read,
      hxp_tmx_writer_new },
    { "tsv", EXTENSIONS(".tsv", ".tab"), hxp_tsv_recognise, hxp_tsv_read,
      hxp_tsv_writer_new },
    { "csv", EXTENSIONS(".csv"), hxp_csv_recognise, hxp_csv_read,
      hxp_csv_writer_new },
    { "jsonl", EXTENSIONS(".jsonl", ".ndjson"), hxp_jsonl_recognise,
      hxp_jsonl_read, hxp_jsonl_writer_new },
    { "po", EXTENSIONS(".po", ".pot"), hxp_po_recognise, hxp_po_read,
      hxp_po_writer_new },
    { "xliff", EXTENSIONS(".xlf", ".xliff", ".sdlxliff", ".mqxliff"),
      hxp_xliff_recognise, hxp_xliff_read, hxp_xliff_writer_new },
    { "xliff2", EXTENSIONS(NULL), hxp_xliff_recognise, hxp_xliff_read,
      hxp_xliff2_writer_new },
    { "xcstrings", EXTENSIONS(".xcstrings"), hxp_xcstrings_recognise,
      hxp_xcstrings_read, hxp_xcstrings_writer_new },
};

enum { COUNT = sizeof formats / sizeof formats[0] };

static const hxp_unit_format *by_name(const char *name)
{
    for (size_t i = 0; i < COUNT; i++)
        if (hxp_str_is_nocase(hxp_str_of(name), formats[i].name))
            return &formats[i];
    return NULL;
}

static const hxp_unit_format *by_extension(const char *path)
{
    for (size_t i = 0; i < COUNT; i++)
        if (hxp_extension_is(path, formats[i].extensions))
            return &formats[i];
    return NULL;
}

/** Recognise a format by the first bytes; those of UTF-16 are made one. */
static hxp_status by_content(const hxp_unit_format **out, hxp_input *input,
                             hxp_error *error)
{
    char plain[HXP_INPUT_PEEK];
    size_t len = 0;
    hxp_str head;
    hxp_status status = hxp_input_peek(input, HXP_INPUT_PEEK, &head, error);
    *out = NULL;
    if (status != HXP_OK)
        return status;
    for (size_t i = 0; i < head.len; i++)
        if (head.ptr[i] != '\0')
            plain[len++] = head.ptr[i];
    for (size_t i = 0; !*out && i < COUNT; i++)
        if (formats[i].recognise((hxp_str){ plain, len }))
            *out = &formats[i];
    return HXP_OK;
}

static hxp_status choose(const hxp_unit_format **out, hxp_input *input,
                         const char *name, hxp_error *error)
{
    static const hxp_place none = { 0, 0, 0 };
    const char *file = hxp_input_name(input);
    *out = name ? by_name(name) : by_extension(file);
    if (name && !*out)
        return hxp_fail(error, HXP_EINPUT, "there is no format \"%s\"", name);
    if (*out)
        return HXP_OK;
    hxp_status status = by_content(out, input, error);
    if (status == HXP_OK && !*out)
        return hxp_fail_at(error, HXP_EINPUT, file, none,
                           "the format is not known: neither by the name nor "
                           "by the content");
    return status;
}

hxp_status hxp_read_units(hxp_input *input, const hxp_read_options *options,
                          hxp_unit_sink *sink, hxp_error *error)
{
    static const hxp_read_options usual = HXP_READ_OPTIONS_INIT;
    const hxp_unit_format *format;
    if (!options)
        options = &usual;
    hxp_status status = choose(&format, input, options->format, error);
    return status == HXP_OK ? format->read(input, options, sink, error)
                            : status;
}

hxp_status hxp_unit_writer_new(hxp_unit_sink **out, hxp_output *output,
                               const hxp_write_options *options,
                               hxp_error *error)
{
    const hxp_unit_format *format = by_name(options->format);
    *out = NULL;
    if (!format)
        return hxp_fail(error, HXP_EINPUT, "there is no format \"%s\"",
                        options->format);
    return format->new_writer(out, output, options, error);
}

const char *hxp_unit_format_of(const char *path)
{
    const hxp_unit_format *format = by_extension(path);
    return format ? format->name : NULL;
}

const char *hxp_unit_format_name(size_t i)
{
    return i < COUNT ? formats[i].name : NULL;
}

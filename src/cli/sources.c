/* sources.c - units of files in unit formats, sentences of all others. */
#include "cli/sources.h"

#include "base/error.h"
#include "base/str.h"
#include "cli/formats.h"
#include "cli/units.h"
#include "formats/xliff/xliff.h"
#include "model/passage.h"

const char *const hxp_source_formats[] = {
    "tmx",        "tsv",       "csv", "jsonl", "xliff",    "xliff2",
    "po",         "xcstrings", "txt", "html",  "markdown", "docx",
    "pptx",       "xlsx",      "odf", "epub",  "json",     "android",
    "properties", "strings",   "pdf", "srt",   "vtt",      NULL
};

hxp_exit hxp_sources_open(hxp_sources *sources)
{
    const char *format = sources->input_format;
    if (format && !hxp_is_unit_format(format)) {
        hxp_exit code = hxp_check_document_format(sources->command, format);
        if (code != HXP_EXIT_OK)
            return code;
    }
    return hxp_open_locales(&sources->locales);
}

void hxp_sources_close(hxp_sources *sources)
{
    hxp_locales_free(sources->locales);
    sources->locales = NULL;
}

static bool is_of_units(const hxp_sources *sources, const char *path)
{
    return sources->input_format ? hxp_is_unit_format(sources->input_format)
                                 : hxp_unit_format_of(path) != NULL;
}

/** Hand segment i on as a unit with remarks. */
static hxp_status put_segment(hxp_unit_sink *sink, const hxp_text *text,
                              size_t i, const hxp_remarks *remarks,
                              hxp_error *error)
{
    hxp_segmented segmented = { text->document, &text->segments };
    hxp_variant variant = { .language = text->document->language };
    hxp_unit unit = { .number = i + 1,
                      .file = text->document->name,
                      .remarks = *remarks,
                      .variants = &variant,
                      .variant_count = 1 };
    hxp_arena arena = { NULL };
    hxp_status status = HXP_OK;
    if (hxp_passage_content(&variant.content, &arena, &segmented,
                            (hxp_range){ i, 1 }))
        status = sink->unit(sink, &unit, error);
    else
        status = hxp_no_memory(error);
    hxp_arena_free(&arena);
    return status;
}

static hxp_status put_segments(hxp_unit_sink *sink, const hxp_text *text,
                               bool named, hxp_error *error)
{
    hxp_remark name = { .kind = HXP_PROPERTY,
                        .type = HXP_STR(HXP_XLIFF_FILE),
                        .text = text->document->name };
    hxp_remarks remarks = { &name, named };
    hxp_unit_header header = { .file = text->document->name,
                               .source_language = text->document->language };
    hxp_status status = sink->begin(sink, &header, error);
    for (size_t i = 0; status == HXP_OK && i < text->segments.count; i++)
        status = put_segment(sink, text, i, &remarks, error);
    return status == HXP_OK ? sink->end(sink, error) : status;
}

static hxp_exit read_document(const hxp_sources *sources, const char *path,
                              hxp_unit_sink *sink)
{
    hxp_text text;
    hxp_error error;
    hxp_text_options reading = {
        .command = sources->command,
        .language = sources->from,
        .quiet = sources->quiet,
        .document = { .format = sources->input_format,
                      .encoding = sources->encoding },
    };
    hxp_exit code = hxp_text_read(&text, sources->locales, path, &reading);
    if (code == HXP_EXIT_OK &&
        put_segments(sink, &text, sources->named, &error) != HXP_OK)
        code = hxp_say_error(&error);
    hxp_text_free(&text);
    return code;
}

hxp_exit hxp_sources_read(const hxp_sources *sources, const char *path,
                          hxp_unit_sink *sink)
{
    hxp_unit_settings units = { .input_format = sources->input_format,
                                .encoding = sources->encoding };
    hxp_error error;
    if (!is_of_units(sources, path))
        return read_document(sources, path, sink);
    return hxp_units_read(path, &units, sources->quiet, sink, &error) == HXP_OK
               ? HXP_EXIT_OK
               : hxp_say_error(&error);
}

/* cmd_segment.c - hexapla segment: texts to sentences. */
#include "base/str.h"
#include "cli/cli.h"
#include "cli/guard.h"
#include "cli/say.h"
#include "cli/segment_writer.h"
#include "cli/texts.h"

#include <hexapla/segment.h>

static const char *const formats[] = { "text", "tsv", "json", NULL };
static const char *const modes[] = { "sentence", "paragraph", "line", NULL };
static const char *const engines[] = { "auto", "icu", NULL };

enum { INVALID_REFUSE, INVALID_KEEP };
static const char *const invalid[] = { "refuse", "keep", NULL };

typedef struct segment_settings {
    hxp_settings common;
    const char *output;
    const char *language;
    const char *encoding;
    const char *input_format;
    const char *srx;
    bool write_srx;
    int format;
    int mode;
    int paragraphs;
    int engine;
    int invalid;
    bool keep_quotes;
    bool explain;
    bool drop_repeated;
    bool verbose;
} segment_settings;

static const hxp_option options[] = {
    { 'o', "output", "FILE", "write there; - is standard output",
      HXP_OPTION_TEXT, offsetof(segment_settings, output), NULL },
    { 'f', "format", "FORMAT",
      "text, tsv or json; text: a segment a line, an empty line between "
      "paragraphs",
      HXP_OPTION_CHOICE, offsetof(segment_settings, format), formats },
    { 'l', "lang", "TAG",
      "the language of all files; else each file's name or nl=FILE tells it",
      HXP_OPTION_TEXT, offsetof(segment_settings, language), NULL },
    { 'm', "mode", "MODE",
      "what becomes a segment: a sentence, a paragraph or a line",
      HXP_OPTION_CHOICE, offsetof(segment_settings, mode), modes },
    { '\0', "paragraphs", "HOW",
      "what parts paragraphs: blank lines, every line end, or auto, which "
      "looks at the text",
      HXP_OPTION_CHOICE, offsetof(segment_settings, paragraphs),
      hxp_paragraph_names },
    { '\0', "srx", "FILE", "divide by the rules of FILE (SRX), not by ours",
      HXP_OPTION_TEXT, offsetof(segment_settings, srx), NULL },
    { '\0', "write-srx", NULL,
      "write our own rules for the language of --lang as SRX, and read no FILE",
      HXP_OPTION_FLAG, offsetof(segment_settings, write_srx), NULL },
    { '\0', "keep-quotes", NULL,
      "do not divide a quotation, however many sentences it has",
      HXP_OPTION_FLAG, offsetof(segment_settings, keep_quotes), NULL },
    { '\0', "explain", NULL,
      "instead of segments, write each place where a sentence may end, what "
      "was decided and why",
      HXP_OPTION_FLAG, offsetof(segment_settings, explain), NULL },
    { '\0', "engine", "NAME",
      "auto asks ICU only where the language needs it, icu at every "
      "paragraph; the segments are the same",
      HXP_OPTION_CHOICE, offsetof(segment_settings, engine), engines },
    { '\0', "input-format", "FORMAT", HXP_DOCUMENT_FORMATS, HXP_OPTION_TEXT,
      offsetof(segment_settings, input_format), hxp_document_formats },
    { '\0', "encoding", "NAME",
      "of the files, such as windows-1252; else a byte order mark, the file "
      "itself or its bytes tell it",
      HXP_OPTION_TEXT, offsetof(segment_settings, encoding), NULL },
    { '\0', "invalid", "HOW",
      "bytes that are not valid in the encoding: refuse the file, or keep "
      "them (text and tsv)",
      HXP_OPTION_CHOICE, offsetof(segment_settings, invalid), invalid },
    { '\0', "drop-repeated", NULL, "leave out the headers and footers of pages",
      HXP_OPTION_FLAG, offsetof(segment_settings, drop_repeated), NULL },
    { 'v', "verbose", NULL, "say in which encodings the files are",
      HXP_OPTION_FLAG, offsetof(segment_settings, verbose), NULL },
    HXP_COMMON_OPTIONS(segment_settings)
};

/** A text in work: paragraphs come in, segments go out. */
typedef struct segment_work {
    hxp_paragraph_sink sink;
    hxp_segmenter *segmenter;
    hxp_segment_writer *writer;
    bool explain;
    bool any; /* a paragraph came */
} segment_work;

static hxp_status divide(hxp_paragraph_sink *sink,
                         const hxp_paragraph *paragraph, hxp_error *error)
{
    segment_work *work = (segment_work *)(void *)sink;
    hxp_segments segments;
    work->any = true;
    hxp_segment_writer_paragraph(work->writer, paragraph);
    hxp_status status =
        hxp_segmenter_divide(&segments, work->segmenter, paragraph, error);
    if (status == HXP_OK && !work->explain)
        status = hxp_segment_writer_put(work->writer, &segments, error);
    return status;
}

/** Read the text at path and write its segments. */
static hxp_exit segment_text(segment_work *work, const char *path,
                             const hxp_text_options *reading)
{
    hxp_error error;
    hxp_input *input;
    hxp_segment_writer_text(work->writer, path);
    hxp_status status = hxp_input_open(&input, path, &error);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    status =
        hxp_document_stream(&work->sink, input, &reading->document, &error);
    hxp_input_close(input);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    if (!work->any && !reading->quiet)
        hxp_say("%s: warning: no text in it", path);
    return HXP_EXIT_OK;
}

/** Divide the text of an operand. */
static hxp_exit segment_operand(hxp_segment_writer *writer,
                                hxp_locales *locales, const char *operand,
                                const hxp_segment_options *dividing,
                                hxp_text_options *reading)
{
    hxp_error error;
    const hxp_language *language;
    hxp_operand given = hxp_operand_of(operand);
    segment_work work = { .sink = { divide },
                          .writer = writer,
                          .explain = dividing->explain != NULL };
    hxp_exit code = hxp_find_language(&language, locales, &given, reading);
    if (code != HXP_EXIT_OK)
        return code;
    if (hxp_segmenter_new(&work.segmenter, language, dividing, &error) !=
        HXP_OK)
        return hxp_say_error(&error);
    reading->document.language = hxp_language_tag(language);
    code = segment_text(&work, given.path, reading);
    hxp_segmenter_free(work.segmenter);
    bool by_language =
        dividing->mode == HXP_SEGMENT_SENTENCES && !dividing->srx;
    if (code == HXP_EXIT_OK && by_language)
        hxp_say_data(language, given.path, reading);
    return code;
}

/** Read the rules to divide by; *out is NULL when path is. */
static hxp_exit read_rules(hxp_srx **out, const char *path, hxp_sayer *sayer)
{
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_input *input;
    hxp_error error;
    *out = NULL;
    if (!path)
        return HXP_EXIT_OK;
    reading.findings = &sayer->sink;
    hxp_status status = hxp_input_open(&input, path, &error);
    if (status == HXP_OK)
        status = hxp_srx_read(out, input, &reading, &error);
    hxp_input_close(input);
    hxp_sayer_finish(sayer, path);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

/** Divide each text; stops at the first fault. */
static hxp_exit segment_all(hxp_segment_writer *writer, hxp_locales *locales,
                            const hxp_command *command,
                            const segment_settings *settings)
{
    hxp_srx *srx;
    hxp_sayer sayer = hxp_sayer_make(settings->common.quiet);
    hxp_exit code = read_rules(&srx, settings->srx, &sayer);
    hxp_text_options reading = { .command = command,
                                 .language = settings->language,
                                 .quiet = settings->common.quiet };
    reading.document.encoding = settings->encoding;
    reading.document.format = settings->input_format;
    reading.document.paragraphs = (hxp_paragraphs)settings->paragraphs;
    reading.document.keep_invalid = settings->invalid == INVALID_KEEP;
    reading.document.findings = &sayer.sink;
    reading.document.verbose = settings->verbose;
    reading.document.drop_repeated = settings->drop_repeated;
    hxp_segment_options dividing = HXP_SEGMENT_OPTIONS_INIT;
    dividing.mode = (hxp_segment_mode)settings->mode;
    dividing.engine = (hxp_segment_engine)settings->engine;
    dividing.keep_quotes = settings->keep_quotes;
    dividing.explain = settings->explain ? &writer->decisions : NULL;
    dividing.srx = srx;
    dividing.findings = &sayer.sink;
    const hxp_values *files = &settings->common.operands;
    for (size_t i = 0; code == HXP_EXIT_OK && i < files->count; i++) {
        code = segment_operand(writer, locales, files->items[i], &dividing,
                               &reading);
        hxp_sayer_finish(&sayer, hxp_operand_of(files->items[i]).path);
    }
    hxp_srx_free(srx);
    return code;
}

/** Open the output, and close it whole or not at all. */
static hxp_exit write_all(hxp_locales *locales, const hxp_command *command,
                          const segment_settings *settings)
{
    hxp_output *output;
    hxp_error error;
    hxp_segment_writer writer;
    if (hxp_guard_open(&output, settings->output, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_segment_writer_begin(
        &writer, (hxp_segment_format)settings->format,
        hxp_screen_of(output, settings->output, &settings->common));
    hxp_exit code = segment_all(&writer, locales, command, settings);
    hxp_segment_writer_free(&writer);
    if (code != HXP_EXIT_OK) {
        hxp_guard_close(output);
        return code;
    }
    hxp_segment_writer_end(&writer);
    if (hxp_guard_finish(output, &error) != HXP_OK)
        return hxp_say_error(&error);
    return HXP_EXIT_OK;
}

/** Write our own rules for the language as SRX. */
static hxp_exit write_rules(hxp_locales *locales, const hxp_command *command,
                            const segment_settings *settings)
{
    const hxp_language *language;
    hxp_output *output;
    hxp_srx *srx;
    hxp_error error;
    if (hxp_locales_language(&language, locales, hxp_str_of(settings->language),
                             &error) != HXP_OK)
        return error.file[0] ? hxp_say_error(&error)
                             : hxp_say_usage(command, "%s", error.message);
    if (!hxp_language_has_data(language) && !settings->common.quiet)
        hxp_say("note: no data for the language %s; its rules are those that "
                "all languages share",
                hxp_language_tag(language));
    if (hxp_guard_open(&output, settings->output, &error) != HXP_OK)
        return hxp_say_error(&error);
    if (hxp_srx_of_language(&srx, language, &error) != HXP_OK) {
        hxp_guard_close(output);
        return hxp_say_error(&error);
    }
    hxp_srx_write(output, srx);
    hxp_srx_free(srx);
    return hxp_guard_finish(output, &error) == HXP_OK ? HXP_EXIT_OK
                                                      : hxp_say_error(&error);
}

static hxp_exit check_usage(const hxp_command *command,
                            const segment_settings *settings)
{
    if (settings->write_srx &&
        (settings->common.operands.count > 0 || !settings->language))
        return hxp_say_usage(command, "--write-srx needs --lang and no FILE");
    if (!settings->write_srx && settings->common.operands.count == 0)
        return hxp_say_usage(command, "segment needs a FILE; - is standard "
                                      "input");
    if (settings->invalid == INVALID_KEEP &&
        settings->format == HXP_SEGMENT_JSON)
        return hxp_say_usage(command, "JSON cannot hold invalid bytes; "
                                      "--invalid=keep is for text and tsv");
    return hxp_check_output(command, "output", settings->output,
                            &settings->common.operands);
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    segment_settings settings = { .format = HXP_SEGMENT_TEXT };
    hxp_locales *locales = NULL;
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code)) {
        code = (int)check_usage(command, &settings);
        if (code == HXP_EXIT_OK)
            code =
                (int)hxp_check_document_format(command, settings.input_format);
        if (code == HXP_EXIT_OK)
            code = (int)hxp_open_locales(&locales);
        if (code == HXP_EXIT_OK)
            code = (int)(settings.write_srx
                             ? write_rules(locales, command, &settings)
                             : write_all(locales, command, &settings));
    }
    hxp_locales_free(locales);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_segment = {
    "segment", "FILE ...", "Divides texts into sentences.", options, run,
};

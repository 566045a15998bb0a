/* cmd_segment.c - hexapla segment: texts to sentences. */
#include "base/json.h"
#include "base/str.h"
#include "cli/cli.h"
#include "cli/guard.h"
#include "cli/say.h"
#include "cli/screen.h"
#include "cli/texts.h"
#include "report/clean.h"

enum { FORMAT_TEXT, FORMAT_TSV, FORMAT_JSON };
static const char *const formats[] = { "text", "tsv", "json", NULL };

enum { INVALID_REFUSE, INVALID_KEEP };
static const char *const invalid[] = { "refuse", "keep", NULL };

typedef struct segment_settings {
    hxp_settings common;
    const char *output;
    const char *language;
    const char *encoding;
    const char *srx;
    int format;
    int paragraphs;
    int invalid;
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
    { '\0', "paragraphs", "HOW",
      "what parts paragraphs: blank lines, every line end, or auto, which "
      "looks at the text",
      HXP_OPTION_CHOICE, offsetof(segment_settings, paragraphs),
      hxp_paragraph_names },
    { '\0', "srx", "FILE", "divide by the rules of FILE (SRX), not by ours",
      HXP_OPTION_TEXT, offsetof(segment_settings, srx), NULL },
    { '\0', "encoding", "NAME",
      "of the files, such as windows-1252; else a byte order mark tells it, "
      "or it is UTF-8",
      HXP_OPTION_TEXT, offsetof(segment_settings, encoding), NULL },
    { '\0', "invalid", "HOW",
      "bytes that are not valid in the encoding: refuse the file, or keep "
      "them (text and tsv)",
      HXP_OPTION_CHOICE, offsetof(segment_settings, invalid), invalid },
    HXP_COMMON_OPTIONS(segment_settings)
};

/** Where segments go. */
typedef struct segment_writing {
    hxp_screen screen;
    hxp_json json;
    int format;
    bool begun; /* something was written: text parts paragraphs by a line */
} segment_writing;

/** Write text with its line breaks, and the white space at them, as blanks. */
static void put_on_one_line(const hxp_screen *screen, hxp_str text)
{
    size_t at = 0;
    while (at < text.len) {
        size_t from = at;
        while (at < text.len && text.ptr[at] != '\n' && text.ptr[at] != '\r')
            at++;
        hxp_screen_put(screen, hxp_str_part(text, from, at));
        if (at < text.len)
            hxp_output_write(screen->output, HXP_STR(" "));
        while (at < text.len && (text.ptr[at] == '\n' || text.ptr[at] == '\r'))
            at++;
    }
}

static void put_escaped(hxp_output *output, hxp_str text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        const char *escape = NULL;
        switch (text.ptr[i]) {
        case '\\':
            escape = "\\\\";
            break;
        case '\t':
            escape = "\\t";
            break;
        case '\n':
            escape = "\\n";
            break;
        case '\r':
            escape = "\\r";
            break;
        default:
            continue;
        }
        hxp_output_write(output, hxp_str_part(text, from, i));
        hxp_output_write(output, hxp_str_of(escape));
        from = i + 1;
    }
    hxp_output_write(output, hxp_str_part(text, from, text.len));
}

static void put_tsv(hxp_output *output, const hxp_text *text, size_t i)
{
    const hxp_segment *segment = &text->segments.items[i];
    size_t skipped = text->document->skipped;
    hxp_output_printf(output, "%zu\t%zu\t%zu\t%zu\t", segment->paragraph, i,
                      segment->start + skipped, segment->end + skipped);
    put_escaped(output, hxp_text_segment(text, i));
    hxp_output_write(output, HXP_STR("\n"));
}

static void put_json(hxp_json *json, const hxp_text *text, size_t i)
{
    const hxp_segment *segment = &text->segments.items[i];
    size_t skipped = text->document->skipped;
    hxp_json_open(json, '{');
    hxp_json_member_size(json, "paragraph", segment->paragraph);
    hxp_json_member_size(json, "segment", i);
    hxp_json_member_size(json, "start", segment->start + skipped);
    hxp_json_member_size(json, "end", segment->end + skipped);
    hxp_json_key(json, "text");
    hxp_json_text(json, hxp_text_segment(text, i));
    hxp_json_close(json, '}');
}

static void write_text(segment_writing *writing, const hxp_text *text)
{
    const hxp_segments *segments = &text->segments;
    hxp_output *output = writing->screen.output;
    for (size_t i = 0; i < segments->count; i++) {
        if (writing->format == FORMAT_TSV) {
            put_tsv(output, text, i);
        } else if (writing->format == FORMAT_JSON) {
            put_json(&writing->json, text, i);
        } else {
            bool first = i == 0 || segments->items[i].paragraph !=
                                       segments->items[i - 1].paragraph;
            if (first && writing->begun)
                hxp_output_write(output, HXP_STR("\n"));
            put_on_one_line(&writing->screen, hxp_text_segment(text, i));
            hxp_output_write(output, HXP_STR("\n"));
        }
        writing->begun = true;
    }
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

/** Read each text and write its segments; stops at the first fault. */
static hxp_exit segment_all(segment_writing *writing, hxp_locales *locales,
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
    reading.document.paragraphs = (hxp_paragraphs)settings->paragraphs;
    reading.document.keep_invalid = settings->invalid == INVALID_KEEP;
    reading.document.findings = &sayer.sink;
    reading.srx = srx;
    const hxp_values *files = &settings->common.operands;
    for (size_t i = 0; code == HXP_EXIT_OK && i < files->count; i++) {
        hxp_text text;
        const char *path = hxp_operand_of(files->items[i]).path;
        code = hxp_text_read(&text, locales, files->items[i], &reading);
        hxp_sayer_finish(&sayer, path);
        if (code == HXP_EXIT_OK && text.segments.count == 0 &&
            !settings->common.quiet)
            hxp_say("%s: warning: no text in it", path);
        if (code == HXP_EXIT_OK)
            write_text(writing, &text);
        hxp_text_free(&text);
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
    if (hxp_guard_open(&output, settings->output, &error) != HXP_OK)
        return hxp_say_error(&error);
    segment_writing writing = { .format = settings->format };
    writing.screen = hxp_screen_of(output, settings->output, &settings->common);
    writing.json.output = output;
    writing.json.indent = true;
    if (writing.format == FORMAT_JSON)
        hxp_json_open(&writing.json, '[');
    hxp_exit code = segment_all(&writing, locales, command, settings);
    if (code != HXP_EXIT_OK) {
        hxp_guard_close(output);
        return code;
    }
    if (writing.format == FORMAT_JSON) {
        hxp_json_close(&writing.json, ']');
        hxp_output_write(output, HXP_STR("\n"));
    }
    if (hxp_guard_finish(output, &error) != HXP_OK)
        return hxp_say_error(&error);
    return HXP_EXIT_OK;
}

static hxp_exit check_usage(const hxp_command *command,
                            const segment_settings *settings)
{
    if (settings->common.operands.count == 0)
        return hxp_say_usage(command, "segment needs a FILE; - is standard "
                                      "input");
    if (settings->invalid == INVALID_KEEP && settings->format == FORMAT_JSON)
        return hxp_say_usage(command, "JSON cannot hold invalid bytes; "
                                      "--invalid=keep is for text and tsv");
    return HXP_EXIT_OK;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    segment_settings settings = { .format = FORMAT_TEXT };
    hxp_locales *locales = NULL;
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code)) {
        code = (int)check_usage(command, &settings);
        if (code == HXP_EXIT_OK)
            code = (int)hxp_open_locales(&locales);
        if (code == HXP_EXIT_OK)
            code = (int)write_all(locales, command, &settings);
    }
    hxp_locales_free(locales);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_segment = {
    "segment", "FILE ...", "Divides texts into sentences.", options, run,
};

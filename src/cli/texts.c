/* texts.c - the texts a command is given: language, document, segments. */
#include "cli/texts.h"

#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "cli/path_language.h"
#include "cli/say.h"
#include "formats/documents/entry_order.h"
#include "formats/html/html_encoding.h"

#include <hexapla/segment.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

const char *const hxp_document_formats[] = {
    "txt",        "html",    "markdown", "docx", "pptx",      "xlsx", "odf",
    "epub",       "xliff",   "po",       "tmx",  "xcstrings", "json", "android",
    "properties", "strings", "pdf",      "srt",  "vtt",       NULL
};
const char *const hxp_paragraph_names[] = { "auto", "blank", "line", NULL };

hxp_operand hxp_operand_of(const char *text)
{
    hxp_operand operand = { text, "" };
    const char *equals = strchr(text, '=');
    if (equals && hxp_tag_canonical(operand.language,
                                    (hxp_str){ text, (size_t)(equals - text) }))
        operand.path = equals + 1;
    else
        hxp_path_language(operand.language, text);
    return operand;
}

char *hxp_operand_make(const char *tag, const char *path)
{
    size_t size = strlen(tag) + strlen(path) + sizeof "=";
    char *operand = malloc(size);
    if (operand)
        snprintf(operand, size, "%s=%s", tag, path);
    return operand;
}

hxp_exit hxp_check_output(const hxp_command *command, const char *option,
                          const char *path, const hxp_values *operands)
{
    struct stat written, read;
    if (!path || strcmp(path, "-") == 0 || stat(path, &written) != 0 ||
        !S_ISREG(written.st_mode))
        return HXP_EXIT_OK;
    for (size_t i = 0; i < operands->count; i++) {
        const char *file = hxp_operand_of(operands->items[i]).path;
        if (stat(file, &read) == 0 && read.st_dev == written.st_dev &&
            read.st_ino == written.st_ino)
            return hxp_say_usage(command,
                                 "--%s would replace '%s', which is "
                                 "read",
                                 option, file);
    }
    return HXP_EXIT_OK;
}

hxp_exit hxp_check_document_format(const hxp_command *command, const char *name)
{
    if (!name)
        return HXP_EXIT_OK;
    for (size_t i = 0; hxp_document_format_name(i); i++)
        if (strcmp(hxp_document_format_name(i), name) == 0)
            return HXP_EXIT_OK;
    return hxp_say_usage(command, "there is no document format '%s'", name);
}

/** Write the folder beside the program into path; false: there is none. */
static bool folder_beside(char path[PATH_MAX])
{
    static const char folder[] = "/../share/hexapla/locales";
    struct stat info;
    if (!realpath("/proc/self/exe", path))
        return false;
    char *slash = strrchr(path, '/');
    if (!slash || (size_t)(slash - path) + sizeof folder > PATH_MAX)
        return false;
    memcpy(slash, folder, sizeof folder);
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

hxp_exit hxp_open_locales(hxp_locales **locales)
{
    char beside[PATH_MAX];
    hxp_error error;
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): only read */
    const char *given = getenv("HEXAPLA_LOCALES");
    const char *folder = NULL;
    if ((!given || !*given) && folder_beside(beside))
        folder = beside;
    if (hxp_locales_open(locales, folder, &error) == HXP_OK)
        return HXP_EXIT_OK;
    return hxp_say_error(&error);
}

hxp_exit hxp_open_guesser(hxp_guesser **guesser, hxp_locales *locales)
{
    hxp_error error;
    return hxp_guesser_new(guesser, locales, &error) == HXP_OK
               ? HXP_EXIT_OK
               : hxp_say_error(&error);
}

/** Say that the text's language is not known, or not given by a tag. */
static hxp_exit say_no_language(const hxp_command *command, const char *path)
{
    char meant[HXP_TAG_SIZE];
    hxp_str file = hxp_str_of(path), name;
    if (hxp_str_cut(&file, '=', &name) && hxp_tag_normalise(meant, name))
        return hxp_say_usage(command,
                             "'%.*s' is not a language tag; did you mean "
                             "%s=%s?",
                             HXP_FMT(name), meant, file.ptr);
    return hxp_say_usage(command,
                         "%s: in which language? name it article.nl.txt, or "
                         "give nl=%s",
                         path, path);
}

void hxp_page_language(char tag[HXP_TAG_SIZE], const char *path,
                       const char *format)
{
    hxp_input *input;
    hxp_str head;
    struct stat info;
    tag[0] = '\0';
    if (!format)
        format = hxp_document_format_of(path);
    if (!format || strcmp(format, "html") != 0 || stat(path, &info) != 0 ||
        !S_ISREG(info.st_mode) || hxp_input_open(&input, path, NULL) != HXP_OK)
        return;
    if (hxp_input_peek(input, HXP_INPUT_PEEK, &head, NULL) != HXP_OK ||
        !hxp_html_language(tag, head))
        tag[0] = '\0';
    hxp_input_close(input);
}

/** Say when a page is in another language than it says; both are tags. */
static void say_other_language(const char *path, const char *said,
                               const char *given)
{
    char one[HXP_TAG_SIZE], other[HXP_TAG_SIZE];
    hxp_tag_language(one, hxp_str_of(said));
    hxp_tag_language(other, hxp_str_of(given));
    if (strcmp(one, other) != 0)
        hxp_say("%s: warning: read as %s, though its lang says %s", path, given,
                said);
}

hxp_exit hxp_find_language(const hxp_language **language, hxp_locales *locales,
                           const hxp_operand *operand,
                           const hxp_text_options *options)
{
    hxp_error error;
    char said[HXP_TAG_SIZE];
    const char *tag = options->language ? options->language : operand->language;
    hxp_page_language(said, operand->path, options->document.format);
    if (*tag == '\0')
        tag = said;
    else if (*said && !options->quiet)
        say_other_language(operand->path, said, tag);
    if (*tag == '\0')
        return say_no_language(options->command, operand->path);
    hxp_status status =
        hxp_locales_language(language, locales, hxp_str_of(tag), &error);
    if (status == HXP_OK)
        return HXP_EXIT_OK;
    if (error.file[0] == '\0')
        return hxp_say_usage(options->command, "%s", error.message);
    return hxp_say_error(&error);
}

/** Read the document and find its segments. */
static hxp_status read_segments(hxp_text *text, const char *path,
                                const hxp_text_options *options,
                                hxp_error *error)
{
    hxp_input *input;
    hxp_status status = hxp_input_open(&input, path, error);
    if (status != HXP_OK)
        return status;
    hxp_sayer sayer = hxp_sayer_make(options->quiet);
    hxp_document_options reading = options->document;
    reading.findings = &sayer.sink;
    hxp_str tag = hxp_str_of(hxp_language_tag(text->language));
    status = hxp_document_read(&text->document, input, tag, &reading, error);
    hxp_input_close(input);
    if (status == HXP_OK && options->like)
        status = hxp_document_order_like(&text->document, options->like, error);
    if (status != HXP_OK)
        return status;
    if (options->lines)
        return hxp_segment_lines(&text->segments, text->document, error);
    return hxp_segment_document(&text->segments, text->document, text->language,
                                NULL, error);
}

void hxp_say_data(const hxp_language *language, const char *path,
                  hxp_text_options *options)
{
    if (options->quiet || hxp_language_has_data(language))
        return;
    for (size_t i = 0; i < options->said_count; i++)
        if (options->said[i] == language)
            return;
    if (options->said_count < HXP_LANGUAGES_SAID)
        options->said[options->said_count++] = language;
    hxp_say("%s: note: no data for the language %s; Unicode's rules alone "
            "divide it",
            path, hxp_language_tag(language));
}

/** Say when text is in another language; its middle tells. */
static void say_foreign(const hxp_text *text, const char *path,
                        const hxp_guesser *guesser)
{
    enum { SAMPLE = 1 << 14 };
    hxp_str all = text->document->text;
    size_t size = all.len < SAMPLE ? all.len : SAMPLE;
    size_t start = (all.len - size) / 2;
    const char *tag = hxp_language_tag(text->language);
    if (hxp_guess_foreign(guesser, hxp_str_of(tag),
                          hxp_str_part(all, start, start + size)))
        hxp_say("%s: warning: the text is hardly in %s; is that its language?",
                path, tag);
}

hxp_exit hxp_text_read(hxp_text *text, hxp_locales *locales,
                       const char *operand, hxp_text_options *options)
{
    hxp_error error;
    hxp_operand given = hxp_operand_of(operand);
    *text = (hxp_text){ NULL, NULL, { NULL, 0 } };
    hxp_exit code =
        hxp_find_language(&text->language, locales, &given, options);
    if (code != HXP_EXIT_OK)
        return code;
    if (read_segments(text, given.path, options, &error) != HXP_OK)
        return hxp_say_error(&error);
    if (!options->lines)
        hxp_say_data(text->language, given.path, options);
    if (options->guesser)
        say_foreign(text, given.path, options->guesser);
    return HXP_EXIT_OK;
}

void hxp_text_free(hxp_text *text)
{
    hxp_segments_free(&text->segments);
    hxp_document_free(text->document);
    text->document = NULL;
}

hxp_str hxp_text_segment(const hxp_text *text, size_t i)
{
    const hxp_segment *segment = &text->segments.items[i];
    return hxp_str_part(text->document->text, segment->start, segment->end);
}

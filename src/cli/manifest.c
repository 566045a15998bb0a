/* manifest.c - cuts a manifest into lines and columns, in place. */
#include "cli/manifest.h"

#include "base/error.h"
#include "base/input.h"
#include "base/names.h"
#include "base/str.h"
#include "cli/texts.h"
#include "text/utf8.h"

#include <stdlib.h>

enum { LIMIT = 1 << 28 };

/** Make room for as many strings and lines as the text can hold. */
static bool allocate(hxp_manifest *manifest, size_t *lines)
{
    size_t columns = 1;
    *lines = 1;
    for (const char *c = manifest->text; *c; c++) {
        *lines += *c == '\n';
        columns += *c == '\n' || *c == '\t';
    }
    manifest->lines = calloc(*lines, sizeof *manifest->lines);
    manifest->files.items = calloc(columns, sizeof *manifest->files.items);
    return manifest->lines && manifest->files.items;
}

/** Cut what stands before c off *rest, which is NULL behind the last. */
static char *cut(char **rest, char c)
{
    char *part = *rest, *end = strchr(part, c);
    *rest = end ? end + 1 : NULL;
    if (end)
        *end = '\0';
    return part;
}

/** What is wrong with a file of a line, if its language is; or NULL. */
static const char *fault_of_file(const hxp_manifest_line *line,
                                 const char *operand)
{
    hxp_operand file = hxp_operand_of(operand);
    if (*file.language == '\0')
        return "a file does not tell its language: name it article.nl.txt, or "
               "give nl=article.txt";
    for (size_t i = 0; i < line->files.count; i++)
        if (strcmp(hxp_operand_of(line->files.items[i]).language,
                   file.language) == 0)
            return "another file of the group is in that language already";
    return NULL;
}

/** Put the language that a page says before its operand, if that tells none.
 * False: no memory. */
static bool name_language(hxp_manifest *manifest, const char **operand)
{
    char tag[HXP_TAG_SIZE];
    hxp_str named;
    if (hxp_operand_of(*operand).language[0] != '\0')
        return true;
    hxp_page_language(tag, *operand, manifest->format);
    if (tag[0] == '\0')
        return true;
    char *made = hxp_operand_make(tag, *operand);
    bool done =
        made && hxp_arena_copy(&named, &manifest->arena, hxp_str_of(made));
    free(made);
    if (done)
        *operand = named.ptr;
    return done;
}

/** Read a column into line; gives what is wrong with it, or NULL. */
static const char *read_column(hxp_manifest *manifest, hxp_manifest_line *line,
                               const char *column)
{
    const char *fault = NULL;
    if (*column == '>' || *column == '<') {
        const char **named = *column == '>' ? &line->output : &line->fixed;
        if (*named)
            fault = "a group has one output and one file of accepted beads";
        *named = column + 1;
    } else if (*column != '\0') {
        fault = name_language(manifest, &column) ? fault_of_file(line, column)
                                                 : "out of memory";
        line->files.items[line->files.count++] = column;
    }
    return fault;
}

/** Read a line; gives what is wrong with it, when it is left out, or NULL;
 * *at is that column. */
static const char *read_line(hxp_manifest *manifest, char *text,
                             const char **at)
{
    hxp_manifest_line *line = &manifest->lines[manifest->count];
    const char *fault = NULL, *start = text;
    size_t len = strlen(text);
    *line = (hxp_manifest_line){ .fixed = NULL };
    if (len > 0 && text[len - 1] == '\r')
        text[len - 1] = '\0';
    if (*text == '\0' || *text == '#')
        return NULL;
    line->files.items = manifest->files.items + manifest->files.count;
    while (text && !fault) {
        *at = cut(&text, '\t');
        fault = read_column(manifest, line, *at);
    }
    if (fault)
        return fault;
    *at = start;
    if (line->files.count < 2)
        return "a group needs two files or more, with tabs between";
    manifest->files.count += line->files.count;
    manifest->count++;
    return NULL;
}

/** Say what is wrong with a line, which is left out. */
static void say_fault(hxp_manifest *manifest, const char *path, hxp_place place,
                      const char *fault)
{
    hxp_error error;
    hxp_fail_at(&error, HXP_EINPUT, path, place, "%s", fault);
    hxp_say_error(&error);
    manifest->faulty = true;
}

/** See that no output is one of the files, or another group's. */
static hxp_exit check_outputs(hxp_manifest *manifest, const char *path)
{
    hxp_names names = { .count = 0 };
    uint32_t number;
    size_t i;
    bool fits = true;
    for (i = 0; fits && i < manifest->files.count; i++)
        fits = hxp_names_add(
            &names, hxp_str_of(hxp_operand_of(manifest->files.items[i]).path),
            &number);
    const size_t files = names.count;
    for (i = 0; fits && i < manifest->count; i++) {
        hxp_manifest_line *line = &manifest->lines[i];
        size_t before = names.count;
        if (!line->output)
            continue;
        fits = hxp_names_add(&names, hxp_str_of(line->output), &number);
        line->failed = fits && names.count == before;
        if (line->failed)
            say_fault(manifest, path, (hxp_place){ line->number, 1, 1 },
                      number < files ? "the output is one of the files"
                                     : "the output is another group's, too");
    }
    hxp_names_free(&names);
    return fits ? HXP_EXIT_OK : hxp_say_no_memory();
}

static hxp_exit read_lines(hxp_manifest *manifest, const char *path)
{
    size_t lines;
    char *rest = manifest->text;
    if (!allocate(manifest, &lines))
        return hxp_say_no_memory();
    for (size_t number = 1; rest; number++) {
        size_t before = manifest->count;
        char *text = cut(&rest, '\n');
        const char *at = text;
        const char *fault = read_line(manifest, text, &at);
        hxp_place place = { number, 1, 1 };
        hxp_place_advance(&place, (hxp_str){ text, (size_t)(at - text) });
        if (fault)
            say_fault(manifest, path, place, fault);
        if (manifest->count > before)
            manifest->lines[before].number = number;
    }
    hxp_exit code = check_outputs(manifest, path);
    if (code != HXP_EXIT_OK)
        return code;
    for (size_t i = 0; i < manifest->count; i++)
        if (!manifest->lines[i].failed)
            return HXP_EXIT_OK;
    if (!manifest->faulty)
        hxp_say("%s: the manifest names no files", path);
    return HXP_EXIT_INPUT;
}

hxp_exit hxp_manifest_read(hxp_manifest *manifest, const char *path,
                           const char *format)
{
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_input *input;
    hxp_error error;
    *manifest = (hxp_manifest){ .format = format };
    if (hxp_input_open(&input, path, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_status status = hxp_input_read_all(input, &bytes, LIMIT, &error);
    hxp_input_close(input);
    if (status == HXP_OK && !hxp_buffer_add(&bytes, (hxp_str){ "", 1 }))
        status = hxp_no_memory(&error);
    manifest->text = bytes.ptr;
    return status == HXP_OK ? read_lines(manifest, path)
                            : hxp_say_error(&error);
}

void hxp_manifest_free(hxp_manifest *manifest)
{
    free(manifest->lines);
    free(manifest->files.items);
    hxp_arena_free(&manifest->arena);
    free(manifest->text);
}

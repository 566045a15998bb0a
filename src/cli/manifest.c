/* manifest.c - cuts a manifest into lines and columns, in place. */
#include "cli/manifest.h"

#include "base/error.h"
#include "base/input.h"
#include "base/names.h"
#include "base/str.h"
#include "cli/texts.h"

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

/** Read a line; gives what is wrong with it, or NULL. */
static const char *read_line(hxp_manifest *manifest, char *text)
{
    hxp_manifest_line *line = &manifest->lines[manifest->count];
    const char *fault = NULL;
    size_t len = strlen(text);
    if (len > 0 && text[len - 1] == '\r')
        text[len - 1] = '\0';
    if (*text == '\0' || *text == '#')
        return NULL;
    line->files.items = manifest->files.items + manifest->files.count;
    while (text) {
        char *column = cut(&text, '\t');
        if (*column == '>' || *column == '<') {
            const char **named = *column == '>' ? &line->output : &line->fixed;
            if (*named)
                fault = "a group has one output and one file of accepted beads";
            *named = column + 1;
        } else if (*column != '\0') {
            line->files.items[line->files.count++] = column;
            manifest->files.count++;
        }
    }
    manifest->count++;
    return line->files.count < 2
               ? "a group needs two files or more, with tabs between"
               : fault;
}

static hxp_exit refuse(const char *path, size_t line, const char *fault)
{
    hxp_error error;
    hxp_fail_at(&error, HXP_EINPUT, path, (hxp_place){ line, 1, 1 }, "%s",
                fault);
    return hxp_say_error(&error);
}

/** See that no output is one of the files, or another group's. */
static hxp_exit check_outputs(const hxp_manifest *manifest, const char *path)
{
    hxp_names names = { .count = 0 };
    const char *fault = NULL;
    uint32_t number;
    size_t i;
    bool fits = true;
    for (i = 0; fits && i < manifest->files.count; i++)
        fits = hxp_names_add(
            &names, hxp_str_of(hxp_operand_of(manifest->files.items[i]).path),
            &number);
    const size_t files = names.count;
    for (i = 0; fits && !fault && i < manifest->count; i++) {
        size_t before = names.count;
        const char *output = manifest->lines[i].output;
        if (!output)
            continue;
        fits = hxp_names_add(&names, hxp_str_of(output), &number);
        if (fits && names.count == before)
            fault = number < files ? "the output is one of the files"
                                   : "the output is another group's, too";
    }
    hxp_names_free(&names);
    if (!fits)
        return hxp_say_no_memory();
    return fault ? refuse(path, manifest->lines[i - 1].number, fault)
                 : HXP_EXIT_OK;
}

static hxp_exit read_lines(hxp_manifest *manifest, const char *path)
{
    size_t lines;
    char *rest = manifest->text;
    if (!allocate(manifest, &lines))
        return hxp_say_no_memory();
    for (size_t number = 1; rest; number++) {
        size_t before = manifest->count;
        const char *fault = read_line(manifest, cut(&rest, '\n'));
        if (fault)
            return refuse(path, number, fault);
        if (manifest->count > before)
            manifest->lines[before].number = number;
    }
    if (manifest->count > 0)
        return check_outputs(manifest, path);
    hxp_say("%s: the manifest names no files", path);
    return HXP_EXIT_INPUT;
}

hxp_exit hxp_manifest_read(hxp_manifest *manifest, const char *path)
{
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_input *input;
    hxp_error error;
    *manifest = (hxp_manifest){ .lines = NULL };
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
    free(manifest->text);
}

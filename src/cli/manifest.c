/* manifest.c - cuts a manifest into lines and columns, in place. */
#include "cli/manifest.h"

#include "base/error.h"
#include "base/input.h"
#include "base/str.h"

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

static hxp_exit read_lines(hxp_manifest *manifest, const char *path)
{
    size_t lines;
    char *rest = manifest->text;
    hxp_error error;
    if (!allocate(manifest, &lines)) {
        hxp_no_memory(&error);
        return hxp_say_error(&error);
    }
    for (size_t number = 1; rest; number++) {
        const char *fault = read_line(manifest, cut(&rest, '\n'));
        if (!fault)
            continue;
        hxp_fail_at(&error, HXP_EINPUT, path, (hxp_place){ number, 1, 1 }, "%s",
                    fault);
        return hxp_say_error(&error);
    }
    if (manifest->count > 0)
        return HXP_EXIT_OK;
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

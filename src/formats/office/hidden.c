/* hidden.c - what a document hides, which is left out, and said to be. */
#include "formats/office/hidden.h"

#include "base/array.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>

void hxp_hidden_begin_sheet(hxp_hidden *hidden)
{
    hidden->row = false;
    hidden->count = 0;
}

bool hxp_hidden_add_columns(hxp_hidden *hidden, size_t first, size_t end)
{
    if (!hxp_array_reserve(&hidden->columns, &hidden->capacity,
                           hidden->count + 1, sizeof *hidden->columns))
        return false;
    hidden->columns[hidden->count++] = (hxp_span){ first, end };
    return true;
}

bool hxp_hidden_has_cell(const hxp_hidden *hidden, size_t column)
{
    bool has = hidden->row;
    for (size_t i = 0; i < hidden->count && !has; i++)
        has = column >= hidden->columns[i].start &&
              column < hidden->columns[i].end;
    return has;
}

hxp_status hxp_hidden_tell(const hxp_hidden *hidden, const char *file,
                           const hxp_document_options *options,
                           hxp_error *error)
{
    const struct {
        size_t count;
        const char *what;
    } all[] = { { hidden->sheets, "sheet" },
                { hidden->slides, "slide" },
                { hidden->cells, "cell" },
                { hidden->texts, "text" } };
    char message[200] = "left out what is hidden";
    size_t len = strlen(message);
    const char *between = ": ";
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        if (all[i].count == 0)
            continue;
        len += (size_t)snprintf(message + len, sizeof message - len,
                                "%s%zu %s%s", between, all[i].count,
                                all[i].what, all[i].count > 1 ? "s" : "");
        between = ", ";
    }
    const hxp_finding finding = { .rule = "document.hidden",
                                  .level = HXP_NOTE,
                                  .file = hxp_str_of(file),
                                  .message = { message, len } };
    bool any = *between == ',' && options->findings;
    return any ? options->findings->finding(options->findings, &finding, error)
               : HXP_OK;
}

void hxp_hidden_free(hxp_hidden *hidden)
{
    free(hidden->columns);
}

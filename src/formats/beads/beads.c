/* beads.c - the table of bead formats. */
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/beads/bead_format.h"
#include "formats/extension.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* A line for each format. */
static const hxp_bead_format formats[] = {
    { "beads", ".beads", false, hxp_bead_list_read, hxp_bead_list_write },
    { "json", ".json", false, NULL, hxp_bead_json_write },
    { "ladder", ".ladder", true, hxp_ladder_read, hxp_ladder_write },
    { "ladder-text", NULL, true, NULL, hxp_ladder_text_write },
    { "vecalign", ".vecalign", true, hxp_vecalign_read, hxp_vecalign_write },
    { "ces", ".ces", true, hxp_ces_read, hxp_ces_write },
};

/* TMX as align writes it: a format of units, from which beads are only read. */
static const hxp_bead_format units = { "tmx", NULL, false, hxp_bead_units_read,
                                       NULL };

enum { COUNT = sizeof formats / sizeof formats[0] };

static const hxp_bead_format *by_name(const char *name)
{
    for (size_t i = 0; i < COUNT; i++)
        if (hxp_str_is_nocase(hxp_str_of(name), formats[i].name))
            return &formats[i];
    return NULL;
}

const char *hxp_bead_format_of(const char *path)
{
    for (size_t i = 0; i < COUNT; i++) {
        const char *const extensions[] = { formats[i].extension, NULL };
        if (hxp_extension_is(path, extensions))
            return formats[i].name;
    }
    return NULL;
}

const char *hxp_bead_format_name(size_t i)
{
    return i < COUNT ? formats[i].name : NULL;
}

bool hxp_bead_format_pairs(const char *name)
{
    const hxp_bead_format *format = by_name(name);
    return format && format->pairs;
}

hxp_str hxp_segment_text(const hxp_segmented *document, size_t i)
{
    const hxp_segment *segment = &document->segments->items[i];
    return hxp_str_part(document->document->text, segment->start, segment->end);
}

hxp_status hxp_beads_write(hxp_output *output, const hxp_alignment *alignment,
                           const hxp_segmented *documents, const char *name,
                           hxp_error *error)
{
    const hxp_bead_format *format = by_name(name);
    const hxp_aligned aligned = { alignment, documents };
    if (!format)
        return hxp_fail(error, HXP_EINPUT, "there is no bead format \"%s\"",
                        name);
    if (format->pairs && alignment->languages != 2)
        return hxp_fail(error, HXP_EINPUT,
                        "the format \"%s\" holds two languages, not %zu", name,
                        alignment->languages);
    format->write(output, &aligned);
    return HXP_OK;
}

/* --- Reading -------------------------------------------------------------- */

/** A list and what it owns. */
struct owner {
    hxp_bead_list list; /* first: the caller frees it by this address */
    hxp_bead_reading reading;
    hxp_bead *beads;
};

/** The name of the format that a file begins as whose name tells none: a list
 * of beads, unless its first character is none that a tag begins with. */
static hxp_status guess(const char **name, hxp_input *input, hxp_error *error)
{
    enum { HEAD = 4096 };
    hxp_str head;
    hxp_status status = hxp_input_peek(input, HEAD, &head, error);
    if (status != HXP_OK)
        return status;
    head = hxp_utf8_trim(hxp_utf8_unmarked(head));
    char first = head.len > 0 ? head.ptr[0] : '\0';
    *name = "beads";
    if (first == '[')
        *name = "vecalign";
    else if (first >= '0' && first <= '9')
        *name = "ladder";
    else if (first == '<')
        *name = "ces";
    while (first == '<' && head.len > 0) {
        if (hxp_str_starts(head, HXP_STR("<tmx")))
            *name = units.name;
        head = hxp_str_part(head, 1, head.len);
    }
    return HXP_OK;
}

/** Make the list of what has been read. */
static hxp_status finish(struct owner *owner, hxp_error *error)
{
    const hxp_bead_reading *reading = &owner->reading;
    owner->beads = calloc(reading->count + 1, sizeof *owner->beads);
    if (!owner->beads)
        return hxp_no_memory(error);
    for (size_t i = 0; i < reading->count; i++)
        owner->beads[i] = (hxp_bead){ &reading->sides[i * reading->languages],
                                      reading->confident[i] };
    owner->list.alignment =
        (hxp_alignment){ owner->beads, reading->count, reading->languages };
    owner->list.languages = reading->tags;
    owner->list.places = reading->places;
    return HXP_OK;
}

hxp_status hxp_beads_read(hxp_bead_list **out, hxp_input *input,
                          const char *name, hxp_error *error)
{
    static const char *const tmx[] = { ".tmx", NULL };
    const char *file = hxp_input_name(input);
    const hxp_bead_format *format;
    *out = NULL;
    if (!name)
        name = hxp_bead_format_of(file);
    if (!name && hxp_extension_is(file, tmx))
        name = units.name;
    if (!name) {
        hxp_status status = guess(&name, input, error);
        if (status != HXP_OK)
            return status;
    }
    format = strcmp(name, units.name) == 0 ? &units : by_name(name);
    if (!format || !format->read)
        return hxp_fail(error, HXP_EINPUT, "\"%s\" is no bead format to read",
                        name);
    struct owner *owner = calloc(1, sizeof *owner);
    if (!owner)
        return hxp_no_memory(error);
    owner->reading.file = file;
    hxp_status status = format->read(&owner->reading, input, error);
    if (status == HXP_OK)
        status = finish(owner, error);
    if (status == HXP_OK)
        *out = &owner->list;
    else
        hxp_bead_list_free(&owner->list);
    return status;
}

void hxp_bead_list_free(hxp_bead_list *list)
{
    struct owner *owner = (struct owner *)list;
    if (!owner)
        return;
    hxp_bead_reading_free(&owner->reading);
    free(owner->beads);
    free(owner);
}

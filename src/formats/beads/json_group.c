/* json_group.c - groups of texts out of parsed JSON. */
#include "formats/beads/json_group.h"

#include "base/error.h"
#include "base/str.h"
#include "formats/faults.h"

#include <jansson.h>
#include <stdlib.h>

static hxp_str string_of(const json_t *value)
{
    return (hxp_str){ json_string_value(value), json_string_length(value) };
}

/** Copy the id as JSON. */
static hxp_status read_id(hxp_json_group *group, const json_t *id,
                          hxp_error *error)
{
    if (!id)
        return HXP_OK;
    char *text = json_dumps(id, JSON_ENCODE_ANY | JSON_COMPACT);
    bool done =
        text && hxp_arena_copy(&group->id, &group->arena, hxp_str_of(text));
    free(text);
    return done ? HXP_OK : hxp_no_memory(error);
}

/** Join segments into one text, a line break between them. */
static hxp_status join(hxp_json_version *version, hxp_arena *arena,
                       const json_t *segments, hxp_error *error)
{
    size_t count = json_array_size(segments), len = 0, at = 0;
    for (size_t i = 0; i < count; i++) {
        const json_t *segment = json_array_get(segments, i);
        if (!json_is_string(segment))
            return hxp_fail(error, HXP_EINPUT, "a segment is not a string");
        len += json_string_length(segment) + 1;
    }
    char *text = hxp_arena_alloc(arena, len + 1, 1);
    version->spans = hxp_arena_alloc(arena, count + 1, sizeof(hxp_span));
    if (!text || !version->spans)
        return hxp_no_memory(error);
    for (size_t i = 0; i < count; i++) {
        hxp_str segment = string_of(json_array_get(segments, i));
        if (segment.len > 0)
            memcpy(text + at, segment.ptr, segment.len);
        version->spans[i] = (hxp_span){ at, at + segment.len };
        at += segment.len;
        text[at++] = '\n';
    }
    version->segmented = true;
    version->span_count = count;
    version->text = (hxp_str){ text, len };
    return HXP_OK;
}

static hxp_status read_version(hxp_json_version *version, hxp_arena *arena,
                               const json_t *document, hxp_error *error)
{
    const json_t *language = json_object_get(document, "language");
    const json_t *text = json_object_get(document, "text");
    const json_t *segments = json_object_get(document, "segments");
    if (!json_is_string(language))
        return hxp_fail(error, HXP_EINPUT, "a document without \"language\"");
    if (!hxp_arena_copy(&version->language, arena, string_of(language)))
        return hxp_no_memory(error);
    if (json_is_array(segments))
        return join(version, arena, segments, error);
    if (!json_is_string(text))
        return hxp_fail(error, HXP_EINPUT,
                        "a document with neither \"text\" nor \"segments\"");
    return hxp_arena_copy(&version->text, arena, string_of(text))
               ? HXP_OK
               : hxp_no_memory(error);
}

static hxp_status read_group(hxp_json_group *group, const json_t *whole,
                             hxp_error *error)
{
    const json_t *documents = json_object_get(whole, "documents");
    size_t count = json_array_size(documents);
    hxp_status status = read_id(group, json_object_get(whole, "id"), error);
    if (status != HXP_OK)
        return status;
    if (count < 2)
        return hxp_fail(error, HXP_EINPUT,
                        "\"documents\" must be an array of two or more");
    group->versions =
        hxp_arena_alloc(&group->arena, count, sizeof *group->versions);
    if (!group->versions)
        return hxp_no_memory(error);
    for (; status == HXP_OK && group->count < count; group->count++)
        status = read_version(&group->versions[group->count], &group->arena,
                              json_array_get(documents, group->count), error);
    return status;
}

hxp_status hxp_json_group_read(hxp_json_group *group, hxp_str line,
                               hxp_error *error)
{
    json_error_t fault;
    *group = (hxp_json_group){ .versions = NULL };
    json_t *whole =
        json_loadb(line.ptr ? line.ptr : "", line.len, JSON_ALLOW_NUL, &fault);
    if (!whole && json_error_code(&fault) == json_error_out_of_memory)
        return hxp_no_memory(error);
    if (!whole)
        return hxp_fail(error, HXP_EINPUT, "column %d: %.*s", fault.column,
                        HXP_FMT(hxp_quote(hxp_str_of(fault.text))));
    hxp_status status = read_group(group, whole, error);
    json_decref(whole);
    return status;
}

void hxp_json_group_free(hxp_json_group *group)
{
    hxp_arena_free(&group->arena);
}

/* content_builder.c - a stack of contents; finished ones go to an arena. */
#include "formats/units/content_builder.h"

#include "base/str.h"
#include "text/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static hxp_content_level *innermost(hxp_content_builder *builder)
{
    assert(builder->depth > 0);
    return &builder->levels[builder->depth - 1];
}

bool hxp_content_open(hxp_content_builder *builder)
{
    size_t old = builder->capacity;
    if (!hxp_array_reserve(&builder->levels, &builder->capacity,
                           builder->depth + 1, sizeof *builder->levels))
        return false;
    if (builder->capacity > old)
        memset(builder->levels + old, 0,
               (builder->capacity - old) * sizeof *builder->levels);
    hxp_content_level *level = &builder->levels[builder->depth++];
    level->text.len = 0;
    level->code_count = level->run_count = 0;
    return true;
}

static bool same_place(hxp_place a, hxp_place b)
{
    return a.line == b.line && a.column == b.column;
}

bool hxp_content_add_run(hxp_content_level *level, hxp_str text,
                         const hxp_place *known)
{
    hxp_place place = known ? *known : (hxp_place){ 0, 0, 0 };
    if (level->run_count == 0 || !same_place(level->next, place)) {
        if (!hxp_array_reserve(&level->runs, &level->run_capacity,
                               level->run_count + 1, sizeof *level->runs))
            return false;
        level->runs[level->run_count++] = (hxp_run){ level->text.len, place };
        level->next = place;
    }
    hxp_place_advance(&level->next, text);
    return true;
}

bool hxp_content_add_code(hxp_content_builder *builder, hxp_code code,
                          hxp_place place)
{
    hxp_content_level *level = innermost(builder);
    size_t need = level->code_count + 1;
    if (!hxp_array_reserve(&level->codes, &level->code_capacity, need,
                           sizeof *level->codes) ||
        !hxp_array_reserve(&level->places, &level->place_capacity, need,
                           sizeof *level->places))
        return false;
    code.offset = level->text.len;
    level->codes[level->code_count] = code;
    level->places[level->code_count++] = place;
    return true;
}

/** Copy an array into the arena; NULL for an empty one. */
static bool copy_array(void *to, const void *items, size_t size,
                       hxp_arena *arena)
{
    void *copy = NULL;
    if (size > 0) {
        copy = hxp_arena_bytes(arena, size);
        if (!copy)
            return false;
        memcpy(copy, items, size);
    }
    memcpy(to, &copy, sizeof copy);
    return true;
}

static bool copy_content(hxp_content *out, const hxp_content_level *level,
                         hxp_arena *arena)
{
    *out = (hxp_content){ .code_count = level->code_count,
                          .run_count = level->run_count };
    return hxp_arena_copy(&out->text, arena, hxp_buffer_str(&level->text)) &&
           copy_array(&out->codes, level->codes,
                      level->code_count * sizeof *level->codes, arena) &&
           copy_array(&out->runs, level->runs,
                      level->run_count * sizeof *level->runs, arena);
}

bool hxp_content_close(hxp_content *out, hxp_content_builder *builder,
                       hxp_arena *arena)
{
    if (!copy_content(out, innermost(builder), arena))
        return false;
    builder->depth--;
    if (builder->depth == 0 || (out->text.len == 0 && out->code_count == 0))
        return true;
    hxp_content_level *around = innermost(builder);
    assert(around->code_count > 0);
    const void *inside;
    if (!copy_array(&inside, out, sizeof *out, arena))
        return false;
    around->codes[around->code_count - 1].inside = inside;
    return true;
}

const hxp_content_level *hxp_content_closed(const hxp_content_builder *builder)
{
    return &builder->levels[builder->depth];
}

void hxp_content_builder_free(hxp_content_builder *builder)
{
    for (size_t i = 0; i < builder->capacity; i++) {
        hxp_buffer_free(&builder->levels[i].text);
        free(builder->levels[i].codes);
        free(builder->levels[i].places);
        free(builder->levels[i].runs);
    }
    free(builder->levels);
    *builder = (hxp_content_builder){ .levels = NULL };
}

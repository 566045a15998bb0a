/* languages.c - puts other language tags for those of a file. */
#include "base/array.h"
#include "base/error.h"
#include "base/names.h"
#include "base/str.h"
#include "filter/change.h"

#include <hexapla/filter.h>

#include <stdlib.h>

typedef char tag_text[HXP_TAG_SIZE];

typedef struct retagger {
    hxp_change change;
    const hxp_languages_options *options;
    hxp_names old;     /* tags met so far */
    tag_text *changed; /* what stands for each; empty: itself */
    size_t room;
} retagger;

/** Cut an entry of the map in two; false: it is not of that form. */
static bool divide(hxp_str *from, hxp_str *to, const char *entry)
{
    *to = hxp_str_of(entry);
    return hxp_str_cut(to, '=', from) && from->len > 0 && to->len > 0;
}

/** Find out what to put for tag; empty: nothing. */
static void decide(tag_text changed, const retagger *self, hxp_str tag)
{
    const hxp_texts *map = &self->options->map;
    hxp_str from, to;
    changed[0] = '\0';
    for (size_t i = 0; i < map->count; i++) {
        if (divide(&from, &to, map->items[i]) && hxp_tag_equal(from, tag)) {
            hxp_tag_canonical(changed, to);
            return;
        }
    }
    if (self->options->normalise)
        hxp_tag_normalise(changed, tag);
}

static hxp_status change_tag(hxp_change *change, hxp_str *tag, hxp_error *error)
{
    retagger *self = (retagger *)change;
    uint32_t number;
    size_t before = self->old.count;
    if (!hxp_array_reserve(&self->changed, &self->room, before + 1,
                           sizeof *self->changed) ||
        !hxp_names_add(&self->old, *tag, &number))
        return hxp_no_memory(error);
    if (self->old.count > before)
        decide(self->changed[number], self, *tag);
    hxp_str changed = hxp_str_of(self->changed[number]);
    if (changed.len == 0 || hxp_str_equal(changed, *tag))
        return HXP_OK;
    /* self->changed moves as it grows. */
    if (!hxp_arena_copy(tag, &self->change.arena, changed))
        return hxp_no_memory(error);
    if (self->options->changed)
        ++*self->options->changed;
    return HXP_OK;
}

static hxp_status change_attribute(hxp_change *change, hxp_attribute *attribute,
                                   bool *keep, hxp_error *error)
{
    static const char *const names[] = { "xml:lang", "lang", "adminlang" };
    *keep = true;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (hxp_str_is(attribute->name, names[i]))
            return change_tag(change, &attribute->value, error);
    return HXP_OK;
}

static void close_retagger(hxp_unit_sink *sink)
{
    retagger *self = (retagger *)sink;
    self->change.pass.next->close(self->change.pass.next);
    hxp_names_free(&self->old);
    hxp_arena_free(&self->change.arena);
    free(self->changed);
    free(self);
}

static hxp_status check_map(const hxp_texts *map, hxp_error *error)
{
    for (size_t i = 0; i < map->count; i++) {
        tag_text canonical;
        hxp_str from, to;
        if (!divide(&from, &to, map->items[i]))
            return hxp_fail(error, HXP_EINPUT,
                            "'%s' is not of the form "
                            "OLD=NEW",
                            map->items[i]);
        if (!hxp_tag_canonical(canonical, to))
            return hxp_fail(error, HXP_EINPUT, "'%.*s' is not a language tag",
                            HXP_FMT(to));
    }
    return HXP_OK;
}

hxp_status hxp_languages_new(hxp_unit_sink **out, hxp_unit_sink *next,
                             const hxp_languages_options *options,
                             hxp_error *error)
{
    *out = NULL;
    hxp_status status = check_map(&options->map, error);
    if (status != HXP_OK)
        return status;
    retagger *self = calloc(1, sizeof *self);
    if (!self)
        return hxp_no_memory(error);
    self->change.pass.sink = (hxp_unit_sink){ hxp_change_begin, hxp_change_unit,
                                              hxp_pass_end, close_retagger };
    self->change.language = change_tag;
    self->change.attribute = change_attribute;
    self->change.pass.next = next;
    self->options = options;
    *out = &self->change.pass.sink;
    return HXP_OK;
}

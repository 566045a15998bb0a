/* anonymise.c - takes the names of people out of a file. */
#include "base/error.h"
#include "base/names.h"
#include "base/str.h"
#include "filter/change.h"

#include <hexapla/filter.h>

#include <stdio.h>
#include <stdlib.h>

typedef struct anonymiser {
    hxp_change change;
    const hxp_anonymise_options *options;
    hxp_names people; /* in the order they were met */
} anonymiser;

static bool is_listed(const hxp_texts *texts, hxp_str name)
{
    for (size_t i = 0; i < texts->count; i++)
        if (hxp_str_is(name, texts->items[i]))
            return true;
    return false;
}

/** Put a pseudonym for *value, or have it dropped. */
static hxp_status hide(anonymiser *self, hxp_str *value, bool *keep,
                       hxp_error *error)
{
    char text[32];
    uint32_t number;
    *keep = !self->options->drop;
    if (self->options->changed)
        ++*self->options->changed;
    if (!*keep)
        return HXP_OK;
    if (!hxp_names_add(&self->people, *value, &number))
        return hxp_no_memory(error);
    snprintf(text, sizeof text, "user-%lu", (unsigned long)number + 1);
    if (!hxp_arena_copy(value, &self->change.arena, hxp_str_of(text)))
        return hxp_no_memory(error);
    return HXP_OK;
}

static hxp_status hide_attribute(hxp_change *change, hxp_attribute *attribute,
                                 bool *keep, hxp_error *error)
{
    anonymiser *self = (anonymiser *)change;
    if (!hxp_str_is(attribute->name, "creationid") &&
        !hxp_str_is(attribute->name, "changeid") &&
        !is_listed(&self->options->attributes, attribute->name))
        return HXP_OK;
    return hide(self, &attribute->value, keep, error);
}

static hxp_status hide_remark(hxp_change *change, hxp_remark *remark,
                              bool *keep, hxp_error *error)
{
    anonymiser *self = (anonymiser *)change;
    if (remark->kind != HXP_PROPERTY ||
        !is_listed(&self->options->properties, remark->type))
        return HXP_OK;
    return hide(self, &remark->text, keep, error);
}

static void close_anonymiser(hxp_unit_sink *sink)
{
    anonymiser *self = (anonymiser *)sink;
    self->change.pass.next->close(self->change.pass.next);
    hxp_names_free(&self->people);
    hxp_arena_free(&self->change.arena);
    free(self);
}

hxp_status hxp_anonymise_new(hxp_unit_sink **out, hxp_unit_sink *next,
                             const hxp_anonymise_options *options,
                             hxp_error *error)
{
    anonymiser *self = calloc(1, sizeof *self);
    *out = NULL;
    if (!self)
        return hxp_no_memory(error);
    self->change.pass.sink = (hxp_unit_sink){ hxp_change_begin, hxp_change_unit,
                                              hxp_pass_end, close_anonymiser };
    self->change.attribute = hide_attribute;
    self->change.remark = hide_remark;
    self->change.pass.next = next;
    self->options = options;
    *out = &self->change.pass.sink;
    return HXP_OK;
}

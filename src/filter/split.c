/* split.c - sends the units of one file to several. */
#include "base/array.h"
#include "base/error.h"
#include "base/names.h"
#include "base/str.h"
#include "filter/property.h"
#include "model/header.h"
#include "model/source.h"

#include <hexapla/filter.h>

#include <stdio.h>
#include <stdlib.h>

/* What stands behind the last unit takes no more than that. */
enum { TAIL = 64 };

typedef struct splitter {
    hxp_unit_sink sink;
    const hxp_split_options *options;
    hxp_source source;
    hxp_header_copy header;
    hxp_names names;       /* of parts, by number */
    hxp_unit_sink **parts; /* NULL: closed */
    size_t room;
    size_t filled;   /* units or bytes of the part in work */
    size_t head;     /* bytes before the first unit */
    hxp_buffer name; /* in the making */
    hxp_arena arena; /* of the unit in work */
} splitter;

/* --- Parts ---------------------------------------------------------------- */

/** End and close part number. */
static hxp_status end_part(splitter *self, size_t number, hxp_error *error)
{
    hxp_unit_sink *part = self->parts[number];
    hxp_status status = part->end(part, error);
    part->close(part);
    self->parts[number] = NULL;
    return status;
}

/** Open the part that the number was given to. */
static hxp_status open_part(splitter *self, size_t number, hxp_error *error)
{
    const hxp_split_options *options = self->options;
    hxp_unit_sink **part = &self->parts[number];
    hxp_status status =
        options->open(part, options->context, self->names.items[number], error);
    if (status == HXP_OK)
        status = (*part)->begin(*part, &self->header.header, error);
    return status;
}

/** Give the part called name, opened if it is new. */
static hxp_status find_part(hxp_unit_sink **part, splitter *self, hxp_str name,
                            hxp_error *error)
{
    uint32_t number;
    size_t before = self->names.count;
    hxp_status status = HXP_OK;
    if (!hxp_array_reserve(&self->parts, &self->room, before + 1,
                           sizeof *self->parts) ||
        !hxp_names_add(&self->names, name, &number))
        return hxp_no_memory(error);
    if (self->names.count > before) {
        self->parts[number] = NULL;
        if (self->options->by >= HXP_SPLIT_PAIRS && number >= HXP_SPLIT_PARTS)
            return hxp_fail(error, HXP_ELIMIT, "more than %d parts",
                            HXP_SPLIT_PARTS);
        status = open_part(self, number, error);
    }
    *part = self->parts[number];
    return status;
}

/* --- By units and size ---------------------------------------------------- */

static hxp_status open_next(splitter *self, hxp_error *error)
{
    char name[32];
    hxp_unit_sink *part;
    self->filled = self->options->by == HXP_SPLIT_SIZE ? self->head + TAIL : 0;
    snprintf(name, sizeof name, "%03zu", self->names.count + 1);
    return find_part(&part, self, hxp_str_of(name), error);
}

/** What unit adds to its part. */
static hxp_status weigh(size_t *weight, splitter *self, const hxp_unit *unit,
                        hxp_error *error)
{
    const hxp_split_options *options = self->options;
    *weight = 1;
    if (options->by == HXP_SPLIT_UNITS)
        return HXP_OK;
    size_t before = options->size(options->context);
    hxp_status status = options->scale->unit(options->scale, unit, error);
    *weight = options->size(options->context) - before;
    return status;
}

static hxp_status add_in_turn(splitter *self, const hxp_unit *unit,
                              hxp_error *error)
{
    size_t weight, last = self->names.count - 1;
    size_t empty = self->options->by == HXP_SPLIT_SIZE ? self->head + TAIL : 0;
    hxp_status status = weigh(&weight, self, unit, error);
    if (status == HXP_OK && self->filled > empty &&
        self->filled + weight > self->options->most) {
        status = end_part(self, last, error);
        if (status == HXP_OK)
            status = open_next(self, error);
    }
    if (status != HXP_OK)
        return status;
    self->filled += weight;
    hxp_unit_sink *part = self->parts[self->names.count - 1];
    return part->unit(part, unit, error);
}

/* --- By pair and property ------------------------------------------------- */

/** Add a tag to the name in the making, in small letters. */
static bool add_tag(splitter *self, hxp_str tag)
{
    if (tag.len == 0)
        tag = HXP_STR("und");
    if (self->name.len > 0 && !hxp_buffer_add(&self->name, HXP_STR("-")))
        return false;
    size_t from = self->name.len;
    if (!hxp_buffer_add(&self->name, tag))
        return false;
    for (size_t i = from; i < self->name.len; i++)
        if (self->name.ptr[i] >= 'A' && self->name.ptr[i] <= 'Z')
            self->name.ptr[i] |= 32;
    return true;
}

/** Send unit with source and what is in target's language to their part. */
static hxp_status add_pair(splitter *self, const hxp_unit *unit,
                           const hxp_variant *source, const hxp_variant *target,
                           hxp_error *error)
{
    hxp_unit pair = *unit;
    hxp_unit_sink *part;
    hxp_variant *variants =
        hxp_arena_alloc(&self->arena, unit->variant_count, sizeof *variants);
    self->name.len = 0;
    if (!variants || (source && !add_tag(self, source->language)) ||
        (target && !add_tag(self, target->language)))
        return hxp_no_memory(error);
    hxp_status status =
        find_part(&part, self, hxp_buffer_str(&self->name), error);
    pair.variants = variants;
    pair.variant_count = 0;
    for (size_t i = 0; i < unit->variant_count; i++) {
        const hxp_variant *variant = &unit->variants[i];
        if (variant == source ||
            (target && hxp_tag_equal(variant->language, target->language)))
            variants[pair.variant_count++] = *variant;
    }
    return status == HXP_OK ? part->unit(part, &pair, error) : status;
}

/** True when a variant before number i, not the source, has its language. */
static bool came_before(const hxp_unit *unit, const hxp_variant *source,
                        size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (&unit->variants[k] != source &&
            hxp_tag_equal(unit->variants[k].language,
                          unit->variants[i].language))
            return true;
    return false;
}

static hxp_status add_to_pairs(splitter *self, const hxp_unit *unit,
                               hxp_error *error)
{
    const hxp_variant *source = hxp_source_of(&self->source, unit);
    hxp_status status = HXP_OK;
    size_t targets = 0;
    for (size_t i = 0; status == HXP_OK && i < unit->variant_count; i++) {
        if (&unit->variants[i] == source || came_before(unit, source, i))
            continue;
        targets++;
        status = add_pair(self, unit, source, &unit->variants[i], error);
    }
    if (targets == 0)
        status = add_pair(self, unit, source, NULL, error);
    return status;
}

static hxp_status add_by_value(splitter *self, const hxp_unit *unit,
                               hxp_error *error)
{
    hxp_unit_sink *part;
    hxp_str name = HXP_STR("none");
    const hxp_str *value =
        hxp_property_value(unit, hxp_str_of(self->options->property));
    if (value && value->len > 0)
        name = *value;
    hxp_status status = find_part(&part, self, name, error);
    return status == HXP_OK ? part->unit(part, unit, error) : status;
}

/* --- The sink ------------------------------------------------------------- */

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    splitter *self = (splitter *)sink;
    const hxp_split_options *options = self->options;
    hxp_status status = hxp_source_begin(&self->source, header, error);
    if (status == HXP_OK && !hxp_header_copy_make(&self->header, header))
        status = hxp_no_memory(error);
    if (status == HXP_OK && options->by == HXP_SPLIT_SIZE) {
        status = options->scale->begin(options->scale, header, error);
        self->head = options->size(options->context);
    }
    if (status == HXP_OK && options->by < HXP_SPLIT_PAIRS)
        status = open_next(self, error);
    return status;
}

static hxp_status split_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                             hxp_error *error)
{
    splitter *self = (splitter *)sink;
    hxp_arena_reset(&self->arena);
    if (self->options->by == HXP_SPLIT_PAIRS)
        return add_to_pairs(self, unit, error);
    if (self->options->by == HXP_SPLIT_PROPERTY)
        return add_by_value(self, unit, error);
    return add_in_turn(self, unit, error);
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    splitter *self = (splitter *)sink;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < self->names.count; i++)
        if (self->parts[i])
            status = end_part(self, i, error);
    return status;
}

static void close_splitter(hxp_unit_sink *sink)
{
    splitter *self = (splitter *)sink;
    for (size_t i = 0; i < self->names.count; i++)
        if (self->parts[i])
            self->parts[i]->close(self->parts[i]);
    hxp_source_free(&self->source);
    hxp_header_copy_free(&self->header);
    hxp_names_free(&self->names);
    hxp_buffer_free(&self->name);
    hxp_arena_free(&self->arena);
    free(self->parts);
    free(self);
}

hxp_status hxp_split_new(hxp_unit_sink **out, const hxp_split_options *options,
                         hxp_error *error)
{
    splitter *self = calloc(1, sizeof *self);
    *out = NULL;
    if (!self)
        return hxp_no_memory(error);
    self->sink = (hxp_unit_sink){ begin, split_unit, end, close_splitter };
    self->options = options;
    self->source.chosen = options->source_language;
    *out = &self->sink;
    return HXP_OK;
}

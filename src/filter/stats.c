/* stats.c - counts what a file of units holds. */
#include "base/array.h"
#include "base/error.h"
#include "base/hash_map.h"
#include "base/str.h"
#include "filter/date.h"
#include "filter/fingerprint.h"
#include "filter/tally.h"
#include "model/sink.h"
#include "model/source.h"
#include "text/count.h"
#include "text/utf8.h"

#include <stdlib.h>

typedef struct counter {
    hxp_unit_sink sink;
    hxp_unit_stats result;
    hxp_source source;
    hxp_hash_map seen;
    hxp_arena arena; /* owns the tags */
    hxp_language_stats *languages;
    size_t language_room;
    hxp_pair_stats *pairs;
    size_t pair_room;
    hxp_tally tools;
    hxp_tally properties;
} counter;

static bool is_empty(const hxp_content *content)
{
    return hxp_utf8_trim(content->text).len == 0 && content->code_count == 0;
}

/** The entry of the language, made if need be; NULL: no memory. */
static hxp_language_stats *language_entry(counter *self, hxp_str tag)
{
    hxp_unit_stats *result = &self->result;
    hxp_language_stats added = { .texts = 0 };
    for (size_t i = 0; i < result->language_count; i++)
        if (hxp_tag_equal(self->languages[i].tag, tag))
            return &self->languages[i];
    if (!hxp_array_reserve(&self->languages, &self->language_room,
                           result->language_count + 1,
                           sizeof *self->languages) ||
        !hxp_arena_copy(&added.tag, &self->arena, tag))
        return NULL;
    result->languages = self->languages;
    self->languages[result->language_count] = added;
    return &self->languages[result->language_count++];
}

/** Count one more unit of the pair, in which both are tags of languages. */
static bool count_pair(counter *self, hxp_str source, hxp_str target)
{
    hxp_unit_stats *result = &self->result;
    for (size_t i = 0; i < result->pair_count; i++) {
        hxp_pair_stats *pair = &self->pairs[i];
        if (!hxp_tag_equal(pair->source, source) ||
            !hxp_tag_equal(pair->target, target))
            continue;
        pair->units++;
        return true;
    }
    if (!hxp_array_reserve(&self->pairs, &self->pair_room,
                           result->pair_count + 1, sizeof *self->pairs))
        return false;
    result->pairs = self->pairs;
    self->pairs[result->pair_count++] = (hxp_pair_stats){ source, target, 1 };
    return true;
}

/** Count the tools and the types of properties of an element. */
static bool count_marks(counter *self, const hxp_attributes *attributes,
                        const hxp_remarks *remarks)
{
    const hxp_str *tool = hxp_attributes_value(attributes, "creationtool");
    if (tool && !hxp_tally_add(&self->tools, *tool))
        return false;
    for (size_t i = 0; i < remarks->count; i++)
        if (remarks->items[i].kind == HXP_PROPERTY &&
            !hxp_tally_add(&self->properties, remarks->items[i].type))
            return false;
    self->result.tools = self->tools.items;
    self->result.tool_count = self->tools.names.count;
    self->result.properties = self->properties.items;
    self->result.property_count = self->properties.names.count;
    return true;
}

static bool count_variant(counter *self, const hxp_variant *variant)
{
    const hxp_content *content = &variant->content;
    hxp_language_stats *language = language_entry(self, variant->language);
    if (!language)
        return false;
    language->texts++;
    language->empty += is_empty(content);
    language->words += hxp_count_words(content->text);
    language->characters += hxp_utf8_length(content->text);
    return count_marks(self, &variant->attributes, &variant->remarks);
}

/** True when a variant before number i has the same language. */
static bool is_alternative(const hxp_unit *unit, size_t i)
{
    return hxp_unit_variant(unit, unit->variants[i].language) !=
           &unit->variants[i];
}

static bool count_pairs(counter *self, const hxp_unit *unit)
{
    const hxp_variant *source = hxp_source_of(&self->source, unit);
    size_t targets = 0;
    if (!source || is_empty(&source->content))
        source = NULL;
    for (size_t i = 0; i < unit->variant_count; i++) {
        const hxp_variant *target = &unit->variants[i];
        if (target == source || is_empty(&target->content))
            continue;
        targets++;
        if (!source || is_alternative(unit, i) ||
            hxp_tag_equal(source->language, target->language))
            continue;
        hxp_language_stats *to = language_entry(self, target->language);
        if (!to)
            return false;
        hxp_str tag = to->tag;
        const hxp_language_stats *from = language_entry(self, source->language);
        if (!from || !count_pair(self, from->tag, tag))
            return false;
    }
    self->result.untranslated += targets == 0;
    return true;
}

static bool count_duplicate(counter *self, const hxp_unit *unit)
{
    bool found;
    if (!hxp_hash_map_add(&self->seen, hxp_fingerprint_unit(unit), &found))
        return false;
    self->result.duplicates += found;
    return true;
}

static void count_dates(hxp_unit_stats *result, const hxp_unit *unit)
{
    hxp_dates dates;
    if (!hxp_unit_dates(&dates, unit))
        return;
    if (result->dated == 0 || dates.oldest < result->oldest)
        result->oldest = dates.oldest;
    if (result->dated == 0 || dates.newest > result->newest)
        result->newest = dates.newest;
    result->dated++;
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    counter *self = (counter *)sink;
    hxp_status status = hxp_source_begin(&self->source, header, error);
    if (status != HXP_OK)
        return status;
    self->result.source_language = self->source.language;
    if (!count_marks(self, &header->attributes, &header->remarks))
        return hxp_no_memory(error);
    return HXP_OK;
}

static hxp_status count_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                             hxp_error *error)
{
    counter *self = (counter *)sink;
    self->result.units++;
    count_dates(&self->result, unit);
    bool fine = count_marks(self, &unit->attributes, &unit->remarks);
    for (size_t i = 0; fine && i < unit->variant_count; i++)
        fine = count_variant(self, &unit->variants[i]);
    fine = fine && count_pairs(self, unit) && count_duplicate(self, unit);
    return fine ? HXP_OK : hxp_no_memory(error);
}

static void close_counter(hxp_unit_sink *sink)
{
    counter *self = (counter *)sink;
    hxp_source_free(&self->source);
    hxp_hash_map_free(&self->seen);
    hxp_arena_free(&self->arena);
    hxp_tally_free(&self->tools);
    hxp_tally_free(&self->properties);
    free(self->languages);
    free(self->pairs);
    free(self);
}

hxp_status hxp_stats_new(hxp_unit_sink **out, hxp_error *error)
{
    counter *self = calloc(1, sizeof *self);
    *out = NULL;
    if (!self)
        return hxp_no_memory(error);
    self->sink =
        (hxp_unit_sink){ begin, count_unit, hxp_ignore_end, close_counter };
    *out = &self->sink;
    return HXP_OK;
}

const hxp_unit_stats *hxp_stats_result(const hxp_unit_sink *sink)
{
    return &((const counter *)sink)->result;
}

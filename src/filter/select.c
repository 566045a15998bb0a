/* select.c - hands on the units that are as the user says. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "filter/date.h"
#include "filter/pass.h"
#include "filter/property.h"
#include "model/source.h"
#include "text/utf8.h"

#include <hexapla/filter.h>

#include <stdlib.h>

typedef enum text_side { ANY, SOURCE, TARGET } text_side;

typedef struct text_pattern {
    text_side side;
    hxp_regex *regex;
} text_pattern;

typedef struct selection {
    hxp_pass pass;
    const hxp_select_options *options;
    hxp_source source;
    text_pattern *patterns;
    size_t pattern_count;
    hxp_property *properties;
    size_t property_count;
    int64_t since, before; /* seconds; what options name */
    hxp_variant *kept;     /* those of a unit in the languages asked for */
    size_t room;
} selection;

/* --- The conditions ------------------------------------------------------- */

static bool is_wanted(const selection *self, hxp_str tag)
{
    const hxp_texts *languages = &self->options->languages;
    for (size_t i = 0; i < languages->count; i++)
        if (hxp_tag_within(tag, hxp_str_of(languages->items[i])))
            return true;
    return false;
}

static bool has_language(const hxp_unit *unit, hxp_str language)
{
    for (size_t i = 0; i < unit->variant_count; i++)
        if (unit->variants[i].content.text.len > 0 &&
            hxp_tag_within(unit->variants[i].language, language))
            return true;
    return false;
}

static bool languages_hold(const selection *self, const hxp_unit *unit)
{
    const hxp_texts *languages = &self->options->languages;
    for (size_t i = 0; i < languages->count; i++)
        if (!has_language(unit, hxp_str_of(languages->items[i])))
            return false;
    return true;
}

/** Whether a text on the pattern's side matches. */
static hxp_status pattern_holds(bool *holds, const text_pattern *pattern,
                                const hxp_unit *unit, const hxp_variant *source,
                                hxp_error *error)
{
    hxp_status status = HXP_OK;
    *holds = false;
    for (size_t i = 0; status == HXP_OK && !*holds && i < unit->variant_count;
         i++) {
        const hxp_variant *variant = &unit->variants[i];
        if (pattern->side == ANY ||
            (pattern->side == SOURCE) == (variant == source))
            status = hxp_regex_search(holds, pattern->regex,
                                      variant->content.text, error);
    }
    return status;
}

static bool dates_hold(const selection *self, const hxp_unit *unit)
{
    hxp_dates dates;
    const hxp_select_options *options = self->options;
    if (!options->since && !options->before)
        return true;
    return hxp_unit_dates(&dates, unit) &&
           (!options->since || dates.newest >= self->since) &&
           (!options->before || dates.newest < self->before);
}

static bool ratio_holds(size_t a, size_t b, double most)
{
    size_t longer = a > b ? a : b, shorter = a > b ? b : a;
    return (double)longer <= most * (double)shorter;
}

static bool lengths_hold(const hxp_select_options *options,
                         const hxp_unit *unit, const hxp_variant *source)
{
    if (options->min_length == 0 && options->max_length == 0 &&
        options->max_ratio <= 0)
        return true;
    size_t source_length = source ? hxp_utf8_length(source->content.text) : 0;
    for (size_t i = 0; i < unit->variant_count; i++) {
        size_t length = hxp_utf8_length(unit->variants[i].content.text);
        if (length < options->min_length ||
            (options->max_length > 0 && length > options->max_length))
            return false;
        if (options->max_ratio > 0 && source &&
            !ratio_holds(source_length, length, options->max_ratio))
            return false;
    }
    return true;
}

/** Whether all that is asked for is true of unit; cheap questions first. */
static hxp_status all_hold(bool *hold, const selection *self,
                           const hxp_unit *unit, hxp_error *error)
{
    hxp_status status = HXP_OK;
    const hxp_variant *source = hxp_source_of(&self->source, unit);
    *hold = languages_hold(self, unit) && dates_hold(self, unit) &&
            lengths_hold(self->options, unit, source);
    for (size_t i = 0; status == HXP_OK && *hold && i < self->property_count;
         i++)
        status = hxp_property_holds(hold, &self->properties[i], unit, error);
    for (size_t i = 0; status == HXP_OK && *hold && i < self->pattern_count;
         i++)
        status = pattern_holds(hold, &self->patterns[i], unit, source, error);
    return status;
}

/* --- The sink ------------------------------------------------------------- */

static bool is_any(hxp_str language)
{
    return language.len == 0 || hxp_str_is_nocase(language, "*all*");
}

/** The source of what is left: any language, if its own has been dropped. */
static hxp_str kept_source(const selection *self, hxp_str language)
{
    if (is_any(language) || is_wanted(self, language))
        return language;
    return HXP_STR("*all*");
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    selection *self = (selection *)sink;
    hxp_unit_header changed = *header;
    hxp_status status = hxp_source_begin(&self->source, header, error);
    if (self->options->only_languages) {
        changed.source_language = kept_source(self, header->source_language);
        changed.language_count = 0;
    }
    return status == HXP_OK ? hxp_pass_begin(sink, &changed, error) : status;
}

/** Hand on the variants of unit in the languages asked for. */
static hxp_status hand_on_languages(selection *self, const hxp_unit *unit,
                                    hxp_error *error)
{
    hxp_unit changed = *unit;
    size_t count = 0;
    if (!hxp_array_reserve(&self->kept, &self->room, unit->variant_count,
                           sizeof *self->kept))
        return hxp_no_memory(error);
    for (size_t i = 0; i < unit->variant_count; i++)
        if (is_wanted(self, unit->variants[i].language))
            self->kept[count++] = unit->variants[i];
    changed.variants = self->kept;
    changed.variant_count = count;
    changed.source_language = kept_source(self, unit->source_language);
    return hxp_pass_unit(&self->pass.sink, &changed, error);
}

static hxp_status select_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                              hxp_error *error)
{
    selection *self = (selection *)sink;
    const hxp_select_options *options = self->options;
    bool hold;
    hxp_status status = all_hold(&hold, self, unit, error);
    if (status != HXP_OK)
        return status;
    bool selected = hold != options->invert;
    if (options->counts) {
        options->counts->kept += selected;
        options->counts->dropped += !selected;
    }
    if (!selected)
        return HXP_OK;
    return options->only_languages ? hand_on_languages(self, unit, error)
                                   : hxp_pass_unit(sink, unit, error);
}

static void free_selection(selection *self)
{
    for (size_t i = 0; i < self->pattern_count; i++)
        hxp_regex_free(self->patterns[i].regex);
    for (size_t i = 0; i < self->property_count; i++)
        hxp_property_free(&self->properties[i]);
    hxp_source_free(&self->source);
    free(self->patterns);
    free(self->properties);
    free(self->kept);
    free(self);
}

static void close_selection(hxp_unit_sink *sink)
{
    selection *self = (selection *)sink;
    self->pass.next->close(self->pass.next);
    free_selection(self);
}

/* --- Making it ------------------------------------------------------------ */

static hxp_status add_patterns(selection *self, text_side side,
                               const hxp_texts *texts, hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < texts->count; i++) {
        text_pattern *pattern = &self->patterns[self->pattern_count];
        pattern->side = side;
        status = hxp_regex_new(&pattern->regex, hxp_str_of(texts->items[i]),
                               self->options->ignore_case, error);
        self->pattern_count += status == HXP_OK;
    }
    return status;
}

static hxp_status read_patterns(selection *self, hxp_error *error)
{
    const hxp_select_options *options = self->options;
    size_t count = options->matches.count + options->source_matches.count +
                   options->target_matches.count;
    self->patterns = calloc(count + 1, sizeof *self->patterns);
    if (!self->patterns)
        return hxp_no_memory(error);
    hxp_status status = add_patterns(self, ANY, &options->matches, error);
    if (status == HXP_OK)
        status = add_patterns(self, SOURCE, &options->source_matches, error);
    if (status == HXP_OK)
        status = add_patterns(self, TARGET, &options->target_matches, error);
    return status;
}

static hxp_status read_properties(selection *self, hxp_error *error)
{
    const hxp_texts *texts = &self->options->properties;
    hxp_status status = HXP_OK;
    self->properties = calloc(texts->count + 1, sizeof *self->properties);
    if (!self->properties)
        return hxp_no_memory(error);
    for (size_t i = 0; status == HXP_OK && i < texts->count; i++) {
        status = hxp_property_read(&self->properties[i],
                                   hxp_str_of(texts->items[i]), error);
        self->property_count += status == HXP_OK;
    }
    return status;
}

static hxp_status read_date(int64_t *date, const char *text, hxp_error *error)
{
    if (text && !hxp_date_read(date, hxp_str_of(text)))
        return hxp_fail(error, HXP_EINPUT, "'%s' is no date such as 2024-01-31",
                        text);
    return HXP_OK;
}

hxp_status hxp_select_new(hxp_unit_sink **out, hxp_unit_sink *next,
                          const hxp_select_options *options, hxp_error *error)
{
    selection *self = calloc(1, sizeof *self);
    *out = NULL;
    if (!self)
        return hxp_no_memory(error);
    self->pass.sink =
        (hxp_unit_sink){ begin, select_unit, hxp_pass_end, close_selection };
    self->pass.next = next;
    self->options = options;
    self->source.chosen = options->source_language;
    hxp_status status = read_patterns(self, error);
    if (status == HXP_OK)
        status = read_properties(self, error);
    if (status == HXP_OK)
        status = read_date(&self->since, options->since, error);
    if (status == HXP_OK)
        status = read_date(&self->before, options->before, error);
    if (status == HXP_OK)
        *out = &self->pass.sink;
    else
        free_selection(self);
    return status;
}

/* checker.c - the sink that shows each unit to every family of rules. */
#include "check/family.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "check/signs.h"

#include <stdlib.h>

/* Add a family here. */
static const hxp_check_family *const families[] = {
    &hxp_check_terms,       &hxp_check_translated, &hxp_check_numbers,
    &hxp_check_ends,        &hxp_check_pairs,      &hxp_check_spaces,
    &hxp_check_doubles,     &hxp_check_codes,      &hxp_check_links,
    &hxp_check_consistency, &hxp_check_length,     &hxp_check_renderings,
};

enum { FAMILIES = sizeof families / sizeof *families };

/**
 * A findings sink that hands on what is about rules that were chosen, at the
 * level that was given, or else at the finding's own, unless the unit in work
 * tells to leave it.
 */
typedef struct rule_filter {
    hxp_finding_sink sink; /* borrowed by the families; never closed */
    hxp_finding_sink *next;
    int levels[HXP_CHECK_RULE_COUNT]; /* 0: off */
    bool given[HXP_CHECK_RULE_COUNT]; /* the level is, not the usual one */
    const hxp_unit *unit;             /* NULL: none */
} rule_filter;

enum { KNOWN_TAGS = 64 };

/** A tag as variants have it, and its language, which may be NULL. */
typedef struct known_tag {
    char tag[HXP_TAG_SIZE];
    size_t len; /* 0: none */
    const hxp_language *language;
} known_tag;

/** A family that somebody asks for. */
typedef struct open_family {
    const hxp_check_family *rules;
    void *state;
} open_family;

typedef struct checker {
    hxp_unit_sink sink;
    hxp_locales *locales;
    hxp_arena arena;         /* owns the languages below */
    hxp_str source_language; /* of the file or the options */
    bool source_chosen;      /* by the options */
    hxp_str *languages;      /* that the file promises */
    size_t language_count;
    rule_filter filter;
    known_tag tags[KNOWN_TAGS]; /* those met last */
    size_t next_tag;
    open_family open[FAMILIES];
    size_t open_count;
    bool signs; /* rules of segments are on: they ask for texts' signs */
} checker;

static hxp_status hand_on(hxp_finding_sink *sink, const hxp_finding *finding,
                          hxp_error *error)
{
    rule_filter *filter = (rule_filter *)sink;
    hxp_finding chosen = *finding;
    size_t count, i = 0;
    const hxp_rule *rules = hxp_check_rules(&count);
    while (strcmp(rules[i].id, finding->rule) != 0)
        i++;
    if (filter->levels[i] == 0 ||
        (filter->unit &&
         hxp_check_ignores(filter->unit, finding->language, finding->rule)))
        return HXP_OK;
    if (filter->given[i])
        chosen.level = (hxp_level)filter->levels[i];
    return filter->next->finding(filter->next, &chosen, error);
}

enum { USUAL_LEVEL = -1 };

/** Set the level of the rules that name means. */
static hxp_status set_levels(rule_filter *filter, const char *name, int level,
                             hxp_error *error)
{
    size_t count;
    const hxp_rule *rules = hxp_check_rules(&count);
    bool known = false;
    for (size_t i = 0; i < count; i++) {
        if (!hxp_check_rule_named(&rules[i], name))
            continue;
        filter->given[i] = level != USUAL_LEVEL;
        filter->levels[i] = filter->given[i] ? level : (int)rules[i].level;
        known = true;
    }
    return known ? HXP_OK
                 : hxp_fail(error, HXP_EINPUT, "no rule is named \"%s\"", name);
}

/** True when name is that of a rule, not of a family. */
static bool is_exact(const char *name)
{
    return strchr(name, '.') != NULL;
}

/** Set what levels say of families or, exact, of single rules. */
static hxp_status set_given(rule_filter *filter,
                            const hxp_check_options *options, bool exact,
                            hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < options->level_count; i++)
        if (is_exact(options->levels[i].rule) == exact)
            status = set_levels(filter, options->levels[i].rule,
                                options->levels[i].level, error);
    return status;
}

/** Set what is enabled and what is not: families or, exact, single rules. */
static hxp_status switch_given(rule_filter *filter,
                               const hxp_check_options *options, bool exact,
                               hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < options->enabled_count; i++)
        if (is_exact(options->enabled[i]) == exact)
            status =
                set_levels(filter, options->enabled[i], USUAL_LEVEL, error);
    for (size_t i = 0; status == HXP_OK && i < options->disabled_count; i++)
        if (is_exact(options->disabled[i]) == exact)
            status = set_levels(filter, options->disabled[i], 0, error);
    return status;
}

/** Set the levels of all rules; what is said of one rule beats its family. */
static hxp_status choose_rules(rule_filter *filter,
                               const hxp_check_options *options,
                               hxp_error *error)
{
    hxp_status status = HXP_OK;
    size_t count;
    const hxp_rule *rules = hxp_check_rules(&count);
    for (size_t i = 0; i < count; i++)
        filter->levels[i] =
            hxp_check_rule_off((hxp_check_rule)i) ? 0 : (int)rules[i].level;
    for (int exact = 0; status == HXP_OK && exact < 2; exact++)
        status = set_given(filter, options, exact == 1, error);
    for (int exact = 0; status == HXP_OK && exact < 2; exact++)
        status = switch_given(filter, options, exact == 1, error);
    return status;
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    checker *self = (checker *)sink;
    if (!self->source_chosen &&
        !hxp_arena_copy(&self->source_language, &self->arena,
                        header->source_language))
        return hxp_no_memory(error);
    self->language_count = 0;
    self->languages = hxp_arena_alloc(&self->arena, header->language_count + 1,
                                      sizeof *self->languages);
    if (!self->languages)
        return hxp_no_memory(error);
    for (size_t i = 0; i < header->language_count; i++)
        if (!hxp_arena_copy(&self->languages[self->language_count++],
                            &self->arena, header->languages[i]))
            return hxp_no_memory(error);
    return HXP_OK;
}

static const hxp_variant *find_source(const checker *self, const hxp_unit *unit)
{
    bool own = !self->source_chosen && unit->source_language.len > 0;
    return hxp_unit_source(unit,
                           own ? unit->source_language : self->source_language);
}

/**
 * The language of a tag, in which an underscore is read as a hyphen, or else of
 * a name such as "Dutch"; NULL when it is none.
 */
static hxp_status find_language(const hxp_language **language,
                                hxp_locales *locales, hxp_str from,
                                hxp_error *error)
{
    char tag[HXP_TAG_SIZE], canonical[HXP_TAG_SIZE];
    *language = NULL;
    for (size_t i = 0; i < from.len; i++) {
        char c = from.ptr[i];
        tag[i] = c == '_' ? '-' : c;
    }
    if (!hxp_tag_canonical(canonical, (hxp_str){ tag, from.len }) &&
        !hxp_tag_normalise(canonical, from))
        return HXP_OK;
    return hxp_locales_language(language, locales, hxp_str_of(canonical),
                                error);
}

/** Fill *side; its language is NULL when the variant does not name one. */
static hxp_status make_side(hxp_check_side *side, checker *self,
                            const hxp_unit *unit, const hxp_variant *variant,
                            hxp_error *error)
{
    hxp_str tag = variant->language;
    *side = (hxp_check_side){ .unit = unit, .variant = variant };
    if (self->signs)
        side->signs = hxp_signs_of(variant->content.text);
    if (tag.len == 0 || tag.len >= HXP_TAG_SIZE)
        return HXP_OK;
    for (size_t i = 0; i < KNOWN_TAGS; i++) {
        const known_tag *known = &self->tags[i];
        if (hxp_str_equal((hxp_str){ known->tag, known->len }, tag)) {
            side->language = known->language;
            return HXP_OK;
        }
    }
    hxp_status status =
        find_language(&side->language, self->locales, tag, error);
    if (status == HXP_OK) {
        known_tag *known = &self->tags[self->next_tag++ % KNOWN_TAGS];
        memcpy(known->tag, tag.ptr, tag.len);
        known->len = tag.len;
        known->language = side->language;
    }
    return status;
}

static hxp_status show_source(checker *self, const hxp_check_side *source,
                              hxp_error *error)
{
    hxp_status status = HXP_OK;
    const open_family *all = self->open;
    for (size_t i = 0; status == HXP_OK && i < self->open_count; i++)
        if (all[i].rules->source)
            status = all[i].rules->source(all[i].state, source, error);
    return status;
}

static hxp_status show_target(checker *self, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    hxp_status status = HXP_OK;
    const open_family *all = self->open;
    for (size_t i = 0; status == HXP_OK && i < self->open_count; i++)
        if (all[i].rules->target)
            status = all[i].rules->target(all[i].state, source, target, error);
    return status;
}

/** Show the families a translation of source, if it is in another language. */
static hxp_status take_target(checker *self, const hxp_check_side *source,
                              const hxp_variant *variant, hxp_error *error)
{
    hxp_check_side target;
    hxp_status status = make_side(&target, self, source->unit, variant, error);
    target.source = source->variant;
    if (status != HXP_OK || !target.language ||
        target.language == source->language)
        return status;
    return show_target(self, source, &target, error);
}

/** True when translators write their names there, as gettext's users agreed. */
static bool is_credits(const hxp_unit *unit, hxp_str source)
{
    hxp_str context = hxp_check_property(unit, "x-po-context");
    return hxp_str_is(source, "translator-credits") ||
           hxp_str_is(source, "translator_credits") ||
           hxp_str_is(context, "NAME OF TRANSLATORS") ||
           hxp_str_is(context, "EMAIL OF TRANSLATORS");
}

/** True when unit is nobody's to translate: PO's "#~", XLIFF's "no". */
static bool is_left_alone(const hxp_unit *unit, hxp_str source)
{
    return is_credits(unit, source) ||
           hxp_check_property(unit, "x-po-obsolete").len > 0 ||
           hxp_str_is(hxp_check_property(unit, "x-xliff-translate"), "no");
}

/** Take for empty the translation into language, unless the unit has it. */
static hxp_status take_empty(checker *self, const hxp_check_side *source,
                             hxp_str language, hxp_error *error)
{
    const hxp_variant empty = { .language = language,
                                .content = { .text = HXP_STR("") },
                                .place = source->variant->place };
    return hxp_unit_variant(source->unit, language)
               ? HXP_OK
               : take_target(self, source, &empty, error);
}

/**
 * Take for empty the translations into languages that the file promises and
 * the unit lacks. Where two are promised, or one by the unit, any translation
 * will do: a file may be made of parts in different languages.
 */
static hxp_status take_lacking(checker *self, const hxp_check_side *source,
                               hxp_error *error)
{
    const hxp_unit *unit = source->unit;
    hxp_status status = HXP_OK;
    if (self->language_count <= 2 && unit->variant_count > 1)
        return HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < self->language_count; i++)
        status = take_empty(self, source, self->languages[i], error);
    if (status == HXP_OK && unit->target_language.len > 0)
        status = take_empty(self, source, unit->target_language, error);
    return status;
}

static hxp_status take_unit(checker *self, const hxp_unit *unit,
                            hxp_error *error)
{
    hxp_check_side source;
    const hxp_variant *variant = find_source(self, unit);
    if (!variant || is_left_alone(unit, variant->content.text))
        return HXP_OK;
    hxp_status status = make_side(&source, self, unit, variant, error);
    if (status == HXP_OK && !source.language)
        return HXP_OK;
    if (status == HXP_OK)
        status = show_source(self, &source, error);
    for (size_t i = 0; status == HXP_OK && i < unit->variant_count; i++)
        if (&unit->variants[i] != variant)
            status = take_target(self, &source, &unit->variants[i], error);
    return status == HXP_OK ? take_lacking(self, &source, error) : status;
}

static hxp_status unit(hxp_unit_sink *sink, const hxp_unit *unit,
                       hxp_error *error)
{
    checker *self = (checker *)sink;
    self->filter.unit = unit;
    hxp_status status = take_unit(self, unit, error);
    self->filter.unit = NULL;
    return status;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    checker *self = (checker *)sink;
    hxp_status status = HXP_OK;
    const open_family *all = self->open;
    for (size_t i = 0; status == HXP_OK && i < self->open_count; i++)
        if (all[i].rules->end)
            status = all[i].rules->end(all[i].state, error);
    return status;
}

static void close_checker(hxp_unit_sink *sink)
{
    checker *self = (checker *)sink;
    for (size_t i = 0; i < self->open_count; i++)
        self->open[i].rules->close(self->open[i].state);
    hxp_arena_free(&self->arena);
    free(self);
}

/** Open the families that somebody asks for. */
static hxp_status open_families(checker *self, const hxp_check_options *options,
                                hxp_error *error)
{
    const hxp_check_setup setup = { options, &self->filter.sink,
                                    self->filter.levels };
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < FAMILIES; i++) {
        bool wanted = false;
        for (int r = (int)families[i]->first; r <= (int)families[i]->last; r++)
            wanted |= setup.levels[r] > 0;
        open_family *made = &self->open[self->open_count];
        *made = (open_family){ families[i], NULL };
        if (wanted)
            status = families[i]->open(&made->state, &setup, error);
        if (made->state) {
            self->open_count++;
            self->signs |= families[i] != &hxp_check_terms;
        }
    }
    return status;
}

hxp_status hxp_checker_new(hxp_unit_sink **out, hxp_finding_sink *findings,
                           const hxp_check_options *options, hxp_error *error)
{
    checker *self = calloc(1, sizeof *self);
    hxp_status status = HXP_OK;
    *out = NULL;
    if (!self)
        return hxp_no_memory(error);
    self->sink = (hxp_unit_sink){ begin, unit, end, close_checker };
    self->locales = options->locales;
    self->filter.sink = (hxp_finding_sink){ hand_on, NULL, NULL };
    self->filter.next = findings;
    if (options->source_language) {
        self->source_chosen = true;
        if (!hxp_arena_copy(&self->source_language, &self->arena,
                            hxp_str_of(options->source_language)))
            status = hxp_no_memory(error);
    }
    if (status == HXP_OK)
        status = choose_rules(&self->filter, options, error);
    if (status == HXP_OK)
        status = open_families(self, options, error);
    if (status == HXP_OK)
        *out = &self->sink;
    else
        close_checker(&self->sink);
    return status;
}

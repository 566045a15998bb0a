/* pretranslate.c - a filter that gives units the translations of matches. */
#include "base/error.h"
#include "base/str.h"
#include "memory/adapt.h"
#include "memory/asking.h"
#include "memory/match.h"
#include "model/match.h"
#include "model/remark.h"

#include <stdio.h>
#include <stdlib.h>

/** Properties that a match is told by, at most. */
enum { MARKS = 7 + HXP_ADAPTED_NUMBERS };

typedef struct translating {
    hxp_asking asking;
    hxp_unit_sink *next;
    hxp_lookup *lookup;
    hxp_pretranslate_options options;
    hxp_numerals *source, *target; /* NULL: numbers stay */
    bool begun;
    size_t units;
    hxp_arena arena; /* of what a unit gets */
} translating;

/* --- Marks ---------------------------------------------------------------- */

/** Remarks of a unit or variant, with room for marks. */
typedef struct marking {
    hxp_remark *items;
    size_t count;
} marking;

/** Copy remarks, but for marks of an earlier pretranslation. */
static bool begin_marks(marking *to, hxp_arena *arena, const hxp_remarks *from)
{
    to->count = 0;
    to->items = hxp_arena_alloc(arena, from->count + MARKS, sizeof *to->items);
    for (size_t i = 0; to->items && i < from->count; i++)
        if (from->items[i].kind != HXP_PROPERTY ||
            !hxp_str_starts(from->items[i].type, HXP_STR(HXP_MATCH_SCORE)))
            to->items[to->count++] = from->items[i];
    return to->items != NULL;
}

/** Add a property, unless text is empty. */
static void mark(marking *to, const char *type, hxp_str text)
{
    if (text.len > 0)
        to->items[to->count++] = (hxp_remark){ .kind = HXP_PROPERTY,
                                               .type = hxp_str_of(type),
                                               .text = text };
}

/** Copy a and b with a blank between them. */
static bool join(hxp_str *to, hxp_arena *arena, hxp_str a, hxp_str b)
{
    size_t len = a.len + 1 + b.len;
    char *bytes = hxp_arena_bytes(arena, len + 1);
    if (!bytes)
        return false;
    snprintf(bytes, len + 1, "%.*s %.*s", HXP_FMT(a), HXP_FMT(b));
    *to = (hxp_str){ bytes, len };
    return true;
}

/** Say in unit what match its translation is. */
static bool mark_unit(hxp_unit *unit, hxp_arena *arena, const hxp_match *match,
                      const hxp_adapted *adapted)
{
    marking marks;
    char score[8];
    hxp_str number;
    bool dropped =
        adapted->content.code_count < match->target->content.code_count;
    snprintf(score, sizeof score, "%u", match->score);
    if (!begin_marks(&marks, arena, &unit->remarks) ||
        !hxp_arena_copy(&number, arena, hxp_str_of(score)))
        return false;
    mark(&marks, HXP_MATCH_SCORE, number);
    mark(&marks, HXP_MATCH_ORIGIN, match->memory);
    mark(&marks, HXP_MATCH_ID, match->unit->id);
    if (match->score < 100)
        mark(&marks, HXP_MATCH_SOURCE, match->source->content.text);
    for (size_t i = adapted->count; i > 0; i--) {
        const hxp_changed_number *change = &adapted->changes[i - 1];
        hxp_str both;
        if (!join(&both, arena, change->old, change->new))
            return false;
        mark(&marks, HXP_MATCH_ADAPTED, both);
    }
    if (adapted->count > 0)
        mark(&marks, HXP_MATCH_TARGET, match->target->content.text);
    mark(&marks, HXP_MATCH_CODES, dropped ? HXP_STR("dropped") : HXP_STR(""));
    unit->remarks = (hxp_remarks){ marks.items, marks.count };
    return true;
}

/**
 * Set the state of a target, if the options ask for it. divided: in XLIFF 1.2
 * it is that of other segments, too.
 */
static bool mark_state(hxp_variant *target, hxp_arena *arena,
                       const hxp_pretranslate_options *options, bool exact,
                       bool divided)
{
    static const hxp_remarks none;
    bool sure = exact && (options->xliff2 || !divided);
    const char *state = sure ? "translated" : "needs-review-translation";
    const char *qualifier = exact ? "exact-match" : "fuzzy-match";
    marking marks;
    if (!options->xliff && !options->xliff2)
        return true;
    if (!begin_marks(&marks, arena, &none))
        return false;
    if (options->xliff2 && !exact)
        state = "initial";
    mark(&marks, "x-xliff-target-state", hxp_str_of(state));
    if (options->xliff)
        mark(&marks, "x-xliff-target-state-qualifier",
             hxp_str_of(divided ? "leveraged-tm" : qualifier));
    target->remarks = (hxp_remarks){ marks.items, marks.count };
    return true;
}

/* --- Translating ---------------------------------------------------------- */

/** Take the match's codes out unless the query has the same. */
static void drop_codes(hxp_content *content, const hxp_content *query,
                       const hxp_match *match)
{
    if (!hxp_same_codes(query, &match->source->content))
        content->code_count = 0;
}

/** Give unit the variant target, in the place of an empty one in its language.
 */
static bool put_target(hxp_unit *unit, hxp_arena *arena,
                       const hxp_variant *target)
{
    hxp_variant *variants =
        hxp_arena_alloc(arena, unit->variant_count + 1, sizeof *variants);
    size_t count = 0;
    if (!variants)
        return false;
    for (size_t i = 0; i < unit->variant_count; i++)
        if (unit->variants[i].content.text.len > 0 ||
            !hxp_match_language(unit->variants[i].language, target->language))
            variants[count++] = unit->variants[i];
    variants[count++] = *target;
    unit->variants = variants;
    unit->variant_count = count;
    return true;
}

/** Give unit the translation of match. */
static hxp_status translate(translating *self, hxp_unit *unit,
                            const hxp_query *query, const hxp_match *match,
                            hxp_error *error)
{
    hxp_adapted adapted = { .content = match->target->content };
    hxp_adapting by = { self->source, self->target, &self->arena };
    hxp_status status = HXP_OK;
    if (self->source && self->target)
        status = hxp_adapt(&adapted, &by, match, query->content.text, error);
    if (status != HXP_OK)
        return status;
    drop_codes(&adapted.content, &query->content, match);
    hxp_variant target = { .language = hxp_str_of(self->options.to),
                           .content = adapted.content };
    bool exact = match->score >= 100;
    bool divided = hxp_remarks_property(&unit->remarks, "x-xliff-unit") != NULL;
    if (!mark_unit(unit, &self->arena, match, &adapted) ||
        !mark_state(&target, &self->arena, &self->options, exact, divided) ||
        !put_target(unit, &self->arena, &target))
        return hxp_no_memory(error);
    self->options.counts->exact += exact;
    self->options.counts->fuzzy += !exact;
    self->options.counts->adapted += adapted.count > 0;
    return HXP_OK;
}

static bool is_translated(const translating *self, const hxp_unit *unit)
{
    for (size_t i = 0; i < unit->variant_count; i++)
        if (unit->variants[i].content.text.len > 0 &&
            hxp_match_language(unit->variants[i].language,
                               hxp_str_of(self->options.to)))
            return true;
    return false;
}

static hxp_status take_unit(hxp_asking *asking, const hxp_unit *given,
                            const hxp_query *query, hxp_error *error)
{
    translating *self = (translating *)asking;
    const hxp_match *matches;
    hxp_unit unit = *given;
    size_t count = 0;
    hxp_status status = HXP_OK;
    unit.number = ++self->units;
    hxp_arena_reset(&self->arena);
    if (is_translated(self, given)) {
        self->options.counts->kept++;
        return self->next->unit(self->next, &unit, error);
    }
    if (query->content.text.len > 0)
        status = hxp_lookup_find(&matches, &count, self->lookup, query, error);
    if (status == HXP_OK && count > 0)
        status = translate(self, &unit, query, &matches[0], error);
    self->options.counts->none += count == 0;
    return status == HXP_OK ? self->next->unit(self->next, &unit, error)
                            : status;
}

/* --- The sink ------------------------------------------------------------- */

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    translating *self = (translating *)sink;
    hxp_status status = hxp_asking_begin(sink, header, error);
    if (status != HXP_OK || self->begun)
        return status;
    self->begun = true;
    return self->next->begin(self->next, header, error);
}

static void close_filter(hxp_unit_sink *sink)
{
    translating *self = (translating *)sink;
    if (self->next)
        self->next->close(self->next);
    hxp_asking_free(&self->asking);
    hxp_numerals_free(self->source);
    hxp_numerals_free(self->target);
    hxp_arena_free(&self->arena);
    free(self);
}

static hxp_status make_numerals(translating *self, hxp_error *error)
{
    const hxp_pretranslate_options *options = &self->options;
    if (!options->source || !options->target)
        return HXP_OK;
    hxp_status status = hxp_numerals_new(&self->source, options->source, error);
    if (status == HXP_OK)
        status = hxp_numerals_new(&self->target, options->target, error);
    return status;
}

hxp_status hxp_pretranslate_new(hxp_unit_sink **out, hxp_unit_sink *next,
                                hxp_lookup *lookup,
                                const hxp_pretranslate_options *options,
                                hxp_error *error)
{
    translating *self = calloc(1, sizeof *self);
    *out = NULL;
    if (!self)
        return hxp_no_memory(error);
    self->asking.sink =
        (hxp_unit_sink){ begin, hxp_asking_unit, hxp_asking_end, close_filter };
    self->asking.ask = take_unit;
    self->asking.source.chosen = options->from;
    self->lookup = lookup;
    self->options = *options;
    hxp_status status = make_numerals(self, error);
    if (status != HXP_OK) {
        close_filter(&self->asking.sink);
        return status;
    }
    self->next = next;
    *out = &self->asking.sink;
    return HXP_OK;
}

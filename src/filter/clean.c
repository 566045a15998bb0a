/* clean.c - drops the texts and units that break a rule. */
#include "filter/clean.h"

#include "base/error.h"
#include "base/str.h"
#include "filter/pass.h"
#include "model/source.h"

#include <stdlib.h>

typedef struct cleaner {
    hxp_pass pass;
    const hxp_clean_options *options;
    hxp_clean_tools tools;
    hxp_source source;
} cleaner;

/* --- Judging -------------------------------------------------------------- */

/** What is wrong with a unit: a rule for each variant, or for all of it. */
typedef struct unit_verdict {
    const hxp_variant *source;
    hxp_clean_id *variants; /* HXP_CLEAN_COUNT: it stays */
    hxp_clean_id whole;     /* HXP_CLEAN_COUNT: what is left of it stays */
} unit_verdict;

static hxp_status judge_target(hxp_clean_id *rule, cleaner *self,
                               const hxp_variant *source,
                               const hxp_variant *target, hxp_error *error)
{
    *rule = hxp_clean_text(&self->tools, target);
    if (*rule != HXP_CLEAN_COUNT)
        return HXP_OK;
    return hxp_clean_pair(rule, &self->tools, source, target, error);
}

/** Copy of unit those variants whose rule is one (kept) or is none. */
static hxp_status take_variants(hxp_unit *to, cleaner *self,
                                const hxp_unit *unit,
                                const unit_verdict *verdict, bool dropped)
{
    *to = *unit;
    to->variant_count = 0;
    hxp_variant *variants = hxp_arena_alloc(
        &self->tools.arena, unit->variant_count, sizeof *variants);
    if (!variants)
        return HXP_ENOMEM;
    for (size_t i = 0; i < unit->variant_count; i++)
        if (&unit->variants[i] == verdict->source ||
            (verdict->variants[i] != HXP_CLEAN_COUNT) == dropped)
            variants[to->variant_count++] = unit->variants[i];
    to->variants = variants;
    return HXP_OK;
}

/** Judge each translation; without one that stays the unit goes, too. */
static hxp_status judge_targets(unit_verdict *verdict, cleaner *self,
                                const hxp_unit *unit, hxp_error *error)
{
    size_t kept = 0;
    hxp_clean_id first = HXP_CLEAN_COUNT;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < unit->variant_count; i++) {
        const hxp_variant *target = &unit->variants[i];
        if (target == verdict->source)
            continue;
        status = judge_target(&verdict->variants[i], self, verdict->source,
                              target, error);
        if (verdict->variants[i] == HXP_CLEAN_COUNT)
            kept++;
        else if (first == HXP_CLEAN_COUNT)
            first = verdict->variants[i];
    }
    if (kept == 0 && first != HXP_CLEAN_COUNT)
        verdict->whole = first;
    else if (kept == 0 && self->tools.on[HXP_CLEAN_UNTRANSLATED])
        verdict->whole = HXP_CLEAN_UNTRANSLATED;
    return status;
}

static hxp_status judge(unit_verdict *verdict, cleaner *self,
                        const hxp_unit *unit, hxp_error *error)
{
    hxp_unit kept;
    if (unit->variant_count == 0) {
        if (self->tools.on[HXP_CLEAN_UNTRANSLATED])
            verdict->whole = HXP_CLEAN_UNTRANSLATED;
        return HXP_OK;
    }
    verdict->source = hxp_source_of(&self->source, unit);
    if (!verdict->source)
        verdict->source = &unit->variants[0];
    verdict->whole = hxp_clean_text(&self->tools, verdict->source);
    if (verdict->whole != HXP_CLEAN_COUNT)
        return HXP_OK;
    hxp_status status = judge_targets(verdict, self, unit, error);
    if (status != HXP_OK || verdict->whole != HXP_CLEAN_COUNT)
        return status;
    if (take_variants(&kept, self, unit, verdict, false) != HXP_OK)
        return hxp_no_memory(error);
    return hxp_clean_unit(&verdict->whole, &self->tools, &kept, error);
}

/* --- What becomes of it --------------------------------------------------- */

/** Give unit the names of the rules broken as properties. */
static hxp_status name_rules(hxp_unit *unit, cleaner *self,
                             const bool broken[HXP_CLEAN_COUNT])
{
    size_t rule_count, count = unit->remarks.count;
    const hxp_clean_rule *rules = hxp_clean_rules(&rule_count);
    hxp_remark *items =
        hxp_arena_alloc(&self->tools.arena, count + rule_count, sizeof *items);
    if (!items)
        return HXP_ENOMEM;
    if (count > 0)
        memcpy(items, unit->remarks.items, count * sizeof *items);
    for (size_t i = 0; i < rule_count; i++)
        if (broken[i])
            items[count++] = (hxp_remark){ .kind = HXP_PROPERTY,
                                           .type = HXP_STR("x-hexapla-clean"),
                                           .text = hxp_str_of(rules[i].name) };
    unit->remarks = (hxp_remarks){ items, count };
    return HXP_OK;
}

/** Count what was dropped, and send it to the rejects. */
static hxp_status reject(cleaner *self, const hxp_unit *unit,
                         const unit_verdict *verdict, hxp_error *error)
{
    hxp_unit_sink *rejects = self->options->rejects;
    size_t counts[HXP_CLEAN_COUNT + 1] = { 0 };
    bool broken[HXP_CLEAN_COUNT], any = false;
    hxp_unit dropped = *unit;
    for (size_t i = 0; i < unit->variant_count; i++)
        counts[verdict->variants[i]]++;
    if (verdict->whole < HXP_CLEAN_COUNT && counts[verdict->whole] == 0)
        counts[verdict->whole] = 1;
    for (size_t i = 0; i < HXP_CLEAN_COUNT; i++) {
        broken[i] = counts[i] > 0;
        any = any || broken[i];
        if (self->options->counts)
            self->options->counts[i] += counts[i];
    }
    if (!rejects || !any)
        return HXP_OK;
    if ((verdict->whole == HXP_CLEAN_COUNT &&
         take_variants(&dropped, self, unit, verdict, true) != HXP_OK) ||
        name_rules(&dropped, self, broken) != HXP_OK)
        return hxp_no_memory(error);
    return rejects->unit(rejects, &dropped, error);
}

static hxp_status clean(hxp_unit_sink *sink, const hxp_unit *unit,
                        hxp_error *error)
{
    cleaner *self = (cleaner *)sink;
    hxp_unit kept;
    unit_verdict verdict = { NULL, NULL, HXP_CLEAN_COUNT };
    hxp_arena_reset(&self->tools.arena);
    verdict.variants = hxp_arena_alloc(&self->tools.arena, unit->variant_count,
                                       sizeof *verdict.variants);
    if (!verdict.variants)
        return hxp_no_memory(error);
    for (size_t i = 0; i < unit->variant_count; i++)
        verdict.variants[i] = HXP_CLEAN_COUNT;
    hxp_status status = judge(&verdict, self, unit, error);
    if (status == HXP_OK)
        status = reject(self, unit, &verdict, error);
    if (status != HXP_OK)
        return status;
    bool stays = verdict.whole == HXP_CLEAN_COUNT;
    if (self->options->units) {
        self->options->units->kept += stays;
        self->options->units->dropped += !stays;
    }
    if (!stays)
        return HXP_OK;
    if (take_variants(&kept, self, unit, &verdict, false) != HXP_OK)
        return hxp_no_memory(error);
    return hxp_pass_unit(sink, &kept, error);
}

/* --- The sink ------------------------------------------------------------- */

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    cleaner *self = (cleaner *)sink;
    hxp_unit_sink *rejects = self->options->rejects;
    hxp_status status = hxp_source_begin(&self->source, header, error);
    if (status == HXP_OK)
        status = hxp_pass_begin(sink, header, error);
    if (status == HXP_OK && rejects)
        status = rejects->begin(rejects, header, error);
    return status;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    cleaner *self = (cleaner *)sink;
    hxp_unit_sink *rejects = self->options->rejects;
    hxp_status status = hxp_pass_end(sink, error);
    return status == HXP_OK && rejects ? rejects->end(rejects, error) : status;
}

static void free_cleaner(cleaner *self)
{
    hxp_guesser_free(self->tools.guesser);
    hxp_folder_free(&self->tools.folder);
    hxp_hash_map_free(&self->tools.seen);
    hxp_hash_map_free(&self->tools.normalised);
    hxp_arena_free(&self->tools.arena);
    hxp_source_free(&self->source);
    free(self);
}

static void close_cleaner(hxp_unit_sink *sink)
{
    cleaner *self = (cleaner *)sink;
    self->pass.next->close(self->pass.next);
    free_cleaner(self);
}

/** Put the rule called name in force; all of them for "all". */
static bool switch_on(bool on[HXP_CLEAN_COUNT], hxp_str name)
{
    size_t count;
    const hxp_clean_rule *rules = hxp_clean_rules(&count);
    bool all = hxp_str_is(name, "all"), found = all;
    for (size_t i = 0; i < count; i++) {
        bool named = hxp_str_is(name, rules[i].name);
        on[i] = on[i] || all || named;
        found = found || named;
    }
    return found;
}

static hxp_status choose_rules(bool on[HXP_CLEAN_COUNT], const hxp_texts *names,
                               hxp_error *error)
{
    size_t count;
    const hxp_clean_rule *rules = hxp_clean_rules(&count);
    for (size_t i = 0; names->count == 0 && i < count; i++)
        on[i] = rules[i].usual;
    for (size_t i = 0; i < names->count; i++) {
        hxp_str rest = hxp_str_of(names->items[i]), name;
        while (hxp_str_cut(&rest, ',', &name))
            if (!switch_on(on, name))
                return hxp_fail(error, HXP_EINPUT, "there is no rule '%.*s'",
                                HXP_FMT(name));
    }
    return HXP_OK;
}

hxp_status hxp_clean_new(hxp_unit_sink **out, hxp_unit_sink *next,
                         const hxp_clean_options *options, hxp_error *error)
{
    cleaner *self = calloc(1, sizeof *self);
    *out = NULL;
    if (!self)
        return hxp_no_memory(error);
    self->pass.sink = (hxp_unit_sink){ begin, clean, end, close_cleaner };
    self->pass.next = next;
    self->options = options;
    self->source.chosen = options->source_language;
    self->tools.max_ratio = options->max_ratio > 0 ? options->max_ratio : 3;
    hxp_status status = hxp_folder_init(&self->tools.folder, error);
    if (status == HXP_OK)
        status = choose_rules(self->tools.on, &options->rules, error);
    if (status == HXP_OK && self->tools.on[HXP_CLEAN_WRONG_LANGUAGE])
        status = hxp_guesser_new(&self->tools.guesser, options->locales, error);
    if (status == HXP_OK)
        *out = &self->pass.sink;
    else
        free_cleaner(self);
    return status;
}

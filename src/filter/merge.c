/* merge.c - the units of several files, each translation once. */
#include "base/error.h"
#include "base/hash_map.h"
#include "base/str.h"
#include "filter/date.h"
#include "filter/fingerprint.h"
#include "filter/gather.h"
#include "model/inherit.h"
#include "model/sink.h"
#include "model/source.h"

#include <hexapla/filter.h>

#include <stdlib.h>

/** A sink of the merger. */
typedef struct merge_sink {
    hxp_unit_sink sink;
    hxp_merger *merger;
} merge_sink;

struct hxp_merger {
    const hxp_merge_options *options;
    hxp_unit_sink *next;
    merge_sink dates, units;
    hxp_source source;
    hxp_inherit inherit;
    hxp_gather remarks; /* of all headers */
    /* By source and language: a hash of the translation, with
     * HXP_KEEP_NEWEST its date; with HXP_KEEP_ALL by translation, too. */
    hxp_hash_map seen;
    hxp_hash_map rivals; /* by source and language: hash of the translation */
    hxp_arena arena;     /* of the unit in work */
};

static const hxp_rule rules[] = {
    { "merge.conflict", HXP_WARNING, "A source has several translations",
      "Compare it with the other translations of this source in the files "
      "that were merged; keep the right one." },
};

/* --- What is the same ----------------------------------------------------- */

/** The translation of a unit into one language: one variant, or several. */
typedef struct merge_side {
    const hxp_unit *unit;
    const hxp_variant *source;
    const hxp_variant *first; /* the first variant in the language */
} merge_side;

static bool belongs(const merge_side *side, const hxp_variant *variant)
{
    return variant != side->source &&
           hxp_tag_equal(variant->language, side->first->language);
}

/** The hash of source and language. */
static hxp_hasher hash_pair(const merge_side *side)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    hxp_fingerprint_variant(&hasher, side->source);
    hxp_fingerprint_tag(&hasher, side->first->language);
    return hasher;
}

static hxp_hash hash_text(const merge_side *side)
{
    const hxp_unit *unit = side->unit;
    hxp_hasher hasher = HXP_HASHER_INIT;
    for (size_t i = 0; i < unit->variant_count; i++)
        if (belongs(side, &unit->variants[i]))
            hxp_fingerprint_content(&hasher, &unit->variants[i].content);
    return hxp_hasher_finish(&hasher);
}

/** A date as a value of the map: 0 is none, and comes of no unit. */
static uint32_t date_value(const hxp_unit *unit)
{
    hxp_dates dates;
    if (!hxp_unit_dates(&dates, unit))
        return 1;
    if (dates.newest < 0)
        return 2;
    return dates.newest > UINT32_MAX - 3 ? UINT32_MAX
                                         : (uint32_t)dates.newest + 3;
}

/* --- Deciding ------------------------------------------------------------- */

/**
 * Look side up in map, where its source and language have the hash of the
 * translation that came first. 32 bits are compared: one conflict in four
 * billion is taken for a duplicate.
 */
static hxp_status look_up(bool *found, bool *conflict, hxp_hash_map *map,
                          const merge_side *side, hxp_error *error)
{
    hxp_hasher pair = hash_pair(side);
    uint32_t text = (uint32_t)hash_text(side).words[0];
    uint32_t *value = hxp_hash_map_add(map, hxp_hasher_finish(&pair), found);
    if (!value)
        return hxp_no_memory(error);
    *conflict = *found && *value != text;
    if (!*found)
        *value = text;
    return HXP_OK;
}

/** Keep what comes first; *conflict: it is dropped and differs from that. */
static hxp_status decide_first(bool *keep, bool *conflict, hxp_merger *merger,
                               const merge_side *side, hxp_error *error)
{
    bool found;
    hxp_status status = look_up(&found, conflict, &merger->seen, side, error);
    *keep = status == HXP_OK && !found;
    return status;
}

/** Keep what differs from all before. */
static hxp_status decide_all(bool *keep, bool *conflict, hxp_merger *merger,
                             const merge_side *side, hxp_error *error)
{
    hxp_hasher hasher = hash_pair(side);
    hxp_hash text = hash_text(side);
    bool found;
    hxp_hasher_number(&hasher, text.words[0]);
    hxp_hasher_number(&hasher, text.words[1]);
    if (!hxp_hash_map_add(&merger->seen, hxp_hasher_finish(&hasher), &found))
        return hxp_no_memory(error);
    *keep = !found;
    if (found || !merger->options->findings)
        return HXP_OK;
    return look_up(&found, conflict, &merger->rivals, side, error);
}

/** Keep the first of the newest, whose date the map knows; once. */
static hxp_status decide_newest(bool *keep, bool *conflict, hxp_merger *merger,
                                const merge_side *side, hxp_error *error)
{
    hxp_hasher pair = hash_pair(side);
    bool found;
    uint32_t *value =
        hxp_hash_map_add(&merger->seen, hxp_hasher_finish(&pair), &found);
    if (!value)
        return hxp_no_memory(error);
    *keep = !found || *value == date_value(side->unit);
    if (*keep)
        *value = 0;
    if (*keep || !merger->options->findings)
        return HXP_OK;
    return look_up(&found, conflict, &merger->rivals, side, error);
}

static hxp_status tell_conflict(hxp_merger *merger, const merge_side *side,
                                bool kept, hxp_error *error)
{
    const hxp_unit *unit = side->unit;
    hxp_finding_sink *sink = merger->options->findings;
    const char *message = kept ? "the source has another translation, too"
                               : "another translation of the source was kept";
    hxp_finding finding = { .rule = rules[0].id,
                            .level = rules[0].level,
                            .file = unit->file,
                            .place = side->first->place,
                            .unit = unit->number,
                            .tuid = unit->id,
                            .language = side->first->language,
                            .message = hxp_str_of(message),
                            .context = side->first->content.text };
    if (merger->options->counts)
        merger->options->counts->conflicts++;
    return sink ? sink->finding(sink, &finding, error) : HXP_OK;
}

static hxp_status decide(bool *keep, hxp_merger *merger, const merge_side *side,
                         hxp_error *error)
{
    bool conflict = false;
    hxp_status status;
    if (merger->options->keep == HXP_KEEP_FIRST)
        status = decide_first(keep, &conflict, merger, side, error);
    else if (merger->options->keep == HXP_KEEP_NEWEST)
        status = decide_newest(keep, &conflict, merger, side, error);
    else
        status = decide_all(keep, &conflict, merger, side, error);
    if (status == HXP_OK && conflict)
        status = tell_conflict(merger, side, *keep, error);
    return status;
}

/* --- Units ---------------------------------------------------------------- */

/** The source of unit; a unit without one compares by its first variant. */
static const hxp_variant *source_of(const hxp_merger *merger,
                                    const hxp_unit *unit)
{
    const hxp_variant *source = hxp_source_of(&merger->source, unit);
    return source || unit->variant_count == 0 ? source : &unit->variants[0];
}

/** The translation that variant i begins; false: none begins there. */
static bool begins(merge_side *side, const hxp_unit *unit, size_t i)
{
    side->first = &unit->variants[i];
    if (side->first == side->source)
        return unit->variant_count == 1;
    for (size_t k = 0; k < i; k++)
        if (belongs(side, &unit->variants[k]))
            return false;
    return true;
}

/** Keep the variants of side, and the source with them. */
static void keep_side(bool *kept, const merge_side *side)
{
    const hxp_unit *unit = side->unit;
    for (size_t i = 0; i < unit->variant_count; i++)
        if (&unit->variants[i] == side->source ||
            belongs(side, &unit->variants[i]))
            kept[i] = true;
}

/** Decide which variants of unit are kept; *count is how many. */
static hxp_status mark(bool *kept, size_t *count, hxp_merger *merger,
                       const hxp_unit *unit, hxp_error *error)
{
    merge_side side = { unit, source_of(merger, unit), NULL };
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < unit->variant_count; i++) {
        bool keep = false;
        if (begins(&side, unit, i))
            status = decide(&keep, merger, &side, error);
        if (keep)
            keep_side(kept, &side);
    }
    *count = 0;
    for (size_t i = 0; i < unit->variant_count; i++)
        *count += kept[i];
    return status;
}

/** Hand on what is kept of unit. */
static hxp_status hand_on(hxp_merger *merger, const hxp_unit *unit,
                          const bool *kept, size_t count, hxp_error *error)
{
    hxp_unit changed = *unit;
    hxp_variant *variants =
        hxp_arena_alloc(&merger->arena, count, sizeof *variants);
    if (!variants ||
        !hxp_inherit_unit(&changed, &merger->inherit, &merger->arena))
        return hxp_no_memory(error);
    changed.variant_count = 0;
    changed.variants = variants;
    for (size_t i = 0; i < unit->variant_count; i++)
        if (kept[i])
            variants[changed.variant_count++] = unit->variants[i];
    return merger->next->unit(merger->next, &changed, error);
}

static hxp_status merge_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                             hxp_error *error)
{
    hxp_merger *merger = ((merge_sink *)sink)->merger;
    hxp_merge_counts *counts = merger->options->counts;
    size_t count;
    hxp_arena_reset(&merger->arena);
    bool *kept =
        hxp_arena_alloc(&merger->arena, unit->variant_count, sizeof *kept);
    if (!kept)
        return hxp_no_memory(error);
    hxp_status status = mark(kept, &count, merger, unit, error);
    if (status != HXP_OK)
        return status;
    bool stays = count > 0 || unit->variant_count == 0;
    if (counts) {
        counts->kept += stays;
        counts->dropped += !stays;
    }
    return stays ? hand_on(merger, unit, kept, count, error) : HXP_OK;
}

/* --- Dates ---------------------------------------------------------------- */

/** Note the date of a translation, if it is the newest so far. */
static hxp_status note_date(hxp_merger *merger, const merge_side *side,
                            hxp_error *error)
{
    hxp_hasher pair = hash_pair(side);
    hxp_hash hash = hxp_hasher_finish(&pair);
    uint32_t date = date_value(side->unit);
    bool found;
    uint32_t *value = hxp_hash_map_add(&merger->seen, hash, &found);
    if (!value)
        return hxp_no_memory(error);
    if (date <= *value)
        return HXP_OK;
    *value = date;
    if (!merger->options->findings)
        return HXP_OK;
    value = hxp_hash_map_add(&merger->rivals, hash, &found);
    if (!value)
        return hxp_no_memory(error);
    *value = (uint32_t)hash_text(side).words[0];
    return HXP_OK;
}

static hxp_status note_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                            hxp_error *error)
{
    hxp_merger *merger = ((merge_sink *)sink)->merger;
    merge_side side = { unit, source_of(merger, unit), NULL };
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < unit->variant_count; i++)
        if (begins(&side, unit, i))
            status = note_date(merger, &side, error);
    return status;
}

/* --- The sinks ------------------------------------------------------------ */

static hxp_status begin_dates(hxp_unit_sink *sink,
                              const hxp_unit_header *header, hxp_error *error)
{
    return hxp_source_begin(&((merge_sink *)sink)->merger->source, header,
                            error);
}

static hxp_status begin_units(hxp_unit_sink *sink,
                              const hxp_unit_header *header, hxp_error *error)
{
    hxp_merger *merger = ((merge_sink *)sink)->merger;
    bool first = !merger->inherit.begun;
    hxp_unit_header whole = *header;
    hxp_status status = hxp_source_begin(&merger->source, header, error);
    if (status != HXP_OK)
        return status;
    if (!hxp_inherit_begin(&merger->inherit, header) ||
        !hxp_gather_add(&merger->remarks, &header->remarks))
        return hxp_no_memory(error);
    if (!first)
        return HXP_OK;
    whole.language_count = 0; /* others may follow */
    whole.remarks = hxp_gather_remarks(&merger->remarks);
    return merger->next->begin(merger->next, &whole, error);
}

hxp_status hxp_merger_new(hxp_merger **out, hxp_unit_sink *next,
                          const hxp_merge_options *options, hxp_error *error)
{
    hxp_merger *merger = *out = calloc(1, sizeof *merger);
    if (!merger)
        return hxp_no_memory(error);
    merger->options = options;
    merger->next = next;
    merger->dates.merger = merger->units.merger = merger;
    merger->dates.sink = (hxp_unit_sink){ begin_dates, note_unit,
                                          hxp_ignore_end, hxp_ignore_close };
    merger->units.sink = (hxp_unit_sink){ begin_units, merge_unit,
                                          hxp_ignore_end, hxp_ignore_close };
    return HXP_OK;
}

hxp_status hxp_merger_header(hxp_merger *merger, const hxp_unit_header *header,
                             hxp_error *error)
{
    return hxp_gather_add(&merger->remarks, &header->remarks)
               ? HXP_OK
               : hxp_no_memory(error);
}

hxp_unit_sink *hxp_merger_dates(hxp_merger *merger)
{
    return &merger->dates.sink;
}

hxp_unit_sink *hxp_merger_units(hxp_merger *merger)
{
    return &merger->units.sink;
}

hxp_status hxp_merger_end(hxp_merger *merger, hxp_error *error)
{
    return merger->next->end(merger->next, error);
}

void hxp_merger_free(hxp_merger *merger)
{
    if (!merger)
        return;
    merger->next->close(merger->next);
    hxp_source_free(&merger->source);
    hxp_inherit_free(&merger->inherit);
    hxp_gather_free(&merger->remarks);
    hxp_hash_map_free(&merger->seen);
    hxp_hash_map_free(&merger->rivals);
    hxp_arena_free(&merger->arena);
    free(merger);
}

const hxp_rule *hxp_merge_rules(size_t *count)
{
    *count = sizeof rules / sizeof rules[0];
    return rules;
}

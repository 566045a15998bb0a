/* join.c - multilingual units of bilingual ones, by a pivot language. */
#include "base/error.h"
#include "base/hash_map.h"
#include "base/scratch.h"
#include "base/str.h"
#include "filter/fingerprint.h"
#include "filter/gather.h"
#include "filter/joined.h"
#include "model/header.h"
#include "model/inherit.h"
#include "model/pack.h"
#include "model/sink.h"
#include "model/source.h"

#include <hexapla/filter.h>

#include <stdlib.h>

struct hxp_joiner {
    hxp_unit_sink sink;
    const hxp_join_options *options;
    hxp_unit_sink *next;
    uint32_t files;
    hxp_header_copy header; /* of the first file */
    hxp_gather remarks;     /* of all headers */
    hxp_source source;
    hxp_inherit inherit;
    hxp_scratch *scratch; /* units, marked by mark_of() */
    hxp_hash_map chains;  /* by pivot text: the last record */
    hxp_buffer bytes;     /* a unit packed */
    hxp_arena arena;      /* of the unit in work */
    hxp_str range;        /* the pivot language asked for */
    hxp_str pivot;        /* the tag of the first text in it */
    hxp_arena pivot_arena;
    hxp_joined group;
};

/** What is noted of a record: its file, and whether it begins a chain. */
static uint32_t mark_of(uint32_t file, bool first)
{
    return file << 1 | first;
}

/** The number of unit's variant in the pivot language; false: none. */
static bool find_pivot(size_t *number, const hxp_joiner *joiner,
                       const hxp_unit *unit)
{
    for (size_t i = 0; i < unit->variant_count; i++) {
        *number = i;
        if (hxp_tag_within(unit->variants[i].language, joiner->range))
            return true;
    }
    return false;
}

static hxp_hash hash_text(const hxp_variant *variant)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    hxp_fingerprint_content(&hasher, &variant->content);
    return hxp_hasher_finish(&hasher);
}

/* --- Reading -------------------------------------------------------------- */

/** Settle what the pivot is: what the user says, or the first file. */
static hxp_status choose_pivot(hxp_joiner *joiner, hxp_error *error)
{
    hxp_str source = joiner->header.header.source_language;
    joiner->range =
        joiner->options->pivot ? hxp_str_of(joiner->options->pivot) : source;
    if (joiner->range.len == 0 || hxp_str_is_nocase(joiner->range, "*all*"))
        return hxp_fail(error, HXP_EINPUT,
                        "the first file has no source language to join by");
    return HXP_OK;
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    hxp_joiner *joiner = (hxp_joiner *)sink;
    bool first = joiner->files++ == 0;
    if ((first && !hxp_header_copy_make(&joiner->header, header)) ||
        !hxp_gather_add(&joiner->remarks, &header->remarks) ||
        !hxp_inherit_begin(&joiner->inherit, header))
        return hxp_no_memory(error);
    hxp_status status = first ? choose_pivot(joiner, error) : HXP_OK;
    return status == HXP_OK ? hxp_source_begin(&joiner->source, header, error)
                            : status;
}

/** Put the unit whose pivot text has hash behind those like it. */
static hxp_status add_to_chain(hxp_joiner *joiner, hxp_hash hash,
                               hxp_error *error)
{
    bool found;
    uint32_t number;
    uint32_t *last = hxp_hash_map_add(&joiner->chains, hash, &found);
    if (!last)
        return hxp_no_memory(error);
    hxp_status status = hxp_scratch_add(&number, joiner->scratch,
                                        mark_of(joiner->files, !found),
                                        hxp_buffer_str(&joiner->bytes), error);
    if (status == HXP_OK && found)
        status = hxp_scratch_link(joiner->scratch, *last, number, error);
    *last = number;
    return status;
}

static hxp_status add_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    hxp_joiner *joiner = (hxp_joiner *)sink;
    hxp_unit own = *unit;
    uint32_t number;
    size_t pivot;
    hxp_arena_reset(&joiner->arena);
    if (joiner->options->counts)
        joiner->options->counts->read++;
    if (!hxp_inherit_unit(&own, &joiner->inherit, &joiner->arena))
        return hxp_no_memory(error);
    bool found = find_pivot(&pivot, joiner, unit);
    own.source_language = hxp_source_language(&joiner->source, unit);
    if (found && joiner->pivot.len == 0 &&
        !hxp_arena_copy(&joiner->pivot, &joiner->pivot_arena,
                        unit->variants[pivot].language))
        return hxp_no_memory(error);
    joiner->bytes.len = 0;
    if (!hxp_unit_pack(&joiner->bytes, &own))
        return hxp_no_memory(error);
    if (found)
        return add_to_chain(joiner, hash_text(&unit->variants[pivot]), error);
    return hxp_scratch_add(&number, joiner->scratch,
                           mark_of(joiner->files, true),
                           hxp_buffer_str(&joiner->bytes), error);
}

/* --- Writing -------------------------------------------------------------- */

/** Hand on a unit that came from so many records and files. */
static hxp_status hand_on(hxp_joiner *joiner, hxp_unit *unit, size_t records,
                          uint32_t files, hxp_error *error)
{
    hxp_join_counts *counts = joiner->options->counts;
    bool partial = joiner->options->complete && files < joiner->files;
    if (counts) {
        counts->partial += partial;
        counts->joined += !partial && records > 1;
        counts->single += !partial && records == 1;
    }
    if (partial)
        return HXP_OK;
    if (hxp_str_equal(unit->source_language, joiner->pivot))
        unit->source_language = HXP_STR("");
    return joiner->next->unit(joiner->next, unit, error);
}

/** Hand on a unit whose pivot text only has the hash of the group's. */
static hxp_status hand_on_alone(hxp_joiner *joiner, const hxp_unit *unit,
                                hxp_error *error)
{
    hxp_unit alone = *unit;
    return hand_on(joiner, &alone, 1, 1, error);
}

/** Join the unit of record to the group, if it belongs there. */
static hxp_status add_record(hxp_joiner *joiner, const hxp_record *record,
                             hxp_hash hash, bool *joined, hxp_error *error)
{
    hxp_unit unit;
    size_t pivot = 0;
    hxp_arena_reset(&joiner->arena);
    if (!hxp_unit_unpack(&unit, &joiner->arena, record->bytes))
        return hxp_no_memory(error);
    *joined = find_pivot(&pivot, joiner, &unit) &&
              hxp_hash_equal(hash_text(&unit.variants[pivot]), hash);
    if (!*joined)
        return hand_on_alone(joiner, &unit, error);
    if (!hxp_joined_adds(&joiner->group, &unit, pivot))
        return HXP_OK;
    return hxp_joined_add(&joiner->group, record->bytes, pivot)
               ? HXP_OK
               : hxp_no_memory(error);
}

/** Make one unit of the chain that record begins, and hand it on. */
static hxp_status join_chain(hxp_joiner *joiner, hxp_record record,
                             hxp_error *error)
{
    size_t pivot = 0, records = 1;
    uint32_t files = 1, file = record.mark >> 1;
    hxp_status status = HXP_OK;
    if (!hxp_joined_begin(&joiner->group, record.bytes))
        return hxp_no_memory(error);
    hxp_hash hash = { { 0, 0 } };
    if (find_pivot(&pivot, joiner, hxp_joined_unit(&joiner->group)))
        hash = hash_text(&joiner->group.variants[pivot]);
    while (status == HXP_OK && record.next != 0) {
        bool joined = false;
        status = hxp_scratch_read(&record, joiner->scratch, record.next, error);
        if (status == HXP_OK)
            status = add_record(joiner, &record, hash, &joined, error);
        records += joined;
        files += joined && record.mark >> 1 != file;
        file = joined ? record.mark >> 1 : file;
    }
    if (status != HXP_OK)
        return status;
    hxp_unit unit = *hxp_joined_unit(&joiner->group);
    if (records > 1)
        unit.source_language = unit.variants[pivot].language;
    return hand_on(joiner, &unit, records, files, error);
}

static hxp_status begin_next(hxp_joiner *joiner, hxp_error *error)
{
    hxp_unit_header header = joiner->header.header;
    header.remarks = hxp_gather_remarks(&joiner->remarks);
    if (joiner->pivot.len > 0)
        header.source_language = joiner->pivot;
    return joiner->next->begin(joiner->next, &header, error);
}

hxp_status hxp_joiner_end(hxp_joiner *joiner, hxp_error *error)
{
    hxp_status status = begin_next(joiner, error);
    uint32_t end = hxp_scratch_end(joiner->scratch);
    hxp_record record = { .after = 0 };
    while (status == HXP_OK && record.after < end) {
        status =
            hxp_scratch_read(&record, joiner->scratch, record.after, error);
        if (status == HXP_OK && (record.mark & 1) != 0)
            status = join_chain(joiner, record, error);
    }
    return status == HXP_OK ? joiner->next->end(joiner->next, error) : status;
}

hxp_status hxp_joiner_new(hxp_joiner **out, hxp_unit_sink *next,
                          const hxp_join_options *options, hxp_error *error)
{
    *out = NULL;
    hxp_joiner *joiner = calloc(1, sizeof *joiner);
    if (!joiner)
        return hxp_no_memory(error);
    joiner->sink =
        (hxp_unit_sink){ begin, add_unit, hxp_ignore_end, hxp_ignore_close };
    joiner->options = options;
    joiner->next = next;
    hxp_status status = hxp_scratch_new(&joiner->scratch, error);
    if (status == HXP_OK)
        *out = joiner;
    else
        free(joiner);
    return status;
}

hxp_unit_sink *hxp_joiner_units(hxp_joiner *joiner)
{
    return &joiner->sink;
}

void hxp_joiner_free(hxp_joiner *joiner)
{
    if (!joiner)
        return;
    joiner->next->close(joiner->next);
    hxp_header_copy_free(&joiner->header);
    hxp_gather_free(&joiner->remarks);
    hxp_source_free(&joiner->source);
    hxp_inherit_free(&joiner->inherit);
    hxp_scratch_free(joiner->scratch);
    hxp_hash_map_free(&joiner->chains);
    hxp_buffer_free(&joiner->bytes);
    hxp_arena_free(&joiner->arena);
    hxp_arena_free(&joiner->pivot_arena);
    hxp_joined_free(&joiner->group);
    free(joiner);
}

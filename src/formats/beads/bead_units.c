/* bead_units.c - beads out of units that came of them: a property says which.
 */
#include "base/error.h"
#include "base/str.h"
#include "formats/beads/bead_format.h"
#include "formats/faults.h"
#include "model/remark.h"
#include "model/sink.h"

#include <hexapla/text.h>

#include <stdlib.h>

enum { LANGUAGES = 64 };

/** What a unit says of its segments: "en:1,2 nl:3". */
typedef struct hxp_kept_unit {
    hxp_str segments;
    hxp_place place;
} hxp_kept_unit;

/** Units are kept until the languages of all are known. */
struct gatherer {
    hxp_unit_sink sink; /* first: its calls get this address */
    hxp_bead_reading *reading;
    hxp_kept_unit *units;
    size_t count, capacity, languages;
};

/* --- Gathering ------------------------------------------------------------ */

static hxp_status take(hxp_unit_sink *sink, const hxp_unit *unit,
                       hxp_error *error)
{
    struct gatherer *gatherer = (struct gatherer *)sink;
    hxp_kept_unit kept = { { NULL, 0 }, unit->place };
    const hxp_str *segments =
        hxp_remarks_property(&unit->remarks, "x-hexapla-segments");
    if (!segments)
        return HXP_OK; /* somebody else added it */
    if (!hxp_arena_copy(&kept.segments, &gatherer->reading->arena, *segments) ||
        !hxp_array_reserve(&gatherer->units, &gatherer->capacity,
                           gatherer->count + 1, sizeof *gatherer->units))
        return hxp_no_memory(error);
    gatherer->units[gatherer->count++] = kept;
    return HXP_OK;
}

/* --- Beads ---------------------------------------------------------------- */

/** Find the language of tag; a new one is added. */
static hxp_status find_language(struct gatherer *gatherer, hxp_str tag,
                                size_t *language, hxp_error *error)
{
    hxp_bead_reading *reading = gatherer->reading;
    char canonical[HXP_TAG_SIZE];
    if (!hxp_tag_canonical(canonical, tag))
        return hxp_bead_refuse(reading, error, "\"%.*s\" is no language tag",
                               HXP_FMT(hxp_quote(tag)));
    for (size_t k = 0; k < gatherer->languages; k++)
        if (hxp_str_is(reading->tags[k], canonical)) {
            *language = k;
            return HXP_OK;
        }
    if (gatherer->languages == LANGUAGES)
        return hxp_fail_at(error, HXP_ELIMIT, reading->file, reading->place,
                           "more than %d languages", LANGUAGES);
    *language = gatherer->languages++;
    return hxp_arena_copy(&reading->tags[*language], &reading->arena,
                          hxp_str_of(canonical))
               ? HXP_OK
               : hxp_no_memory(error);
}

/** Go through what a unit says: find its languages or, once all are known, add
 * its segments. */
static hxp_status read_unit(struct gatherer *gatherer,
                            const hxp_kept_unit *unit, bool known,
                            hxp_error *error)
{
    hxp_bead_reading *reading = gatherer->reading;
    hxp_str rest = unit->segments, part, tag;
    hxp_status status = HXP_OK;
    reading->place = unit->place;
    while (status == HXP_OK && hxp_str_cut(&rest, ' ', &part)) {
        size_t language = 0;
        hxp_str_cut(&part, ':', &tag);
        status = find_language(gatherer, tag, &language, error);
        if (status == HXP_OK && known)
            status = hxp_bead_reading_numbers(reading, language, part, error);
    }
    return status == HXP_OK && known ? hxp_bead_reading_end(reading, 1, error)
                                     : status;
}

static hxp_status read_beads(struct gatherer *gatherer, hxp_error *error)
{
    hxp_bead_reading *reading = gatherer->reading;
    hxp_status status = HXP_OK;
    reading->tags =
        hxp_arena_alloc(&reading->arena, LANGUAGES, sizeof *reading->tags);
    if (!reading->tags)
        return hxp_no_memory(error);
    for (size_t i = 0; status == HXP_OK && i < gatherer->count; i++)
        status = read_unit(gatherer, &gatherer->units[i], false, error);
    if (status == HXP_OK && gatherer->languages < 2) {
        reading->place = (hxp_place){ 0, 0, 0 };
        return hxp_bead_refuse(reading, error,
                               "no property x-hexapla-segments says which "
                               "segments of which languages the units join");
    }
    if (status == HXP_OK)
        status = hxp_bead_reading_begin(reading, gatherer->languages, error);
    for (size_t i = 0; status == HXP_OK && i < gatherer->count; i++)
        status = read_unit(gatherer, &gatherer->units[i], true, error);
    return status;
}

hxp_status hxp_bead_units_read(hxp_bead_reading *reading, hxp_input *input,
                               hxp_error *error)
{
    struct gatherer gatherer = { .sink = { hxp_ignore_begin, take,
                                           hxp_ignore_end, NULL },
                                 .reading = reading };
    const hxp_read_options options = HXP_READ_OPTIONS_INIT;
    hxp_status status = hxp_read_units(input, &options, &gatherer.sink, error);
    if (status == HXP_OK)
        status = read_beads(&gatherer, error);
    free(gatherer.units);
    return status;
}

/* bead_reading.c - gathers beads, and sees that they rise. */
#include "formats/beads/bead_reading.h"

#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/faults.h"
#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { TEXT_LIMIT = 1 << 30 };

hxp_status hxp_bead_refuse(const hxp_bead_reading *reading, hxp_error *error,
                           const char *format, ...)
{
    char message[256];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    return hxp_fail_at(error, HXP_EINPUT, reading->file, reading->place, "%s",
                       message);
}

/* --- Lines ---------------------------------------------------------------- */

hxp_status hxp_bead_reading_load(hxp_bead_reading *reading, hxp_input *input,
                                 hxp_error *error)
{
    hxp_status status =
        hxp_input_read_all(input, &reading->text, TEXT_LIMIT, error);
    if (status != HXP_OK)
        return status;
    hxp_str text = hxp_buffer_str(&reading->text);
    reading->place = (hxp_place){ 0, 1, 1 };
    status = hxp_utf8_check(text, reading->file, (hxp_place){ 1, 1, 1 }, error);
    if (status != HXP_OK)
        return status;
    reading->rest = hxp_utf8_unmarked(text);
    return HXP_OK;
}

bool hxp_bead_reading_line(hxp_bead_reading *reading)
{
    while (hxp_line_cut(&reading->rest, &reading->line)) {
        reading->place.line++;
        if (hxp_str_trim(reading->line).len > 0)
            return true;
    }
    return false;
}

/* --- Beads ---------------------------------------------------------------- */

/** The sides of the bead in work. */
static hxp_range *in_work(const hxp_bead_reading *reading)
{
    return &reading->sides[reading->count * reading->languages];
}

/** Begin a bead where the one before ended. */
static hxp_status begin_bead(hxp_bead_reading *reading, hxp_error *error)
{
    size_t languages = reading->languages;
    if (!hxp_array_reserve(&reading->sides, &reading->side_capacity,
                           (reading->count + 1) * languages,
                           sizeof *reading->sides) ||
        !hxp_array_reserve(&reading->confident, &reading->capacity,
                           reading->count + 1, sizeof *reading->confident) ||
        !hxp_array_reserve(&reading->places, &reading->place_capacity,
                           reading->count + 1, sizeof *reading->places))
        return hxp_no_memory(error);
    hxp_range *sides = in_work(reading);
    for (size_t k = 0; k < languages; k++) {
        hxp_range none = { 0, 0 };
        hxp_range before = reading->count > 0 ? (sides - languages)[k] : none;
        sides[k] = (hxp_range){ before.first + before.count, 0 };
    }
    return HXP_OK;
}

hxp_status hxp_bead_reading_begin(hxp_bead_reading *reading, size_t languages,
                                  hxp_error *error)
{
    reading->languages = languages;
    return begin_bead(reading, error);
}

hxp_status hxp_bead_reading_add(hxp_bead_reading *reading, size_t language,
                                size_t segment, hxp_error *error)
{
    hxp_range *side = &in_work(reading)[language];
    size_t next = side->first + side->count;
    if (segment < next)
        return hxp_bead_refuse(reading, error,
                               "segment %zu does not follow; the next can be "
                               "%zu",
                               segment, next);
    if (side->count > 0 && segment > next)
        return hxp_bead_refuse(reading, error,
                               "segment %zu does not adjoin %zu of the same "
                               "bead",
                               segment, next - 1);
    if (side->count == 0)
        side->first = segment;
    side->count++;
    return HXP_OK;
}

hxp_status hxp_bead_reading_numbers(hxp_bead_reading *reading, size_t language,
                                    hxp_str list, hxp_error *error)
{
    hxp_str part, whole = list;
    size_t number;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && hxp_str_cut(&list, ',', &part)) {
        if (!hxp_take_number(&part, &number) || part.len > 0)
            return hxp_bead_refuse(reading, error,
                                   "\"%.*s\" is no list of segment numbers",
                                   HXP_FMT(hxp_quote(whole)));
        status = hxp_bead_reading_add(reading, language, number, error);
    }
    return status;
}

hxp_status hxp_bead_reading_end(hxp_bead_reading *reading, double confidence,
                                hxp_error *error)
{
    const hxp_range *sides = in_work(reading);
    size_t segments = 0;
    for (size_t k = 0; k < reading->languages; k++)
        segments += sides[k].count;
    if (segments == 0)
        return HXP_OK;
    if (!(confidence > 0))
        confidence = 0;
    reading->places[reading->count] = reading->place;
    reading->confident[reading->count++] = confidence < 1 ? confidence : 1;
    return begin_bead(reading, error);
}

void hxp_bead_reading_free(hxp_bead_reading *reading)
{
    hxp_buffer_free(&reading->text);
    hxp_arena_free(&reading->arena);
    free(reading->sides);
    free(reading->confident);
    free(reading->places);
}

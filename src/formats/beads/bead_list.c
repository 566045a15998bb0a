/* bead_list.c - beads as segment numbers, a column a language. */
#include "base/decimal.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/beads/bead_format.h"
#include "formats/faults.h"

#include <hexapla/text.h>

/* --- Reading -------------------------------------------------------------- */

static hxp_status add_tag(hxp_bead_reading *reading, size_t k, hxp_str tag,
                          hxp_error *error)
{
    char canonical[HXP_TAG_SIZE];
    if (!hxp_tag_canonical(canonical, tag))
        return hxp_bead_refuse(reading, error,
                               "line 1 must name the languages; \"%.*s\" names "
                               "none",
                               HXP_FMT(hxp_quote(tag)));
    if (!hxp_arena_copy(&reading->tags[k], &reading->arena,
                        hxp_str_of(canonical)))
        return hxp_no_memory(error);
    return HXP_OK;
}

/** Read line 1: the languages, then "confidence"; lists made by hand have the
 * languages alone. */
static hxp_status read_header(hxp_bead_reading *reading, bool *confident,
                              hxp_error *error)
{
    hxp_str line = reading->line, tag;
    size_t languages = 0, k = 0;
    hxp_status status = HXP_OK;
    while (hxp_str_cut(&line, '\t', &tag))
        languages++;
    *confident = hxp_str_is(tag, "confidence");
    languages -= *confident;
    if (languages < 2)
        return hxp_bead_refuse(reading, error,
                               "line 1 must name the languages, two or more");
    reading->tags =
        hxp_arena_alloc(&reading->arena, languages, sizeof *reading->tags);
    if (!reading->tags)
        return hxp_no_memory(error);
    for (line = reading->line; status == HXP_OK && k < languages; k++) {
        hxp_str_cut(&line, '\t', &tag);
        status = add_tag(reading, k, tag, error);
    }
    return status == HXP_OK ? hxp_bead_reading_begin(reading, languages, error)
                            : status;
}

/** Read "3,4", or "-" for none. */
static hxp_status read_side(hxp_bead_reading *reading, size_t language,
                            hxp_str column, hxp_error *error)
{
    return hxp_str_is(column, "-")
               ? HXP_OK
               : hxp_bead_reading_numbers(reading, language, column, error);
}

static hxp_status read_bead(hxp_bead_reading *reading, bool confident,
                            hxp_error *error)
{
    hxp_str rest = reading->line, column = HXP_STR("");
    double confidence = 1;
    hxp_status status = HXP_OK;
    for (size_t k = 0; status == HXP_OK && k < reading->languages; k++) {
        if (!hxp_str_cut(&rest, '\t', &column))
            return hxp_bead_refuse(reading, error, "a bead has %zu columns%s",
                                   reading->languages,
                                   confident ? ", and its confidence" : "");
        status = read_side(reading, k, column, error);
    }
    if (status == HXP_OK &&
        (confident ? !hxp_decimal_read(&confidence, rest) : rest.len > 0))
        status = hxp_bead_refuse(reading, error, "\"%.*s\" is no confidence",
                                 HXP_FMT(hxp_quote(rest)));
    return status == HXP_OK ? hxp_bead_reading_end(reading, confidence, error)
                            : status;
}

hxp_status hxp_bead_list_read(hxp_bead_reading *reading, hxp_input *input,
                              hxp_error *error)
{
    bool confident = false;
    hxp_status status = hxp_bead_reading_load(reading, input, error);
    if (status == HXP_OK && !hxp_bead_reading_line(reading))
        status = hxp_bead_refuse(reading, error, "the file is empty");
    if (status == HXP_OK)
        status = read_header(reading, &confident, error);
    while (status == HXP_OK && hxp_bead_reading_line(reading))
        status = read_bead(reading, confident, error);
    return status;
}

/* --- Writing -------------------------------------------------------------- */

/** Write the numbers of side, joined by commas; "-" if it has none. */
static void put_numbers(hxp_output *output, hxp_range side)
{
    if (side.count == 0)
        hxp_output_write(output, HXP_STR("-"));
    for (size_t i = 0; i < side.count; i++)
        hxp_output_printf(output, "%s%zu", i > 0 ? "," : "", side.first + i);
}

void hxp_bead_list_write(hxp_output *output, const hxp_aligned *aligned)
{
    const hxp_alignment *alignment = aligned->alignment;
    char confidence[HXP_DECIMAL_SIZE];
    for (size_t k = 0; k < alignment->languages; k++) {
        hxp_output_write(output, aligned->documents[k].document->language);
        hxp_output_write(output, HXP_STR("\t"));
    }
    hxp_output_write(output, HXP_STR("confidence\n"));
    for (size_t i = 0; i < alignment->count; i++) {
        const hxp_bead *bead = &alignment->beads[i];
        for (size_t k = 0; k < alignment->languages; k++) {
            put_numbers(output, bead->sides[k]);
            hxp_output_write(output, HXP_STR("\t"));
        }
        hxp_decimal(confidence, bead->confidence, HXP_CONFIDENCE_DIGITS);
        hxp_output_printf(output, "%s\n", confidence);
    }
}

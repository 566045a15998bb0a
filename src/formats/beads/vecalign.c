/* vecalign.c - Vecalign's lists of segments: [0, 1]:[2]:0.1234. */
#include "base/decimal.h"
#include "base/str.h"
#include "formats/beads/bead_format.h"
#include "formats/faults.h"

/* --- Reading -------------------------------------------------------------- */

static hxp_status refuse(const hxp_bead_reading *reading, hxp_error *error)
{
    return hxp_bead_refuse(reading, error,
                           "\"%.*s\" is no bead such as [0, 1]:[2]:0.1",
                           HXP_FMT(hxp_quote(reading->line)));
}

/** Read "[0, 1]" off the front of *text. */
static hxp_status read_side(hxp_bead_reading *reading, size_t language,
                            hxp_str *text, hxp_error *error)
{
    size_t number;
    hxp_status status = HXP_OK;
    if (!hxp_take_sign(text, '['))
        return refuse(reading, error);
    if (hxp_take_sign(text, ']'))
        return HXP_OK;
    do {
        if (!hxp_take_number(text, &number))
            return refuse(reading, error);
        status = hxp_bead_reading_add(reading, language, number, error);
    } while (status == HXP_OK && hxp_take_sign(text, ','));
    if (status == HXP_OK && !hxp_take_sign(text, ']'))
        status = refuse(reading, error);
    return status;
}

/** Read a line; the cost may be left out. */
static hxp_status read_bead(hxp_bead_reading *reading, hxp_error *error)
{
    hxp_str rest = reading->line;
    double cost = 0;
    hxp_status status = read_side(reading, 0, &rest, error);
    if (status == HXP_OK && !hxp_take_sign(&rest, ':'))
        status = refuse(reading, error);
    if (status == HXP_OK)
        status = read_side(reading, 1, &rest, error);
    bool told = status == HXP_OK && hxp_take_sign(&rest, ':');
    if (status == HXP_OK &&
        (told ? !hxp_decimal_read(&cost, rest) : rest.len > 0))
        status = refuse(reading, error);
    return status == HXP_OK ? hxp_bead_reading_end(reading, 1 - cost, error)
                            : status;
}

hxp_status hxp_vecalign_read(hxp_bead_reading *reading, hxp_input *input,
                             hxp_error *error)
{
    hxp_status status = hxp_bead_reading_load(reading, input, error);
    if (status == HXP_OK)
        status = hxp_bead_reading_begin(reading, 2, error);
    while (status == HXP_OK && hxp_bead_reading_line(reading))
        status = read_bead(reading, error);
    return status;
}

/* --- Writing -------------------------------------------------------------- */

void hxp_vecalign_write(hxp_output *output, const hxp_aligned *aligned)
{
    const hxp_alignment *alignment = aligned->alignment;
    char cost[HXP_DECIMAL_SIZE];
    for (size_t i = 0; i < alignment->count; i++) {
        const hxp_bead *bead = &alignment->beads[i];
        bool linked = bead->sides[0].count > 0 && bead->sides[1].count > 0;
        for (size_t k = 0; k < 2; k++) {
            hxp_range side = bead->sides[k];
            hxp_output_write(output, HXP_STR("["));
            for (size_t s = 0; s < side.count; s++)
                hxp_output_printf(output, "%s%zu", s > 0 ? ", " : "",
                                  side.first + s);
            hxp_output_write(output, HXP_STR("]:"));
        }
        hxp_decimal(cost, linked ? 1 - bead->confidence : 0,
                    HXP_CONFIDENCE_DIGITS);
        hxp_output_printf(output, "%s\n", cost);
    }
}

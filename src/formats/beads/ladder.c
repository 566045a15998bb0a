/* ladder.c - hunalign's ladder: the rungs between beads; and its text. */
#include "base/decimal.h"
#include "base/str.h"
#include "formats/beads/bead_format.h"
#include "formats/faults.h"

/* --- Reading -------------------------------------------------------------- */

/** A line: where two beads meet, and how sure the second is. */
struct rung {
    size_t at[2];
    double confidence;
};

/** Read "3 TAB 4 TAB 0.5"; ladders made by hand have two columns. */
static bool parse(struct rung *rung, hxp_str line)
{
    hxp_str column;
    rung->confidence = 1;
    for (int k = 0; k < 2; k++)
        if (!hxp_str_cut(&line, '\t', &column) ||
            !hxp_take_number(&column, &rung->at[k]) || column.len > 0)
            return false;
    return line.len == 0 || hxp_decimal_read(&rung->confidence, line);
}

static hxp_status read_rung(struct rung *rung, hxp_bead_reading *reading,
                            hxp_error *error)
{
    hxp_str line = hxp_str_trim(reading->line);
    if (parse(rung, line))
        return HXP_OK;
    return hxp_bead_refuse(reading, error,
                           "\"%.*s\" is no rung: two segment numbers and a "
                           "confidence, with tabs between",
                           HXP_FMT(hxp_quote(line)));
}

/** Make the bead between two rungs. */
static hxp_status add_bead(hxp_bead_reading *reading, const struct rung *from,
                           const struct rung *to, hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t k = 0; k < 2; k++) {
        if (to->at[k] < from->at[k])
            return hxp_bead_refuse(reading, error,
                                   "the rung lies below the one before: %zu "
                                   "after %zu",
                                   to->at[k], from->at[k]);
        for (size_t i = from->at[k]; status == HXP_OK && i < to->at[k]; i++)
            status = hxp_bead_reading_add(reading, k, i, error);
    }
    return status == HXP_OK
               ? hxp_bead_reading_end(reading, from->confidence, error)
               : status;
}

hxp_status hxp_ladder_read(hxp_bead_reading *reading, hxp_input *input,
                           hxp_error *error)
{
    struct rung from = { { 0, 0 }, 1 }, to = from;
    hxp_status status = hxp_bead_reading_load(reading, input, error);
    if (status == HXP_OK && !hxp_bead_reading_line(reading))
        status = hxp_bead_refuse(reading, error, "the file is empty");
    if (status == HXP_OK)
        status = hxp_bead_reading_begin(reading, 2, error);
    if (status == HXP_OK)
        status = read_rung(&from, reading, error);
    while (status == HXP_OK && hxp_bead_reading_line(reading)) {
        status = read_rung(&to, reading, error);
        if (status == HXP_OK)
            status = add_bead(reading, &from, &to, error);
        from = to;
    }
    return status;
}

/* --- Writing -------------------------------------------------------------- */

static void put_rung(hxp_output *output, const hxp_bead *bead)
{
    char confidence[HXP_DECIMAL_SIZE];
    hxp_decimal(confidence, bead->confidence, HXP_CONFIDENCE_DIGITS);
    hxp_output_printf(output, "%zu\t%zu\t%s\n", bead->sides[0].first,
                      bead->sides[1].first, confidence);
}

void hxp_ladder_write(hxp_output *output, const hxp_aligned *aligned)
{
    const hxp_alignment *alignment = aligned->alignment;
    hxp_range end[2] = { { aligned->documents[0].segments->count, 0 },
                         { aligned->documents[1].segments->count, 0 } };
    hxp_bead last = { end, 1 };
    for (size_t i = 0; i < alignment->count; i++)
        put_rung(output, &alignment->beads[i]);
    put_rung(output, &last);
}

/** Write text with white space as blanks: a line holds a bead. */
static void put_plain(hxp_output *output, hxp_str text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '\t' && text.ptr[i] != '\n' && text.ptr[i] != '\r')
            continue;
        hxp_output_write(output, hxp_str_part(text, from, i));
        hxp_output_write(output, HXP_STR(" "));
        from = i + 1;
    }
    hxp_output_write(output, hxp_str_part(text, from, text.len));
}

void hxp_ladder_text_write(hxp_output *output, const hxp_aligned *aligned)
{
    const hxp_alignment *alignment = aligned->alignment;
    char confidence[HXP_DECIMAL_SIZE];
    for (size_t i = 0; i < alignment->count; i++) {
        const hxp_bead *bead = &alignment->beads[i];
        for (size_t k = 0; k < 2; k++) {
            for (size_t s = 0; s < bead->sides[k].count; s++) {
                if (s > 0)
                    hxp_output_write(output, HXP_STR(" ~~~ "));
                put_plain(output, hxp_segment_text(&aligned->documents[k],
                                                   bead->sides[k].first + s));
            }
            hxp_output_write(output, HXP_STR("\t"));
        }
        hxp_decimal(confidence, bead->confidence, HXP_CONFIDENCE_DIGITS);
        hxp_output_printf(output, "%s\n", confidence);
    }
}

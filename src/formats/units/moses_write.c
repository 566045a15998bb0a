/* moses_write.c - pairs as two texts whose lines translate one another. */
#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/units/losses.h"
#include "formats/units/pair.h"

#include <assert.h>
#include <stdlib.h>

typedef struct moses_writer {
    hxp_unit_sink sink;
    hxp_output *outputs[2]; /* of the source and of the target */
    hxp_write_options options;
    hxp_losses losses;
    hxp_arena arena; /* of the pair */
    hxp_language_pair pair;
} moses_writer;

static bool breaks_line(char c)
{
    return c == '\n' || c == '\r';
}

/** Put text as a line; returns how many line breaks were in it. */
static size_t put_line(hxp_output *output, hxp_str text)
{
    size_t from = 0, breaks = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!breaks_line(text.ptr[i]))
            continue;
        hxp_output_write(output, hxp_str_part(text, from, i));
        hxp_output_write(output, HXP_STR(" "));
        if (text.ptr[i] == '\r' && i + 1 < text.len && text.ptr[i + 1] == '\n')
            i++;
        from = i + 1;
        breaks++;
    }
    hxp_output_write(output, hxp_str_part(text, from, text.len));
    hxp_output_write(output, HXP_STR("\n"));
    return breaks;
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    moses_writer *writer = (moses_writer *)sink;
    hxp_losses_add(&writer->losses, HXP_FAULT_LOSS_REMARKS,
                   header->remarks.count);
    if (!hxp_pair_choose(&writer->pair, header, &writer->options,
                         &writer->arena))
        return hxp_no_memory(error);
    return HXP_OK;
}

static hxp_status put_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    moses_writer *writer = (moses_writer *)sink;
    const hxp_variant *sides[] = {
        hxp_pair_variant(unit, writer->pair.source),
        hxp_pair_variant(unit, writer->pair.target),
    };
    if (!sides[0] || !sides[1] || sides[0]->content.text.len == 0 ||
        sides[1]->content.text.len == 0) {
        hxp_losses_add(&writer->losses, HXP_FAULT_LOSS_UNITS, 1);
        return HXP_OK;
    }
    hxp_losses_add_unit(&writer->losses, unit, 2);
    for (int i = 0; i < 2; i++) {
        size_t breaks = put_line(writer->outputs[i], sides[i]->content.text);
        hxp_losses_add(&writer->losses, HXP_FAULT_LOSS_LINES, breaks);
        if (hxp_output_failed(writer->outputs[i]))
            return hxp_output_finish(writer->outputs[i], error);
    }
    return HXP_OK;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    moses_writer *writer = (moses_writer *)sink;
    return hxp_losses_tell(&writer->losses, writer->options.losses, error);
}

static void close_writer(hxp_unit_sink *sink)
{
    moses_writer *writer = (moses_writer *)sink;
    hxp_arena_free(&writer->arena);
    free(writer);
}

hxp_status hxp_lines_writer_new(hxp_unit_sink **out, hxp_output *source,
                                hxp_output *target,
                                const hxp_write_options *options,
                                hxp_error *error)
{
    moses_writer *writer = calloc(1, sizeof *writer);
    *out = NULL;
    assert(options->from && options->to);
    if (!writer)
        return hxp_no_memory(error);
    writer->sink = (hxp_unit_sink){ begin, put_unit, end, close_writer };
    writer->outputs[0] = source;
    writer->outputs[1] = target;
    writer->options = *options;
    *out = &writer->sink;
    return HXP_OK;
}

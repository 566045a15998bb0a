/* moses_read.c - texts whose lines translate one another, as units. */
#include "base/arena.h"
#include "base/str.h"
#include "formats/content_builder.h"
#include "formats/delivery.h"
#include "formats/lines.h"

#include <stdlib.h>

/** One of the texts. */
typedef struct side {
    hxp_lines lines;
    hxp_str language;
    hxp_str line; /* the present one */
    bool more;
    size_t empty;       /* lines that are */
    size_t first_empty; /* number of the first of them */
} side;

typedef struct moses_reader {
    hxp_delivery delivery;
    side *sides;
    size_t count;
    hxp_variant *variants;
} moses_reader;

/** Take the next line of each text; *more is false behind the last. */
static hxp_status next_lines(bool *more, moses_reader *reader)
{
    hxp_status status = HXP_OK;
    side *longest = NULL, *ended = NULL;
    for (size_t i = 0; status == HXP_OK && i < reader->count; i++) {
        side *one = &reader->sides[i];
        reader->delivery.faults.file = one->lines.file;
        status = hxp_lines_next(&one->line, &one->more, &one->lines,
                                &reader->delivery.error);
        if (one->more)
            longest = one;
        else
            ended = one;
    }
    *more = longest != NULL;
    if (status != HXP_OK || !longest || !ended)
        return status;
    reader->delivery.faults.file = longest->lines.file;
    return hxp_fail_at(
        &reader->delivery.error, HXP_EINPUT, longest->lines.file.ptr,
        (hxp_place){ longest->lines.number, 1, 1 }, "%.*s has only %zu lines",
        HXP_FMT(ended->lines.file), ended->lines.number);
}

static hxp_status send_unit(moses_reader *reader)
{
    size_t line = reader->sides[0].lines.number;
    hxp_unit unit = { .place = { line, 1, 1 }, .variants = reader->variants };
    for (size_t i = 0; i < reader->count; i++) {
        side *one = &reader->sides[i];
        if (one->line.len > 0) {
            reader->variants[unit.variant_count++] =
                (hxp_variant){ .language = one->language,
                               .content.text = one->line,
                               .place = { line, 1, 1 } };
        } else if (one->empty++ == 0) {
            one->first_empty = line;
        }
    }
    if (unit.variant_count == 0)
        return HXP_OK;
    return hxp_delivery_unit(&reader->delivery, &unit);
}

/** Tell of each text how many of its lines are empty. */
static hxp_status tell_empty(moses_reader *reader)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < reader->count; i++) {
        const side *one = &reader->sides[i];
        reader->delivery.faults.file = one->lines.file;
        if (one->empty > 0)
            status = hxp_tell(
                &reader->delivery.faults, HXP_FAULT_LINES_EMPTY,
                (hxp_place){ one->first_empty, 1, 1 }, &reader->delivery.error,
                one->empty == 1 ? "%zu line is empty"
                                : "%zu lines are empty; this is the first",
                one->empty);
    }
    return status;
}

static hxp_status read_lines(moses_reader *reader, const hxp_str *languages)
{
    bool more = true;
    hxp_unit_header header = { .file = reader->delivery.file,
                               .source_language = languages[0],
                               .languages = languages,
                               .language_count = reader->count };
    hxp_status status = hxp_delivery_begin(&reader->delivery, &header);
    while (status == HXP_OK && more) {
        status = next_lines(&more, reader);
        if (status == HXP_OK && more)
            status = send_unit(reader);
    }
    return status == HXP_OK ? tell_empty(reader) : status;
}

hxp_status hxp_read_lines(hxp_input *const *inputs, const hxp_str *languages,
                          size_t count, const hxp_read_options *options,
                          hxp_unit_sink *sink, hxp_error *error)
{
    moses_reader reader = { .delivery =
                                hxp_delivery_make(inputs[0], options, sink),
                            .sides = calloc(count, sizeof *reader.sides),
                            .variants =
                                calloc(count, sizeof *reader.variants) };
    hxp_status status = HXP_OK;
    if (!reader.sides || !reader.variants)
        status = hxp_no_memory(&reader.delivery.error);
    for (; status == HXP_OK && reader.count < count; reader.count++) {
        side *one = &reader.sides[reader.count];
        one->language = languages[reader.count];
        status =
            hxp_lines_open(&one->lines, inputs[reader.count], options->encoding,
                           options->limits.unit_bytes, &reader.delivery.error);
    }
    if (status == HXP_OK)
        status = read_lines(&reader, languages);
    status = hxp_delivery_finish(&reader.delivery, status, error);
    for (size_t i = 0; i < reader.count; i++)
        hxp_lines_close(&reader.sides[i].lines);
    free(reader.sides);
    free(reader.variants);
    return status;
}

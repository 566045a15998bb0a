/* moses_read.c - texts whose lines translate one another, as units. */
#include "base/arena.h"
#include "base/str.h"
#include "formats/lines.h"
#include "formats/units/content_builder.h"
#include "formats/units/delivery.h"

#include <assert.h>

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
    side sides[HXP_LINE_TEXTS];
    size_t count; /* of those that are open */
    hxp_variant variants[HXP_LINE_TEXTS];
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

static hxp_status read_units(moses_reader *reader)
{
    bool more = true;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && more) {
        status = next_lines(&more, reader);
        if (status == HXP_OK && more)
            status = send_unit(reader);
    }
    return status == HXP_OK ? tell_empty(reader) : status;
}

/** Begin to read the texts. */
static hxp_status begin(moses_reader *reader, const hxp_line_text *texts,
                        size_t count, const hxp_read_options *options)
{
    hxp_str languages[HXP_LINE_TEXTS];
    hxp_status status = HXP_OK;
    for (; status == HXP_OK && reader->count < count; reader->count++) {
        side *one = &reader->sides[reader->count];
        one->language = languages[reader->count] =
            texts[reader->count].language;
        status = hxp_lines_open(&one->lines, texts[reader->count].input,
                                options->encoding, options->limits.unit_bytes,
                                &reader->delivery.error);
    }
    if (status != HXP_OK)
        return status;
    hxp_unit_header header = { .file = reader->delivery.file,
                               .source_language = languages[0],
                               .languages = languages,
                               .language_count = count };
    return hxp_delivery_begin(&reader->delivery, &header);
}

hxp_status hxp_read_lines(const hxp_line_text *texts, size_t count,
                          const hxp_read_options *options, hxp_unit_sink *sink,
                          hxp_error *error)
{
    assert(count > 0 && count <= HXP_LINE_TEXTS);
    moses_reader reader = { .delivery = hxp_delivery_make(texts[0].input,
                                                          options, sink) };
    hxp_status status = begin(&reader, texts, count, options);
    if (status == HXP_OK)
        status = read_units(&reader);
    status = hxp_delivery_finish(&reader.delivery, status, error);
    for (size_t i = 0; i < reader.count; i++)
        hxp_lines_close(&reader.sides[i].lines);
    return status;
}

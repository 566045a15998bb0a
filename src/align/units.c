/* units.c - beads to units of a translation memory. */
#include "base/arena.h"
#include "base/array.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/str.h"
#include "model/passage.h"

#include <hexapla/align.h>

#include <stdio.h>
#include <stdlib.h>

enum { CONFIDENCE_DIGITS = 4, MOST_DIGITS = 24 };

/** What is needed for each unit. */
struct maker {
    const hxp_alignment *alignment;
    const hxp_segmented *documents;
    const hxp_bead_units_options *options;
    hxp_arena arena;       /* what one unit holds */
    hxp_variant *variants; /* one for each language */
    hxp_buffer segments;   /* the text of x-hexapla-segments */
    size_t sent;
};

/** Append " en:1,2" for a side; the first without the blank. */
static bool add_segments(hxp_buffer *buffer, hxp_str language, hxp_range side)
{
    char text[MOST_DIGITS];
    if (buffer->len > 0 && !hxp_buffer_add(buffer, HXP_STR(" ")))
        return false;
    if (!hxp_buffer_add(buffer, language))
        return false;
    for (size_t i = 0; i < side.count; i++) {
        snprintf(text, sizeof text, "%c%zu", i == 0 ? ':' : ',',
                 side.first + i);
        if (!hxp_buffer_add(buffer, hxp_str_of(text)))
            return false;
    }
    return true;
}

/** Say of variant where the paragraph begins in which range does, as far as
 * that is known. */
static void set_place(hxp_variant *variant, const hxp_segmented *from,
                      hxp_range range)
{
    const hxp_document *document = from->document;
    if (range.count == 0)
        return;
    size_t paragraph = from->segments->items[range.first].paragraph;
    if (paragraph >= document->paragraph_count)
        return;
    if (document->places)
        variant->place = document->places[paragraph];
    if (document->ids)
        variant->spot = document->ids[paragraph];
}

/** The name of a unit's file. */
static hxp_str file_of(const struct maker *maker, const hxp_bead *bead)
{
    size_t which = 0;
    for (size_t k = 0;
         maker->options->last_file && k < maker->alignment->languages; k++)
        if (bead->sides[k].count > 0)
            which = k;
    return maker->documents[which].document->name;
}

/** Fill the variants; *count of them have text. False: no memory. */
static bool make_variants(struct maker *maker, const hxp_bead *bead,
                          size_t *count)
{
    *count = 0;
    maker->segments.len = 0;
    for (size_t k = 0; k < maker->alignment->languages; k++) {
        const hxp_segmented *document = &maker->documents[k];
        hxp_str language = document->document->language;
        hxp_variant *variant = &maker->variants[*count];
        *variant = (hxp_variant){ .language = language };
        if (bead->sides[k].count > 0 &&
            !add_segments(&maker->segments, language, bead->sides[k]))
            return false;
        if (!hxp_passage_content(&variant->content, &maker->arena, document,
                                 bead->sides[k]))
            return false;
        set_place(variant, document, bead->sides[k]);
        *count += variant->content.text.len > 0;
    }
    return true;
}

/** The attributes of header and units: the date, if one is wanted. */
static hxp_attributes date_of(const hxp_bead_units_options *options,
                              hxp_attribute *attribute)
{
    if (!options->date)
        return (hxp_attributes){ NULL, 0 };
    *attribute =
        (hxp_attribute){ HXP_STR("creationdate"), hxp_str_of(options->date) };
    return (hxp_attributes){ attribute, 1 };
}

static hxp_status send_unit(hxp_unit_sink *sink, struct maker *maker,
                            const hxp_bead *bead, size_t variants,
                            hxp_error *error)
{
    char confidence[HXP_DECIMAL_SIZE];
    hxp_attribute date;
    hxp_decimal(confidence, bead->confidence, CONFIDENCE_DIGITS);
    const hxp_remark remarks[] = {
        { .kind = HXP_PROPERTY,
          .type = HXP_STR("x-hexapla-confidence"),
          .text = hxp_str_of(confidence) },
        { .kind = HXP_PROPERTY,
          .type = HXP_STR("x-hexapla-segments"),
          .text = hxp_buffer_str(&maker->segments) },
    };
    const hxp_unit unit = {
        .number = ++maker->sent,
        .file = file_of(maker, bead),
        .attributes = date_of(maker->options, &date),
        .remarks = { remarks, 2 },
        .variants = maker->variants,
        .variant_count = variants,
    };
    return sink->unit(sink, &unit, error);
}

static hxp_status send_bead(hxp_unit_sink *sink, struct maker *maker,
                            const hxp_bead *bead, size_t *left_out,
                            hxp_error *error)
{
    size_t variants;
    hxp_arena_reset(&maker->arena);
    if (!make_variants(maker, bead, &variants))
        return hxp_no_memory(error);
    if (variants == 0)
        return HXP_OK;
    if (variants == 1 && !maker->options->keep_unaligned) {
        ++*left_out;
        return HXP_OK;
    }
    if (bead->confidence < maker->options->min_confidence)
        return HXP_OK;
    return send_unit(sink, maker, bead, variants, error);
}

static hxp_status begin(hxp_unit_sink *sink, const struct maker *maker,
                        hxp_error *error)
{
    size_t count = maker->alignment->languages;
    hxp_attribute date;
    hxp_str *languages = calloc(count, sizeof *languages);
    if (!languages)
        return hxp_no_memory(error);
    for (size_t k = 0; k < count; k++)
        languages[k] = maker->documents[k].document->language;
    const hxp_unit_header header = {
        .file = maker->documents[0].document->name,
        .source_language = languages[0],
        .languages = languages,
        .language_count = count,
        .attributes = date_of(maker->options, &date),
    };
    hxp_status status = sink->begin(sink, &header, error);
    free(languages);
    return status;
}

hxp_status hxp_bead_units(hxp_unit_sink *sink, const hxp_alignment *alignment,
                          const hxp_segmented *documents,
                          const hxp_bead_units_options *options,
                          hxp_error *error)
{
    const hxp_bead_units_options defaults = HXP_BEAD_UNITS_OPTIONS_INIT;
    struct maker maker = { .alignment = alignment, .documents = documents };
    size_t unwanted = 0;
    maker.options = options ? options : &defaults;
    maker.variants = calloc(alignment->languages, sizeof *maker.variants);
    hxp_status status =
        maker.variants ? begin(sink, &maker, error) : hxp_no_memory(error);
    for (size_t i = 0; status == HXP_OK && i < alignment->count; i++)
        status =
            send_bead(sink, &maker, &alignment->beads[i], &unwanted, error);
    if (status == HXP_OK)
        status = sink->end(sink, error);
    if (maker.options->left_out)
        *maker.options->left_out = unwanted;
    hxp_arena_free(&maker.arena);
    hxp_buffer_free(&maker.segments);
    free(maker.variants);
    return status;
}

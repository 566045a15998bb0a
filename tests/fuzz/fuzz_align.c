/* fuzz_align.c - any lines as versions of a text: beads and units hold. */
#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/align.h>

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SIDES = 3, MOST_SEGMENTS = 60 };

static const char *const tags[SIDES] = { "en", "nl", "ja" };

/** A version: the lines that are its own. */
struct version {
    hxp_document document;
    hxp_segment items[MOST_SEGMENTS];
    hxp_str texts[MOST_SEGMENTS];
    size_t paragraphs[MOST_SEGMENTS];
    hxp_segments segments;
};

static void require(bool truth)
{
    if (!truth)
        abort();
}

/** The units that were sent. */
struct counter {
    hxp_unit_sink sink;
    size_t units;
};

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    (void)sink, (void)error;
    require(header->language_count == SIDES);
    return HXP_OK;
}

static hxp_status count_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                             hxp_error *error)
{
    struct counter *counter = (struct counter *)sink;
    (void)error;
    require(unit->number == ++counter->units);
    require(unit->variant_count > 1 && unit->variant_count <= SIDES);
    for (size_t i = 0; i < unit->variant_count; i++) {
        hxp_str text = unit->variants[i].content.text;
        require(text.len > 0);
        for (size_t k = 0; k < text.len; k++)
            require(text.ptr[k] != '\n');
    }
    return HXP_OK;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    (void)sink, (void)error;
    return HXP_OK;
}

/** The first byte of a line says whose it is, and where paragraphs end. */
static void share_out(struct version *versions, hxp_str text)
{
    size_t at = 0, paragraph = 0;
    while (at < text.len) {
        size_t start = at;
        while (at < text.len && text.ptr[at] != '\n')
            at++;
        unsigned char first = (unsigned char)text.ptr[start];
        struct version *version = &versions[first % SIDES];
        size_t i = version->segments.count;
        paragraph += first / SIDES % 4 == 0;
        if (i < MOST_SEGMENTS) {
            version->items[i] = (hxp_segment){ paragraph, start, at };
            version->texts[i] = hxp_str_part(text, start, at);
            version->paragraphs[i] = paragraph;
            version->segments.count++;
        }
        at++;
    }
}

static void check_beads(const hxp_alignment *alignment,
                        const struct version *versions)
{
    size_t behind[SIDES] = { 0 };
    for (size_t i = 0; i < alignment->count; i++) {
        const hxp_bead *bead = &alignment->beads[i];
        require(bead->confidence >= 0 && bead->confidence <= 1);
        for (size_t k = 0; k < SIDES; k++) {
            require(bead->sides[k].first == behind[k]);
            behind[k] += bead->sides[k].count;
        }
    }
    for (size_t k = 0; k < SIDES; k++)
        require(behind[k] == versions[k].segments.count);
}

static void align(struct version *versions, hxp_locales *locales)
{
    struct counter counter = { { begin, count_unit, end, NULL }, 0 };
    hxp_side sides[SIDES];
    hxp_segmented documents[SIDES];
    hxp_alignment *alignment;
    size_t left_out = 0;
    const hxp_bead_units_options options = { .left_out = &left_out };
    for (size_t k = 0; k < SIDES; k++) {
        sides[k] = (hxp_side){ .segments = versions[k].texts,
                               .paragraphs = versions[k].paragraphs,
                               .count = versions[k].segments.count };
        versions[k].document.language = hxp_str_of(tags[k]);
        versions[k].segments.items = versions[k].items;
        documents[k] =
            (hxp_segmented){ &versions[k].document, &versions[k].segments };
        require(hxp_locales_language(&sides[k].language, locales,
                                     hxp_str_of(tags[k]), NULL) == HXP_OK);
    }
    require(hxp_align(&alignment, sides, SIDES, NULL, NULL) == HXP_OK);
    check_beads(alignment, versions);
    require(hxp_bead_units(&counter.sink, alignment, documents, &options,
                           NULL) == HXP_OK);
    require(counter.units + left_out <= alignment->count);
    hxp_alignment_free(alignment);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct version versions[SIDES];
    hxp_locales *locales;
    hxp_str text = { (const char *)data, size };
    if (size > 8000 || hxp_utf8_invalid(text) < size)
        return 0;
    for (size_t k = 0; k < SIDES; k++) {
        versions[k].document.text = text;
        versions[k].segments.count = 0;
    }
    require(hxp_locales_open(&locales, NULL, NULL) == HXP_OK);
    share_out(versions, text);
    align(versions, locales);
    hxp_locales_free(locales);
    return 0;
}

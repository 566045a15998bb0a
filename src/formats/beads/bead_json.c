/* bead_json.c - beads with their texts as JSON. */
#include "formats/beads/bead_format.h"

/** Write a bead's segments in one language: their numbers and texts. */
static void put_side(hxp_json *json, const hxp_segmented *document,
                     hxp_range side)
{
    hxp_json_open(json, '{');
    hxp_json_member(json, "language", document->document->language);
    hxp_json_key(json, "segments");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < side.count; i++)
        hxp_json_size(json, side.first + i);
    hxp_json_close(json, ']');
    hxp_json_key(json, "texts");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < side.count; i++)
        hxp_json_string(json, hxp_segment_text(document, side.first + i));
    hxp_json_close(json, ']');
    hxp_json_close(json, '}');
}

static void put_bead(hxp_json *json, const hxp_aligned *aligned,
                     const hxp_bead *bead)
{
    hxp_json_open(json, '{');
    hxp_json_key(json, "confidence");
    hxp_json_decimal(json, bead->confidence, HXP_CONFIDENCE_DIGITS);
    hxp_json_key(json, "sides");
    hxp_json_open(json, '[');
    for (size_t k = 0; k < aligned->alignment->languages; k++)
        put_side(json, &aligned->documents[k], bead->sides[k]);
    hxp_json_close(json, ']');
    hxp_json_close(json, '}');
}

void hxp_bead_json_put(hxp_json *json, const hxp_aligned *aligned)
{
    const hxp_alignment *alignment = aligned->alignment;
    hxp_json_key(json, "languages");
    hxp_json_open(json, '[');
    for (size_t k = 0; k < alignment->languages; k++)
        hxp_json_string(json, aligned->documents[k].document->language);
    hxp_json_close(json, ']');
    hxp_json_key(json, "beads");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < alignment->count; i++)
        put_bead(json, aligned, &alignment->beads[i]);
    hxp_json_close(json, ']');
}

void hxp_bead_json_write(hxp_output *output, const hxp_aligned *aligned)
{
    hxp_json json = { .output = output, .indent = true };
    hxp_json_open(&json, '{');
    hxp_bead_json_put(&json, aligned);
    hxp_json_close(&json, '}');
    hxp_output_write(output, HXP_STR("\n"));
}

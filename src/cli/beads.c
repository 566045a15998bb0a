/* beads.c - writes alignments as a bead list, as JSON, as a table. */
#include "cli/beads.h"

#include "base/decimal.h"
#include "base/json.h"
#include "base/str.h"
#include "report/clean.h"

#include <stdio.h>
#include <string.h>

enum { CONFIDENCE_DIGITS = 4, NUMBERS_SIZE = 256 };

static const char *tag_of(const hxp_aligned *aligned, size_t k)
{
    return hxp_language_tag(aligned->texts[k].language);
}

/* --- The bead list ---------------------------------------------------------
 */

/** Write the numbers of side, joined by commas; "-" if it has none. */
static void put_numbers(hxp_output *output, hxp_range side)
{
    if (side.count == 0)
        hxp_output_write(output, HXP_STR("-"));
    for (size_t i = 0; i < side.count; i++)
        hxp_output_printf(output, "%s%zu", i > 0 ? "," : "", side.first + i);
}

void hxp_write_beads(hxp_output *output, const hxp_aligned *aligned)
{
    const hxp_alignment *alignment = aligned->alignment;
    char confidence[HXP_DECIMAL_SIZE];
    for (size_t k = 0; k < alignment->languages; k++)
        hxp_output_printf(output, "%s\t", tag_of(aligned, k));
    hxp_output_write(output, HXP_STR("confidence\n"));
    for (size_t i = 0; i < alignment->count; i++) {
        const hxp_bead *bead = &alignment->beads[i];
        for (size_t k = 0; k < alignment->languages; k++) {
            put_numbers(output, bead->sides[k]);
            hxp_output_write(output, HXP_STR("\t"));
        }
        hxp_decimal(confidence, bead->confidence, CONFIDENCE_DIGITS);
        hxp_output_printf(output, "%s\n", confidence);
    }
}

/* --- JSON ------------------------------------------------------------------
 */

/** Write a bead's segments in one language: their numbers and texts. */
static void put_side(hxp_json *json, const hxp_text *text, hxp_range side)
{
    hxp_json_open(json, '{');
    hxp_json_member(json, "language",
                    hxp_str_of(hxp_language_tag(text->language)));
    hxp_json_key(json, "segments");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < side.count; i++)
        hxp_json_size(json, side.first + i);
    hxp_json_close(json, ']');
    hxp_json_key(json, "texts");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < side.count; i++)
        hxp_json_text(json, hxp_text_segment(text, side.first + i));
    hxp_json_close(json, ']');
    hxp_json_close(json, '}');
}

void hxp_write_beads_json(hxp_output *output, const hxp_aligned *aligned)
{
    const hxp_alignment *alignment = aligned->alignment;
    hxp_json json = { .output = output, .indent = true };
    hxp_json_open(&json, '{');
    hxp_json_key(&json, "languages");
    hxp_json_open(&json, '[');
    for (size_t k = 0; k < alignment->languages; k++)
        hxp_json_string(&json, hxp_str_of(tag_of(aligned, k)));
    hxp_json_close(&json, ']');
    hxp_json_key(&json, "beads");
    hxp_json_open(&json, '[');
    for (size_t i = 0; i < alignment->count; i++) {
        const hxp_bead *bead = &alignment->beads[i];
        hxp_json_open(&json, '{');
        hxp_json_key(&json, "confidence");
        hxp_json_decimal(&json, bead->confidence, CONFIDENCE_DIGITS);
        hxp_json_key(&json, "sides");
        hxp_json_open(&json, '[');
        for (size_t k = 0; k < alignment->languages; k++)
            put_side(&json, &aligned->texts[k], bead->sides[k]);
        hxp_json_close(&json, ']');
        hxp_json_close(&json, '}');
    }
    hxp_json_close(&json, ']');
    hxp_json_close(&json, '}');
    hxp_output_write(output, HXP_STR("\n"));
}

/* --- The table -------------------------------------------------------------
 */

/** ANSI styles; red is for what a person should look at. */
static const char *style_of(double confidence)
{
    if (confidence >= 0.9)
        return "32";
    return confidence >= 0.5 ? "33" : "31";
}

/** Write a language's line of a bead: tag, segment numbers, text. */
static void put_row(const hxp_screen *screen, const hxp_text *text,
                    hxp_range side)
{
    char label[NUMBERS_SIZE];
    size_t last = side.first + side.count - 1;
    hxp_output *output = screen->output;
    if (side.count == 0)
        snprintf(label, sizeof label, "-");
    else if (side.count == 1)
        snprintf(label, sizeof label, "%zu", side.first);
    else
        snprintf(label, sizeof label, "%zu-%zu", side.first, last);
    const char *tag = hxp_language_tag(text->language);
    hxp_output_printf(output, "  ");
    hxp_screen_style(screen, "1;34");
    hxp_output_printf(output, "%-5s", tag);
    hxp_screen_style(screen, "0");
    hxp_output_printf(output, " %-7s ", label);
    size_t indent = 2 + (strlen(tag) > 5 ? strlen(tag) : 5) + 9;
    if (side.count == 0) {
        hxp_output_write(output, HXP_STR("\n"));
        return;
    }
    const hxp_segment *items = text->segments.items;
    hxp_str all = hxp_str_part(text->document->text, items[side.first].start,
                               items[last].end);
    hxp_screen_wrap(screen, all, indent);
}

void hxp_write_beads_table(const hxp_screen *screen, const hxp_aligned *aligned)
{
    const hxp_alignment *alignment = aligned->alignment;
    char confidence[HXP_DECIMAL_SIZE];
    for (size_t i = 0; i < alignment->count; i++) {
        const hxp_bead *bead = &alignment->beads[i];
        hxp_decimal(confidence, bead->confidence, CONFIDENCE_DIGITS);
        hxp_output_printf(screen->output, "%sbead %zu  ", i > 0 ? "\n" : "",
                          i + 1);
        hxp_screen_style(screen, style_of(bead->confidence));
        hxp_output_printf(screen->output, "%s", confidence);
        hxp_screen_style(screen, "0");
        hxp_output_write(screen->output, HXP_STR("\n"));
        for (size_t k = 0; k < alignment->languages; k++)
            put_row(screen, &aligned->texts[k], bead->sides[k]);
    }
}

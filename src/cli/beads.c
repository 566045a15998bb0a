/* beads.c - writes alignments as a table. */
#include "cli/beads.h"

#include "base/decimal.h"
#include "base/error.h"
#include "base/str.h"
#include "cli/reasons.h"
#include "formats/beads/bead_format.h"
#include "model/passage.h"
#include "model/shown.h"

#include <stdio.h>

enum { NUMBERS_SIZE = 256 };

/** ANSI styles; red is for what a person should look at. */
static const char *style_of(double confidence)
{
    if (confidence >= 0.9)
        return "32";
    return confidence >= 0.5 ? "33" : "31";
}

/** Write the segments of side as people read them, on lines indented so far
 * but for the first. False: no memory. */
static bool put_texts(const hxp_screen *screen, const hxp_segmented *document,
                      hxp_range side, size_t indent)
{
    hxp_arena arena = { NULL };
    hxp_buffer room = { NULL, 0, 0 };
    hxp_content content;
    hxp_str text;
    bool good = hxp_passage_content(&content, &arena, document, side) &&
                hxp_shown_text(&text, &room, &content,
                               (hxp_span){ 0, content.text.len });
    if (good)
        hxp_screen_wrap(screen, text, indent);
    hxp_buffer_free(&room);
    hxp_arena_free(&arena);
    return good;
}

/** Write a language's line of a bead: tag, segment numbers, text. */
static bool put_row(const hxp_screen *screen, const hxp_segmented *document,
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
    hxp_str tag = document->document->language;
    hxp_output_printf(output, "  ");
    hxp_screen_style(screen, "1;34");
    hxp_output_printf(output, "%-5.*s", HXP_FMT(tag));
    hxp_screen_style(screen, "0");
    hxp_output_printf(output, " %-7s ", label);
    size_t indent = 2 + (tag.len > 5 ? tag.len : 5) + 9;
    if (side.count > 0)
        return put_texts(screen, document, side, indent);
    hxp_output_write(output, HXP_STR("\n"));
    return true;
}

static bool put_bead(const hxp_screen *screen, const hxp_alignment *alignment,
                     const hxp_segmented *documents, size_t i)
{
    char confidence[HXP_DECIMAL_SIZE];
    const hxp_bead *bead = &alignment->beads[i];
    hxp_decimal(confidence, bead->confidence, HXP_CONFIDENCE_DIGITS);
    hxp_output_printf(screen->output, "bead %zu  ", i + 1);
    hxp_screen_style(screen, style_of(bead->confidence));
    hxp_output_printf(screen->output, "%s", confidence);
    hxp_screen_style(screen, "0");
    hxp_output_write(screen->output, HXP_STR("\n"));
    for (size_t k = 0; k < alignment->languages; k++)
        if (!put_row(screen, &documents[k], bead->sides[k]))
            return false;
    return true;
}

hxp_status hxp_write_beads_table(const hxp_screen *screen,
                                 const hxp_alignment *alignment,
                                 const hxp_segmented *documents,
                                 size_t explained, hxp_error *error)
{
    bool one = explained > 0 && explained < SIZE_MAX;
    size_t first = one ? explained - 1 : 0;
    size_t end = one ? explained : alignment->count;
    for (size_t i = first; i < end; i++) {
        if (i > first)
            hxp_output_write(screen->output, HXP_STR("\n"));
        if (!put_bead(screen, alignment, documents, i))
            return hxp_no_memory(error);
        if (explained > 0)
            hxp_write_reasons(screen, alignment, documents, i);
    }
    return HXP_OK;
}

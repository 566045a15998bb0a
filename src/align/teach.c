/* teach.c - beads as lessons for a dictionary. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

#include <hexapla/align.h>

/** Fill text with the segments of a side, a blank between them. */
static bool join(hxp_buffer *text, const hxp_side *side, hxp_range range)
{
    text->len = 0;
    for (size_t i = 0; i < range.count; i++)
        if (!hxp_buffer_add(text, side->segments[range.first + i]) ||
            !hxp_buffer_add(text, HXP_STR(" ")))
            return false;
    return true;
}

/** Two of the languages, and room for what a bead has in them. */
struct lesson_maker {
    hxp_dictionary *dictionary;
    const hxp_side *sides[2];
    hxp_buffer texts[2];
};

/** Teach what ranges of the two sides say. */
static hxp_status teach(struct lesson_maker *maker, const hxp_range ranges[2],
                        double confidence, hxp_error *error)
{
    hxp_lesson lesson = { .weight = confidence };
    for (int k = 0; k < 2; k++) {
        const hxp_side *side = maker->sides[k];
        if (ranges[k].count == 0)
            return HXP_OK;
        if (!join(&maker->texts[k], side, ranges[k]))
            return hxp_no_memory(error);
        lesson.languages[k] = hxp_str_of(hxp_language_tag(side->language));
        lesson.texts[k] = hxp_buffer_str(&maker->texts[k]);
    }
    return hxp_dictionary_teach(maker->dictionary, &lesson, error);
}

hxp_status hxp_align_teach(hxp_dictionary *dictionary, const hxp_side *sides,
                           const hxp_alignment *alignment, hxp_error *error)
{
    struct lesson_maker maker = { .dictionary = dictionary };
    size_t languages = alignment->languages;
    hxp_status status = HXP_OK;
    for (size_t a = 0; a < languages; a++)
        for (size_t b = a + 1; b < languages; b++) {
            maker.sides[0] = &sides[a];
            maker.sides[1] = &sides[b];
            for (size_t i = 0; status == HXP_OK && i < alignment->count; i++) {
                const hxp_bead *bead = &alignment->beads[i];
                const hxp_range ranges[2] = { bead->sides[a], bead->sides[b] };
                status = teach(&maker, ranges, bead->confidence, error);
            }
        }
    hxp_buffer_free(&maker.texts[0]);
    hxp_buffer_free(&maker.texts[1]);
    return status;
}

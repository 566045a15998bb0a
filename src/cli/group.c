/* group.c - reads the versions of a text that are aligned. */
#include "cli/align.h"

#include <stdlib.h>

/** Make the side of text for the aligner. */
static hxp_exit make_side(hxp_side *side, const hxp_text *text, bool segmented)
{
    size_t count = text->segments.count;
    hxp_str *segments = calloc(count + 1, sizeof *segments);
    size_t *paragraphs = calloc(count + 1, sizeof *paragraphs);
    *side = (hxp_side){ text->language, segments, paragraphs, count };
    if (!segments || !paragraphs) {
        hxp_say("out of memory");
        return HXP_EXIT_SYSTEM;
    }
    for (size_t i = 0; i < count; i++) {
        segments[i] = hxp_text_segment(text, i);
        paragraphs[i] = text->segments.items[i].paragraph;
    }
    if (segmented) { /* lines say nothing of paragraphs */
        free(paragraphs);
        side->paragraphs = NULL;
    }
    return HXP_EXIT_OK;
}

/** Read operand as the next of group. */
static hxp_exit read_text(hxp_group *group, hxp_locales *locales,
                          const char *operand, hxp_text_options *reading)
{
    size_t i = group->count++;
    const char *path = hxp_operand_of(operand).path;
    hxp_text *text = &group->texts[i];
    hxp_exit code = hxp_text_read(text, locales, operand, reading);
    if (code != HXP_EXIT_OK)
        return code;
    for (size_t j = 0; j < i; j++)
        if (group->texts[j].language == text->language)
            return hxp_say_usage(reading->command,
                                 "%s: another file is in %s already", path,
                                 hxp_language_tag(text->language));
    if (text->segments.count == 0) {
        hxp_say("%s: nothing to align: the file is empty", path);
        return HXP_EXIT_INPUT;
    }
    group->segmented[i] = (hxp_segmented){ text->document, &text->segments };
    return make_side(&group->sides[i], text, reading->lines);
}

hxp_exit hxp_group_read(hxp_group *group, hxp_locales *locales,
                        const hxp_values *files, hxp_text_options *reading)
{
    hxp_exit code = HXP_EXIT_OK;
    group->texts = calloc(files->count, sizeof *group->texts);
    group->sides = calloc(files->count, sizeof *group->sides);
    group->segmented = calloc(files->count, sizeof *group->segmented);
    if (!group->texts || !group->sides || !group->segmented) {
        hxp_say("out of memory");
        return HXP_EXIT_SYSTEM;
    }
    for (size_t i = 0; code == HXP_EXIT_OK && i < files->count; i++)
        code = read_text(group, locales, files->items[i], reading);
    return code;
}

void hxp_group_free(hxp_group *group)
{
    for (size_t i = 0; i < group->count; i++) {
        hxp_text_free(&group->texts[i]);
        /* the sides' arrays are ours; the model only looks at them */
        free((void *)(uintptr_t)group->sides[i].segments);
        free((void *)(uintptr_t)group->sides[i].paragraphs);
    }
    free(group->texts);
    free(group->sides);
    free(group->segmented);
}

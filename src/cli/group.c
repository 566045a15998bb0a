/* group.c - reads the versions of a text that are aligned. */
#include "cli/align.h"

#include <stdlib.h>
#include <string.h>

bool hxp_group_allocate(hxp_group *group, size_t count)
{
    group->texts = calloc(count, sizeof *group->texts);
    group->sides = calloc(count, sizeof *group->sides);
    group->segmented = calloc(count, sizeof *group->segmented);
    return group->texts && group->sides && group->segmented;
}

bool hxp_group_set_side(hxp_group *group, size_t i, bool segmented)
{
    const hxp_text *text = &group->texts[i];
    size_t count = text->segments.count;
    hxp_str *segments = calloc(count + 1, sizeof *segments);
    size_t *paragraphs = calloc(count + 1, sizeof *paragraphs);
    group->segmented[i] = (hxp_segmented){ text->document, &text->segments };
    group->sides[i] = (hxp_side){ text->language, segments, paragraphs, count };
    if (!segments || !paragraphs)
        return false;
    for (size_t k = 0; k < count; k++) {
        segments[k] = hxp_text_segment(text, k);
        paragraphs[k] = text->segments.items[k].paragraph;
    }
    if (segmented) { /* lines say nothing of paragraphs */
        free(paragraphs);
        group->sides[i].paragraphs = NULL;
    }
    return true;
}

void hxp_group_hide(const hxp_group *group, size_t k, size_t i)
{
    /* the array is ours; the aligner only looks at it */
    hxp_str *segments = (hxp_str *)(uintptr_t)group->sides[k].segments;
    segments[i] = HXP_STR("");
}

/** Read operand as the next of group. */
static hxp_exit read_text(hxp_group *group, hxp_locales *locales,
                          const char *operand, hxp_text_options *reading)
{
    size_t i = group->count++;
    const char *path = hxp_operand_of(operand).path;
    hxp_text *text = &group->texts[i];
    reading->like = i > 0 ? group->texts[0].document : NULL;
    hxp_exit code = hxp_text_read(text, locales, operand, reading);
    reading->like = NULL;
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
    return hxp_group_set_side(group, i, reading->lines) ? HXP_EXIT_OK
                                                        : hxp_say_no_memory();
}

/** True when two of files are standard input. */
static bool reads_twice(const hxp_values *files)
{
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++)
        count += strcmp(hxp_operand_of(files->items[i]).path, "-") == 0;
    return count > 1;
}

hxp_exit hxp_group_read(hxp_group *group, hxp_locales *locales,
                        const hxp_values *files, hxp_text_options *reading)
{
    hxp_exit code = HXP_EXIT_OK;
    if (reads_twice(files))
        return hxp_say_usage(reading->command,
                             "only one text can be standard input");
    if (!hxp_group_allocate(group, files->count))
        return hxp_say_no_memory();
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
    for (size_t i = 0; group->vectors && i < group->count; i++)
        hxp_vectors_free(group->vectors[i]);
    free(group->vectors);
    free(group->texts);
    free(group->sides);
    free(group->segmented);
}

hxp_text_options hxp_align_reading(const hxp_command *command,
                                   const hxp_align_settings *settings)
{
    hxp_text_options reading = { .command = command,
                                 .lines = settings->segmented,
                                 .quiet = settings->common.quiet };
    reading.document.encoding = settings->encoding;
    reading.document.format = settings->input_format;
    reading.document.verbose = settings->verbose;
    reading.document.drop_repeated = settings->drop_repeated;
    reading.document.paragraphs = (hxp_paragraphs)settings->paragraphs;
    return reading;
}

/* embeddings.c - reads the vectors of texts that align is given. */
#include "base/str.h"
#include "cli/align.h"

#include <stdlib.h>

/** Find the text of group in the language of operand; it is said, or not. */
static hxp_exit find_text(size_t *text, const hxp_group *group,
                          const hxp_command *command,
                          const hxp_operand *operand)
{
    hxp_str tag = hxp_str_of(operand->language);
    if (tag.len == 0)
        return hxp_say_usage(command,
                             "%s: vectors in which language? name them "
                             "text.nl.npy, or give nl=%s",
                             operand->path, operand->path);
    for (*text = 0; *text < group->count; ++*text)
        if (hxp_tag_equal(
                hxp_str_of(hxp_language_tag(group->texts[*text].language)),
                tag))
            return HXP_EXIT_OK;
    return hxp_say_usage(command, "%s: no file is in %s", operand->path,
                         operand->language);
}

/** The path of the overlaps in that language, or NULL. */
static hxp_operand find_overlaps(const hxp_align_settings *settings,
                                 const char *language)
{
    for (size_t i = 0; i < settings->overlaps.count; i++) {
        hxp_operand operand = hxp_operand_of(settings->overlaps.items[i]);
        if (hxp_tag_equal(hxp_str_of(operand.language), hxp_str_of(language)))
            return operand;
    }
    return (hxp_operand){ NULL, "" };
}

static hxp_status read_vectors(hxp_vectors **out, const char *path,
                               const char *overlaps, const hxp_side *side,
                               hxp_error *error)
{
    hxp_input *input, *texts = NULL;
    hxp_status status = hxp_input_open(&input, path, error);
    if (status == HXP_OK && overlaps)
        status = hxp_input_open(&texts, overlaps, error);
    const hxp_vector_options options = { side->segments, side->count, texts };
    if (status == HXP_OK)
        status = hxp_vectors_read(out, input, &options, error);
    hxp_input_close(texts);
    hxp_input_close(input);
    return status;
}

static hxp_exit read_operand(hxp_group *group, const hxp_command *command,
                             const hxp_align_settings *settings,
                             const hxp_operand *operand)
{
    size_t k = 0;
    hxp_error error;
    hxp_operand overlaps = find_overlaps(settings, operand->language);
    hxp_exit code = find_text(&k, group, command, operand);
    if (code != HXP_EXIT_OK)
        return code;
    if (group->vectors[k])
        return hxp_say_usage(command, "%s: there are other vectors in %s",
                             operand->path, operand->language);
    if (read_vectors(&group->vectors[k], operand->path, overlaps.path,
                     &group->sides[k], &error) != HXP_OK)
        return hxp_say_error(&error);
    size_t missing = group->vectors[k]->missing;
    if (missing > 0 && !settings->common.quiet)
        hxp_say("%s: warning: %zu of %zu segments have no vector",
                operand->path, missing, group->sides[k].count);
    return HXP_EXIT_OK;
}

/** See that overlaps are those of vectors, and that these can be compared. */
static hxp_exit check_languages(const hxp_group *group,
                                const hxp_command *command,
                                const hxp_align_settings *settings)
{
    size_t count = 0, known = 0;
    for (size_t k = 0; k < group->count; k++) {
        const char *tag = hxp_language_tag(group->texts[k].language);
        count += group->vectors[k] != NULL;
        known += group->vectors[k] && find_overlaps(settings, tag).path;
    }
    if (count == 1)
        return hxp_say_usage(command,
                             "--embeddings: vectors of one text alone cannot "
                             "be compared; give those of another one, too");
    if (known < settings->overlaps.count)
        return hxp_say_usage(command,
                             "--overlaps: not each is of a language that "
                             "--embeddings gives vectors of");
    return HXP_EXIT_OK;
}

hxp_exit hxp_find_vectors(hxp_group *group, const hxp_command *command,
                          const hxp_align_settings *settings)
{
    hxp_exit code = HXP_EXIT_OK;
    group->vectors = calloc(group->count, sizeof(hxp_vectors *));
    if (!group->vectors)
        return hxp_say_no_memory();
    for (size_t i = 0; code == HXP_EXIT_OK && i < settings->embeddings.count;
         i++) {
        hxp_operand operand = hxp_operand_of(settings->embeddings.items[i]);
        code = read_operand(group, command, settings, &operand);
    }
    return code == HXP_EXIT_OK ? check_languages(group, command, settings)
                               : code;
}

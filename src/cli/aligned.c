/* aligned.c - aligns a text with its translation, as hexapla align does. */
#include "cli/aligned.h"

#include "cli/align.h"

#include <hexapla/formats.h>

#include <stdlib.h>
#include <string.h>

bool hxp_aligned_is_text(const char *operand)
{
    const char *path = hxp_operand_of(operand).path;
    return hxp_document_format_of(path) && !hxp_unit_format_of(path);
}

/** Operand number i with its language in front, if that is given; the caller
 * frees it. NULL: no memory. */
static char *make_operand(const hxp_text_pair *texts, size_t i)
{
    const char *tag = texts->tags[i], *text = texts->operands[i];
    return tag && *tag ? hxp_operand_make(tag, hxp_operand_of(text).path)
                       : strdup(text);
}

/** Align the texts of group and send the units. */
static hxp_exit send(hxp_unit_sink *sink, const hxp_group *group,
                     const hxp_dictionary *dictionary)
{
    hxp_alignment *alignment = NULL;
    hxp_align_options how = HXP_ALIGN_OPTIONS_INIT;
    hxp_bead_units_options making = HXP_BEAD_UNITS_OPTIONS_INIT;
    hxp_error error;
    how.dictionary = dictionary;
    making.keep_unaligned = true;
    making.last_file = true;
    hxp_status status =
        hxp_align(&alignment, group->sides, group->count, &how, &error);
    if (status == HXP_OK)
        status =
            hxp_bead_units(sink, alignment, group->segmented, &making, &error);
    hxp_alignment_free(alignment);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

/** Read and align the files, which tell their languages. */
static hxp_exit read_and_send(hxp_unit_sink *sink, const hxp_text_pair *texts,
                              const hxp_values *files, hxp_locales *locales)
{
    const hxp_align_settings settings = { .common = { .quiet = texts->quiet },
                                          .input_format = texts->format,
                                          .encoding = texts->encoding };
    hxp_text_options reading = hxp_align_reading(texts->command, &settings);
    hxp_group group = { .count = 0 };
    hxp_dictionary *dictionary = NULL;
    hxp_guesser *guesser = NULL;
    hxp_exit code = HXP_EXIT_OK;
    if (!texts->quiet)
        code = hxp_open_guesser(&guesser, locales);
    reading.guesser = guesser;
    if (code == HXP_EXIT_OK)
        code = hxp_group_read(&group, locales, files, &reading);
    if (code == HXP_EXIT_OK)
        code = hxp_dictionaries_open(&dictionary, locales, &settings, files,
                                     &group);
    if (code == HXP_EXIT_OK)
        code = send(sink, &group, dictionary);
    hxp_dictionary_free(dictionary);
    hxp_group_free(&group);
    hxp_guesser_free(guesser);
    return code;
}

hxp_exit hxp_aligned_send(hxp_unit_sink *sink, const hxp_text_pair *texts,
                          hxp_locales *locales)
{
    char *operands[2] = { make_operand(texts, 0), make_operand(texts, 1) };
    const char *items[2] = { operands[0], operands[1] };
    const hxp_values files = { items, 2 };
    hxp_exit code = operands[0] && operands[1]
                        ? read_and_send(sink, texts, &files, locales)
                        : hxp_say_no_memory();
    free(operands[0]);
    free(operands[1]);
    return code;
}

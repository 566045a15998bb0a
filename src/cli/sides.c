/* sides.c - the languages of one bilingual file, as operands for each. */
#include "cli/sides.h"

#include "base/error.h"
#include "base/str.h"
#include "cli/say.h"
#include "cli/texts.h"
#include "model/sink.h"

#include <hexapla/formats.h>

#include <stdio.h>
#include <stdlib.h>

/** Add the language of a variant, if it is new. */
static hxp_status add_language(hxp_sides *sides, const hxp_unit *unit,
                               const hxp_variant *variant, hxp_error *error)
{
    for (size_t i = 0; i < sides->count; i++)
        if (hxp_tag_equal(hxp_str_of(sides->tags[i]), variant->language))
            return HXP_OK;
    if (variant->language.len >= HXP_TAG_SIZE)
        return HXP_OK;
    if (sides->count == HXP_MOST_SIDES) {
        char file[256];
        snprintf(file, sizeof file, "%.*s", HXP_FMT(unit->file));
        return hxp_fail_at(error, HXP_ELIMIT, file, variant->place,
                           "more than %d languages in one file are not aligned",
                           HXP_MOST_SIDES);
    }
    snprintf(sides->tags[sides->count++], HXP_TAG_SIZE, "%.*s",
             HXP_FMT(variant->language));
    return HXP_OK;
}

static hxp_status take_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                            hxp_error *error)
{
    hxp_sides *sides = (hxp_sides *)(void *)sink;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < unit->variant_count; i++)
        if (unit->variants[i].content.text.len > 0)
            status = add_language(sides, unit, &unit->variants[i], error);
    return status;
}

bool hxp_sides_may_be(const char *path)
{
    return strchr(path, '=') == NULL && hxp_unit_format_of(path) &&
           hxp_document_format_of(path);
}

/** Make the operands. False: no memory. */
static bool make_operands(hxp_sides *sides, const char *path)
{
    for (size_t i = 0; i < sides->count; i++) {
        sides->operands[i] = hxp_operand_make(sides->tags[i], path);
        if (!sides->operands[i])
            return false;
    }
    return true;
}

hxp_exit hxp_sides_read(hxp_sides *sides, const char *path,
                        const char *encoding)
{
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_input *input;
    hxp_error error;
    *sides = (hxp_sides){ .sink = { hxp_ignore_begin, take_unit, hxp_ignore_end,
                                    hxp_ignore_close } };
    reading.encoding = encoding;
    hxp_status status = hxp_input_open(&input, path, &error);
    if (status == HXP_OK)
        status = hxp_read_units(input, &reading, &sides->sink, &error);
    hxp_input_close(input);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    return make_operands(sides, path) ? HXP_EXIT_OK : hxp_say_no_memory();
}

hxp_values hxp_sides_operands(const hxp_sides *sides)
{
    return (hxp_values){ (const char **)(uintptr_t)sides->operands,
                         sides->count };
}

void hxp_sides_free(hxp_sides *sides)
{
    for (size_t i = 0; i < sides->count; i++)
        free(sides->operands[i]);
}

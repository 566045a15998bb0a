/* source.c - the source language: the user's word, the unit's, the file's. */
#include "model/source.h"

#include "base/error.h"
#include "base/str.h"

hxp_status hxp_source_begin(hxp_source *source, const hxp_unit_header *header,
                            hxp_error *error)
{
    hxp_arena_reset(&source->arena);
    if (!hxp_arena_copy(&source->language, &source->arena,
                        header->source_language))
        return hxp_no_memory(error);
    return HXP_OK;
}

hxp_str hxp_source_language(const hxp_source *source, const hxp_unit *unit)
{
    if (source->chosen)
        return hxp_str_of(source->chosen);
    return unit->source_language.len > 0 ? unit->source_language
                                         : source->language;
}

const hxp_variant *hxp_source_of(const hxp_source *source, const hxp_unit *unit)
{
    return hxp_unit_source(unit, hxp_source_language(source, unit));
}

void hxp_source_free(hxp_source *source)
{
    hxp_arena_free(&source->arena);
}

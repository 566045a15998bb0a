/* pair.c - chooses a source and a target among many languages. */
#include "formats/units/pair.h"

#include "base/str.h"
#include "formats/units/languages_first.h"

#include <hexapla/text.h>

/** True for a tag that says the same as wanted and more: nl-BE for nl. */
static bool is_kind_of(hxp_str tag, hxp_str wanted)
{
    return tag.len > wanted.len && tag.ptr[wanted.len] == '-' &&
           hxp_tag_equal(hxp_str_part(tag, 0, wanted.len), wanted);
}

/** The language of the header that is meant by wanted, else none. */
static hxp_str find(const hxp_unit_header *header, hxp_str wanted)
{
    const hxp_str *languages = header->languages;
    for (size_t i = 0; i < header->language_count; i++)
        if (hxp_tag_equal(languages[i], wanted))
            return languages[i];
    for (size_t i = 0; i < header->language_count; i++)
        if (is_kind_of(languages[i], wanted))
            return languages[i];
    return HXP_STR("");
}

/** The language that the caller wants, as the file writes it if it is there. */
static hxp_str wanted(const hxp_unit_header *header, const char *tag)
{
    hxp_str found = find(header, hxp_str_of(tag));
    return found.len > 0 ? found : hxp_str_of(tag);
}

static hxp_str source_of(const hxp_unit_header *header)
{
    hxp_str found = find(header, header->source_language);
    if (found.len == 0 && header->language_count > 0)
        return header->languages[0];
    return found;
}

bool hxp_pair_choose(hxp_language_pair *pair, const hxp_unit_header *header,
                     const hxp_write_options *options, hxp_arena *arena)
{
    hxp_str source =
        options->from ? wanted(header, options->from) : source_of(header);
    hxp_str target = HXP_STR("");
    if (options->to)
        target = wanted(header, options->to);
    for (size_t i = 0; target.len == 0 && i < header->language_count; i++)
        if (!hxp_tag_equal(header->languages[i], source))
            target = header->languages[i];
    return hxp_arena_copy(&pair->source, arena, source) &&
           hxp_arena_copy(&pair->target, arena, target);
}

const hxp_variant *hxp_pair_variant(const hxp_unit *unit, hxp_str language)
{
    const hxp_variant *variant = hxp_variant_named(unit, language);
    for (size_t i = 0; !variant && i < unit->variant_count; i++)
        if (is_kind_of(unit->variants[i].language, language))
            variant = &unit->variants[i];
    return variant;
}

hxp_status hxp_pair_writer(hxp_unit_sink **out, hxp_unit_sink *writer,
                           const hxp_write_options *options, hxp_error *error)
{
    if (!options->from || !options->to)
        return hxp_languages_first(out, writer, error);
    *out = writer;
    return HXP_OK;
}

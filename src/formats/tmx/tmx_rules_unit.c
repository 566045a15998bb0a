/* tmx_rules_unit.c - are variants and whole units sound? */
#include "base/error.h"
#include "base/str.h"
#include "formats/tmx/tmx_rules.h"
#include "text/twice.h"
#include "text/utf8.h"

#include <hexapla/text.h>

#include <stdio.h>

/* --- Variants ------------------------------------------------------------- */

static bool is_space(int32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0;
}

static bool is_hidden(int32_t c)
{
    return (c >= 0x80 && c < 0xA0) || c == 0x200B || c == 0x200E ||
           c == 0x200F || c == 0xFEFF || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

/** The first invisible character of text that starts with byte, or 0. */
static int32_t find_hidden_at(hxp_str text, unsigned char byte)
{
    for (size_t i = 0; i < text.len;) {
        const char *lead = memchr(text.ptr + i, byte, text.len - i);
        if (!lead)
            return 0;
        i = (size_t)(lead - text.ptr);
        int32_t c = hxp_utf8_next(text, &i);
        if (is_hidden(c))
            return c;
    }
    return 0;
}

/** An invisible character of text, or 0. */
static int32_t find_hidden(hxp_str text)
{
    static const unsigned char leads[] = { 0xC2, 0xE2, 0xEF };
    int32_t c = 0;
    for (size_t i = 0; c == 0 && i < sizeof leads; i++)
        c = find_hidden_at(text, leads[i]);
    return c;
}

/** True for white space alone. */
static bool is_blank(hxp_str text)
{
    size_t at = 0;
    while (at < text.len)
        if (!is_space(hxp_utf8_next(text, &at)))
            return false;
    return true;
}

/** True when a code stands before byte offset of the text. */
static bool has_code_at(const hxp_content *content, size_t offset)
{
    for (size_t i = 0; i < content->code_count; i++)
        if (content->codes[i].offset == offset)
            return true;
    return false;
}

/** Check the characters of a text. */
static hxp_status check_characters(hxp_tmx_rules *rules,
                                   const hxp_variant *variant, hxp_error *error)
{
    char meant[4];
    hxp_str text = variant->content.text;
    hxp_status status = HXP_OK;
    hxp_twice twice = hxp_find_twice(text);
    if (twice.shown.len > 0)
        status = hxp_tell(
            &rules->faults, HXP_FAULT_TMX_TWICE, variant->place, error,
            "the segment seems to be encoded twice: \"%.*s\" for "
            "\"%.*s\"",
            HXP_FMT(twice.shown), (int)hxp_utf8_put(meant, twice.meant), meant);
    int32_t hidden = find_hidden(text);
    if (status == HXP_OK && hidden)
        status = hxp_tell(&rules->faults, HXP_FAULT_TMX_HIDDEN, variant->place,
                          error, "the segment holds an invisible U+%04X",
                          (unsigned)hidden);
    return status;
}

static hxp_status check_text(hxp_tmx_rules *rules, const hxp_variant *variant,
                             hxp_error *error)
{
    hxp_str text = variant->content.text;
    size_t from = 0, to = text.len;
    hxp_status status = HXP_OK;
    bool first = is_space(hxp_utf8_next(text, &from)) &&
                 !has_code_at(&variant->content, 0);
    bool last = is_space(hxp_utf8_previous(text, &to)) &&
                !has_code_at(&variant->content, text.len);
    if (first && variant->content.code_count == 0 && is_blank(text))
        return hxp_tell(&rules->faults, HXP_FAULT_TMX_EMPTY, variant->place,
                        error, "the segment holds nothing but white space");
    if (first || last)
        status = hxp_tell(&rules->faults, HXP_FAULT_TMX_SPACES, variant->place,
                          error, "the segment %s with white space",
                          first ? "begins" : "ends");
    return status == HXP_OK ? check_characters(rules, variant, error) : status;
}

hxp_status hxp_tmx_check_variant(hxp_tmx_rules *rules,
                                 const hxp_variant *variant, hxp_error *error)
{
    hxp_status status = HXP_OK;
    if (variant->language.len > 0)
        status = hxp_tmx_check_tag(rules, "", variant->language, variant->place,
                                   error);
    if (status != HXP_OK)
        return status;
    if (variant->content.text.len > 0)
        return check_text(rules, variant, error);
    if (variant->content.code_count > 0)
        return HXP_OK;
    return hxp_tell(&rules->faults, HXP_FAULT_TMX_EMPTY, variant->place, error,
                    "the segment is empty");
}

/* --- Units ---------------------------------------------------------------- */

void hxp_tmx_rules_unit(hxp_tmx_rules *rules, const hxp_unit *unit)
{
    rules->faults.unit = unit->number;
    rules->faults.tuid = unit->id;
    if (!rules->faults.sink || unit->id.len == 0)
        return;
    rules->id = hxp_hash_of(unit->id);
    hxp_hash_map_prefetch(&rules->ids, rules->id);
}

static hxp_status check_id(hxp_tmx_rules *rules, const hxp_unit *unit,
                           hxp_error *error)
{
    bool found;
    if (unit->id.len == 0)
        return HXP_OK;
    if (!hxp_hash_map_add(&rules->ids, rules->id, &found))
        return hxp_no_memory(error);
    if (!found)
        return HXP_OK;
    return hxp_tell(&rules->faults, HXP_FAULT_TMX_DUPLICATE_ID, unit->place,
                    error, "tuid \"%.*s\" stands on an earlier unit too",
                    HXP_FMT(hxp_quote(unit->id)));
}

/** The unit's languages, for a message: "de, fr". */
static void list_languages(char *list, size_t size, const hxp_unit *unit)
{
    size_t used = 0;
    list[0] = '\0';
    for (size_t i = 0; i < unit->variant_count; i++) {
        hxp_str language = hxp_quote(unit->variants[i].language);
        if (used + language.len + 3 > size)
            break;
        if (language.len == 0)
            continue;
        snprintf(list + used, size - used, "%s%.*s", used ? ", " : "",
                 HXP_FMT(language));
        used += strlen(list + used);
    }
}

/** The variant in the unit's source language; NULL if none or "*all*". */
static const hxp_variant *source_of(const hxp_unit *unit, hxp_str source)
{
    const hxp_variant *found = hxp_unit_variant(unit, source);
    for (size_t i = 0; !found && i < unit->variant_count; i++) {
        hxp_str language = unit->variants[i].language;
        if (hxp_tag_within(language, source) ||
            hxp_tag_within(source, language)) /* en for en-US, en_US ... */
            found = &unit->variants[i];
    }
    return found;
}

static bool same_content(const hxp_variant *a, const hxp_variant *b)
{
    return hxp_str_equal(a->content.text, b->content.text);
}

/** True when text has something to translate: a letter, as a rough guess. */
static bool has_letter(hxp_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            return true;
    }
    return false;
}

static hxp_status check_same(hxp_tmx_rules *rules, const hxp_unit *unit,
                             const hxp_variant *source, hxp_error *error)
{
    hxp_status status = HXP_OK;
    if (!has_letter(source->content.text))
        return HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < unit->variant_count; i++) {
        const hxp_variant *variant = &unit->variants[i];
        if (variant == source || !same_content(variant, source) ||
            hxp_tag_equal(variant->language, source->language))
            continue;
        rules->faults.language = variant->language;
        status = hxp_tell(&rules->faults, HXP_FAULT_TMX_SAME, variant->place,
                          error, "the translation is the same as the source");
    }
    rules->faults.language = HXP_STR("");
    return status;
}

static hxp_status check_source(hxp_tmx_rules *rules, const hxp_unit *unit,
                               hxp_error *error)
{
    char list[200];
    hxp_str source =
        unit->source_language.len > 0 ? unit->source_language : rules->source;
    if (source.len == 0 || unit->variant_count == 0 ||
        hxp_str_is_nocase(source, "*all*"))
        return HXP_OK;
    const hxp_variant *found = source_of(unit, source);
    if (found)
        return check_same(rules, unit, found, error);
    list_languages(list, sizeof list, unit);
    return hxp_tell(&rules->faults, HXP_FAULT_TMX_SOURCE, unit->place, error,
                    "no \"%.*s\" variant; has %s", HXP_FMT(hxp_quote(source)),
                    list[0] ? list : "none that tells its language");
}

/** Look at as many variants as a unit can sensibly have. */
static hxp_status check_languages(hxp_tmx_rules *rules, const hxp_unit *unit,
                                  hxp_error *error)
{
    enum { MOST = 256 };
    hxp_status status = HXP_OK;
    size_t count = unit->variant_count < MOST ? unit->variant_count : MOST;
    for (size_t i = 1; status == HXP_OK && i < count; i++) {
        const hxp_variant *variant = &unit->variants[i];
        if (variant->language.len == 0 ||
            hxp_unit_variant(unit, variant->language) == variant)
            continue;
        status = hxp_tell(&rules->faults, HXP_FAULT_TMX_DUPLICATE_LANGUAGE,
                          variant->place, error,
                          "another \"%.*s\" variant of the same unit",
                          HXP_FMT(hxp_quote(variant->language)));
    }
    return status;
}

/** A number that is equal for contents whose codes have the same x. */
static uint64_t sum_of_x(const hxp_content *content)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < content->code_count; i++) {
        const hxp_str *x =
            hxp_attributes_value(&content->codes[i].attributes, "x");
        if (x)
            sum += hxp_str_hash(*x);
    }
    return sum;
}

static hxp_status check_match(hxp_tmx_rules *rules, const hxp_unit *unit,
                              hxp_error *error)
{
    hxp_status status = HXP_OK;
    if (unit->variant_count == 0)
        return HXP_OK;
    uint64_t first = sum_of_x(&unit->variants[0].content);
    for (size_t i = 1; status == HXP_OK && i < unit->variant_count; i++) {
        const hxp_variant *variant = &unit->variants[i];
        if (sum_of_x(&variant->content) == first)
            continue;
        rules->faults.language = variant->language;
        status =
            hxp_tell(&rules->faults, HXP_FAULT_TMX_MATCH, variant->place, error,
                     "the x of the codes are not those of the first "
                     "variant");
    }
    rules->faults.language = HXP_STR("");
    return status;
}

hxp_status hxp_tmx_check_unit(hxp_tmx_rules *rules, const hxp_unit *unit,
                              hxp_error *error)
{
    hxp_status status = check_id(rules, unit, error);
    if (status == HXP_OK && unit->variant_count == 0)
        status = hxp_tell(&rules->faults, HXP_FAULT_TMX_NO_VARIANTS,
                          unit->place, error, "the unit has no variants");
    else if (status == HXP_OK && unit->variant_count == 1)
        status = hxp_tell(&rules->faults, HXP_FAULT_TMX_VARIANTS, unit->place,
                          error, "the unit has one variant only");
    if (status == HXP_OK)
        status = check_source(rules, unit, error);
    if (status == HXP_OK)
        status = check_languages(rules, unit, error);
    if (status == HXP_OK)
        status = check_match(rules, unit, error);
    return status;
}

/* tmx_rules.c - are attributes and language tags sound? */
#include "formats/tmx/tmx_rules.h"

#include "base/error.h"
#include "base/str.h"
#include "formats/tmx/tmx_date.h"
#include "formats/xml/xml.h"

#include <hexapla/text.h>

#include <stdlib.h>
#include <string.h>

/* --- Attributes ----------------------------------------------------------- */

hxp_status hxp_tmx_check_version(hxp_tmx_rules *rules, const char **attributes,
                                 hxp_place place, hxp_error *error)
{
    const char *version = NULL;
    for (size_t i = 0; attributes[i]; i += 2)
        if (strcmp(attributes[i], "version") == 0)
            version = attributes[i + 1];
    if (!version)
        return hxp_tell(&rules->faults, HXP_FAULT_TMX_VERSION, place, error,
                        "the tmx element has no version; read as 1.4");
    rules->old = strcmp(version, "1.1") == 0 || strcmp(version, "1.2") == 0;
    if (rules->old || strcmp(version, "1.3") == 0 ||
        strcmp(version, "1.4") == 0)
        return HXP_OK;
    return hxp_tell(&rules->faults, HXP_FAULT_TMX_VERSION, place, error,
                    "version \"%.*s\" is unknown: it must be \"1.4\"; read as "
                    "1.4",
                    HXP_FMT(hxp_quote(hxp_str_of(version))));
}

/** As strcmp() == 0; most names differ in their first letters. */
static bool same(const char *a, const char *b)
{
    return a[0] == b[0] && strcmp(a, b) == 0;
}

static bool is_in(const char *name, const char *const *list)
{
    for (; *list; list++)
        if (same(*list, name))
            return true;
    return false;
}

static bool is_number(const char *value)
{
    return value[0] != '\0' && value[strspn(value, "0123456789")] == '\0';
}

static bool is_segtype(const char *value)
{
    static const char *const types[] = { "block", "paragraph", "sentence",
                                         "phrase", NULL };
    return is_in(value, types);
}

static bool ends_with_date(const char *name, size_t len)
{
    return len > 4 && memcmp(name + len - 4, "date", 4) == 0;
}

/** False for most attributes, which may have any value. */
static bool may_be_wrong(const char *name, size_t len)
{
    return ends_with_date(name, len) || len == 1 || name[0] == 'u' ||
           name[0] == 's' || name[0] == 'a' || name[0] == 'p';
}

/** Check the value of an attribute of any element. */
static hxp_status check_value(hxp_tmx_rules *rules, const char *name,
                              const char *value, hxp_place place,
                              hxp_error *error)
{
    hxp_faults *faults = &rules->faults;
    size_t len = strlen(name);
    if (!may_be_wrong(name, len))
        return HXP_OK;
    if (ends_with_date(name, len)) {
        if (!hxp_tmx_is_date(hxp_str_of(value)))
            return hxp_tell(faults, HXP_FAULT_TMX_DATE, place, error,
                            "%s \"%.*s\": want a date such as "
                            "20240131T235959Z",
                            name, HXP_FMT(hxp_quote(hxp_str_of(value))));
    } else if (strcmp(name, "usagecount") == 0 || len == 1) { /* i, x */
        if (!is_number(value))
            return hxp_tell(faults, HXP_FAULT_TMX_NUMBER, place, error,
                            "%s \"%.*s\" is not a number", name,
                            HXP_FMT(hxp_quote(hxp_str_of(value))));
    } else if (strcmp(name, "segtype") == 0) {
        if (!is_segtype(value))
            return hxp_tell(faults, HXP_FAULT_TMX_SEGTYPE, place, error,
                            "segtype \"%.*s\": use block, paragraph, sentence "
                            "or phrase",
                            HXP_FMT(hxp_quote(hxp_str_of(value))));
    } else if (strcmp(name, "adminlang") == 0 ||
               (strcmp(name, "srclang") == 0 &&
                !hxp_str_is_nocase(hxp_str_of(value), "*all*"))) {
        return hxp_tmx_check_tag(rules, name, hxp_str_of(value), place, error);
    } else if (strcmp(name, "pos") == 0 && strcmp(value, "begin") != 0 &&
               strcmp(value, "end") != 0) {
        return hxp_tell(faults, HXP_FAULT_TMX_REQUIRED, place, error,
                        "pos \"%.*s\": use begin or end",
                        HXP_FMT(hxp_quote(hxp_str_of(value))));
    }
    return HXP_OK;
}

/** True when attributes (expat's) have name. */
static bool has(const char **attributes, const char *name)
{
    for (size_t i = 0; attributes[i]; i += 2)
        if (same(attributes[i], name))
            return true;
    return false;
}

static hxp_status check_missing(hxp_tmx_rules *rules, const hxp_tmx_kind *kind,
                                const char **attributes, hxp_place place,
                                hxp_error *error)
{
    hxp_status status = HXP_OK;
    hxp_fault rule = strcmp(kind->name, "header") == 0
                         ? HXP_FAULT_TMX_HEADER_ATTRIBUTE
                         : HXP_FAULT_TMX_REQUIRED;
    for (size_t i = 0; status == HXP_OK && kind->needs[i]; i++)
        if (!has(attributes, kind->needs[i]))
            status = hxp_tell(&rules->faults, rule, place, error, "%s lacks %s",
                              kind->name, kind->needs[i]);
    return status;
}

/** Remember the prefixes that attributes declare. False when memory is out. */
static bool declare(hxp_tmx_rules *rules, const char **attributes)
{
    for (size_t i = 0; attributes[i]; i += 2)
        if (!hxp_xml_declare(&rules->prefixes, hxp_str_of(attributes[i])))
            return false;
    return true;
}

/** Tell of an attribute that TMX does not have; its prefix may be unbound. */
static hxp_status tell_unknown(hxp_tmx_rules *rules, const hxp_tmx_kind *kind,
                               const char *name, hxp_place place,
                               hxp_error *error)
{
    hxp_str given = hxp_str_of(name);
    bool bound = hxp_xml_undeclared(&rules->prefixes, given).len == 0;
    if (hxp_str_is(given, "xmlns"))
        return hxp_tell(&rules->faults, HXP_FAULT_TMX_NAMESPACE, place, error,
                        "xmlns puts %s in a name space", kind->name);
    return hxp_tell(
        &rules->faults, bound ? HXP_FAULT_TMX_ATTRIBUTE : HXP_FAULT_TMX_PREFIX,
        place, error,
        bound ? "attribute %.*s of %s is not part of TMX 1.4; kept"
              : "the prefix of attribute %.*s of %s is not declared",
        HXP_FMT(hxp_quote(given)), kind->name);
}

hxp_status hxp_tmx_check_element(hxp_tmx_rules *rules, hxp_tmx_element element,
                                 const char **attributes, hxp_place place,
                                 hxp_error *error)
{
    const hxp_tmx_kind *kind = hxp_tmx_kind_of(element);
    hxp_status status = HXP_OK;
    bool declared = false;
    for (size_t i = 0; status == HXP_OK && attributes[i]; i += 2) {
        const char *name = attributes[i];
        if (is_in(name, kind->attributes)) {
            status = check_value(rules, name, attributes[i + 1], place, error);
            continue;
        }
        if (!declared && !declare(rules, attributes))
            return hxp_no_memory(error);
        declared = true;
        status = tell_unknown(rules, kind, name, place, error);
    }
    if (status == HXP_OK)
        status = check_missing(rules, kind, attributes, place, error);
    return status;
}

/* --- Languages ------------------------------------------------------------ */

void hxp_tmx_rules_source(hxp_tmx_rules *rules, hxp_str source)
{
    size_t len = source.len < sizeof rules->source_room
                     ? source.len
                     : sizeof rules->source_room;
    if (len > 0)
        memcpy(rules->source_room, source.ptr, len);
    rules->source = (hxp_str){ rules->source_room, len };
}

static bool is_known_sound(const hxp_tmx_rules *rules, hxp_str tag)
{
    for (size_t i = 0; i < HXP_TMX_SOUND_TAGS; i++)
        if (hxp_str_is(tag, rules->sound[i]))
            return true;
    return false;
}

/** Remember a sound tag: most files have only a few. */
static void remember_tag(hxp_tmx_rules *rules, hxp_str tag)
{
    char *to = rules->sound[rules->sound_next++ % HXP_TMX_SOUND_TAGS];
    memcpy(to, tag.ptr, tag.len); /* no sound tag is longer than fits */
    to[tag.len] = '\0';
}

hxp_status hxp_tmx_check_tag(hxp_tmx_rules *rules, const char *name,
                             hxp_str tag, hxp_place place, hxp_error *error)
{
    const char *blank = name[0] ? " " : "";
    char canonical[HXP_TAG_SIZE], fixed[HXP_TAG_SIZE];
    if (tag.len > 0 && is_known_sound(rules, tag))
        return HXP_OK;
    if (hxp_tag_canonical(canonical, tag)) {
        if (!hxp_tag_registered(fixed, tag))
            return hxp_tell(
                &rules->faults, HXP_FAULT_TMX_CODE, place, error,
                "%s%s\"%.*s\" has a code that is in no registry%s%s%s", name,
                blank, HXP_FMT(hxp_quote(tag)),
                fixed[0] ? "; did you mean " : "", fixed, fixed[0] ? "?" : "");
        remember_tag(rules, tag);
        return HXP_OK;
    }
    size_t len = tag.len < sizeof fixed ? tag.len : sizeof fixed - 1;
    for (size_t i = 0; i < len; i++)
        fixed[i] = (char)(tag.ptr[i] == '_' ? '-' : tag.ptr[i]);
    if (hxp_tag_canonical(canonical, (hxp_str){ fixed, len }))
        return hxp_tell(&rules->faults, HXP_FAULT_TMX_UNDERSCORE, place, error,
                        "%s%s\"%.*s\" is not a language tag; did you mean %s?",
                        name, blank, HXP_FMT(hxp_quote(tag)), canonical);
    return hxp_tell(&rules->faults, HXP_FAULT_TMX_TAG, place, error,
                    "%s%s\"%.*s\" is not a language tag", name, blank,
                    HXP_FMT(hxp_quote(tag)));
}

void hxp_tmx_rules_free(hxp_tmx_rules *rules)
{
    hxp_hash_map_free(&rules->ids);
    hxp_names_free(&rules->prefixes);
    free(rules->halves);
    rules->halves = NULL;
}

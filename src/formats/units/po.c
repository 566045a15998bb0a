/* po.c - PO's header, names of languages, and what tells entries apart. */
#include "formats/units/po.h"

#include "base/str.h"
#include "text/utf8.h"

#include <stdio.h>

hxp_str hxp_po_field(hxp_str header, const char *name)
{
    hxp_str line, key;
    while (hxp_line_cut(&header, &line))
        if (hxp_str_cut(&line, ':', &key) &&
            hxp_str_is_nocase(hxp_str_trim(key), name))
            return hxp_str_trim(line);
    return HXP_STR("");
}

/** Scripts that gettext names behind an @. */
static const char *const scripts[][2] = { { "latin", "Latn" },
                                          { "cyrillic", "Cyrl" },
                                          { "devanagari", "Deva" },
                                          { "arabic", "Arab" } };
enum { SCRIPTS = sizeof scripts / sizeof scripts[0] };

void hxp_po_tag(char tag[HXP_TAG_SIZE], hxp_str name)
{
    char plain[HXP_TAG_SIZE];
    hxp_str rest = name, modifier = HXP_STR(""), base = HXP_STR("");
    hxp_str language = HXP_STR("");
    if (hxp_str_cut(&rest, '@', &base))
        modifier = rest;
    rest = base;
    hxp_str_cut(&rest, '.', &base); /* the encoding of a locale */
    rest = base;
    hxp_str_cut(&rest, '_', &language);
    const char *script = NULL;
    for (int i = 0; i < SCRIPTS; i++)
        if (hxp_str_is_nocase(modifier, scripts[i][0]))
            script = scripts[i][1];
    snprintf(plain, sizeof plain, "%.*s%s%s%s%.*s", HXP_FMT(language),
             script ? "-" : "", script ? script : "", rest.len > 0 ? "-" : "",
             HXP_FMT(rest));
    for (char *c = plain; *c; c++)
        if (*c == '_')
            *c = '-';
    if (!hxp_tag_canonical(tag, hxp_str_of(plain)))
        snprintf(tag, HXP_TAG_SIZE, "und");
}

void hxp_po_language(char name[HXP_TAG_SIZE], hxp_str tag)
{
    hxp_str rest = tag, language = HXP_STR(""), part;
    const char *modifier = NULL;
    hxp_str_cut(&rest, '-', &language);
    hxp_str other = rest;
    if (hxp_str_cut(&other, '-', &part))
        for (int i = 0; i < SCRIPTS; i++)
            if (hxp_str_is_nocase(part, scripts[i][1]))
                modifier = scripts[i][0];
    if (modifier)
        rest = other;
    snprintf(name, HXP_TAG_SIZE, "%.*s%s%.*s%s%s", HXP_FMT(language),
             rest.len > 0 ? "_" : "", HXP_FMT(rest), modifier ? "@" : "",
             modifier ? modifier : "");
    for (char *c = name; *c; c++)
        if (*c == '-')
            *c = '_';
}

bool hxp_po_remember(hxp_hash_map *entries, const hxp_str *context, hxp_str id,
                     bool *found)
{
    /* A context, even an empty one, makes another entry. */
    hxp_hasher hasher = HXP_HASHER_INIT;
    hxp_hasher_add(&hasher, id);
    if (context)
        hxp_hasher_add(&hasher, *context);
    return hxp_hash_map_add(entries, hxp_hasher_finish(&hasher), found) != NULL;
}

/* path_language.c - the language that the name of a file tells. */
#include "cli/path_language.h"

#include "base/pack.h"
#include "base/str.h"

#include <stdio.h>
#include <string.h>

/** True when tag, canonical, begins with a language of two or three letters. */
static bool usual_tag(const char *tag)
{
    size_t len = strcspn(tag, "-");
    return len == 2 || len == 3;
}

enum { WITH_REGION = 5 }; /* characters of "pt_BR" */

/** Write a name that is a language alone, of two letters, or "pt_BR". */
static bool is_short_tag(char tag[WITH_REGION + 1], hxp_str name)
{
    if (name.len != 2 &&
        !(name.len == WITH_REGION && strchr("-_", name.ptr[2])))
        return false;
    memcpy(tag, name.ptr, name.len);
    tag[name.len] = '\0';
    if (name.len > 2)
        tag[2] = '-';
    return true;
}

/** The language that "article.nl.txt" tells, "article.nl.txt.gz" or "nl.txt".
 */
static void language_of_file(char *canonical, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t end = hxp_unpacked_name(hxp_str_of(name)).len;
    char whole[WITH_REGION + 1];
    canonical[0] = '\0';
    while (end > 0 && name[end - 1] != '.')
        end--;
    size_t start = end > 0 ? --end : 0;
    while (start > 0 && name[start - 1] != '.')
        start--;
    hxp_str tag = { name + start, end - start };
    if (start == 0 && !is_short_tag(whole, tag))
        return;
    if (start == 0)
        tag = hxp_str_of(whole);
    if (!hxp_tag_canonical(canonical, tag) || !usual_tag(canonical))
        canonical[0] = '\0';
}

/* --- Texts of programs ---------------------------------------------------- */

/** The name of the file at path, and of the folder it is in; empty: none. */
static hxp_str cut_names(hxp_str *folder, const char *path)
{
    size_t len = strlen(path), start = len;
    while (start > 0 && path[start - 1] != '/')
        start--;
    size_t end = start > 0 ? start - 1 : 0, from = end;
    while (from > 0 && path[from - 1] != '/')
        from--;
    *folder = (hxp_str){ path + from, end - from };
    return (hxp_str){ path + start, len - start };
}

/** What a name ends with, as texts_pt_BR does, without the underscore. */
static hxp_str end_of_bundle(hxp_str name)
{
    static const size_t lengths[] = { WITH_REGION, 2 };
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        if (name.len > lengths[i] + 1 &&
            name.ptr[name.len - lengths[i] - 1] == '_')
            return hxp_str_part(name, name.len - lengths[i], name.len);
    return HXP_STR("");
}

/** True for a text of least to most ASCII letters. */
static bool is_letters(hxp_str text, size_t least, size_t most)
{
    for (size_t i = 0; i < text.len; i++)
        if (hxp_ascii_lower(text.ptr[i]) < 'a' ||
            hxp_ascii_lower(text.ptr[i]) > 'z')
            return false;
    return text.len >= least && text.len <= most;
}

/** True for Android's numbers of a country or network: mcc310, mnc004. */
static bool is_network(hxp_str part)
{
    return part.len > 3 && hxp_ascii_digit(part.ptr[3]) &&
           (hxp_str_starts(part, HXP_STR("mcc")) ||
            hxp_str_starts(part, HXP_STR("mnc")));
}

/**
 * Make the language among Android's qualifiers of a folder a tag: pt-rBR,
 * b+sr+Latn, also between others, as in mcc310-nl-land-v21. Those that are
 * none come after it, if there is one: car is the mode, not Carib.
 */
static void take_android(char tag[HXP_TAG_SIZE], hxp_str qualifiers)
{
    hxp_str part = HXP_STR(""), region = HXP_STR("");
    tag[0] = '\0';
    while (hxp_str_cut(&qualifiers, '-', &part) && is_network(part))
        part = HXP_STR("");
    if (hxp_str_starts(part, HXP_STR("b+"))) {
        snprintf(tag, HXP_TAG_SIZE, "%.*s",
                 HXP_FMT(hxp_str_part(part, 2, part.len)));
        for (char *c = tag; *c; c++)
            *c = *c == '+' ? '-' : *c;
        return;
    }
    if (!is_letters(part, 2, 3) || hxp_str_is(part, "car"))
        return;
    hxp_str_cut(&qualifiers, '-', &region);
    bool is_region =
        hxp_str_starts(region, HXP_STR("r")) && is_letters(region, 3, 3);
    snprintf(tag, HXP_TAG_SIZE, "%.*s%s%.*s", HXP_FMT(part),
             is_region ? "-" : "",
             HXP_FMT(hxp_str_part(region, is_region, is_region ? 3 : 0)));
}

/** What is between start and end in name; empty where that is not so. */
static hxp_str between(hxp_str name, const char *start, const char *end)
{
    size_t first = strlen(start), last = strlen(end);
    return name.len > first + last && hxp_str_starts(name, hxp_str_of(start)) &&
                   hxp_str_ends(name, hxp_str_of(end))
               ? hxp_str_part(name, first, name.len - last)
               : HXP_STR("");
}

/** The language that files of a program's texts have in their name, or that of
 * their folder. */
static void language_of_program(char *canonical, const char *path)
{
    char tag[HXP_TAG_SIZE];
    hxp_str folder, name = cut_names(&folder, path), found = HXP_STR("");
    hxp_str bundle = between(name, "", ".properties");
    if (bundle.len > 0)
        found = end_of_bundle(bundle);
    else if (hxp_str_ends(name, HXP_STR(".strings")) ||
             hxp_str_ends(name, HXP_STR(".stringsdict")))
        found = between(folder, "", ".lproj");
    snprintf(tag, sizeof tag, "%.*s", HXP_FMT(found));
    if (hxp_str_ends(name, HXP_STR(".xml")))
        take_android(tag, between(folder, "values-", ""));
    for (char *c = tag; *c; c++)
        *c = *c == '_' ? '-' : *c;
    if (!hxp_tag_canonical(canonical, hxp_str_of(tag)) || !usual_tag(canonical))
        canonical[0] = '\0';
}

void hxp_path_language(char canonical[HXP_TAG_SIZE], const char *path)
{
    language_of_file(canonical, path);
    if (canonical[0] == '\0')
        language_of_program(canonical, path);
}

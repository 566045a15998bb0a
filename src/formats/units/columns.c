/* columns.c - tells languages from ids, notes and properties. */
#include "formats/units/columns.h"

#include "base/str.h"

#include <hexapla/text.h>

#include <string.h>

enum { LONGEST_TAG = 63, LONGEST_PRIMARY = 3 };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool hxp_is_like_tag(hxp_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '-' && c != '_')
            return false;
    }
    return text.len > 0 && text.len <= LONGEST_TAG;
}

/** True when text is like a tag and begins with two or three letters. */
static bool is_language(hxp_str text)
{
    size_t len = 0;
    while (len < text.len && is_letter(text.ptr[len]))
        len++;
    bool ends = len == text.len || text.ptr[len] == '-' || text.ptr[len] == '_';
    return hxp_is_like_tag(text) && ends &&
           ((len >= 2 && len <= LONGEST_PRIMARY) ||
            (len == 1 && text.len > 2)); /* x-private, i-klingon */
}

hxp_column_kind hxp_column_kind_of(hxp_str name)
{
    static const struct {
        const char *name;
        hxp_column_kind kind;
    } known[] = {
        { "source", HXP_COLUMN_SOURCE }, { "target", HXP_COLUMN_TARGET },
        { "src", HXP_COLUMN_SOURCE },    { "tgt", HXP_COLUMN_TARGET },
        { "tuid", HXP_COLUMN_ID },       { "key", HXP_COLUMN_ID },
        { "ref", HXP_COLUMN_PROPERTY },  { "url", HXP_COLUMN_PROPERTY },
        { "tag", HXP_COLUMN_PROPERTY },  { "note", HXP_COLUMN_NOTE },
        { "notes", HXP_COLUMN_NOTE },    { "comment", HXP_COLUMN_NOTE },
        { "comments", HXP_COLUMN_NOTE }, { "-", HXP_COLUMN_UNUSED },
        { "", HXP_COLUMN_UNUSED },
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (hxp_str_is_nocase(name, known[i].name))
            return known[i].kind;
    return is_language(name) ? HXP_COLUMN_LANGUAGE : HXP_COLUMN_PROPERTY;
}

bool hxp_has_language(const hxp_str *languages, size_t count, hxp_str tag)
{
    for (size_t i = 0; i < count; i++)
        if (hxp_tag_equal(languages[i], tag))
            return true;
    return false;
}

bool hxp_is_like_id(hxp_str text)
{
    bool marked = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool mark = strchr("0123456789._-/:#", c) != NULL;
        if (!is_letter(c) && !mark)
            return false;
        marked |= mark && (i + 1 < text.len || (c >= '0' && c <= '9'));
    }
    return marked;
}

bool hxp_names_languages(hxp_str text, char separator)
{
    hxp_str name;
    size_t count = 0;
    for (; hxp_str_cut(&text, separator, &name); count++)
        if (!is_language(hxp_str_trim(name)))
            return false;
    return count > 1;
}

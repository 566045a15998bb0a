/* serves.c - compares language tags as far as terms care. */
#include "terms/serves.h"

#include "base/str.h"

#include <hexapla/text.h>

/** Cut the next subtag off. */
static hxp_str next_subtag(hxp_str *tag)
{
    size_t len = 0;
    while (len < tag->len && tag->ptr[len] != '-' && tag->ptr[len] != '_')
        len++;
    hxp_str subtag = hxp_str_part(*tag, 0, len);
    *tag = hxp_str_part(*tag, len < tag->len ? len + 1 : len, tag->len);
    return subtag;
}

/** The script of a tag whose first subtag is cut off, or an empty view. */
static hxp_str script_of(hxp_str rest)
{
    hxp_str subtag = next_subtag(&rest);
    bool script =
        subtag.len == 4 && !(subtag.ptr[0] >= '0' && subtag.ptr[0] <= '9');
    return script ? subtag : HXP_STR("");
}

bool hxp_term_serves(hxp_str term, hxp_str text)
{
    if (term.len > 0 && text.len > 0 &&
        hxp_ascii_lower(term.ptr[0]) != hxp_ascii_lower(text.ptr[0]))
        return false; /* as most are told apart */
    if (hxp_str_equal(term, text))
        return true;
    if (!hxp_tag_equal(next_subtag(&term), next_subtag(&text)))
        return false;
    hxp_str script = script_of(term), other = script_of(text);
    return script.len == 0 || other.len == 0 || hxp_tag_equal(script, other);
}

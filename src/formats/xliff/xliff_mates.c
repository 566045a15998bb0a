/* xliff_mates.c - which codes of a content are two tags of one element. */
#include "formats/xliff/xliff_mates.h"

#include "base/str.h"
#include "formats/xliff/xliff.h"

enum { REACH = 64 }; /* of an end for its begin among those open */

const char *const hxp_xliff_spans[2][3] = { { "g", "mrk", NULL },
                                            { "pc", "mrk", NULL } };

hxp_str hxp_xliff_attribute(const hxp_code *code, const char *name)
{
    const hxp_str *value = hxp_attributes_value(&code->attributes, name);
    return value ? *value : HXP_STR("");
}

hxp_str hxp_xliff_native(const hxp_code *code)
{
    return code->inside ? code->inside->text : HXP_STR("");
}

bool hxp_xliff_is_mark(const hxp_code *code)
{
    return hxp_str_is(code->name, "hi") || code->name.len == 0;
}

/** True when text begins with the end tag of name. */
static bool begins_with_end_tag(hxp_str text, hxp_str name)
{
    size_t len = name.len + 3;
    if (text.len < len)
        return false;
    return hxp_str_starts(text, HXP_STR("</")) &&
           hxp_str_equal(hxp_str_part(text, 2, len - 1), name) &&
           hxp_str_is(hxp_str_part(text, len - 1, len), ">");
}

/** True when the two say that they are tags of one element. */
static bool want_element(const hxp_code *begin, const hxp_code *end,
                         bool second)
{
    hxp_str native = hxp_xliff_native(begin), tag, name;
    hxp_str close = hxp_xliff_native(end);
    bool empty;
    if (hxp_xliff_cut_tag(&native, &tag, &name, &empty,
                          hxp_xliff_spans[second])) {
        bool whole = native.len == 0 && close.len == name.len + 3;
        return !empty && (whole || second) && begins_with_end_tag(close, name);
    }
    if (second)
        return true;
    return native.len == 0 && close.len == 0 &&
           hxp_xliff_attribute(begin, "x").len == 0;
}

/** Codes that are open, the innermost last. */
typedef struct open_codes {
    size_t *items;
    size_t count;
} open_codes;

/** Find the begin for the end at index, and take it off the open ones. */
static void close_pair(open_codes *open, hxp_xliff_mate *mates,
                       const hxp_code *codes, size_t index, bool second)
{
    hxp_str i = hxp_xliff_attribute(&codes[index], "i");
    size_t least = open->count > REACH ? open->count - REACH : 0;
    for (size_t k = open->count; k-- > least;) {
        size_t begin = open->items[k];
        if (codes[begin].kind != HXP_CODE_BEGIN ||
            !hxp_str_equal(hxp_xliff_attribute(&codes[begin], "i"), i))
            continue;
        mates[begin].partner = index;
        mates[index].partner = begin;
        mates[begin].element = mates[index].element =
            k + 1 == open->count && !mates[begin].element &&
            want_element(&codes[begin], &codes[index], second);
        open->count--;
        memmove(open->items + k, open->items + k + 1,
                (open->count - k) * sizeof *open->items);
        return;
    }
}

/** Close the innermost mark; what begins in it cannot be an element. */
static void close_mark(open_codes *open, hxp_xliff_mate *mates,
                       const hxp_code *codes)
{
    size_t k = open->count;
    while (k > 0 && codes[open->items[k - 1]].kind != HXP_CODE_MARK)
        mates[open->items[--k]].element = true; /* taken back in the end */
    if (k == 0)
        return;
    open->count--;
    memmove(open->items + k - 1, open->items + k,
            (open->count - (k - 1)) * sizeof *open->items);
}

void hxp_xliff_find_mates(hxp_xliff_coder *coder, const hxp_content *content)
{
    open_codes open = { coder->stack, 0 };
    hxp_xliff_mate *mates = coder->mates;
    const hxp_code *codes = content->codes;
    for (size_t i = 0; i < content->code_count; i++) {
        mates[i] = (hxp_xliff_mate){ SIZE_MAX, false };
        bool mark = codes[i].kind == HXP_CODE_MARK;
        if (codes[i].kind == HXP_CODE_BEGIN || mark)
            open.items[open.count++] = i;
        else if (codes[i].kind == HXP_CODE_END)
            close_pair(&open, mates, codes, i, coder->second);
        else if (codes[i].kind == HXP_CODE_UNMARK)
            close_mark(&open, mates, codes);
    }
    for (size_t i = 0; i < content->code_count; i++)
        if (mates[i].partner == SIZE_MAX)
            mates[i].element = false;
}

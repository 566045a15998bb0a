/* tmx_mend_markup.c - markup mended: what is missing, what is odd. */
#include "base/error.h"
#include "base/str.h"
#include "formats/tmx/tmx_mender.h"

#include <stdio.h>

/* --- Tags ----------------------------------------------------------------- */

/** Write the next byte, a "<" that begins no tag, as text, where it may. */
static void mend_bare(hxp_tmx_mender *mender)
{
    if (mender->begun && !mender->closed)
        hxp_mend_text(mender, 1, HXP_MEND_TEXT);
    else
        hxp_mend_outside(mender, 1);
}

/** An element of HTML that has no end tag. */
static bool is_void(hxp_str name)
{
    static const char *const names[] = { "br", "img", "hr", "input", "wbr" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (hxp_str_is_nocase(name, names[i]))
            return true;
    return false;
}

/** Count a unit, which may begin behind the end of the file's root. */
static void count_unit(hxp_tmx_mender *mender)
{
    mender->closed = mender->ended = false;
    mender->faults.unit = ++mender->units;
    mender->tuid[0] = '\0';
}

static void begin_unit(hxp_tmx_mender *mender)
{
    const hxp_mend_tag *tag = &mender->tag;
    hxp_str rest = hxp_mend_rest(mender);
    count_unit(mender);
    for (size_t i = 0; i < tag->count; i++) {
        const hxp_mend_attribute *item = &tag->attributes[i];
        hxp_str value = hxp_str_part(rest, item->value, item->value_end);
        if (hxp_str_is(hxp_str_part(rest, item->name, item->name_end), "tuid"))
            snprintf(mender->tuid, sizeof mender->tuid, "%.*s",
                     HXP_FMT(hxp_quote(value)));
    }
    mender->faults.tuid = hxp_str_of(mender->tuid);
}

/** Close elements that cannot hold the one whose tag is next. */
static void make_room(hxp_tmx_mender *mender, hxp_tmx_element element)
{
    if (element > HXP_TMX_PROP || element == HXP_TMX_ROOT)
        return;
    if (mender->text_depth > 0)
        hxp_mend_close_to(mender, mender->text_depth - 1);
    hxp_tmx_element rival = element == HXP_TMX_BODY ? HXP_TMX_HEADER : element;
    size_t depth =
        hxp_mend_depth_of(mender, hxp_str_of(hxp_tmx_kind_of(rival)->name));
    if (depth > 0)
        hxp_mend_close_to(mender, depth - 1);
}

/** Put in the tag of an element around what comes next. */
static void put_around(hxp_tmx_mender *mender, const char *name)
{
    hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP, "<%s> was missing: put in",
                  name);
    hxp_mend_put(mender, HXP_STR("<"));
    hxp_mend_put(mender, hxp_str_of(name));
    hxp_mend_put(mender, HXP_STR(">"));
    hxp_mend_push(mender, hxp_str_of(name));
}

/** True in a tuv that has no seg yet. */
static bool lacks_seg(const hxp_tmx_mender *mender)
{
    return !mender->seg && hxp_str_is(hxp_mend_innermost(mender), "tuv");
}

static void put_seg(hxp_tmx_mender *mender)
{
    put_around(mender, "seg");
    mender->text_depth = mender->depth;
    mender->seg = true;
}

void hxp_mend_lone_text(hxp_tmx_mender *mender, size_t size)
{
    static const char *const others[] = { "<seg", "<prop", "<note" };
    hxp_str rest = hxp_mend_rest(mender);
    if (!lacks_seg(mender) ||
        hxp_str_trim(hxp_str_part(rest, 0, size)).len == 0)
        return;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (hxp_str_is_nocase(
                hxp_str_part(rest, size, size + strlen(others[i])), others[i]))
            return; /* it is not the text of the tuv */
    put_seg(mender);
}

/** Put the element in that a tuv, seg or code stands outside of. */
static void put_missing_around(hxp_tmx_mender *mender, hxp_tmx_element element)
{
    hxp_str around = hxp_mend_innermost(mender);
    bool outside = hxp_str_is(around, "body") || hxp_str_is(around, "tmx");
    if (element >= HXP_TMX_BPT && element <= HXP_TMX_HI && lacks_seg(mender))
        put_seg(mender);
    if (element != HXP_TMX_TUV && element != HXP_TMX_SEG)
        return;
    if (outside) {
        count_unit(mender);
        put_around(mender, "tu");
    }
    if (element == HXP_TMX_SEG && (outside || hxp_str_is(around, "tu")))
        put_around(mender, "tuv");
}

/** True when the tag begins what there is already: it is left out. */
static bool is_second(hxp_tmx_mender *mender)
{
    const hxp_mend_tag *tag = &mender->tag;
    if (tag->element == HXP_TMX_ROOT && mender->begun) {
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                      "a second file begins here: its units are added");
        mender->closed = false;
        return true;
    }
    if (tag->element == HXP_TMX_HEADER && mender->header) {
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP, "a second header left out");
        mender->skipping = !tag->empty;
        return true;
    }
    if (tag->element == HXP_TMX_BODY && mender->body) {
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP, "a second <body> left out");
        mender->ended = false;
        return true;
    }
    return false;
}

static void note_seen(hxp_tmx_mender *mender, hxp_tmx_element element)
{
    mender->begun = true;
    mender->outside_told = false;
    mender->header = mender->header || element == HXP_TMX_HEADER;
    mender->body = mender->body || element == HXP_TMX_BODY;
    if (element == HXP_TMX_BODY)
        mender->ended = mender->tag.empty;
    mender->seg =
        (mender->seg && element != HXP_TMX_TUV) || element == HXP_TMX_SEG;
    if (element == HXP_TMX_TU)
        begin_unit(mender);
    if (mender->text_depth == 0 && !mender->tag.empty &&
        (element == HXP_TMX_SEG || element == HXP_TMX_NOTE ||
         element == HXP_TMX_PROP))
        mender->text_depth = mender->depth + 1;
}

static void open_tag(hxp_tmx_mender *mender)
{
    hxp_mend_tag *tag = &mender->tag;
    bool unknown = tag->element == HXP_TMX_UNKNOWN, in_text;
    if (!mender->begun && tag->element != HXP_TMX_ROOT)
        put_around(mender, "tmx");
    make_room(mender, tag->element);
    put_missing_around(mender, tag->element);
    in_text = mender->text_depth > 0;
    if (in_text && unknown && !tag->empty && is_void(tag->name)) {
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                      "<%.*s> is not closed: written as <%.*s/>",
                      HXP_FMT(tag->name), HXP_FMT(tag->name));
        tag->empty = true;
    }
    hxp_str name =
        unknown ? tag->name : hxp_str_of(hxp_tmx_kind_of(tag->element)->name);
    if (!hxp_str_equal(name, tag->name))
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP, "<%.*s> written as <%.*s>",
                      HXP_FMT(tag->name), HXP_FMT(name));
    note_seen(mender, tag->element);
    if (!tag->empty)
        hxp_mend_push(mender, name);
    hxp_mend_tag_out(mender, name);
}

/** True within native code: other markup there is native code too. */
static bool in_code(const hxp_tmx_mender *mender)
{
    hxp_str name = hxp_mend_innermost(mender);
    hxp_tmx_element element =
        name.len > 0 ? hxp_tmx_element_of(name.ptr) : HXP_TMX_UNKNOWN;
    return element >= HXP_TMX_BPT && element <= HXP_TMX_UT;
}

static void mend_native(hxp_tmx_mender *mender)
{
    hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                  "<%.*s> in <%.*s> written as text", HXP_FMT(mender->tag.name),
                  HXP_FMT(hxp_mend_innermost(mender)));
    hxp_mend_text(mender, mender->tag.end, HXP_MEND_CDATA);
}

/** True when the file cannot begin with the tag, not even without its root. */
static bool is_other_root(const hxp_tmx_mender *mender)
{
    return !mender->begun && mender->tag.element > HXP_TMX_SEG;
}

/** Refuse a file whose root element is not TMX's. */
static void refuse(hxp_tmx_mender *mender)
{
    mender->status = hxp_fail_at(mender->error, HXP_EINPUT,
                                 hxp_input_name(mender->input), mender->place,
                                 "not a TMX file: its root element is \"%.*s\"",
                                 HXP_FMT(hxp_quote(mender->tag.name)));
}

static void mend_start(hxp_tmx_mender *mender)
{
    hxp_mend_tag *tag = &mender->tag;
    if (!hxp_mend_scan(mender)) {
        if (mender->status == HXP_OK) /* the file ends in it */
            hxp_mend_pass(mender, hxp_mend_rest(mender).len);
        return;
    }
    if (mender->skipping > 0) {
        mender->skipping += !tag->empty;
        hxp_mend_leave_out(mender, tag->end);
    } else if (!hxp_mend_is_name(tag->name) ||
               (mender->text_depth > 0 && tag->element == HXP_TMX_UNKNOWN &&
                (tag->odd || !tag->closed))) {
        mend_bare(mender);
    } else if (tag->element == HXP_TMX_UNKNOWN && in_code(mender)) {
        mend_native(mender);
    } else if (is_other_root(mender)) {
        refuse(mender);
    } else if (is_second(mender)) {
        hxp_mend_leave_out(mender, tag->end);
    } else {
        open_tag(mender);
    }
}

/** Write the end tag of size bytes, which ends nothing, as text, or leave it
 * out where there is no text. */
static void mend_stray_end(hxp_tmx_mender *mender, hxp_str name, size_t size,
                           bool known)
{
    bool in_text = mender->text_depth > 0 && !known;
    hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP, "</%.*s> ends nothing: %s",
                  HXP_FMT(hxp_quote(name)),
                  in_text ? "written as text" : "left out");
    if (in_text)
        hxp_mend_text(mender, size, HXP_MEND_CDATA);
    else
        hxp_mend_leave_out(mender, size);
}

/** Note the end of the body or root; both are closed where the file ends. */
static void note_end(hxp_tmx_mender *mender, hxp_tmx_element element)
{
    bool root = element == HXP_TMX_ROOT;
    if (root ? mender->closed : mender->ended)
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                      "</%s> ends nothing: left out", root ? "tmx" : "body");
    else if (root && mender->body && !mender->ended)
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                      "</body> was missing: put in");
    mender->ended = true;
    mender->closed = mender->closed || root;
}

/** Close the element whose end tag, of size bytes, is next, at depth. */
static void close_element(hxp_tmx_mender *mender, hxp_tmx_element element,
                          size_t depth, size_t size)
{
    bool outer = element == HXP_TMX_BODY || element == HXP_TMX_ROOT;
    hxp_mend_close_to(mender, outer && mender->body ? 2 : depth);
    if (outer)
        note_end(mender, element);
    hxp_mend_leave_out(mender, size);
    if (!outer)
        hxp_mend_pop(mender);
    if (element == HXP_TMX_TU)
        mender->faults.unit = 0;
}

/** The bytes of the end tag that rest begins with; one never closed ends
 * where the next tag begins. */
static size_t end_tag_length(hxp_str rest)
{
    size_t size = 2;
    while (size < rest.len && rest.ptr[size] != '>' && rest.ptr[size] != '<')
        size++;
    return size + (size < rest.len && rest.ptr[size] == '>');
}

/** True when one letter tells a from b: a wrong one, one too few or too many,
 * or two in the wrong order. */
static bool is_slip(hxp_str a, hxp_str b)
{
    size_t least = a.len < b.len ? a.len : b.len, same = 0, end = 0;
    if (least < 3)
        return false; /* so short that any two are alike */
    while (same < least && a.ptr[same] == b.ptr[same])
        same++;
    while (end < least - same &&
           a.ptr[a.len - 1 - end] == b.ptr[b.len - 1 - end])
        end++;
    a = hxp_str_part(a, same, a.len - end);
    b = hxp_str_part(b, same, b.len - end);
    return (a.len <= 1 && b.len <= 1) ||
           (a.len == 2 && b.len == 2 && a.ptr[0] == b.ptr[1] &&
            a.ptr[1] == b.ptr[0]);
}

/** True when an element may end here, before rest: text follows only codes. */
static bool may_end(hxp_tmx_element element, hxp_str rest)
{
    rest = hxp_str_trim(rest);
    return element >= HXP_TMX_BPT || rest.len == 0 || rest.ptr[0] == '<';
}

/** Take the name of an end tag that ends nothing, behind which rest is, for
 * that of the innermost open element if it is that but for a slip. */
static void mend_slip(hxp_tmx_mender *mender, hxp_str *name,
                      hxp_tmx_element *element, hxp_str rest)
{
    hxp_str open = hxp_mend_innermost(mender);
    hxp_tmx_element known =
        open.len > 0 ? hxp_tmx_element_of(open.ptr) : HXP_TMX_UNKNOWN;
    if (*element != HXP_TMX_UNKNOWN || known == HXP_TMX_UNKNOWN ||
        mender->skipping > 0 || hxp_mend_depth_of(mender, *name) > 0 ||
        !is_slip(*name, open) || !may_end(known, rest))
        return;
    *element = known;
    hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP, "</%.*s> written as </%s>",
                  HXP_FMT(hxp_quote(*name)), hxp_tmx_kind_of(known)->name);
    *name = hxp_str_of(hxp_tmx_kind_of(known)->name);
}

static void mend_end(hxp_tmx_mender *mender)
{
    char known[32];
    hxp_str rest = hxp_mend_rest(mender);
    size_t size = end_tag_length(rest);
    bool whole = rest.ptr[size - 1] == '>';
    hxp_str name = hxp_str_trim(hxp_str_part(rest, 2, size - whole));
    snprintf(known, sizeof known, "%.*s", HXP_FMT(name));
    hxp_tmx_element element = hxp_tmx_element_nocase(known);
    if (element != HXP_TMX_UNKNOWN)
        name = hxp_str_of(hxp_tmx_kind_of(element)->name);
    mend_slip(mender, &name, &element, hxp_str_part(rest, size, rest.len));
    size_t depth = hxp_mend_depth_of(mender, name);
    if (!whole && mender->last && size == rest.len) {
        hxp_mend_pass(mender, size); /* the file ends in it */
    } else if (mender->skipping > 0) {
        mender->skipping--;
        hxp_mend_leave_out(mender, size);
    } else if (depth == 0 || (element == HXP_TMX_UNKNOWN && in_code(mender))) {
        mend_stray_end(mender, name, size, element != HXP_TMX_UNKNOWN);
    } else {
        if (!whole)
            hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                          "the tag </%.*s> is not closed: \">\" put in",
                          HXP_FMT(name));
        close_element(mender, element, depth, size);
    }
}

static bool is_name_start(hxp_str rest, size_t at)
{
    if (at >= rest.len)
        return false;
    unsigned char c = (unsigned char)rest.ptr[at];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c >= 0x80;
}

/** True when the file ends within the markup that rest begins. */
static bool is_cut(const hxp_tmx_mender *mender, hxp_str rest)
{
    return mender->last && mender->begun && !mender->closed &&
           (hxp_str_is(rest, "<") || hxp_str_is(rest, "</") ||
            hxp_str_is(rest, "<!"));
}

void hxp_mend_markup(hxp_tmx_mender *mender)
{
    hxp_str rest = hxp_mend_rest(mender);
    if (is_cut(mender, rest)) {
        hxp_mend_pass(mender, rest.len);
    } else if (hxp_str_starts(rest, HXP_STR("<!--"))) {
        hxp_mend_comment(mender);
    } else if (hxp_str_starts(rest, HXP_STR("<![CDATA[")) && mender->begun &&
               !mender->closed) {
        hxp_mend_cdata(mender);
    } else if (hxp_str_starts(rest, HXP_STR("<!DOCTYPE"))) {
        hxp_mend_doctype(mender);
    } else if (hxp_str_starts(rest, HXP_STR("<?"))) {
        hxp_mend_instruction(mender);
    } else if (rest.len > 1 && rest.ptr[1] == '/' && is_name_start(rest, 2)) {
        mend_end(mender);
    } else if (is_name_start(rest, 1)) {
        mend_start(mender);
    } else {
        mend_bare(mender);
    }
}

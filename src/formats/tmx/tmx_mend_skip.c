/* tmx_mend_skip.c - what is neither tag nor text: comments, DOCTYPE and such.
 */
#include "base/error.h"
#include "base/str.h"
#include "formats/tmx/tmx_mender.h"
#include "formats/xml/xml.h"
#include "text/utf8.h"

void hxp_mend_leave_out(hxp_tmx_mender *mender, size_t size)
{
    hxp_str rest = hxp_mend_rest(mender);
    for (size_t i = 0; i < size; i++)
        if (hxp_mend_ends_line(rest, i) && mender->text_depth == 0)
            hxp_mend_put(mender, HXP_STR("\n"));
    hxp_mend_pass(mender, size);
}

/** Where what begins in what is read, or its length. */
static size_t find(hxp_str rest, hxp_str what)
{
    for (size_t i = 0; i + what.len <= rest.len; i++)
        if (memcmp(rest.ptr + i, what.ptr, what.len) == 0)
            return i;
    return rest.len;
}

/** Tell of markup that begins at place and is left out. */
static void tell_left_out(hxp_tmx_mender *mender, hxp_place place,
                          const char *what)
{
    hxp_place behind = mender->place;
    mender->place = place;
    hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP, "%s left out", what);
    mender->place = behind;
}

/** True when XML allows all characters of text. */
static bool is_allowed(hxp_str text)
{
    for (size_t at = 0; at < text.len;)
        if (!hxp_mend_allows(hxp_utf8_next(text, &at)))
            return false;
    return true;
}

/** What is passed over, and how that went. */
typedef struct passage {
    hxp_str end;  /* up to here */
    bool cdata;   /* give it out as text */
    bool found;   /* there was such an end */
    bool allowed; /* all characters are */
} passage;

/** Leave out, or give out, what comes up to the end. */
static void pass_to(hxp_tmx_mender *mender, passage *through)
{
    through->found = false;
    through->allowed = true;
    while (mender->status == HXP_OK && !through->found) {
        hxp_mend_need(mender, HXP_MEND_LOOK);
        hxp_str rest = hxp_mend_rest(mender);
        size_t at = find(rest, through->end);
        through->found = at < rest.len;
        if (!through->found && !mender->last)
            at = rest.len - HXP_MEND_REFERENCE;
        while (at > 0 && at < rest.len &&
               ((unsigned char)rest.ptr[at] & 0xC0) == 0x80)
            at--;
        through->allowed =
            through->allowed && is_allowed(hxp_str_part(rest, 0, at));
        if (through->cdata)
            hxp_mend_text(mender, at, HXP_MEND_CDATA);
        else
            hxp_mend_leave_out(mender, at);
        if (mender->last && hxp_mend_rest(mender).len == 0)
            return;
    }
}

void hxp_mend_comment(hxp_tmx_mender *mender)
{
    passage dashes = { .end = HXP_STR("--") }, end = { .end = HXP_STR("-->") };
    hxp_place start = mender->place;
    hxp_str rest = hxp_mend_rest(mender);
    bool sound = !hxp_str_starts(rest, HXP_STR("<!-->")) &&
                 !hxp_str_starts(rest, HXP_STR("<!--->"));
    hxp_mend_leave_out(mender, sound ? 4 : 2);
    pass_to(mender, sound ? &dashes : &end);
    if (sound && dashes.found) {
        sound =
            dashes.allowed && hxp_str_starts(hxp_mend_rest(mender), end.end);
        pass_to(mender, &end);
    }
    if (mender->status == HXP_OK && end.found)
        hxp_mend_leave_out(mender, end.end.len);
    if (!end.found)
        tell_left_out(mender, start, "a comment that does not end");
    else if (!sound)
        tell_left_out(mender, start, "a comment that is no XML");
}

void hxp_mend_cdata(hxp_tmx_mender *mender)
{
    passage text = { .end = HXP_STR("]]>"), .cdata = true };
    hxp_mend_leave_out(mender, 9);
    pass_to(mender, &text);
    if (mender->status == HXP_OK && text.found)
        hxp_mend_leave_out(mender, text.end.len);
}

/** True when XML can begin with text, as an XML reader finds. */
static bool can_begin(hxp_tmx_mender *mender, hxp_str text)
{
    static const hxp_xml_handlers none = { .start = NULL };
    static const hxp_read_options options = { .encoding = "UTF-8" };
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_input *input = NULL;
    hxp_xml *xml = NULL;
    hxp_error error;
    hxp_status status = hxp_no_memory(&error);
    if (hxp_buffer_add(&bytes, text) && hxp_buffer_add(&bytes, HXP_STR("<a/>")))
        status = hxp_input_memory(&input, hxp_buffer_str(&bytes), "", &error);
    if (status == HXP_OK)
        status = hxp_xml_new(&xml, input, &options, &error);
    if (status == HXP_OK)
        status = hxp_xml_parse(xml, &none, NULL, &error);
    hxp_xml_free(xml);
    hxp_input_close(input);
    hxp_buffer_free(&bytes);
    if (status == HXP_ENOMEM)
        mender->status = hxp_no_memory(mender->error);
    return status == HXP_OK;
}

static bool is_declaration(hxp_str rest)
{
    return hxp_str_starts(rest, HXP_STR("<?xml")) && rest.len > 5 &&
           strchr(" \t\r\n?", rest.ptr[5]);
}

/** What the instruction that rest begins with ends with: a declaration may
 * lack the "?". */
static hxp_str end_of_instruction(hxp_str rest)
{
    size_t close = find(rest, HXP_STR(">"));
    bool lacks =
        is_declaration(rest) && close < rest.len && rest.ptr[close - 1] != '?';
    return lacks ? HXP_STR(">") : HXP_STR("?>");
}

void hxp_mend_instruction(hxp_tmx_mender *mender)
{
    hxp_place start = mender->place;
    hxp_str rest = hxp_mend_rest(mender);
    passage through = { .end = end_of_instruction(rest) };
    bool declaration = is_declaration(rest);
    bool first = start.line == 1 && start.column == 1;
    size_t size = find(rest, through.end) + through.end.len;
    bool sound = size > rest.len || (declaration && !first) ||
                 can_begin(mender, hxp_str_part(rest, 0, size));
    pass_to(mender, &through);
    if (mender->status == HXP_OK && through.found)
        hxp_mend_leave_out(mender, through.end.len);
    if (declaration && !first)
        tell_left_out(mender, start, "an XML declaration that is not first");
    else if (!through.found)
        tell_left_out(mender, start, "an instruction that does not end");
    else if (!sound || !through.allowed)
        tell_left_out(mender, start,
                      declaration ? "a faulty XML declaration"
                                  : "an instruction that is no XML");
}

/** True when dtd goes on with where an entity is, not with what it is. */
static bool is_external(hxp_str dtd)
{
    dtd = hxp_str_trim(dtd);
    return hxp_str_starts(dtd, HXP_STR("SYSTEM")) ||
           hxp_str_starts(dtd, HXP_STR("PUBLIC"));
}

/** Remember the names of entities whose text a DTD tells; others are never
 * read: references to them become text. */
static void note_entities(hxp_tmx_mender *mender, hxp_str dtd)
{
    static const hxp_str key = { "<!ENTITY", 8 };
    uint32_t number;
    for (;;) {
        size_t at = find(dtd, key);
        if (at == dtd.len)
            return;
        dtd = hxp_str_trim(hxp_str_part(dtd, at + key.len, dtd.len));
        size_t len = 0;
        while (len < dtd.len && !strchr(" \t\r\n", dtd.ptr[len]))
            len++;
        if (!is_external(hxp_str_part(dtd, len, dtd.len)) &&
            !hxp_names_add(&mender->entities, hxp_str_part(dtd, 0, len),
                           &number)) {
            mender->status = hxp_no_memory(mender->error);
            return;
        }
    }
}

/** The bytes of the DOCTYPE that rest begins with; 0: its end is not read. */
static size_t doctype_length(hxp_str rest, bool *subset)
{
    char quote = '\0';
    bool inside = false;
    *subset = false;
    for (size_t i = 0; i < rest.len; i++) {
        char c = rest.ptr[i];
        if (quote)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '[')
            *subset = inside = true;
        else if (c == ']')
            inside = false;
        else if (c == '>' && !inside)
            return i + 1;
    }
    return 0;
}

void hxp_mend_doctype(hxp_tmx_mender *mender)
{
    enum { LONGEST = 1 << 20 };
    bool subset;
    size_t size = doctype_length(hxp_mend_rest(mender), &subset);
    while (size == 0 && !mender->last && mender->status == HXP_OK &&
           hxp_mend_rest(mender).len < LONGEST) {
        hxp_mend_need(mender, 2 * hxp_mend_rest(mender).len);
        size = doctype_length(hxp_mend_rest(mender), &subset);
    }
    bool misplaced = mender->begun || mender->doctype;
    hxp_str doctype = hxp_str_part(hxp_mend_rest(mender), 0, size);
    mender->doctype = true;
    if (size == 0) {
        passage through = { .end = HXP_STR(">") };
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                      "a DOCTYPE that does not end left out");
        pass_to(mender, &through);
    } else if (subset && !misplaced) {
        note_entities(mender, doctype);
        hxp_mend_put(mender, doctype);
        hxp_mend_pass(mender, size);
    } else {
        if (misplaced)
            tell_left_out(mender, mender->place, "a DOCTYPE that is too late");
        else if (!can_begin(mender, doctype))
            tell_left_out(mender, mender->place, "a faulty DOCTYPE");
        hxp_mend_leave_out(mender, size);
    }
}

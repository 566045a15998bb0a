/* tmx_mend_skip.c - what is neither tag nor text: comments, CDATA, DOCTYPE. */
#include "base/error.h"
#include "base/str.h"
#include "formats/tmx_mender.h"

void hxp_mend_leave_out(hxp_tmx_mender *mender, size_t size)
{
    hxp_str rest = hxp_mend_rest(mender);
    for (size_t i = 0; i < size; i++)
        if (rest.ptr[i] == '\n' && mender->text_depth == 0)
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

void hxp_mend_pass_until(hxp_tmx_mender *mender, hxp_str end, bool cdata)
{
    for (;;) {
        hxp_mend_need(mender, HXP_MEND_LOOK);
        hxp_str rest = hxp_mend_rest(mender);
        size_t at = find(rest, end);
        bool found = at < rest.len;
        if (!found && !mender->last)
            at = rest.len - HXP_MEND_REFERENCE;
        while (at > 0 && at < rest.len &&
               ((unsigned char)rest.ptr[at] & 0xC0) == 0x80)
            at--;
        if (cdata)
            hxp_mend_text(mender, at, HXP_MEND_CDATA);
        else
            hxp_mend_leave_out(mender, at);
        if (found)
            hxp_mend_leave_out(mender, end.len);
        if (found || mender->status != HXP_OK ||
            (mender->last && hxp_mend_rest(mender).len == 0))
            return;
    }
}

/** Remember the names that a DTD gives entities. */
static void note_entities(hxp_tmx_mender *mender, hxp_str dtd)
{
    static const hxp_str key = { "<!ENTITY", 8 };
    for (;;) {
        size_t at = find(dtd, key);
        if (at == dtd.len)
            return;
        dtd = hxp_str_trim(hxp_str_part(dtd, at + key.len, dtd.len));
        size_t len = 0;
        while (len < dtd.len && !strchr(" \t\r\n", dtd.ptr[len]))
            len++;
        if (!hxp_buffer_add(&mender->entities, hxp_str_part(dtd, 0, len)) ||
            !hxp_buffer_add(&mender->entities, (hxp_str){ "", 1 })) {
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
    hxp_str doctype = hxp_str_part(hxp_mend_rest(mender), 0, size);
    if (size == 0) {
        hxp_mend_pass_until(mender, HXP_STR(">"), false);
    } else if (subset && !mender->begun) {
        note_entities(mender, doctype);
        hxp_mend_put(mender, doctype);
        hxp_mend_pass(mender, size);
    } else {
        hxp_mend_leave_out(mender, size);
    }
}

/* tmx_mend.c - markup mended: what is open, what is missing, what is odd. */
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/tmx_mender.h"
#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { PIECE = 1 << 14 };

/* --- What the parts share ------------------------------------------------- */

void hxp_mend_tell(hxp_tmx_mender *mender, hxp_fault rule, const char *format,
                   ...)
{
    char message[400];
    va_list args;
    if (mender->status != HXP_OK)
        return;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    mender->status = hxp_tell(&mender->faults, rule, mender->place,
                              mender->error, "%s", message);
}

void hxp_mend_put(hxp_tmx_mender *mender, hxp_str bytes)
{
    if (mender->status == HXP_OK && !hxp_buffer_add(&mender->out, bytes))
        mender->status = hxp_no_memory(mender->error);
}

hxp_str hxp_mend_rest(const hxp_tmx_mender *mender)
{
    hxp_str in = hxp_buffer_str(&mender->in);
    return hxp_str_part(in, mender->at, in.len);
}

void hxp_mend_need(hxp_tmx_mender *mender, size_t size)
{
    hxp_buffer *in = &mender->in;
    if (in->len - mender->at >= size)
        return;
    if (mender->at > 0) {
        in->len -= mender->at;
        memmove(in->ptr, in->ptr + mender->at, in->len);
        mender->at = 0;
    }
    while (mender->status == HXP_OK && !mender->last && in->len < size) {
        size_t got;
        if (!hxp_buffer_reserve(in, PIECE)) {
            mender->status = hxp_no_memory(mender->error);
            return;
        }
        mender->status = hxp_input_read(mender->input, in->ptr + in->len, PIECE,
                                        &got, mender->error);
        in->len += got;
        mender->last = got == 0;
    }
}

void hxp_mend_pass(hxp_tmx_mender *mender, size_t size)
{
    hxp_str rest = hxp_mend_rest(mender);
    hxp_place_advance(&mender->place, hxp_str_part(rest, 0, size));
    mender->at += size;
}

/* --- What is open --------------------------------------------------------- */

/** The name of the innermost open element; empty if there is none. */
static hxp_str innermost(const hxp_tmx_mender *mender)
{
    size_t end = mender->open.len, from = end;
    if (end == 0)
        return HXP_STR("");
    from--;
    while (from > 0 && mender->open.ptr[from - 1] != '\0')
        from--;
    return (hxp_str){ mender->open.ptr + from, end - 1 - from };
}

/** How deep the innermost open element called name is; 0: it is not open. */
static size_t depth_of(const hxp_tmx_mender *mender, hxp_str name)
{
    hxp_str rest = hxp_buffer_str(&mender->open), open;
    size_t depth = 0, found = 0;
    while (hxp_str_cut(&rest, '\0', &open)) {
        depth++;
        if (hxp_str_equal(open, name))
            found = depth;
    }
    return found;
}

static void push(hxp_tmx_mender *mender, hxp_str name)
{
    if (!hxp_buffer_add(&mender->open, name) ||
        !hxp_buffer_add(&mender->open, (hxp_str){ "", 1 })) {
        mender->status = hxp_no_memory(mender->error);
        return;
    }
    mender->depth++;
}

static void put_end_tag(hxp_tmx_mender *mender, hxp_str name)
{
    hxp_mend_put(mender, HXP_STR("</"));
    hxp_mend_put(mender, name);
    hxp_mend_put(mender, HXP_STR(">"));
}

/** Close the innermost open element. */
static void pop(hxp_tmx_mender *mender)
{
    hxp_str name = innermost(mender);
    put_end_tag(mender, name);
    mender->open.len -= name.len + 1;
    mender->depth--;
    if (mender->depth < mender->text_depth)
        mender->text_depth = 0;
}

/** Close what is open deeper than depth, for lack of end tags. */
static void close_to(hxp_tmx_mender *mender, size_t depth)
{
    while (mender->status == HXP_OK && mender->depth > depth) {
        hxp_str name = innermost(mender);
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                      "</%.*s> was missing: put in", HXP_FMT(hxp_quote(name)));
        pop(mender);
    }
}

/* --- Tags ----------------------------------------------------------------- */

/** Write the next byte, a "<" that begins no tag, as text, where it may. */
static void mend_bare(hxp_tmx_mender *mender)
{
    if (mender->begun && !mender->closed)
        hxp_mend_text(mender, 1, HXP_MEND_TEXT);
    else
        hxp_mend_leave_out(mender, 1);
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

static void begin_unit(hxp_tmx_mender *mender)
{
    const hxp_mend_tag *tag = &mender->tag;
    hxp_str rest = hxp_mend_rest(mender);
    mender->faults.unit = ++mender->units;
    mender->tuid[0] = '\0';
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
        close_to(mender, mender->text_depth - 1);
    hxp_tmx_element rival = element == HXP_TMX_BODY ? HXP_TMX_HEADER : element;
    size_t depth = depth_of(mender, hxp_str_of(hxp_tmx_kind_of(rival)->name));
    if (depth > 0)
        close_to(mender, depth - 1);
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
    return tag->element == HXP_TMX_BODY && mender->body;
}

static void note_seen(hxp_tmx_mender *mender, hxp_tmx_element element)
{
    mender->begun = true;
    mender->header = mender->header || element == HXP_TMX_HEADER;
    mender->body = mender->body || element == HXP_TMX_BODY;
    if (element == HXP_TMX_TU) {
        mender->closed = false;
        begin_unit(mender);
    }
    if (mender->text_depth == 0 && !mender->tag.empty &&
        (element == HXP_TMX_SEG || element == HXP_TMX_NOTE ||
         element == HXP_TMX_PROP))
        mender->text_depth = mender->depth + 1;
}

static void open_tag(hxp_tmx_mender *mender)
{
    hxp_mend_tag *tag = &mender->tag;
    bool unknown = tag->element == HXP_TMX_UNKNOWN, in_text;
    make_room(mender, tag->element);
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
        push(mender, name);
    hxp_mend_tag_out(mender, name);
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
    if (!mender->closed)
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP, "</%.*s> ends nothing: %s",
                      HXP_FMT(hxp_quote(name)),
                      in_text ? "written as text" : "left out");
    if (in_text)
        hxp_mend_text(mender, size, HXP_MEND_CDATA);
    else
        hxp_mend_leave_out(mender, size);
}

/** Close the element whose end tag, of size bytes, is next, at depth. */
static void close_element(hxp_tmx_mender *mender, hxp_tmx_element element,
                          size_t depth, size_t size)
{
    bool outer = element == HXP_TMX_BODY || element == HXP_TMX_ROOT;
    close_to(mender, outer && mender->body ? 2 : depth);
    mender->closed = mender->closed || element == HXP_TMX_ROOT;
    hxp_mend_leave_out(mender, size);
    if (!outer) /* these two are closed at the end of the file */
        pop(mender);
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
    size_t depth = depth_of(mender, name);
    if (!whole && mender->last && size == rest.len) {
        hxp_mend_pass(mender, size); /* the file ends in it */
    } else if (mender->skipping > 0) {
        mender->skipping--;
        hxp_mend_leave_out(mender, size);
    } else if (depth == 0) {
        mend_stray_end(mender, name, size, element != HXP_TMX_UNKNOWN);
    } else {
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

static void mend_markup(hxp_tmx_mender *mender)
{
    hxp_str rest = hxp_mend_rest(mender);
    if (hxp_str_starts(rest, HXP_STR("<!--"))) {
        hxp_mend_pass_until(mender, HXP_STR("-->"), false);
    } else if (hxp_str_starts(rest, HXP_STR("<![CDATA["))) {
        hxp_mend_leave_out(mender, 9);
        hxp_mend_pass_until(mender, HXP_STR("]]>"), true);
    } else if (hxp_str_starts(rest, HXP_STR("<!DOCTYPE"))) {
        hxp_mend_doctype(mender);
    } else if (hxp_str_starts(rest, HXP_STR("<?"))) {
        hxp_mend_pass_until(mender, HXP_STR("?>"), false);
    } else if (rest.len > 1 && rest.ptr[1] == '/' && is_name_start(rest, 2)) {
        mend_end(mender);
    } else if (is_name_start(rest, 1)) {
        mend_start(mender);
    } else {
        mend_bare(mender);
    }
}

/* --- Text and the end ----------------------------------------------------- */

/** How much of the text ahead can be done without what comes behind it. */
static size_t text_length(const hxp_tmx_mender *mender)
{
    hxp_str rest = hxp_mend_rest(mender);
    const char *tag = memchr(rest.ptr, '<', rest.len);
    if (tag)
        return (size_t)(tag - rest.ptr);
    if (mender->last)
        return rest.len;
    size_t len = rest.len - HXP_MEND_REFERENCE;
    for (size_t i = len; i > 0 && i + HXP_MEND_REFERENCE > len; i--)
        if (rest.ptr[i - 1] == '&') {
            len = i - 1;
            break;
        }
    while (len > 0 && (((unsigned char)rest.ptr[len] & 0xC0) == 0x80 ||
                       rest.ptr[len - 1] == ']'))
        len--;
    return len > 0 ? len : 1;
}

static void mend_outside(hxp_tmx_mender *mender, size_t size)
{
    hxp_str text = hxp_str_part(hxp_mend_rest(mender), 0, size);
    if (hxp_str_starts(text, HXP_STR("\xEF\xBB\xBF")) && !mender->begun) {
        mender->at += 3; /* a byte order mark takes no column */
        text = hxp_str_part(text, 3, size);
    }
    if (hxp_str_trim(text).len > 0)
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                      "text %s the root element left out",
                      mender->begun ? "behind" : "before");
    hxp_mend_leave_out(mender, text.len);
}

static void mend_text(hxp_tmx_mender *mender)
{
    size_t size = text_length(mender);
    if (mender->skipping > 0)
        hxp_mend_leave_out(mender, size);
    else if (!mender->begun || mender->closed)
        mend_outside(mender, size);
    else
        hxp_mend_text(mender, size, HXP_MEND_TEXT);
}

/** Close the file, unless it ends within something that is not complete. */
static void finish(hxp_tmx_mender *mender)
{
    mender->finished = true;
    mender->cut = mender->depth > 2 || (mender->depth == 2 && !mender->body);
    if (mender->depth == 0 || mender->cut)
        return;
    if (!mender->closed)
        hxp_mend_tell(mender, HXP_FAULT_FIX_CUT,
                      "the file ends too early, after %zu unit%s: its end put "
                      "in",
                      mender->units, mender->units == 1 ? "" : "s");
    while (mender->depth > 0)
        pop(mender);
    hxp_mend_put(mender, HXP_STR("\n"));
}

static void step(hxp_tmx_mender *mender)
{
    hxp_mend_need(mender, HXP_MEND_LOOK);
    hxp_str rest = hxp_mend_rest(mender);
    if (mender->status != HXP_OK)
        return;
    if (rest.len == 0)
        finish(mender);
    else if (rest.ptr[0] == '<')
        mend_markup(mender);
    else
        mend_text(mender);
}

/* --- As an input ---------------------------------------------------------- */

static hxp_status read_mended(hxp_source *source, void *buffer, size_t size,
                              size_t *got, hxp_error *error)
{
    hxp_tmx_mender *mender = (hxp_tmx_mender *)source;
    mender->error = error;
    *got = 0;
    if (mender->out_at == mender->out.len)
        mender->out_at = mender->out.len = 0;
    while (mender->status == HXP_OK && !mender->finished &&
           mender->out.len < PIECE)
        step(mender);
    if (mender->status != HXP_OK)
        return mender->status;
    size_t left = mender->out.len - mender->out_at;
    *got = left < size ? left : size;
    if (*got > 0)
        memcpy(buffer, mender->out.ptr + mender->out_at, *got);
    mender->out_at += *got;
    return HXP_OK;
}

static void close_mender(hxp_source *source)
{
    hxp_tmx_mender *mender = (hxp_tmx_mender *)source;
    hxp_buffer_free(&mender->in);
    hxp_buffer_free(&mender->out);
    hxp_buffer_free(&mender->open);
    hxp_buffer_free(&mender->entities);
    hxp_buffer_free(&mender->value);
    free(mender->tag.attributes);
    free(mender->latin);
    free(mender);
}

hxp_status hxp_tmx_mend(hxp_input **out, hxp_tmx_mender **mender,
                        hxp_input *input, hxp_finding_sink *repairs,
                        hxp_error *error)
{
    hxp_tmx_mender *self = calloc(1, sizeof *self);
    *out = NULL;
    *mender = self;
    if (!self)
        return hxp_no_memory(error);
    self->source = (hxp_source){ read_mended, close_mender };
    self->input = input;
    self->place = (hxp_place){ 1, 1, 1 };
    self->faults = (hxp_faults){ .sink = repairs,
                                 .file = hxp_str_of(hxp_input_name(input)) };
    return hxp_input_source(out, &self->source, hxp_input_name(input), error);
}

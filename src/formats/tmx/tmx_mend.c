/* tmx_mend.c - TMX mended as it is read: what is open, text and the end. */
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/tmx/tmx_mender.h"
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

/** Read some more; packed data that breaks off ends the file there. */
static void read_piece(hxp_tmx_mender *mender)
{
    hxp_buffer *in = &mender->in;
    hxp_error why;
    size_t got = 0;
    if (!hxp_buffer_reserve(in, PIECE)) {
        mender->status = hxp_no_memory(mender->error);
        return;
    }
    hxp_status status =
        hxp_input_read(mender->input, in->ptr + in->len, PIECE, &got, &why);
    if (status == HXP_EINPUT && (mender->begun || in->len > 0)) {
        hxp_mend_tell(mender, HXP_FAULT_FIX_CUT,
                      "%s: what comes before is kept", why.message);
        got = 0;
    } else if (status != HXP_OK) {
        mender->status = status;
        if (mender->error)
            *mender->error = why;
        return;
    }
    in->len += got;
    mender->last = got == 0;
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
    while (mender->status == HXP_OK && !mender->last && in->len < size)
        read_piece(mender);
}

void hxp_mend_pass(hxp_tmx_mender *mender, size_t size)
{
    hxp_str rest = hxp_mend_rest(mender);
    size_t line = 0; /* what stands before it is passed */
    for (size_t i = 0; i < size; i++) {
        if (rest.ptr[i] != '\r' || !hxp_mend_ends_line(rest, i))
            continue;
        hxp_place_advance(&mender->place, hxp_str_part(rest, line, i));
        hxp_place_advance(&mender->place, HXP_STR("\n"));
        line = i + 1;
    }
    hxp_place_advance(&mender->place, hxp_str_part(rest, line, size));
    mender->at += size;
}

/* --- What is open --------------------------------------------------------- */

hxp_str hxp_mend_innermost(const hxp_tmx_mender *mender)
{
    size_t end = mender->open.len, from = end;
    if (end == 0)
        return HXP_STR("");
    from--;
    while (from > 0 && mender->open.ptr[from - 1] != '\0')
        from--;
    return (hxp_str){ mender->open.ptr + from, end - 1 - from };
}

size_t hxp_mend_depth_of(const hxp_tmx_mender *mender, hxp_str name)
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

void hxp_mend_push(hxp_tmx_mender *mender, hxp_str name)
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

void hxp_mend_pop(hxp_tmx_mender *mender)
{
    hxp_str name = hxp_mend_innermost(mender);
    put_end_tag(mender, name);
    mender->open.len -= name.len + 1;
    mender->depth--;
    if (mender->depth < mender->text_depth)
        mender->text_depth = 0;
}

void hxp_mend_close_to(hxp_tmx_mender *mender, size_t depth)
{
    while (mender->status == HXP_OK && mender->depth > depth) {
        hxp_str name = hxp_mend_innermost(mender);
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                      "</%.*s> was missing: put in", HXP_FMT(hxp_quote(name)));
        hxp_mend_pop(mender);
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

void hxp_mend_outside(hxp_tmx_mender *mender, size_t size)
{
    hxp_str text = hxp_str_part(hxp_mend_rest(mender), 0, size);
    if (hxp_str_starts(text, HXP_STR("\xEF\xBB\xBF")) && !mender->begun) {
        mender->at += 3; /* a byte order mark takes no column */
        text = hxp_str_part(text, 3, size);
    }
    if (hxp_str_trim(text).len > 0 && !mender->outside_told) {
        mender->outside_told = true;
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                      "text %s the root element left out",
                      mender->begun ? "behind" : "before");
    }
    hxp_mend_leave_out(mender, text.len);
}

static void mend_text(hxp_tmx_mender *mender)
{
    size_t size = text_length(mender);
    if (mender->skipping > 0) {
        hxp_mend_leave_out(mender, size);
    } else if (!mender->begun || mender->closed) {
        hxp_mend_outside(mender, size);
    } else {
        hxp_mend_lone_text(mender, size);
        hxp_mend_text(mender, size, HXP_MEND_TEXT);
    }
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
        hxp_mend_pop(mender);
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
        hxp_mend_markup(mender);
    else
        mend_text(mender);
}

/* --- As an input ---------------------------------------------------------- */

static hxp_status read_mended(hxp_byte_source *source, void *buffer,
                              size_t size, size_t *got, hxp_error *error)
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

static void close_mender(hxp_byte_source *source)
{
    hxp_tmx_mender *mender = (hxp_tmx_mender *)source;
    hxp_buffer_free(&mender->in);
    hxp_buffer_free(&mender->out);
    hxp_buffer_free(&mender->open);
    hxp_names_free(&mender->entities);
    hxp_names_free(&mender->prefixes);
    hxp_names_free(&mender->names);
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
    self->source = (hxp_byte_source){ read_mended, close_mender };
    self->input = input;
    self->place = (hxp_place){ 1, 1, 1 };
    self->faults = (hxp_faults){ .sink = repairs,
                                 .file = hxp_str_of(hxp_input_name(input)) };
    return hxp_input_source(out, &self->source, hxp_input_name(input), error);
}

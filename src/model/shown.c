/* shown.c - text as people read it: with what they see of its codes. */
#include "model/shown.h"

#include "base/str.h"

bool hxp_shown_text(hxp_str *out, hxp_buffer *room, const hxp_content *content,
                    hxp_span span)
{
    bool any = false;
    room->len = 0;
    for (size_t i = 0; i < content->code_count; i++) {
        const hxp_code *code = &content->codes[i];
        if (code->shown.len == 0)
            continue;
        size_t from =
            any || span.start < code->offset ? span.start : code->offset;
        any = true;
        if (!hxp_buffer_add(room,
                            hxp_str_part(content->text, from, code->offset)) ||
            !hxp_buffer_add(room, code->shown))
            return false;
        span.start = code->offset;
    }
    if (!any) {
        *out = hxp_str_part(content->text, span.start, span.end);
        return true;
    }
    if (span.end > span.start &&
        !hxp_buffer_add(room,
                        hxp_str_part(content->text, span.start, span.end)))
        return false;
    *out = hxp_buffer_str(room);
    return true;
}

/* clean.c - text from a file made fit to be shown or written as JSON. */
#include "report/clean.h"

#include "base/array.h"
#include "base/str.h"
#include "text/utf8.h"

/** True when character c would act on a terminal instead of being seen. */
static bool acts(int32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C ||
           (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

void hxp_write_visible(hxp_output *output, hxp_str text)
{
    size_t from = 0, at = 0;
    while (at < text.len) {
        size_t start = at;
        int32_t c = hxp_utf8_next(text, &at);
        if (c != HXP_UTF8_INVALID && !acts(c))
            continue;
        hxp_output_write(output, hxp_str_part(text, from, start));
        from = at;
        if (c >= 0x100)
            hxp_output_printf(output, "<U+%04X>", (unsigned)c);
        else if (c != HXP_UTF8_INVALID)
            hxp_output_printf(output, "<%02X>", (unsigned)c);
        for (; c == HXP_UTF8_INVALID && start < at; start++)
            hxp_output_printf(output, "<%02X>", (unsigned char)text.ptr[start]);
    }
    hxp_output_write(output, hxp_str_part(text, from, text.len));
}

/** A copy of text with U+FFFD for what is not UTF-8; false: out of memory. */
static bool replace_invalid(hxp_buffer *valid, hxp_str text)
{
    size_t from = 0, at = 0;
    while (at < text.len) {
        size_t start = at;
        if (hxp_utf8_next(text, &at) != HXP_UTF8_INVALID)
            continue;
        if (!hxp_buffer_add(valid, hxp_str_part(text, from, start)) ||
            !hxp_buffer_add(valid, HXP_STR("\xEF\xBF\xBD")))
            return false;
        from = at;
    }
    return hxp_buffer_add(valid, hxp_str_part(text, from, text.len));
}

void hxp_json_text(hxp_json *json, hxp_str text)
{
    if (hxp_utf8_invalid(text) == text.len) {
        hxp_json_string(json, text);
        return;
    }
    hxp_buffer valid = { NULL, 0, 0 };
    bool whole = replace_invalid(&valid, text);
    hxp_json_string(json, whole ? hxp_buffer_str(&valid) : HXP_STR("?"));
    hxp_buffer_free(&valid);
}

hxp_place hxp_shown_place(const hxp_finding *finding)
{
    if (finding->place.line > 0)
        return finding->place;
    return (hxp_place){ 1, 1, 1 };
}

/* sound_json.c - finds its way through the bytes of JSON known to be sound. */
#include "formats/sound_json.h"

#include "base/error.h"
#include "base/str.h"
#include "model/tell.h"

hxp_status hxp_json_parse(json_t **out, hxp_str text, const char *file,
                          hxp_error *error)
{
    json_error_t fault;
    *out = json_loadb(text.ptr, text.len,
                      JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &fault);
    if (*out)
        return HXP_OK;
    if (json_error_code(&fault) == json_error_out_of_memory)
        return hxp_no_memory(error);
    hxp_place place = { fault.line > 0 ? (size_t)fault.line : 1,
                        fault.column > 0 ? (size_t)fault.column : 1, 1 };
    return hxp_fail_at(error, HXP_EINPUT, file, place, "no JSON: %.*s",
                       HXP_FMT(hxp_quote(hxp_str_of(fault.text))));
}

/* --- Strings -------------------------------------------------------------- */

hxp_cursor hxp_json_pass_string(hxp_cursor *from)
{
    size_t len = 0;
    while (from->rest.ptr[len] != '"')
        len++;
    hxp_cursor_take(from, len + 1);
    hxp_cursor written = *from;
    for (len = 0; from->rest.ptr[len] != '"';)
        len += from->rest.ptr[len] == '\\' ? 2 : 1;
    written.rest.len = len;
    hxp_cursor_take(from, len + 1);
    return written;
}

bool hxp_json_read_string(hxp_message *text, hxp_cursor written)
{
    const hxp_str nul = HXP_STR("\\u0000");
    bool added = true;
    hxp_message_clear(text);
    while (added && written.rest.len > 0) {
        if (!hxp_str_starts(written.rest, nul)) {
            added = hxp_message_add_written(text, &written, '\\',
                                            "b\bf\fn\nr\rt\t\"\"\\\\//");
            continue;
        }
        added = hxp_message_add(text, (hxp_str){ "", 1 }, written.place);
        hxp_cursor_take(&written, nul.len);
    }
    return added;
}

/* --- Objects -------------------------------------------------------------- */

void hxp_json_pass_blanks(hxp_cursor *from)
{
    size_t len = 0;
    while (len < from->rest.len && strchr(" \t\r\n", from->rest.ptr[len]))
        len++;
    hxp_cursor_take(from, len);
}

bool hxp_json_enter(hxp_cursor *from)
{
    hxp_json_pass_blanks(from);
    if (*from->rest.ptr != '{')
        return false;
    hxp_cursor_take(from, 1);
    return true;
}

bool hxp_json_next_member(hxp_cursor *from, hxp_str *key)
{
    hxp_json_pass_blanks(from);
    if (*from->rest.ptr == '}') {
        hxp_cursor_take(from, 1);
        return false;
    }
    *key = hxp_json_pass_string(from).rest;
    hxp_json_pass_blanks(from);
    hxp_cursor_take(from, 1); /* the colon */
    hxp_json_pass_blanks(from);
    return true;
}

/** The length of the value at the start of rest. */
static size_t value_length(hxp_str rest)
{
    size_t depth = 0, at = 0;
    bool quoted = false;
    for (; at < rest.len; at++) {
        char c = rest.ptr[at];
        if (c == '"')
            quoted = !quoted;
        else if (quoted)
            at += c == '\\';
        else if (c == '{' || c == '[')
            depth++;
        else if ((c == '}' || c == ']') && depth > 0)
            depth--;
        else if (depth == 0 && strchr(",}] \t\r\n", c))
            break;
        if (depth == 0 && !quoted && strchr("}]\"", c))
            return at + 1;
    }
    return at;
}

hxp_str hxp_json_pass_value(hxp_cursor *from)
{
    hxp_json_pass_blanks(from);
    return hxp_cursor_take(from, value_length(from->rest));
}

/* jsonl_places.c - where in a line of JSON the texts of a unit stand. */
#include "base/str.h"
#include "formats/units/jsonl.h"
#include "text/utf8.h"

/** Goes through a line that is known to be sound. */
typedef struct scanner {
    hxp_str line;
    size_t at;
    size_t depth;      /* of open brackets */
    bool in_variants;  /* the member of the unit is "variants" */
    bool before_value; /* the member of the variant is "text" */
} scanner;

enum { IN_UNIT = 1, IN_VARIANT = 3 };

/** The string that begins at the quote, without its quotes; moves behind. */
static hxp_str cut_string(scanner *scan)
{
    size_t from = ++scan->at;
    while (scan->line.ptr[scan->at] != '"')
        scan->at += scan->line.ptr[scan->at] == '\\' ? 2 : 1;
    return hxp_str_part(scan->line, from, scan->at++);
}

/** True when a colon comes next: the string before is a key. */
static bool is_key(const scanner *scan)
{
    size_t i = scan->at;
    while (i < scan->line.len && strchr(" \t\r\n", scan->line.ptr[i]))
        i++;
    return i < scan->line.len && scan->line.ptr[i] == ':';
}

/** Find the text of the next variant, as it stands; false: there is none. */
static bool next_text(scanner *scan, hxp_str *raw)
{
    while (scan->at < scan->line.len) {
        char c = scan->line.ptr[scan->at];
        if (c != '"') {
            if (c == '{' || c == '[')
                scan->depth++;
            else if (c == '}' || c == ']')
                scan->depth--;
            scan->at++;
            continue;
        }
        *raw = cut_string(scan);
        if (!is_key(scan)) {
            if (scan->before_value)
                return scan->before_value = false, true;
            continue;
        }
        if (memchr(raw->ptr, '\\', raw->len))
            return false; /* what is it called? then no places */
        if (scan->depth == IN_UNIT)
            scan->in_variants = hxp_str_is(*raw, "variants");
        scan->before_value = scan->depth == IN_VARIANT && scan->in_variants &&
                             hxp_str_is(*raw, "text");
    }
    return false;
}

/** The number that four hexadecimal digits write. */
static int32_t hex4(const char *digits)
{
    int32_t value = 0;
    for (int i = 0; i < 4; i++) {
        char c = digits[i];
        int32_t digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        value = value * 16 + digit;
    }
    return value;
}

/** The bytes that the escape at the start of raw takes, and those it means. */
static size_t escape_length(hxp_str raw, size_t *meant)
{
    char bytes[4];
    *meant = 1;
    if (raw.ptr[1] != 'u')
        return 2;
    int32_t c = hex4(raw.ptr + 2);
    if (c >= 0xD800 && c < 0xDC00) {
        *meant = 4;
        return 12; /* two surrogates */
    }
    *meant = hxp_utf8_put(bytes, c);
    return 6;
}

/** A run for the start of raw and one behind each escape. */
static hxp_status add_runs(hxp_content *content, hxp_jsonl_reader *reader,
                           hxp_str raw, hxp_place place)
{
    size_t escapes = 0, at = 0, offset = 0;
    for (size_t i = 0; i < raw.len; i++)
        escapes += raw.ptr[i] == '\\';
    hxp_run *runs = hxp_arena_alloc(&reader->arena, escapes + 1, sizeof *runs);
    if (!runs)
        return hxp_no_memory(&reader->delivery.error);
    content->runs = runs;
    runs[content->run_count++] = (hxp_run){ 0, place };
    while (at < raw.len) {
        const char *escape = memchr(raw.ptr + at, '\\', raw.len - at);
        size_t to = escape ? (size_t)(escape - raw.ptr) : raw.len;
        size_t meant, len;
        offset += to - at;
        if (!escape)
            break;
        len = escape_length(hxp_str_part(raw, to, raw.len), &meant);
        hxp_place_advance(&place, hxp_str_part(raw, at, to + len));
        offset += meant;
        at = to + len;
        runs[content->run_count++] = (hxp_run){ offset, place };
    }
    return HXP_OK;
}

hxp_status hxp_jsonl_places(hxp_jsonl_reader *reader, hxp_str line,
                            hxp_variant *variants, size_t count)
{
    scanner scan = { .line = line };
    hxp_place place = { reader->line, 1, 1 };
    size_t from = 0;
    hxp_str raw;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < count; i++) {
        if (!next_text(&scan, &raw))
            break;
        size_t at = (size_t)(raw.ptr - line.ptr);
        hxp_place_advance(&place, hxp_str_part(line, from, at));
        from = at;
        variants[i].place = place;
        status = add_runs(&variants[i].content, reader, raw, place);
    }
    return status;
}

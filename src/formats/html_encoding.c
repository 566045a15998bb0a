/* html_encoding.c - finds the encoding of a page, and decodes it in parts. */
#include "formats/html_encoding.h"

#include "base/error.h"
#include "base/str.h"
#include "text/detect.h"
#include "text/utf8.h"

#include <stdio.h>

enum {
    JUDGED = 1 << 16,  /* bytes by which the encoding is judged */
    PRESCANNED = 1024, /* bytes in which a page says its encoding */
    NAME_SIZE = 64
};

/* --- The encoding -----------------------------------------------------------
 */

/** The byte at which word stands in text, whatever the case; or text.len. */
static size_t find(hxp_str text, const char *word)
{
    size_t len = strlen(word);
    for (size_t i = 0; i + len <= text.len; i++)
        if (hxp_str_is_nocase(hxp_str_part(text, i, i + len), word))
            return i;
    return text.len;
}

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/** Copy the value that follows word and '=' in text; false: there is none. */
static bool value_after(char name[NAME_SIZE], hxp_str text, const char *word)
{
    size_t at = find(text, word), end;
    if (at == text.len)
        return false;
    at += strlen(word);
    while (at < text.len && is_white(text.ptr[at]))
        at++;
    if (at == text.len || text.ptr[at++] != '=')
        return false;
    while (at < text.len && (is_white(text.ptr[at]) || text.ptr[at] == '"' ||
                             text.ptr[at] == '\''))
        at++;
    for (end = at; end < text.len && !is_white(text.ptr[end]) &&
                   !strchr("\"'>;?/", text.ptr[end]);)
        end++;
    if (end == at || end - at >= NAME_SIZE)
        return false;
    snprintf(name, NAME_SIZE, "%.*s", (int)(end - at), text.ptr + at);
    return true;
}

/** What a page says of its encoding: in a meta element, or as XML does. */
static bool find_declared(char name[NAME_SIZE], hxp_str head)
{
    hxp_str rest = head;
    if (hxp_str_starts(hxp_str_trim(head), HXP_STR("<?xml")) &&
        value_after(name, hxp_str_part(head, 0, find(head, ">")), "encoding"))
        return true;
    for (;;) {
        size_t at = find(rest, "<meta");
        if (at == rest.len)
            return false;
        rest = hxp_str_part(rest, at, rest.len);
        size_t end = find(rest, ">");
        if (value_after(name, hxp_str_part(rest, 0, end), "charset"))
            return true;
        rest = hxp_str_part(rest, end, rest.len);
    }
}

/** The encoding that browsers take name for. */
static const char *as_browsers(const char *name)
{
    static const char *const western[] = { "iso-8859-1", "iso8859-1", "latin1",
                                           "us-ascii", "ascii" };
    for (size_t i = 0; i < sizeof western / sizeof western[0]; i++)
        if (hxp_str_is_nocase(hxp_str_of(name), western[i]))
            return "windows-1252";
    /* one that shows its declaration in ASCII is not in UTF-16 */
    if (hxp_str_is_nocase(
            hxp_str_part(hxp_str_of(name), 0, strlen(name) < 6 ? 0 : 6),
            "utf-16"))
        return "UTF-8";
    return name;
}

static bool is_utf8(const char *encoding)
{
    return hxp_str_is_nocase(hxp_str_of(encoding), "UTF-8") ||
           hxp_str_is_nocase(hxp_str_of(encoding), "UTF8");
}

/** Read more bytes, to be decoded. */
static hxp_status read_raw(hxp_html_bytes *bytes, hxp_error *error)
{
    size_t got;
    if (!hxp_buffer_reserve(&bytes->raw, JUDGED))
        return hxp_no_memory(error);
    hxp_status status = hxp_input_read(
        bytes->input, bytes->raw.ptr + bytes->raw.len, JUDGED, &got, error);
    if (status != HXP_OK)
        return status;
    bytes->raw.len += got;
    bytes->ended = got == 0;
    return HXP_OK;
}

static void drop_mark(hxp_html_bytes *bytes, size_t mark)
{
    if (mark == 0)
        return;
    bytes->raw.len -= mark;
    memmove(bytes->raw.ptr, bytes->raw.ptr + mark, bytes->raw.len);
}

hxp_status hxp_html_bytes_open(hxp_html_bytes *bytes, hxp_input *input,
                               const char *encoding, hxp_error *error)
{
    char declared[NAME_SIZE];
    size_t mark = 0;
    hxp_error why;
    hxp_status status = HXP_OK;
    *bytes = (hxp_html_bytes){ .input = input, .place = { 1, 1, 1 } };
    while (status == HXP_OK && !bytes->ended && bytes->raw.len < JUDGED)
        status = read_raw(bytes, error);
    if (status != HXP_OK)
        return status;
    hxp_str head = hxp_buffer_str(&bytes->raw);
    const char *marked = hxp_encoding_of_mark(head, &mark);
    hxp_str scanned =
        hxp_str_part(head, 0, head.len < PRESCANNED ? head.len : PRESCANNED);
    if (!encoding)
        encoding = marked;
    if (!encoding && find_declared(declared, scanned))
        encoding = as_browsers(declared);
    if (!encoding)
        encoding = hxp_encoding_detect(head);
    if (is_utf8(encoding)) {
        drop_mark(bytes, marked && is_utf8(marked) ? mark : 0);
        return HXP_OK;
    }
    status = hxp_decoder_new(&bytes->decoder, encoding, &why);
    return status == HXP_OK
               ? HXP_OK
               : hxp_fail_at(error, status, hxp_input_name(input),
                             (hxp_place){ 0, 0, 0 }, "%s", why.message);
}

/* --- The bytes --------------------------------------------------------------
 */

static hxp_status decode(hxp_html_bytes *bytes, hxp_error *error)
{
    size_t at;
    hxp_error why;
    hxp_status status = hxp_decoder_add(bytes->decoder, &bytes->utf8,
                                        hxp_buffer_str(&bytes->raw), &at, &why);
    bytes->raw.len = 0;
    if (status == HXP_OK)
        return HXP_OK;
    hxp_place_advance(&bytes->place, hxp_buffer_str(&bytes->utf8));
    return hxp_fail_at(error, status, hxp_input_name(bytes->input),
                       bytes->place, "%s", why.message);
}

/** Take what is whole of the bytes; they are UTF-8. */
static hxp_status take_utf8(hxp_html_bytes *bytes, hxp_error *error)
{
    enum { LONGEST_CHAR = 4 };
    hxp_str raw = hxp_buffer_str(&bytes->raw);
    size_t valid = hxp_utf8_invalid(raw), left = raw.len - valid;
    if (left >= LONGEST_CHAR || (left > 0 && bytes->ended)) {
        hxp_place_advance(&bytes->place, hxp_str_part(raw, 0, valid));
        return hxp_fail_at(error, HXP_EINPUT, hxp_input_name(bytes->input),
                           bytes->place, "byte 0x%02X is not UTF-8",
                           (unsigned char)raw.ptr[valid]);
    }
    if (!hxp_buffer_add(&bytes->utf8, hxp_str_part(raw, 0, valid)))
        return hxp_no_memory(error);
    memmove(bytes->raw.ptr, raw.ptr + valid, left);
    bytes->raw.len = left;
    return HXP_OK;
}

/** Let blanks stand for NUL, which would end the page for the parser. */
static void blank_nul(hxp_buffer *text)
{
    char *nul = text->len > 0 ? memchr(text->ptr, '\0', text->len) : NULL;
    while (nul) {
        *nul = ' ';
        nul = memchr(nul, '\0', text->len - (size_t)(nul - text->ptr));
    }
}

hxp_status hxp_html_bytes_next(hxp_html_bytes *bytes, hxp_str *part,
                               hxp_error *error)
{
    hxp_status status = HXP_OK;
    hxp_place_advance(&bytes->place, hxp_buffer_str(&bytes->utf8));
    bytes->utf8.len = 0;
    do {
        if (bytes->raw.len < JUDGED && !bytes->ended)
            status = read_raw(bytes, error);
        bool last = bytes->ended && bytes->raw.len == 0;
        if (status == HXP_OK)
            status =
                bytes->decoder ? decode(bytes, error) : take_utf8(bytes, error);
        if (last)
            break;
    } while (status == HXP_OK && bytes->utf8.len == 0);
    blank_nul(&bytes->utf8);
    *part = hxp_buffer_str(&bytes->utf8);
    return status;
}

void hxp_html_bytes_close(hxp_html_bytes *bytes)
{
    hxp_decoder_free(bytes->decoder);
    hxp_buffer_free(&bytes->raw);
    hxp_buffer_free(&bytes->utf8);
}

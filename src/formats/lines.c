/* lines.c - cuts an input at its line ends; holds no more than one line. */
#include "formats/lines.h"

#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "text/decode.h"
#include "text/utf8.h"

enum { STEP = 1 << 16, MARK = 4 };

/** Make all of the input UTF-8 and read that instead. */
static hxp_status decode(hxp_lines *lines, const char *encoding,
                         hxp_error *error)
{
    hxp_buffer bytes = { NULL, 0, 0 };
    size_t at = 0;
    hxp_status status =
        hxp_input_read_all(lines->input, &bytes, HXP_LINE_LIMIT, error);
    if (status == HXP_OK)
        status = hxp_decode(&lines->utf8, hxp_buffer_str(&bytes), encoding, &at,
                            error);
    if (status == HXP_EINPUT && at < bytes.len) {
        hxp_place place = { 1, 1, 1 }; /* behind what could be converted */
        hxp_place_advance(&place, hxp_buffer_str(&lines->utf8));
        hxp_fail_at(error, status, lines->file.ptr, place,
                    "byte 0x%02X is not %s; try --encoding",
                    (unsigned char)bytes.ptr[at], encoding);
    }
    if (status == HXP_OK)
        status = hxp_input_memory(&lines->decoded, hxp_buffer_str(&lines->utf8),
                                  lines->file.ptr, error);
    if (status == HXP_OK)
        lines->input = lines->decoded;
    hxp_buffer_free(&bytes);
    return status;
}

hxp_status hxp_lines_open(hxp_lines *lines, hxp_input *input,
                          const char *encoding, size_t limit, hxp_error *error)
{
    size_t mark = 0, got;
    char skipped[MARK];
    hxp_str head;
    *lines = (hxp_lines){ .input = input,
                          .file = hxp_str_of(hxp_input_name(input)),
                          .limit = limit ? limit : HXP_LINE_LIMIT,
                          .end = "" };
    hxp_status status = hxp_input_peek(input, MARK, &head, error);
    if (status != HXP_OK)
        return status;
    const char *found = hxp_encoding_of_mark(head, &mark);
    if (!encoding)
        encoding = found ? found : "UTF-8";
    hxp_str name = hxp_str_of(encoding);
    if (!hxp_str_is_nocase(name, "UTF-8") && !hxp_str_is_nocase(name, "utf8"))
        return decode(lines, encoding, error);
    if (!found || strcmp(found, "UTF-8") != 0)
        mark = 0;
    for (; status == HXP_OK && mark > 0; mark -= got)
        status = hxp_input_read(input, skipped, mark, &got, error);
    return status;
}

static hxp_status fill(hxp_lines *lines, hxp_error *error)
{
    size_t got;
    hxp_buffer *buffer = &lines->buffer;
    if (lines->at > 0) {
        memmove(buffer->ptr, buffer->ptr + lines->at, buffer->len - lines->at);
        buffer->len -= lines->at;
        lines->at = 0;
    }
    if (buffer->len > lines->limit)
        return hxp_fail_at(error, HXP_ELIMIT, lines->file.ptr,
                           (hxp_place){ lines->number + 1, 1, 1 },
                           "the line is longer than %zu bytes, the limit",
                           lines->limit);
    if (!hxp_array_reserve(&buffer->ptr, &buffer->capacity, buffer->len + STEP,
                           1))
        return hxp_no_memory(error);
    hxp_status status = hxp_input_read(lines->input, buffer->ptr + buffer->len,
                                       STEP, &got, error);
    buffer->len += got;
    lines->ended = got == 0;
    return status;
}

/** Refuse bytes that are not UTF-8. */
static hxp_status check_bytes(const hxp_lines *lines, hxp_str line,
                              hxp_error *error)
{
    size_t at = hxp_utf8_invalid(line);
    hxp_place place = { lines->number, 1, 1 };
    if (at == line.len)
        return HXP_OK;
    hxp_place_advance(&place, hxp_str_part(line, 0, at));
    return hxp_fail_at(error, HXP_EINPUT, lines->file.ptr, place,
                       "byte 0x%02X is not UTF-8; try --encoding",
                       (unsigned char)line.ptr[at]);
}

hxp_status hxp_lines_next(hxp_str *line, bool *more, hxp_lines *lines,
                          hxp_error *error)
{
    hxp_status status = HXP_OK;
    size_t looked = lines->at;
    const char *end = NULL;
    while (status == HXP_OK) {
        hxp_buffer *buffer = &lines->buffer;
        if (buffer->len > looked)
            end = memchr(buffer->ptr + looked, '\n', buffer->len - looked);
        if (end || lines->ended)
            break;
        looked = buffer->len - lines->at; /* where it will be */
        status = fill(lines, error);
    }
    if (status != HXP_OK)
        return status;
    hxp_str rest = hxp_str_part(hxp_buffer_str(&lines->buffer), lines->at,
                                lines->buffer.len);
    *more = rest.len > 0;
    if (!*more)
        return HXP_OK;
    size_t len = end ? (size_t)(end - rest.ptr) : rest.len;
    lines->at += len + (end != NULL);
    lines->number++;
    lines->end = end ? "\n" : "";
    if (len > 0 && rest.ptr[len - 1] == '\r') {
        lines->end = end ? "\r\n" : "\r";
        len--;
    }
    *line = hxp_str_part(rest, 0, len);
    return check_bytes(lines, *line, error);
}

void hxp_lines_close(hxp_lines *lines)
{
    hxp_input_close(lines->decoded);
    hxp_buffer_free(&lines->utf8);
    hxp_buffer_free(&lines->buffer);
}

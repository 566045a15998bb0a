/* txt_reader.c - reads text in any encoding, and finds its paragraphs. */
#include "formats/documents/txt_reader.h"

#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/documents/document_bytes.h"
#include "text/utf8.h"

#include <stdio.h>
#include <string.h>

enum {
    STEP = 1 << 16,   /* bytes read at once */
    JUDGED = 1 << 20, /* bytes by which line ends are judged */
    WORTH_DROPPING = 1 << 18
};

/** What is longer is no paragraph but a mistake. */
static const size_t paragraph_limit = (size_t)1 << 30;

/* --- Bytes that are not UTF-8 --------------------------------------------- */

/** The place of byte offset of the part in memory. */
static hxp_place place_at(const hxp_txt_reader *reader, size_t offset)
{
    hxp_place place = reader->place;
    hxp_str text = hxp_buffer_str(&reader->text);
    hxp_place_advance(&place, hxp_str_part(text, reader->at, offset));
    return place;
}

/** Tell of every run of bytes, the next to be checked, that is not UTF-8. */
static hxp_status report_invalid(hxp_txt_reader *reader, hxp_str bytes,
                                 hxp_error *error)
{
    hxp_finding_sink *findings = reader->options->findings;
    hxp_status status = HXP_OK;
    while (status == HXP_OK) {
        char message[64];
        size_t at = hxp_utf8_invalid(bytes);
        hxp_place_advance(&reader->checked, hxp_str_part(bytes, 0, at));
        if (at == bytes.len)
            break;
        int len = snprintf(message, sizeof message, "byte 0x%02X is not UTF-8",
                           (unsigned char)bytes.ptr[at]);
        hxp_finding finding = { .rule = "text.not-utf8",
                                .level = HXP_WARNING,
                                .file =
                                    hxp_str_of(hxp_input_name(reader->input)),
                                .place = reader->checked,
                                .message = { message, (size_t)len } };
        status = findings->finding(findings, &finding, error);
        hxp_utf8_next(bytes, &at);
        reader->checked.column++;
        reader->checked.column16++;
        bytes = hxp_str_part(bytes, at, bytes.len);
    }
    return status;
}

/** True when bytes make sense as windows-1252: no controls but white space. */
static bool looks_western(hxp_str bytes)
{
    int map[256];
    if (!hxp_encoding_map(map, "windows-1252"))
        return false;
    for (size_t i = 0; i < bytes.len; i++) {
        int c = map[(unsigned char)bytes.ptr[i]];
        bool white = c >= '\t' && c <= '\r';
        if ((c < 0x20 && !white) || (c >= 0x7F && c < 0xA0))
            return false;
    }
    return true;
}

/** Say which byte is not UTF-8, and what the text may be instead. */
static hxp_status refuse(const hxp_txt_reader *reader, size_t at,
                         hxp_error *error)
{
    hxp_str text = hxp_buffer_str(&reader->text);
    bool plain = hxp_ascii_end(text, 0) >= at;
    const char *hint = plain && looks_western(text)
                           ? "; looks like windows-1252: try "
                             "--encoding windows-1252"
                           : "";
    return hxp_fail_at(error, HXP_EINPUT, hxp_input_name(reader->input),
                       place_at(reader, at), "byte 0x%02X is not UTF-8%s",
                       (unsigned char)text.ptr[at], hint);
}

/** The end of the characters in text that more bytes will not change. */
static size_t end_of_whole(hxp_str text)
{
    for (size_t back = 1; back <= 3 && back <= text.len; back++) {
        unsigned char byte = (unsigned char)text.ptr[text.len - back];
        if (byte >= 0xC0) {
            size_t size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
            return size > back ? text.len - back : text.len;
        }
    }
    return text.len;
}

/** Check what was read since the last time. */
static hxp_status check(hxp_txt_reader *reader, hxp_error *error)
{
    hxp_str text = hxp_buffer_str(&reader->text);
    size_t start = reader->whole;
    size_t end = reader->ended ? text.len : end_of_whole(text);
    if (end <= start)
        return HXP_OK;
    hxp_str bytes = hxp_str_part(text, start, end);
    reader->whole = end;
    if (reader->options->keep_invalid)
        return reader->options->findings ? report_invalid(reader, bytes, error)
                                         : HXP_OK;
    size_t at = hxp_utf8_invalid(bytes);
    return at < bytes.len ? refuse(reader, start + at, error) : HXP_OK;
}

/* --- Reading -------------------------------------------------------------- */

/** Read the next bytes as they are. */
static hxp_status read_raw(hxp_txt_reader *reader, hxp_error *error)
{
    hxp_buffer *text = &reader->text;
    size_t got;
    if (!hxp_array_reserve(&text->ptr, &text->capacity, text->len + STEP, 1))
        return hxp_no_memory(error);
    hxp_status status =
        hxp_input_read(reader->input, text->ptr + text->len, STEP, &got, error);
    if (status != HXP_OK)
        return status;
    text->len += got;
    reader->ended = got == 0;
    return HXP_OK;
}

/** Read the next bytes of UTF-8. */
static hxp_status read_bytes(hxp_txt_reader *reader, hxp_error *error)
{
    hxp_status status = read_raw(reader, error);
    return status == HXP_OK ? check(reader, error) : status;
}

/** Add bytes of another encoding to the text; none: it ends. */
static hxp_status decode(hxp_txt_reader *reader, hxp_str bytes,
                         hxp_error *error)
{
    size_t at;
    hxp_error why;
    hxp_status status =
        hxp_decoder_add(reader->decoder, &reader->text, bytes, &at, &why);
    if (status != HXP_OK)
        return hxp_fail_at(error, status, hxp_input_name(reader->input),
                           place_at(reader, reader->text.len), "%s",
                           why.message);
    reader->whole = reader->text.len;
    return HXP_OK;
}

/** Read the next bytes of another encoding. */
static hxp_status read_encoded(hxp_txt_reader *reader, hxp_error *error)
{
    char bytes[4096];
    size_t got;
    hxp_status status =
        hxp_input_read(reader->input, bytes, sizeof bytes, &got, error);
    if (status != HXP_OK)
        return status;
    reader->ended = got == 0;
    return decode(reader, (hxp_str){ bytes, got }, error);
}

/** Drop what ends a text of DOS, or the zero bytes with which programs fill up
 * the file's last block, with the white space behind it; ICU makes another
 * control character of the first in the encodings of DOS. */
static void drop_fill(hxp_txt_reader *reader)
{
    static const char fill[] = { 0x1A, 0x1C, '\0' };
    hxp_buffer *text = &reader->text;
    size_t at = text->len;
    while (reader->ended && at > reader->at) {
        char c = text->ptr[--at];
        if (memchr(fill, c, sizeof fill))
            text->len = at;
        else if (!strchr(" \t\r\n\f", c))
            break;
    }
    if (reader->whole > text->len)
        reader->whole = text->len;
}

static hxp_status read_more(hxp_txt_reader *reader, hxp_error *error)
{
    hxp_status status = reader->decoder ? read_encoded(reader, error)
                                        : read_bytes(reader, error);
    drop_fill(reader);
    if (status == HXP_OK && reader->text.len > reader->limit)
        return hxp_fail_at(error, HXP_ELIMIT, hxp_input_name(reader->input),
                           reader->place, "longer than %zu bytes, the limit",
                           reader->limit);
    return status;
}

/** Pass over a byte order mark of UTF-8. */
static hxp_status pass_mark(hxp_txt_reader *reader, hxp_error *error)
{
    size_t mark;
    const char *name =
        hxp_encoding_of_mark(hxp_buffer_str(&reader->text), &mark);
    if (name && hxp_encoding_is_utf8(name)) {
        reader->skipped = mark;
        reader->text.len -= mark;
        memmove(reader->text.ptr, reader->text.ptr + mark, reader->text.len);
    }
    return check(reader, error);
}

/** Decode the bytes read so far. */
static hxp_status decode_head(hxp_txt_reader *reader, hxp_error *error)
{
    hxp_error why;
    hxp_buffer raw = reader->text;
    reader->text = (hxp_buffer){ NULL, 0, 0 };
    hxp_status status =
        hxp_decoder_new(&reader->decoder, reader->encoding, &why);
    if (status != HXP_OK)
        status = hxp_fail_at(error, status, hxp_input_name(reader->input),
                             (hxp_place){ 0, 0, 0 }, "%s", why.message);
    else
        status = decode(reader, hxp_buffer_str(&raw), error);
    if (status == HXP_OK && reader->ended)
        status = decode(reader, HXP_STR(""), error);
    hxp_buffer_free(&raw);
    return status;
}

/** Find out the encoding by the first bytes, and take these. */
static hxp_status find_encoding(hxp_txt_reader *reader, hxp_error *error)
{
    hxp_document_options options = *reader->options;
    hxp_encoding_choice choice = { .input = reader->input,
                                   .options = &options };
    hxp_status status = HXP_OK;
    while (status == HXP_OK && !reader->ended &&
           reader->text.len < HXP_ENCODING_JUDGED)
        status = read_raw(reader, error);
    hxp_str head = hxp_buffer_str(&reader->text);
    size_t mark;
    if (options.keep_invalid && !hxp_encoding_of_mark(head, &mark) &&
        !options.encoding)
        options.encoding = "UTF-8"; /* whatever it is */
    if (status == HXP_OK)
        status = hxp_encoding_choose(&choice, head, error);
    if (status != HXP_OK)
        return status;
    memcpy(reader->encoding, choice.name, sizeof reader->encoding);
    return hxp_encoding_is_utf8(choice.name) ? pass_mark(reader, error)
                                             : decode_head(reader, error);
}

hxp_status hxp_txt_reader_open(hxp_txt_reader *reader, hxp_input *input,
                               const hxp_document_options *options,
                               hxp_error *error)
{
    *reader = (hxp_txt_reader){ .input = input,
                                .options = options,
                                .limit = paragraph_limit,
                                .checked = { 1, 1, 1 },
                                .place = { 1, 1, 1 } };
    hxp_status status = find_encoding(reader, error);
    drop_fill(reader);
    reader->every_line = options->paragraphs == HXP_PARAGRAPHS_LINE;
    if (options->paragraphs != HXP_PARAGRAPHS_AUTO)
        return status;
    while (status == HXP_OK && !reader->ended && reader->text.len < JUDGED)
        status = read_more(reader, error);
    size_t judged = reader->whole < JUDGED ? reader->whole : JUDGED;
    reader->wrapping =
        hxp_wrapping_of(hxp_str_part(hxp_buffer_str(&reader->text), 0, judged));
    reader->by_lines = reader->wrapping.wrapped;
    reader->every_line = !reader->by_lines;
    return status;
}

void hxp_txt_reader_close(hxp_txt_reader *reader)
{
    hxp_decoder_free(reader->decoder);
    hxp_buffer_free(&reader->text);
}

/* --- Paragraphs ----------------------------------------------------------- */

enum { FORM_FEED = '\f' }; /* begins another page: ends a paragraph */

/** A line of the text in memory, in bytes. */
typedef struct line_at {
    size_t start, end, next; /* next: of the line behind it */
} line_at;

/** The first line end or form feed in text, or text.len. */
static size_t first_line_end(hxp_str text)
{
    static const char ends[] = { '\n', '\r', FORM_FEED };
    for (size_t i = 0; i < sizeof ends && text.len > 0; i++) {
        const char *end = memchr(text.ptr, ends[i], text.len);
        if (end)
            text.len = (size_t)(end - text.ptr);
    }
    return text.len;
}

/** The same from byte at on. It looks step by step: not through all of a text
 * that has no LF, for each of its lines. */
static size_t find_line_end(hxp_str text, size_t at)
{
    enum { FIRST_STEP = 256 };
    for (size_t step = FIRST_STEP; text.len - at > step; step *= 2) {
        size_t len = first_line_end(hxp_str_part(text, at, at + step));
        at += len;
        if (len < step)
            return at;
    }
    return at + first_line_end(hxp_str_part(text, at, text.len));
}

/** Where the line behind the end of one begins; end is text.len or a line end
 * or form feed. */
static size_t pass_line_end(hxp_str text, size_t end)
{
    hxp_str rest = hxp_str_part(text, end, text.len), line;
    if (rest.len > 0 && *rest.ptr == FORM_FEED)
        return end + 1;
    return hxp_line_cut(&rest, &line) ? text.len - rest.len : end;
}

/** Find the end of the line that starts there, and where the next begins. */
static hxp_status read_line(hxp_txt_reader *reader, line_at *line,
                            hxp_error *error)
{
    line->end = line->start;
    for (;;) {
        hxp_str text = { reader->text.ptr, reader->whole };
        /* the text gets shorter when what fills up the file is dropped */
        line->end =
            find_line_end(text, line->end < text.len ? line->end : text.len);
        /* a carriage return may have its line feed in what comes */
        if (reader->ended || line->end + 1 < text.len ||
            (line->end < text.len && text.ptr[line->end] != '\r')) {
            line->next = pass_line_end(text, line->end);
            return HXP_OK;
        }
        hxp_status status = read_more(reader, error);
        if (status != HXP_OK)
            return status;
    }
}

/** Make text[start, end) the paragraph, unless it is blank. */
static bool take(hxp_txt_reader *reader, hxp_paragraph *paragraph, size_t start,
                 size_t end)
{
    hxp_str text = hxp_buffer_str(&reader->text);
    hxp_str part = hxp_utf8_trim(hxp_str_part(text, start, end));
    if (part.len == 0)
        return false;
    start = (size_t)(part.ptr - text.ptr);
    reader->place = place_at(reader, start);
    reader->at = start;
    *paragraph = (hxp_paragraph){ .text = part,
                                  .number = reader->number++,
                                  .offset = reader->dropped + start,
                                  .skipped = reader->skipped,
                                  .place = reader->place,
                                  .runs = &reader->run,
                                  .run_count = 1 };
    reader->run = (hxp_run){ 0, reader->place };
    return true;
}

/** Go on to byte next. */
static void pass(hxp_txt_reader *reader, size_t next)
{
    reader->place = place_at(reader, next);
    reader->at = next;
}

static hxp_str text_of(const hxp_txt_reader *reader, const line_at *line)
{
    return hxp_str_part(hxp_buffer_str(&reader->text), line->start, line->end);
}

/** True when line begins a paragraph behind the one from first to last, whose
 * lines are empty if there is none. */
static bool parts(const hxp_txt_reader *reader, const line_at *first,
                  const line_at *last, const line_at *line)
{
    const hxp_wrapped_lines lines = { text_of(reader, first),
                                      text_of(reader, last),
                                      text_of(reader, line) };
    return reader->by_lines && lines.last.len > 0 &&
           hxp_wrapping_parts(&reader->wrapping, &lines);
}

static bool ends_page(const hxp_txt_reader *reader, const line_at *line)
{
    return line->next > line->start &&
           reader->text.ptr[line->next - 1] == FORM_FEED;
}

/** Make what ends before byte end the paragraph, and go on to byte next. False:
 * it is blank. */
static bool close_at(hxp_txt_reader *reader, hxp_paragraph *paragraph,
                     size_t end, size_t next)
{
    bool found = take(reader, paragraph, reader->at, end);
    pass(reader, next);
    return found;
}

hxp_status hxp_txt_reader_next(hxp_txt_reader *reader, hxp_paragraph *paragraph,
                               bool *found, hxp_error *error)
{
    line_at line = { reader->at, 0, 0 }, first = { 0, 0, 0 }, last = first;
    *found = false;
    for (;; line.start = line.next) {
        hxp_status status = read_line(reader, &line, error);
        if (status != HXP_OK)
            return status;
        bool end = line.start == line.next;
        bool blank = hxp_utf8_trim(text_of(reader, &line)).len == 0;
        bool closes = reader->every_line || ends_page(reader, &line);
        if (!blank && parts(reader, &first, &last, &line)) {
            *found = close_at(reader, paragraph, line.start, line.start);
            return HXP_OK;
        }
        if (end || blank || closes) {
            *found = close_at(reader, paragraph, closes ? line.end : line.start,
                              line.next);
            if (*found || end)
                return HXP_OK;
        }
        if (blank)
            continue;
        first = last.end == 0 ? line : first;
        last = line;
    }
}

void hxp_txt_reader_drop(hxp_txt_reader *reader)
{
    hxp_buffer *text = &reader->text;
    if (reader->at < WORTH_DROPPING || 2 * reader->at < text->len)
        return;
    memmove(text->ptr, text->ptr + reader->at, text->len - reader->at);
    text->len -= reader->at;
    reader->whole -= reader->at;
    reader->dropped += reader->at;
    reader->at = 0;
}

/* document_bytes.c - decodes a document in parts, by its own encoding. */
#include "formats/documents/document_bytes.h"

#include "base/error.h"
#include "base/str.h"
#include "text/detect.h"
#include "text/utf8.h"

#include <stdio.h>

enum { JUDGED = HXP_ENCODING_JUDGED };

/* --- The encoding --------------------------------------------------------- */

bool hxp_encoding_is_utf8(const char *encoding)
{
    return hxp_str_is_nocase(hxp_str_of(encoding), "UTF-8") ||
           hxp_str_is_nocase(hxp_str_of(encoding), "UTF8");
}

/** Read more bytes, to be decoded. */
static hxp_status read_raw(hxp_document_bytes *bytes, hxp_error *error)
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

/** Pass over a byte order mark of UTF-8. */
static void drop_mark(hxp_document_bytes *bytes)
{
    static const char mark[] = "\xEF\xBB\xBF";
    size_t len = sizeof mark - 1;
    if (!hxp_str_starts(hxp_buffer_str(&bytes->raw), hxp_str_of(mark)))
        return;
    bytes->raw.len -= len;
    memmove(bytes->raw.ptr, bytes->raw.ptr + len, bytes->raw.len);
}

/** Tell the findings that the file is in the encoding, and how that is known.
 */
static hxp_status tell(const hxp_encoding_choice *choice, const char *how,
                       hxp_error *error)
{
    char message[HXP_ENCODING_SIZE + 96];
    hxp_finding_sink *findings = choice->options->findings;
    if (!findings)
        return HXP_OK;
    int len =
        snprintf(message, sizeof message, "read as %s, %s", choice->name, how);
    hxp_finding finding = { .rule = "text.encoding",
                            .level = HXP_NOTE,
                            .file = hxp_str_of(hxp_input_name(choice->input)),
                            .message = { message, (size_t)len } };
    return findings->finding(findings, &finding, error);
}

/** Let the bytes of head tell the encoding. */
static hxp_status detect(hxp_encoding_choice *choice, hxp_str head,
                         hxp_error *error)
{
    char how[80];
    int sure;
    bool verbose = choice->options->verbose;
    const char *name =
        hxp_encoding_detect(head, choice->options->language, &sure);
    if (sure == 0 && !choice->always)
        name = "UTF-8";
    snprintf(choice->name, sizeof choice->name, "%s", name);
    if (hxp_encoding_is_utf8(name))
        return verbose && sure > 0 ? tell(choice, "as its bytes are", error)
                                   : HXP_OK;
    if (!verbose)
        return tell(choice, "which it looks like; if not, give --encoding",
                    error);
    snprintf(how, sizeof how,
             "which it looks like (%d %% sure); if not, give --encoding", sure);
    return tell(choice, how, error);
}

/** Whether ICU knows the encoding. Fails with HXP_ENOMEM. */
static hxp_status check_known(bool *known, const char *encoding,
                              hxp_error *error)
{
    hxp_decoder *decoder;
    *known = hxp_encoding_is_utf8(encoding);
    if (*known)
        return HXP_OK;
    hxp_status status = hxp_decoder_new(&decoder, encoding, NULL);
    hxp_decoder_free(decoder);
    *known = status == HXP_OK;
    return status == HXP_ENOMEM ? hxp_no_memory(error) : HXP_OK;
}

/** True when head is UTF-8, but for a character that its end cuts, and not
 * ASCII alone. */
static bool shows_utf8(hxp_str head)
{
    enum { LONGEST_CHAR = 4 };
    size_t valid = hxp_utf8_invalid(head);
    return head.len - valid < LONGEST_CHAR && hxp_ascii_end(head, 0) < valid;
}

/** Take the encoding that the document says, unless its bytes deny it: they are
 * UTF-8, or cannot be. */
static hxp_status believe(hxp_encoding_choice *choice, hxp_str head,
                          hxp_error *error)
{
    int sure;
    char how[HXP_ENCODING_SIZE + 48];
    bool utf8 = hxp_encoding_is_utf8(choice->name);
    if (utf8 && !hxp_encoding_is_utf8(hxp_encoding_detect(
                    head, choice->options->language, &sure)))
        return detect(choice, head, error);
    if (utf8 || !shows_utf8(head))
        return choice->options->verbose ? tell(choice, "as it says", error)
                                        : HXP_OK;
    snprintf(how, sizeof how, "as its bytes are, though it says %s",
             choice->name);
    snprintf(choice->name, sizeof choice->name, "UTF-8");
    return tell(choice, how, error);
}

hxp_status hxp_encoding_choose(hxp_encoding_choice *choice, hxp_str head,
                               hxp_error *error)
{
    size_t mark;
    bool verbose = choice->options->verbose;
    const char *name = choice->options->encoding;
    const char *marked = hxp_encoding_of_mark(head, &mark);
    if (name || marked) {
        snprintf(choice->name, sizeof choice->name, "%s", name ? name : marked);
        return verbose && !name ? tell(choice, "by its byte order mark", error)
                                : HXP_OK;
    }
    bool known = false;
    if (choice->said && choice->said(choice->name, head)) {
        hxp_status status = check_known(&known, choice->name, error);
        if (status != HXP_OK)
            return status;
    }
    return known ? believe(choice, head, error) : detect(choice, head, error);
}

hxp_status hxp_document_bytes_open(hxp_document_bytes *bytes, hxp_input *input,
                                   const hxp_document_options *options,
                                   hxp_said_encoding *said, hxp_error *error)
{
    hxp_error why;
    hxp_status status = HXP_OK;
    hxp_encoding_choice choice = {
        .input = input, .options = options, .said = said, .always = true
    };
    *bytes = (hxp_document_bytes){ .input = input, .place = { 1, 1, 1 } };
    while (status == HXP_OK && !bytes->ended && bytes->raw.len < JUDGED)
        status = read_raw(bytes, error);
    if (status == HXP_OK)
        status =
            hxp_encoding_choose(&choice, hxp_buffer_str(&bytes->raw), error);
    if (status != HXP_OK)
        return status;
    memcpy(bytes->encoding, choice.name, sizeof bytes->encoding);
    if (hxp_encoding_is_utf8(bytes->encoding)) {
        drop_mark(bytes);
        return HXP_OK;
    }
    status = hxp_decoder_new(&bytes->decoder, bytes->encoding, &why);
    return status == HXP_OK
               ? HXP_OK
               : hxp_fail_at(error, status, hxp_input_name(input),
                             (hxp_place){ 0, 0, 0 }, "%s", why.message);
}

/* --- The bytes ------------------------------------------------------------ */

static hxp_status decode(hxp_document_bytes *bytes, hxp_error *error)
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
static hxp_status take_utf8(hxp_document_bytes *bytes, hxp_error *error)
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

hxp_status hxp_document_bytes_next(hxp_document_bytes *bytes, hxp_str *part,
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

void hxp_document_bytes_close(hxp_document_bytes *bytes)
{
    hxp_decoder_free(bytes->decoder);
    hxp_buffer_free(&bytes->raw);
    hxp_buffer_free(&bytes->utf8);
}

/** Bytes of the last line of before bytes and part. */
static size_t line_bytes(size_t before, hxp_str part)
{
    size_t at = part.len;
    while (at > 0 && part.ptr[at - 1] != '\n' && part.ptr[at - 1] != '\r')
        at--;
    return at > 0 ? part.len - at : before + part.len;
}

hxp_status hxp_document_bytes_all(hxp_document_bytes *bytes, hxp_buffer *text,
                                  size_t limit, hxp_error *error)
{
    hxp_str part;
    hxp_status status;
    size_t line = 0;
    do {
        status = hxp_document_bytes_next(bytes, &part, error);
        if (status != HXP_OK)
            return status;
        line = line_bytes(line, part);
        if (bytes->longest_line > 0 && line > bytes->longest_line)
            return hxp_fail_at(error, HXP_ELIMIT, hxp_input_name(bytes->input),
                               (hxp_place){ bytes->place.line, 1, 1 },
                               "the line is longer than %zu bytes, the limit",
                               bytes->longest_line);
        if (part.len > limit - text->len)
            return hxp_fail_at(error, HXP_ELIMIT, hxp_input_name(bytes->input),
                               bytes->place, "longer than %zu bytes, the limit",
                               limit);
        if (!hxp_buffer_add(text, part))
            return hxp_no_memory(error);
    } while (part.len > 0);
    while (text->len > 0 && text->ptr[text->len - 1] == '\0')
        text->len--; /* what fills up the file */
    return HXP_OK;
}

hxp_status hxp_document_text(hxp_buffer *text, hxp_input *input,
                             const hxp_document_options *options, size_t limit,
                             hxp_error *error)
{
    hxp_document_bytes bytes;
    hxp_status status =
        hxp_document_bytes_open(&bytes, input, options, NULL, error);
    if (status == HXP_OK)
        status = hxp_document_bytes_all(&bytes, text, limit, error);
    hxp_document_bytes_close(&bytes);
    return status;
}

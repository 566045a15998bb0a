/* placeholder.c - what programs put values into: {name}, {{name}}, %s. */
#include "formats/documents/placeholder.h"

#include "base/str.h"
#include "text/utf8.h"

enum { LONGEST = 200 }; /* what is longer is text in brackets */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/** Bytes up to the end sign, at most LONGEST and without others of opens. */
static size_t find_end(hxp_str text, size_t at, const char *sign,
                       const char *opens)
{
    size_t len = strlen(sign);
    for (size_t i = at; i + len <= text.len && i - at < LONGEST; i++) {
        if (memcmp(text.ptr + i, sign, len) == 0)
            return i + len;
        if (strchr(opens, text.ptr[i]))
            return 0;
    }
    return 0;
}

/** The end of the bracket at byte at, those within counted; 0: there is none.
 */
static size_t find_match(hxp_str text, size_t at)
{
    size_t depth = 0;
    for (size_t i = at; i < text.len; i++) {
        if (text.ptr[i] == '{')
            depth++;
        else if (text.ptr[i] == '}' && --depth == 0)
            return i + 1;
    }
    return 0;
}

/** Whether text[at, end) is a name, perhaps with a format behind a comma. */
static bool is_argument(hxp_str text, size_t at, size_t end)
{
    size_t from = at;
    while (at < end &&
           (is_letter(text.ptr[at]) || hxp_ascii_digit(text.ptr[at]) ||
            text.ptr[at] == '.' || text.ptr[at] == '-'))
        at++;
    return at > from &&
           (at == end || text.ptr[at] == ',' || text.ptr[at] == ':');
}

/** The end of the name in a conversion of Python's, "%(name)s", or at + 1. */
static size_t find_name_end(hxp_str text, size_t at)
{
    bool named = at + 1 < text.len && text.ptr[at + 1] == '(';
    size_t end = named ? find_end(text, at + 2, ")", "(") : 0;
    return end > 0 ? end : at + 1;
}

/** The end of a conversion of printf at byte at, or 0. */
static size_t find_conversion(hxp_str text, size_t at)
{
    size_t i = find_name_end(text, at);
    while (i < text.len && hxp_ascii_digit(text.ptr[i]))
        i++;
    if (i > at + 1 && i < text.len && text.ptr[i] == '$')
        i++;
    while (i < text.len && strchr("-+#0123456789.*", text.ptr[i]))
        i++;
    while (i < text.len && strchr("hlzjtL", text.ptr[i]))
        i++;
    if (i == text.len || text.ptr[i] == '\0' ||
        !strchr("sdiufFeEgGxXoc@", text.ptr[i]))
        return 0;
    /* not "100%er" */
    return i + 1 == text.len || !is_letter(text.ptr[i + 1]) ? i + 1 : 0;
}

/** The end of a name in capitals between dollar signs at byte at, as
 * extensions of browsers have them; or 0. */
static size_t find_dollars(hxp_str text, size_t at)
{
    size_t i = at + 1;
    while (i < text.len && i - at < LONGEST &&
           ((text.ptr[i] >= 'A' && text.ptr[i] <= 'Z') ||
            hxp_ascii_digit(text.ptr[i]) || text.ptr[i] == '_'))
        i++;
    return i > at + 1 && !hxp_ascii_digit(text.ptr[at + 1]) && i < text.len &&
                   text.ptr[i] == '$'
               ? i + 1
               : 0;
}

/** The end of the placeholder at byte at; 0: none begins there. */
static size_t find_placeholder(hxp_str text, size_t at)
{
    hxp_str rest = hxp_str_part(text, at, text.len);
    if (hxp_str_starts(rest, HXP_STR("{{")))
        return find_end(text, at + 2, "}}", "{");
    if (hxp_str_starts(rest, HXP_STR("%{")) ||
        hxp_str_starts(rest, HXP_STR("${")))
        return find_end(text, at + 2, "}", "{");
    if (hxp_str_starts(rest, HXP_STR("$t(")))
        return find_end(text, at + 3, ")", "(");
    if (hxp_str_starts(rest, HXP_STR("%#@")))
        return find_end(text, at + 3, "@", "% ");
    if (*rest.ptr == '%')
        return find_conversion(text, at);
    if (*rest.ptr == '$')
        return find_dollars(text, at);
    if (*rest.ptr != '{')
        return 0;
    size_t end = find_end(text, at + 1, "}", "{");
    return end > 0 && is_argument(text, at + 1, end - 1) ? end : 0;
}

static hxp_status put(hxp_blocks *blocks, hxp_str native, hxp_error *error)
{
    const hxp_block_code code = { .kind = HXP_CODE_STANDALONE,
                                  .name = HXP_STR("placeholder"),
                                  .type = HXP_STR("placeholder"),
                                  .native = native,
                                  .shown = native };
    return hxp_blocks_code(blocks, &code, error);
}

/** Find the next placeholder from byte at on; false: there is none. */
static bool next_placeholder(hxp_span *found, hxp_str text, size_t at)
{
    while (at < text.len) {
        size_t end = find_placeholder(text, at);
        if (end > 0) {
            *found = (hxp_span){ at, end };
            return true;
        }
        /* over plural and select with all that is in them */
        end = text.ptr[at] == '{' ? find_match(text, at) : 0;
        at = end > 0 ? end : at + 1;
    }
    return false;
}

/** Where words begin and end, placeholders left out; start is end: none. */
static hxp_span find_words(hxp_str text)
{
    hxp_span words = { text.len, text.len }, code = { 0, 0 };
    bool more = true, any = false;
    while (more) {
        size_t from = code.end;
        more = next_placeholder(&code, text, from);
        hxp_str part = hxp_utf8_trim(
            hxp_str_part(text, from, more ? code.start : text.len));
        if (part.len == 0)
            continue;
        size_t start = (size_t)(part.ptr - text.ptr);
        words.start = any ? words.start : start;
        words.end = start + part.len;
        any = true;
    }
    return words;
}

hxp_status hxp_placeholders_put(hxp_blocks *blocks, hxp_block_source *source,
                                size_t end, hxp_error *error)
{
    size_t start = source->at;
    hxp_str text = hxp_str_part(source->text, start, end);
    hxp_span words = find_words(text), code = { 0, 0 };
    size_t at = 0;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && next_placeholder(&code, text, code.end)) {
        hxp_span whole = code;
        /* blanks beside it that are at an end of the text are its own */
        while (whole.end < words.start && text.ptr[whole.end] == ' ')
            whole.end++;
        while (whole.start > words.end && whole.start > at &&
               text.ptr[whole.start - 1] == ' ')
            whole.start--;
        status =
            hxp_block_source_put(blocks, source, start + whole.start, error);
        if (status == HXP_OK)
            status =
                put(blocks, hxp_str_part(text, whole.start, whole.end), error);
        hxp_block_source_pass(source, start + whole.end);
        at = whole.end;
    }
    return status == HXP_OK ? hxp_block_source_put(blocks, source, end, error)
                            : status;
}

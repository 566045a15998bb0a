/* clean.c - takes tags, escapes, invisible spaces and marks of keys out of a
 * text. */
#include "terms/clean.h"

#include "base/array.h"
#include "base/str.h"

#include <stdlib.h>

/* Longer, it is no tag; longer, it is no text of a menu or button. */
enum { LONGEST_TAG = 200, LONGEST_LABEL = 120 };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/** The length of the tag that text begins with; 0: none. */
static size_t tag_length(hxp_str text)
{
    size_t at = 1;
    if (text.len < 3 || text.ptr[0] != '<')
        return 0;
    at += text.ptr[at] == '/';
    if (!is_letter(text.ptr[at]))
        return 0;
    while (at < text.len && at < LONGEST_TAG && text.ptr[at] != '>' &&
           text.ptr[at] != '<')
        at++;
    return at < text.len && text.ptr[at] == '>' ? at + 1 : 0;
}

/** True for a tag that begins another line, or a cell: words end there. */
static bool begins_line(hxp_str tag)
{
    static const char *const names[] = { "br", "p",  "div", "li", "td",
                                         "th", "tr", "h1",  "h2", "h3" };
    size_t start = tag.ptr[1] == '/' ? 2 : 1, end = start;
    while (is_letter(tag.ptr[end]) || hxp_ascii_digit(tag.ptr[end]))
        end++;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (hxp_str_is_nocase(hxp_str_part(tag, start, end), names[i]))
            return true;
    return false;
}

/** The length of an escape for white space, as in catalogues: "\n". */
static size_t escape_length(hxp_str text)
{
    bool blank = text.len > 1 && (text.ptr[1] == 'n' || text.ptr[1] == 'r' ||
                                  text.ptr[1] == 't');
    return blank ? 2 : 0;
}

static const char space[3] = { '\xE2', '\x80', '\x8B' }; /* U+200B */

/** The length of what is to be taken out at the start of text; 0: nothing. */
static size_t dirt(hxp_str text)
{
    if (text.ptr[0] == '<')
        return tag_length(text);
    if (text.ptr[0] == '\\')
        return escape_length(text);
    bool begins =
        text.len >= sizeof space && memcmp(text.ptr, space, sizeof space) == 0;
    return begins ? sizeof space : 0;
}

/** True when an entity begins at byte at of text: "&amp;". */
static bool is_entity(hxp_str text, size_t at)
{
    do
        at++;
    while (at < text.len && (is_letter(text.ptr[at]) || text.ptr[at] == '#'));
    return at < text.len && text.ptr[at] == ';';
}

/** True when the mark at byte at may show which key chooses the text. */
static bool marks_key(hxp_str text, size_t at)
{
    char next = at + 1 < text.len ? text.ptr[at + 1] : ' ';
    char before = at > 0 ? text.ptr[at - 1] : ' ';
    bool inside = is_letter(before) || (unsigned char)before >= 0x80;
    if (!is_letter(next) && (unsigned char)next < 0x80)
        return false;
    if (text.ptr[at] != '&')
        return before != text.ptr[at];
    return !(inside && next >= 'A' && next <= 'Z') /* "R&D" */ &&
           !is_entity(text, at);
}

size_t hxp_key_mark(hxp_str text)
{
    static const char marks[] = "&_~";
    size_t found = text.len;
    if (text.len > LONGEST_LABEL)
        return found;
    for (const char *mark = marks; *mark; mark++) {
        const char *first = memchr(text.ptr, *mark, text.len);
        size_t at = first ? (size_t)(first - text.ptr) : text.len;
        if (!first || memchr(first + 1, *mark, text.len - at - 1) ||
            !marks_key(text, at))
            continue;
        if (found < text.len)
            return text.len;
        found = at;
    }
    return found;
}

/** True when a blank is to stand for what is taken out. */
static bool parts_words(hxp_str out)
{
    return out.ptr[0] == '\\' || (out.ptr[0] == '<' && begins_line(out));
}

/** True when something that begins with first is to be taken out of text. */
static bool has_dirt(hxp_str text, char first)
{
    const char *at = text.ptr;
    while ((at = memchr(at, first, text.len)) != NULL) {
        text = hxp_str_part(text, (size_t)(at - text.ptr), text.len);
        if (dirt(text) > 0)
            return true;
        text = hxp_str_part(text, 1, text.len);
        at++;
    }
    return false;
}

/** True when nothing is to be taken out of text but, perhaps, a mark. */
static bool is_clean(hxp_str text)
{
    return !has_dirt(text, '<') && !has_dirt(text, space[0]) &&
           !has_dirt(text, '\\');
}

bool hxp_clean_text_make(hxp_clean_text *clean, hxp_str text)
{
    size_t len = 0;
    clean->text = text;
    clean->whole = true;
    if (text.len == 0)
        return true;
    size_t key = hxp_key_mark(text);
    if (key == text.len && is_clean(text))
        return true;
    if (!hxp_array_reserve(&clean->bytes, &clean->room, text.len, 1) ||
        !hxp_array_reserve(&clean->origin, &clean->origin_room, text.len + 1,
                           sizeof *clean->origin))
        return false;
    for (size_t at = 0; at < text.len;) {
        size_t out = at == key ? 1 : dirt(hxp_str_part(text, at, text.len));
        if (out == 0 || parts_words(hxp_str_part(text, at, at + out))) {
            clean->origin[len] = at;
            clean->bytes[len++] = out == 0 ? text.ptr[at] : ' ';
        }
        at += out == 0 ? 1 : out;
    }
    clean->origin[len] = text.len;
    clean->text = (hxp_str){ clean->bytes, len };
    clean->whole = false;
    return true;
}

size_t hxp_clean_text_start(const hxp_clean_text *clean, size_t at)
{
    return clean->whole ? at : clean->origin[at];
}

size_t hxp_clean_text_end(const hxp_clean_text *clean, size_t at)
{
    return clean->whole || at == 0 ? at : clean->origin[at - 1] + 1;
}

void hxp_clean_text_free(hxp_clean_text *clean)
{
    free(clean->bytes);
    free(clean->origin);
}

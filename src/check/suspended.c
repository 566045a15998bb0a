/* suspended.c - words whose end or beginning another word says as well. */
#include "check/suspended.h"

#include "base/str.h"
#include "text/utf8.h"

#include <string.h>

/** The byte before the white space that ends at byte at. */
static size_t before_spaces(hxp_str text, size_t at)
{
    for (size_t i = at;
         at > 0 && hxp_char_is_space(hxp_utf8_previous(text, &i));)
        at = i;
    return at;
}

/** The byte before the letters and digits that end at byte at. */
static size_t before_word(hxp_str text, size_t at)
{
    for (size_t i = at;
         at > 0 && hxp_char_is_alnum(hxp_utf8_previous(text, &i));)
        at = i;
    return at;
}

/** The bytes behind the white space, and the letters, at byte at. */
static size_t behind_spaces(hxp_str text, size_t at)
{
    for (size_t i = at;
         at < text.len && hxp_char_is_space(hxp_utf8_next(text, &i));)
        at = i;
    return at;
}

static size_t behind_word(hxp_str text, size_t at)
{
    for (size_t i = at;
         at < text.len && hxp_char_is_alnum(hxp_utf8_next(text, &i));)
        at = i;
    return at;
}

/** Those before the word: "Land-, See- und Luftrecht". */
static size_t count_before(hxp_str text, size_t start)
{
    size_t count = 0;
    size_t at = before_word(text, before_spaces(text, start)); /* "und" */
    for (;;) {
        at = before_spaces(text, at);
        if (count > 0 && at > 0 && text.ptr[at - 1] == ',')
            at--;
        if (at == 0 || text.ptr[at - 1] != '-')
            return count;
        size_t word = before_word(text, at - 1);
        if (word == at - 1)
            return count;
        at = word;
        count++;
    }
}

/** Those behind it: "Reisekosten und -zeiten". */
static size_t count_behind(hxp_str text, size_t end)
{
    size_t count = 0, at = end;
    for (;;) {
        if (at < text.len && text.ptr[at] == ',')
            at++;
        at = behind_spaces(text, at);
        size_t hyphen = at;
        if (at < text.len && text.ptr[at] != '-')
            hyphen = behind_spaces(text, behind_word(text, at)); /* "und" */
        if (hyphen >= text.len || text.ptr[hyphen] != '-' || hyphen == end)
            return count;
        at = behind_word(text, hyphen + 1);
        if (at == hyphen + 1)
            return count;
        count++;
    }
}

size_t hxp_suspended_beside(hxp_str text, size_t start, size_t end)
{
    if (text.len == 0 || !memchr(text.ptr, '-', text.len))
        return 0;
    return count_before(text, start) + count_behind(text, end);
}

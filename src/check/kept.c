/* kept.c - what a translation keeps as it is: names and capitals. */
#include "check/kept.h"

#include "base/str.h"
#include "text/language.h"
#include "text/utf8.h"

/** The byte behind name, which text has at byte at; 0: it has not. */
static size_t name_end(hxp_str text, size_t at, hxp_str name)
{
    for (size_t i = 0; i < name.len;) {
        if (at >= text.len)
            return 0;
        int32_t c = hxp_utf8_next(text, &at), wanted = hxp_utf8_next(name, &i);
        if (c != wanted && !(hxp_char_is_space(c) && hxp_char_is_space(wanted)))
            return 0;
    }
    return at;
}

/**
 * True when text has name, as it is, neither letter nor digit beside it; any
 * white space stands for any other.
 */
static bool keeps_name(hxp_str text, hxp_str name)
{
    for (size_t at = 0; at < text.len && name.len > 0; at++) {
        const char *found = memchr(text.ptr + at, name.ptr[0], text.len - at);
        if (!found)
            break;
        at = (size_t)(found - text.ptr);
        size_t behind = name_end(text, at, name);
        if (behind == 0 || hxp_char_is_alnum(hxp_utf8_before(text, at, ' ')))
            continue;
        if (behind < text.len && text.ptr[behind] == 's')
            behind++; /* a genitive or a plural */
        if (!hxp_char_is_alnum(hxp_utf8_at(text, behind, ' ')))
            return true;
    }
    return false;
}

/** True when text begins with a capital letter. */
static bool is_capital(hxp_str text)
{
    size_t at = 0;
    return text.len > 0 && hxp_char_is_upper(hxp_utf8_next(text, &at));
}

/** True when some character of text is such as of() is true for. */
static bool has(hxp_str text, bool (*of)(int32_t c))
{
    for (size_t at = 0; at < text.len;)
        if (of(hxp_utf8_next(text, &at)))
            return true;
    return false;
}

bool hxp_is_common(hxp_str said, hxp_str name)
{
    hxp_str last = name, word;
    while (hxp_str_cut(&last, ' ', &word) && last.len > 0)
        continue;
    return is_capital(name) && is_capital(word) &&
           !has(said, hxp_char_is_upper);
}

bool hxp_is_in_capitals(hxp_str text)
{
    return has(text, hxp_char_is_upper) && !has(text, hxp_char_is_lower);
}

bool hxp_keeps_said(const hxp_said_term *said, const hxp_check_side *source,
                    const hxp_check_side *target)
{
    hxp_str text = hxp_check_text(target);
    return keeps_name(text, hxp_str_part(hxp_check_text(source), said->start,
                                         said->end)) ||
           keeps_name(text, said->term->text);
}

bool hxp_is_name(const hxp_said_term *said, const hxp_check_side *source,
                 const hxp_check_side *target)
{
    hxp_str word = hxp_str_part(hxp_check_text(source), said->start, said->end);
    return is_capital(word) && !is_capital(said->term->text) &&
           keeps_name(hxp_check_text(target), word) &&
           (said->start > 0 || /* where any word has a capital */
            hxp_word_list_has(hxp_language_list(source->language, "names"),
                              word));
}

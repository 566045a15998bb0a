/* edges.c - what segments begin with and end with, as numbers. */
#include "align/edges.h"

#include "base/str.h"
#include "text/utf8.h"

/** What a segment begins with. */
enum { LETTER, SMALL_LETTER, FIGURE, QUOTE, DASH, BRACKET, OTHER };

/** What ends it, but for quotation marks and brackets. */
enum {
    NO_END,
    STOP,
    QUESTION,
    EXCLAMATION,
    COLON,
    PAUSE,
    ELLIPSIS,
    OTHER_END,
    ENDS /* and these again, with what closes behind them */
};

static bool is_among(int32_t c, const char *characters)
{
    hxp_str all = hxp_str_of(characters);
    for (size_t at = 0; at < all.len;)
        if (hxp_utf8_next(all, &at) == c)
            return true;
    return false;
}

static bool is_quote(int32_t c)
{
    return is_among(c, "\"'“”„‟«»‹›‘’‚‛「」『』《》〈〉＂");
}

static bool is_bracket(int32_t c)
{
    return is_among(c, "()[]{}（）【】〔〕");
}

static unsigned char first_of(hxp_str text)
{
    size_t at = 0;
    int32_t c = text.len > 0 ? hxp_utf8_next(text, &at) : 0;
    if (is_quote(c))
        return QUOTE;
    if (is_bracket(c))
        return BRACKET;
    if (is_among(c, "-–—―‐‑−"))
        return DASH;
    if (hxp_char_is_lower(c))
        return SMALL_LETTER;
    if (c >= '0' && c <= '9')
        return FIGURE;
    return hxp_char_is_alnum(c) ? LETTER : OTHER;
}

static unsigned char end_of(int32_t c)
{
    static const char *const ends[] = {
        [STOP] = ".。．।۔", [QUESTION] = "?？؟\u037E", [EXCLAMATION] = "!！",
        [COLON] = ":：",    [PAUSE] = ",;，、；،؛",    [ELLIPSIS] = "…"
    };
    for (int i = STOP; i <= ELLIPSIS; i++)
        if (is_among(c, ends[i]))
            return (unsigned char)i;
    return hxp_char_is_alnum(c) ? NO_END : OTHER_END;
}

static unsigned char last_of(hxp_str text)
{
    size_t at = text.len;
    bool closed = false;
    while (at > 0) {
        int32_t c = hxp_utf8_previous(text, &at);
        bool closes = is_quote(c) || is_bracket(c);
        if (!closes && !hxp_char_is_space(c))
            return (unsigned char)(end_of(c) + (closed ? ENDS : 0));
        closed = closed || closes;
    }
    return NO_END;
}

hxp_edges hxp_edges_of(hxp_str text)
{
    text = hxp_utf8_trim(text);
    return (hxp_edges){ first_of(text), last_of(text) };
}

const char *hxp_edges_first_name(hxp_edges edges)
{
    static const char *const names[HXP_FIRSTS] = {
        "a letter", "a small letter", "a figure", "a quotation mark",
        "a dash",   "a bracket",      "a sign"
    };
    return names[edges.first];
}

const char *hxp_edges_last_name(hxp_edges edges)
{
    static const char *const names[HXP_LASTS] = { "a letter",
                                                  "a stop",
                                                  "a question mark",
                                                  "an exclamation mark",
                                                  "a colon",
                                                  "a comma",
                                                  "an ellipsis",
                                                  "a sign",
                                                  "a letter, closed",
                                                  "a stop, closed",
                                                  "a question mark, closed",
                                                  "an exclamation mark, closed",
                                                  "a colon, closed",
                                                  "a comma, closed",
                                                  "an ellipsis, closed",
                                                  "a sign, closed" };
    return names[edges.last];
}

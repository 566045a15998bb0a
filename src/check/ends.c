/* ends.c - do source and translation end with the same mark? */
#include "base/str.h"
#include "check/family.h"
#include "check/signs.h"
#include "check/tokens.h"
#include "text/language.h"
#include "text/utf8.h"

/** What a text ends with. */
typedef enum end_mark {
    END_NONE,
    END_STOP,
    END_QUESTION,
    END_EXCLAMATION,
    END_BOTH, /* ?! */
    END_COLON,
    END_SEMICOLON,
    END_COMMA,
    END_ELLIPSIS
} end_mark;

static const char *const names[] = { "no mark",         "a full stop",
                                     "a question mark", "an exclamation mark",
                                     "\"?!\"",          "a colon",
                                     "a semicolon",     "a comma",
                                     "an ellipsis" };

/** The kind of mark that c is, in any script. */
static end_mark kind_of(int32_t c)
{
    static const struct {
        int32_t sign;
        end_mark kind;
    } marks[] = {
        { '.', END_STOP },           { 0x3002, END_STOP },
        { 0xFF0E, END_STOP },        { 0xFF61, END_STOP },
        { 0x0964, END_STOP },        { 0x0965, END_STOP },
        { 0x0589, END_STOP },        { 0x06D4, END_STOP },
        { 0x17D4, END_STOP },        { 0x1362, END_STOP },
        { 0x104B, END_STOP },        { '?', END_QUESTION },
        { 0xFF1F, END_QUESTION },    { 0x061F, END_QUESTION },
        { 0x037E, END_QUESTION },    { 0x055E, END_QUESTION },
        { '!', END_EXCLAMATION },    { 0xFF01, END_EXCLAMATION },
        { 0x055C, END_EXCLAMATION }, { 0x203C, END_EXCLAMATION },
        { 0x203D, END_BOTH },        { 0x2048, END_BOTH },
        { 0x2049, END_BOTH },        { ':', END_COLON },
        { 0xFF1A, END_COLON },       { ';', END_SEMICOLON },
        { 0xFF1B, END_SEMICOLON },   { 0x061B, END_SEMICOLON },
        { ',', END_COMMA },          { 0xFF0C, END_COMMA },
        { 0x3001, END_COMMA },       { 0x060C, END_COMMA },
        { 0x2026, END_ELLIPSIS },    { 0x22EF, END_ELLIPSIS },
    };
    if (c < 0x80 && !(hxp_signs[c & 0x7F] & HXP_SIGN_STOP))
        return END_NONE; /* nearly always a letter */
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].sign == c)
            return marks[i].kind;
    return END_NONE;
}

/** True for what may stand behind the last mark: quotes, brackets, blanks. */
static bool is_closing(int32_t c)
{
    if (c < 0x80)
        return c > 0 && strchr("\"')]}*_ \t\r\n", (int)c) != NULL;
    return c == 0xBB || c == 0xAB || (c >= 0x2018 && c <= 0x201F) ||
           c == 0x2039 || c == 0x203A || (c >= 0x300B && c <= 0x301F) ||
           c == 0xFF09 || c == 0xFF3D || hxp_char_is_space(c);
}

/** How a text ends. */
typedef struct text_end {
    end_mark mark;
    size_t start; /* bytes of the mark, or where it would stand */
    size_t end;
    int32_t before; /* the character before it; 0: none */
} text_end;

/**
 * Join the mark kind to those behind it, which found has; false when it is not
 * part of them.
 */
static bool join(text_end *found, end_mark kind)
{
    bool asks = kind == END_QUESTION || kind == END_EXCLAMATION;
    bool asked = found->mark == END_QUESTION || found->mark == END_EXCLAMATION;
    if (found->mark == END_NONE)
        found->mark = kind;
    else if (kind == END_STOP && found->mark == END_STOP)
        found->mark = END_ELLIPSIS;
    else if (asks && asked && kind != found->mark)
        found->mark = END_BOTH;
    else if (kind == END_STOP)
        return found->mark ==
               END_ELLIPSIS; /* else an abbreviation's: "etc.?" */
    else
        return kind == found->mark;
    return true;
}

/** True when a face begins at byte at: ":)". */
static bool is_face(hxp_str text, size_t at)
{
    return at + 1 < text.len && (text.ptr[at] == ':' || text.ptr[at] == ';') &&
           text.ptr[at + 1] == ')';
}

static bool is_quote(int32_t c)
{
    return c == '"' || c == '\'' || c == 0xAB || c == 0xBB || c == 0x2039 ||
           c == 0x203A || (c >= 0x2018 && c <= 0x201F);
}

/** True when the mark that was found stands in quotation marks alone: “;” */
static bool is_quoted(hxp_str text, const text_end *found)
{
    size_t at = found->start, behind = found->end;
    int32_t left = at > 0 ? hxp_utf8_previous(text, &at) : 0;
    while (left > 0 && hxp_char_is_space(left) && at > 0) /* « ; » */
        left = hxp_utf8_previous(text, &at);
    int32_t right = behind < text.len ? hxp_utf8_next(text, &behind) : 0;
    while (right > 0 && hxp_char_is_space(right) && behind < text.len)
        right = hxp_utf8_next(text, &behind);
    return is_quote(left) && is_quote(right);
}

static text_end end_of(hxp_str text)
{
    text_end found = { END_NONE, text.len, text.len, 0 };
    size_t at = text.len, before = at;
    while (at > 0 && is_closing(hxp_utf8_previous(text, &before)))
        at = before;
    found.start = found.end = before = at;
    while (at > 0) {
        int32_t c = hxp_utf8_previous(text, &before);
        end_mark kind = is_face(text, before) || hxp_ends_entity(text, at)
                            ? END_NONE
                            : kind_of(c);
        if (kind == END_NONE ? !hxp_char_is_space(c) : !join(&found, kind)) {
            found.before = c;
            break;
        }
        if (kind != END_NONE)
            found.start = before;
        at = before;
    }
    if (found.mark != END_NONE && is_quoted(text, &found))
        return (text_end){ END_NONE, text.len, text.len, found.before };
    return found;
}

/** True for characters of scripts that end sentences without a mark. */
static bool needs_no_mark(int32_t c)
{
    return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1780 && c <= 0x17FF) ||
           (c >= 0x1000 && c <= 0x109F);
}

/**
 * True when the full stop at the end of text may be that of an abbreviation,
 * or of an ordinal, rather than that of the sentence.
 */
static bool may_abbreviate(hxp_str text, const text_end *end,
                           const hxp_language *language)
{
    static const char *const lists[] = { "abbreviations",
                                         "abbreviations-sometimes",
                                         "abbreviations-closing",
                                         "abbreviations-numbered" };
    size_t at = end->start, start = at, letters = 0;
    while (at > 0) {
        int32_t c = hxp_utf8_previous(text, &at);
        if (hxp_char_is_space(c) || c == '(' || c == '[')
            break;
        letters += hxp_char_is_alnum(c) ? 1 : 0;
        start = at;
    }
    hxp_str word = hxp_str_part(text, start, end->start);
    if (word.len == 0 || letters == 1 || memchr(word.ptr, '.', word.len))
        return true;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (hxp_word_list_has(hxp_language_list(language, lists[i]), word))
            return true;
    return hxp_language_flag(language, "ordinal-stop") &&
           strchr("0123456789IVXLCDM", word.ptr[word.len - 1]) != NULL;
}

/** True for the mark of an item of a list in languages that have such. */
static bool ends_item(const hxp_check_side *side, end_mark mark)
{
    return (mark == END_SEMICOLON || mark == END_COMMA) &&
           hxp_language_flag(side->language, "list-marks");
}

/** True when the ends may differ so. */
static bool may_differ(const hxp_check_side *source, const text_end *from,
                       const hxp_check_side *target, const text_end *to)
{
    const hxp_check_side *stopped = from->mark == END_STOP ? source : target;
    const text_end *stop = from->mark == END_STOP ? from : to;
    const text_end *other = from->mark == END_STOP ? to : from;
    if (needs_no_mark(from->before) || needs_no_mark(to->before))
        return true;
    if ((ends_item(target, to->mark) &&
         (from->mark == END_STOP || from->mark == END_NONE)) ||
        (ends_item(source, from->mark) &&
         (to->mark == END_STOP || to->mark == END_NONE)))
        return true;
    if (stop->mark != END_STOP)
        return false;
    return other->mark == END_NONE
               ? may_abbreviate(hxp_check_text(stopped), stop,
                                stopped->language)
               : other->mark == END_ELLIPSIS &&
                     may_abbreviate(hxp_check_text(stopped), stop,
                                    stopped->language);
}

static hxp_status take_target(void *state, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    hxp_str text = hxp_check_text(target);
    text_end from = end_of(hxp_check_text(source)), to = end_of(text);
    if (from.mark == to.mark || to.before == 0 || from.before == 0 ||
        may_differ(source, &from, target, &to))
        return HXP_OK;
    hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_PUNCT_END, target);
    if (to.mark == END_NONE)
        to.start = to.end > 0 ? to.end : 0;
    hxp_check_point(&finding, target, to.start, to.end);
    return hxp_check_tell(state, &finding, error,
                          "ends with %s, the source with %s", names[to.mark],
                          names[from.mark]);
}

const hxp_check_family hxp_check_ends = { HXP_CHECK_SEG_PUNCT_END,
                                          HXP_CHECK_SEG_PUNCT_END,
                                          hxp_check_open_plain,
                                          NULL,
                                          take_target,
                                          NULL,
                                          hxp_check_close_plain };

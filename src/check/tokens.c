/* tokens.c - finds addresses, placeholders and tags by their first bytes. */
#include "check/tokens.h"

#include "base/str.h"
#include "check/signs.h"
#include "text/utf8.h"

#include <ctype.h>

static char byte_at(hxp_str text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/** A letter or a digit of ASCII, or part of any other letter. */
static bool is_word(char c)
{
    return is_letter(c) || hxp_ascii_digit(c) || (unsigned char)c >= 0x80;
}

/* The scripts whose words are written apart from names and codes. */
enum { APART = 0x0590 };

/** True for what a word goes on with: "é", but not a quotation mark. */
static bool joins(int32_t c)
{
    return c < APART && hxp_char_is_alnum(c);
}

/** True when a word goes on at byte at. */
static bool goes_on(hxp_str text, size_t at)
{
    return at < text.len && joins(hxp_utf8_next(text, &at));
}

/** True when a word ends before byte at. */
static bool ends_word(hxp_str text, size_t at)
{
    return at > 0 && joins(hxp_utf8_previous(text, &at));
}

static size_t skip_digits(hxp_str text, size_t at)
{
    while (hxp_ascii_digit(byte_at(text, at)))
        at++;
    return at;
}

/** The byte behind a name: letters, digits and what extra has. */
static size_t skip_name(hxp_str text, size_t at, const char *extra)
{
    while (at < text.len &&
           (is_letter(text.ptr[at]) || hxp_ascii_digit(text.ptr[at]) ||
            strchr(extra, text.ptr[at])))
        at++;
    return at;
}

static bool stands(hxp_str text, size_t at, const char *what)
{
    return hxp_str_starts(hxp_str_part(text, at, text.len), hxp_str_of(what));
}

/* --- Addresses ------------------------------------------------------------ */

/** True for the "&gt;" or "&quot;" of an address that stands in markup. */
static bool ends_markup(hxp_str text, size_t at)
{
    return text.ptr[at] == '&' &&
           (stands(text, at, "&gt;") || stands(text, at, "&lt;") ||
            stands(text, at, "&quot;"));
}

/** The byte behind an address that goes on at at. */
static size_t address_end(hxp_str text, size_t at)
{
    size_t start = at, open = 0;
    while (at < text.len) {
        char c = text.ptr[at];
        if ((unsigned char)c <= ' ' || (unsigned char)c >= 0x80 ||
            strchr("<>\"`{}|\\^[]", c) || ends_markup(text, at))
            break;
        open += c == '(';
        if (c == ')' && open-- == 0)
            break;
        at++;
    }
    while (
        at > start && strchr(".,:;!?'*_)", text.ptr[at - 1]) &&
        !(text.ptr[at - 1] == ')' && memchr(text.ptr + start, '(', at - start)))
        at--;
    return at;
}

/** The byte behind the e-mail address at at, or 0. */
static size_t mail_end(hxp_str text, size_t at)
{
    size_t name = skip_name(text, at, "._%+-");
    if (name == at || byte_at(text, name) != '@' || text.ptr[at] == '.')
        return 0;
    size_t end = skip_name(text, name + 1, ".-"), dot;
    while (end > name + 1 && strchr(".-", text.ptr[end - 1]))
        end--;
    for (dot = end; dot > name + 1 && text.ptr[dot - 1] != '.';)
        dot--;
    for (size_t i = dot; i < end; i++)
        end = text.ptr[i] == '-' ? i : end; /* of a compound: "x@y.org-Liste" */
    bool domain = dot > name + 2 && end - dot >= 2;
    for (size_t i = dot; i < end; i++)
        domain &= is_letter(text.ptr[i]);
    return domain ? end : 0;
}

/** True when what stands in text, which begins with c. */
static bool contains(hxp_str text, char c, const char *what)
{
    size_t at = 0;
    const char *found;
    while (at < text.len &&
           (found = memchr(text.ptr + at, c, text.len - at)) != NULL) {
        at = (size_t)(found - text.ptr);
        if (stands(text, at, what))
            return true;
        at++;
    }
    return false;
}

bool hxp_may_have_url(const hxp_check_side *side)
{
    hxp_str text = hxp_check_text(side);
    if (!(side->signs & (HXP_SIGN_LINK | HXP_SIGN_PLACEHOLDER)))
        return false; /* nearly always: not even "@" */
    return contains(text, '@', "@") || contains(text, ':', "://") ||
           contains(text, 'w', "www.");
}

/** The length of the beginning of a URL at byte at, or 0. */
static size_t url_beginning(hxp_str text, size_t at)
{
    static const char *const beginnings[] = {
        "http://", "https://", "ftp://",  "ftps://", "sftp://", "file://",
        "ssh://",  "www.",     "mailto:", "git://",  "irc://"
    };
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (*beginnings[i] == text.ptr[at] && stands(text, at, beginnings[i]))
            return strlen(beginnings[i]);
    return 0;
}

size_t hxp_url_end(hxp_str text, size_t at)
{
    char c = byte_at(text, at);
    if (!(is_letter(c) || hxp_ascii_digit(c)) ||
        (at > 0 && text.ptr[at - 1] == '@') || ends_word(text, at))
        return 0;
    size_t len = url_beginning(text, at);
    size_t end = len > 0 ? address_end(text, at + len) : 0;
    return end > at + len ? end : mail_end(text, at);
}

/* --- Placeholders --------------------------------------------------------- */

/** Behind "%" of printf or Python at at: "%s", "%1$-5.2ld", "%(name)s". */
static size_t printf_end(hxp_str text, size_t at)
{
    size_t next = at + 1;
    if (byte_at(text, next) == '(') {
        next = skip_name(text, next + 1, "_-. ");
        if (byte_at(text, next) != ')')
            return 0;
        next++;
    }
    size_t digits = skip_digits(text, next);
    if (digits > next && byte_at(text, digits) == '$')
        next = digits + 1;
    while (next < text.len && strchr("-+0#'", text.ptr[next]))
        next++;
    next = byte_at(text, next) == '*' ? next + 1 : skip_digits(text, next);
    if (byte_at(text, next) == '.')
        next = byte_at(text, next + 1) == '*' ? next + 2
                                              : skip_digits(text, next + 1);
    for (int i = 0;
         i < 2 && next < text.len && strchr("hlLqjzt", text.ptr[next]); i++)
        next++;
    if (next >= text.len || !strchr("sdiufFeEgGxXoaAcCpn@S", text.ptr[next]))
        return 0;
    return next + 1;
}

/** Behind Qt's "%1" or "%L1" at at, whatever follows; or 0. */
static size_t numbered_end(hxp_str text, size_t at)
{
    size_t name = at + 1 + (byte_at(text, at + 1) == 'L');
    size_t end = skip_digits(text, name);
    char c = byte_at(text, end);
    bool fraction =
        (c == '.' || c == ',') && hxp_ascii_digit(byte_at(text, end + 1));
    return end > name && end <= name + 2 && !fraction ? end : 0;
}

/** Behind Qt's "%1" or "%L1", or what stands between two: "%NAME%". */
static size_t percent_end(hxp_str text, size_t at)
{
    size_t end = numbered_end(text, at);
    if (end > 0 && !goes_on(text, end))
        return end;
    end = skip_name(text, at + 1, "_");
    bool capitals = end > at + 2;
    for (size_t i = at + 1; i < end; i++)
        capitals &= !islower((unsigned char)text.ptr[i]);
    bool escape = end == at + 3 && isxdigit((unsigned char)text.ptr[at + 1]) &&
                  isxdigit((unsigned char)text.ptr[at + 2]) &&
                  isxdigit((unsigned char)byte_at(text, end + 1));
    return capitals && byte_at(text, end) == '%' && !escape /* %C3%A9 */ &&
                   !hxp_ascii_digit(text.ptr[at + 1])
               ? end + 1
               : 0;
}

/** True when the type of an argument of ICU stands at byte at. */
static bool is_icu_type(hxp_str text, size_t at)
{
    static const char *const types[] = { "plural",   "select",  "number",
                                         "date",     "time",    "choice",
                                         "spellout", "ordinal", "duration" };
    while (byte_at(text, at) == ' ')
        at++;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (stands(text, at, types[i]))
            return true;
    return false;
}

/** Behind "{0}", "{name}", "{{name}}" or "{count, plural, ...}". */
static size_t brace_end(hxp_str text, size_t at)
{
    size_t braces = 1 + (byte_at(text, at + 1) == '{');
    size_t name = at + braces, end;
    while (byte_at(text, name) == ' ')
        name++;
    end = skip_name(text, name, "_.-#$@:/[]!");
    if (end == name && braces == 1 && byte_at(text, end) == '}')
        return end + 1; /* {} */
    while (end > name && byte_at(text, end) == ' ')
        end++;
    if (end == name)
        return 0;
    if (byte_at(text, end) == ',' && is_icu_type(text, end + 1))
        return end; /* what follows is to be translated */
    if (byte_at(text, end) != '}' ||
        (braces == 2 && byte_at(text, end + 1) != '}'))
        return 0;
    return end + braces;
}

/** Behind "${name}", "$(name)" or "$NAME". */
static size_t dollar_end(hxp_str text, size_t at)
{
    char open = byte_at(text, at + 1);
    size_t end;
    if (open == '{' || open == '(') {
        end = skip_name(text, at + 2, "_.-:");
        return end > at + 2 && byte_at(text, end) == (open == '{' ? '}' : ')')
                   ? end + 1
                   : 0;
    }
    end = skip_name(text, at + 1, "_");
    if (end <= at + 2 || hxp_ascii_digit(open))
        return 0;
    return end + (byte_at(text, end) == '$'); /* "$name$" */
}

/** True for the "%" at at of "5%" and of "%%"; that of "%1%2" is none. */
static bool is_percent(hxp_str text, size_t at)
{
    size_t digits = at;
    while (digits > 0 && hxp_ascii_digit(text.ptr[digits - 1]))
        digits--;
    char before = digits > 0 ? text.ptr[digits - 1] : ' ';
    if (digits == at)
        return before == '%';
    return before != '%' || numbered_end(text, digits - 1) != at ||
           !hxp_ascii_digit(byte_at(text, at + 1));
}

/** Behind what begins with "%" at at, but for that of "5%" and "%%". */
static size_t format_end(hxp_str text, size_t at)
{
    if (is_percent(text, at))
        return 0;
    size_t end = printf_end(text, at);
    bool sure = byte_at(text, at + 1) == '(' ||
                memchr(text.ptr + at, '$', end > at ? end - at : 0);
    if (end > 0 && !sure && goes_on(text, end))
        end = 0; /* as in "%discount" */
    return end > 0 ? end : percent_end(text, at);
}

size_t hxp_doubtful_placeholder_end(hxp_str text, size_t at)
{
    if (text.ptr[at] != '%' || is_percent(text, at))
        return 0;
    size_t end = printf_end(text, at);
    return end > 0 ? end : numbered_end(text, at);
}

/** Behind "@name@" at at. */
static size_t at_end(hxp_str text, size_t at)
{
    size_t end = skip_name(text, at + 1, "_-");
    return end > at + 1 && byte_at(text, end) == '@' ? end + 1 : 0;
}

size_t hxp_placeholder_end(hxp_str text, size_t at)
{
    char before = at > 0 ? text.ptr[at - 1] : ' ';
    switch (text.ptr[at]) {
    case '%':
        return format_end(text, at);
    case '{':
        return before == '{' ? 0 : brace_end(text, at);
    case '$':
        return ends_word(text, at) || before == '$' ? 0 : dollar_end(text, at);
    case '@':
        return ends_word(text, at) ? 0 : at_end(text, at);
    default:
        return 0;
    }
}

/* --- Tags ----------------------------------------------------------------- */

/** True when name is one of HTML's elements that stand within text. */
static bool is_html(hxp_str name)
{
    static const char *const names[] = {
        "a",   "abbr",  "acronym", "b",    "bdi",    "bdo",    "big",
        "br",  "cite",  "code",    "dd",   "del",    "dfn",    "div",
        "dl",  "dt",    "em",      "font", "h1",     "h2",     "h3",
        "h4",  "h5",    "h6",      "hr",   "i",      "img",    "ins",
        "kbd", "li",    "mark",    "ol",   "p",      "pre",    "q",
        "s",   "samp",  "small",   "span", "strike", "strong", "sub",
        "sup", "table", "tbody",   "td",   "th",     "thead",  "tr",
        "tt",  "u",     "ul",      "var",  "wbr",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (hxp_str_is_nocase(name, names[i]))
            return true;
    return false;
}

size_t hxp_tag_end(hxp_str text, size_t at)
{
    if (text.ptr[at] != '<')
        return 0;
    bool closes = byte_at(text, at + 1) == '/';
    size_t name = at + 1 + closes, end = skip_name(text, name, "_:-");
    if (end == name || hxp_ascii_digit(text.ptr[name]))
        return 0;
    size_t behind = end;
    while (behind < text.len && !strchr("<>", text.ptr[behind]))
        behind++;
    if (byte_at(text, behind) != '>')
        return 0;
    hxp_str inside = hxp_str_part(text, end, behind);
    bool sure = closes || hxp_str_ends(inside, HXP_STR("/")) ||
                (inside.len > 0 && memchr(inside.ptr, '=', inside.len));
    return sure || is_html(hxp_str_part(text, name, end)) ? behind + 1 : 0;
}

bool hxp_ends_entity(hxp_str text, size_t end)
{
    size_t at = end > 0 ? end - 1 : 0;
    if (byte_at(text, at) != ';')
        return false;
    while (at > 0 &&
           (is_letter(text.ptr[at - 1]) || hxp_ascii_digit(text.ptr[at - 1])))
        at--;
    bool named = at + 1 < end;
    if (at > 0 && text.ptr[at - 1] == '#')
        at--;
    return named && at > 0 && text.ptr[at - 1] == '&';
}

size_t hxp_token_end(hxp_str text, size_t at)
{
    switch (text.ptr[at]) {
    case '%':
    case '{':
    case '$':
    case '@':
        return hxp_placeholder_end(text, at);
    case '<':
        return hxp_tag_end(text, at);
    default:
        return hxp_url_end(text, at);
    }
}

static bool is_of_path(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80 ||
           strchr("/\\._-+~", c) != NULL;
}

/** The byte behind what a path begins with at byte at; 0: it does not. */
static size_t root_end(hxp_str text, size_t at)
{
    static const char *const roots[] = { "/", "~/", "./", "../" };
    hxp_str rest = hxp_str_part(text, at, text.len);
    if (!strchr("/~.", text.ptr[at]) && byte_at(text, at + 1) != ':')
        return 0;
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
        if (hxp_str_starts(rest, hxp_str_of(roots[i])))
            return at + strlen(roots[i]);
    return rest.len > 2 && isalpha((unsigned char)rest.ptr[0]) &&
                   rest.ptr[1] == ':' && rest.ptr[2] == '\\'
               ? at + 3
               : 0;
}

/** The byte behind the path of a file that begins at byte at, or 0. */
static size_t path_end(hxp_str text, size_t at)
{
    size_t end = root_end(text, at), parts = 0;
    bool begins = at == 0 || strchr(" \t\n\"'(=`", text.ptr[at - 1]) != NULL;
    if (end == 0 || !begins)
        return 0;
    parts = end > at + 1; /* "/help" may be anything */
    for (; end < text.len && text.ptr[end] != '\0' && is_of_path(text.ptr[end]);
         end++)
        parts += text.ptr[end] == '/' || text.ptr[end] == '\\';
    while (end > at && text.ptr[end - 1] == '.')
        end--;
    return parts > 0 ? end : 0;
}

/** The next byte behind at where something may begin: not within a word. */
static size_t next_beginning(hxp_str text, size_t at)
{
    if (is_word(text.ptr[at++]))
        while (at < text.len && is_word(text.ptr[at]))
            at++;
    return at;
}

/** The next w of text from byte at on; text.len: there is none. */
static size_t next_w(hxp_str text, size_t at)
{
    const char *found =
        at < text.len ? memchr(text.ptr + at, 'w', text.len - at) : NULL;
    return found ? (size_t)(found - text.ptr) : text.len;
}

/** True when text has one of the signs that tokens have, or "www" may be it. */
static bool may_have_tokens(hxp_str text)
{
    static const char signs[] = "/%{}$@\\";
    for (const char *sign = signs; *sign && text.len > 0; sign++)
        if (memchr(text.ptr, *sign, text.len))
            return true;
    for (size_t at = next_w(text, 0); at < text.len; at = next_w(text, at + 1))
        if (byte_at(text, at + 1) == 'w')
            return true;
    return false;
}

hxp_token_scan hxp_scan_tokens(hxp_str text)
{
    return (hxp_token_scan){ text, 0, may_have_tokens(text) };
}

bool hxp_is_in_token(hxp_token_scan *in, size_t start)
{
    while (in->any && in->at <= start) {
        size_t end = hxp_token_end(in->text, in->at);
        if (end == 0)
            end = path_end(in->text, in->at);
        if (end > start)
            return true;
        in->at = end ? end : next_beginning(in->text, in->at);
    }
    return false;
}

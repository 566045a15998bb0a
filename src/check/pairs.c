/* pairs.c - brackets and quotation marks: do they come in pairs, are those of
 * the source there, and are the marks the language's own? */
#include "base/str.h"
#include "check/family.h"
#include "check/signs.h"
#include "check/tokens.h"
#include "text/language.h"
#include "text/utf8.h"

/* --- Brackets ------------------------------------------------------------- */

/* Bytes of a source that is no prose yet: there brackets may become commas. */
enum { SHORT = 80 };

/** The brackets of one kind in a text. */
typedef struct bracket_count {
    size_t pairs;   /* that stand between words, not in them or in others */
    size_t numbers; /* of lists, with but a closing one: "a)" */
    bool odd;       /* one has no partner: the one at byte at */
    size_t at;
} bracket_count;

/** True when the bracket at byte at is part of a face: ":-)". */
static bool is_face(hxp_str text, size_t at)
{
    if (at > 0 && text.ptr[at - 1] == '-')
        at--;
    return at > 0 && (text.ptr[at - 1] == ':' || text.ptr[at - 1] == ';');
}

/** True when the bracket at byte at ends the number of a list: "a)", "12)". */
static bool ends_number(hxp_str text, size_t at)
{
    size_t len = 0;
    while (len < at && len < 4 &&
           hxp_char_is_alnum((unsigned char)text.ptr[at - len - 1]))
        len++;
    return text.ptr[at] == ')' && len > 0 && len < 4 &&
           (len == at || strchr(" \t\n(", text.ptr[at - len - 1]));
}

/** True when brackets are part of a word: "file(s)", "(re)build". */
static bool is_attached(hxp_str text, size_t open, size_t close)
{
    size_t at = open;
    if (open > 0 && text.ptr[open - 1] == ')')
        return true; /* 5(2)(a) */
    return (open > 0 && hxp_char_is_alnum(hxp_utf8_previous(text, &at))) ||
           (close + 1 < text.len &&
            hxp_char_is_alnum((unsigned char)text.ptr[close + 1]));
}

/** True when brackets at open and close make a sign that has one of its own. */
static bool is_sign(hxp_str text, size_t open, size_t close)
{
    static const char *const signs[] = { "c", "p", "r", "tm", "sm" };
    hxp_str inside = hxp_str_part(text, open + 1, close);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (hxp_str_is_nocase(inside, signs[i]))
            return true;
    return false;
}

/** True when brackets stand between words, and are no sign. */
static bool stands_alone(hxp_str text, size_t open, size_t close)
{
    return !is_attached(text, open, close) && !is_sign(text, open, close);
}

static bracket_count count_brackets(hxp_str text, char open, char close)
{
    bracket_count count = { 0, 0, false, 0 };
    size_t depth = 0, outermost = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if ((c != open && c != close) || is_face(text, i))
            continue;
        if (c == open) {
            if (depth++ == 0)
                outermost = i;
        } else if (depth > 0) {
            count.pairs += --depth == 0 && stands_alone(text, outermost, i);
        } else if (ends_number(text, i)) {
            count.numbers++;
        } else if (!count.odd) {
            count.odd = true;
            count.at = i;
        }
    }
    if (depth > 0 && !count.odd) {
        count.odd = true;
        count.at = outermost;
    }
    return count;
}

static hxp_status check_brackets(hxp_finding_sink *findings,
                                 const hxp_check_side *source,
                                 const hxp_check_side *target, char open,
                                 hxp_error *error)
{
    char close = open == '(' ? ')' : ']';
    hxp_str text = hxp_check_text(target);
    bracket_count from = count_brackets(hxp_check_text(source), open, close);
    bracket_count to = count_brackets(text, open, close);
    hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_BRACKET, target);
    if (to.odd && !from.odd) {
        hxp_check_point(&finding, target, to.at, to.at + 1);
        return hxp_check_tell(findings, &finding, error,
                              text.ptr[to.at] == open ? "\"%c\" is not closed"
                                                      : "\"%c\" was not opened",
                              text.ptr[to.at]);
    }
    if (from.odd || to.odd || from.pairs == 0 || to.pairs + to.numbers > 0 ||
        hxp_check_text(source).len > SHORT)
        return HXP_OK;
    return hxp_check_tell(findings, &finding, error,
                          "the \"%c%c\" of the source are missing", open,
                          close);
}

/* --- Quotation marks ------------------------------------------------------ */

/** A quotation mark at bytes start to end; double, or else single. */
typedef struct quote {
    size_t start, end;
    bool doubled;
} quote;

static bool is_double(int32_t c)
{
    return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) ||
           c == 0x300C || c == 0x300D || c == 0x300E || c == 0x300F;
}

static bool is_single(int32_t c)
{
    return (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A ||
           c == '\'';
}

/** The next quotation mark of text from byte *at on, tags passed over. */
static bool next_quote(quote *found, hxp_str text, size_t *at)
{
    const unsigned kinds = HXP_SIGN_QUOTE | HXP_SIGN_ANGLE;
    while ((*at = hxp_sign_next(text, *at, kinds)) < text.len) {
        size_t start = *at, tag = hxp_tag_end(text, start);
        if (tag > start) {
            *at = tag;
            continue;
        }
        int32_t c = hxp_utf8_next(text, at);
        if (!is_double(c) && !is_single(c))
            continue;
        *found = (quote){ start, *at, is_double(c) };
        return true;
    }
    return false;
}

static int32_t before(hxp_str text, size_t at)
{
    return at > 0 ? hxp_utf8_previous(text, &at) : ' ';
}

static int32_t behind(hxp_str text, size_t at)
{
    return at < text.len ? hxp_utf8_next(text, &at) : ' ';
}

/** What a mark does, as far as its neighbours show it. */
typedef enum quote_role { ROLE_UNKNOWN, ROLE_OPENS, ROLE_CLOSES } quote_role;

static quote_role role_of(hxp_str text, const quote *mark)
{
    int32_t left = before(text, mark->start), right = behind(text, mark->end);
    bool free_left = hxp_char_is_space(left) || left == '(' || left == '[';
    if (free_left && hxp_char_is_alnum(right))
        return ROLE_OPENS;
    return hxp_char_is_alnum(left) && !hxp_char_is_alnum(right) ? ROLE_CLOSES
                                                                : ROLE_UNKNOWN;
}

/** The quotation marks of a text. */
typedef struct quote_count {
    size_t doubled; /* but for inches: 5" */
    size_t last;    /* the byte of the last of these */
    bool singles;   /* single ones may open or close something */
    bool uneven;    /* single ones, apostrophes apart, do not come in pairs */
} quote_count;

static quote_count count_quotes(hxp_str text)
{
    quote_count count = { 0, 0, false, false };
    quote mark;
    size_t open = 0, closed = 0;
    for (size_t at = 0; next_quote(&mark, text, &at);) {
        int32_t left = before(text, mark.start);
        if (mark.doubled) {
            if (text.ptr[mark.start] == '"' && hxp_char_digit(left) >= 0 &&
                count.doubled % 2 == 0)
                continue;
            count.doubled++;
            count.last = mark.start;
        } else if (role_of(text, &mark) == ROLE_OPENS) {
            open++;
        } else if (!hxp_char_is_alnum(behind(text, mark.end))) {
            closed++;
        }
    }
    count.singles = open > 0;
    count.uneven = open != closed;
    return count;
}

/** True when mark is in the list for its role: opening ones stand first. */
static bool is_listed(hxp_str list, hxp_str mark, quote_role role)
{
    hxp_str one;
    for (quote_role of = ROLE_OPENS; hxp_str_cut(&list, ' ', &one);) {
        if (one.len == 0)
            continue;
        if ((role == ROLE_UNKNOWN || role == of) && hxp_str_equal(one, mark))
            return true;
        of = of == ROLE_OPENS ? ROLE_CLOSES : ROLE_OPENS;
    }
    return false;
}

/** Tell of the first mark that is not one of the language. */
static hxp_status check_style(hxp_finding_sink *findings,
                              const hxp_check_side *target, hxp_error *error)
{
    const char *setting = hxp_language_setting(target->language, "quotes");
    hxp_str text = hxp_check_text(target);
    quote mark;
    if (!setting)
        return HXP_OK;
    for (size_t at = 0; next_quote(&mark, text, &at);) {
        hxp_str sign = hxp_str_part(text, mark.start, mark.end);
        quote_role role = role_of(text, &mark);
        if (sign.len == 1 || hxp_str_is(sign, "\xE2\x80\x99") ||
            (!mark.doubled && role != ROLE_OPENS) ||
            is_listed(hxp_str_of(setting), sign, role))
            continue;
        hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_QUOTE, target);
        hxp_check_point(&finding, target, mark.start, mark.end);
        return hxp_check_tell(findings, &finding, error,
                              "%.*s does not %s in %s; its marks are %s",
                              HXP_FMT(sign),
                              role == ROLE_OPENS    ? "open a quotation"
                              : role == ROLE_CLOSES ? "close a quotation"
                                                    : "mark a quotation",
                              hxp_language_tag(target->language), setting);
    }
    return HXP_OK;
}

static hxp_status check_quotes(hxp_finding_sink *findings,
                               const hxp_check_side *source,
                               const hxp_check_side *target, hxp_error *error)
{
    quote_count from = count_quotes(hxp_check_text(source));
    quote_count to = count_quotes(hxp_check_text(target));
    hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_QUOTE, target);
    if (to.doubled % 2 == 1 && from.doubled % 2 == 0 && !from.uneven) {
        size_t end = to.last;
        hxp_utf8_next(hxp_check_text(target), &end);
        hxp_check_point(&finding, target, to.last, end);
        return hxp_check_tell(findings, &finding, error,
                              "a quotation mark has no partner");
    }
    if (from.doubled > 0 && from.doubled % 2 == 0 && to.doubled == 0 &&
        !to.singles)
        return hxp_check_tell(findings, &finding, error,
                              "the quotation marks of the source are missing");
    return check_style(findings, target, error);
}

static hxp_status take_target(void *state, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    unsigned signs = source->signs | target->signs;
    hxp_status status = HXP_OK;
    if (hxp_check_text(target).len == 0)
        return HXP_OK;
    if (signs & HXP_SIGN_BRACKET) {
        status = check_brackets(state, source, target, '(', error);
        if (status == HXP_OK)
            status = check_brackets(state, source, target, '[', error);
    }
    if (status == HXP_OK && (signs & HXP_SIGN_QUOTE))
        status = check_quotes(state, source, target, error);
    return status;
}

const hxp_check_family hxp_check_pairs = {
    HXP_CHECK_SEG_BRACKET, HXP_CHECK_SEG_QUOTE,
    hxp_check_open_plain,  NULL,
    take_target,           NULL,
    hxp_check_close_plain
};

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

/** A bracket: its bytes, and its kind. */
typedef struct bracket {
    size_t start, end;
    char kind;
} bracket;

/** The brackets of one kind in a text. */
typedef struct bracket_count {
    size_t pairs;    /* that stand between words, not in them or in others */
    size_t attached; /* the others */
    size_t numbers;  /* of lists, with but a closing one: "a)" */
    bracket number;  /* the first of these */
    bool odd;        /* one has no partner: bytes at to end */
    size_t at, end;
    hxp_str inside; /* the first of pairs */
} bracket_count;

/** The kind of bracket that c is: '(', ')', '[' or ']', or 0. */
static char kind_of(int32_t c)
{
    switch (c) {
    case '(':
    case 0xFF08:
        return '(';
    case ')':
    case 0xFF09:
        return ')';
    case '[':
    case 0xFF3B:
    case 0x3010: /* as Chinese and Japanese write them */
    case 0x3014:
        return '[';
    case ']':
    case 0xFF3D:
    case 0x3011:
    case 0x3015:
        return ']';
    default:
        return 0;
    }
}

/** The sign of the brackets that open is one of. */
static unsigned sign_of(char open)
{
    return open == '(' ? HXP_SIGN_ROUND : HXP_SIGN_SQUARE;
}

/** The next bracket of text from byte *at on, which moves behind; or false. */
static bool next_bracket(bracket *found, hxp_str text, size_t *at,
                         unsigned sign)
{
    while ((*at = hxp_sign_next(text, *at, sign)) < text.len) {
        found->start = *at;
        found->kind = kind_of(hxp_utf8_next(text, at));
        found->end = *at;
        if (found->kind)
            return true;
    }
    return false;
}

/** True when the bracket is part of a face, ":-)", and not of "See:[1]". */
static bool is_face(hxp_str text, const bracket *one)
{
    size_t at = one->start;
    bool opens = one->kind == '(' || one->kind == '[';
    if (opens && hxp_char_is_alnum(hxp_utf8_at(text, one->end, ' ')))
        return false;
    if (at > 0 && text.ptr[at - 1] == '-')
        at--;
    return at > 0 && (text.ptr[at - 1] == ':' || text.ptr[at - 1] == ';');
}

/** True when the bracket at byte at ends a number of a list: "a)", "12)". */
static bool ends_number(hxp_str text, size_t at)
{
    size_t len = 0, digits = 0;
    while (len < at && len < 4 &&
           hxp_char_is_alnum((unsigned char)text.ptr[at - len - 1])) {
        char c = text.ptr[at - len - 1];
        digits += hxp_ascii_digit(c) || strchr("ivxIVX", c);
        len++;
    }
    if (len != 1 && digits != len)
        return false;
    return len > 0 && len < 4 &&
           (len == at || strchr(" \t\n(", text.ptr[at - len - 1]));
}

/** True when the number before byte at begins a text, a line or a sentence. */
static bool begins_item(hxp_str text, size_t at)
{
    while (at > 0 && hxp_char_is_alnum((unsigned char)text.ptr[at - 1]))
        at--;
    while (at > 0 && text.ptr[at - 1] == ' ')
        at--;
    return at == 0 || !hxp_char_is_alnum(hxp_utf8_before(text, at, ' '));
}

/** True when brackets are part of a word: "file(s)", "(re)build". */
static bool is_attached(hxp_str text, const bracket *open, const bracket *close)
{
    int32_t left = hxp_utf8_before(text, open->start, ' '),
            right = hxp_utf8_at(text, close->end, ' ');
    return left == ')' /* 5(2)(a) */ || hxp_char_is_alnum(left) ||
           hxp_char_is_alnum(right);
}

/** True when brackets make a sign that has one of its own. */
static bool is_sign(hxp_str text, const bracket *open, const bracket *close)
{
    static const char *const signs[] = { "c", "p", "r", "tm", "sm" };
    hxp_str inside = hxp_str_part(text, open->end, close->start);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (hxp_str_is_nocase(inside, signs[i]))
            return true;
    return false;
}

/** Count the brackets of text from open to close, which no others hold. */
static void count_pair(bracket_count *count, hxp_str text, const bracket *open,
                       const bracket *close)
{
    bool apart = !is_attached(text, open, close) && !is_sign(text, open, close);
    if (apart && count->pairs == 0)
        count->inside = hxp_str_part(text, open->end, close->start);
    count->pairs += apart;
    count->attached += !apart;
}

static void note_odd(bracket_count *count, const bracket *odd)
{
    if (count->odd)
        return;
    count->odd = true;
    count->at = odd->start;
    count->end = odd->end;
}

/** Note a closing bracket that none opened: a list's number has it, or odd. */
static void note_lone(bracket_count *count, hxp_str text, const bracket *lone)
{
    if (lone->kind != ')' || !ends_number(text, lone->start))
        note_odd(count, lone);
    else if (count->numbers++ == 0)
        count->number = *lone;
}

static bracket_count count_brackets(const hxp_check_side *side, char open)
{
    char close = open == '(' ? ')' : ']';
    hxp_str text = hxp_check_text(side);
    bracket_count count = { .pairs = 0 };
    size_t depth = 0;
    bracket one, outermost = { 0 };
    if (!(side->signs & sign_of(open)))
        return count;
    for (size_t at = 0; next_bracket(&one, text, &at, sign_of(open));) {
        if ((one.kind != open && one.kind != close) || is_face(text, &one))
            continue;
        if (one.kind == open) {
            if (depth++ == 0)
                outermost = one;
        } else if (depth > 0) {
            if (--depth == 0)
                count_pair(&count, text, &outermost, &one);
        } else {
            note_lone(&count, text, &one);
        }
    }
    if (depth > 0)
        note_odd(&count, &outermost);
    return count;
}

/** True when text has part as words of its own. */
static bool has_words(hxp_str text, hxp_str part)
{
    part = hxp_str_trim(part);
    for (size_t at = 0; part.len > 0 && at + part.len <= text.len; at++) {
        size_t start = at, end = at + part.len;
        if (memcmp(text.ptr + at, part.ptr, part.len) == 0 &&
            !hxp_char_is_alnum(hxp_utf8_before(text, start, ' ')) &&
            !hxp_char_is_alnum(hxp_utf8_at(text, end, ' ')))
            return true;
    }
    return false;
}

/**
 * True when the target does without the brackets of the source: it has others
 * instead, or the same words, such as a name or a unit, in the sentence.
 */
static bool needs_none(const hxp_check_side *source,
                       const hxp_check_side *target, hxp_str inside, char open)
{
    char other = open == '(' ? '[' : '(';
    bracket_count there = count_brackets(source, other);
    bracket_count here = count_brackets(target, other);
    return here.pairs + here.attached > there.pairs + there.attached ||
           has_words(hxp_check_text(target), inside);
}

static hxp_status check_brackets(hxp_finding_sink *findings,
                                 const hxp_check_side *source,
                                 const hxp_check_side *target, char open,
                                 hxp_error *error)
{
    hxp_str text = hxp_check_text(target);
    bracket_count from = count_brackets(source, open);
    bracket_count to = count_brackets(target, open);
    if (to.numbers > from.numbers && to.pairs + to.attached < from.pairs &&
        !begins_item(text, to.number.start))
        note_odd(&to, &to.number); /* "x 5)" for "x (5)" */
    if (to.odd && !from.odd) {
        hxp_str odd = hxp_str_part(text, to.at, to.end);
        size_t at = to.at;
        hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_BRACKET, target);
        hxp_check_point(&finding, target, to.at, to.end);
        return hxp_check_tell(findings, &finding, error,
                              kind_of(hxp_utf8_next(text, &at)) == open
                                  ? "\"%.*s\" is not closed"
                                  : "\"%.*s\" was not opened",
                              HXP_FMT(odd));
    }
    if (from.odd || to.odd || from.pairs == 0 ||
        to.pairs + to.attached + to.numbers > 0 ||
        hxp_check_text(source).len > SHORT ||
        needs_none(source, target, from.inside, open))
        return HXP_OK;
    hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_BRACKET, target);
    finding.level = HXP_NOTE; /* often the same is said without */
    return hxp_check_tell(findings, &finding, error,
                          "the \"%c%c\" of the source are missing", open,
                          open == '(' ? ')' : ']');
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
    const unsigned kinds =
        HXP_SIGN_QUOTE | HXP_SIGN_APOSTROPHE | HXP_SIGN_ANGLE;
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

/** What a mark does, as far as its neighbours show it. */
typedef enum quote_role { ROLE_UNKNOWN, ROLE_OPENS, ROLE_CLOSES } quote_role;

static quote_role role_of(hxp_str text, const quote *mark)
{
    int32_t left = hxp_utf8_before(text, mark->start, ' '),
            right = hxp_utf8_at(text, mark->end, ' ');
    bool free_left = hxp_char_is_space(left) || left == '(' || left == '[';
    if (free_left && hxp_char_is_alnum(right))
        return ROLE_OPENS;
    return hxp_char_is_alnum(left) && !hxp_char_is_alnum(right) ? ROLE_CLOSES
                                                                : ROLE_UNKNOWN;
}

/** True when a single mark opens something that no letter begins: '%s'. */
static bool opens_code(hxp_str text, const quote *mark)
{
    int32_t left = hxp_utf8_before(text, mark->start, ' '),
            right = hxp_utf8_at(text, mark->end, ' ');
    size_t at = mark->start;
    int32_t c = hxp_utf8_next(text, &at);
    if (c == 0x2018 || c == 0x201A || c == 0x2039) /* these open */
        return !hxp_char_is_space(right) && !hxp_char_is_alnum(right);
    return (hxp_char_is_space(left) || left == '(' || left == '[') &&
           !hxp_char_is_space(right) &&
           !(right < 0x80 && strchr(".,;:!?)", (int)right));
}

/** The quotation marks of a text. */
typedef struct quote_count {
    size_t doubled; /* but for inches: 5" */
    size_t last;    /* the byte of the last of these */
    bool singles;   /* single ones may open or close something */
    bool uneven;    /* single ones, apostrophes apart, do not come in pairs */
} quote_count;

static quote_count count_quotes(const hxp_check_side *side)
{
    quote_count count = { 0, 0, false, false };
    hxp_str text = hxp_check_text(side);
    quote mark;
    size_t open = 0, closed = 0;
    if (!(side->signs & (HXP_SIGN_QUOTE | HXP_SIGN_APOSTROPHE)))
        return count;
    for (size_t at = 0; next_quote(&mark, text, &at);) {
        int32_t left = hxp_utf8_before(text, mark.start, ' ');
        if (mark.doubled) {
            if (text.ptr[mark.start] == '"' && hxp_char_digit(left) >= 0 &&
                count.doubled % 2 == 0)
                continue;
            count.doubled++;
            count.last = mark.start;
        } else if (role_of(text, &mark) == ROLE_OPENS ||
                   opens_code(text, &mark)) {
            open++;
        } else if (!hxp_char_is_alnum(hxp_utf8_at(text, mark.end, ' '))) {
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

/** True when a single mark that opens is a letter: nothing closes “‘Amrān”. */
static bool is_letter(hxp_str text, const quote *mark)
{
    quote other;
    for (size_t at = mark->end; next_quote(&other, text, &at);)
        if (!other.doubled &&
            !hxp_char_is_alnum(hxp_utf8_at(text, other.end, ' ')))
            return false;
    return true;
}

/** Tell of the first mark that is not one of the language. */
static hxp_status check_style(hxp_finding_sink *findings,
                              const hxp_check_side *target, hxp_error *error)
{
    const unsigned others = HXP_SIGN_QUOTE | HXP_SIGN_BEYOND;
    if ((target->signs & others) != others)
        return HXP_OK; /* nearly always: " and ' are those of all languages */
    const char *setting = hxp_language_setting(target->language, "quotes");
    hxp_str text = hxp_check_text(target);
    quote mark;
    if (!setting)
        return HXP_OK;
    for (size_t at = 0; next_quote(&mark, text, &at);) {
        hxp_str sign = hxp_str_part(text, mark.start, mark.end);
        quote_role role = role_of(text, &mark);
        if (sign.len == 1 || hxp_str_is(sign, "\xE2\x80\x99") ||
            (!mark.doubled && (role != ROLE_OPENS || is_letter(text, &mark))) ||
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

static size_t count_byte(hxp_str text, char c)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == c;
    return count;
}

/** True when the target has more tags or [brackets], which say the same. */
static bool is_marked_otherwise(const hxp_check_side *source,
                                const hxp_check_side *target)
{
    hxp_str from = hxp_check_text(source), to = hxp_check_text(target);
    return count_byte(to, '<') > count_byte(from, '<') ||
           count_byte(to, '[') > count_byte(from, '[');
}

static hxp_status check_quotes(hxp_finding_sink *findings,
                               const hxp_check_side *source,
                               const hxp_check_side *target, hxp_error *error)
{
    quote_count from = count_quotes(source), to = count_quotes(target);
    if (to.doubled % 2 == 1 && from.doubled % 2 == 0 && !from.uneven) {
        size_t end = to.last;
        hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_QUOTE, target);
        hxp_utf8_next(hxp_check_text(target), &end);
        hxp_check_point(&finding, target, to.last, end);
        return hxp_check_tell(findings, &finding, error,
                              "a quotation mark has no partner");
    }
    if (from.doubled > 0 && from.doubled % 2 == 0 && to.doubled == 0 &&
        !to.singles && !is_marked_otherwise(source, target)) {
        hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_QUOTE, target);
        return hxp_check_tell(findings, &finding, error,
                              "the quotation marks of the source are missing");
    }
    return check_style(findings, target, error);
}

static hxp_status take_target(void *state, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    unsigned signs = source->signs | target->signs;
    hxp_status status = HXP_OK;
    if (hxp_check_text(target).len == 0)
        return HXP_OK;
    for (const char *open = "(["; status == HXP_OK && *open; open++)
        if (signs & sign_of(*open))
            status = check_brackets(state, source, target, *open, error);
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

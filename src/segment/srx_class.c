/* srx_class.c - the parts of a pattern that stand for one character. */
#include "segment/srx_class.h"

#include "base/str.h"
#include "text/utf8.h"

#include <stdio.h>
#include <unicode/ustring.h>

enum { NOTATION = 160 };

/* --- The text of a pattern ------------------------------------------------ */

int32_t hxp_pattern_next(hxp_pattern_reader *r)
{
    if (r->at < r->text.len)
        return hxp_utf8_next(r->text, &r->at);
    r->unknown = true;
    return -1;
}

bool hxp_pattern_take(hxp_pattern_reader *r, const char *word)
{
    size_t len = strlen(word);
    if (r->text.len - r->at < len ||
        memcmp(r->text.ptr + r->at, word, len) != 0)
        return false;
    r->at += len;
    return true;
}

hxp_str hxp_pattern_take_to(hxp_pattern_reader *r, char end)
{
    size_t start = r->at;
    while (r->at < r->text.len && r->text.ptr[r->at] != end)
        r->at++;
    hxp_str taken = hxp_str_part(r->text, start, r->at);
    if (r->at < r->text.len)
        r->at++;
    else
        r->unknown = true;
    return taken;
}

/* --- Sets ----------------------------------------------------------------- */

USet *hxp_class_named(const char *notation)
{
    UChar wide[NOTATION];
    UErrorCode code = U_ZERO_ERROR;
    u_uastrcpy(wide, notation);
    return uset_openPattern(wide, -1, &code);
}

USet *hxp_class_of_char(int32_t c, bool any_case)
{
    USet *set = uset_openEmpty();
    if (!set)
        return NULL;
    uset_add(set, c);
    if (any_case) {
        uset_closeOver(set, USET_CASE_INSENSITIVE);
        uset_removeAllStrings(set);
    }
    return set;
}

size_t hxp_class_fold(int32_t folded[HXP_FOLDED], int32_t c)
{
    UChar from[2], to[2 * HXP_FOLDED];
    UErrorCode code = U_ZERO_ERROR;
    int32_t units, count = 0;
    u_strFromUTF32(from, 2, &units, &c, 1, &code);
    units = u_strFoldCase(to, 2 * HXP_FOLDED, from, units, U_FOLD_CASE_DEFAULT,
                          &code);
    u_strToUTF32(folded, HXP_FOLDED, &count, to, units, &code);
    return U_SUCCESS(code) ? (size_t)count : 0;
}

USet *hxp_class_expanding(void)
{
    return hxp_class_named("[\\u00df\\u0130\\u0149\\u01f0\\u0390\\u03b0\\u0587"
                           "\\u1e96-\\u1e9e\\u1f50-\\u1fff\\ufb00-\\ufb17]");
}

/* --- Escapes -------------------------------------------------------------- */

static const struct {
    char letter;
    const char *notation; /* of \letter */
    const char *inverse;  /* of the capital */
} classes[] = {
    { 'd', "[\\p{Nd}]", "[^\\p{Nd}]" },
    { 's', "[\\p{WhiteSpace}]", "[^\\p{WhiteSpace}]" },
    { 'w', "[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]",
      "[^\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]" },
    { 'h', "[\\p{Zs}\\u0009]", "[^\\p{Zs}\\u0009]" },
    { 'v', "[\\u000a-\\u000d\\u0085\\u2028\\u2029]",
      "[^\\u000a-\\u000d\\u0085\\u2028\\u2029]" },
};

/** The set of a letter such as d or D; NULL: it is none of those. */
static USet *class_of_letter(int32_t c)
{
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (c == classes[i].letter)
            return hxp_class_named(classes[i].notation);
        if (c == classes[i].letter - 'a' + 'A')
            return hxp_class_named(classes[i].inverse);
    }
    return NULL;
}

/** The value of up to most digits of a number in base 8 or 16. */
static int32_t number(hxp_pattern_reader *r, int most, int base)
{
    static const char digits[] = "0123456789abcdef";
    int32_t value = 0;
    for (int i = 0; i < most && r->at < r->text.len; i++) {
        char c = r->text.ptr[r->at];
        char small = c >= 'A' && c <= 'F' ? (char)(c - 'A' + 'a') : c;
        const char *digit = small ? strchr(digits, small) : NULL;
        if (!digit || digit - digits >= base)
            break;
        value = value * base + (int32_t)(digit - digits);
        r->at++;
    }
    return value;
}

/** Read the number of a character, behind \x, \u, \U or \0. */
static int32_t numbered(hxp_pattern_reader *r, int32_t letter)
{
    int32_t value;
    if (letter == 'x' && hxp_pattern_take(r, "{")) {
        value = number(r, 6, 16);
        if (!hxp_pattern_take(r, "}"))
            r->unknown = true;
    } else if (letter == '0') {
        value = number(r, 3, 8);
    } else {
        value = number(r, letter == 'x' ? 2 : letter == 'u' ? 4 : 8, 16);
    }
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        r->unknown = true;
    return value;
}

/** Read a property, behind \p or \P. */
static USet *property(hxp_pattern_reader *r, bool inverse)
{
    char notation[NOTATION] = "";
    if (!hxp_pattern_take(r, "{")) {
        r->unknown = true;
        return NULL;
    }
    hxp_str name = hxp_pattern_take_to(r, '}');
    if (hxp_utf8_length(name) != name.len || name.len > NOTATION / 2) {
        r->unknown = true;
        return NULL;
    }
    snprintf(notation, sizeof notation, "[%s\\p{%.*s}]", inverse ? "^" : "",
             HXP_FMT(name));
    USet *set = hxp_class_named(notation);
    if (!set || r->any_case)
        r->unknown = true; /* a name of Java's; letters of any case */
    return set;
}

hxp_escape hxp_class_escape(hxp_pattern_reader *r)
{
    static const char controls[][2] = { { 'a', 7 },    { 'e', 0x1B },
                                        { 'f', '\f' }, { 'n', '\n' },
                                        { 'r', '\r' }, { 't', '\t' } };
    hxp_escape escape = { NULL, hxp_pattern_next(r), false };
    int32_t c = escape.literal;
    if (c == 'p' || c == 'P') {
        escape.set = property(r, c == 'P');
        return escape;
    }
    escape.set = class_of_letter(c);
    if (escape.set)
        return escape;
    if (c == 'x' || c == 'u' || c == 'U' || c == '0') {
        escape.literal = numbered(r, c);
        return escape;
    }
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++) {
        if (c == controls[i][0]) {
            escape.literal = (unsigned char)controls[i][1];
            return escape;
        }
    }
    escape.letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                    (c >= '1' && c <= '9');
    return escape;
}

/* --- Bracketed sets ------------------------------------------------------- */

/** Read one end of a range, or a class, which goes into set; -1 for it. */
static int32_t set_item(hxp_pattern_reader *r, USet *set)
{
    int32_t c = hxp_pattern_next(r);
    if (c != '\\')
        return c;
    hxp_escape escape = hxp_class_escape(r);
    if (escape.letter)
        r->unknown = true;
    if (!escape.set)
        return escape.literal;
    uset_addAll(set, escape.set);
    uset_close(escape.set);
    return -1;
}

/** Read an item that is no nested set, a range perhaps. */
static void read_item(hxp_pattern_reader *r, USet *set)
{
    int32_t first = set_item(r, set), last = first;
    bool range = r->at + 1 < r->text.len && r->text.ptr[r->at] == '-' &&
                 r->text.ptr[r->at + 1] != ']';
    if (range && r->text.ptr[r->at + 1] == '[')
        r->unknown = true; /* a difference */
    if (range && first >= 0) {
        r->at++;
        last = set_item(r, set);
        if (last < first)
            r->unknown = true;
    }
    if (first >= 0 && !r->unknown)
        uset_addRange(set, first, last);
}

/** Read a set's items up to its end. */
static void read_items(hxp_pattern_reader *r, USet *set)
{
    bool any = false;
    while (!r->unknown) {
        if (hxp_pattern_take(r, "]")) {
            r->unknown = !any; /* is it text, or the end? */
            return;
        }
        any = true;
        if (hxp_pattern_take(r, "&&") || hxp_pattern_take(r, "--") ||
            hxp_pattern_take(r, "&[") || hxp_pattern_take(r, "-[") ||
            hxp_pattern_take(r, "[")) {
            r->unknown = true; /* sets within sets are left to ICU */
            return;
        }
        read_item(r, set);
    }
}

USet *hxp_class_set(hxp_pattern_reader *r)
{
    bool inverse = hxp_pattern_take(r, "^");
    USet *set = uset_openEmpty();
    if (!set)
        return NULL;
    read_items(r, set);
    if (r->any_case) {
        uset_closeOver(set, USET_CASE_INSENSITIVE);
        uset_removeAllStrings(set);
        if (inverse)
            r->unknown = true; /* which comes first? */
    }
    if (inverse)
        uset_complement(set);
    return set;
}

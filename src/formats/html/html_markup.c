/* html_markup.c - declarations of a page that libxml2 takes for text. */
#include "formats/html/html_markup.h"

#include "base/str.h"
#include "formats/html/html_cdata.h"

#include <stdio.h>

/** Part of a page that may be written over, up to end. */
typedef struct page {
    char *start, *at, *end;
} page;

static hxp_str left(const page *p)
{
    return (hxp_str){ p->at, (size_t)(p->end - p->at) };
}

/** True when what was passed ends in word. */
static bool is_behind(const page *p, hxp_str word)
{
    return hxp_str_ends((hxp_str){ p->start, (size_t)(p->at - p->start) },
                        word);
}

/** True when what is left begins with word, whatever the case. */
static bool begins(const page *p, const char *word)
{
    return hxp_str_starts_nocase(left(p), word);
}

/** Pass to c, or to the end; false: it is not there. */
static bool pass_to(page *p, char c)
{
    char *found =
        p->at < p->end ? memchr(p->at, c, (size_t)(p->end - p->at)) : NULL;
    p->at = found ? found : p->end;
    return found != NULL;
}

/* --- Tags ----------------------------------------------------------------- */

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/** A tag begins; markup in the text of its element is none. */
static void begin_tag(hxp_html_markup *markup, page *p)
{
    static const char *const raw[] = { "script", "style", "textarea", "title",
                                       "iframe", "xmp",   "noembed" };
    markup->within = HXP_WITHIN_TAG;
    markup->quote = 0;
    markup->raw[0] = '\0';
    markup->attributes = 0;
    p->at++;
    for (size_t i = 0; i < sizeof raw / sizeof raw[0]; i++) {
        size_t len = strlen(raw[i]);
        if (begins(p, raw[i]) &&
            (p->at + len == p->end || !is_letter(p->at[len])))
            snprintf(markup->raw, sizeof markup->raw, "</%s", raw[i]);
    }
}

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/** Count an attribute that begins at the next byte. */
static void count_attribute(hxp_html_markup *markup, const page *p)
{
    char before = p->at > p->start ? p->at[-1] : '<';
    bool parted = is_white(before) || strchr("/\"'", before);
    if (!parted || is_white(*p->at) || *p->at == '/')
        return;
    if (++markup->attributes == HXP_MOST_ATTRIBUTES + 1)
        markup->crowded = (size_t)(p->at - p->start) + 1;
}

/** Pass the rest of a tag; a quote begins a value only behind "=". */
static void pass_tag(hxp_html_markup *markup, page *p)
{
    bool value = false;
    for (; p->at < p->end; p->at++) {
        char c = *p->at;
        if (markup->quote) {
            markup->quote = c == markup->quote ? 0 : markup->quote;
        } else if (c == '>') {
            bool empty = is_behind(p, HXP_STR("/")); /* as in XHTML */
            markup->within =
                markup->raw[0] && !empty ? HXP_WITHIN_RAW : HXP_WITHIN_TEXT;
            p->at++;
            return;
        } else if (value && (c == '"' || c == '\'')) {
            markup->quote = c;
        } else {
            count_attribute(markup, p);
        }
        value = c == '=' || (value && is_white(c));
    }
}

static void pass_raw(hxp_html_markup *markup, page *p)
{
    while (pass_to(p, '<')) {
        if (begins(p, markup->raw)) {
            begin_tag(markup, p);
            return;
        }
        p->at++;
    }
}

/* --- Comments ------------------------------------------------------------- */

static void pass_comment(hxp_html_markup *markup, page *p)
{
    while (pass_to(p, '>')) {
        bool ends = is_behind(p, HXP_STR("--"));
        p->at++;
        if (ends) {
            markup->within = HXP_WITHIN_TEXT;
            return;
        }
    }
}

/** Make a comment of a declaration, or the end of an element that is not open
 * where there is no room for one. */
static void hide_declaration(page *p)
{
    enum { COMMENT = 7, END_TAG = 4 };
    char *start = p->at;
    if (!pass_to(p, '>'))
        return;
    size_t len = (size_t)(p->at - start) + 1;
    if (len >= COMMENT) {
        start[2] = start[3] = p->at[-1] = p->at[-2] = '-';
    } else if (len >= END_TAG) {
        memset(start + 1, ' ', len - 2);
        start[1] = '/';
        start[2] = 'z';
    }
    p->at++;
}

/* --- The DOCTYPE ---------------------------------------------------------- */

/** Pass the DOCTYPE, or end it where its internal subset begins. */
static void pass_doctype(hxp_html_markup *markup, page *p)
{
    char quote = 0;
    for (; p->at < p->end; p->at++) {
        char c = *p->at;
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>' || c == '[')
            break;
    }
    if (p->at < p->end && *p->at == '[') {
        *p->at = '>';
        markup->within = HXP_WITHIN_SUBSET;
        markup->quote = 0;
        markup->closed = false;
    }
    p->at += p->at < p->end;
}

/** Go on by a byte of the subset; false: it ended. */
static bool pass_subset_byte(hxp_html_markup *markup, char c)
{
    hxp_str text = hxp_buffer_str(&markup->subset.text);
    if (markup->quote == '-') {
        markup->quote = c == '>' && hxp_str_ends(text, HXP_STR("--")) ? 0 : '-';
        return true;
    }
    if (markup->quote) {
        markup->quote = c == markup->quote ? 0 : markup->quote;
        return true;
    }
    if (c == '"' || c == '\'')
        markup->quote = c;
    else if (c == '-' && hxp_str_ends(text, HXP_STR("<!-")))
        markup->quote = '-';
    markup->closed |= c == ']';
    return !(markup->closed && c == '>');
}

/** Take the subset out of the page; line breaks stay. */
static void pass_subset(hxp_html_markup *markup, page *p)
{
    hxp_html_subset *subset = &markup->subset;
    for (bool more = true; more && p->at < p->end; p->at++) {
        char c = *p->at;
        more = pass_subset_byte(markup, c);
        if (c != '\n' && c != '\r')
            *p->at = ' ';
        markup->too_long |= subset->text.len >= HXP_HTML_SUBSET;
        if (!markup->too_long &&
            !hxp_buffer_add(&subset->text, (hxp_str){ &c, 1 }))
            markup->no_memory = true;
        if (!more)
            markup->within = HXP_WITHIN_TEXT;
    }
    if (markup->within == HXP_WITHIN_TEXT && !hxp_html_subset_read(subset))
        markup->no_memory = true;
}

/* --- The page ------------------------------------------------------------- */

/** Begin with len bytes of a comment or of the tag that ends an element. */
static void begin(hxp_html_markup *markup, page *p, hxp_html_within within,
                  size_t len)
{
    markup->within = within;
    markup->quote = markup->raw[0] = '\0';
    markup->attributes = 0;
    p->at += len;
}

/** Pass what begins with "<!". */
static void pass_declaration(hxp_html_markup *markup, page *p)
{
    const hxp_str comment = HXP_STR("<!--");
    bool empty = begins(p, "<!-->") || begins(p, "<!--->");
    if (begins(p, comment.ptr) && !empty)
        begin(markup, p, HXP_WITHIN_COMMENT, comment.len);
    else if (!begins(p, "<!DOCTYPE"))
        hide_declaration(p);
    else if (markup->subset.text.len == 0)
        pass_doctype(markup, p);
    else
        p->at++;
}

static void hide_empty_tag(hxp_html_markup *markup, page *p)
{
    const hxp_str nothing = HXP_STR(HXP_HTML_NOTHING);
    memcpy(p->at, nothing.ptr, nothing.len);
    p->at += nothing.len;
    markup->emptied = true;
}

static void pass_text(hxp_html_markup *markup, page *p)
{
    if (!pass_to(p, '<') || p->end - p->at < 3)
        p->at = p->end;
    else if (is_letter(p->at[1]))
        begin_tag(markup, p);
    else if (p->at[1] == '/' && is_letter(p->at[2]))
        begin(markup, p, HXP_WITHIN_TAG, 2);
    else if (p->at[1] == '!')
        pass_declaration(markup, p);
    else if (p->at[1] == '/' && p->at[2] == '>')
        hide_empty_tag(markup, p);
    else
        p->at++;
}

void hxp_html_markup_hide(hxp_html_markup *markup, char *bytes, size_t len)
{
    page p = { bytes, bytes, bytes + len };
    while (p.at < p.end) {
        switch (markup->within) {
        case HXP_WITHIN_COMMENT:
            pass_comment(markup, &p);
            break;
        case HXP_WITHIN_TAG:
            pass_tag(markup, &p);
            break;
        case HXP_WITHIN_RAW:
            pass_raw(markup, &p);
            break;
        case HXP_WITHIN_SUBSET:
            pass_subset(markup, &p);
            break;
        case HXP_WITHIN_TEXT:
        default:
            pass_text(markup, &p);
            break;
        }
    }
    hxp_html_subset_hide(&markup->subset, bytes, len);
}

void hxp_html_markup_free(hxp_html_markup *markup)
{
    hxp_html_subset_free(&markup->subset);
}

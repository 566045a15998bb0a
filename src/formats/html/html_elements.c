/* html_elements.c - what HTML's elements are to a translator: the table. */
#include "formats/html/html_elements.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

#define BLOCK          HXP_HTML_BLOCK, { HXP_BLOCK_TEXT, 0 }, NULL
#define LIST           HXP_HTML_LIST, { HXP_BLOCK_TEXT, 0 }, NULL
#define HIDDEN         HXP_HTML_HIDDEN, { HXP_BLOCK_TEXT, 0 }, NULL
#define NAMED(kind)    HXP_HTML_NAMED, { kind, 0 }, NULL
#define HEADING(level) HXP_HTML_NAMED, { HXP_BLOCK_HEADING, level }, NULL
#define INLINE(type)   HXP_HTML_INLINE, { HXP_BLOCK_TEXT, 0 }, type

/* In the order of strcmp(). */
static const hxp_html_element elements[] = {
    { "a", INLINE("link") },
    { "address", BLOCK },
    { "applet", HIDDEN },
    { "article", BLOCK },
    { "aside", BLOCK },
    { "audio", HIDDEN },
    { "b", INLINE("bold") },
    { "blockquote", BLOCK },
    { "body", BLOCK },
    { "br", HXP_HTML_BREAK, { HXP_BLOCK_TEXT, 0 }, "lb" },
    { "canvas", HIDDEN },
    { "caption", BLOCK },
    { "center", BLOCK },
    { "col", BLOCK },
    { "colgroup", BLOCK },
    { "dd", NAMED(HXP_BLOCK_ITEM) },
    { "desc", BLOCK },
    { "details", BLOCK },
    { "dialog", BLOCK },
    { "dir", LIST },
    { "div", BLOCK },
    { "dl", LIST },
    { "dt", NAMED(HXP_BLOCK_ITEM) },
    { "em", INLINE("italic") },
    { "fieldset", BLOCK },
    { "figcaption", BLOCK },
    { "figure", BLOCK },
    { "font", INLINE("font") },
    { "footer", BLOCK },
    { "form", BLOCK },
    { "frameset", HIDDEN },
    { "h1", HEADING(1) },
    { "h2", HEADING(2) },
    { "h3", HEADING(3) },
    { "h4", HEADING(4) },
    { "h5", HEADING(5) },
    { "h6", HEADING(6) },
    { "head", BLOCK },
    { "header", BLOCK },
    { "hgroup", BLOCK },
    { "hr", BLOCK },
    { "html", BLOCK },
    { "i", INLINE("italic") },
    { "iframe", HIDDEN },
    { "img", INLINE("image") },
    { "legend", BLOCK },
    { "li", NAMED(HXP_BLOCK_ITEM) },
    { "link", BLOCK },
    { "main", BLOCK },
    { "math", HIDDEN },
    { "menu", LIST },
    { "meta", BLOCK },
    { "nav", BLOCK },
    { "noframes", HIDDEN },
    { "object", HIDDEN },
    { "ol", LIST },
    { "optgroup", BLOCK },
    { "option", BLOCK },
    { "p", BLOCK },
    { "pre", BLOCK },
    { "rp", HIDDEN },
    { "rt", HIDDEN },
    { "script", HIDDEN },
    { "section", BLOCK },
    { "select", BLOCK },
    { "strong", INLINE("bold") },
    { "style", HIDDEN },
    { "summary", BLOCK },
    { "svg", HIDDEN },
    { "table", BLOCK },
    { "tbody", BLOCK },
    { "td", NAMED(HXP_BLOCK_CELL) },
    { "template", HIDDEN },
    { "text", BLOCK },
    { "textarea", HIDDEN },
    { "tfoot", BLOCK },
    { "th", NAMED(HXP_BLOCK_CELL) },
    { "thead", BLOCK },
    { "title", BLOCK },
    { "tr", BLOCK },
    { "u", INLINE("ulined") },
    { "ul", LIST },
    { "video", HIDDEN },
    { "xml", HIDDEN },
};

static int by_name(const void *name, const void *element)
{
    return strcmp(name, ((const hxp_html_element *)element)->name);
}

const hxp_html_element *hxp_html_element_of(const char *name)
{
    static const hxp_html_element unknown = { "", INLINE(NULL) };
    const hxp_html_element *found =
        bsearch(name, elements, sizeof elements / sizeof elements[0],
                sizeof elements[0], by_name);
    return found ? found : &unknown;
}

static int by_word(const void *word, const void *known)
{
    return strcmp(word, *(const char *const *)known);
}

bool hxp_html_is_void(hxp_str name)
{
    /* in the order of strcmp() */
    static const char *const words[] = { "area", "base",  "basefont", "br",
                                         "col",  "embed", "frame",    "hr",
                                         "img",  "input", "isindex",  "link",
                                         "meta", "param", "source",   "track",
                                         "wbr" };
    char word[sizeof "basefont"];
    if (name.len >= sizeof word)
        return false;
    for (size_t i = 0; i < name.len; i++)
        word[i] = hxp_ascii_lower(name.ptr[i]);
    word[name.len] = '\0';
    return bsearch(word, words, sizeof words / sizeof words[0], sizeof words[0],
                   by_word);
}

/* html_tags.c - what becomes of the elements of a page. */
#include "base/error.h"
#include "base/hash.h"
#include "base/str.h"
#include "formats/html/html_reader.h"

#include <stdio.h>

/* --- Elements ------------------------------------------------------------- */

static const char *value_of(const xmlChar **attributes, const char *name)
{
    for (size_t i = 0; attributes && attributes[i]; i += 2)
        if (strcmp((const char *)attributes[i], name) == 0)
            return (const char *)attributes[i + 1];
    return NULL;
}

static bool is_one_of(const char *word, const char *const *names)
{
    while (word && *names && !hxp_str_is_nocase(hxp_str_of(word), *names))
        names++;
    return word && *names;
}

/** The attribute that people read of the elements that have others, too. */
static const char *own_value(const char *name, const xmlChar **attributes)
{
    static const char *const told[] = { "description",
                                        "keywords",
                                        "og:title",
                                        "og:description",
                                        "twitter:title",
                                        "og:site_name",
                                        "twitter:description",
                                        NULL };
    static const char *const buttons[] = { "submit", "button", "reset", NULL };
    static const char *const labelled[] = { "option", "optgroup", NULL };
    if (strcmp(name, "meta") == 0 &&
        (is_one_of(value_of(attributes, "name"), told) ||
         is_one_of(value_of(attributes, "property"), told)))
        return value_of(attributes, "content");
    if (strcmp(name, "input") == 0 &&
        is_one_of(value_of(attributes, "type"), buttons))
        return value_of(attributes, "value");
    return is_one_of(name, labelled) ? value_of(attributes, "label") : NULL;
}

/** True for what nobody sees of the title: elements of the head, and the
 * numbers of a printed book's pages. */
static bool is_unseen(const char *name, const xmlChar **attributes)
{
    static const char *const of_head[] = { "base",   "link",  "meta",
                                           "script", "style", NULL };
    static const char *const pages[] = { "pagebreak", "doc-pagebreak", NULL };
    return is_one_of(name, of_head) ||
           is_one_of(value_of(attributes, "epub:type"), pages) ||
           is_one_of(value_of(attributes, "role"), pages);
}

/** The attributes whose values people read. */
static void put_values(hxp_html_reader *reader, const char *name,
                       const xmlChar **attributes)
{
    static const char *const readable[] = { "alt", "title", "placeholder",
                                            "aria-label", "summary" };
    if (!attributes || !attributes[0])
        return;
    size_t count =
        is_unseen(name, attributes) ? 0 : sizeof readable / sizeof readable[0];
    for (size_t i = 0; i < count; i++) {
        const char *value = value_of(attributes, readable[i]);
        if (value)
            hxp_html_put_value(reader, value);
    }
    const char *own = own_value(name, attributes);
    if (own)
        hxp_html_put_value(reader, own);
}

/** True for what books and pages mark as the text of a note. */
static bool is_note(const xmlChar **attributes)
{
    static const char *const types[] = { "footnote", "endnote", "rearnote",
                                         NULL };
    static const char *const roles[] = { "doc-footnote", "doc-endnote", NULL };
    return is_one_of(value_of(attributes, "epub:type"), types) ||
           is_one_of(value_of(attributes, "role"), roles);
}

/** Push an element; what is in it is as the one around it, if nothing else. */
static bool push(hxp_html_reader *reader, const hxp_html_element *element,
                 const char *name, const xmlChar **attributes)
{
    if (!hxp_array_reserve(&reader->stack, &reader->capacity, reader->depth + 1,
                           sizeof *reader->stack))
        return !hxp_html_failed(reader, hxp_no_memory(reader->error));
    hxp_html_open *top = &reader->stack[reader->depth];
    *top = (hxp_html_open){ .element = element,
                            .is_void = hxp_html_is_void(hxp_str_of(name)) };
    if (reader->depth > 0) {
        top->block = top[-1].block;
        top->key = top[-1].key;
        top->verbatim = top[-1].verbatim;
    }
    if (element->role == HXP_HTML_LIST)
        reader->lists++;
    if (element->role == HXP_HTML_NAMED)
        top->block = element->block;
    if (is_note(attributes))
        top->block = (hxp_block){ HXP_BLOCK_NOTE, 0 };
    const char *id = value_of(attributes, "id");
    if (id && *id && element->role != HXP_HTML_INLINE)
        top->key = hxp_hash_of(hxp_str_of(id)).words[0];
    if (top->block.kind == HXP_BLOCK_ITEM)
        top->block.level = reader->lists > 0 ? reader->lists : 1;
    if (strcmp(element->name, "pre") == 0)
        top->verbatim = true;
    reader->depth++;
    return true;
}

/** A line break; the second in a row ends the paragraph. */
static void put_break(hxp_html_reader *reader, const char *name,
                      const xmlChar **attributes)
{
    const hxp_block_part *part = hxp_blocks_part(reader->blocks);
    if (!part || part->text.len == 0 ||
        part->text.ptr[part->text.len - 1] == '\n') {
        hxp_html_end_paragraph(reader);
        return;
    }
    if (!hxp_html_add_start_tag(reader, name, attributes)) {
        hxp_html_failed(reader, hxp_no_memory(reader->error));
        return;
    }
    hxp_html_put_code(reader, HXP_CODE_STANDALONE, name, "lb");
    if (reader->status == HXP_OK)
        reader->status = hxp_blocks_line_break(reader->blocks, reader->error);
}

static void start_inline(hxp_html_reader *reader,
                         const hxp_html_element *element, const char *name,
                         const xmlChar **attributes)
{
    if (!hxp_html_add_start_tag(reader, name, attributes)) {
        hxp_html_failed(reader, hxp_no_memory(reader->error));
        return;
    }
    bool is_name = strcmp(name, "a") == 0 && !value_of(attributes, "href");
    bool is_void = reader->stack[reader->depth - 1].is_void;
    hxp_html_put_code(reader, is_void ? HXP_CODE_STANDALONE : HXP_CODE_BEGIN,
                      name, is_name ? NULL : element->type);
    put_values(reader, name, attributes);
}

/** Whether the author says that the content is to be translated, or not. */
static bool is_to_translate(const xmlChar **attributes, const char *answer)
{
    const char *translate = value_of(attributes, "translate");
    return translate && hxp_str_is_nocase(hxp_str_of(translate), answer);
}

/** Whether the content stays as it is: so the author says, or it is the mark of
 * an item that Word made. */
static bool is_kept(const xmlChar **attributes)
{
    const char *style = value_of(attributes, "style");
    return is_to_translate(attributes, "no") ||
           (style && strstr(style, "mso-list:Ignore"));
}

/** Show what is in the element just pushed, though it stands in one that is
 * not to be translated. */
static void show(hxp_html_reader *reader)
{
    reader->stack[reader->depth - 1].hidden = reader->hidden;
    reader->hidden = 0;
}

/** True for the text of a drawing (SVG) whose element was just pushed. */
static bool is_drawn_text(const hxp_html_reader *reader, const char *name)
{
    static const char *const texts[] = { "title", "desc", "text", NULL };
    return reader->hidden > 0 && is_one_of(name, texts) &&
           strcmp(reader->stack[reader->hidden - 1].element->name, "svg") == 0;
}

/** Show it, as a text of its own: a drawing may stand in a line of text. */
static void show_drawn(hxp_html_reader *reader)
{
    const hxp_block value = { HXP_BLOCK_VALUE, 0 };
    show(reader);
    reader->stack[reader->depth - 1].drawn = true;
    reader->status = hxp_blocks_open(reader->blocks, value,
                                     reader->places.place, reader->error);
}

/**
 * Begin with what is no text, up to the end of the element just pushed: of an
 * inline one all is one code, of another nothing is kept.
 */
static void hide(hxp_html_reader *reader, const hxp_html_element *element,
                 const char *name, const xmlChar **attributes)
{
    reader->hidden = reader->depth;
    reader->kept = element->role == HXP_HTML_INLINE;
    reader->firm = element->role == HXP_HTML_HIDDEN;
    reader->read = is_to_translate(attributes, "no");
    if (reader->kept && !hxp_html_add_start_tag(reader, name, attributes))
        hxp_html_failed(reader, hxp_no_memory(reader->error));
}

/** Begin an element whose content is text, or that has none. */
static void start_shown(hxp_html_reader *reader,
                        const hxp_html_element *element, const char *name,
                        const xmlChar **attributes)
{
    bool is_inline = element->role == HXP_HTML_INLINE;
    if (!is_inline && element->role != HXP_HTML_BREAK &&
        element->role != HXP_HTML_HIDDEN)
        hxp_html_end_paragraph(reader);
    if (reader->status != HXP_OK)
        return;
    if (element->role == HXP_HTML_HIDDEN)
        put_values(reader, name, attributes);
    if (element->role == HXP_HTML_HIDDEN || is_kept(attributes))
        hide(reader, element, name, attributes);
    else if (element->role == HXP_HTML_BREAK)
        put_break(reader, name, attributes);
    else if (is_inline)
        start_inline(reader, element, name, attributes);
    else
        put_values(reader, name, attributes);
}

/** The name of an element without the prefix that XHTML may give all. */
static const char *local_name(const hxp_html_reader *reader,
                              const xmlChar *name)
{
    size_t len = strlen(reader->prefix);
    return (const char *)name +
           (strncmp((const char *)name, reader->prefix, len) == 0 ? len : 0);
}

/** Take note of the prefix that a page of XHTML gives its elements: its first
 * one, as in <h:html xmlns:h="http://www.w3.org/1999/xhtml">, tells. */
static void take_prefix(hxp_html_reader *reader, const char *name,
                        const xmlChar **attributes)
{
    char attribute[sizeof "xmlns:" + sizeof reader->prefix];
    const char *colon = strchr(name, ':');
    size_t len = colon ? (size_t)(colon - name) : 0;
    if (len == 0 || len + 1 >= sizeof reader->prefix || reader->prefix[0])
        return;
    snprintf(attribute, sizeof attribute, "xmlns:%.*s", (int)len, name);
    const char *space = value_of(attributes, attribute);
    if (space && strcmp(space, "http://www.w3.org/1999/xhtml") == 0)
        snprintf(reader->prefix, sizeof reader->prefix, "%.*s", (int)len + 1,
                 name);
}

void hxp_html_start_element(void *context, const xmlChar *element_name,
                            const xmlChar **attributes)
{
    hxp_html_reader *reader = context;
    take_prefix(reader, (const char *)element_name, attributes);
    const char *name = local_name(reader, element_name);
    const hxp_html_element *element = hxp_html_element_of(name);
    if (reader->status != HXP_OK || !push(reader, element, name, attributes))
        return;
    hxp_html_pass(reader);
    if (is_drawn_text(reader, name)) {
        show_drawn(reader);
        return;
    }
    if (reader->hidden > 0 && !reader->kept && !reader->firm &&
        is_to_translate(attributes, "yes"))
        show(reader);
    if (reader->hidden == 0)
        start_shown(reader, element, name, attributes);
    else if (reader->kept && !hxp_html_add_start_tag(reader, name, attributes))
        hxp_html_failed(reader, hxp_no_memory(reader->error));
}

static void end_inline(hxp_html_reader *reader, const hxp_html_element *element,
                       const char *name)
{
    bool whole = reader->hidden == reader->depth;
    bool is_void = reader->stack[reader->depth - 1].is_void;
    if (!is_void && !hxp_html_add_end_tag(reader, name))
        hxp_html_failed(reader, hxp_no_memory(reader->error));
    else if (whole)
        hxp_html_put_code(reader, HXP_CODE_STANDALONE, name, element->type);
    else if (reader->hidden == 0 && !is_void)
        hxp_html_put_code(reader, HXP_CODE_END, name, element->type);
}

/** End the innermost element. */
static void pop(hxp_html_reader *reader, const char *name)
{
    const hxp_html_open *top = &reader->stack[reader->depth - 1];
    const hxp_html_element *element = top->element;
    if (element->role == HXP_HTML_LIST)
        reader->lists--;
    if (reader->hidden > 0 ? reader->kept : element->role == HXP_HTML_INLINE)
        end_inline(reader, element, name);
    else if (reader->hidden == 0 && element->role != HXP_HTML_BREAK)
        hxp_html_end_paragraph(reader);
    if (reader->hidden == reader->depth)
        reader->hidden = 0;
    if (top->hidden > 0) {
        if (!top->drawn)
            hxp_html_end_paragraph(reader);
        reader->hidden = top->hidden;
        reader->kept = reader->firm = false;
    }
    reader->depth--;
}

void hxp_html_end_element(void *context, const xmlChar *element_name)
{
    hxp_html_reader *reader = context;
    hxp_html_pass(reader);
    if (reader->status == HXP_OK && reader->depth > 0)
        pop(reader, local_name(reader, element_name));
}

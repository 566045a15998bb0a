/* html_subset.c - entities that a page of XHTML declares for itself. */
#include "formats/html/html_subset.h"

#include "base/str.h"
#include "formats/html/html_entity.h"
#include "text/utf8.h"

#include <stdlib.h>

enum {
    DEEPEST = 4,         /* entities in values of entities */
    LONGEST = 1 << 12,   /* value, in bytes */
    MOST_GIVEN = 1 << 26 /* bytes of all values that a page gets */
};

/* --- Declarations --------------------------------------------------------- */

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static void skip_white(hxp_str *rest)
{
    while (rest->len > 0 && is_white(*rest->ptr))
        *rest = hxp_str_part(*rest, 1, rest->len);
}

/** Cut off what stands before the next white space or one of stops. */
static hxp_str cut_name(hxp_str *rest, const char *stops)
{
    size_t len = 0;
    while (len < rest->len && !is_white(rest->ptr[len]) &&
           !strchr(stops, rest->ptr[len]))
        len++;
    hxp_str name = hxp_str_part(*rest, 0, len);
    *rest = hxp_str_part(*rest, len, rest->len);
    return name;
}

/** Cut off what stands in quotes at the start; false: there are none. */
static bool cut_quoted(hxp_str *rest, hxp_str *value)
{
    char quote = rest->len > 0 ? *rest->ptr : ' ';
    hxp_str behind = hxp_str_part(*rest, rest->len > 0, rest->len);
    const char *end = (quote == '"' || quote == '\'') && behind.len > 0
                          ? memchr(behind.ptr, quote, behind.len)
                          : NULL;
    if (!end)
        return false;
    size_t len = (size_t)(end - behind.ptr);
    *value = hxp_str_part(behind, 0, len);
    *rest = hxp_str_part(behind, len + 1, behind.len);
    return true;
}

/** Keep an entity; the first of a name counts, and those of XML stay. */
static bool keep(hxp_html_subset *subset, hxp_str name, hxp_str value)
{
    for (size_t i = 0; i < subset->count; i++)
        if (hxp_str_equal(subset->items[i].name, name))
            return true;
    if (name.len == 0 || hxp_xml_entity(name) ||
        memchr(value.ptr, '<', value.len))
        return true;
    if (!hxp_array_reserve(&subset->items, &subset->capacity, subset->count + 1,
                           sizeof *subset->items))
        return false;
    bool shadows = name.len > 1 && hxp_html_entity(name);
    subset->shadows |= shadows;
    subset->items[subset->count++] =
        (hxp_html_declared){ name, value, shadows };
    return true;
}

bool hxp_html_subset_read(hxp_html_subset *subset)
{
    const hxp_str comment = HXP_STR("<!--"), start = HXP_STR("<!ENTITY");
    hxp_str rest = hxp_buffer_str(&subset->text), value;
    while (rest.len > 0) {
        bool entity = hxp_str_starts(rest, start);
        if (hxp_str_starts(rest, comment)) {
            rest = hxp_str_part(rest, comment.len, rest.len);
            while (rest.len > 0 && !hxp_str_starts(rest, HXP_STR("-->")))
                rest = hxp_str_part(rest, 1, rest.len);
            continue;
        }
        rest = hxp_str_part(rest, entity ? start.len : 1, rest.len);
        if (!entity)
            continue;
        skip_white(&rest);
        hxp_str name = cut_name(&rest, "\"'<>%&;");
        skip_white(&rest);
        if (cut_quoted(&rest, &value) && !keep(subset, name, value))
            return false;
    }
    return true;
}

/* --- References ----------------------------------------------------------- */

/** Cut a reference off *text, which begins with "&"; *name stands between that
 * and ";". False: it is none. */
static bool cut_reference(hxp_str *text, hxp_str *name)
{
    hxp_str rest = hxp_str_part(*text, 1, text->len);
    *name = cut_name(&rest, "&;<>\"'");
    if (name->len == 0 || rest.len == 0 || *rest.ptr != ';')
        return false;
    *text = hxp_str_part(rest, 1, rest.len);
    return true;
}

static bool is_called(const hxp_html_declared *entity, hxp_str name)
{
    bool hidden =
        entity->shadows && entity->name.len == name.len && *name.ptr == '_';
    return hxp_str_equal(entity->name, name) ||
           (hidden &&
            memcmp(entity->name.ptr + 1, name.ptr + 1, name.len - 1) == 0);
}

static const hxp_html_declared *find(const hxp_html_subset *subset,
                                     hxp_str name)
{
    for (size_t i = 0; i < subset->count; i++)
        if (is_called(&subset->items[i], name))
            return &subset->items[i];
    return NULL;
}

void hxp_html_subset_hide(const hxp_html_subset *subset, char *bytes,
                          size_t len)
{
    char *at = subset->shadows && len > 0 ? memchr(bytes, '&', len) : NULL;
    while (at) {
        hxp_str rest = { at, (size_t)(bytes + len - at) }, name;
        bool is_reference = cut_reference(&rest, &name);
        const hxp_html_declared *entity =
            is_reference ? find(subset, name) : NULL;
        if (entity && entity->shadows)
            at[1] = '_';
        size_t left = (size_t)(bytes + len - at) - 1;
        at = left > 0 ? memchr(at + 1, '&', left) : NULL;
    }
}

/** The character of a reference by number, as "#233" or "#xE9"; 0: none. */
static int32_t numbered(hxp_str name)
{
    int32_t c = 0;
    bool hex = name.len > 1 && name.ptr[1] == 'x';
    for (size_t i = 1 + hex; i < name.len && c <= 0x10FFFF; i++) {
        char digit = name.ptr[i], small = (char)(digit | 0x20);
        if (hxp_ascii_digit(digit))
            c = c * (hex ? 16 : 10) + (digit - '0');
        else if (hex && small >= 'a' && small <= 'f')
            c = c * 16 + (small - 'a') + 10;
        else
            return 0;
    }
    return c < 0x20 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) ? 0 : c;
}

static int32_t character_of(hxp_str name)
{
    if (*name.ptr == '#')
        return numbered(name);
    int32_t own = hxp_xml_entity(name);
    return own ? own : hxp_html_entity(name);
}

/** Entities within others that are in work, and what may still be put. */
typedef struct expansion {
    const hxp_html_subset *subset;
    hxp_buffer *out;
    size_t most; /* bytes in out */
    bool values; /* text is that of values: characters have names in it */
    bool failed; /* no memory */
} expansion;

/** Cut a byte of text, or the name of a character, off *text and put what it
 * is; or give the entity whose name it was. */
static const hxp_html_declared *cut_piece(expansion *e, hxp_str *text)
{
    char bytes[4];
    hxp_str rest = *text, name, plain = hxp_str_part(*text, 0, 1);
    bool reference = *text->ptr == '&' && cut_reference(&rest, &name);
    const hxp_html_declared *entity = reference ? find(e->subset, name) : NULL;
    int32_t c = reference && !entity && e->values ? character_of(name) : 0;
    if (c > 0)
        plain = (hxp_str){ bytes, hxp_utf8_put(bytes, c) };
    *text = entity || c > 0 ? rest : hxp_str_part(*text, 1, text->len);
    if (!entity)
        e->failed = e->failed || !hxp_buffer_add(e->out, plain);
    return entity;
}

/** Put text with the values of its entities; false: too deep or too long.
 * NOLINTNEXTLINE(misc-no-recursion): as deep as DEEPEST */
static bool expand(expansion *e, hxp_str text, unsigned depth)
{
    while (text.len > 0) {
        const hxp_html_declared *entity = cut_piece(e, &text);
        bool outer = e->values;
        if (e->failed || e->out->len > e->most || (entity && depth == 0))
            return false;
        e->values = true;
        if (entity && !expand(e, entity->value, depth - 1))
            return false;
        e->values = outer;
    }
    return true;
}

bool hxp_html_subset_value(hxp_html_subset *subset, hxp_buffer *out,
                           hxp_str name)
{
    size_t before = out->len;
    expansion e = { subset, out, before + LONGEST, true, false };
    const hxp_html_declared *entity = name.len > 0 ? find(subset, name) : NULL;
    if (!entity || subset->given > MOST_GIVEN)
        return true;
    if (!expand(&e, entity->value, DEEPEST))
        out->len = before;
    subset->given += out->len - before;
    return !e.failed;
}

bool hxp_html_subset_text(hxp_html_subset *subset, hxp_buffer *out,
                          hxp_str text)
{
    size_t before = out->len;
    expansion e = { subset, out, before + text.len + LONGEST, false, false };
    if (subset->given > MOST_GIVEN || !expand(&e, text, DEEPEST)) {
        out->len = before;
        return !e.failed && hxp_buffer_add(out, text);
    }
    subset->given += out->len - before;
    return true;
}

void hxp_html_subset_free(hxp_html_subset *subset)
{
    hxp_buffer_free(&subset->text);
    free(subset->items);
}

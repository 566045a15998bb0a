/* tmx_mend_tag.c - start tags: their attributes read, mended and written. */
#include "base/error.h"
#include "base/str.h"
#include "formats/tmx/tmx_date.h"
#include "formats/tmx/tmx_mender.h"
#include "text/utf8.h"

#include <hexapla/text.h>

#include <stdio.h>
#include <stdlib.h>

/* --- Reading ahead -------------------------------------------------------- */

/** The bytes of the blank at at that is none of XML's, such as U+00A0; 0: no
 * such one stands there. */
static size_t foreign_space(hxp_str rest, size_t at)
{
    size_t next = at;
    if ((unsigned char)rest.ptr[at] < 0x80)
        return 0;
    int32_t c = hxp_utf8_next(rest, &next);
    return c >= 0 && hxp_char_is_space(c) ? next - at : 0;
}

/** The bytes of the blank at at; 0: none stands there. */
static size_t space_at(hxp_str rest, size_t at)
{
    char c = rest.ptr[at];
    return c == ' ' || c == '\t' || c == '\n' || c == '\r'
               ? 1
               : foreign_space(rest, at);
}

/** The end of the blanks at at; foreign ones are noted in tag. */
static size_t skip_spaces(hxp_mend_tag *tag, hxp_str rest, size_t at)
{
    size_t space;
    while (at < rest.len && (space = space_at(rest, at)) > 0) {
        tag->blanks = tag->blanks || space > 1;
        at += space;
    }
    return at;
}

/** The end of the name that begins at at. */
static size_t skip_name(hxp_str rest, size_t at)
{
    while (at < rest.len && rest.ptr[at] &&
           !strchr(" \t\r\n=/<>\"'", rest.ptr[at]) &&
           foreign_space(rest, at) == 0)
        at++;
    return at;
}

/** Leave out typographic quotation marks around a value. */
static void strip_marks(hxp_mend_attribute *item, hxp_str rest)
{
    static const char *const marks[] = { "\xE2\x80\x9C", "\xE2\x80\x9D",
                                         "\xE2\x80\x9E", "\xE2\x80\x98",
                                         "\xE2\x80\x99", "\xC2\xAB",
                                         "\xC2\xBB" };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        hxp_str mark = hxp_str_of(marks[i]);
        if (hxp_str_starts(hxp_str_part(rest, item->value, item->value_end),
                           mark))
            item->value += mark.len;
        if (hxp_str_ends(hxp_str_part(rest, item->value, item->value_end),
                         mark))
            item->value_end -= mark.len;
    }
}

/**
 * Find the value that begins with a quote at at. Where a tag ends and another
 * begins before the next quote, this one was forgotten: the value ends with
 * the tag. False: more must be read.
 */
static bool find_quoted(hxp_mend_attribute *item, size_t *at, hxp_str rest)
{
    char quote = rest.ptr[*at];
    size_t tag_end = 0;
    item->quoted = true;
    item->value = *at + 1;
    for (size_t i = item->value; i < rest.len; i++) {
        char c = rest.ptr[i];
        if (c == '>' && tag_end == 0)
            tag_end = i;
        if (c != quote && (c != '<' || tag_end == 0))
            continue;
        item->value_end = c == quote ? i : tag_end;
        *at = c == quote ? i + 1 : tag_end;
        item->quoted = c == quote;
        if (!item->quoted && tag_end > item->value &&
            rest.ptr[tag_end - 1] == '/')
            item->value_end = *at = tag_end - 1;
        if (!item->quoted && item->value_end > item->value &&
            strchr("\"'", rest.ptr[item->value_end - 1]))
            item->value_end--; /* the other kind of quote */
        return true;
    }
    return false;
}

/** Read an attribute whose name begins at *at. False: more must be read. */
static bool scan_attribute(hxp_tmx_mender *mender, size_t *at, hxp_str rest)
{
    hxp_mend_tag *tag = &mender->tag;
    hxp_mend_attribute item = { .name = *at, .name_end = skip_name(rest, *at) };
    if (item.name_end == *at) {
        tag->odd = true; /* a stray quote or sign of equality */
        ++*at;
        return true;
    }
    size_t next = skip_spaces(tag, rest, item.name_end);
    *at = item.name_end;
    if (next >= rest.len)
        return false;
    if (rest.ptr[next] != '=') {
        tag->odd = true;
        return true;
    }
    *at = skip_spaces(tag, rest, next + 1);
    if (*at >= rest.len)
        return false;
    if (rest.ptr[*at] == '"' || rest.ptr[*at] == '\'') {
        if (!find_quoted(&item, at, rest))
            return false;
    } else {
        item.value = *at;
        *at = item.value_end = skip_name(rest, *at);
        strip_marks(&item, rest);
    }
    if (!hxp_array_reserve(&tag->attributes, &tag->capacity, tag->count + 1,
                           sizeof *tag->attributes)) {
        mender->status = hxp_no_memory(mender->error);
        return true;
    }
    tag->attributes[tag->count++] = item;
    return true;
}

/** As hxp_mend_scan(), in what has been read. */
static bool scan(hxp_tmx_mender *mender)
{
    hxp_mend_tag *tag = &mender->tag;
    hxp_str rest = hxp_mend_rest(mender);
    size_t at = skip_name(rest, 1);
    tag->name = hxp_str_part(rest, 1, at);
    tag->count = 0;
    tag->empty = tag->closed = tag->odd = tag->blanks = false;
    while (mender->status == HXP_OK) {
        size_t before = at;
        at = skip_spaces(tag, rest, at);
        if (at >= rest.len)
            return false;
        char c = rest.ptr[at];
        tag->blanks = tag->blanks ||
                      (at == before && tag->count > 0 && !strchr("/<>", c));
        tag->end = at;
        if (c == '<')
            return true;
        size_t next = c == '/' ? skip_spaces(tag, rest, at + 1) : at;
        if (next >= rest.len)
            return false;
        tag->closed = rest.ptr[next] == '>';
        tag->empty = tag->closed && c == '/';
        tag->blanks = tag->blanks || (tag->empty && next > at + 1);
        tag->end = next + 1;
        if (tag->closed)
            return true;
        if (c == '/')
            tag->odd = ++at > 0;
        else if (!scan_attribute(mender, &at, rest))
            return false;
    }
    return false;
}

bool hxp_mend_scan(hxp_tmx_mender *mender)
{
    enum { LONGEST = 8 << 20 };
    char name[32];
    while (!scan(mender)) {
        size_t size = hxp_mend_rest(mender).len;
        if (mender->last || mender->status != HXP_OK)
            return false;
        if (size > LONGEST) {
            mender->status = hxp_fail_at(
                mender->error, HXP_ELIMIT, hxp_input_name(mender->input),
                mender->place, "a tag is longer than %d bytes, the limit",
                LONGEST);
            return false;
        }
        hxp_mend_need(mender, 2 * size);
    }
    snprintf(name, sizeof name, "%.*s", HXP_FMT(mender->tag.name));
    mender->tag.element = hxp_tmx_element_nocase(name);
    return true;
}

/* --- Values --------------------------------------------------------------- */

/** What takes the place of a value, and why; text empty: it stays. */
typedef struct better {
    char text[HXP_TAG_SIZE];
} better;

static bool ends_with_date(hxp_str name)
{
    return hxp_str_ends(name, HXP_STR("date"));
}

static void better_date(better *out, hxp_str value)
{
    if (!hxp_tmx_is_date(value) && !hxp_tmx_date(out->text, value))
        out->text[0] = '\0';
}

/** As hxp_tag_normalise(), which may take long: most files have few tags. */
static void normalise(better *out, hxp_tmx_mender *mender, hxp_str tag)
{
    for (size_t i = 0; i < HXP_MEND_TAGS; i++)
        if (hxp_str_is(tag, mender->tags[i].tag)) {
            memcpy(out->text, mender->tags[i].normal, HXP_TAG_SIZE);
            return;
        }
    hxp_tag_normalise(out->text, tag);
    if (tag.len >= HXP_TAG_SIZE)
        return;
    hxp_mend_tag_known *known =
        &mender->tags[mender->tag_next++ % HXP_MEND_TAGS];
    snprintf(known->tag, HXP_TAG_SIZE, "%.*s", HXP_FMT(tag));
    memcpy(known->normal, out->text, HXP_TAG_SIZE);
}

static void better_language(better *out, hxp_tmx_mender *mender, hxp_str value)
{
    static const char all[] = "*all*"; /* only srclang has that */
    if (hxp_tag_canonical(out->text, value) || hxp_str_is(value, all))
        out->text[0] = '\0'; /* it is one */
    else if (hxp_str_is_nocase(value, all))
        snprintf(out->text, sizeof out->text, "%s", all);
    else
        normalise(out, mender, value);
}

/** A segtype that is one of TMX's but for its case, or in the plural. */
static void better_segtype(better *out, hxp_str value)
{
    static const char *const types[] = { "block", "paragraph", "sentence",
                                         "phrase" };
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (hxp_str_is_nocase(value, types[i]) ||
            (hxp_str_ends(value, HXP_STR("s")) &&
             hxp_str_is_nocase(hxp_str_part(value, 0, value.len - 1),
                               types[i])))
            snprintf(out->text, sizeof out->text, "%s", types[i]);
}

static void better_version(better *out, hxp_str value)
{
    static const char *const versions[] = { "1.1", "1.2", "1.3", "1.4" };
    for (size_t i = 0; i < sizeof versions / sizeof versions[0]; i++)
        if (hxp_str_is(value, versions[i]))
            return;
    snprintf(out->text, sizeof out->text, "1.4");
}

/** For the language that a header names by nothing. */
static void better_default(better *out, hxp_str name)
{
    static const char *const names[] = { "adminlang", "srclang" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (hxp_str_is(name, names[i]))
            snprintf(out->text, sizeof out->text, "%.*s",
                     HXP_FMT(hxp_tmx_header_default(names[i])));
}

/** What is better than mender->value for the attribute called name. */
static void find_better(better *out, hxp_tmx_mender *mender, hxp_str name)
{
    hxp_str value = hxp_buffer_str(&mender->value);
    out->text[0] = '\0';
    if (ends_with_date(name))
        better_date(out, value);
    else if (hxp_str_is(name, "segtype"))
        better_segtype(out, value);
    else if (hxp_str_is(name, "version") && mender->tag.element == HXP_TMX_ROOT)
        better_version(out, value);
    else if (value.len == 0 && mender->tag.element == HXP_TMX_HEADER)
        better_default(out, name);
    else if (hxp_str_is(name, "xml:lang") || hxp_str_is(name, "lang") ||
             hxp_str_is(name, "adminlang") || hxp_str_is(name, "srclang"))
        better_language(out, mender, value);
    if (hxp_str_is(value, out->text))
        out->text[0] = '\0';
}

/* --- Writing -------------------------------------------------------------- */

/** The name that TMX has for an attribute of any case, else name itself. */
static hxp_str known_name(hxp_tmx_element element, hxp_str name)
{
    if (element == HXP_TMX_UNKNOWN)
        return name;
    const char *const *known = hxp_tmx_kind_of(element)->attributes;
    for (; *known; known++)
        if (hxp_str_is_nocase(name, *known))
            return hxp_str_of(*known);
    return name;
}

/** The name of attribute i of the tag that rest begins with. */
static hxp_str name_of(const hxp_mend_tag *tag, size_t i, hxp_str rest)
{
    const hxp_mend_attribute *item = &tag->attributes[i];
    return known_name(tag->element,
                      hxp_str_part(rest, item->name, item->name_end));
}

/** True when the tag has name before its attribute i; only of a tag with very
 * many are the names remembered. */
static bool is_repeated(hxp_tmx_mender *mender, size_t i, hxp_str rest)
{
    enum { MANY = 32 };
    const hxp_mend_tag *tag = &mender->tag;
    hxp_str name = name_of(tag, i, rest);
    uint32_t number = 0;
    size_t before = mender->names.count;
    if (tag->count > MANY) {
        if (!hxp_names_add(&mender->names, name, &number))
            mender->status = hxp_no_memory(mender->error);
        return number < before;
    }
    for (size_t k = 0; k < i; k++)
        if (hxp_str_equal(name_of(tag, k, rest), name))
            return true;
    return false;
}

/** Pass over the bytes up to from of the tag that began at start. */
static void pass_to(hxp_tmx_mender *mender, size_t start, size_t from)
{
    hxp_mend_pass(mender, start + from - mender->at);
}

/**
 * Write the value of the attribute that is called name and stands at place,
 * the next size bytes, mended, or what is better.
 */
static void put_value(hxp_tmx_mender *mender, hxp_str name, hxp_place place,
                      size_t size)
{
    better instead;
    size_t from = mender->out.len;
    hxp_mend_text(mender, size, HXP_MEND_VALUE);
    if (mender->status != HXP_OK ||
        !hxp_mend_resolve(mender, hxp_str_part(hxp_buffer_str(&mender->out),
                                               from, mender->out.len)))
        return;
    find_better(&instead, mender, name);
    if (!instead.text[0])
        return;
    hxp_place behind = mender->place;
    mender->place = place;
    hxp_mend_tell(mender, HXP_FAULT_FIX_ATTRIBUTE,
                  "%.*s \"%.*s\" written as \"%s\"", HXP_FMT(name),
                  HXP_FMT(hxp_quote(hxp_buffer_str(&mender->value))),
                  instead.text);
    mender->place = behind;
    mender->out.len = from;
    hxp_mend_put(mender, hxp_str_of(instead.text));
}

static void put_attribute(hxp_tmx_mender *mender, size_t start, size_t i)
{
    const hxp_mend_attribute *item = &mender->tag.attributes[i];
    hxp_str rest = { mender->in.ptr + start, mender->in.len - start };
    hxp_str name = name_of(&mender->tag, i, rest);
    hxp_str written = hxp_str_part(rest, item->name, item->name_end);
    pass_to(mender, start, item->name);
    if (!hxp_mend_is_name(name) || is_repeated(mender, i, rest)) {
        hxp_mend_tell(mender, HXP_FAULT_FIX_ATTRIBUTE,
                      "attribute %.*s left out: %s", HXP_FMT(hxp_quote(name)),
                      hxp_mend_is_name(name) ? "it stands there before"
                                             : "that is no name");
        return;
    }
    if (!hxp_str_equal(name, written))
        hxp_mend_tell(mender, HXP_FAULT_FIX_ATTRIBUTE,
                      "attribute %.*s written as %.*s", HXP_FMT(written),
                      HXP_FMT(name));
    if (!item->quoted)
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                      "the value of %.*s put in quotes",
                      HXP_FMT(hxp_quote(name)));
    hxp_mend_put(mender, HXP_STR(" "));
    hxp_mend_put(mender, name);
    hxp_mend_put(mender, HXP_STR("=\""));
    hxp_place place = mender->place;
    pass_to(mender, start, item->value);
    put_value(mender, name, place, item->value_end - item->value);
    hxp_mend_put(mender, HXP_STR("\""));
}

/** What TMX wants and cannot be left to the writer, with a value for it. */
static void put_missing(hxp_tmx_mender *mender, hxp_str rest)
{
    static const struct {
        hxp_tmx_element element;
        const char *name, *value;
    } wanted[] = {
        { HXP_TMX_ROOT, "version", "1.4" },
        { HXP_TMX_PROP, "type", "x-unknown" },
        { HXP_TMX_UDE, "name", "unknown" },
        { HXP_TMX_MAP, "unicode", "" },
        { HXP_TMX_HEADER, "creationtool", NULL },
        { HXP_TMX_HEADER, "creationtoolversion", NULL },
        { HXP_TMX_HEADER, "segtype", NULL },
        { HXP_TMX_HEADER, "o-tmf", NULL },
        { HXP_TMX_HEADER, "adminlang", NULL },
        { HXP_TMX_HEADER, "srclang", NULL },
        { HXP_TMX_HEADER, "datatype", NULL },
    };
    const hxp_mend_tag *tag = &mender->tag;
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        size_t k = 0;
        if (wanted[i].element != tag->element)
            continue;
        while (k < tag->count &&
               !hxp_str_is(name_of(tag, k, rest), wanted[i].name))
            k++;
        if (k < tag->count)
            continue;
        hxp_str value = wanted[i].value
                            ? hxp_str_of(wanted[i].value)
                            : hxp_tmx_header_default(wanted[i].name);
        hxp_mend_tell(mender, HXP_FAULT_FIX_ATTRIBUTE,
                      "%s lacked %s: \"%.*s\" put in",
                      hxp_tmx_kind_of(tag->element)->name, wanted[i].name,
                      HXP_FMT(value));
        hxp_mend_put(mender, HXP_STR(" "));
        hxp_mend_put(mender, hxp_str_of(wanted[i].name));
        hxp_mend_put(mender, HXP_STR("=\""));
        hxp_mend_put(mender, value);
        hxp_mend_put(mender, HXP_STR("\""));
    }
}

/** Keep the tag's line ends, so that places behind it stay right. */
static void put_line_ends(hxp_tmx_mender *mender, hxp_str rest)
{
    const hxp_mend_tag *tag = &mender->tag;
    size_t from = 0;
    for (size_t i = 0; i <= tag->count; i++) {
        size_t to = i < tag->count ? tag->attributes[i].value : tag->end;
        for (; from < to; from++)
            if (hxp_mend_ends_line(rest, from))
                hxp_mend_put(mender, HXP_STR("\n"));
        if (i < tag->count)
            from = tag->attributes[i].value_end;
    }
}

void hxp_mend_tag_out(hxp_tmx_mender *mender, hxp_str name)
{
    size_t start = mender->at;
    if (mender->tag.odd)
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                      "what is no attribute of <%.*s> left out", HXP_FMT(name));
    hxp_mend_put(mender, HXP_STR("<"));
    hxp_mend_put(mender, name);
    hxp_str rest = hxp_mend_rest(mender);
    put_missing(mender, rest);
    hxp_mend_prefixes(mender);
    for (size_t i = 0; mender->status == HXP_OK && i < mender->tag.count; i++)
        put_attribute(mender, start, i);
    hxp_names_free(&mender->names);
    if (mender->status != HXP_OK)
        return;
    put_line_ends(mender, rest);
    pass_to(mender, start, mender->tag.end);
    if (!mender->tag.closed)
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                      "the tag of <%.*s> is not closed: \">\" put in",
                      HXP_FMT(name));
    if (mender->tag.blanks)
        hxp_mend_tell(mender, HXP_FAULT_FIX_MARKUP,
                      "blanks in the tag of <%.*s> put right", HXP_FMT(name));
    hxp_mend_put(mender, mender->tag.empty ? HXP_STR("/>") : HXP_STR(">"));
}

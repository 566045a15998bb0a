/* docx_fields.c - fields of a DOCX: lists of contents, links, page numbers. */
#include "formats/office/docx_fields.h"

#include "base/str.h"

/** The next word of an instruction, or what is in quotation marks there; rest
 * goes on behind it. */
static hxp_str next_word(hxp_str *rest)
{
    hxp_str word = HXP_STR("");
    char end = ' ';
    *rest = hxp_str_trim(*rest);
    if (hxp_str_starts(*rest, HXP_STR("\""))) {
        end = '"';
        *rest = hxp_str_part(*rest, 1, rest->len);
    }
    hxp_str_cut(rest, end, &word);
    return word;
}

static hxp_str told(const hxp_docx_fields *fields)
{
    return (hxp_str){ fields->told, fields->letters };
}

static bool is_one_of(hxp_str word, const char *const *names)
{
    while (*names && !hxp_str_is_nocase(word, *names))
        names++;
    return *names != NULL;
}

/** Take note of what the innermost field is, by the word it begins with. */
static void begin_result(hxp_docx_fields *fields)
{
    static const char *const lists[] = { "TOC", "INDEX", "TOA", NULL };
    static const char *const pages[] = { "PAGE", "NUMPAGES", "SECTIONPAGES",
                                         NULL };
    hxp_str rest = told(fields);
    hxp_str word = next_word(&rest);
    if (fields->list == 0 && is_one_of(word, lists))
        fields->list = fields->open;
    if (fields->page == 0 && is_one_of(word, pages))
        fields->page = fields->open;
    if (fields->link == 0 && hxp_str_is_nocase(word, "HYPERLINK"))
        fields->link = fields->open;
}

/** The innermost field ends. */
static void end_field(hxp_docx_fields *fields)
{
    size_t *const ending[] = { &fields->list, &fields->page, &fields->link };
    for (size_t i = 0; i < sizeof ending / sizeof ending[0]; i++)
        if (*ending[i] == fields->open)
            *ending[i] = 0;
    fields->open--;
}

bool hxp_docx_fields_mark(hxp_docx_fields *fields, hxp_str type)
{
    size_t page = fields->page;
    if (hxp_str_is(type, "begin")) {
        fields->open++;
        if (fields->telling == 0) {
            fields->telling = fields->open;
            fields->letters = 0;
        }
        return false;
    }
    bool told_all = fields->open > 0 && fields->telling == fields->open;
    if (told_all)
        begin_result(fields);
    bool is_page = fields->page != page;
    if (told_all)
        fields->telling = 0;
    if (hxp_str_is(type, "end") && fields->open > 0)
        end_field(fields);
    return is_page;
}

void hxp_docx_fields_tell(hxp_docx_fields *fields, hxp_str text)
{
    if (fields->telling != fields->open)
        return; /* a field within an instruction */
    size_t room = sizeof fields->told - fields->letters;
    size_t len = text.len < room ? text.len : room;
    if (len > 0)
        memcpy(fields->told + fields->letters, text.ptr, len);
    fields->letters += len;
}

void hxp_docx_fields_end_line(hxp_docx_fields *fields)
{
    fields->telling = fields->page = 0;
}

bool hxp_docx_fields_is_page(const hxp_docx_fields *fields)
{
    return fields->page > 0 && fields->telling == 0 && fields->list == 0;
}

bool hxp_docx_fields_hide(const hxp_docx_fields *fields)
{
    return fields->list > 0 || fields->page > 0 || fields->telling > 0;
}

hxp_str hxp_docx_fields_address(const hxp_docx_fields *fields, hxp_str *anchor)
{
    hxp_str rest = told(fields), address = HXP_STR("");
    *anchor = HXP_STR("");
    if (fields->letters == sizeof fields->told)
        return address; /* it was cut */
    next_word(&rest);
    while (rest.len > 0) {
        hxp_str word = next_word(&rest);
        if (hxp_str_is_nocase(word, "\\l"))
            *anchor = next_word(&rest);
        else if (hxp_str_is_nocase(word, "\\o") ||
                 hxp_str_is_nocase(word, "\\t"))
            next_word(&rest); /* words for it; a window */
        else if (address.len == 0 && !hxp_str_starts(word, HXP_STR("\\")))
            address = word;
    }
    return address;
}

/* docx_fields.c - fields of a DOCX: lists of contents, links. */
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

/** Take note of what the innermost field is, by the word it begins with. */
static void begin_result(hxp_docx_fields *fields)
{
    hxp_str rest = told(fields);
    hxp_str word = next_word(&rest);
    if (fields->list == 0 &&
        (hxp_str_is_nocase(word, "TOC") || hxp_str_is_nocase(word, "INDEX") ||
         hxp_str_is_nocase(word, "TOA")))
        fields->list = fields->open;
    if (fields->link == 0 && hxp_str_is_nocase(word, "HYPERLINK"))
        fields->link = fields->open;
}

void hxp_docx_fields_mark(hxp_docx_fields *fields, hxp_str type)
{
    if (hxp_str_is(type, "begin")) {
        fields->open++;
        fields->letters = 0;
    } else if (hxp_str_is(type, "separate")) {
        begin_result(fields);
    } else if (hxp_str_is(type, "end") && fields->open > 0) {
        if (fields->list == fields->open)
            fields->list = 0;
        if (fields->link == fields->open)
            fields->link = 0;
        fields->open--;
    }
}

void hxp_docx_fields_tell(hxp_docx_fields *fields, hxp_str text)
{
    size_t room = sizeof fields->told - fields->letters;
    size_t len = text.len < room ? text.len : room;
    if (len > 0)
        memcpy(fields->told + fields->letters, text.ptr, len);
    fields->letters += len;
}

bool hxp_docx_fields_hide(const hxp_docx_fields *fields)
{
    return fields->list > 0;
}

hxp_str hxp_docx_fields_address(const hxp_docx_fields *fields)
{
    hxp_str rest = told(fields);
    next_word(&rest);
    hxp_str address = next_word(&rest);
    bool cut = fields->letters == sizeof fields->told;
    bool within = hxp_str_starts(address, HXP_STR("\\")); /* an option */
    return cut || within ? HXP_STR("") : address;
}

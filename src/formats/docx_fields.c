/* docx_fields.c - fields of a DOCX, and which of them are lists of contents. */
#include "formats/docx_fields.h"

#include "base/str.h"

/** True for instructions that make lists of what stands elsewhere. */
static bool is_list(const hxp_docx_fields *fields)
{
    hxp_str word = { fields->word, fields->letters };
    return hxp_str_is_nocase(word, "TOC") || hxp_str_is_nocase(word, "INDEX") ||
           hxp_str_is_nocase(word, "TOA");
}

void hxp_docx_fields_mark(hxp_docx_fields *fields, hxp_str type)
{
    if (hxp_str_is(type, "begin")) {
        fields->open++;
        fields->letters = 0;
        fields->told = false;
    } else if (hxp_str_is(type, "separate")) {
        if (fields->list == 0 && is_list(fields))
            fields->list = fields->open;
    } else if (hxp_str_is(type, "end") && fields->open > 0) {
        if (fields->list == fields->open)
            fields->list = 0;
        fields->open--;
    }
}

void hxp_docx_fields_tell(hxp_docx_fields *fields, hxp_str text)
{
    if (fields->letters == 0)
        text = hxp_str_trim(text);
    for (size_t i = 0; i < text.len && !fields->told; i++) {
        fields->told =
            fields->letters == sizeof fields->word || text.ptr[i] == ' ';
        if (!fields->told)
            fields->word[fields->letters++] = text.ptr[i];
    }
}

bool hxp_docx_fields_hide(const hxp_docx_fields *fields)
{
    return fields->list > 0;
}

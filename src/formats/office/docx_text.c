/* docx_text.c - the runs of text in a DOCX: how they look, fields, links. */
#include "base/str.h"
#include "formats/office/docx_reader.h"
#include "formats/office/symbol_font.h"
#include "text/utf8.h"

static const hxp_look looks[HXP_LOOKS] = {
    { "w:hyperlink", "link", "<w:hyperlink>", "</w:hyperlink>" },
    { "w:b", "bold", "<w:b>", "</w:b>" },
    { "w:i", "italic", "<w:i>", "</w:i>" },
    { "w:u", "ulined", "<w:u>", "</w:u>" },
    { "w:strike", "", "<w:strike>", "</w:strike>" },
    { "super", "", "<w:vertAlign w:val=\"superscript\">", "</w:vertAlign>" },
    { "sub", "", "<w:vertAlign w:val=\"subscript\">", "</w:vertAlign>" },
};

hxp_status hxp_docx_change_look(hxp_docx_reader *reader, unsigned wanted,
                                hxp_error *error)
{
    return hxp_looks_change(&reader->blocks, looks, wanted, &reader->link,
                            error);
}

hxp_status hxp_docx_start_hidden(void *context, const char **attributes,
                                 hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)error;
    if (!reader->run.passed)
        reader->hidden = hxp_look_is_on(attributes);
    return HXP_OK;
}

/** A style comes before what the run says itself. */
hxp_status hxp_docx_start_run_style(void *context, const char **attributes,
                                    hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)error;
    if (reader->run.passed)
        return HXP_OK;
    hxp_docx_look look = hxp_docx_style_look(
        &reader->styles, hxp_xml_attribute(attributes, "val"));
    reader->run.look |= look.bits;
    reader->hidden |= look.hidden;
    return HXP_OK;
}

hxp_status hxp_docx_start_run(void *context, const char **attributes,
                              hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->run.look = 0;
    reader->hidden = false;
    return HXP_OK;
}

/* --- Text ----------------------------------------------------------------- */

/** True where what comes is text of the open paragraph. */
static bool is_shown(hxp_docx_reader *reader)
{
    return hxp_blocks_part(&reader->blocks) && !reader->hidden &&
           !hxp_docx_fields_hide(&reader->fields);
}

/** Let what follows look as the run in work does. */
static hxp_status change_run_look(hxp_docx_reader *reader, hxp_error *error)
{
    return hxp_docx_change_look(
        reader, reader->run.look | hxp_office_link_look(&reader->link), error);
}

static hxp_status add_text(hxp_docx_reader *reader, hxp_str text,
                           hxp_error *error)
{
    if (!is_shown(reader))
        return HXP_OK;
    hxp_status status = change_run_look(reader, error);
    return status == HXP_OK ? hxp_blocks_text(&reader->blocks, text, error)
                            : status;
}

hxp_status hxp_docx_text(void *context, hxp_str text, hxp_error *error)
{
    hxp_docx_reader *reader = context;
    if (reader->instruction)
        hxp_docx_fields_tell(&reader->fields, text);
    if (reader->texts && hxp_docx_fields_is_page(&reader->fields) &&
        hxp_blocks_part(&reader->blocks))
        return hxp_blocks_show(&reader->blocks, text, error);
    reader->left.texts +=
        reader->texts && reader->hidden && hxp_str_trim(text).len > 0;
    return reader->texts ? add_text(reader, text, error) : HXP_OK;
}

hxp_status hxp_docx_start_text(void *context, const char **attributes,
                               hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->texts = true;
    return HXP_OK;
}

hxp_status hxp_docx_end_text(void *context, hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)error;
    reader->texts = false;
    return HXP_OK;
}

/** A field begins, has told what it does, or ends; so may a link. */
static hxp_status mark_field(hxp_docx_reader *reader, hxp_str type,
                             hxp_error *error)
{
    hxp_docx_fields *fields = &reader->fields;
    hxp_str anchor;
    size_t link = fields->link;
    if (hxp_docx_fields_mark(fields, type))
        return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE,
                               "w:fldSimple", "", error);
    if (link == fields->link)
        return HXP_OK;
    hxp_office_link_end(&reader->link);
    if (fields->link == 0)
        return HXP_OK;
    hxp_str address = hxp_docx_fields_address(fields, &anchor);
    return hxp_office_link_start(&reader->link, looks[0].name, address, anchor,
                                 error);
}

hxp_status hxp_docx_start_field(void *reader, const char **attributes,
                                hxp_error *error)
{
    return mark_field(reader, hxp_xml_attribute(attributes, "fldCharType"),
                      error);
}

hxp_status hxp_docx_start_simple_field(void *context, const char **attributes,
                                       hxp_error *error)
{
    hxp_docx_reader *reader = context;
    hxp_docx_fields_mark(&reader->fields, HXP_STR("begin"));
    hxp_docx_fields_tell(&reader->fields,
                         hxp_xml_attribute(attributes, "instr"));
    return mark_field(reader, HXP_STR("separate"), error);
}

hxp_status hxp_docx_end_simple_field(void *reader, hxp_error *error)
{
    return mark_field(reader, HXP_STR("end"), error);
}

hxp_status hxp_docx_start_instruction(void *context, const char **attributes,
                                      hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->instruction = true;
    return HXP_OK;
}

hxp_status hxp_docx_end_instruction(void *context, hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)error;
    reader->instruction = false;
    return HXP_OK;
}

hxp_status hxp_docx_start_tab(void *context, const char **attributes,
                              hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)attributes;
    /* within the properties of a paragraph it is a tab stop */
    return reader->run.passed ? HXP_OK : add_text(reader, HXP_STR("\t"), error);
}

hxp_status hxp_docx_start_break(void *context, const char **attributes,
                                hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)attributes;
    if (!is_shown(reader))
        return HXP_OK;
    hxp_status status = change_run_look(reader, error);
    return status == HXP_OK ? hxp_office_break(&reader->blocks, "w:br", error)
                            : status;
}

hxp_status hxp_docx_start_hard_hyphen(void *reader, const char **attributes,
                                      hxp_error *error)
{
    (void)attributes;
    return add_text(reader, HXP_STR("\xE2\x80\x91"), error);
}

hxp_status hxp_docx_start_soft_hyphen(void *reader, const char **attributes,
                                      hxp_error *error)
{
    (void)attributes;
    return add_text(reader, HXP_STR("\xC2\xAD"), error);
}

/** A character of a font, as an arrow of Symbol's: text, if it is known. */
hxp_status hxp_docx_start_symbol(void *context, const char **attributes,
                                 hxp_error *error)
{
    hxp_docx_reader *reader = context;
    char bytes[4];
    int32_t c = hxp_symbol_of_font(hxp_xml_attribute(attributes, "font"),
                                   hxp_xml_attribute(attributes, "char"));
    if (!is_shown(reader))
        return HXP_OK;
    if (c > 0)
        return add_text(reader, (hxp_str){ bytes, hxp_utf8_put(bytes, c) },
                        error);
    return hxp_office_code(&reader->blocks, HXP_CODE_STANDALONE, "w:sym", "",
                           error);
}

/* --- Links ---------------------------------------------------------------- */

hxp_status hxp_docx_start_link(void *context, const char **attributes,
                               hxp_error *error)
{
    hxp_docx_reader *reader = context;
    hxp_str address = hxp_relations_address(
        &reader->relations, hxp_office_attribute(attributes, "r:id"));
    return hxp_office_link_start(&reader->link, looks[0].name, address,
                                 hxp_xml_attribute(attributes, "anchor"),
                                 error);
}

hxp_status hxp_docx_end_link(void *context, hxp_error *error)
{
    hxp_docx_reader *reader = context;
    (void)error;
    hxp_office_link_end(&reader->link);
    return HXP_OK;
}

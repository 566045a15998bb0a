/* odf_text.c - the text in an OpenDocument: spans, links, blanks. */
#include "formats/office/odf_reader.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

static const hxp_look looks[HXP_LOOKS] = {
    { "text:a", "link", "<text:a>", "</text:a>" },
    { "bold", "bold", "<text:span font-weight=\"bold\">", "</text:span>" },
    { "italic", "italic", "<text:span font-style=\"italic\">", "</text:span>" },
    { "underline", "ulined", "<text:span text-underline-style=\"solid\">",
      "</text:span>" },
    { "strike", "", "<text:span text-line-through-style=\"solid\">",
      "</text:span>" },
    { "super", "", "<text:span text-position=\"super\">", "</text:span>" },
    { "sub", "", "<text:span text-position=\"sub\">", "</text:span>" },
};

hxp_status hxp_odf_push_look(hxp_odf_reader *reader, unsigned look,
                             hxp_error *error)
{
    if (!hxp_array_reserve(&reader->spans, &reader->span_capacity,
                           reader->span_count + 1, sizeof *reader->spans))
        return hxp_no_memory(error);
    reader->spans[reader->span_count++] = look;
    return HXP_OK;
}

hxp_status hxp_odf_end_looks(hxp_odf_reader *reader, hxp_error *error)
{
    return hxp_looks_change(&reader->blocks, looks, 0, NULL, error);
}

/** Let what follows look as the spans and links around it say. */
static hxp_status change_look(hxp_odf_reader *reader, hxp_error *error)
{
    unsigned look = hxp_office_link_look(&reader->link);
    if (reader->span_count > 0)
        look |= reader->spans[reader->span_count - 1];
    return hxp_looks_change(&reader->blocks, looks, look, &reader->link, error);
}

hxp_status hxp_odf_text(void *context, hxp_str text, hxp_error *error)
{
    hxp_odf_reader *reader = context;
    const hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    if (part && reader->page)
        return hxp_blocks_show(&reader->blocks, text, error);
    if (!part || (part->text.len == 0 && hxp_str_trim(text).len == 0))
        return HXP_OK;
    hxp_status status = change_look(reader, error);
    return status == HXP_OK ? hxp_blocks_text(&reader->blocks, text, error)
                            : status;
}

/** Add white space that counts. */
static hxp_status add_space(hxp_odf_reader *reader, hxp_str space,
                            hxp_error *error)
{
    hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    if (!part)
        return HXP_OK;
    hxp_status status = change_look(reader, error);
    part->verbatim = true;
    if (status == HXP_OK)
        status = hxp_blocks_text(&reader->blocks, space, error);
    part->verbatim = false;
    return status;
}

hxp_status hxp_odf_start_blanks(void *reader, const char **attributes,
                                hxp_error *error)
{
    enum { MOST_BLANKS = 1000 };
    hxp_str count = hxp_xml_attribute(attributes, "c");
    int blanks = 0;
    for (size_t i = 0; i < count.len && blanks < MOST_BLANKS; i++)
        if (count.ptr[i] >= '0' && count.ptr[i] <= '9')
            blanks = 10 * blanks + (count.ptr[i] - '0');
    if (blanks == 0)
        blanks = 1;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && blanks-- > 0)
        status = add_space(reader, HXP_STR(" "), error);
    return status;
}

hxp_status hxp_odf_start_tab(void *reader, const char **attributes,
                             hxp_error *error)
{
    (void)attributes;
    return add_space(reader, HXP_STR("\t"), error);
}

hxp_status hxp_odf_start_break(void *context, const char **attributes,
                               hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)attributes;
    return hxp_office_break(&reader->blocks, "text:line-break", error);
}

hxp_status hxp_odf_start_span(void *context, const char **attributes,
                              hxp_error *error)
{
    hxp_odf_reader *reader = context;
    size_t count = reader->span_count;
    unsigned around = count > 0 ? reader->spans[count - 1] : 0;
    unsigned own = hxp_odf_style_look(
        &reader->styles, hxp_xml_attribute(attributes, "style-name"));
    reader->skip = (own & HXP_ODF_HIDDEN) != 0;
    reader->hidden.texts += reader->skip && reader->texts;
    return reader->skip ? HXP_OK
                        : hxp_odf_push_look(reader, around | own, error);
}

/** Text that a condition hides, for now. */
hxp_status hxp_odf_start_hidden(void *context, const char **attributes,
                                hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)error;
    reader->skip =
        hxp_str_is(hxp_xml_attribute(attributes, "is-hidden"), "true");
    reader->hidden.texts += reader->skip && reader->texts;
    return HXP_OK;
}

hxp_status hxp_odf_end_span(void *context, hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)error;
    reader->span_count--;
    return HXP_OK;
}

hxp_status hxp_odf_start_link(void *context, const char **attributes,
                              hxp_error *error)
{
    hxp_odf_reader *reader = context;
    return hxp_office_link_start(&reader->link, looks[0].name,
                                 hxp_xml_attribute(attributes, "href"),
                                 HXP_STR(""), error);
}

hxp_status hxp_odf_end_link(void *context, hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)error;
    hxp_office_link_end(&reader->link);
    return HXP_OK;
}

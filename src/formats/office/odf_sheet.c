/* odf_sheet.c - the tables of an OpenDocument: sheets, rows, cells. */
#include "base/error.h"
#include "base/str.h"
#include "formats/office/odf_reader.h"

/** The number in an attribute that says how often; 1: there is none. */
static size_t times(const char **attributes, const char *name)
{
    size_t count = hxp_office_number(hxp_xml_attribute(attributes, name));
    return count > 0 ? count : 1;
}

/** True for a row or column that is hidden, by hand or by a filter. */
static bool is_hidden(const char **attributes)
{
    hxp_str visibility = hxp_xml_attribute(attributes, "visibility");
    return hxp_str_is(visibility, "collapse") ||
           hxp_str_is(visibility, "filter");
}

hxp_status hxp_odf_start_table(void *context, const char **attributes,
                               hxp_error *error)
{
    hxp_odf_reader *reader = context;
    hxp_block heading = { HXP_BLOCK_HEADING, 1 };
    if (!reader->sheets || reader->cells > 0)
        return HXP_OK;
    reader->skip = hxp_odf_style_hides(
        hxp_odf_style_find(&reader->styles, HXP_ODF_OTHERS,
                           hxp_xml_attribute(attributes, "style-name")));
    reader->hidden.sheets += reader->skip && reader->texts;
    if (reader->skip || !reader->texts)
        return HXP_OK;
    hxp_hidden_begin_sheet(&reader->hidden);
    reader->all_columns = 0;
    hxp_str name = hxp_xml_attribute(attributes, "name");
    reader->place = (hxp_place){ 0, 0, 0 };
    reader->rows = 0;
    hxp_status status =
        hxp_cell_name_sheet(&reader->name, &reader->blocks, name, error);
    if (status == HXP_OK)
        status =
            hxp_blocks_open(&reader->blocks, heading, reader->place, error);
    if (status == HXP_OK)
        status = hxp_blocks_text(&reader->blocks, name, error);
    return status == HXP_OK ? hxp_blocks_close(&reader->blocks, error) : status;
}

hxp_status hxp_odf_start_column(void *context, const char **attributes,
                                hxp_error *error)
{
    hxp_odf_reader *reader = context;
    if (!reader->sheets || reader->cells > 0)
        return HXP_OK;
    size_t first = reader->all_columns + 1;
    reader->all_columns += times(attributes, "number-columns-repeated");
    return !is_hidden(attributes) ||
                   hxp_hidden_add_columns(&reader->hidden, first,
                                          reader->all_columns + 1)
               ? HXP_OK
               : hxp_no_memory(error);
}

hxp_status hxp_odf_start_row(void *context, const char **attributes,
                             hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)error;
    if (reader->sheets && reader->cells == 0) {
        reader->place.line = reader->rows + 1;
        reader->rows += times(attributes, "number-rows-repeated");
        reader->columns = 0;
        reader->hidden.row = is_hidden(attributes);
    }
    return HXP_OK;
}

/** Move on to a cell of a sheet. */
static hxp_status pass_cell(hxp_odf_reader *reader, const char **attributes,
                            hxp_error *error)
{
    if (!reader->sheets || reader->cells > 0)
        return HXP_OK;
    reader->place.column = reader->place.column16 = reader->columns + 1;
    reader->columns += times(attributes, "number-columns-repeated");
    return hxp_cell_name_cell(&reader->name, &reader->blocks, reader->place,
                              error);
}

hxp_status hxp_odf_start_cell(void *context, const char **attributes,
                              hxp_error *error)
{
    hxp_odf_reader *reader = context;
    hxp_str type = hxp_xml_attribute(attributes, "value-type");
    hxp_status status = pass_cell(reader, attributes, error);
    reader->skip = (type.len > 0 && !hxp_str_is(type, "string")) ||
                   hxp_xml_attribute(attributes, "formula").len > 0;
    if (!reader->skip && type.len > 0 && reader->sheets && reader->cells == 0 &&
        hxp_hidden_has_cell(&reader->hidden, reader->place.column)) {
        reader->skip = true;
        reader->hidden.cells++;
    }
    reader->cells += !reader->skip;
    return status;
}

hxp_status hxp_odf_start_covered(void *context, const char **attributes,
                                 hxp_error *error)
{
    hxp_odf_reader *reader = context;
    reader->skip = true;
    return pass_cell(reader, attributes, error);
}

hxp_status hxp_odf_end_cell(void *context, hxp_error *error)
{
    hxp_odf_reader *reader = context;
    (void)error;
    reader->cells--;
    return HXP_OK;
}

/* xlsx.c - Excel's sheets: the texts in their cells, in order. */
#include "base/error.h"
#include "base/str.h"
#include "formats/documents/document_format.h"
#include "formats/office/cell_name.h"
#include "formats/office/hidden.h"
#include "formats/office/office_drawing.h"
#include "formats/office/office_looks.h"
#include "formats/office/xlsx_links.h"
#include "formats/office/xlsx_strings.h"
#include "formats/office/xstring.h"

static const hxp_look looks[HXP_LOOKS] = {
    { "a", "link", "<a>", "</a>" },
    { "b", "bold", "<b>", "</b>" },
    { "i", "italic", "<i>", "</i>" },
    { "u", "ulined", "<u>", "</u>" },
    { "strike", "", "<strike>", "</strike>" },
    { "super", "", "<vertAlign val=\"superscript\">", "</vertAlign>" },
    { "sub", "", "<vertAlign val=\"subscript\">", "</vertAlign>" },
};

/** What stands in a cell. */
typedef enum cell_kind {
    CELL_OTHER,  /* a number, a date, what a formula gives */
    CELL_SHARED, /* the number of a text that cells share */
    CELL_PLAIN   /* the text itself */
} cell_kind;

typedef struct xlsx_reader {
    hxp_looked run;    /* first: see hxp_looked */
    hxp_blocks blocks; /* the document's */
    hxp_blocks shared; /* those that cells share */
    hxp_blocks *into;  /* one of these */
    hxp_xlsx_strings strings;
    hxp_relations relations; /* of the workbook */
    hxp_archive *archive;
    hxp_xlsx_links links;      /* of the sheet in work */
    const hxp_xlsx_link *link; /* that the open text of a cell is, or NULL */
    hxp_cell_name name;        /* of the sheet and the cell in work */
    size_t row, column;        /* of the cell, from 1 */
    cell_kind kind;            /* of it */
    hxp_hidden hidden;
    bool skip;   /* the element in work */
    bool texts;  /* text that comes is of a text, */
    bool values; /* of a value */
    hxp_buffer value;
    bool found; /* there is a workbook in it */
} xlsx_reader;

/* --- Texts ---------------------------------------------------------------- */

static hxp_place place_of(const xlsx_reader *reader)
{
    return (hxp_place){ reader->row, reader->column, reader->column };
}

/** Let what comes be known by the name of the cell in work. */
static hxp_status name_cell(xlsx_reader *reader, hxp_error *error)
{
    return hxp_cell_name_cell(&reader->name, &reader->blocks, place_of(reader),
                              error);
}

static hxp_status open_string(xlsx_reader *reader, hxp_block_kind kind,
                              hxp_error *error)
{
    reader->run.look = 0;
    hxp_status status = name_cell(reader, error);
    if (status == HXP_OK)
        status = hxp_blocks_open(reader->into, (hxp_block){ kind, 0 },
                                 place_of(reader), error);
    reader->link = NULL;
    if (status != HXP_OK)
        return status;
    hxp_blocks_part(reader->into)->verbatim = true;
    if (kind == HXP_BLOCK_CELL && reader->into == &reader->blocks)
        reader->link = hxp_xlsx_links_find(&reader->links, place_of(reader));
    return reader->link ? hxp_xlsx_link_put(reader->into, reader->link,
                                            HXP_CODE_BEGIN, error)
                        : HXP_OK;
}

/** True when the cell in work is not shown. */
static bool is_hidden(const xlsx_reader *reader)
{
    return hxp_hidden_has_cell(&reader->hidden, reader->column);
}

/** The text in a cell itself. */
static hxp_status start_string(void *context, const char **attributes,
                               hxp_error *error)
{
    xlsx_reader *reader = context;
    (void)attributes;
    reader->skip = is_hidden(reader);
    reader->hidden.cells += reader->skip;
    return reader->skip ? HXP_OK : open_string(context, HXP_BLOCK_CELL, error);
}

/** The text of a comment. */
static hxp_status start_note(void *context, const char **attributes,
                             hxp_error *error)
{
    (void)attributes;
    return open_string(context, HXP_BLOCK_NOTE, error);
}

static hxp_status end_string(void *context, hxp_error *error)
{
    xlsx_reader *reader = context;
    if (!hxp_blocks_part(reader->into))
        return HXP_OK;
    hxp_status status = hxp_looks_change(reader->into, looks, 0, NULL, error);
    if (status == HXP_OK && reader->link)
        status =
            hxp_xlsx_link_put(reader->into, reader->link, HXP_CODE_END, error);
    return status == HXP_OK ? hxp_blocks_close(reader->into, error) : status;
}

static hxp_status start_shared(void *context, const char **attributes,
                               hxp_error *error)
{
    xlsx_reader *reader = context;
    (void)attributes;
    hxp_status status = hxp_xlsx_strings_next(&reader->strings, error);
    return status == HXP_OK ? open_string(reader, HXP_BLOCK_CELL, error)
                            : status;
}

static hxp_status start_run(void *context, const char **attributes,
                            hxp_error *error)
{
    xlsx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->run.look = 0;
    return HXP_OK;
}

static hxp_status start_text(void *context, const char **attributes,
                             hxp_error *error)
{
    xlsx_reader *reader = context;
    (void)attributes;
    reader->texts = hxp_blocks_part(reader->into) != NULL;
    reader->value.len = 0;
    return hxp_looks_change(reader->into, looks, reader->run.look, NULL, error);
}

static hxp_status end_text(void *context, hxp_error *error)
{
    xlsx_reader *reader = context;
    if (!reader->texts)
        return HXP_OK;
    reader->texts = false;
    hxp_xstring_decode(&reader->value);
    return hxp_blocks_text(reader->into, hxp_buffer_str(&reader->value), error);
}

static hxp_status text(void *context, hxp_str text, hxp_error *error)
{
    xlsx_reader *reader = context;
    if (!reader->values && !reader->texts)
        return HXP_OK;
    if (text.len > HXP_PARAGRAPH_LIMIT - reader->value.len)
        return hxp_fail_at(error, HXP_ELIMIT, reader->blocks.file,
                           place_of(reader),
                           "the text is larger than %zu MiB, the limit",
                           HXP_PARAGRAPH_LIMIT >> 20);
    return hxp_buffer_add(&reader->value, text) ? HXP_OK : hxp_no_memory(error);
}

/* --- Cells ---------------------------------------------------------------- */

/** What the name of a cell does not say stays. */
static void set_place(xlsx_reader *reader, hxp_str name)
{
    hxp_xlsx_cell(&reader->row, &reader->column, name);
}

static bool is_on(hxp_str value)
{
    return hxp_str_is(value, "1") || hxp_str_is(value, "true");
}

/** Columns from min to max, which may be hidden. */
static hxp_status start_columns(void *context, const char **attributes,
                                hxp_error *error)
{
    xlsx_reader *reader = context;
    size_t first = hxp_office_number(hxp_xml_attribute(attributes, "min"));
    size_t last = hxp_office_number(hxp_xml_attribute(attributes, "max"));
    return !is_on(hxp_xml_attribute(attributes, "hidden")) ||
                   hxp_hidden_add_columns(&reader->hidden, first, last + 1)
               ? HXP_OK
               : hxp_no_memory(error);
}

static hxp_status start_row(void *context, const char **attributes,
                            hxp_error *error)
{
    xlsx_reader *reader = context;
    (void)error;
    reader->row++;
    reader->column = 0;
    reader->hidden.row = is_on(hxp_xml_attribute(attributes, "hidden"));
    set_place(reader, hxp_xml_attribute(attributes, "r"));
    return HXP_OK;
}

/** A comment on a cell. */
static hxp_status start_comment(void *context, const char **attributes,
                                hxp_error *error)
{
    (void)error;
    set_place(context, hxp_office_attribute(attributes, "ref"));
    return HXP_OK;
}

static hxp_status start_cell(void *context, const char **attributes,
                             hxp_error *error)
{
    xlsx_reader *reader = context;
    hxp_str type = hxp_xml_attribute(attributes, "t");
    (void)error;
    reader->column++;
    set_place(reader, hxp_office_attribute(attributes, "r"));
    reader->kind = hxp_str_is(type, "s")     ? CELL_SHARED
                   : hxp_str_is(type, "str") ? CELL_PLAIN
                                             : CELL_OTHER;
    reader->value.len = 0;
    return HXP_OK;
}

/** What a formula gives is no text of the author's. */
static hxp_status start_formula(void *context, const char **attributes,
                                hxp_error *error)
{
    xlsx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->kind = CELL_OTHER;
    return HXP_OK;
}

static hxp_status start_value(void *context, const char **attributes,
                              hxp_error *error)
{
    xlsx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->values = true;
    return HXP_OK;
}

static hxp_status end_value(void *context, hxp_error *error)
{
    xlsx_reader *reader = context;
    (void)error;
    reader->values = false;
    return HXP_OK;
}

static hxp_status put_shared(xlsx_reader *reader, hxp_error *error)
{
    const hxp_paragraph *string =
        hxp_xlsx_strings_find(&reader->strings, hxp_buffer_str(&reader->value));
    if (!string)
        return hxp_fail_at(error, HXP_EINPUT, reader->blocks.file,
                           place_of(reader),
                           "the cell has a text that is not there");
    hxp_status status =
        hxp_archive_give(reader->archive, string->text.len, error);
    if (status == HXP_OK)
        status = name_cell(reader, error);
    return status == HXP_OK
               ? hxp_xlsx_links_copy(&reader->links, &reader->blocks, string,
                                     place_of(reader), error)
               : status;
}

static hxp_status end_cell(void *context, hxp_error *error)
{
    xlsx_reader *reader = context;
    cell_kind kind = reader->kind;
    reader->kind = CELL_OTHER;
    if (kind != CELL_OTHER && is_hidden(reader)) {
        reader->hidden.cells++;
        return HXP_OK;
    }
    if (kind == CELL_SHARED)
        return put_shared(reader, error);
    if (kind != CELL_PLAIN)
        return HXP_OK;
    hxp_xstring_decode(&reader->value);
    const hxp_paragraph plain = { .text = hxp_buffer_str(&reader->value),
                                  .block = { HXP_BLOCK_CELL, 0 } };
    hxp_status status = name_cell(reader, error);
    return status == HXP_OK
               ? hxp_xlsx_links_copy(&reader->links, &reader->blocks, &plain,
                                     place_of(reader), error)
               : status;
}

static const hxp_office_element elements[] = {
    { "col", start_columns, NULL },
    { "row", start_row, NULL },
    { "c", start_cell, end_cell },
    { "f", start_formula, NULL },
    { "v", start_value, end_value },
    { "is", start_string, end_string },
    { "comment", start_comment, NULL },
    { "text", start_note, end_string },
    { "si", start_shared, end_string },
    { "r", start_run, NULL },
    { "b", hxp_look_bold, NULL },
    { "i", hxp_look_italic, NULL },
    { "u", hxp_look_underline, NULL },
    { "strike", hxp_look_strike, NULL },
    { "vertAlign", hxp_look_vertical, NULL },
    { "t", start_text, end_text },
    { NULL, NULL, NULL },
};

/* How words are pronounced, and what newer programs add. */
static const char *const skipped[] = { "rPh", "extLst", "mc:AlternateContent",
                                       NULL };

/* --- Parts ---------------------------------------------------------------- */

static hxp_status read_part(xlsx_reader *reader, const char *name,
                            hxp_error *error)
{
    const hxp_office_part part = { .reader = reader,
                                   .elements = elements,
                                   .skipped = skipped,
                                   .text = text,
                                   .skip = &reader->skip };
    reader->row = 0;
    hxp_hidden_begin_sheet(&reader->hidden);
    return hxp_office_parse(reader->archive, name, &part, error);
}

/** Read the comments and the drawings that belong to a sheet. */
static hxp_status read_others(xlsx_reader *reader, const hxp_relations *own,
                              hxp_error *error)
{
    size_t at = 0;
    const char *name;
    hxp_status status = HXP_OK;
    while (status == HXP_OK &&
           (name = hxp_relations_next(own, "comments", &at)))
        status = read_part(reader, name, error);
    if (status == HXP_OK)
        status = hxp_cell_name_cell(&reader->name, &reader->blocks,
                                    (hxp_place){ 0, 0, 0 }, error);
    return status == HXP_OK
               ? hxp_office_drawings_read(&reader->blocks, reader->archive, own,
                                          (hxp_place){ 0, 0, 0 }, error)
               : status;
}

/** Read a sheet: its cells, then what belongs to it. */
static hxp_status read_sheet(xlsx_reader *reader, const char *sheet,
                             hxp_error *error)
{
    hxp_relations own;
    hxp_status status = hxp_relations_read(&own, reader->archive, sheet, error);
    if (status == HXP_OK)
        status = hxp_xlsx_links_read(&reader->links, reader->archive, sheet,
                                     &own, error);
    if (status == HXP_OK)
        status = read_part(reader, sheet, error);
    if (status == HXP_OK)
        status = read_others(reader, &own, error);
    hxp_relations_free(&own);
    return status;
}

/** Read a sheet of the list, its name first, unless it is hidden. */
static hxp_status start_sheet(void *context, const char **attributes,
                              hxp_error *error)
{
    xlsx_reader *reader = context;
    hxp_str state = hxp_xml_attribute(attributes, "state");
    const char *name = hxp_relations_by_id(
        &reader->relations, hxp_office_attribute(attributes, "r:id"));
    bool shown = state.len == 0 || hxp_str_is(state, "visible");
    reader->hidden.sheets += name && !shown;
    if (!name || !shown)
        return HXP_OK;
    const hxp_paragraph title = { .text = hxp_xml_attribute(attributes, "name"),
                                  .block = { HXP_BLOCK_HEADING, 1 } };
    hxp_status status =
        hxp_cell_name_sheet(&reader->name, &reader->blocks, title.text, error);
    if (status == HXP_OK)
        status = hxp_blocks_copy(&reader->blocks, &title,
                                 (hxp_place){ 0, 0, 0 }, error);
    return status == HXP_OK ? read_sheet(reader, name, error) : status;
}

static hxp_status start_workbook(void *context, const char **attributes,
                                 hxp_error *error)
{
    xlsx_reader *reader = context;
    (void)attributes;
    (void)error;
    reader->found = true;
    return HXP_OK;
}

/** Read the texts that cells share, then the sheets that the main part lists.
 */
static hxp_status read_workbook(xlsx_reader *reader, const char *main,
                                hxp_error *error)
{
    static const hxp_office_element lists[] = {
        { "workbook", start_workbook, NULL },
        { "sheet", start_sheet, NULL },
        { NULL, NULL, NULL },
    };
    const hxp_office_part part = { .reader = reader, .elements = lists };
    size_t at = 0;
    hxp_status status =
        hxp_relations_read(&reader->relations, reader->archive, main, error);
    const char *name =
        hxp_relations_next(&reader->relations, "sharedStrings", &at);
    reader->into = &reader->shared;
    if (status == HXP_OK && name)
        status = read_part(reader, name, error);
    reader->into = &reader->blocks;
    return status == HXP_OK
               ? hxp_office_parse(reader->archive, main, &part, error)
               : status;
}

hxp_status hxp_xlsx_stream(hxp_paragraph_sink *sink, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error)
{
    xlsx_reader reader = { .blocks = hxp_blocks_make(sink, input),
                           .strings = hxp_xlsx_strings_make() };
    hxp_arena arena = { NULL };
    const char *main = NULL;
    reader.shared = hxp_blocks_make(&reader.strings.sink, input);
    hxp_status status = hxp_office_open(&reader.archive, input, options, error);
    if (status == HXP_OK)
        status = hxp_office_main_part(&main, &arena, reader.archive, error);
    if (status == HXP_OK && main)
        status = read_workbook(&reader, main, error);
    if (status == HXP_OK && !reader.found)
        status = hxp_office_refuse(input, "XLSX", error);
    if (status == HXP_OK)
        status =
            hxp_hidden_tell(&reader.hidden, reader.blocks.file, options, error);
    hxp_hidden_free(&reader.hidden);
    hxp_relations_free(&reader.relations);
    hxp_xlsx_strings_free(&reader.strings);
    hxp_xlsx_links_free(&reader.links);
    hxp_blocks_free(&reader.blocks);
    hxp_blocks_free(&reader.shared);
    hxp_buffer_free(&reader.value);
    hxp_cell_name_free(&reader.name);
    hxp_archive_close(reader.archive);
    hxp_arena_free(&arena);
    return status;
}

bool hxp_xlsx_recognise(hxp_str head)
{
    return hxp_office_holds(head, "xl/");
}

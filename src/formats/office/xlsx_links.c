/* xlsx_links.c - reads the links of a sheet, and puts them around cells. */
#include "formats/office/xlsx_links.h"

#include "base/error.h"
#include "base/str.h"
#include "formats/office/office_link.h"

#include <stdlib.h>

#define ELEMENT "hyperlink"

/* What a code of a link says of itself. */
static const hxp_attribute type = { { "type", 4 }, { "link", 4 } };

void hxp_xlsx_cell(size_t *row, size_t *column, hxp_str name)
{
    enum { MOST = 1 << 24 };
    size_t line = 0, letters = 0;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if (c >= 'A' && c <= 'Z' && letters < MOST)
            letters = 26 * letters + (size_t)(c - 'A') + 1;
        else if (hxp_ascii_digit(c) && line < MOST)
            line = 10 * line + (size_t)(c - '0');
    }
    *row = line > 0 ? line : *row;
    *column = letters > 0 ? letters : *column;
}

/* --- Reading -------------------------------------------------------------- */

/** Rows first. */
static int by_place(const void *a, const void *b)
{
    const hxp_place *x = &((const hxp_xlsx_link *)a)->place;
    const hxp_place *y = &((const hxp_xlsx_link *)b)->place;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

/** Add the code of a link to the arena. */
static hxp_status make_native(hxp_str *out, hxp_xlsx_links *links,
                              hxp_str address, hxp_str anchor, hxp_error *error)
{
    hxp_buffer native = { NULL, 0, 0 };
    bool good = hxp_office_link_code(&native, ELEMENT, address, anchor) &&
                hxp_arena_copy(out, &links->arena, hxp_buffer_str(&native));
    hxp_buffer_free(&native);
    return good ? HXP_OK : hxp_no_memory(error);
}

/** A link; of a range of cells the first one has the text. */
static hxp_status start_link(void *context, const char **attributes,
                             hxp_error *error)
{
    hxp_xlsx_links *links = context;
    hxp_str range = hxp_office_attribute(attributes, "ref"), cell;
    hxp_str address = hxp_relations_address(
        links->relations, hxp_office_attribute(attributes, "r:id"));
    hxp_str anchor = hxp_office_attribute(attributes, "location");
    hxp_xlsx_link link = { .place = { 0, 0, 0 } };
    if (!hxp_str_cut(&range, ':', &cell) || address.len + anchor.len == 0)
        return HXP_OK;
    hxp_xlsx_cell(&link.place.line, &link.place.column, cell);
    hxp_status status =
        make_native(&link.native, links, address, anchor, error);
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&links->items, &links->capacity, links->count + 1,
                           sizeof *links->items))
        return hxp_no_memory(error);
    links->items[links->count++] = link;
    return HXP_OK;
}

static bool any_leads_out(const hxp_relations *relations)
{
    for (size_t i = 0; i < relations->count; i++)
        if (hxp_str_is(relations->items[i].type, "hyperlink") &&
            relations->items[i].address.len > 0)
            return true;
    return false;
}

hxp_status hxp_xlsx_links_read(hxp_xlsx_links *links, hxp_archive *archive,
                               const char *sheet,
                               const hxp_relations *relations, hxp_error *error)
{
    static const hxp_office_element elements[] = {
        { ELEMENT, start_link, NULL }, { NULL, NULL, NULL }
    };
    static const char *const skipped[] = { "sheetData", NULL };
    const hxp_office_part part = { .reader = links,
                                   .elements = elements,
                                   .skipped = skipped };
    links->count = 0;
    hxp_arena_reset(&links->arena);
    if (!any_leads_out(relations))
        return HXP_OK;
    links->relations = relations;
    hxp_status status = hxp_office_parse(archive, sheet, &part, error);
    links->relations = NULL;
    if (links->count > 0)
        qsort(links->items, links->count, sizeof *links->items, by_place);
    return status;
}

const hxp_xlsx_link *hxp_xlsx_links_find(const hxp_xlsx_links *links,
                                         hxp_place place)
{
    const hxp_xlsx_link sought = { .place = place };
    return links->count > 0 ? bsearch(&sought, links->items, links->count,
                                      sizeof *links->items, by_place)
                            : NULL;
}

/* --- Around cells --------------------------------------------------------- */

hxp_status hxp_xlsx_link_put(hxp_blocks *blocks, const hxp_xlsx_link *link,
                             hxp_code_kind kind, hxp_error *error)
{
    bool begins = kind == HXP_CODE_BEGIN;
    const hxp_block_code code = { .kind = kind,
                                  .name = HXP_STR(ELEMENT),
                                  .type = type.value,
                                  .native = begins
                                                ? link->native
                                                : HXP_STR("</" ELEMENT ">") };
    return hxp_blocks_code(blocks, &code, error);
}

hxp_status hxp_xlsx_links_copy(hxp_xlsx_links *links, hxp_blocks *blocks,
                               const hxp_paragraph *paragraph, hxp_place place,
                               hxp_error *error)
{
    const hxp_xlsx_link *link = hxp_xlsx_links_find(links, place);
    hxp_paragraph linked = *paragraph;
    size_t count = paragraph->code_count;
    if (!link)
        return hxp_blocks_copy(blocks, paragraph, place, error);
    if (!hxp_array_reserve(&links->codes, &links->code_capacity, count + 2,
                           sizeof *links->codes))
        return hxp_no_memory(error);
    const hxp_content begin = { .text = link->native };
    const hxp_content end = { .text = HXP_STR("</" ELEMENT ">") };
    links->codes[0] = (hxp_code){ .kind = HXP_CODE_BEGIN,
                                  .name = HXP_STR(ELEMENT),
                                  .attributes = { &type, 1 },
                                  .inside = &begin };
    if (count > 0)
        memcpy(links->codes + 1, paragraph->codes,
               count * sizeof *links->codes);
    links->codes[count + 1] = links->codes[0];
    links->codes[count + 1].kind = HXP_CODE_END;
    links->codes[count + 1].offset = paragraph->text.len;
    links->codes[count + 1].inside = &end;
    linked.codes = links->codes;
    linked.code_count = count + 2;
    return hxp_blocks_copy(blocks, &linked, place, error);
}

void hxp_xlsx_links_free(hxp_xlsx_links *links)
{
    free(links->items);
    free(links->codes);
    hxp_arena_free(&links->arena);
}

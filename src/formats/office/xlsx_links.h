/* xlsx_links.h - the cells of a sheet that are links, and where they lead. */
#ifndef FORMATS_XLSX_LINKS_H
#define FORMATS_XLSX_LINKS_H

#include "formats/documents/blocks.h"
#include "formats/office/office_relations.h"

/** The cell at place is a link, which begins with the code native. */
typedef struct hxp_xlsx_link {
    hxp_place place; /* row and column */
    hxp_str native;
} hxp_xlsx_link;

/** The links of a sheet; all zero: none. */
typedef struct hxp_xlsx_links {
    hxp_xlsx_link *items;
    size_t count, capacity;
    hxp_code *codes; /* room for those of a cell */
    size_t code_capacity;
    hxp_arena arena;
    const hxp_relations *relations; /* of the sheet, while they are read */
} hxp_xlsx_links;

/**
 * Read the links of a sheet, in place of those there are, if any leads out of
 * the workbook: they stand behind the cells.
 */
hxp_status hxp_xlsx_links_read(hxp_xlsx_links *links, hxp_archive *archive,
                               const char *sheet,
                               const hxp_relations *relations,
                               hxp_error *error);

/** The link that the cell at place is, or NULL. */
const hxp_xlsx_link *hxp_xlsx_links_find(const hxp_xlsx_links *links,
                                         hxp_place place);

/** Add the code with which a link begins, or ends, to the open paragraph. */
hxp_status hxp_xlsx_link_put(hxp_blocks *blocks, const hxp_xlsx_link *link,
                             hxp_code_kind kind, hxp_error *error);

/** Add paragraph, which stands in the cell at place, as hxp_blocks_copy() does,
 * with the link that the cell is, if any, around it. */
hxp_status hxp_xlsx_links_copy(hxp_xlsx_links *links, hxp_blocks *blocks,
                               const hxp_paragraph *paragraph, hxp_place place,
                               hxp_error *error);

/** Read the name of a cell, such as "AB12"; what it does not say stays. */
void hxp_xlsx_cell(size_t *row, size_t *column, hxp_str name);

void hxp_xlsx_links_free(hxp_xlsx_links *links);

#endif

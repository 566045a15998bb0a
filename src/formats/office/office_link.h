/* office_link.h - links of office documents: inline codes with addresses. */
#ifndef FORMATS_OFFICE_LINK_H
#define FORMATS_OFFICE_LINK_H

#include "formats/office/office_looks.h"

/** The link in work, or the last one; all zero: there was none. */
typedef struct hxp_office_link {
    hxp_buffer native; /* the code with which it begins */
    unsigned number;   /* tells it from links with other addresses */
    bool open;
} hxp_office_link;

/**
 * Add the code of a link to native: an element called name, which leads to
 * address and, unless it is empty, to the bookmark anchor there. False: no
 * memory.
 */
bool hxp_office_link_code(hxp_buffer *native, const char *name, hxp_str address,
                          hxp_str anchor);

/**
 * A link begins: an element called name, which leads to address and, unless it
 * is empty, to the bookmark anchor there.
 */
hxp_status hxp_office_link_start(hxp_office_link *link, const char *name,
                                 hxp_str address, hxp_str anchor,
                                 hxp_error *error);

/** The link in work ends. */
void hxp_office_link_end(hxp_office_link *link);

/** What the link in work, if any, adds to the look of a run. */
unsigned hxp_office_link_look(const hxp_office_link *link);

void hxp_office_link_free(hxp_office_link *link);

#endif

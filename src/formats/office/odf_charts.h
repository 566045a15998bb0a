/* odf_charts.h - charts in an OpenDocument, which are documents in it. */
#ifndef FORMATS_ODF_CHARTS_H
#define FORMATS_ODF_CHARTS_H

#include "formats/office/office.h"

/** The names of the documents that stand in one; all zero: none. */
typedef struct hxp_odf_charts {
    const char **items;
    size_t count, capacity;
    hxp_arena arena;
} hxp_odf_charts;

/** Note a draw:object. False: no memory. */
bool hxp_odf_charts_add(hxp_odf_charts *charts, const char **attributes);

/** Read the titles of those that are charts. Fails as a part does. */
hxp_status hxp_odf_charts_read(const hxp_odf_charts *charts, hxp_blocks *blocks,
                               hxp_archive *archive, hxp_error *error);

void hxp_odf_charts_free(hxp_odf_charts *charts);

#endif

/* clean.h - text from a file made fit to be shown or written as JSON. */
#ifndef REPORT_CLEAN_H
#define REPORT_CLEAN_H

#include "base/json.h"

#include <hexapla/base.h>
#include <hexapla/model.h>

/**
 * Write text to output so that it can do nothing to a terminal: control
 * characters, invisible marks of direction and bytes that are not UTF-8 are
 * shown as <1B> or <U+202E>.
 */
void hxp_write_visible(hxp_output *output, hxp_str text);

/** Write text that may hold bytes that are not UTF-8: U+FFFD for each. */
void hxp_json_text(hxp_json *json, hxp_str text);

/** The finding's place; a fault of a whole file stands at 1:1. */
hxp_place hxp_shown_place(const hxp_finding *finding);

#endif

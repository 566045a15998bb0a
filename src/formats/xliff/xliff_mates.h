/* xliff_mates.h - codes that belong together, and what stands in them. */
#ifndef FORMATS_XLIFF_MATES_H
#define FORMATS_XLIFF_MATES_H

#include "formats/xliff/xliff_codes.h"

/** Elements of XLIFF 1.2, and of 2, that span text; each list ends with NULL.
 */
extern const char *const hxp_xliff_spans[2][3];

/** The value of a code's attribute; empty if there is none. */
hxp_str hxp_xliff_attribute(const hxp_code *code, const char *name);

/** The native code, without its sub-flows. */
hxp_str hxp_xliff_native(const hxp_code *code);

/** True for a mark that TMX knows: hi. */
bool hxp_xliff_is_mark(const hxp_code *code);

/** Fill in the coder's mates, one for each code; its stack has as much room. */
void hxp_xliff_find_mates(hxp_xliff_coder *coder, const hxp_content *content);

#endif

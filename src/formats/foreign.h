/* foreign.h - files of kinds that are not read, known by their beginning. */
#ifndef FORMATS_FOREIGN_H
#define FORMATS_FOREIGN_H

#include <hexapla/base.h>

/** What a file that begins with head is, and what to do; NULL: not known, or
 * it may be read. Static. */
const char *hxp_foreign_kind(hxp_str head);

/** True for a ZIP archive. */
bool hxp_is_zip(hxp_str head);

#endif

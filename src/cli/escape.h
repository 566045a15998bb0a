/* escape.h - text in TSV. */
#ifndef CLI_ESCAPE_H
#define CLI_ESCAPE_H

#include <hexapla/base.h>

/** Write text with backslashes, tabs and line ends escaped by backslashes. */
void hxp_put_escaped(hxp_output *output, hxp_str text);

#endif

/* placeholder.h - what programs put values into: {name}, {{name}}, %s. */
#ifndef FORMATS_PLACEHOLDER_H
#define FORMATS_PLACEHOLDER_H

#include "formats/documents/block_source.h"

/**
 * Add what is left of source up to byte end, a message of a program, to the
 * open paragraph; its placeholders are codes: those of ICU and .NET ({name},
 * {0, date}), i18next ({{name}}, $t(key)), Ruby and JavaScript (%{name},
 * ${name}), Apple's variants (%#@name@) and printf (%s, %1$d). The variants of
 * plural and select, which have texts in them, stay text.
 */
hxp_status hxp_placeholders_put(hxp_blocks *blocks, hxp_block_source *source,
                                size_t end, hxp_error *error);

#endif

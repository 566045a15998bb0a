/* match_table.h - writes what was pretranslated as a table. */
#ifndef CLI_MATCH_TABLE_H
#define CLI_MATCH_TABLE_H

#include <hexapla/model.h>

/**
 * Make a sink that writes a unit a line: source, target, score and origin of
 * the match, TAB between them, behind a line of titles. output and the tags
 * must outlive it. On HXP_OK the caller calls (*out)->close.
 */
hxp_status hxp_match_table_new(hxp_unit_sink **out, hxp_output *output,
                               const char *from, const char *to,
                               hxp_error *error);

#endif

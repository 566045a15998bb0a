/* termbases.h - the termbases a command is given. */
#ifndef CLI_TERMBASES_H
#define CLI_TERMBASES_H

#include <hexapla/formats.h>
#include <hexapla/text.h>

/** An operand: a termbase and the languages of a table that names none. */
typedef struct hxp_termbase_operand {
    const char *path;
    char tags[2][HXP_TAG_SIZE]; /* of source and target; empty: not said */
} hxp_termbase_operand;

/** Read "path" or "en,nl=path"; "terms.en-nl.txt" tells its languages too. */
hxp_termbase_operand hxp_termbase_operand_of(const char *text);

/** Add the concepts of an operand to termbase, as hxp_termbase_read(). */
hxp_status hxp_termbase_read_operand(hxp_termbase *termbase,
                                     const hxp_termbase_operand *operand,
                                     const hxp_read_options *options,
                                     hxp_error *error);

#endif

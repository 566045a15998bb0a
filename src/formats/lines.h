/* lines.h - the lines of an input, as UTF-8, one at a time. */
#ifndef FORMATS_LINES_H
#define FORMATS_LINES_H

#include "base/array.h"

#include <hexapla/base.h>

/** Lines being read. Begin with hxp_lines_open(). */
typedef struct hxp_lines {
    hxp_input *input;
    hxp_input *decoded; /* NULL, or what utf8 holds: input in UTF-8 */
    hxp_buffer utf8;
    hxp_str file;
    size_t limit;
    hxp_buffer buffer; /* read, not yet handed out from at on */
    size_t at;
    bool ended;
    size_t number;   /* of the line last handed out, from 1 */
    const char *end; /* what was left out behind it; static */
} hxp_lines;

enum { HXP_LINE_LIMIT = 256 << 20 };

/**
 * Begin with the lines of input, which must outlive them, in encoding (NULL:
 * a byte order mark tells, else UTF-8). No line may have more bytes than
 * limit (0: HXP_LINE_LIMIT). Input in another encoding than UTF-8 is held as
 * a whole, up to HXP_LINE_LIMIT. End with hxp_lines_close() in any case.
 */
hxp_status hxp_lines_open(hxp_lines *lines, hxp_input *input,
                          const char *encoding, size_t limit, hxp_error *error);

/**
 * Take the next line, without its end; *more is false behind the last. *line
 * lives until the next call. Fails with HXP_EINPUT at bytes that are not
 * valid, behind which the next call goes on with another line; with HXP_ELIMIT
 * at a line that is too long.
 */
hxp_status hxp_lines_next(hxp_str *line, bool *more, hxp_lines *lines,
                          hxp_error *error);

void hxp_lines_close(hxp_lines *lines);

#endif

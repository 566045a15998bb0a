/* tell.h - telling a finding with a message that is formatted. */
#ifndef MODEL_TELL_H
#define MODEL_TELL_H

#include <hexapla/model.h>

#include <stdarg.h>

/** As much of s as a message has room for: whole characters. */
hxp_str hxp_quote(hxp_str s);

/**
 * Send finding to sink, which may be NULL, with the message that format and
 * args make: one line of whole characters, whatever is quoted in it. Fails as
 * the sink does.
 */
hxp_status hxp_tell_finding(hxp_finding_sink *sink, hxp_finding *finding,
                            hxp_error *error, const char *format, va_list args)
    HXP_PRINTF(4, 0);

#endif

/* tell.c - formats the message of a finding, and cleans it. */
#include "model/tell.h"

#include "base/str.h"
#include "text/utf8.h"

#include <stdio.h>

hxp_str hxp_quote(hxp_str s)
{
    enum { ROOM = 60 };
    size_t at = ROOM;
    if (s.len <= ROOM)
        return s;
    while (at > 0 && ((unsigned char)s.ptr[at] & 0xC0) == 0x80)
        at--;
    return hxp_str_part(s, 0, at);
}

hxp_status hxp_tell_finding(hxp_finding_sink *sink, hxp_finding *finding,
                            hxp_error *error, const char *format, va_list args)
{
    char message[512];
    if (!sink)
        return HXP_OK;
    vsnprintf(message, sizeof message, format, args);
    for (char *c = message; *c; c++)
        if ((unsigned char)*c < 0x20)
            *c = ' ';
    hxp_utf8_mask(message);
    finding->message = hxp_str_of(message);
    return sink->finding(sink, finding, error);
}

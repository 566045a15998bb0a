/* family.c - findings with the places of what they are about. */
#include "check/family.h"

#include "base/str.h"
#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>

void hxp_check_rename(hxp_finding *finding, hxp_check_rule rule)
{
    size_t count;
    const hxp_rule *of = &hxp_check_rules(&count)[rule];
    finding->rule = of->id;
    finding->level = of->level;
}

hxp_finding hxp_check_finding(hxp_check_rule rule, const hxp_check_side *side)
{
    hxp_finding finding = { .file = side->unit->file,
                            .unit = side->unit->number,
                            .tuid = side->unit->id,
                            .language = side->variant->language,
                            .context = side->variant->content.text };
    hxp_check_rename(&finding, rule);
    finding.place = hxp_content_place(&side->variant->content, 0);
    if (finding.place.line == 0)
        finding.place = side->variant->place;
    return finding;
}

void hxp_check_point(hxp_finding *finding, const hxp_check_side *side,
                     size_t start, size_t end)
{
    const hxp_content *content = &side->variant->content;
    hxp_place place = hxp_content_place(content, start);
    finding->context_start = start;
    finding->context_end = end;
    if (place.line == 0)
        return;
    finding->place = place;
    /* Behind the last character, not before what follows, which may stand
     * behind an inline code. */
    size_t last = end;
    hxp_utf8_previous(content->text, &last);
    finding->end = hxp_content_place(content, last);
    hxp_place_advance(&finding->end, hxp_str_part(content->text, last, end));
}

bool hxp_check_say(hxp_buffer *message, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    size_t room = len < 0 ? 0 : (size_t)len + 1;
    if (room == 0 || !hxp_array_reserve(&message->ptr, &message->capacity,
                                        message->len + room, 1))
        return false;
    va_start(args, format);
    vsnprintf(message->ptr + message->len, room, format, args);
    va_end(args);
    message->len += room - 1;
    return true;
}

/* tbx_rules.c - the table of the rules of termbases. */
#include "formats/tbx_rules.h"

#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>

static const hxp_rule rules[HXP_TBX_RULE_COUNT] = {
    [HXP_TBX_STATUS] = { "tb.status-unknown", HXP_WARNING,
                         "The status of a term is not known",
                         "Use one of preferredTerm-admn-sts, "
                         "admittedTerm-admn-sts, deprecatedTerm-admn-sts and "
                         "supersededTerm-admn-sts." },
    [HXP_TBX_NO_LANGUAGE] = { "tb.no-language", HXP_WARNING,
                              "A term does not say its language",
                              "Add xml:lang to the element around it; the "
                              "term is not used otherwise." },
    [HXP_TBX_EMPTY] = { "tb.empty-term", HXP_NOTE, "A term is empty",
                        "Remove it, or fill it in." },
};

hxp_str hxp_tbx_quote(hxp_str s)
{
    enum { ROOM = 60 };
    size_t at = ROOM;
    if (s.len <= ROOM)
        return s;
    while (at > 0 && ((unsigned char)s.ptr[at] & 0xC0) == 0x80)
        at--;
    return hxp_str_part(s, 0, at);
}

hxp_status hxp_tbx_tell(const hxp_tbx_faults *faults, hxp_tbx_rule rule,
                        hxp_place place, hxp_error *error, const char *format,
                        ...)
{
    char message[256];
    va_list args;
    if (!faults->sink)
        return HXP_OK;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    hxp_finding finding = { .rule = rules[rule].id,
                            .level = rules[rule].level,
                            .file = faults->file,
                            .place = place,
                            .message = hxp_str_of(message) };
    return faults->sink->finding(faults->sink, &finding, error);
}

const hxp_rule *hxp_tbx_rules(size_t *count)
{
    *count = HXP_TBX_RULE_COUNT;
    return rules;
}

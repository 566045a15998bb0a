/* html_cdata.c - what CDATA sections of a page are to a parser of HTML. */
#include "formats/html/html_cdata.h"

#include "base/str.h"

#define START HXP_STR("<![CDATA[")
#define STOP  HXP_STR("]]>")

/* What stands for the ends of a section and for "<" in it, each as long as
 * that: in XHTML a comment, nothing, and a control that pages do not have; in
 * HTML the ends of a comment. */
#define START_AS_TEXT    "<!--  -->"
#define STOP_AS_TEXT     HXP_HTML_NOTHING
#define LESS_AS_TEXT     '\x7F'
#define START_AS_COMMENT "<!--     "
#define STOP_AS_COMMENT  "-->"

/** Pass text outside of sections, up to the end of one's start; gives what is
 * left. */
static hxp_str pass_outside(hxp_html_cdata *cdata, char *at, hxp_str rest)
{
    const char *less = memchr(rest.ptr, '<', rest.len);
    size_t before = less ? (size_t)(less - rest.ptr) : rest.len;
    at += before;
    rest = hxp_str_part(rest, before, rest.len);
    if (!hxp_str_starts(rest, START))
        return hxp_str_part(rest, rest.len > 0, rest.len);
    memcpy(at, cdata->xml ? START_AS_TEXT : START_AS_COMMENT, START.len);
    cdata->within = true;
    cdata->any |= cdata->xml;
    return hxp_str_part(rest, START.len, rest.len);
}

/** Pass a character in a section; gives what is left. */
static hxp_str pass_within(hxp_html_cdata *cdata, char *at, hxp_str rest)
{
    if (cdata->xml && hxp_str_starts(rest, STOP)) {
        memcpy(at, STOP_AS_TEXT, STOP.len);
        cdata->within = false;
        return hxp_str_part(rest, STOP.len, rest.len);
    }
    if (cdata->xml && *at == '<')
        *at = LESS_AS_TEXT;
    if (!cdata->xml && *at == '>') {
        memcpy(at + 1 - STOP.len, STOP_AS_COMMENT, STOP.len);
        cdata->within = false;
    }
    return hxp_str_part(rest, 1, rest.len);
}

void hxp_html_cdata_hide(hxp_html_cdata *cdata, char *bytes, size_t len)
{
    hxp_str rest = { bytes, len };
    if (!cdata->begun)
        cdata->xml = hxp_str_starts(hxp_str_trim(rest), HXP_STR("<?xml"));
    cdata->begun = true;
    while (rest.len > 0) {
        char *at = bytes + (len - rest.len);
        rest = cdata->within ? pass_within(cdata, at, rest)
                             : pass_outside(cdata, at, rest);
    }
}

bool hxp_html_cdata_text(const hxp_html_cdata *cdata, hxp_buffer *room,
                         hxp_str *text)
{
    const hxp_str stop = HXP_STR(STOP_AS_TEXT);
    if (!cdata->any && !cdata->gone)
        return true;
    room->len = 0;
    for (size_t i = 0; i < text->len;) {
        bool is_stop = hxp_str_starts(hxp_str_part(*text, i, text->len), stop);
        char c = text->ptr[i];
        c = cdata->any && c == LESS_AS_TEXT ? '<' : c;
        if (!is_stop && !hxp_buffer_add(room, (hxp_str){ &c, 1 }))
            return false;
        i += is_stop ? stop.len : 1;
    }
    *text = hxp_buffer_str(room);
    return true;
}

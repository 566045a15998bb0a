/* srx_write.c - segmentation rules as SRX 2.0. */
#include "base/str.h"
#include "formats/xml/xml_write.h"

#include <hexapla/formats.h>

static hxp_str yes_or_no(bool yes)
{
    return yes ? HXP_STR("yes") : HXP_STR("no");
}

/** Write the note as a comment: two hyphens in a row are parted by a blank. */
static void put_note(hxp_xml_writer *xml, hxp_str note)
{
    if (note.len == 0)
        return;
    hxp_xml_put(xml, "<!-- ");
    for (size_t i = 0; i < note.len; i++) {
        if (i > 0 && note.ptr[i] == '-' && note.ptr[i - 1] == '-')
            hxp_xml_put(xml, " ");
        hxp_output_write(xml->output, hxp_str_part(note, i, i + 1));
    }
    hxp_xml_put(xml, " -->\n");
}

static void put_handle(hxp_xml_writer *xml, const char *type, bool stays)
{
    hxp_xml_put(xml, "    <formathandle");
    hxp_xml_put_attribute(xml, "type", hxp_str_of(type));
    hxp_xml_put_attribute(xml, "include", yes_or_no(stays));
    hxp_xml_put(xml, "/>\n");
}

static void put_okapi(hxp_xml_writer *xml, const hxp_srx *srx)
{
    if (!srx->icu_breaks && !srx->isolated_is_space)
        return;
    hxp_xml_put(xml, "    <okpsrx:options");
    hxp_xml_put_attribute(xml, "useIcu4JBreakRules",
                          yes_or_no(srx->icu_breaks));
    hxp_xml_put_attribute(xml, "treatIsolatedCodesAsWhitespace",
                          yes_or_no(srx->isolated_is_space));
    hxp_xml_put(xml, "/>\n");
}

static void put_header(hxp_xml_writer *xml, const hxp_srx *srx)
{
    hxp_xml_put(xml, "  <header");
    hxp_xml_put_attribute(xml, "segmentsubflows",
                          yes_or_no(!srx->subflows_whole));
    hxp_xml_put_attribute(xml, "cascade", yes_or_no(srx->cascade));
    hxp_xml_put(xml, ">\n");
    put_handle(xml, "start", srx->start_stays);
    put_handle(xml, "end", !srx->end_goes);
    put_handle(xml, "isolated", srx->isolated_stays);
    put_okapi(xml, srx);
    hxp_xml_put(xml, "  </header>\n");
}

static void put_pattern(hxp_xml_writer *xml, const char *name, hxp_str pattern)
{
    hxp_output_printf(xml->output, "<%s>", name);
    hxp_xml_put_text(xml, pattern);
    hxp_output_printf(xml->output, "</%s>", name);
}

static void put_rule(hxp_xml_writer *xml, const hxp_srx_rule *rule)
{
    hxp_xml_put(xml, "        <rule");
    hxp_xml_put_attribute(xml, "break", yes_or_no(rule->breaks));
    hxp_xml_put(xml, ">");
    put_pattern(xml, "beforebreak", rule->before);
    put_pattern(xml, "afterbreak", rule->after);
    hxp_xml_put(xml, "</rule>\n");
}

static void put_list(hxp_xml_writer *xml, const hxp_srx *srx,
                     const hxp_srx_list *list)
{
    hxp_xml_put(xml, "      <languagerule");
    hxp_xml_put_attribute(xml, "languagerulename", list->name);
    hxp_xml_put(xml, ">\n");
    for (size_t i = 0; i < list->count; i++)
        put_rule(xml, &srx->rules[list->first + i]);
    hxp_xml_put(xml, "      </languagerule>\n");
}

void hxp_srx_write(hxp_output *output, const hxp_srx *srx)
{
    hxp_xml_writer xml = { output, 0 };
    hxp_xml_put(&xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    put_note(&xml, srx->note);
    hxp_xml_put(&xml, "<srx xmlns=\"http://www.lisa.org/srx20\"\n"
                      "  xmlns:okpsrx=\"http://okapi.sf.net/srx-extensions\" "
                      "version=\"2.0\">\n");
    put_header(&xml, srx);
    hxp_xml_put(&xml, "  <body>\n    <languagerules>\n");
    for (size_t i = 0; i < srx->list_count; i++)
        put_list(&xml, srx, &srx->lists[i]);
    hxp_xml_put(&xml, "    </languagerules>\n    <maprules>\n");
    for (size_t i = 0; i < srx->map_count; i++) {
        hxp_xml_put(&xml, "      <languagemap");
        hxp_xml_put_attribute(&xml, "languagepattern", srx->maps[i].pattern);
        hxp_xml_put_attribute(&xml, "languagerulename", srx->maps[i].list);
        hxp_xml_put(&xml, "/>\n");
    }
    hxp_xml_put(&xml, "    </maprules>\n  </body>\n</srx>\n");
}

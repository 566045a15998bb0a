/* tmx.c - the table of TMX 1.4's elements. */
#include "formats/tmx.h"

#include "base/str.h"

#include <assert.h>

#define BIT(element) (1u << HXP_TMX_##element)

enum {
    REMARKS = BIT(NOTE) | BIT(PROP),
    CODES = BIT(BPT) | BIT(EPT) | BIT(PH) | BIT(IT) | BIT(UT) | BIT(HI)
};

#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define NONE      ((const char *const[]){ NULL })

static const hxp_tmx_kind kinds[HXP_TMX_UNKNOWN] = {
    [HXP_TMX_ROOT] = { "tmx", BIT(HEADER) | BIT(BODY), LIST("version"), NONE },
    [HXP_TMX_HEADER] = { "header", REMARKS | BIT(UDE),
                         LIST("creationtool", "creationtoolversion", "segtype",
                              "o-tmf", "adminlang", "srclang", "datatype",
                              "o-encoding", "creationdate", "creationid",
                              "changedate", "changeid"),
                         LIST("creationtool", "creationtoolversion", "segtype",
                              "o-tmf", "adminlang", "srclang", "datatype") },
    [HXP_TMX_BODY] = { "body", BIT(TU), NONE, NONE },
    [HXP_TMX_TU] = { "tu", REMARKS | BIT(TUV),
                     LIST("tuid", "o-encoding", "datatype", "usagecount",
                          "lastusagedate", "creationtool",
                          "creationtoolversion", "creationdate", "creationid",
                          "changedate", "segtype", "changeid", "o-tmf",
                          "srclang"),
                     NONE },
    [HXP_TMX_TUV] = { "tuv", REMARKS | BIT(SEG),
                      LIST("xml:lang", "creationdate", "creationid",
                           "changedate", "changeid", "o-encoding", "datatype",
                           "usagecount", "lastusagedate", "creationtool",
                           "creationtoolversion", "o-tmf", "lang"),
                      NONE },
    [HXP_TMX_SEG] = { "seg", CODES, NONE, NONE },
    [HXP_TMX_NOTE] = { "note", 0, LIST("o-encoding", "xml:lang", "lang"),
                       NONE },
    [HXP_TMX_PROP] = { "prop", 0,
                       LIST("type", "xml:lang", "o-encoding", "lang"),
                       LIST("type") },
    [HXP_TMX_UDE] = { "ude", BIT(MAP), LIST("name", "base"), LIST("name") },
    [HXP_TMX_MAP] = { "map", 0, LIST("unicode", "code", "ent", "subst"),
                      LIST("unicode") },
    [HXP_TMX_BPT] = { "bpt", BIT(SUB), LIST("i", "x", "type"), LIST("i") },
    [HXP_TMX_EPT] = { "ept", BIT(SUB), LIST("i"), LIST("i") },
    [HXP_TMX_PH] = { "ph", BIT(SUB), LIST("x", "assoc", "type"), NONE },
    [HXP_TMX_IT] = { "it", BIT(SUB), LIST("pos", "x", "type"), LIST("pos") },
    [HXP_TMX_UT] = { "ut", BIT(SUB), LIST("x"), NONE },
    [HXP_TMX_HI] = { "hi", CODES, LIST("x", "type"), NONE },
    [HXP_TMX_SUB] = { "sub", CODES, LIST("datatype", "type"), NONE },
};

const hxp_tmx_kind *hxp_tmx_kind_of(hxp_tmx_element element)
{
    assert(element < HXP_TMX_UNKNOWN);
    return &kinds[element];
}

/** The element in [first, last] whose name is name. */
static hxp_tmx_element among(const char *name, hxp_tmx_element first,
                             hxp_tmx_element last)
{
    for (hxp_tmx_element i = first; i <= last; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return i;
    return HXP_TMX_UNKNOWN;
}

hxp_tmx_element hxp_tmx_element_of(const char *name)
{
    switch (name[0]) {
    case 't':
        return among(name, HXP_TMX_ROOT, HXP_TMX_TUV);
    case 's':
        return name[1] == 'e' ? among(name, HXP_TMX_SEG, HXP_TMX_SEG)
                              : among(name, HXP_TMX_SUB, HXP_TMX_SUB);
    case 'b':
    case 'e':
    case 'p':
    case 'h':
    case 'i':
    case 'm':
    case 'n':
    case 'u':
        return among(name, HXP_TMX_ROOT, HXP_TMX_SUB);
    default:
        return HXP_TMX_UNKNOWN;
    }
}

hxp_tmx_element hxp_tmx_element_nocase(const char *name)
{
    hxp_str text = hxp_str_of(name);
    for (hxp_tmx_element i = HXP_TMX_ROOT; i < HXP_TMX_UNKNOWN; i++)
        if (hxp_str_is_nocase(text, kinds[i].name))
            return i;
    return HXP_TMX_UNKNOWN;
}

bool hxp_tmx_holds(hxp_tmx_element parent, hxp_tmx_element child)
{
    return child < HXP_TMX_UNKNOWN && (kinds[parent].children >> child & 1u);
}

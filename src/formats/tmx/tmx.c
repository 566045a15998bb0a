/* tmx.c - the table of TMX 1.4's elements. */
#include "formats/tmx/tmx.h"

#include "base/str.h"

#define BIT(element) (1u << HXP_TMX_##element)

enum {
    REMARKS = BIT(NOTE) | BIT(PROP),
    CODES = BIT(BPT) | BIT(EPT) | BIT(PH) | BIT(IT) | BIT(UT) | BIT(HI)
};

#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define NONE      ((const char *const[]){ NULL })

/* The attributes that are met most often stand first. */
const hxp_tmx_kind hxp_tmx_kinds[HXP_TMX_UNKNOWN] = {
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
                     LIST("tuid", "creationdate", "creationid", "changedate",
                          "changeid", "srclang", "usagecount", "lastusagedate",
                          "datatype", "segtype", "creationtool",
                          "creationtoolversion", "o-encoding", "o-tmf"),
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

/** As strcmp() == 0, but quick for the short names of elements. */
static bool is_name(const char *known, const char *name)
{
    while (*known && *known == *name) {
        known++;
        name++;
    }
    return *known == *name;
}

hxp_tmx_element hxp_tmx_element_of(const char *name)
{
    /* The elements that begin with each letter, the commonest first. */
    static const struct {
        unsigned char count, items[3];
    } by_letter[] = {
        ['b' - 'a'] = { 2, { HXP_TMX_BPT, HXP_TMX_BODY } },
        ['e' - 'a'] = { 1, { HXP_TMX_EPT } },
        ['h' - 'a'] = { 2, { HXP_TMX_HI, HXP_TMX_HEADER } },
        ['i' - 'a'] = { 1, { HXP_TMX_IT } },
        ['m' - 'a'] = { 1, { HXP_TMX_MAP } },
        ['n' - 'a'] = { 1, { HXP_TMX_NOTE } },
        ['p' - 'a'] = { 2, { HXP_TMX_PH, HXP_TMX_PROP } },
        ['s' - 'a'] = { 2, { HXP_TMX_SEG, HXP_TMX_SUB } },
        ['t' - 'a'] = { 3, { HXP_TMX_TUV, HXP_TMX_TU, HXP_TMX_ROOT } },
        ['u' - 'a'] = { 2, { HXP_TMX_UT, HXP_TMX_UDE } },
    };
    size_t letter = (size_t)(unsigned char)name[0] - 'a';
    if (letter >= sizeof by_letter / sizeof by_letter[0])
        return HXP_TMX_UNKNOWN;
    for (size_t i = 0; i < by_letter[letter].count; i++) {
        hxp_tmx_element element = by_letter[letter].items[i];
        if (is_name(hxp_tmx_kinds[element].name, name))
            return element;
    }
    return HXP_TMX_UNKNOWN;
}

hxp_tmx_element hxp_tmx_element_nocase(const char *name)
{
    hxp_str text = hxp_str_of(name);
    for (hxp_tmx_element i = HXP_TMX_ROOT; i < HXP_TMX_UNKNOWN; i++)
        if (hxp_str_is_nocase(text, hxp_tmx_kinds[i].name))
            return i;
    return HXP_TMX_UNKNOWN;
}

hxp_str hxp_tmx_header_default(const char *name)
{
    static const char *const values[][2] = {
        { "creationtool", "hexapla" }, { "segtype", "sentence" },
        { "o-tmf", "hexapla" },        { "adminlang", "en" },
        { "srclang", "*all*" },        { "datatype", "plaintext" },
    };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (strcmp(values[i][0], name) == 0)
            return hxp_str_of(values[i][1]);
    return hxp_str_of(hxp_version()); /* creationtoolversion */
}

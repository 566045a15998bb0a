/* srx_read.c - reads segmentation rules: SRX 2.0 and 1.0, Okapi's options. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/faults.h"
#include "formats/xml/xml.h"

#include <hexapla/formats.h>

#include <string.h>

enum {
    PATTERN_BYTES = 64 << 10, /* of one pattern */
    RULES = 100000,           /* of one file, maps counted */
};

/** An element that matters. */
typedef enum element {
    OTHER,
    SRX,
    HEADER,
    FORMAT_HANDLE,
    OPTIONS,
    RANGE_RULE,
    BODY,
    LANGUAGE_RULES,
    LANGUAGE_RULE,
    RULE,
    BEFORE,
    AFTER,
    MAP_RULES,
    MAP_RULE,
    LANGUAGE_MAP
} element;

/** An element's name, and where it may stand. */
typedef struct element_name {
    const char *name;
    element element;
    element parent;
    element other_parent; /* of SRX 1.0 */
} element_name;

static const element_name elements[] = {
    { "srx", SRX, OTHER, OTHER },
    { "header", HEADER, SRX, SRX },
    { "formathandle", FORMAT_HANDLE, HEADER, HEADER },
    { "body", BODY, SRX, SRX },
    { "languagerules", LANGUAGE_RULES, BODY, BODY },
    { "languagerule", LANGUAGE_RULE, LANGUAGE_RULES, LANGUAGE_RULES },
    { "rule", RULE, LANGUAGE_RULE, LANGUAGE_RULE },
    { "beforebreak", BEFORE, RULE, RULE },
    { "afterbreak", AFTER, RULE, RULE },
    { "maprules", MAP_RULES, BODY, BODY },
    { "maprule", MAP_RULE, MAP_RULES, MAP_RULES },
    { "languagemap", LANGUAGE_MAP, MAP_RULES, MAP_RULE },
};

enum { DEEPEST = 8 }; /* elements that matter nest no deeper */

typedef struct srx_reader {
    hxp_xml *xml;
    hxp_srx *srx;
    hxp_faults faults;
    element open[DEEPEST]; /* the elements around, the root first */
    size_t skip;           /* depth of an element passed over; 0: none */
    bool has_maps;
    hxp_srx_rule rule;
    hxp_buffer before, after;
    hxp_buffer *text; /* where text goes, NULL: nowhere */
} srx_reader;

static hxp_status tell(srx_reader *reader, hxp_fault rule, const char *what,
                       hxp_str text, hxp_error *error)
{
    return hxp_tell(&reader->faults, rule, hxp_xml_place(reader->xml), error,
                    "%s \"%.*s\"", what, HXP_FMT(hxp_quote(text)));
}

/* --- Attributes ----------------------------------------------------------- */

/** Read yes or no; *value stays when the attribute is not there or unknown. */
static hxp_status yes_or_no(srx_reader *reader, bool *value,
                            const char **attributes, const char *name,
                            hxp_error *error)
{
    hxp_str given = hxp_str_trim(hxp_xml_attribute(attributes, name));
    bool yes = hxp_str_is_nocase(given, "yes");
    if (yes || hxp_str_is_nocase(given, "no"))
        *value = yes;
    else if (given.len > 0)
        return hxp_tell(&reader->faults, HXP_FAULT_SRX_VALUE,
                        hxp_xml_place(reader->xml), error,
                        "%s is \"%.*s\", neither yes nor no", name,
                        HXP_FMT(hxp_quote(given)));
    return HXP_OK;
}

static hxp_status read_root(srx_reader *reader, const char **attributes,
                            hxp_error *error)
{
    hxp_str version = hxp_xml_attribute(attributes, "version");
    if (hxp_str_is(version, "2.0") || hxp_str_is(version, "1.0"))
        return HXP_OK;
    return tell(reader, HXP_FAULT_SRX_VERSION, "the version of SRX is", version,
                error);
}

static hxp_status read_header(srx_reader *reader, const char **attributes,
                              hxp_error *error)
{
    bool subflows = true;
    hxp_status status =
        yes_or_no(reader, &subflows, attributes, "segmentsubflows", error);
    reader->srx->subflows_whole = !subflows;
    if (status != HXP_OK)
        return status;
    return yes_or_no(reader, &reader->srx->cascade, attributes, "cascade",
                     error);
}

static hxp_status read_handle(srx_reader *reader, const char **attributes,
                              hxp_error *error)
{
    hxp_str type = hxp_xml_attribute(attributes, "type");
    hxp_srx *srx = reader->srx;
    bool end_stays = !srx->end_goes;
    bool *stays;
    if (hxp_str_is_nocase(type, "start"))
        stays = &srx->start_stays;
    else if (hxp_str_is_nocase(type, "end"))
        stays = &end_stays;
    else if (hxp_str_is_nocase(type, "isolated"))
        stays = &srx->isolated_stays;
    else
        return tell(reader, HXP_FAULT_SRX_VALUE, "formathandle has the type",
                    type, error);
    hxp_status status = yes_or_no(reader, stays, attributes, "include", error);
    srx->end_goes = !end_stays;
    return status;
}

/** Okapi's options; those about white space change nothing here. */
static hxp_status read_options(srx_reader *reader, const char **attributes,
                               hxp_error *error)
{
    static const char *const icu[] = { "useIcu4JBreakRules",
                                       "useIcu4jBreakRules" };
    hxp_srx *srx = reader->srx;
    hxp_status status = yes_or_no(reader, &srx->isolated_is_space, attributes,
                                  "treatIsolatedCodesAsWhitespace", error);
    for (size_t i = 0; i < 2 && status == HXP_OK; i++)
        status = yes_or_no(reader, &srx->icu_breaks, attributes, icu[i], error);
    return status;
}

/* --- Rules and maps ------------------------------------------------------- */

static hxp_status check_count(srx_reader *reader, hxp_error *error)
{
    if (reader->srx->rule_count + reader->srx->map_count < RULES)
        return HXP_OK;
    return hxp_xml_fail(reader->xml, HXP_ELIMIT, error,
                        "more than %d rules and language maps, the limit",
                        RULES);
}

static hxp_status begin_list(srx_reader *reader, const char **attributes,
                             hxp_error *error)
{
    hxp_str name = hxp_xml_attribute(attributes, "languagerulename");
    hxp_status status = HXP_OK;
    if (hxp_srx_list_named(reader->srx, name))
        status = tell(reader, HXP_FAULT_SRX_LIST_TWICE,
                      "there are rules before of the name", name, error);
    else if (name.len == 0)
        status = hxp_tell(&reader->faults, HXP_FAULT_SRX_REQUIRED,
                          hxp_xml_place(reader->xml), error,
                          "languagerule has no languagerulename");
    if (status != HXP_OK)
        return status;
    return hxp_srx_add_list(reader->srx, name, hxp_xml_place(reader->xml),
                            error);
}

static hxp_status begin_rule(srx_reader *reader, const char **attributes,
                             hxp_error *error)
{
    reader->rule =
        (hxp_srx_rule){ .breaks = true, .place = hxp_xml_place(reader->xml) };
    reader->before.len = reader->after.len = 0;
    hxp_status status = check_count(reader, error);
    if (status != HXP_OK)
        return status;
    return yes_or_no(reader, &reader->rule.breaks, attributes, "break", error);
}

static hxp_status check_pattern(srx_reader *reader, const char *name,
                                hxp_str pattern, hxp_place place,
                                hxp_error *error)
{
    if (pattern.len == 0 || (!strchr("\r\n", pattern.ptr[0]) &&
                             !strchr("\r\n", pattern.ptr[pattern.len - 1])))
        return HXP_OK;
    return hxp_tell(&reader->faults, HXP_FAULT_SRX_LINE_BREAK, place, error,
                    "%s begins or ends with a line break, which is part of "
                    "the pattern",
                    name);
}

static hxp_status end_rule(srx_reader *reader, hxp_error *error)
{
    hxp_srx_rule *rule = &reader->rule;
    rule->before = hxp_buffer_str(&reader->before);
    rule->after = hxp_buffer_str(&reader->after);
    hxp_status status = check_pattern(reader, "beforebreak", rule->before,
                                      rule->before_place, error);
    if (status == HXP_OK)
        status = check_pattern(reader, "afterbreak", rule->after,
                               rule->after_place, error);
    if (status == HXP_OK && rule->before.len == 0 && rule->after.len == 0)
        status = hxp_tell(&reader->faults, HXP_FAULT_SRX_EMPTY_RULE,
                          rule->place, error,
                          "neither beforebreak nor afterbreak says anything; "
                          "the rule decides everywhere");
    if (status != HXP_OK)
        return status;
    return hxp_srx_add_rule(reader->srx, rule, error);
}

static hxp_status read_map(srx_reader *reader, const char **attributes,
                           hxp_error *error)
{
    hxp_srx_map map = { hxp_xml_attribute(attributes, "languagepattern"),
                        hxp_xml_attribute(attributes, "languagerulename"),
                        hxp_xml_place(reader->xml) };
    hxp_status status = check_count(reader, error);
    if (status == HXP_OK && (map.pattern.len == 0 || map.list.len == 0))
        status = hxp_tell(&reader->faults, HXP_FAULT_SRX_REQUIRED, map.place,
                          error, "languagemap has no %s",
                          map.pattern.len == 0 ? "languagepattern"
                                               : "languagerulename");
    if (status != HXP_OK)
        return status;
    return hxp_srx_add_map(reader->srx, &map, error);
}

/** Check that maps and lists find one another. */
static hxp_status check_names(srx_reader *reader, hxp_error *error)
{
    const hxp_srx *srx = reader->srx;
    hxp_status status = HXP_OK;
    for (size_t i = 0; i < srx->map_count && status == HXP_OK; i++)
        if (srx->maps[i].list.len > 0 &&
            !hxp_srx_list_named(srx, srx->maps[i].list))
            status = hxp_tell(&reader->faults, HXP_FAULT_SRX_LIST_MISSING,
                              srx->maps[i].place, error,
                              "there are no rules of the name \"%.*s\"",
                              HXP_FMT(hxp_quote(srx->maps[i].list)));
    for (size_t i = 0; i < srx->list_count && status == HXP_OK; i++) {
        bool used = false;
        for (size_t j = 0; j < srx->map_count && !used; j++)
            used = hxp_str_equal(srx->maps[j].list, srx->lists[i].name);
        if (!used)
            status = hxp_tell(&reader->faults, HXP_FAULT_SRX_LIST_UNUSED,
                              srx->lists[i].place, error,
                              "no language map names the rules \"%.*s\"",
                              HXP_FMT(hxp_quote(srx->lists[i].name)));
    }
    return status;
}

static hxp_status end_range_rule(srx_reader *reader, hxp_error *error)
{
    hxp_str pattern = hxp_str_trim(hxp_buffer_str(&reader->before));
    if (pattern.len == 0)
        return HXP_OK;
    return hxp_tell(&reader->faults, HXP_FAULT_SRX_RANGE_RULE,
                    reader->rule.place, error,
                    "this range rule is not applied: \"%.*s\"",
                    HXP_FMT(hxp_quote(pattern)));
}

static hxp_status end_root(srx_reader *reader, hxp_error *error)
{
    hxp_status status = HXP_OK;
    if (!reader->has_maps)
        status =
            hxp_tell(&reader->faults, HXP_FAULT_SRX_REQUIRED,
                     hxp_xml_place(reader->xml), error, "maprules is missing");
    return status == HXP_OK ? check_names(reader, error) : status;
}

/* --- Handlers ------------------------------------------------------------- */

static hxp_status check_root(const srx_reader *reader, const char *name,
                             hxp_error *error)
{
    if (strcmp(hxp_xml_local_name(name), "srx") == 0)
        return HXP_OK;
    return hxp_xml_fail(reader->xml, HXP_EINPUT, error,
                        "not SRX: root element is \"%.*s\"",
                        HXP_FMT(hxp_quote(hxp_str_of(name))));
}

/** The element of that name within parent, or OTHER. */
static element element_of(const char *name, element parent)
{
    const char *local = hxp_xml_local_name(name);
    if (parent == HEADER && strcmp(local, "options") == 0)
        return OPTIONS;
    if (parent == HEADER && strcmp(local, "rangeRule") == 0)
        return RANGE_RULE;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strcmp(elements[i].name, local) == 0 &&
            (parent == elements[i].parent ||
             parent == elements[i].other_parent))
            return elements[i].element;
    return OTHER;
}

/** Pass over an element; a fault unless it is of another name space. */
static hxp_status pass_over(srx_reader *reader, const char *name,
                            hxp_error *error)
{
    reader->skip = hxp_xml_depth(reader->xml);
    if (strchr(name, ':'))
        return HXP_OK;
    return tell(reader, HXP_FAULT_SRX_ELEMENT, "SRX allows here no",
                hxp_str_of(name), error);
}

static void begin_text(srx_reader *reader, hxp_buffer *buffer, hxp_place *place)
{
    *place = hxp_xml_place(reader->xml);
    buffer->len = 0;
    reader->text = buffer;
}

static hxp_status start_known(srx_reader *reader, element what,
                              const char **attributes, hxp_error *error)
{
    switch (what) {
    case SRX:
        return read_root(reader, attributes, error);
    case HEADER:
        return read_header(reader, attributes, error);
    case FORMAT_HANDLE:
        return read_handle(reader, attributes, error);
    case OPTIONS:
        return read_options(reader, attributes, error);
    case LANGUAGE_RULE:
        return begin_list(reader, attributes, error);
    case RULE:
        return begin_rule(reader, attributes, error);
    case BEFORE:
        begin_text(reader, &reader->before, &reader->rule.before_place);
        return HXP_OK;
    case AFTER:
        begin_text(reader, &reader->after, &reader->rule.after_place);
        return HXP_OK;
    case RANGE_RULE:
        begin_text(reader, &reader->before, &reader->rule.place);
        return HXP_OK;
    case MAP_RULES:
        reader->has_maps = true;
        return HXP_OK;
    case LANGUAGE_MAP:
        return read_map(reader, attributes, error);
    case OTHER:
    case BODY:
    case LANGUAGE_RULES:
    case MAP_RULE:
    default:
        return HXP_OK;
    }
}

static hxp_status start(void *data, const char *name, const char **attributes,
                        hxp_error *error)
{
    srx_reader *reader = data;
    size_t depth = hxp_xml_depth(reader->xml);
    if (reader->skip > 0)
        return HXP_OK;
    if (depth == 1) {
        hxp_status status = check_root(reader, name, error);
        if (status != HXP_OK)
            return status;
    }
    element parent = depth == 1 ? OTHER : reader->open[depth - 2];
    element what = element_of(name, parent);
    if (what == OTHER || depth > DEEPEST)
        return pass_over(reader, name, error);
    reader->open[depth - 1] = what;
    return start_known(reader, what, attributes, error);
}

static hxp_status text(void *data, hxp_str piece, hxp_error *error)
{
    srx_reader *reader = data;
    if (reader->skip > 0 || !reader->text)
        return HXP_OK;
    if (piece.len > PATTERN_BYTES - reader->text->len)
        return hxp_xml_fail(reader->xml, HXP_ELIMIT, error,
                            "a pattern is longer than %d bytes, the limit",
                            PATTERN_BYTES);
    return hxp_buffer_add(reader->text, piece) ? HXP_OK : hxp_no_memory(error);
}

static hxp_status end(void *data, const char *name, hxp_error *error)
{
    srx_reader *reader = data;
    size_t depth = hxp_xml_depth(reader->xml);
    (void)name;
    if (reader->skip > 0) {
        if (reader->skip == depth)
            reader->skip = 0;
        return HXP_OK;
    }
    reader->text = NULL;
    if (reader->open[depth - 1] == RULE)
        return end_rule(reader, error);
    if (reader->open[depth - 1] == RANGE_RULE)
        return end_range_rule(reader, error);
    if (reader->open[depth - 1] == SRX)
        return end_root(reader, error);
    return HXP_OK;
}

hxp_status hxp_srx_read(hxp_srx **out, hxp_input *input,
                        const hxp_read_options *options, hxp_error *error)
{
    static const hxp_xml_handlers handlers = { start, end, text, NULL };
    srx_reader reader = { .faults.file = hxp_str_of(hxp_input_name(input)) };
    if (options)
        reader.faults.sink = options->findings;
    *out = NULL;
    hxp_status status = hxp_srx_new(&reader.srx, reader.faults.file, error);
    if (status == HXP_OK)
        status = hxp_xml_new(&reader.xml, input, options, error);
    if (status == HXP_OK)
        status = hxp_xml_parse(reader.xml, &handlers, &reader, error);
    hxp_xml_free(reader.xml);
    hxp_buffer_free(&reader.before);
    hxp_buffer_free(&reader.after);
    if (status == HXP_OK)
        *out = reader.srx;
    else
        hxp_srx_free(reader.srx);
    return status;
}

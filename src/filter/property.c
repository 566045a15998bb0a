/* property.c - reads conditions on properties and tries them on units. */
#include "filter/property.h"

#include "base/decimal.h"
#include "base/error.h"
#include "base/str.h"

static const struct {
    const char *sign;
    hxp_relation relation;
} relations[] = {
    { "!=", HXP_DIFFERENT }, { ">=", HXP_AT_LEAST }, { "<=", HXP_AT_MOST },
    { "=", HXP_EQUAL },      { "~", HXP_MATCHING },
};

/** Part text at its first relation, if it has one. */
static void divide(hxp_property *property, hxp_str text)
{
    *property = (hxp_property){ .type = text, .value = HXP_STR("") };
    for (size_t at = 0; at < text.len; at++) {
        hxp_str rest = hxp_str_part(text, at, text.len);
        for (size_t i = 0; i < sizeof relations / sizeof relations[0]; i++) {
            hxp_str sign = hxp_str_of(relations[i].sign);
            if (!hxp_str_starts(rest, sign))
                continue;
            property->type = hxp_str_part(text, 0, at);
            property->value = hxp_str_part(rest, sign.len, rest.len);
            property->relation = relations[i].relation;
            return;
        }
    }
}

hxp_status hxp_property_read(hxp_property *property, hxp_str text,
                             hxp_error *error)
{
    divide(property, text);
    if (property->type.len == 0)
        return hxp_fail(error, HXP_EINPUT, "'%.*s' names no property",
                        HXP_FMT(text));
    if (property->relation == HXP_MATCHING)
        return hxp_regex_new(&property->regex, property->value, false, error);
    if ((property->relation == HXP_AT_LEAST ||
         property->relation == HXP_AT_MOST) &&
        !hxp_decimal_read(&property->number, property->value))
        return hxp_fail(error, HXP_EINPUT, "'%.*s' is no number",
                        HXP_FMT(property->value));
    return HXP_OK;
}

static hxp_status try_value(bool *holds, const hxp_property *property,
                            hxp_str value, hxp_error *error)
{
    double number;
    switch (property->relation) {
    case HXP_PRESENT:
        *holds = true;
        return HXP_OK;
    case HXP_EQUAL:
    case HXP_DIFFERENT:
        *holds = hxp_str_equal(value, property->value);
        return HXP_OK;
    case HXP_AT_LEAST:
        *holds = hxp_decimal_read(&number, value) && number >= property->number;
        return HXP_OK;
    case HXP_AT_MOST:
        *holds = hxp_decimal_read(&number, value) && number <= property->number;
        return HXP_OK;
    case HXP_MATCHING:
    default:
        return hxp_regex_search(holds, property->regex, value, error);
    }
}

/** Try the properties of one element, and its attribute of the name. */
static hxp_status try_element(bool *holds, const hxp_property *property,
                              const hxp_remarks *remarks,
                              const hxp_attributes *attributes,
                              hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && !*holds && i < remarks->count; i++)
        if (remarks->items[i].kind == HXP_PROPERTY &&
            hxp_str_equal(remarks->items[i].type, property->type))
            status = try_value(holds, property, remarks->items[i].text, error);
    for (size_t i = 0; status == HXP_OK && !*holds && i < attributes->count;
         i++)
        if (hxp_str_equal(attributes->items[i].name, property->type))
            status =
                try_value(holds, property, attributes->items[i].value, error);
    return status;
}

hxp_status hxp_property_holds(bool *holds, const hxp_property *property,
                              const hxp_unit *unit, hxp_error *error)
{
    hxp_status status = HXP_OK;
    *holds = false;
    if (unit->id.len > 0 && hxp_str_is(property->type, "tuid"))
        status = try_value(holds, property, unit->id, error);
    if (status == HXP_OK)
        status = try_element(holds, property, &unit->remarks, &unit->attributes,
                             error);
    for (size_t i = 0; status == HXP_OK && i < unit->variant_count; i++)
        status = try_element(holds, property, &unit->variants[i].remarks,
                             &unit->variants[i].attributes, error);
    if (property->relation == HXP_DIFFERENT)
        *holds = !*holds;
    return status;
}

static const hxp_str *value_in(const hxp_remarks *remarks,
                               const hxp_attributes *attributes, hxp_str type)
{
    for (size_t i = 0; i < remarks->count; i++)
        if (remarks->items[i].kind == HXP_PROPERTY &&
            hxp_str_equal(remarks->items[i].type, type))
            return &remarks->items[i].text;
    for (size_t i = 0; i < attributes->count; i++)
        if (hxp_str_equal(attributes->items[i].name, type))
            return &attributes->items[i].value;
    return NULL;
}

const hxp_str *hxp_property_value(const hxp_unit *unit, hxp_str type)
{
    if (hxp_str_is(type, "tuid"))
        return &unit->id;
    const hxp_str *value = value_in(&unit->remarks, &unit->attributes, type);
    for (size_t i = 0; !value && i < unit->variant_count; i++)
        value = value_in(&unit->variants[i].remarks,
                         &unit->variants[i].attributes, type);
    return value;
}

void hxp_property_free(hxp_property *property)
{
    hxp_regex_free(property->regex);
    property->regex = NULL;
}

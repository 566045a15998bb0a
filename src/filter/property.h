/* property.h - conditions on the properties and attributes of a unit. */
#ifndef FILTER_PROPERTY_H
#define FILTER_PROPERTY_H

#include "text/regex.h"

#include <hexapla/model.h>

typedef enum hxp_relation {
    HXP_PRESENT, /* no value asked for */
    HXP_EQUAL,
    HXP_DIFFERENT,
    HXP_AT_LEAST,
    HXP_AT_MOST,
    HXP_MATCHING
} hxp_relation;

/** A condition; end with hxp_property_free(). */
typedef struct hxp_property {
    hxp_str type;
    hxp_str value;
    hxp_relation relation;
    double number;    /* value, where numbers are compared */
    hxp_regex *regex; /* value, where it is an expression */
} hxp_property;

/**
 * Read a condition: TYPE, or TYPE, one of = != >= <= ~ and a value. It points
 * into text. Fails with HXP_EINPUT when the value is no number or expression.
 */
hxp_status hxp_property_read(hxp_property *property, hxp_str text,
                             hxp_error *error);

/**
 * Whether a property of unit or of a variant of it, or else an attribute of
 * that name, is as the condition says; with != whether none is equal. Fails
 * as hxp_regex_search() does.
 */
hxp_status hxp_property_holds(bool *holds, const hxp_property *property,
                              const hxp_unit *unit, hxp_error *error);

/** The first value of property or attribute type of unit, or NULL. */
const hxp_str *hxp_property_value(const hxp_unit *unit, hxp_str type);

void hxp_property_free(hxp_property *property);

#endif

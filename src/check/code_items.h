/* code_items.h - the codes, tags and placeholders of a text. */
#ifndef CHECK_CODE_ITEMS_H
#define CHECK_CODE_ITEMS_H

#include "check/family.h"

/** A code, a tag or a placeholder of a text. */
typedef struct hxp_code_item {
    hxp_str name;  /* what is compared */
    hxp_str shown; /* what a person is told */
    hxp_str type;  /* of a code without a number, which is compared then */
    size_t offset; /* where it stands in the text */
    size_t len;    /* 0: beside the text */
    bool used;     /* has a partner */
    bool doubtful; /* may be chance: a partner, but never told of */
    /* Of printf's: the number of its argument, and whether the item says it. */
    unsigned place;
    bool numbered;
} hxp_code_item;

/** Those of a text; the list is the caller's to free. */
typedef struct hxp_code_items {
    hxp_code_item *list;
    size_t count, room;
} hxp_code_items;

/* Each adds what it finds; false when memory is out. */

bool hxp_code_items_add_codes(hxp_code_items *to, const hxp_content *content);
bool hxp_code_items_add_tags(hxp_code_items *to, hxp_str text);
bool hxp_code_items_add_placeholders(hxp_code_items *to, hxp_str text);

/** The bytes of "%2" in "%2$s", whose number is *place; or 0. */
size_t hxp_code_place(hxp_str name, unsigned *place);

#endif

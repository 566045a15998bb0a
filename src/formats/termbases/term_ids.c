/* term_ids.c - keeps ids that are good, makes others. */
#include "formats/termbases/term_ids.h"

#include "base/str.h"

#include <stdio.h>

/** True for a name of XML: letters of ASCII or others, digits, "._-". */
static bool is_good(hxp_str id)
{
    for (size_t i = 0; i < id.len; i++) {
        char c = id.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      c == '_' || (unsigned char)c >= 0xC3;
        bool inner = (c >= '0' && c <= '9') || c == '.' || c == '-' ||
                     (unsigned char)c >= 0x80;
        if (!letter && (i == 0 || !inner))
            return false;
    }
    return id.len > 0;
}

static bool add(hxp_hash_map *set, hxp_str id, bool *found)
{
    return hxp_hash_map_add(set, hxp_hash_of(id), found) != NULL;
}

bool hxp_term_ids_init(hxp_term_ids *ids, const hxp_termbase *termbase)
{
    bool found;
    for (size_t i = 0; i < hxp_termbase_count(termbase); i++)
        if (!add(&ids->own, hxp_termbase_concept(termbase, i)->id, &found))
            return false;
    return true;
}

/** Put the letter c before id, a number, for XML; false: that is no name. */
static bool make_name(hxp_term_ids *ids, hxp_str id)
{
    int len = snprintf(ids->made, sizeof ids->made, "c%.*s", HXP_FMT(id));
    return id.len > 0 && len > 0 && (size_t)len < sizeof ids->made &&
           is_good(hxp_str_of(ids->made));
}

bool hxp_term_ids_next(hxp_str *id, hxp_term_ids *ids,
                       const hxp_concept *concept)
{
    bool found = true;
    if (ids->xml ? is_good(concept->id) : concept->id.len > 0) {
        *id = concept->id;
        if (!add(&ids->given, *id, &found))
            return false;
    } else if (ids->xml && make_name(ids, concept->id)) {
        *id = hxp_str_of(ids->made);
        if (!add(&ids->own, *id, &found))
            return false;
    }
    while (found) {
        snprintf(ids->made, sizeof ids->made, "c%zu", ++ids->number);
        *id = hxp_str_of(ids->made);
        if (!add(&ids->own, *id, &found))
            return false;
    }
    return true;
}

void hxp_term_ids_free(hxp_term_ids *ids)
{
    hxp_hash_map_free(&ids->own);
    hxp_hash_map_free(&ids->given);
}

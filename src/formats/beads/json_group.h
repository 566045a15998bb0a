/* json_group.h - versions of one text, as a line of JSON has them. */
#ifndef FORMATS_JSON_GROUP_H
#define FORMATS_JSON_GROUP_H

#include "base/arena.h"

#include <hexapla/model.h>

/** A version. */
typedef struct hxp_json_version {
    hxp_str language;
    hxp_str text;
    bool segmented; /* spans are its segments; else it is to be divided */
    hxp_span *spans;
    size_t span_count;
} hxp_json_version;

typedef struct hxp_json_group {
    hxp_arena arena; /* owns all of it */
    hxp_str id;      /* as JSON; empty: none was given */
    hxp_json_version *versions;
    size_t count;
} hxp_json_group;

/**
 * Read an object such as {"id":1,"documents":[{"language":"en","text":"..."},
 * {"language":"nl","segments":["...","..."]}]}; other members do not matter.
 * Fails with HXP_EINPUT; the id is there, then too, if it could be read. The
 * caller ends with hxp_json_group_free() in any case.
 */
hxp_status hxp_json_group_read(hxp_json_group *group, hxp_str line,
                               hxp_error *error);

void hxp_json_group_free(hxp_json_group *group);

#endif

/* inherit.h - what units have from their header, when it becomes another. */
#ifndef MODEL_INHERIT_H
#define MODEL_INHERIT_H

#include "base/arena.h"

#include <hexapla/model.h>

enum { HXP_INHERITED = 2 };

/** What the header of the whole says, and that of the file in work; all zero at
 * first. */
typedef struct hxp_inherit {
    hxp_arena arena; /* owns all of it */
    bool begun;
    hxp_str whole_language;
    hxp_str whole[HXP_INHERITED];
    hxp_attributes whole_spaces; /* declarations of name spaces */
    hxp_str language;            /* empty: the same */
    hxp_attribute own[HXP_INHERITED];
    size_t own_count;
    hxp_attributes spaces; /* declarations that the whole lacks */
} hxp_inherit;

/** Take a file's header; the first is that of the whole. False: no memory. */
bool hxp_inherit_begin(hxp_inherit *inherit, const hxp_unit_header *header);

/**
 * Give *unit the source language, segtype and datatype of its file, where it
 * has none and the whole has others, and the declarations of name spaces that
 * it uses. Attributes lie in arena. False: no memory.
 */
bool hxp_inherit_unit(hxp_unit *unit, const hxp_inherit *inherit,
                      hxp_arena *arena);

/** Free what inherit holds; it is as new. */
void hxp_inherit_free(hxp_inherit *inherit);

#endif

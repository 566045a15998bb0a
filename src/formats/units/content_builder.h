/* content_builder.h - puts a segment's content together, piece by piece. */
#ifndef FORMATS_CONTENT_BUILDER_H
#define FORMATS_CONTENT_BUILDER_H

#include "base/arena.h"
#include "base/array.h"

#include <hexapla/model.h>

/** A content in the making. */
typedef struct hxp_content_level {
    hxp_buffer text;
    hxp_code *codes;
    hxp_place *places; /* of the codes */
    size_t code_count, code_capacity, place_capacity;
    hxp_run *runs;
    size_t run_count, run_capacity;
    hxp_place next; /* where text would go on without a new run */
} hxp_content_level;

/**
 * The contents in the making: of the segment, of the code open in it, of the
 * sub-flow in that, and so on. All zero is none. It is used again and again.
 */
typedef struct hxp_content_builder {
    hxp_content_level *levels;
    size_t depth;    /* those in use */
    size_t capacity; /* those that hold memory are the first ones */
    bool keep_runs;
} hxp_content_builder;

/* All of these return false when memory is out. */

/** Begin a content: the segment's, or what is inside the last code. */
bool hxp_content_open(hxp_content_builder *builder);

/** Remember that text, which is to be added to level, stands at place; NULL:
 * nobody knows where. */
bool hxp_content_add_run(hxp_content_level *level, hxp_str text,
                         const hxp_place *place);

/** Add text, which stands at place (NULL is allowed), to the innermost
 * content. */
static inline bool hxp_content_add_text(hxp_content_builder *builder,
                                        hxp_str text, const hxp_place *place)
{
    hxp_content_level *level = &builder->levels[builder->depth - 1];
    if (builder->keep_runs && !hxp_content_add_run(level, text, place))
        return false;
    return hxp_buffer_add(&level->text, text);
}

/** Add a code, whose offset is filled in. */
bool hxp_content_add_code(hxp_content_builder *builder, hxp_code code,
                          hxp_place place);

/**
 * Finish the innermost content: copy it into arena, and, unless it is the
 * outermost or empty, put it inside the last code of the one around it.
 */
bool hxp_content_close(hxp_content *out, hxp_content_builder *builder,
                       hxp_arena *arena);

/** The level closed last, for the places of its codes, until the next open. */
const hxp_content_level *hxp_content_closed(const hxp_content_builder *builder);

/** Free what the builder holds. */
void hxp_content_builder_free(hxp_content_builder *builder);

#endif

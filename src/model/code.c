/* code.c - copying inline codes. */
#include "model/code.h"

#include "model/remark.h"

bool hxp_code_copy(hxp_code *to, hxp_arena *arena, const hxp_code *code)
{
    *to = (hxp_code){ .kind = code->kind, .offset = code->offset };
    if (!hxp_arena_copy(&to->name, arena, code->name) ||
        !hxp_attributes_copy(&to->attributes, arena, &code->attributes) ||
        !hxp_arena_copy(&to->shown, arena, code->shown))
        return false;
    if (!code->inside)
        return true;
    hxp_content *inside = hxp_arena_alloc(arena, 1, sizeof *inside);
    to->inside = inside;
    return inside && hxp_arena_copy(&inside->text, arena, code->inside->text);
}

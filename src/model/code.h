/* code.h - copying inline codes. */
#ifndef MODEL_CODE_H
#define MODEL_CODE_H

#include "base/arena.h"

#include <hexapla/model.h>

/**
 * Copy code and all it points to into arena, but for the codes in the code
 * inside: those of documents have none. False when memory is out.
 */
bool hxp_code_copy(hxp_code *to, hxp_arena *arena, const hxp_code *code);

#endif

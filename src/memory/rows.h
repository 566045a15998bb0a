/* rows.h - units of the rows that a store has for them. */
#ifndef MEMORY_ROWS_H
#define MEMORY_ROWS_H

#include "base/arena.h"
#include "model/pack.h"

/*
 * What these make lies in the arena, copied: rows need not outlive the call.
 * They fail with HXP_EINPUT when a row is not what was stored.
 */

/** The columns of a memory. */
typedef struct hxp_memory_row {
    hxp_str source_language;
    hxp_str extra;
} hxp_memory_row;

/** The columns of a unit, but for its number. */
typedef struct hxp_unit_row {
    hxp_str tuid;
    hxp_str source_language;
    hxp_str extra;
} hxp_unit_row;

/** The columns of a variant. */
typedef struct hxp_variant_row {
    hxp_str language;
    hxp_str text;
    hxp_str codes;
    hxp_str extra;
} hxp_variant_row;

/** The header that a memory was made with. */
hxp_status hxp_rows_header(hxp_unit_header *header, hxp_arena *arena,
                           const hxp_memory_row *row, hxp_error *error);

/** Fill in what the row tells of a unit; it has no variants yet. */
hxp_status hxp_rows_unit(hxp_unit *unit, hxp_arena *arena,
                         const hxp_unit_row *row, hxp_error *error);

/** The variants of a unit so far; all zero: none. */
typedef struct hxp_rows_variants {
    hxp_variant *items;
    size_t count;
    size_t room;
} hxp_rows_variants;

/** Add the variant of a row. */
hxp_status hxp_rows_variant(hxp_rows_variants *variants, hxp_arena *arena,
                            const hxp_variant_row *row, hxp_error *error);

#endif

/* term_concepts.h - concepts whose terms stand in several rows of a table. */
#ifndef FORMATS_TERM_CONCEPTS_H
#define FORMATS_TERM_CONCEPTS_H

#include "base/arena.h"
#include "base/hash_map.h"

#include <hexapla/model.h>

/** Concepts in the making; all zero is an empty list. */
typedef struct hxp_term_concepts {
    hxp_arena arena;
    hxp_hash_map by_key;
    hxp_hash_map had; /* terms and details of the concepts */
    struct hxp_row_concept *items;
    size_t count, room;
    struct hxp_row_term *terms;
    size_t term_count, term_room;
    struct hxp_row_detail *details;
    size_t detail_count, detail_room;
    size_t at; /* the concept that rows are added to */
} hxp_term_concepts;

/** A term of a row. */
typedef struct hxp_told_term {
    hxp_term term;
    bool told; /* the row tells its status */
} hxp_told_term;

/**
 * Go on with the concept of key, which may be new; id is its id. What is given
 * is copied, here and below. False when memory is out.
 */
bool hxp_term_concepts_open(hxp_term_concepts *concepts, hxp_str key,
                            hxp_str id);

/**
 * Add a term; one that the concept has in the same language and with the same
 * status only gets the new details.
 */
bool hxp_term_concepts_term(hxp_term_concepts *concepts,
                            const hxp_told_term *term);

/** Add a detail, unless the concept has it. */
bool hxp_term_concepts_detail(hxp_term_concepts *concepts,
                              const hxp_detail *detail);

/** Say that the concept is not translated. */
void hxp_term_concepts_untranslated(hxp_term_concepts *concepts);

/** Say that no check speaks of it. */
void hxp_term_concepts_ignored(hxp_term_concepts *concepts);

/** Put the concepts, as they came, into termbase. */
hxp_status hxp_term_concepts_finish(hxp_term_concepts *concepts,
                                    hxp_termbase *termbase, hxp_error *error);

/** Free what they hold. */
void hxp_term_concepts_free(hxp_term_concepts *concepts);

#endif

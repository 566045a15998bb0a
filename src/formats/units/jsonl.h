/* jsonl.h - the words of a unit as JSON, and what its reader is made of. */
#ifndef FORMATS_JSONL_H
#define FORMATS_JSONL_H

#include "base/arena.h"
#include "formats/units/delivery.h"

#include <jansson.h>

/** Names of the kinds, in the order of hxp_code_kind. */
extern const char *const hxp_jsonl_code_kinds[];

/** Names of the kinds, in the order of hxp_remark_kind. */
extern const char *const hxp_jsonl_remark_kinds[];

/** What reads one line. */
typedef struct hxp_jsonl_reader {
    hxp_delivery delivery;
    size_t line; /* its number */
    size_t segment_limit;
    size_t depth; /* of contents in contents, at most */
    hxp_arena arena;
} hxp_jsonl_reader;

/** Refuse the line; gives HXP_EINPUT. */
#define HXP_JSONL_REFUSE(reader, ...)                                          \
    HXP_REFUSE(&(reader)->delivery, ((hxp_place){ (reader)->line, 1, 1 }),     \
               __VA_ARGS__)

/* All of these refuse what is not of the form that the manual tells, fail
 * with HXP_ENOMEM, and put what they read into the reader's arena; strings are
 * borrowed from the object. */

/** A string member; empty if there is none. */
hxp_status hxp_jsonl_string(hxp_str *out, hxp_jsonl_reader *reader,
                            const json_t *object, const char *key);

/** An array or, if object is true, an object; NULL if there is none. */
hxp_status hxp_jsonl_member(const json_t **out, hxp_jsonl_reader *reader,
                            const json_t *object, const char *key,
                            bool is_object);

/** One of names, which end with NULL; refused if it is none. */
hxp_status hxp_jsonl_choice(int *out, hxp_jsonl_reader *reader,
                            const json_t *object, const char *const *names);

/**
 * The member key, an object of XML attributes; none of them may be called as
 * one of taken (NULL: none), which end with NULL.
 */
hxp_status hxp_jsonl_attributes(hxp_attributes *out, hxp_jsonl_reader *reader,
                                const json_t *object, const char *key,
                                const char *const *taken);

/** The attributes that an object is made of. */
hxp_status hxp_jsonl_pairs(hxp_attributes *out, hxp_jsonl_reader *reader,
                           const json_t *object, const char *const *taken);

/** Tell of the members of object that are not in known, ended with NULL. */
hxp_status hxp_jsonl_known(hxp_jsonl_reader *reader, const json_t *object,
                           const char *const *known);

/** A content's text and codes; of the rest of object nothing is read. */
hxp_status hxp_jsonl_content(hxp_content *out, hxp_jsonl_reader *reader,
                             const json_t *object);

/**
 * Find where the texts of a unit's variants stand in line, the unit as it
 * stands in the file, and add the runs to the variants.
 */
hxp_status hxp_jsonl_places(hxp_jsonl_reader *reader, hxp_str line,
                            hxp_variant *variants, size_t count);

#endif

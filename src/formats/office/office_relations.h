/* office_relations.h - which parts of an office document belong together. */
#ifndef FORMATS_OFFICE_RELATIONS_H
#define FORMATS_OFFICE_RELATIONS_H

#include "formats/office/office.h"

/** A part that another one refers to. */
typedef struct hxp_office_relation {
    hxp_str id;
    hxp_str type;     /* the last word of it, such as "footnotes" */
    const char *part; /* the name of the entry; NULL: outside of the document */
    hxp_str address;  /* of what is outside; else empty */
} hxp_office_relation;

/** The relations of one part. */
typedef struct hxp_relations {
    hxp_office_relation *items;
    size_t count, capacity;
    hxp_str folder; /* of the part, with its slash */
    hxp_arena arena;
} hxp_relations;

/**
 * Read the relations that part has; those of the whole package if it is empty.
 * There are none if it has none. The caller frees also when this fails.
 */
hxp_status hxp_relations_read(hxp_relations *relations, hxp_archive *archive,
                              const char *part, hxp_error *error);

/** The part that has the id, or NULL. It lives as the relations do. */
const char *hxp_relations_by_id(const hxp_relations *relations, hxp_str id);

/** Where the link with the id leads outside of the document, or empty. It
 * lives as the relations do. */
hxp_str hxp_relations_address(const hxp_relations *relations, hxp_str id);

/**
 * The next part of the type, from number *at on, which goes on behind it; NULL:
 * no more. It lives as the relations do.
 */
const char *hxp_relations_next(const hxp_relations *relations, const char *type,
                               size_t *at);

void hxp_relations_free(hxp_relations *relations);

/**
 * Copy the name of the main part of the package; NULL with HXP_OK when it has
 * none. It lives as arena does.
 */
hxp_status hxp_office_main_part(const char **part, hxp_arena *arena,
                                hxp_archive *archive, hxp_error *error);

#endif

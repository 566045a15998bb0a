/* fold.h - the forms in which words are compared. */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include "base/arena.h"

#include <hexapla/base.h>

/** A letter without its accents, in UTF-8. */
typedef struct hxp_bare_letter {
    uint8_t len; /* 0: not worked out yet */
    char bytes[3];
} hxp_bare_letter;

/* The characters of two bytes in UTF-8 that are no marks: from the first on to
 * before the end. */
enum { HXP_LATIN_FIRST = 0x80, HXP_LATIN_END = 0x300 };

/** ICU's normalisers and room to work in; make with hxp_folder_init(). */
typedef struct hxp_folder {
    const void *casefold;  /* UNormalizer2: NFKC and full case folding */
    const void *decompose; /* UNormalizer2: NFD */
    uint16_t *units[2];    /* UTF-16, growing */
    size_t room[2];
    hxp_bare_letter latin[HXP_LATIN_END - HXP_LATIN_FIRST];
} hxp_folder;

/** Prepare folder. On HXP_OK end with hxp_folder_free(). */
hxp_status hxp_folder_init(hxp_folder *folder, hxp_error *error);

void hxp_folder_free(hxp_folder *folder);

/**
 * Fold word (valid UTF-8): NFKC and full case folding, curly apostrophes
 * straight, hyphens unified, invisible characters gone. The result lives in
 * arena.
 */
hxp_status hxp_fold(hxp_str *folded, hxp_folder *folder, hxp_arena *arena,
                    hxp_str word, hxp_error *error);

/** Take the accents off a folded word; ligatures become their letters. */
hxp_status hxp_fold_bare(hxp_str *bare, hxp_folder *folder, hxp_arena *arena,
                         hxp_str folded, hxp_error *error);

#endif

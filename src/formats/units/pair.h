/* pair.h - the two languages that a format of pairs holds of a unit. */
#ifndef FORMATS_PAIR_H
#define FORMATS_PAIR_H

#include "base/arena.h"

#include <hexapla/formats.h>

/** Two languages; without a target it is empty. */
typedef struct hxp_language_pair {
    hxp_str source;
    hxp_str target;
} hxp_language_pair;

/**
 * Choose the pair that is written: what the caller wants, else the header's
 * source language and the first other one. A language wanted as "nl" also
 * finds "nl-BE". All is copied into arena;
 * false when memory is out.
 */
bool hxp_pair_choose(hxp_language_pair *pair, const hxp_unit_header *header,
                     const hxp_write_options *options, hxp_arena *arena);

/** The variant of unit in language: of just this tag, else of a longer one. */
const hxp_variant *hxp_pair_variant(const hxp_unit *unit, hxp_str language);

/**
 * Let writer, which chooses a pair in begin, know the languages beforehand
 * unless the caller names both. Ownership as of hxp_languages_first().
 */
hxp_status hxp_pair_writer(hxp_unit_sink **out, hxp_unit_sink *writer,
                           const hxp_write_options *options, hxp_error *error);

#endif

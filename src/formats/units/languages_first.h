/* languages_first.h - a filter for writers that must know the languages. */
#ifndef FORMATS_LANGUAGES_FIRST_H
#define FORMATS_LANGUAGES_FIRST_H

#include <hexapla/base.h>
#include <hexapla/model.h>

/**
 * Make a filter that hands on to next, whose begin gets a header with all the
 * languages of the units, in the order of their first use. When they are not
 * known beforehand the units wait in a spool for the last one. A variant
 * without a language counts as "und".
 *
 * next belongs to the filter from here on, also on failure. On HXP_OK the
 * caller owns *out; otherwise *out is NULL.
 */
hxp_status hxp_languages_first(hxp_unit_sink **out, hxp_unit_sink *next,
                               hxp_error *error);

/** The first variant of unit in language, by its named language, or NULL. */
const hxp_variant *hxp_variant_named(const hxp_unit *unit, hxp_str language);

#endif

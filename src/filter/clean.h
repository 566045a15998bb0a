/* clean.h - what the rules of cleaning are and work with. */
#ifndef FILTER_CLEAN_H
#define FILTER_CLEAN_H

#include "base/hash_map.h"
#include "text/fold.h"
#include "text/guess.h"

#include <hexapla/filter.h>

/** The rules, in the order of hxp_clean_rules(). */
typedef enum hxp_clean_id {
    HXP_CLEAN_CONTROL,
    HXP_CLEAN_EMPTY,
    HXP_CLEAN_CODES_ONLY,
    HXP_CLEAN_WRONG_LANGUAGE,
    HXP_CLEAN_SAME,
    HXP_CLEAN_RATIO,
    HXP_CLEAN_NUMBERS,
    HXP_CLEAN_UNTRANSLATED,
    HXP_CLEAN_DUPLICATES,
    HXP_CLEAN_NORMALISED,
    HXP_CLEAN_COUNT /* no rule */
} hxp_clean_id;

/** What the rules work with. */
typedef struct hxp_clean_tools {
    bool on[HXP_CLEAN_COUNT]; /* the rules in force */
    double max_ratio;
    hxp_guesser *guesser; /* NULL: wrong-language is off */
    hxp_folder folder;
    hxp_hash_map seen;       /* units, exactly */
    hxp_hash_map normalised; /* units, folded */
    hxp_arena arena;         /* of the unit in work */
} hxp_clean_tools;

/** The rule that the text of variant breaks, or HXP_CLEAN_COUNT. */
hxp_clean_id hxp_clean_text(const hxp_clean_tools *tools,
                            const hxp_variant *variant);

/** The rule that a translation breaks beside its source; *rule as above. */
hxp_status hxp_clean_pair(hxp_clean_id *rule, hxp_clean_tools *tools,
                          const hxp_variant *source, const hxp_variant *target,
                          hxp_error *error);

/** Whether unit was there before; *rule as above. It is remembered. */
hxp_status hxp_clean_unit(hxp_clean_id *rule, hxp_clean_tools *tools,
                          const hxp_unit *unit, hxp_error *error);

#endif

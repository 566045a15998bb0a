/* tmx_rules.h - is it sound TMX? Checks what the reader has just read. */
#ifndef FORMATS_TMX_RULES_H
#define FORMATS_TMX_RULES_H

#include "base/hash_map.h"
#include "base/names.h"
#include "formats/faults.h"
#include "formats/tmx/tmx.h"

#include <hexapla/base.h>
#include <hexapla/model.h>

enum { HXP_TMX_TAG_SIZE = 64, HXP_TMX_SOUND_TAGS = 8 };

/** What the checks remember of a file. All zero but faults is a new one. */
typedef struct hxp_tmx_rules {
    hxp_faults faults; /* without a sink nothing is checked */
    bool old;          /* TMX 1.1 or 1.2: lang, not xml:lang */
    hxp_str source;    /* the header's srclang; in source_room, cut */
    char source_room[HXP_TMX_TAG_SIZE];
    /* Tags found well-formed before; the next one goes to sound_next. */
    char sound[HXP_TMX_SOUND_TAGS][HXP_TMX_TAG_SIZE];
    size_t sound_next;
    hxp_names prefixes;          /* of name spaces, declared so far */
    hxp_hash_map ids;            /* of the tuids */
    hxp_hash id;                 /* of the present unit's */
    struct hxp_tmx_half *halves; /* for pairing codes */
    size_t half_capacity;
} hxp_tmx_rules;

/* All of these tell rules->faults of what they find, and fail as its sink
 * does or with HXP_ENOMEM. Attributes are expat's: name, value, ..., NULL. */

/** Check the version of the root element. */
hxp_status hxp_tmx_check_version(hxp_tmx_rules *rules, const char **attributes,
                                 hxp_place place, hxp_error *error);

/** Check an element's attributes: known, complete, of the right form. */
hxp_status hxp_tmx_check_element(hxp_tmx_rules *rules, hxp_tmx_element element,
                                 const char **attributes, hxp_place place,
                                 hxp_error *error);

/** Check the codes of a content, which stand at places. */
hxp_status hxp_tmx_check_codes(hxp_tmx_rules *rules, const hxp_content *content,
                               const hxp_place *places, hxp_error *error);

/** Check a variant once its tuv is read. */
hxp_status hxp_tmx_check_variant(hxp_tmx_rules *rules,
                                 const hxp_variant *variant, hxp_error *error);

/** Take note of the unit that begins, for what is told of within it. */
void hxp_tmx_rules_unit(hxp_tmx_rules *rules, const hxp_unit *unit);

/** Check a unit once all of it is read. */
hxp_status hxp_tmx_check_unit(hxp_tmx_rules *rules, const hxp_unit *unit,
                              hxp_error *error);

/** Remember the header's srclang. */
void hxp_tmx_rules_source(hxp_tmx_rules *rules, hxp_str source);

/** Check that a language is named by a tag of BCP 47; name is the attribute's,
 * or empty where one can see which. */
hxp_status hxp_tmx_check_tag(hxp_tmx_rules *rules, const char *name,
                             hxp_str tag, hxp_place place, hxp_error *error);

/** Free what rules hold. */
void hxp_tmx_rules_free(hxp_tmx_rules *rules);

#endif

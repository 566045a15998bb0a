/* po.h - what the reader and the writer of gettext's PO share. */
#ifndef FORMATS_PO_H
#define FORMATS_PO_H

#include "base/hash_map.h"
#include "formats/faults.h"

#include <hexapla/text.h>

/*
 * An entry is a unit, one with plurals a unit for each form. What PO has and
 * units have not is kept in properties of these types.
 */
#define HXP_PO_HEADER    "x-po-header"    /* of the file: its first msgstr */
#define HXP_PO_CONTEXT   "x-po-context"   /* msgctxt */
#define HXP_PO_EXTRACTED "x-po-extracted" /* "#." */
#define HXP_PO_REFERENCE "x-po-reference" /* "#:" */
#define HXP_PO_FLAGS     "x-po-flags"     /* "#," */
#define HXP_PO_PREVIOUS  "x-po-previous"  /* "#|" */
#define HXP_PO_OBSOLETE  "x-po-obsolete"  /* "#~"; the text is "yes" */
#define HXP_PO_FORM      "x-po-form"      /* number of the plural form */
#define HXP_PO_PLURAL    "x-po-plural"    /* msgid_plural, in form 0 */

/** The value of a field such as "Language" in a header's text, or empty. */
hxp_str hxp_po_field(hxp_str header, const char *name);

/** Write gettext's name of a language ("sr_RS@latin") as a tag. */
void hxp_po_tag(char tag[HXP_TAG_SIZE], hxp_str name);

/** Write a tag as gettext's name. */
void hxp_po_language(char name[HXP_TAG_SIZE], hxp_str tag);

/** Remember an entry by context (NULL: none) and id; *found: it was there. */
bool hxp_po_remember(hxp_hash_map *entries, const hxp_str *context, hxp_str id,
                     bool *found);

#endif

/* tmx.h - the elements of TMX: names, what they hold, their attributes. */
#ifndef FORMATS_TMX_H
#define FORMATS_TMX_H

#include <hexapla/base.h>
#include <hexapla/model.h>

typedef enum hxp_tmx_element {
    HXP_TMX_ROOT, /* tmx */
    HXP_TMX_HEADER,
    HXP_TMX_BODY,
    HXP_TMX_TU,
    HXP_TMX_TUV,
    HXP_TMX_SEG,
    HXP_TMX_NOTE,
    HXP_TMX_PROP,
    HXP_TMX_UDE,
    HXP_TMX_MAP,
    HXP_TMX_BPT,
    HXP_TMX_EPT,
    HXP_TMX_PH,
    HXP_TMX_IT,
    HXP_TMX_UT,
    HXP_TMX_HI,
    HXP_TMX_SUB,
    HXP_TMX_UNKNOWN /* any other */
} hxp_tmx_element;

/** An element that TMX knows. Lists end with NULL. */
typedef struct hxp_tmx_kind {
    const char *name;
    unsigned children;             /* a bit for each that it may hold */
    const char *const *attributes; /* those it may have */
    const char *const *needs;      /* those it must have */
} hxp_tmx_kind;

/** The kinds of all elements. */
extern const hxp_tmx_kind hxp_tmx_kinds[HXP_TMX_UNKNOWN];

/** The kind of element, which is not HXP_TMX_UNKNOWN. Static. */
static inline const hxp_tmx_kind *hxp_tmx_kind_of(hxp_tmx_element element)
{
    return &hxp_tmx_kinds[element];
}

/** The element of this name, in lower case. */
hxp_tmx_element hxp_tmx_element_of(const char *name);

/** The element of this name in any case. */
hxp_tmx_element hxp_tmx_element_nocase(const char *name);

/** True when parent may hold child. */
static inline bool hxp_tmx_holds(hxp_tmx_element parent, hxp_tmx_element child)
{
    return child < HXP_TMX_UNKNOWN &&
           (hxp_tmx_kinds[parent].children >> child & 1u);
}

/** What a header gets that lacks the attribute name, which TMX wants. */
hxp_str hxp_tmx_header_default(const char *name);

#endif

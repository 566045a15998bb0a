/* office_looks.h - how runs of text look, as inline codes. */
#ifndef FORMATS_OFFICE_LOOKS_H
#define FORMATS_OFFICE_LOOKS_H

#include "formats/office/office.h"

/** How a run can look: a bit of its looks, an inline code where it begins. */
typedef struct hxp_look {
    const char *name;
    const char *type; /* of the code, as TMX calls it; empty: not known */
    const char *begin;
    const char *end;
} hxp_look;

/** The looks that all office documents know; each is a bit. */
enum {
    HXP_LOOK_LINK = 1,
    HXP_LOOK_BOLD = 2,
    HXP_LOOK_ITALIC = 4,
    HXP_LOOK_UNDERLINE = 8,
    HXP_LOOK_STRIKE = 16,
    HXP_LOOK_SUPER = 32,
    HXP_LOOK_SUB = 64
};
enum { HXP_LOOKS = 7 };

struct hxp_office_link;

/**
 * End and begin codes until what follows in the open paragraph, if any, looks
 * as wanted, a link in work being link (or NULL). The mark of the paragraph's
 * part says how its end looks so far. looks has HXP_LOOKS items, in the order
 * of the bits; the bits above these tell links from one another.
 */
hxp_status hxp_looks_change(hxp_blocks *blocks, const hxp_look *looks,
                            unsigned wanted, const struct hxp_office_link *link,
                            hxp_error *error);

/** How the run in work looks; readers that use the handlers below begin so. */
typedef struct hxp_looked {
    unsigned look;
    bool passed; /* properties that come are of something else */
} hxp_looked;

/** Whether a property that is on or off is on. */
bool hxp_look_is_on(const char **attributes);

/* Handlers of elements that say how a run looks. */
hxp_office_start hxp_look_bold, hxp_look_italic, hxp_look_underline,
    hxp_look_strike, hxp_look_vertical;

#endif

/* suggest.h - the name that was meant, when a wrong one is like it. */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include <hexapla/base.h>

/** The candidate most like a wrong name so far; see hxp_suggest(). */
typedef struct hxp_suggestion {
    hxp_str wrong;
    const char *name; /* NULL: none is like it */
    size_t distance;  /* single letters to be changed */
} hxp_suggestion;

/** Begin to look for what is like wrong, which is borrowed. */
hxp_suggestion hxp_suggestion_make(hxp_str wrong);

/** Look at one more candidate; the first of those that are as near wins. */
void hxp_suggest(hxp_suggestion *suggestion, const char *candidate);

#endif

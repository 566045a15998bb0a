/* wholeness.h - do paragraphs and segments lose anything of a text? */
#ifndef SUPPORT_WHOLENESS_H
#define SUPPORT_WHOLENESS_H

#include <hexapla/model.h>

/**
 * NULL when paragraphs and segments stand in order, begin and end without
 * white space, and nothing but white space stands between them: together they
 * are the text, byte for byte. Otherwise what is wrong.
 */
const char *wholeness_fault(const hxp_document *document,
                            const hxp_segments *segments);

/** True when both are the same segments. */
bool same_segments(const hxp_segments *a, const hxp_segments *b);

#endif

/* segment.h - documents to segments. */
#ifndef HEXAPLA_SEGMENT_H
#define HEXAPLA_SEGMENT_H

#include <hexapla/base.h>
#include <hexapla/model.h>
#include <hexapla/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Divide document into sentences: ICU's sentence boundaries and those its
 * terminators suggest, each kept or dropped by the rules of language. White
 * space between segments belongs to none.
 *
 * Fails with HXP_ENOMEM only. On HXP_OK the caller frees segments->items with
 * hxp_segments_free(); otherwise the set is empty.
 */
HXP_API hxp_status hxp_segment_document(hxp_segments *segments,
                                        const hxp_document *document,
                                        const hxp_language *language,
                                        hxp_error *error);

/** Make every line a segment, empty ones too: line n is segment n - 1. */
HXP_API hxp_status hxp_segment_lines(hxp_segments *segments,
                                     const hxp_document *document,
                                     hxp_error *error);

/** Free what segments holds, and empty it. */
HXP_API void hxp_segments_free(hxp_segments *segments);

#ifdef __cplusplus
}
#endif
#endif

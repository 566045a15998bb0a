/* entry_order.h - entries in the order of another version of their file. */
#ifndef FORMATS_ENTRY_ORDER_H
#define FORMATS_ENTRY_ORDER_H

#include <hexapla/formats.h>

/**
 * Find the order in which the paragraphs of document stand as those of like
 * with the same keys do, others behind the one they follow: numbers of
 * paragraphs, which the caller frees. *order is NULL when they do so already,
 * or the keys say little: too few are in both, or they are numbers. False: no
 * memory.
 */
bool hxp_entry_order(size_t **order, const hxp_document *document,
                     const hxp_document *like);

/** Put the paragraphs of *document, which is replaced, into that order; when
 * that fails it is freed, and NULL. */
hxp_status hxp_document_order_like(hxp_document **document,
                                   const hxp_document *like, hxp_error *error);

#endif

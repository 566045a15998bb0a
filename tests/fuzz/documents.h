/* documents.h - what the fuzz targets of documents share. */
#ifndef FUZZ_DOCUMENTS_H
#define FUZZ_DOCUMENTS_H

#include <stddef.h>
#include <stdint.h>

/** Read data as a document of format; the first byte chooses the size of
 * reads. */
void fuzz_document(const uint8_t *data, size_t size, const char *format);

#endif

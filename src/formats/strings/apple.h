/* apple.h - Apple's texts as XML. */
#ifndef FORMATS_APPLE_H
#define FORMATS_APPLE_H

#include <hexapla/formats.h>

/** Read a property list in XML, as hxp_document_stream() does. */
hxp_status hxp_plist_stream(hxp_paragraph_sink *sink, hxp_input *input,
                            const hxp_document_options *options,
                            hxp_error *error);

#endif

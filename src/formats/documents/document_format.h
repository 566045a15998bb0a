/* document_format.h - what a format of documents provides. */
#ifndef FORMATS_DOCUMENT_FORMAT_H
#define FORMATS_DOCUMENT_FORMAT_H

#include "base/array.h"

#include <hexapla/formats.h>

typedef struct hxp_document_format {
    const char *name;
    const char *const *extensions; /* with their dot; NULL ends them */
    /** True when a file that begins with head is surely of the format. */
    bool (*recognise)(hxp_str head);
    bool packed; /* in such a way that it shows no text */
    /** Hand the paragraphs to sink as they come. */
    hxp_status (*stream)(hxp_paragraph_sink *sink, hxp_input *input,
                         const hxp_document_options *options, hxp_error *error);
} hxp_document_format;

/* One file a format. */
hxp_status hxp_txt_stream(hxp_paragraph_sink *sink, hxp_input *input,
                          const hxp_document_options *options,
                          hxp_error *error);
bool hxp_html_recognise(hxp_str head);
hxp_status hxp_html_stream(hxp_paragraph_sink *sink, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error);
bool hxp_docx_recognise(hxp_str head);
hxp_status hxp_docx_stream(hxp_paragraph_sink *sink, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error);
bool hxp_pptx_recognise(hxp_str head);
hxp_status hxp_pptx_stream(hxp_paragraph_sink *sink, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error);
bool hxp_xlsx_recognise(hxp_str head);
hxp_status hxp_xlsx_stream(hxp_paragraph_sink *sink, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error);
bool hxp_epub_recognise(hxp_str head);
hxp_status hxp_epub_stream(hxp_paragraph_sink *sink, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error);
bool hxp_odf_recognise(hxp_str head);
hxp_status hxp_odf_stream(hxp_paragraph_sink *sink, hxp_input *input,
                          const hxp_document_options *options,
                          hxp_error *error);
hxp_status hxp_markdown_stream(hxp_paragraph_sink *sink, hxp_input *input,
                               const hxp_document_options *options,
                               hxp_error *error);
hxp_status hxp_xliff_stream(hxp_paragraph_sink *sink, hxp_input *input,
                            const hxp_document_options *options,
                            hxp_error *error);
hxp_status hxp_po_stream(hxp_paragraph_sink *sink, hxp_input *input,
                         const hxp_document_options *options, hxp_error *error);
hxp_status hxp_tmx_stream(hxp_paragraph_sink *sink, hxp_input *input,
                          const hxp_document_options *options,
                          hxp_error *error);
bool hxp_pdf_recognise(hxp_str head);
hxp_status hxp_pdf_stream(hxp_paragraph_sink *sink, hxp_input *input,
                          const hxp_document_options *options,
                          hxp_error *error);
hxp_status hxp_xcstrings_stream(hxp_paragraph_sink *sink, hxp_input *input,
                                const hxp_document_options *options,
                                hxp_error *error);
bool hxp_json_recognise(hxp_str head);
hxp_status hxp_json_stream(hxp_paragraph_sink *sink, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error);
bool hxp_android_recognise(hxp_str head);
hxp_status hxp_android_stream(hxp_paragraph_sink *sink, hxp_input *input,
                              const hxp_document_options *options,
                              hxp_error *error);
hxp_status hxp_properties_stream(hxp_paragraph_sink *sink, hxp_input *input,
                                 const hxp_document_options *options,
                                 hxp_error *error);
hxp_status hxp_apple_stream(hxp_paragraph_sink *sink, hxp_input *input,
                            const hxp_document_options *options,
                            hxp_error *error);
bool hxp_srt_recognise(hxp_str head);
hxp_status hxp_srt_stream(hxp_paragraph_sink *sink, hxp_input *input,
                          const hxp_document_options *options,
                          hxp_error *error);
bool hxp_vtt_recognise(hxp_str head);
hxp_status hxp_vtt_stream(hxp_paragraph_sink *sink, hxp_input *input,
                          const hxp_document_options *options,
                          hxp_error *error);

/** Plain text as it stands. */
typedef struct hxp_txt {
    hxp_buffer text;
    size_t skipped; /* bytes of the file before it */
} hxp_txt;

/**
 * Read all of a plain text; the paragraphs that sink gets are parts of it. The
 * caller frees the text in any case.
 */
hxp_status hxp_txt_read(hxp_txt *whole, hxp_paragraph_sink *sink,
                        hxp_input *input, const hxp_document_options *options,
                        hxp_error *error);

/** What is larger than this many bytes is no document but a mistake. */
#define HXP_DOCUMENT_LIMIT ((size_t)1 << 31)

/**
 * What is larger than this many bytes, with its codes and the paragraphs within
 * it, is no paragraph but a mistake.
 */
#define HXP_PARAGRAPH_LIMIT ((size_t)1 << 26)

#endif

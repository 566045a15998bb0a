/* docx_chunk.c - documents that stand in a DOCX, until Word takes them in. */
#include "base/error.h"
#include "base/input.h"
#include "formats/documents/document_format.h"
#include "formats/office/docx_reader.h"

static const hxp_place nowhere = { 0, 0, 0 };

/** Paragraphs of a document on their way into the one it stands in. */
typedef struct relay {
    hxp_paragraph_sink sink;
    hxp_blocks *blocks;
} relay;

static hxp_status hand_on(hxp_paragraph_sink *sink,
                          const hxp_paragraph *paragraph, hxp_error *error)
{
    relay *to = (relay *)(void *)sink;
    hxp_paragraph copy = *paragraph;
    copy.run_count = 0; /* of another file */
    return hxp_blocks_copy(to->blocks, &copy, nowhere, error);
}

/** Read a document that stands here: a page or one of Word's; others are left
 * out. */
static hxp_status read_chunk(hxp_docx_reader *reader, hxp_input *input,
                             hxp_error *error)
{
    relay to = { { hand_on }, &reader->blocks };
    hxp_str head;
    hxp_status status = hxp_input_peek(input, HXP_INPUT_PEEK, &head, error);
    if (status == HXP_OK && hxp_html_recognise(head))
        return hxp_html_stream(&to.sink, input, reader->options, error);
    if (status != HXP_OK || !hxp_docx_recognise(head))
        return status;
    return reader->within
               ? hxp_fail_at(error, HXP_ELIMIT, reader->blocks.file, nowhere,
                             "documents stand within others, deeper than 1, "
                             "the limit")
               : hxp_docx_stream_within(&to.sink, input, reader->options,
                                        error);
}

hxp_status hxp_docx_start_chunk(void *context, const char **attributes,
                                hxp_error *error)
{
    hxp_docx_reader *reader = context;
    hxp_input *input;
    const char *name = hxp_relations_by_id(
        &reader->relations, hxp_office_attribute(attributes, "r:id"));
    size_t count = hxp_archive_count(reader->archive);
    size_t at = name ? hxp_archive_find(reader->archive, name) : count;
    hxp_status status = hxp_docx_end_last(reader, error);
    if (status != HXP_OK || at == count || hxp_blocks_part(&reader->blocks))
        return status;
    status = hxp_archive_entry(&input, reader->archive, at, error);
    if (status == HXP_OK)
        status = read_chunk(reader, input, error);
    hxp_input_close(input);
    return status;
}

/* strings_xml.c - begins and ends a reader of texts that are XML. */
#include "formats/strings/strings_xml.h"

#include "base/str.h"
#include "model/tell.h"

hxp_status hxp_strings_xml_read(hxp_strings_xml *reader, hxp_input *input,
                                const hxp_document_options *options,
                                const hxp_xml_handlers *handlers,
                                hxp_error *error)
{
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    reading.encoding = options->encoding;
    reading.limits.depth = HXP_STRINGS_DEPTH;
    hxp_status status = hxp_xml_new(&reader->xml, input, &reading, error);
    if (status == HXP_OK)
        status = hxp_xml_parse(reader->xml, handlers, reader, error);
    hxp_xml_free(reader->xml);
    hxp_blocks_free(&reader->blocks);
    hxp_message_free(&reader->text);
    return status;
}

hxp_status hxp_strings_xml_root(hxp_strings_xml *reader, const char *name,
                                const char *root, const char *what,
                                hxp_error *error)
{
    return strcmp(name, root) == 0
               ? HXP_OK
               : hxp_xml_fail(reader->xml, HXP_EINPUT, error,
                              "no %s: its root element is \"%.*s\"", what,
                              HXP_FMT(hxp_quote(hxp_str_of(name))));
}

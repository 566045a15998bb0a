/* plist.c - Apple's texts as XML, such as .stringsdict: each string a
 * paragraph. */
#include "formats/strings/apple.h"

#include "base/error.h"
#include "base/str.h"
#include "formats/documents/document_format.h"
#include "formats/strings/strings_xml.h"

typedef struct plist_reader {
    hxp_strings_xml file;
    hxp_buffer path; /* the keys that lead to the open dict */
    size_t lengths[HXP_STRINGS_DEPTH + 1]; /* of it, where each open one began
                                            */
    size_t depth;                          /* of those */
    hxp_buffer key;                        /* the last one */
    hxp_buffer *names; /* where text goes: a key's; NULL: nowhere */
    bool in_string;    /* or it is a string's */
} plist_reader;

/** Add the last key to the path. */
static bool enter(plist_reader *reader)
{
    return (reader->path.len == 0 ||
            hxp_buffer_add(&reader->path, HXP_STR("."))) &&
           hxp_buffer_add(&reader->path, hxp_buffer_str(&reader->key));
}

static hxp_status start_element(void *data, const char *name,
                                const char **attributes, hxp_error *error)
{
    plist_reader *reader = data;
    (void)attributes;
    reader->names = NULL;
    reader->in_string = strcmp(name, "string") == 0;
    if (hxp_xml_depth(reader->file.xml) == 1)
        return hxp_strings_xml_root(&reader->file, name, "plist",
                                    "property list", error);
    if (strcmp(name, "key") == 0) {
        reader->names = &reader->key;
        reader->key.len = 0;
    } else if (reader->in_string) {
        hxp_message_clear(&reader->file.text);
        reader->file.place = hxp_xml_place(reader->file.xml);
    } else if (strcmp(name, "dict") == 0) {
        reader->lengths[reader->depth++] = reader->path.len;
        if (!enter(reader))
            return hxp_no_memory(error);
        reader->key.len = 0;
    }
    return HXP_OK;
}

/** True for strings that say what a plural is of, to the program. */
static bool is_hidden(hxp_str key)
{
    return hxp_str_is(key, "NSStringFormatSpecTypeKey") ||
           hxp_str_is(key, "NSStringFormatValueTypeKey");
}

static hxp_status end_string(plist_reader *reader, hxp_error *error)
{
    size_t len = reader->path.len;
    if (is_hidden(hxp_buffer_str(&reader->key)))
        return HXP_OK;
    if (!enter(reader))
        return hxp_no_memory(error);
    hxp_status status = hxp_message_put(
        &reader->file.blocks, &reader->file.text, hxp_buffer_str(&reader->path),
        reader->file.place, error);
    reader->path.len = len;
    return status;
}

static hxp_status end_element(void *data, const char *name, hxp_error *error)
{
    plist_reader *reader = data;
    bool string = reader->in_string;
    reader->names = NULL;
    reader->in_string = false;
    if (strcmp(name, "dict") == 0)
        reader->path.len = reader->lengths[--reader->depth];
    return string ? end_string(reader, error) : HXP_OK;
}

static hxp_status add_text(void *data, hxp_str text, hxp_error *error)
{
    plist_reader *reader = data;
    hxp_place place = hxp_xml_place(reader->file.xml);
    bool added = true;
    if (reader->names)
        added = hxp_buffer_add(reader->names, text);
    else if (reader->in_string)
        added = hxp_message_add(&reader->file.text, text, place);
    if (reader->in_string && reader->file.text.run_count == 1)
        reader->file.place = reader->file.text.runs[0].place;
    return added ? HXP_OK : hxp_no_memory(error);
}

hxp_status hxp_plist_stream(hxp_paragraph_sink *sink, hxp_input *input,
                            const hxp_document_options *options,
                            hxp_error *error)
{
    static const hxp_xml_handlers handlers = { start_element, end_element,
                                               add_text, NULL };
    plist_reader reader = { .file.blocks = hxp_blocks_make(sink, input) };
    hxp_status status =
        hxp_strings_xml_read(&reader.file, input, options, &handlers, error);
    hxp_buffer_free(&reader.path);
    hxp_buffer_free(&reader.key);
    return status;
}

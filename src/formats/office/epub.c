/* epub.c - EPUB books: the pages of their spine, in order. */
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/documents/document_format.h"
#include "formats/html/html.h"
#include "formats/office/office.h"

#include <stdlib.h>

/** A file of the book. */
typedef struct book_item {
    hxp_str id;
    const char *name; /* of the entry */
    bool page;        /* is of XHTML */
} book_item;

typedef struct epub_reader {
    hxp_blocks blocks;
    hxp_archive *archive;
    const hxp_document_options *options;
    hxp_arena arena;
    const char *package; /* the entry that lists what is in the book */
    hxp_str folder;      /* of it, with its slash */
    book_item *items;
    size_t count, capacity;
    bool in_texts; /* text that comes is the title, or the description */
    bool locked;   /* parts are encrypted */
} epub_reader;

static const hxp_place nowhere = { 0, 0, 0 };

/* --- Locks ---------------------------------------------------------------- */

/** Fonts are often veiled, which locks nothing. */
static hxp_status start_method(void *context, const char **attributes,
                               hxp_error *error)
{
    epub_reader *reader = context;
    hxp_str how = hxp_xml_attribute(attributes, "Algorithm");
    (void)error;
    if (!hxp_str_is(how, "http://www.idpf.org/2008/embedding") &&
        !hxp_str_is(how, "http://ns.adobe.com/pdf/enc#RC"))
        reader->locked = true;
    return HXP_OK;
}

/** Refuse a book that is locked. */
static hxp_status refuse_locked(epub_reader *reader, const hxp_input *input,
                                hxp_error *error)
{
    static const hxp_office_element marks[] = {
        { "EncryptionMethod", start_method, NULL },
        { "enc:EncryptionMethod", start_method, NULL },
        { NULL, NULL, NULL }
    };
    const hxp_office_part part = { .reader = reader, .elements = marks };
    hxp_status status = hxp_office_parse(
        reader->archive, "META-INF/encryption.xml", &part, error);
    if (status == HXP_OK && reader->locked)
        return hxp_fail_at(error, HXP_EINPUT, hxp_input_name(input), nowhere,
                           "the book is locked (DRM): its pages are encrypted");
    return status;
}

/* --- What is in the book -------------------------------------------------- */

static int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/** Put the bytes that "%20" and the like stand for into name, in place. */
static void resolve_percents(char *name)
{
    char *to = name;
    for (const char *from = name; *from; from++) {
        int high = *from == '%' ? digit(from[1]) : -1;
        int low = high >= 0 ? digit(from[2]) : -1;
        if (low < 0 || high + low == 0) {
            *to++ = *from;
        } else {
            *to++ = (char)(16 * high + low);
            from += 2;
        }
    }
    *to = '\0';
}

static hxp_status start_root(void *context, const char **attributes,
                             hxp_error *error)
{
    epub_reader *reader = context;
    if (reader->package)
        return HXP_OK;
    reader->package =
        hxp_office_path(&reader->arena, HXP_STR(""),
                        hxp_xml_attribute(attributes, "full-path"));
    return reader->package ? HXP_OK : hxp_no_memory(error);
}

static hxp_status start_item(void *context, const char **attributes,
                             hxp_error *error)
{
    epub_reader *reader = context;
    hxp_str type = hxp_xml_attribute(attributes, "media-type");
    book_item item = { .page = hxp_str_is(type, "application/xhtml+xml") ||
                               hxp_str_is(type, "text/html") };
    char *name = hxp_office_path(&reader->arena, reader->folder,
                                 hxp_xml_attribute(attributes, "href"));
    if (!name ||
        !hxp_arena_copy(&item.id, &reader->arena,
                        hxp_xml_attribute(attributes, "id")) ||
        !hxp_array_reserve(&reader->items, &reader->capacity, reader->count + 1,
                           sizeof *reader->items))
        return hxp_no_memory(error);
    resolve_percents(name);
    item.name = name;
    reader->items[reader->count++] = item;
    return HXP_OK;
}

/** Read the page at entry at. */
static hxp_status read_page(epub_reader *reader, size_t at, hxp_error *error)
{
    hxp_input *input;
    reader->blocks.id = hxp_str_of(hxp_archive_name(reader->archive, at));
    hxp_status status = hxp_archive_entry(&input, reader->archive, at, error);
    if (status != HXP_OK)
        return status;
    const char *file = reader->blocks.file;
    reader->blocks.file = hxp_input_name(input);
    status = hxp_html_read(&reader->blocks, input, reader->options, error);
    reader->blocks.file = file;
    hxp_input_close(input);
    return status;
}

/** The next page of the spine. */
static hxp_status start_reference(void *context, const char **attributes,
                                  hxp_error *error)
{
    epub_reader *reader = context;
    hxp_str id = hxp_xml_attribute(attributes, "idref");
    for (size_t i = 0; i < reader->count; i++) {
        const book_item *item = &reader->items[i];
        if (!hxp_str_equal(item->id, id))
            continue;
        if (!item->page)
            return HXP_OK;
        size_t at = hxp_archive_find(reader->archive, item->name);
        if (at < hxp_archive_count(reader->archive))
            return read_page(reader, at, error);
        return hxp_fail_at(error, HXP_EINPUT, reader->blocks.file, nowhere,
                           "the book lacks a page that it lists: %s",
                           item->name);
    }
    return HXP_OK;
}

/** The title of the book, or what it says of itself. */
static hxp_status start_text(void *context, const char **attributes,
                             hxp_error *error)
{
    epub_reader *reader = context;
    (void)attributes;
    reader->in_texts = true;
    return hxp_blocks_open(&reader->blocks, (hxp_block){ HXP_BLOCK_VALUE, 0 },
                           nowhere, error);
}

static hxp_status end_text(void *context, hxp_error *error)
{
    epub_reader *reader = context;
    reader->in_texts = false;
    return hxp_blocks_part(&reader->blocks)
               ? hxp_blocks_close(&reader->blocks, error)
               : HXP_OK;
}

static hxp_status text(void *context, hxp_str text, hxp_error *error)
{
    epub_reader *reader = context;
    return reader->in_texts && hxp_blocks_part(&reader->blocks)
               ? hxp_blocks_text(&reader->blocks, text, error)
               : HXP_OK;
}

/** Read the package: the files first, then the pages of the spine. */
static hxp_status read_package(epub_reader *reader, hxp_error *error)
{
    static const hxp_office_element elements[] = {
        { "dc:title", start_text, end_text },
        { "dc:description", start_text, end_text },
        { "item", start_item, NULL },
        { "opf:item", start_item, NULL },
        { "itemref", start_reference, NULL },
        { "opf:itemref", start_reference, NULL },
        { NULL, NULL, NULL },
    };
    const hxp_office_part part = { .reader = reader,
                                   .elements = elements,
                                   .text = text };
    const char *slash = strrchr(reader->package, '/');
    size_t len = slash ? (size_t)(slash - reader->package) + 1 : 0;
    reader->folder = (hxp_str){ reader->package, len };
    return hxp_office_parse(reader->archive, reader->package, &part, error);
}

/* --- The reader ----------------------------------------------------------- */

/** Find the package and read what it lists. */
static hxp_status read_book(epub_reader *reader, const hxp_input *input,
                            hxp_error *error)
{
    static const hxp_office_element roots[] = {
        { "rootfile", start_root, NULL }, { NULL, NULL, NULL }
    };
    const hxp_office_part container = { .reader = reader, .elements = roots };
    hxp_status status = refuse_locked(reader, input, error);
    if (status == HXP_OK)
        status = hxp_office_parse(reader->archive, "META-INF/container.xml",
                                  &container, error);
    if (status != HXP_OK)
        return status;
    bool found =
        reader->package && hxp_archive_find(reader->archive, reader->package) <
                               hxp_archive_count(reader->archive);
    return found ? read_package(reader, error)
                 : hxp_office_refuse(input, "EPUB", error);
}

hxp_status hxp_epub_stream(hxp_paragraph_sink *sink, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error)
{
    epub_reader reader = { .blocks = hxp_blocks_make(sink, input),
                           .options = options };
    hxp_status status = hxp_office_open(&reader.archive, input, options, error);
    if (status == HXP_OK)
        status = read_book(&reader, input, error);
    hxp_blocks_free(&reader.blocks);
    free(reader.items);
    hxp_archive_close(reader.archive);
    hxp_arena_free(&reader.arena);
    return status;
}

bool hxp_epub_recognise(hxp_str head)
{
    return hxp_office_begins(head, HXP_STR("mimetypeapplication/epub+zip"));
}

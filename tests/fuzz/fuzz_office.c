/* fuzz_office.c - any bytes as the text of an office document, and as the
 * document itself. */
#include "base/array.h"
#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/formats.h>

#include <stdlib.h>
#include <zlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth)
        abort();
}

/* --- A ZIP file, not packed ----------------------------------------------- */

static void put(hxp_buffer *to, const char *bytes, size_t len)
{
    require(hxp_buffer_add(to, (hxp_str){ bytes, len }));
}

/** Add number in size bytes, the lowest first. */
static void put_number(hxp_buffer *to, size_t number, size_t size)
{
    for (; size > 0; size--, number >>= 8) {
        char byte = (char)(number & 0xFF);
        put(to, &byte, 1);
    }
}

/** Add what the headers of an entry have in common. */
static void put_entry(hxp_buffer *to, const char *name, hxp_str bytes)
{
    uLong sum = crc32(0, (const Bytef *)bytes.ptr, (uInt)bytes.len);
    put_number(to, 20, 2); /* version */
    put_number(to, 0, 8);  /* flags, method, time and date */
    put_number(to, sum, 4);
    put_number(to, bytes.len, 4);
    put_number(to, bytes.len, 4);
    put_number(to, strlen(name), 2);
    put_number(to, 0, 2);
}

/** A ZIP file of entries in which text stands, one behind the other. */
typedef struct archive {
    hxp_buffer bytes;
    hxp_buffer directory;
    size_t count;
} archive;

static void add_entry(archive *to, const char *name, hxp_str bytes)
{
    put(&to->directory, "PK\1\2", 4);
    put_number(&to->directory, 20, 2);
    put_entry(&to->directory, name, bytes);
    put_number(&to->directory, 0, 10);
    put_number(&to->directory, to->bytes.len, 4);
    put(&to->directory, name, strlen(name));
    put(&to->bytes, "PK\3\4", 4);
    put_entry(&to->bytes, name, bytes);
    put(&to->bytes, name, strlen(name));
    put(&to->bytes, bytes.ptr, bytes.len);
    to->count++;
}

static void finish(archive *to)
{
    size_t at = to->bytes.len;
    put(&to->bytes, to->directory.ptr, to->directory.len);
    put(&to->bytes, "PK\5\6", 4);
    put_number(&to->bytes, 0, 4);
    put_number(&to->bytes, to->count, 2);
    put_number(&to->bytes, to->count, 2);
    put_number(&to->bytes, to->directory.len, 4);
    put_number(&to->bytes, at, 4);
    put_number(&to->bytes, 0, 2);
}

/* --- Reading it ----------------------------------------------------------- */

static void read_document(hxp_str bytes, const char *format, bool whole)
{
    hxp_input *input;
    hxp_document *document;
    hxp_document_options options = HXP_DOCUMENT_OPTIONS_INIT;
    hxp_error error = { .status = HXP_OK };
    options.format = format;
    require(hxp_input_memory(&input, bytes, "fuzz", NULL) == HXP_OK);
    if (hxp_document_read(&document, input, HXP_STR("en"), &options, &error) ==
        HXP_OK)
        require(hxp_utf8_invalid(document->text) == document->text.len);
    else
        /* an archive of ours is one */
        require(!whole || strncmp(error.message, "the ZIP", 7) != 0);
    hxp_document_free(document);
    hxp_input_close(input);
}

/** A document of every format, all of whose parts are text. */
static archive make_document(hxp_str text)
{
    static const struct {
        const char *name;
        const char *text; /* NULL: that which is given */
    } entries[] = {
        { "_rels/.rels",
          "<R><Relationship Type=\"/officeDocument\" Target=\"d.xml\"/></R>" },
        { "_rels/d.xml.rels",
          "<R><Relationship Id=\"a\" Type=\"/styles\" Target=\"d.xml\"/>"
          "<Relationship Id=\"b\" Type=\"/footnotes\" Target=\"d.xml\"/>"
          "<Relationship Id=\"c\" Type=\"/sharedStrings\" Target=\"d.xml\"/>"
          "<Relationship Id=\"d\" Type=\"/notesSlide\" "
          "Target=\"d.xml\"/><Relationship Id=\"e\" Type=\"/aFChunk\" "
          "Target=\"p.html\"/><Relationship Id=\"f\" Type=\"/chart\" "
          "Target=\"content.xml\"/><Relationship Id=\"g\" "
          "Type=\"/hyperlink\" Target=\"https://example.org/\" "
          "TargetMode=\"External\"/></R>" },
        { "p.html", "<html><p>A page <b>in</b> it." },
        { "META-INF/container.xml", "<rootfile full-path=\"d.xml\"/>" },
        { "d.xml", NULL },
        { "content.xml", NULL },
        { "Object 1/content.xml", NULL },
        { "styles.xml", NULL },
    };
    archive made = { .count = 0 };
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++)
        add_entry(&made, entries[i].name,
                  entries[i].text ? hxp_str_of(entries[i].text) : text);
    finish(&made);
    return made;
}

/** The first byte chooses the format and what the bytes are. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const formats[] = { "docx", "odf",  "docx", "odf",
                                           "pptx", "xlsx", "epub", "pptx" };
    unsigned choice = size > 0 ? data[0] : 0;
    hxp_str bytes = { (const char *)data + (size > 0), size - (size > 0) };
    const char *format = formats[(choice & 1) | (choice >> 1 & 6)];
    if (choice & 2) {
        read_document(bytes, format, false);
        return 0;
    }
    archive made = make_document(bytes);
    read_document(hxp_buffer_str(&made.bytes), format, true);
    hxp_buffer_free(&made.bytes);
    hxp_buffer_free(&made.directory);
    return 0;
}

/* android.c - Android's strings.xml as a document: each text a paragraph. */
#include "base/error.h"
#include "base/str.h"
#include "formats/documents/document_format.h"
#include "formats/documents/markup.h"
#include "formats/html/html_elements.h"
#include "formats/strings/strings_xml.h"
#include "formats/xliff/xliff.h"
#include "text/utf8.h"

#include <stdio.h>

/** What an open element is. */
typedef enum level {
    OUTSIDE, /* the root, and what is not known in it */
    LIST,    /* string-array or plurals: its items are texts */
    KEPT,    /* what is not to be translated */
    TEXT,    /* string or item */
    MARKUP,  /* in a text */
    PLACE,   /* in a text: xliff:g, a code with all that it holds */
    IN_PLACE /* in that */
} level;

typedef struct reader {
    hxp_strings_xml file; /* its text: one as it is meant */
    level open[HXP_STRINGS_DEPTH + 1];
    size_t depth;
    hxp_buffer id;            /* of the list, then of the text in work */
    size_t list;              /* bytes of the list's */
    size_t items;             /* of it so far */
    hxp_message written;      /* the text as it stands */
    bool quoted, blank;       /* in work: between quotes; a blank came last */
    hxp_buffer native, shown; /* of a placeholder */
} android_reader;

/* --- What a text means ---------------------------------------------------- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/** The bytes at the start of rest that mean what they are. */
static size_t plain_length(const android_reader *reader, hxp_str rest)
{
    size_t len = 0;
    while (len < rest.len && rest.ptr[len] != '\\' && rest.ptr[len] != '"' &&
           (reader->quoted || !is_blank(rest.ptr[len])))
        len++;
    return len;
}

/** Take a quotation mark, an escape or blanks at the start of rest. */
static bool add_sign(android_reader *reader, hxp_str rest, hxp_place place,
                     size_t *taken)
{
    bool before = reader->blank;
    if (*rest.ptr == '\\') {
        reader->blank = false;
        return hxp_message_add_escape(&reader->file.text, rest, place, "n\nt\t",
                                      taken);
    }
    *taken = 1;
    if (*rest.ptr == '"') {
        reader->quoted = !reader->quoted;
        return true;
    }
    if (*rest.ptr != ' ')
        place = (hxp_place){ 0, 0, 0 }; /* a line break that is a blank */
    while (*taken < rest.len && is_blank(rest.ptr[*taken]))
        ++*taken;
    reader->blank = true;
    return before || hxp_message_add(&reader->file.text, HXP_STR(" "), place);
}

/** Add what the source is up to byte end, as it is meant. */
static bool add_part(android_reader *reader, hxp_block_source *source,
                     size_t end)
{
    bool added = true;
    while (added && source->at < end) {
        hxp_str rest = hxp_str_part(source->text, source->at, end);
        if (source->run_count > 0 && source->runs->offset < end)
            rest.len = source->runs->offset - source->at;
        size_t len = plain_length(reader, rest);
        if (len > 0) {
            reader->blank = false;
            added = hxp_message_add(&reader->file.text,
                                    hxp_str_part(rest, 0, len), source->place);
        } else {
            rest = hxp_str_part(source->text, source->at, end);
            added = add_sign(reader, rest, source->place, &len);
        }
        hxp_block_source_pass(source, source->at + len);
    }
    return added;
}

/** Find out what the text that was written means. */
static bool resolve(android_reader *reader)
{
    const hxp_message *written = &reader->written;
    const hxp_content content = { .text = hxp_buffer_str(&written->text),
                                  .runs = written->runs,
                                  .run_count = written->run_count };
    hxp_block_source source = hxp_block_source_make(&content);
    bool added = true;
    hxp_message_clear(&reader->file.text);
    reader->quoted = false;
    reader->blank = true; /* none at the start */
    for (size_t i = 0; added && i < written->code_count; i++) {
        const struct hxp_message_code *code = &written->codes[i];
        added = add_part(reader, &source, code->offset) &&
                hxp_message_add_code(&reader->file.text, &code->code);
        if (code->code.kind == HXP_CODE_STANDALONE)
            reader->blank = false;
    }
    return added && add_part(reader, &source, content.text.len);
}

/** True for a text that only names another resource: @string/app_name. */
static bool is_reference(hxp_str written)
{
    hxp_str name = hxp_str_trim(written);
    bool sign = hxp_str_starts(name, HXP_STR("@")) ||
                hxp_str_starts(name, HXP_STR("?"));
    return sign && name.len > 1 && memchr(name.ptr, '/', name.len) &&
           !memchr(name.ptr, ' ', name.len);
}

static hxp_status end_text(android_reader *reader, hxp_error *error)
{
    if (is_reference(hxp_buffer_str(&reader->written.text)))
        return HXP_OK;
    if (!resolve(reader))
        return hxp_no_memory(error);
    return hxp_message_put(&reader->file.blocks, &reader->file.text,
                           hxp_buffer_str(&reader->id), reader->file.place,
                           error);
}

/* --- Elements within a text ----------------------------------------------- */

static bool is_placeholder(const char *name)
{
    const char *local = hxp_xml_local_name(name);
    return local != name && strcmp(local, "g") == 0;
}

/** Begin or end a pair of codes. */
static bool add_pair(android_reader *reader, const char *name,
                     hxp_code_kind kind, hxp_str native)
{
    const char *type = hxp_html_element_of(name)->type;
    const hxp_block_code code = { .kind = kind,
                                  .name = hxp_str_of(name),
                                  .type = hxp_str_of(type ? type : ""),
                                  .native = native };
    return hxp_message_add_code(&reader->written, &code);
}

static hxp_status start_inline(android_reader *reader, const char *name,
                               const char **attributes, hxp_error *error)
{
    level around = reader->open[reader->depth - 1];
    if (around == PLACE || around == IN_PLACE) {
        reader->open[reader->depth++] = IN_PLACE;
        return hxp_xliff_add_tag(&reader->native, name, attributes, ">")
                   ? HXP_OK
                   : hxp_no_memory(error);
    }
    bool place = is_placeholder(name);
    reader->native.len = reader->shown.len = 0;
    bool added = hxp_xliff_add_tag(&reader->native, name, attributes, ">") &&
                 (place || add_pair(reader, name, HXP_CODE_BEGIN,
                                    hxp_buffer_str(&reader->native)));
    reader->open[reader->depth++] = place ? PLACE : MARKUP;
    return added ? HXP_OK : hxp_no_memory(error);
}

static hxp_status end_inline(android_reader *reader, level what,
                             const char *name, hxp_error *error)
{
    if (what == MARKUP)
        reader->native.len = 0;
    bool added = hxp_buffer_add(&reader->native, HXP_STR("</")) &&
                 hxp_buffer_add(&reader->native, hxp_str_of(name)) &&
                 hxp_buffer_add(&reader->native, HXP_STR(">"));
    hxp_str native = hxp_buffer_str(&reader->native);
    if (added && what == MARKUP)
        added = add_pair(reader, name, HXP_CODE_END, native);
    if (added && what == PLACE) {
        const hxp_block_code code = { .kind = HXP_CODE_STANDALONE,
                                      .name = HXP_STR("placeholder"),
                                      .type = HXP_STR("placeholder"),
                                      .native = native,
                                      .shown = hxp_buffer_str(&reader->shown) };
        added = hxp_message_add_code(&reader->written, &code);
    }
    return added ? HXP_OK : hxp_no_memory(error);
}

/* --- Elements ------------------------------------------------------------- */

/** Add what an item is called in its list: its quantity, or its number. */
static bool add_item(android_reader *reader, const char **attributes)
{
    char number[24];
    hxp_str quantity = hxp_xml_attribute(attributes, "quantity");
    snprintf(number, sizeof number, "%zu", reader->items++);
    reader->id.len = reader->list;
    return hxp_buffer_add(&reader->id, HXP_STR(".")) &&
           hxp_buffer_add(&reader->id,
                          quantity.len > 0 ? quantity : hxp_str_of(number));
}

/** What an element is within one that is no text. */
static level level_of(const android_reader *reader, const char *name,
                      const char **attributes)
{
    level around = reader->open[reader->depth - 1];
    bool item = strcmp(name, "item") == 0;
    if (around == KEPT ||
        hxp_str_is(hxp_xml_attribute(attributes, "translatable"), "false"))
        return KEPT;
    if (around == LIST)
        return item ? TEXT : KEPT;
    if (strcmp(name, "string") == 0 ||
        (item && hxp_str_is(hxp_xml_attribute(attributes, "type"), "string")))
        return TEXT;
    if (strcmp(name, "string-array") == 0 || strcmp(name, "plurals") == 0)
        return LIST;
    return reader->depth == 1 ? OUTSIDE : KEPT;
}

static hxp_status start_element(void *data, const char *name,
                                const char **attributes, hxp_error *error)
{
    android_reader *reader = data;
    level around = reader->open[reader->depth - 1];
    if (reader->depth == 1) {
        hxp_status status = hxp_strings_xml_root(
            &reader->file, name, "resources", "texts of Android", error);
        if (status != HXP_OK)
            return status;
    }
    if (around == TEXT || around >= MARKUP)
        return start_inline(reader, name, attributes, error);
    level what = level_of(reader, name, attributes);
    bool item = what == TEXT && around == LIST;
    reader->open[reader->depth++] = what;
    if (what == TEXT)
        hxp_message_clear(&reader->written);
    reader->file.place = (hxp_place){ 0, 0, 0 };
    if (item)
        return add_item(reader, attributes) ? HXP_OK : hxp_no_memory(error);
    if (what != TEXT && what != LIST)
        return HXP_OK;
    reader->id.len = 0;
    reader->items = 0;
    if (!hxp_buffer_add(&reader->id, hxp_xml_attribute(attributes, "name")))
        return hxp_no_memory(error);
    reader->list = reader->id.len;
    return HXP_OK;
}

static hxp_status end_element(void *data, const char *name, hxp_error *error)
{
    android_reader *reader = data;
    level what = reader->open[--reader->depth];
    if (what == TEXT)
        return end_text(reader, error);
    return what >= MARKUP ? end_inline(reader, what, name, error) : HXP_OK;
}

static hxp_status add_text(void *data, hxp_str text, hxp_error *error)
{
    android_reader *reader = data;
    level what = reader->open[reader->depth - 1];
    bool added = true;
    if (what == TEXT || what == MARKUP) {
        hxp_place place = hxp_xml_place(reader->file.xml);
        if (reader->file.place.line == 0)
            reader->file.place = place;
        added = hxp_message_add(&reader->written, text, place);
    } else if (what > MARKUP) {
        added = hxp_markup_add(&reader->native, text) &&
                hxp_buffer_add(&reader->shown, text);
    }
    return added ? HXP_OK : hxp_no_memory(error);
}

hxp_status hxp_android_stream(hxp_paragraph_sink *sink, hxp_input *input,
                              const hxp_document_options *options,
                              hxp_error *error)
{
    static const hxp_xml_handlers handlers = { start_element, end_element,
                                               add_text, NULL };
    android_reader reader = { .file.blocks = hxp_blocks_make(sink, input),
                              .open = { OUTSIDE },
                              .depth = 1 };
    hxp_status status =
        hxp_strings_xml_read(&reader.file, input, options, &handlers, error);
    hxp_buffer_free(&reader.id);
    hxp_buffer_free(&reader.native);
    hxp_buffer_free(&reader.shown);
    hxp_message_free(&reader.written);
    return status;
}

bool hxp_android_recognise(hxp_str head)
{
    const hxp_str root = HXP_STR("<resources");
    if (!hxp_str_starts(hxp_str_trim(hxp_utf8_unmarked(head)), HXP_STR("<")))
        return false;
    for (size_t i = 0; i + root.len < head.len; i++)
        if (hxp_str_starts(hxp_str_part(head, i, head.len), root) &&
            strchr(" \t\r\n>", head.ptr[i + root.len]))
            return true;
    return false;
}

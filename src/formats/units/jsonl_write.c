/* jsonl_write.c - units as lines of JSON, from which nothing is missing. */
#include "base/error.h"
#include "base/json.h"
#include "base/str.h"
#include "formats/units/jsonl.h"
#include "formats/units/unit_format.h"
#include "text/utf8.h"

#include <stdlib.h>

typedef struct jsonl_writer {
    hxp_unit_sink sink;
    hxp_json json;
    bool too_deep; /* a content nests deeper than JSON may */
} jsonl_writer;

enum { CONTENT_DEPTH = 6 }; /* brackets that a content without insides opens */

const char *const hxp_jsonl_code_kinds[] = {
    "begin",   "end",  "standalone", "isolated", "unknown",
    "subflow", "mark", "unmark",     NULL
};

const char *const hxp_jsonl_remark_kinds[] = { "note", "property", "encoding",
                                               NULL };

/* --- Parts; those that are empty are left out ----------------------------- */

static void put_text(hxp_json *json, const char *key, hxp_str text)
{
    if (text.len > 0)
        hxp_json_member(json, key, text);
}

static void put_pairs(hxp_json *json, const hxp_attributes *attributes)
{
    hxp_json_open(json, '{');
    for (size_t i = 0; i < attributes->count; i++) {
        hxp_json_key_of(json, attributes->items[i].name);
        hxp_json_string(json, attributes->items[i].value);
    }
    hxp_json_close(json, '}');
}

static void put_attributes(hxp_json *json, const char *key,
                           const hxp_attributes *attributes)
{
    if (attributes->count == 0)
        return;
    hxp_json_key(json, key);
    put_pairs(json, attributes);
}

static void put_maps(hxp_json *json, const hxp_remark *remark)
{
    if (remark->map_count == 0)
        return;
    hxp_json_key(json, "maps");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < remark->map_count; i++)
        put_pairs(json, &remark->maps[i]);
    hxp_json_close(json, ']');
}

static void put_remarks(hxp_json *json, const hxp_remarks *remarks)
{
    if (remarks->count == 0)
        return;
    hxp_json_key(json, "remarks");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < remarks->count; i++) {
        const hxp_remark *remark = &remarks->items[i];
        hxp_json_open(json, '{');
        hxp_json_member(json, "kind",
                        hxp_str_of(hxp_jsonl_remark_kinds[remark->kind]));
        put_text(json, "type", remark->type);
        put_text(json, "text", remark->text);
        put_attributes(json, "attributes", &remark->attributes);
        put_maps(json, remark);
        hxp_json_close(json, '}');
    }
    hxp_json_close(json, ']');
}

/* --- Content -------------------------------------------------------------- */

static void put_content(jsonl_writer *writer, const hxp_content *content);

/* Nesting is as deep as JSON may be.
 * NOLINTNEXTLINE(misc-no-recursion) */
static void put_code(jsonl_writer *writer, const hxp_code *code, size_t at)
{
    hxp_json *json = &writer->json;
    hxp_json_open(json, '{');
    hxp_json_member(json, "kind", hxp_str_of(hxp_jsonl_code_kinds[code->kind]));
    hxp_json_member_size(json, "at", at);
    put_text(json, "name", code->name);
    put_attributes(json, "attributes", &code->attributes);
    if (code->inside && json->depth + CONTENT_DEPTH > HXP_JSON_DEPTH) {
        writer->too_deep = true;
    } else if (code->inside) {
        hxp_json_key(json, "inside");
        hxp_json_open(json, '{');
        put_content(writer, code->inside);
        hxp_json_close(json, '}');
    }
    hxp_json_close(json, '}');
}

/* NOLINTNEXTLINE(misc-no-recursion): as above */
static void put_content(jsonl_writer *writer, const hxp_content *content)
{
    size_t from = 0, at = 0;
    hxp_json_member(&writer->json, "text", content->text);
    if (content->code_count == 0)
        return;
    hxp_json_key(&writer->json, "codes");
    hxp_json_open(&writer->json, '[');
    for (size_t i = 0; i < content->code_count; i++) {
        const hxp_code *code = &content->codes[i];
        at += hxp_utf8_length(hxp_str_part(content->text, from, code->offset));
        from = code->offset;
        put_code(writer, code, at);
    }
    hxp_json_close(&writer->json, ']');
}

static void put_variant(jsonl_writer *writer, const hxp_variant *variant)
{
    hxp_json *json = &writer->json;
    hxp_json_open(json, '{');
    put_text(json, "language", variant->language);
    put_content(writer, &variant->content);
    put_attributes(json, "attributes", &variant->attributes);
    put_attributes(json, "segment_attributes", &variant->segment_attributes);
    put_remarks(json, &variant->remarks);
    hxp_json_close(json, '}');
}

/* --- Lines ---------------------------------------------------------------- */

/** End the line; fails when a write has. */
static hxp_status end_line(jsonl_writer *writer, hxp_error *error)
{
    hxp_output *output = writer->json.output;
    hxp_output_write(output, HXP_STR("\n"));
    writer->json = (hxp_json){ .output = output };
    return hxp_output_failed(output) ? hxp_output_finish(output, error)
                                     : HXP_OK;
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    jsonl_writer *writer = (jsonl_writer *)sink;
    hxp_json *json = &writer->json;
    hxp_json_open(json, '{');
    hxp_json_key(json, "header");
    hxp_json_open(json, '{');
    put_text(json, "source", header->source_language);
    if (header->language_count > 0) {
        hxp_json_key(json, "languages");
        hxp_json_open(json, '[');
        for (size_t i = 0; i < header->language_count; i++)
            hxp_json_string(json, header->languages[i]);
        hxp_json_close(json, ']');
    }
    put_attributes(json, "attributes", &header->attributes);
    put_attributes(json, "file_attributes", &header->file_attributes);
    put_remarks(json, &header->remarks);
    hxp_json_close(json, '}');
    hxp_json_close(json, '}');
    return end_line(writer, error);
}

static hxp_status put_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    jsonl_writer *writer = (jsonl_writer *)sink;
    hxp_json *json = &writer->json;
    hxp_json_open(json, '{');
    put_text(json, "id", unit->id);
    put_text(json, "source", unit->source_language);
    put_attributes(json, "attributes", &unit->attributes);
    put_remarks(json, &unit->remarks);
    hxp_json_key(json, "variants");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < unit->variant_count; i++)
        put_variant(writer, &unit->variants[i]);
    hxp_json_close(json, ']');
    hxp_json_close(json, '}');
    if (writer->too_deep)
        return hxp_fail(error, HXP_ELIMIT,
                        "the codes of unit %zu nest deeper than jsonl can hold",
                        unit->number);
    return end_line(writer, error);
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    (void)sink;
    (void)error;
    return HXP_OK;
}

static void close_writer(hxp_unit_sink *sink)
{
    free(sink);
}

hxp_status hxp_jsonl_writer_new(hxp_unit_sink **out, hxp_output *output,
                                const hxp_write_options *options,
                                hxp_error *error)
{
    jsonl_writer *writer = calloc(1, sizeof *writer);
    (void)options;
    *out = NULL;
    if (!writer)
        return hxp_no_memory(error);
    writer->sink = (hxp_unit_sink){ begin, put_unit, end, close_writer };
    writer->json.output = output;
    *out = &writer->sink;
    return HXP_OK;
}

/* jsonl_read.c - lines of JSON as units. */
#include "base/str.h"
#include "formats/lines.h"
#include "formats/units/jsonl.h"
#include "formats/units/unit_format.h"
#include "text/utf8.h"

enum { SEGMENT_LIMIT = 128 << 20, DEPTH = 64 };

typedef struct line_reader {
    hxp_jsonl_reader one; /* what reads a line */
    hxp_lines lines;
    bool begun;
    bool places;
} line_reader;

/** A member that is an array, and room for what its elements become. */
typedef struct array {
    const json_t *json; /* NULL: there is none */
    size_t count;
    void *items; /* of the size asked for, all zero */
} array;

/** Find the array key of object, and make room for its elements. */
static hxp_status open_array(array *out, hxp_jsonl_reader *reader,
                             const json_t *object, const char *key, size_t size)
{
    *out = (array){ .json = NULL };
    hxp_status status =
        hxp_jsonl_member(&out->json, reader, object, key, false);
    out->count = json_array_size(out->json);
    if (status != HXP_OK || out->count == 0)
        return status;
    out->items = hxp_arena_alloc(&reader->arena, out->count, size);
    return out->items ? HXP_OK : hxp_no_memory(&reader->delivery.error);
}

/* --- Remarks -------------------------------------------------------------- */

static hxp_status read_maps(hxp_remark *out, hxp_jsonl_reader *reader,
                            const json_t *object)
{
    array list;
    hxp_status status =
        open_array(&list, reader, object, "maps", sizeof(hxp_attributes));
    hxp_attributes *maps = list.items;
    out->maps = maps;
    for (; status == HXP_OK && out->map_count < list.count; out->map_count++) {
        const json_t *map = json_array_get(list.json, out->map_count);
        if (!json_is_object(map))
            return HXP_JSONL_REFUSE(reader, "a map must be an object");
        status = hxp_jsonl_pairs(&maps[out->map_count], reader, map, NULL);
    }
    return status;
}

static hxp_status read_remark(hxp_remark *out, hxp_jsonl_reader *reader,
                              const json_t *object)
{
    static const char *const known[] = { "kind",       "type", "text",
                                         "attributes", "maps", NULL };
    static const char *const taken[][2] = { { NULL, NULL },
                                            { "type", NULL },
                                            { "name", NULL } };
    int kind = 0;
    hxp_status status = HXP_OK;
    if (!json_is_object(object))
        return HXP_JSONL_REFUSE(reader, "a remark must be an object");
    status = hxp_jsonl_known(reader, object, known);
    if (status == HXP_OK)
        status =
            hxp_jsonl_choice(&kind, reader, object, hxp_jsonl_remark_kinds);
    out->kind = (hxp_remark_kind)kind;
    if (status == HXP_OK)
        status = hxp_jsonl_string(&out->type, reader, object, "type");
    if (status == HXP_OK)
        status = hxp_jsonl_string(&out->text, reader, object, "text");
    if (status == HXP_OK)
        status = hxp_jsonl_attributes(&out->attributes, reader, object,
                                      "attributes", taken[kind]);
    return status == HXP_OK ? read_maps(out, reader, object) : status;
}

static hxp_status read_remarks(hxp_remarks *out, hxp_jsonl_reader *reader,
                               const json_t *object)
{
    array list;
    hxp_status status =
        open_array(&list, reader, object, "remarks", sizeof(hxp_remark));
    hxp_remark *items = list.items;
    out->items = items;
    for (; status == HXP_OK && out->count < list.count; out->count++)
        status = read_remark(&items[out->count], reader,
                             json_array_get(list.json, out->count));
    return status;
}

/* --- Units ---------------------------------------------------------------- */

static hxp_status read_variant(hxp_variant *out, hxp_jsonl_reader *reader,
                               const json_t *object)
{
    static const char *const known[] = {
        "language",           "text",    "codes", "attributes",
        "segment_attributes", "remarks", NULL
    };
    static const char *const taken[] = { "xml:lang", NULL };
    if (!json_is_string(json_object_get(object, "text")))
        return HXP_JSONL_REFUSE(reader, "a variant must be an object with the "
                                        "string \"text\"");
    out->place = (hxp_place){ reader->line, 1, 1 };
    hxp_status status = hxp_jsonl_known(reader, object, known);
    if (status == HXP_OK)
        status = hxp_jsonl_string(&out->language, reader, object, "language");
    if (status == HXP_OK)
        status = hxp_jsonl_content(&out->content, reader, object);
    if (status == HXP_OK)
        status = hxp_jsonl_attributes(&out->attributes, reader, object,
                                      "attributes", taken);
    if (status == HXP_OK)
        status = hxp_jsonl_attributes(&out->segment_attributes, reader, object,
                                      "segment_attributes", NULL);
    return status == HXP_OK ? read_remarks(&out->remarks, reader, object)
                            : status;
}

static hxp_status read_variants(hxp_unit *out, line_reader *reader,
                                const json_t *object, hxp_str line)
{
    hxp_jsonl_reader *one = &reader->one;
    array list;
    hxp_status status =
        open_array(&list, one, object, "variants", sizeof(hxp_variant));
    if (status == HXP_OK && !list.json)
        return HXP_JSONL_REFUSE(one, "no unit: it has no \"variants\"");
    hxp_variant *items = list.items;
    out->variants = items;
    for (; status == HXP_OK && out->variant_count < list.count;
         out->variant_count++)
        status = read_variant(&items[out->variant_count], one,
                              json_array_get(list.json, out->variant_count));
    if (status == HXP_OK && reader->places)
        status = hxp_jsonl_places(one, line, items, list.count);
    return status;
}

static hxp_status begin(line_reader *reader, hxp_unit_header *header)
{
    header->file = reader->lines.file;
    reader->begun = true;
    return hxp_delivery_begin(&reader->one.delivery, header);
}

static hxp_status send_unit(line_reader *reader, const json_t *object,
                            hxp_str line)
{
    static const char *const known[] = { "id",      "source",   "attributes",
                                         "remarks", "variants", NULL };
    static const char *const taken[] = { "tuid", "srclang", NULL };
    hxp_unit unit = { .place = { reader->one.line, 1, 1 } };
    hxp_unit_header header = { .source_language = HXP_STR("") };
    hxp_jsonl_reader *one = &reader->one;
    hxp_status status = HXP_OK;
    one->delivery.faults.unit = one->delivery.number + 1;
    if (!reader->begun)
        status = begin(reader, &header);
    if (status == HXP_OK)
        status = hxp_jsonl_known(one, object, known);
    if (status == HXP_OK)
        status = hxp_jsonl_string(&unit.id, one, object, "id");
    if (status == HXP_OK)
        status = hxp_jsonl_string(&unit.source_language, one, object, "source");
    if (status == HXP_OK)
        status = hxp_jsonl_attributes(&unit.attributes, one, object,
                                      "attributes", taken);
    if (status == HXP_OK)
        status = read_remarks(&unit.remarks, one, object);
    if (status == HXP_OK)
        status = read_variants(&unit, reader, object, line);
    if (status == HXP_OK)
        status = hxp_delivery_unit(&one->delivery, &unit);
    one->delivery.faults.unit = 0;
    return status;
}

/* --- The header ----------------------------------------------------------- */

static hxp_status read_languages(hxp_unit_header *out, hxp_jsonl_reader *reader,
                                 const json_t *object)
{
    array list;
    hxp_status status =
        open_array(&list, reader, object, "languages", sizeof(hxp_str));
    hxp_str *items = list.items;
    out->languages = items;
    for (; status == HXP_OK && out->language_count < list.count;
         out->language_count++) {
        const json_t *tag = json_array_get(list.json, out->language_count);
        if (!json_is_string(tag))
            return HXP_JSONL_REFUSE(reader, "a language must be a string");
        items[out->language_count] =
            (hxp_str){ json_string_value(tag), json_string_length(tag) };
    }
    return status;
}

static hxp_status send_header(line_reader *reader, const json_t *object)
{
    static const char *const known[] = { "source",     "languages",
                                         "attributes", "file_attributes",
                                         "remarks",    NULL };
    static const char *const taken[] = { "srclang", NULL };
    static const char *const taken_file[] = { "version", NULL };
    hxp_unit_header header = { .file = reader->lines.file };
    hxp_jsonl_reader *one = &reader->one;
    hxp_status status = HXP_OK;
    if (reader->begun)
        return HXP_JSONL_REFUSE(one, "the header must stand in the first line");
    if (!json_is_object(object))
        return HXP_JSONL_REFUSE(one, "\"header\" must be an object");
    status = hxp_jsonl_known(one, object, known);
    if (status == HXP_OK)
        status =
            hxp_jsonl_string(&header.source_language, one, object, "source");
    if (status == HXP_OK)
        status = read_languages(&header, one, object);
    if (status == HXP_OK)
        status = hxp_jsonl_attributes(&header.attributes, one, object,
                                      "attributes", taken);
    if (status == HXP_OK)
        status = hxp_jsonl_attributes(&header.file_attributes, one, object,
                                      "file_attributes", taken_file);
    if (status == HXP_OK)
        status = read_remarks(&header.remarks, one, object);
    return status == HXP_OK ? begin(reader, &header) : status;
}

/* --- Lines ---------------------------------------------------------------- */

static hxp_status read_line(line_reader *reader, hxp_str line)
{
    json_error_t fault;
    hxp_jsonl_reader *one = &reader->one;
    hxp_place place = { reader->lines.number, 1, 1 };
    json_t *object = json_loadb(
        line.ptr, line.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &fault);
    if (!object && json_error_code(&fault) == json_error_out_of_memory)
        return hxp_no_memory(&one->delivery.error);
    if (!object) {
        size_t at = (size_t)fault.position;
        hxp_place_advance(&place,
                          hxp_str_part(line, 0, at < line.len ? at : line.len));
        return HXP_REFUSE(&one->delivery, place, "no JSON: %s", fault.text);
    }
    const json_t *header = json_object_get(object, "header");
    hxp_status status;
    hxp_arena_reset(&one->arena);
    one->line = reader->lines.number;
    if (!json_is_object(object))
        status = HXP_JSONL_REFUSE(one, "a line must be an object");
    else if (header)
        status = send_header(reader, header);
    else
        status = send_unit(reader, object, line);
    json_decref(object);
    return status;
}

static hxp_status read_lines(line_reader *reader)
{
    hxp_str line;
    bool more = true;
    hxp_delivery *delivery = &reader->one.delivery;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && more) {
        status = hxp_lines_next(&line, &more, &reader->lines, &delivery->error);
        if (status == HXP_OK && more && hxp_str_trim(line).len > 0)
            status = read_line(reader, line);
    }
    if (status == HXP_OK && !reader->begun)
        status =
            HXP_REFUSE(delivery, ((hxp_place){ 1, 1, 1 }), "the file is empty");
    return status;
}

hxp_status hxp_jsonl_read(hxp_input *input, const hxp_read_options *options,
                          hxp_unit_sink *sink, hxp_error *error)
{
    const hxp_limits *limits = &options->limits;
    line_reader reader = {
        .one = { .delivery = hxp_delivery_make(input, options, sink),
                 .segment_limit = limits->segment_bytes ? limits->segment_bytes
                                                        : SEGMENT_LIMIT,
                 .depth = limits->depth ? limits->depth : DEPTH },
        .places = options->places
    };
    hxp_status status =
        hxp_lines_open(&reader.lines, input, options->encoding,
                       limits->unit_bytes, &reader.one.delivery.error);
    if (status == HXP_OK)
        status = read_lines(&reader);
    status = hxp_delivery_finish(&reader.one.delivery, status, error);
    hxp_lines_close(&reader.lines);
    hxp_arena_free(&reader.one.arena);
    return status;
}

bool hxp_jsonl_recognise(hxp_str head)
{
    return hxp_str_starts(hxp_str_trim(hxp_utf8_unmarked(head)),
                          HXP_STR("{\""));
}

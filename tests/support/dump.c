/* dump.c - writes units so that what differs in the model differs in text. */
#include "dump.h"

#include "base/str.h"

/** Quote text: a line break or a quote in it must not look like ours. */
static void put(dump *to, const char *label, hxp_str text)
{
    hxp_output_printf(to->output, " %s=%zu'%.*s'", label, text.len,
                      HXP_FMT(text));
}

/** The attribute that comes next behind after, by name; their order is free. */
static const hxp_attribute *next_of(const hxp_attributes *attributes,
                                    const hxp_attribute *after)
{
    const hxp_attribute *next = NULL;
    for (size_t i = 0; i < attributes->count; i++) {
        const hxp_attribute *item = &attributes->items[i];
        if (after && hxp_str_order(&item->name, &after->name) <= 0)
            continue;
        if (!next || hxp_str_order(&item->name, &next->name) < 0)
            next = item;
    }
    return next;
}

static void put_attributes(dump *to, const hxp_attributes *attributes)
{
    const hxp_attribute *item = next_of(attributes, NULL);
    for (; item; item = next_of(attributes, item)) {
        put(to, "name", item->name);
        put(to, "value", item->value);
    }
    hxp_output_printf(to->output, "\n");
}

static void put_place(dump *to, hxp_place place)
{
    if (to->places)
        hxp_output_printf(to->output, " @%zu:%zu:%zu", place.line, place.column,
                          place.column16);
}

static void put_remarks(dump *to, const hxp_remarks *remarks)
{
    for (size_t i = 0; i < remarks->count; i++) {
        const hxp_remark *remark = &remarks->items[i];
        hxp_output_printf(to->output, "  remark %d", (int)remark->kind);
        put(to, "type", remark->type);
        put(to, "text", remark->text);
        put_attributes(to, &remark->attributes);
        for (size_t j = 0; j < remark->map_count; j++) {
            hxp_output_printf(to->output, "   map");
            put_attributes(to, &remark->maps[j]);
        }
    }
}

static void put_content(dump *to, const hxp_content *content)
{
    put(to, "text", content->text);
    for (size_t i = 0; to->places && i < content->text.len; i++) {
        char c = content->text.ptr[i]; /* the first bytes of words will do */
        if (i == 0 || c == '|')
            put_place(to, hxp_content_place(content, i));
    }
    hxp_output_printf(to->output, "\n");
    for (size_t i = 0; i < content->code_count; i++) {
        const hxp_code *code = &content->codes[i];
        hxp_output_printf(to->output, "   code %d at %zu", (int)code->kind,
                          code->offset);
        put(to, "name", code->name);
        put_attributes(to, &code->attributes);
        if (code->inside) {
            hxp_output_printf(to->output, "   inside");
            put_content(to, code->inside);
            hxp_output_printf(to->output, "   outside\n");
        }
    }
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    dump *to = (dump *)sink;
    (void)error;
    if (!to->header)
        return HXP_OK;
    hxp_output_printf(to->output, "header");
    put(to, "source", header->source_language);
    for (size_t i = 0; i < header->language_count; i++)
        put(to, "language", header->languages[i]);
    put_attributes(to, &header->attributes);
    put_remarks(to, &header->remarks);
    hxp_output_printf(to->output, "file");
    put_attributes(to, &header->file_attributes);
    return HXP_OK;
}

static hxp_status add_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    dump *to = (dump *)sink;
    (void)error;
    hxp_output_printf(to->output, "unit %zu", unit->number);
    put_place(to, unit->place);
    put(to, "id", unit->id);
    put(to, "source", unit->source_language);
    put_attributes(to, &unit->attributes);
    put_remarks(to, &unit->remarks);
    for (size_t i = 0; i < unit->variant_count; i++) {
        const hxp_variant *variant = &unit->variants[i];
        hxp_output_printf(to->output, " variant");
        put_place(to, variant->place);
        put(to, "language", variant->language);
        put_attributes(to, &variant->attributes);
        put_remarks(to, &variant->remarks);
        hxp_output_printf(to->output, "  seg");
        put_attributes(to, &variant->segment_attributes);
        hxp_output_printf(to->output, " ");
        put_content(to, &variant->content);
    }
    return HXP_OK;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    (void)error;
    hxp_output_printf(((dump *)sink)->output, "end\n");
    return HXP_OK;
}

static void close_nothing(hxp_unit_sink *sink)
{
    (void)sink;
}

void dump_init(dump *to, hxp_output *output, bool places)
{
    *to =
        (dump){ { begin, add_unit, end, close_nothing }, output, true, places };
}

static hxp_status add_finding(hxp_finding_sink *sink,
                              const hxp_finding *finding, hxp_error *error)
{
    (void)error;
    hxp_output_printf(((dump_findings *)sink)->output,
                      "%zu:%zu %s %s %zu: %.*s\n", finding->place.line,
                      finding->place.column, hxp_level_name(finding->level),
                      finding->rule, finding->unit, HXP_FMT(finding->message));
    return HXP_OK;
}

static hxp_status end_findings(hxp_finding_sink *sink, hxp_error *error)
{
    (void)sink;
    (void)error;
    return HXP_OK;
}

static void close_findings(hxp_finding_sink *sink)
{
    (void)sink;
}

void dump_findings_init(dump_findings *to, hxp_output *output)
{
    *to = (dump_findings){ { add_finding, end_findings, close_findings },
                           output };
}

static hxp_status read_into(hxp_unit_sink *sink, hxp_str bytes,
                            const dump_options *how, hxp_error *error)
{
    hxp_input *input;
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    options.format = how->format;
    options.encoding = how->encoding;
    options.places = how->places;
    options.limits = how->limits;
    options.findings = how->findings;
    options.from = how->from;
    options.to = how->to;
    options.table = how->table;
    hxp_status status = hxp_input_memory(&input, bytes, "test", error);
    if (status != HXP_OK)
        return status;
    hxp_input_set_chunk(input, how->chunk);
    status = hxp_read_units(input, &options, sink, error);
    hxp_input_close(input);
    return status;
}

hxp_status dump_units(hxp_output *output, hxp_str bytes,
                      const dump_options *options, hxp_error *error)
{
    dump to;
    dump_init(&to, output, options->places);
    to.header = !options->no_header;
    return read_into(&to.sink, bytes, options, error);
}

hxp_status dump_convert(hxp_output *output, hxp_str bytes,
                        const dump_options *options, const char *to,
                        hxp_error *error)
{
    hxp_write_options write = HXP_WRITE_OPTIONS_INIT;
    write.format = to;
    write.losses = options->losses;
    write.from = options->from;
    write.to = options->to;
    write.table = options->table;
    hxp_unit_sink *sink;
    hxp_status status = hxp_unit_writer_new(&sink, output, &write, error);
    if (status != HXP_OK)
        return status;
    status = read_into(sink, bytes, options, error);
    sink->close(sink);
    return status == HXP_OK ? hxp_output_finish(output, error) : status;
}

static void put_details(hxp_output *output, const char *indent,
                        const hxp_details *details)
{
    for (size_t i = 0; i < details->count; i++) {
        const hxp_detail *detail = &details->items[i];
        hxp_output_printf(output, "%s%.*s%s%.*s: %.*s\n", indent,
                          HXP_FMT(detail->type),
                          detail->language.len ? " " : "",
                          HXP_FMT(detail->language), HXP_FMT(detail->text));
    }
}

void dump_termbase(hxp_output *output, const hxp_termbase *termbase)
{
    static const char *const names[] = { "preferred", "admitted", "deprecated",
                                         "draft" };
    for (size_t i = 0; i < hxp_termbase_count(termbase); i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        hxp_output_printf(output, "%.*s%s%s\n", HXP_FMT(concept->id),
                          concept->untranslated ? " untranslated" : "",
                          concept->ignored ? " ignored" : "");
        put_details(output, "  ", &concept->details);
        for (size_t t = 0; t < concept->term_count; t++) {
            const hxp_term *term = &concept->terms[t];
            hxp_output_printf(
                output, " %.*s %s%s%s \"%.*s\" %zu:%zu\n",
                HXP_FMT(term->language), names[term->status],
                term->exact ? " exact" : "", term->ignored ? " ignored" : "",
                HXP_FMT(term->text), term->place.line, term->place.column);
            put_details(output, "   ", &term->details);
        }
    }
}

/* ces.c - XCES cesAlign, as OPUS has it: links between sentence ids. */
#include "base/decimal.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/beads/bead_format.h"
#include "formats/faults.h"
#include "formats/xml/xml.h"
#include "formats/xml/xml_write.h"

/* --- Reading -------------------------------------------------------------- */

/** The last sentence read of a text whose ids name paragraphs; all zero before
 * the first. */
typedef struct ces_sentence {
    size_t paragraph;
    size_t number; /* in it */
    size_t count;  /* of the sentences up to here */
} ces_sentence;

typedef struct ces_reader {
    hxp_xml *xml;
    hxp_bead_reading *reading;
    ces_sentence last[2];
} ces_reader;

/** Go on from last to the sentence of an id, "s2" or, of a paragraph, "s2.1".
 * False: it is no such id. */
static bool read_id(ces_sentence *last, hxp_str id)
{
    ces_sentence next = { .count = last->count + 1 };
    size_t number;
    if (id.len > 0 && id.ptr[0] == 's')
        id = hxp_str_part(id, 1, id.len);
    if (!hxp_take_number(&id, &number))
        return false;
    if (id.len > 0) {
        next.paragraph = number;
        if (id.ptr[0] != '.')
            return false;
        id = hxp_str_part(id, 1, id.len);
        if (!hxp_take_number(&id, &next.number) || next.number == 0)
            return false;
    } else {
        next.count = number;
    }
    *last = next;
    return id.len == 0 && next.count > 0;
}

/**
 * Read "s3 s4", or "s1.1 s1.2": sentence 1 is segment 0. Where ids name
 * paragraphs, the sentences are counted, so that each must be there.
 */
static hxp_status read_side(ces_reader *reader, size_t language, hxp_str ids,
                            hxp_error *error)
{
    hxp_bead_reading *reading = reader->reading;
    ces_sentence *last = &reader->last[language];
    hxp_str id;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && hxp_str_cut(&ids, ' ', &id)) {
        ces_sentence before = *last;
        if (id.len == 0)
            continue;
        if (!read_id(last, id))
            return hxp_bead_refuse(reading, error,
                                   "\"%.*s\" is no sentence id such as s1",
                                   HXP_FMT(hxp_quote(id)));
        if (last->number > 1 && (last->paragraph != before.paragraph ||
                                 last->number != before.number + 1))
            return hxp_bead_refuse(reading, error,
                                   "the sentence before \"%.*s\" is missing",
                                   HXP_FMT(hxp_quote(id)));
        if (last->number == 1 && before.number > 0 &&
            last->paragraph <= before.paragraph)
            return hxp_bead_refuse(reading, error,
                                   "\"%.*s\" comes after a later sentence",
                                   HXP_FMT(hxp_quote(id)));
        status =
            hxp_bead_reading_add(reading, language, last->count - 1, error);
    }
    return status;
}

static hxp_status read_link(ces_reader *reader, hxp_str targets,
                            hxp_str certainty, hxp_error *error)
{
    hxp_bead_reading *reading = reader->reading;
    double confidence = 1;
    hxp_str source;
    if (!memchr(targets.ptr, ';', targets.len))
        return hxp_bead_refuse(reading, error,
                               "xtargets without \";\" between source and "
                               "target");
    if (certainty.len > 0 && !hxp_decimal_read(&confidence, certainty))
        return hxp_bead_refuse(reading, error, "\"%.*s\" is no certainty",
                               HXP_FMT(hxp_quote(certainty)));
    hxp_str_cut(&targets, ';', &source);
    hxp_status status = read_side(reader, 0, source, error);
    if (status == HXP_OK)
        status = read_side(reader, 1, targets, error);
    return status == HXP_OK ? hxp_bead_reading_end(reading, confidence, error)
                            : status;
}

static hxp_status start(void *data, const char *name, const char **attributes,
                        hxp_error *error)
{
    ces_reader *reader = data;
    hxp_str targets = { NULL, 0 }, certainty = HXP_STR("");
    reader->reading->place = hxp_xml_place(reader->xml);
    if (hxp_xml_depth(reader->xml) == 1 && strcmp(name, "cesAlign") != 0)
        return hxp_bead_refuse(reader->reading, error,
                               "no cesAlign: root element is \"%.*s\"",
                               HXP_FMT(hxp_quote(hxp_str_of(name))));
    if (strcmp(name, "link") != 0)
        return HXP_OK;
    for (; *attributes; attributes += 2) {
        if (strcmp(attributes[0], "xtargets") == 0)
            targets = hxp_str_of(attributes[1]);
        if (strcmp(attributes[0], "certainty") == 0)
            certainty = hxp_str_of(attributes[1]);
    }
    if (!targets.ptr)
        return hxp_bead_refuse(reader->reading, error,
                               "a link without xtargets");
    return read_link(reader, targets, certainty, error);
}

hxp_status hxp_ces_read(hxp_bead_reading *reading, hxp_input *input,
                        hxp_error *error)
{
    static const hxp_xml_handlers handlers = { start, NULL, NULL, NULL };
    ces_reader reader = { .reading = reading };
    hxp_status status = hxp_bead_reading_begin(reading, 2, error);
    if (status == HXP_OK)
        status = hxp_xml_new(&reader.xml, input, NULL, error);
    if (status == HXP_OK)
        status = hxp_xml_parse(reader.xml, &handlers, &reader, error);
    hxp_xml_free(reader.xml);
    return status;
}

/* --- Writing -------------------------------------------------------------- */

static void put_ids(hxp_output *output, hxp_range side)
{
    for (size_t i = 0; i < side.count; i++)
        hxp_output_printf(output, "%ss%zu", i > 0 ? " " : "",
                          side.first + i + 1);
}

void hxp_ces_write(hxp_output *output, const hxp_aligned *aligned)
{
    const hxp_alignment *alignment = aligned->alignment;
    hxp_xml_writer xml = { output, 0 };
    char confidence[HXP_DECIMAL_SIZE];
    hxp_xml_put(&xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<cesAlign version=\"1.0\">\n"
                      "<linkGrp targType=\"s\"");
    hxp_xml_put_attribute(&xml, "fromDoc",
                          aligned->documents[0].document->name);
    hxp_xml_put_attribute(&xml, "toDoc", aligned->documents[1].document->name);
    hxp_xml_put(&xml, ">\n");
    for (size_t i = 0; i < alignment->count; i++) {
        const hxp_bead *bead = &alignment->beads[i];
        hxp_output_printf(output, "<link id=\"SL%zu\" xtargets=\"", i + 1);
        put_ids(output, bead->sides[0]);
        hxp_xml_put(&xml, ";");
        put_ids(output, bead->sides[1]);
        hxp_decimal(confidence, bead->confidence, HXP_CONFIDENCE_DIGITS);
        hxp_output_printf(output, "\" certainty=\"%s\"/>\n", confidence);
    }
    hxp_xml_put(&xml, "</linkGrp>\n</cesAlign>\n");
}

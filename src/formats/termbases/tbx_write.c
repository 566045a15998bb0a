/* tbx_write.c - a termbase as TBX-Basic: TBX 3, style DCA. */
#include "base/error.h"
#include "base/str.h"
#include "base/xml_write.h"
#include "formats/faults.h"
#include "formats/termbases/tbx_detail.h"
#include "formats/termbases/tbx_pick.h"
#include "formats/termbases/term_ids.h"
#include "formats/termbases/termbase_format.h"

#include <hexapla/text.h>

/** Where a detail stands. */
typedef enum level { AT_CONCEPT, AT_LANGUAGE, AT_TERM } level;

typedef struct tbx_writer {
    hxp_xml_writer xml;
    const char *indent; /* of the element in work */
} tbx_writer;

/** Write <name type="type">text</name> on a line. */
static void put(tbx_writer *writer, const char *name, hxp_str type,
                hxp_str text)
{
    hxp_xml_writer *xml = &writer->xml;
    hxp_xml_put(xml, writer->indent);
    hxp_xml_put(xml, "<");
    hxp_xml_put(xml, name);
    if (type.len > 0)
        hxp_xml_put_attribute(xml, "type", type);
    hxp_xml_put(xml, ">");
    hxp_xml_put_text(xml, text);
    hxp_xml_put(xml, "</");
    hxp_xml_put(xml, name);
    hxp_xml_put(xml, ">\n");
}

/** Write a note of a word of ours or a detail's type, what parts them, text. */
static void put_note(tbx_writer *writer, hxp_str before, const char *between,
                     hxp_str text)
{
    hxp_xml_writer *xml = &writer->xml;
    hxp_xml_put(xml, writer->indent);
    hxp_xml_put(xml, "<note>");
    hxp_xml_put_text(xml, before);
    hxp_xml_put(xml, between);
    hxp_xml_put_text(xml, text);
    hxp_xml_put(xml, "</note>\n");
}

/** The element that TBX-Basic has for a detail at a level, or NULL. */
static const char *element_of(const hxp_detail *detail, level at)
{
    static const struct {
        const char *type, *element;
        bool allowed[AT_TERM + 1];
    } known[] = {
        { "subjectField", "descrip", { true, false, false } },
        { "definition", "descrip", { true, true, false } },
        { "context", "descrip", { false, false, true } },
        { "source", "admin", { true, true, true } },
        { "customerSubset", "admin", { true, true, true } },
        { "projectSubset", "admin", { true, true, true } },
        { "geographicalUsage", "termNote", { false, false, true } },
    };
    if (at == AT_TERM && hxp_tbx_pick(detail->type, detail->text))
        return "termNote";
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (hxp_str_is(detail->type, known[i].type) && known[i].allowed[at])
            return known[i].element;
    return NULL;
}

/** Write a detail; one that TBX-Basic has no place for becomes a note. */
static void put_detail(tbx_writer *writer, const hxp_detail *detail, level at)
{
    const char *element = element_of(detail, at);
    const char *pick = hxp_tbx_pick(detail->type, detail->text);
    if (element && at == AT_TERM && pick)
        put(writer, element, detail->type, hxp_str_of(pick));
    else if (element)
        put(writer, element, detail->type, detail->text);
    else if (hxp_str_is(detail->type, "note"))
        put_note(writer, HXP_STR(""), "", detail->text);
    else if (hxp_str_is(detail->type, "status"))
        put_note(writer, HXP_STR(HXP_TBX_NOTE_STATUS), "", detail->text);
    else
        put_note(writer, detail->type, ": ", detail->text);
}

/** Write the details that are termNotes, or those that are not. */
static void put_term_details(tbx_writer *writer, const hxp_details *details,
                             bool term_notes)
{
    for (size_t i = 0; i < details->count; i++) {
        const char *element = element_of(&details->items[i], AT_TERM);
        bool term_note = element && strcmp(element, "termNote") == 0;
        if (term_note == term_notes)
            put_detail(writer, &details->items[i], AT_TERM);
    }
}

static void put_term(tbx_writer *writer, const hxp_term *term)
{
    static const char *const words[] = { "preferredTerm-admn-sts",
                                         "admittedTerm-admn-sts",
                                         "deprecatedTerm-admn-sts", NULL };
    hxp_xml_put(&writer->xml, "          <termSec>\n");
    writer->indent = "            ";
    put(writer, "term", HXP_STR(""), term->text);
    put_term_details(writer, &term->details, true);
    if (words[term->status])
        put(writer, "termNote", HXP_STR("administrativeStatus"),
            hxp_str_of(words[term->status]));
    else
        put_note(writer, HXP_STR(HXP_TBX_NOTE_DRAFT), "", HXP_STR(""));
    if (term->exact)
        put_note(writer, HXP_STR(HXP_TBX_NOTE_EXACT), "", HXP_STR(""));
    if (term->ignored)
        put_note(writer, HXP_STR(HXP_TBX_NOTE_IGNORED), "", HXP_STR(""));
    put_term_details(writer, &term->details, false);
    hxp_xml_put(&writer->xml, "          </termSec>\n");
}

/** Write the details of the concept in a language; empty: of all of it. */
static void put_details(tbx_writer *writer, const hxp_concept *concept,
                        hxp_str language)
{
    for (size_t i = 0; i < concept->details.count; i++)
        if (hxp_str_equal(concept->details.items[i].language, language))
            put_detail(writer, &concept->details.items[i],
                       language.len > 0 ? AT_LANGUAGE : AT_CONCEPT);
}

/** True when a term before term i is in its language. */
static bool is_done(const hxp_concept *concept, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (hxp_str_equal(concept->terms[k].language,
                          concept->terms[i].language))
            return true;
    return false;
}

/** Write the terms in the language of term first, which is the first one. */
static void put_language(tbx_writer *writer, const hxp_concept *concept,
                         size_t first)
{
    char tag[HXP_TAG_SIZE];
    hxp_str language = concept->terms[first].language;
    hxp_xml_put(&writer->xml, "        <langSec");
    hxp_xml_put_attribute(&writer->xml, "xml:lang",
                          hxp_tag_normalise(tag, language) ? hxp_str_of(tag)
                                                           : HXP_STR("und"));
    hxp_xml_put(&writer->xml, ">\n");
    writer->indent = "          ";
    put_details(writer, concept, language);
    for (size_t i = first; i < concept->term_count; i++)
        if (hxp_str_equal(concept->terms[i].language, language))
            put_term(writer, &concept->terms[i]);
    hxp_xml_put(&writer->xml, "        </langSec>\n");
}

static void put_concept(tbx_writer *writer, const hxp_concept *concept,
                        hxp_str id)
{
    hxp_xml_put(&writer->xml, "      <conceptEntry");
    hxp_xml_put_attribute(&writer->xml, "id", id);
    hxp_xml_put(&writer->xml, ">\n");
    writer->indent = "        ";
    put_details(writer, concept, HXP_STR(""));
    if (concept->untranslated)
        put_note(writer, HXP_STR(HXP_TBX_NOTE_UNTRANSLATED), "", HXP_STR(""));
    if (concept->ignored)
        put_note(writer, HXP_STR(HXP_TBX_NOTE_IGNORED), "", HXP_STR(""));
    for (size_t i = 0; i < concept->term_count; i++)
        if (!is_done(concept, i))
            put_language(writer, concept, i);
    hxp_xml_put(&writer->xml, "      </conceptEntry>\n");
}

hxp_status hxp_tbx_write(hxp_output *output, const hxp_termbase *termbase,
                         const hxp_termbase_write_options *options,
                         hxp_error *error)
{
    tbx_writer writer = { .xml = { output, 0 } };
    hxp_term_ids ids = { .xml = true };
    hxp_str id;
    bool good = hxp_term_ids_init(&ids, termbase);
    hxp_xml_put(&writer.xml,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<tbx style=\"dca\" type=\"TBX-Basic\" xml:lang=\"en\" "
                "xmlns=\"urn:iso:std:iso:30042:ed-2\">\n"
                "  <tbxHeader>\n    <fileDesc>\n"
                "      <sourceDesc><p>Written by hexapla.</p></sourceDesc>\n"
                "    </fileDesc>\n  </tbxHeader>\n  <text>\n    <body>\n");
    for (size_t i = 0; good && i < hxp_termbase_count(termbase); i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        if (concept->term_count == 0)
            continue; /* TBX has none without terms */
        good = hxp_term_ids_next(&id, &ids, concept);
        if (good)
            put_concept(&writer, concept, id);
    }
    hxp_xml_put(&writer.xml, "    </body>\n  </text>\n</tbx>\n");
    hxp_term_ids_free(&ids);
    if (!good)
        return hxp_no_memory(error);
    return hxp_tell_loss(options->losses, HXP_FAULT_LOSS_CHARACTERS,
                         writer.xml.forbidden, error);
}

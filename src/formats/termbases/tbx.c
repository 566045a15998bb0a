/* tbx.c - reads TBX 3 in both styles and TBX 2 (martif). */
#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/faults.h"
#include "formats/termbases/blanks.h"
#include "formats/termbases/tbx_detail.h"
#include "formats/termbases/tbx_flag.h"
#include "formats/termbases/tbx_status.h"
#include "formats/termbases/termbase_format.h"
#include "formats/xml/xml.h"

#include <stdlib.h>

/** What of an entry is being read; the text of all else is passed over. */
typedef enum wanted { NOTHING, TERM, STATUS, FLAG, DETAIL } wanted;

/** An element that matters, by whatever name. */
typedef enum element { OTHER, ENTRY, LANGUAGE, SECTION, TERM_TEXT } element;

/** The innermost part of an entry that the reader is in. */
typedef enum part { NO_PART, IN_ENTRY, IN_LANGUAGE, IN_SECTION, PARTS } part;

typedef struct tbx_reader {
    hxp_xml *xml;
    hxp_termbase *termbase;
    hxp_faults faults;
    hxp_limits limits;

    hxp_arena arena; /* what the entry's members below point to */
    hxp_str id, language;
    hxp_term *terms;
    size_t count, capacity, bytes;
    part part;
    bool exact[PARTS]; /* the terms to come in each; inner parts inherit it */
    bool untranslated, ignored;
    bool section_ignored; /* the terms to come in the section */
    hxp_detail *details;  /* of the entry, then of the section */
    size_t detail_count, detail_capacity;

    size_t first_detail;    /* the section's first */
    size_t first;           /* the section's first term */
    hxp_term_status status; /* of its terms */
    hxp_tbx_teller told;    /* who told the status */

    wanted want;
    hxp_tbx_teller teller; /* of the status being read */
    hxp_tbx_flag flag;     /* being read */
    hxp_str detail;        /* type of the one being read */
    size_t depth;          /* of the element being read */
    hxp_place place;
    hxp_buffer text;

    size_t lost;          /* elements of entries that no member holds */
    size_t lost_depth;    /* of the one that the reader is in; 0: none */
    hxp_place lost_place; /* of the first */
} tbx_reader;

static element element_of(const char *name)
{
    static const struct {
        const char *name;
        element element;
    } known[] = {
        { "conceptEntry", ENTRY }, { "termEntry", ENTRY },
        { "langSec", LANGUAGE },   { "langSet", LANGUAGE },
        { "termSec", SECTION },    { "tig", SECTION },
        { "ntig", SECTION },       { "term", TERM_TEXT },
        { "entry", ENTRY },        { "langGroup", LANGUAGE }, /* old TBX-Min */
        { "termGroup", SECTION },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].name, hxp_xml_local_name(name)) == 0)
            return known[i].element;
    return OTHER;
}

/* --- Details -------------------------------------------------------------- */

/** Add a detail of the section, the language or the entry. */
static hxp_status add_detail(tbx_reader *reader, hxp_str type, hxp_str text,
                             hxp_error *error)
{
    hxp_detail detail = { .type = type };
    if (reader->part == IN_LANGUAGE)
        detail.language = reader->language;
    if (!hxp_arena_copy(&detail.text, &reader->arena, text) ||
        !hxp_array_reserve(&reader->details, &reader->detail_capacity,
                           reader->detail_count + 1, sizeof detail))
        return hxp_no_memory(error);
    reader->details[reader->detail_count++] = detail;
    return HXP_OK;
}

/** Give the details of the section to its terms. */
static hxp_status end_section(tbx_reader *reader, hxp_error *error)
{
    size_t count = reader->detail_count - reader->first_detail;
    if (count == 0)
        return HXP_OK;
    hxp_detail *copy = hxp_arena_alloc(&reader->arena, count, sizeof *copy);
    if (!copy)
        return hxp_no_memory(error);
    memcpy(copy, reader->details + reader->first_detail, count * sizeof *copy);
    for (size_t i = reader->first; i < reader->count; i++)
        reader->terms[i].details = (hxp_details){ copy, count };
    reader->detail_count = reader->first_detail;
    return HXP_OK;
}

/* --- Status --------------------------------------------------------------- */

/** True for an element that tells a status, which is to be read next. */
static bool begins_status(tbx_reader *reader, const char *name,
                          const char **attributes)
{
    reader->teller = hxp_tbx_teller_of(hxp_xml_local_name(name),
                                       hxp_xml_attribute(attributes, "type"));
    return reader->teller != HXP_TBX_NOBODY;
}

/** Take the status that was told for the section's terms, old and new. */
static void set_status(tbx_reader *reader, hxp_term_status status)
{
    if (reader->teller < reader->told)
        return;
    reader->status = status;
    reader->told = reader->teller;
    for (size_t i = reader->first; i < reader->count; i++)
        reader->terms[i].status = status;
}

static hxp_status end_status(tbx_reader *reader, hxp_str word, hxp_error *error)
{
    hxp_term_status status = HXP_TERM_ADMITTED;
    hxp_tbx_said said = hxp_tbx_status(&status, reader->teller, word);
    if (said != HXP_TBX_NOTHING)
        set_status(reader, status);
    if (said != HXP_TBX_UNKNOWN)
        return HXP_OK;
    hxp_status kept = add_detail(reader, HXP_STR("status"), word, error);
    if (kept != HXP_OK)
        return kept;
    return hxp_tell(&reader->faults, HXP_FAULT_TBX_STATUS, reader->place, error,
                    "status \"%.*s\" is not known; the term counts as "
                    "admitted",
                    HXP_FMT(hxp_quote(word)));
}

/* --- Flags ---------------------------------------------------------------- */

/** True for an element that is a flag, which is to be read next. */
static bool begins_flag(tbx_reader *reader, const char *name,
                        const char **attributes)
{
    reader->flag = hxp_tbx_flag_of(hxp_xml_local_name(name),
                                   hxp_xml_attribute(attributes, "type"));
    return reader->flag != HXP_TBX_NO_FLAG;
}

/** Take what was told of the capitals of the part's terms, old and new. */
static void set_exact(tbx_reader *reader, bool exact)
{
    reader->exact[reader->part] = exact;
    for (size_t i = reader->first; i < reader->count; i++)
        reader->terms[i].exact = exact;
}

/** Leave the terms of a section alone; elsewhere, all of the entry. */
static void set_ignored(tbx_reader *reader, bool ignored)
{
    if (reader->part != IN_SECTION) {
        reader->ignored = ignored;
        return;
    }
    reader->section_ignored = ignored;
    for (size_t i = reader->first; i < reader->count; i++)
        reader->terms[i].ignored = ignored;
}

static hxp_status end_flag(tbx_reader *reader, hxp_str word, hxp_error *error)
{
    bool yes;
    if (!hxp_tbx_yes_or_no(&yes, word))
        return hxp_tell(&reader->faults, HXP_FAULT_TBX_FLAG, reader->place,
                        error,
                        "\"%.*s\" is neither yes nor no; the flag is "
                        "passed over",
                        HXP_FMT(hxp_quote(word)));
    if (reader->flag == HXP_TBX_EXACT)
        set_exact(reader, yes);
    else if (reader->flag == HXP_TBX_IGNORED)
        set_ignored(reader, yes);
    else if (yes == (reader->flag == HXP_TBX_UNTRANSLATED))
        reader->untranslated = true;
    return HXP_OK;
}

/* --- Terms ---------------------------------------------------------------- */

static hxp_status end_term(tbx_reader *reader, hxp_str text, hxp_error *error)
{
    hxp_term term = { .language = reader->language,
                      .status = reader->status,
                      .file = reader->faults.file.ptr,
                      .place = reader->place,
                      .exact = reader->exact[reader->part],
                      .ignored = reader->section_ignored };
    if (text.len == 0)
        return hxp_tell(&reader->faults, HXP_FAULT_TBX_EMPTY, reader->place,
                        error, "the term is empty");
    if (term.language.len == 0)
        return hxp_tell(
            &reader->faults, HXP_FAULT_TBX_NO_LANGUAGE, reader->place, error,
            "\"%.*s\" does not say its language", HXP_FMT(hxp_quote(text)));
    if (!hxp_arena_copy(&term.text, &reader->arena, text) ||
        !hxp_array_reserve(&reader->terms, &reader->capacity, reader->count + 1,
                           sizeof term))
        return hxp_no_memory(error);
    reader->terms[reader->count++] = term;
    return HXP_OK;
}

/**
 * Go to part, from outside or inside. A term without a status counts as
 * admitted: most termbases mark only what is special, and a term that is there
 * is there to be used.
 */
static void go_to(tbx_reader *reader, part to)
{
    if (to > reader->part)
        reader->exact[to] = reader->exact[to - 1];
    reader->part = to;
    reader->section_ignored = false;
    reader->first = reader->count;
    reader->first_detail = reader->detail_count;
    reader->status = HXP_TERM_ADMITTED;
    reader->told = HXP_TBX_NOBODY;
}

/** Take a note of our own; false: it is none. */
static bool take_note(tbx_reader *reader, hxp_str text)
{
    if (hxp_str_is(text, HXP_TBX_NOTE_DRAFT)) {
        reader->teller = HXP_TBX_FORBIDDEN;
        set_status(reader, HXP_TERM_DRAFT);
    } else if (hxp_str_is(text, HXP_TBX_NOTE_EXACT)) {
        set_exact(reader, true);
    } else if (hxp_str_is(text, HXP_TBX_NOTE_UNTRANSLATED)) {
        reader->untranslated = true;
    } else if (hxp_str_is(text, HXP_TBX_NOTE_IGNORED)) {
        set_ignored(reader, true);
    } else {
        return false;
    }
    return true;
}

static hxp_status end_detail(tbx_reader *reader, hxp_str text, hxp_error *error)
{
    const hxp_str status = HXP_STR(HXP_TBX_NOTE_STATUS);
    bool note = hxp_str_is(reader->detail, "note");
    if (text.len == 0 || (note && take_note(reader, text)))
        return HXP_OK;
    if (note && hxp_str_starts(text, status))
        return add_detail(reader, HXP_STR("status"),
                          hxp_str_part(text, status.len, text.len), error);
    return add_detail(reader, reader->detail, text, error);
}

/* --- Handlers ------------------------------------------------------------- */

static hxp_status begin_entry(tbx_reader *reader, const char **attributes,
                              hxp_error *error)
{
    hxp_arena_reset(&reader->arena);
    reader->count = reader->bytes = reader->detail_count = 0;
    reader->language = HXP_STR("");
    reader->part = NO_PART;
    reader->untranslated = reader->ignored = false;
    go_to(reader, IN_ENTRY);
    if (!hxp_arena_copy(&reader->id, &reader->arena,
                        hxp_xml_attribute(attributes, "id")))
        return hxp_no_memory(error);
    return HXP_OK;
}

static hxp_status begin_language(tbx_reader *reader, const char **attributes,
                                 hxp_error *error)
{
    go_to(reader, IN_LANGUAGE);
    if (!hxp_arena_copy(&reader->language, &reader->arena,
                        hxp_str_trim(hxp_xml_attribute(attributes, "lang"))))
        return hxp_no_memory(error);
    return HXP_OK;
}

static void begin_text(tbx_reader *reader, wanted want)
{
    reader->want = want;
    reader->depth = hxp_xml_depth(reader->xml);
    reader->place = hxp_xml_place(reader->xml);
    reader->text.len = 0;
}

/**
 * Count an element that is lost: histories, links, what they lead to behind
 * the entries, and what only a dialect has. What else is not known may be
 * around what is.
 */
static void count_lost(tbx_reader *reader, const char *name)
{
    static const char *const lost[] = { "transacGrp", "ref", "xref",
                                        "refObject" };
    if (reader->lost_depth > 0)
        return;
    bool counts = reader->part != NO_PART && strchr(name, ':');
    for (size_t i = 0; i < sizeof lost / sizeof *lost; i++)
        counts = counts || strcmp(name, lost[i]) == 0;
    if (!counts)
        return;
    if (reader->lost++ == 0)
        reader->lost_place = hxp_xml_place(reader->xml);
    reader->lost_depth = hxp_xml_depth(reader->xml);
}

/** Begin with the element if it is a detail. */
static hxp_status begin_detail(tbx_reader *reader, const char *name,
                               const char **attributes, hxp_error *error)
{
    hxp_str type =
        hxp_tbx_detail_of(name, hxp_xml_attribute(attributes, "type"));
    if (type.len == 0) {
        count_lost(reader, name);
        return HXP_OK;
    }
    if (!hxp_arena_copy(&reader->detail, &reader->arena, type))
        return hxp_no_memory(error);
    begin_text(reader, DETAIL);
    return HXP_OK;
}

static hxp_status check_root(const tbx_reader *reader, const char *name,
                             hxp_error *error)
{
    hxp_str root = hxp_str_of(hxp_xml_local_name(name));
    if (hxp_str_is_nocase(root, "tbx") || hxp_str_is_nocase(root, "martif"))
        return HXP_OK;
    if (hxp_str_is(root, "mtf"))
        return hxp_xml_fail(reader->xml, HXP_EINPUT, error,
                            "MultiTerm's own XML is not read; export the "
                            "termbase as TBX, or as a table with a column "
                            "for each language");
    return hxp_xml_fail(reader->xml, HXP_EINPUT, error,
                        "not a termbase: root element is \"%.*s\"",
                        HXP_FMT(hxp_quote(hxp_str_of(name))));
}

static hxp_status start(void *data, const char *name, const char **attributes,
                        hxp_error *error)
{
    tbx_reader *reader = data;
    element what = element_of(name);
    if (hxp_xml_depth(reader->xml) == 1)
        return check_root(reader, name, error);
    if (reader->want != NOTHING)
        return HXP_OK; /* markup within a term */
    if (what == ENTRY)
        return begin_entry(reader, attributes, error);
    if (reader->part == NO_PART) {
        count_lost(reader, name);
        return HXP_OK;
    }
    if (what == LANGUAGE)
        return begin_language(reader, attributes, error);
    bool inner = reader->part != IN_ENTRY;
    if (begins_flag(reader, name, attributes))
        begin_text(reader, FLAG);
    else if (inner && what == SECTION)
        go_to(reader, IN_SECTION);
    else if (inner && what == TERM_TEXT)
        begin_text(reader, TERM);
    else if (inner && begins_status(reader, name, attributes))
        begin_text(reader, STATUS);
    else
        return begin_detail(reader, name, attributes, error);
    return HXP_OK;
}

static hxp_status text(void *data, hxp_str piece, hxp_error *error)
{
    tbx_reader *reader = data;
    if (reader->want == NOTHING)
        return HXP_OK;
    if (piece.len > reader->limits.segment_bytes - reader->text.len)
        return hxp_xml_fail(reader->xml, HXP_ELIMIT, error,
                            "a term is longer than %zu bytes, the limit",
                            reader->limits.segment_bytes);
    reader->bytes += piece.len;
    if (reader->bytes > reader->limits.unit_bytes)
        return hxp_xml_fail(reader->xml, HXP_ELIMIT, error,
                            "an entry is longer than %zu bytes, the limit",
                            reader->limits.unit_bytes);
    if (!hxp_buffer_add(&reader->text, piece))
        return hxp_no_memory(error);
    return HXP_OK;
}

static hxp_status end_text(tbx_reader *reader, hxp_error *error)
{
    wanted want = reader->want;
    if (hxp_xml_depth(reader->xml) != reader->depth)
        return HXP_OK;
    hxp_str read = hxp_blanks_collapse(&reader->text);
    reader->want = NOTHING;
    switch (want) {
    case TERM:
        return end_term(reader, read, error);
    case FLAG:
        return end_flag(reader, read, error);
    case STATUS:
        return end_status(reader, read, error);
    case DETAIL:
        return end_detail(reader, read, error);
    case NOTHING:
    default:
        return HXP_OK;
    }
}

static hxp_status end_entry(tbx_reader *reader, hxp_error *error)
{
    const hxp_concept concept = { .id = reader->id,
                                  .terms = reader->terms,
                                  .term_count = reader->count,
                                  .untranslated = reader->untranslated,
                                  .ignored = reader->ignored,
                                  .details = { reader->details,
                                               reader->detail_count } };
    reader->part = NO_PART;
    return hxp_termbase_add(reader->termbase, &concept, error);
}

static hxp_status end(void *data, const char *name, hxp_error *error)
{
    tbx_reader *reader = data;
    element what = element_of(name);
    if (reader->want != NOTHING)
        return end_text(reader, error);
    if (hxp_xml_depth(reader->xml) == reader->lost_depth)
        reader->lost_depth = 0;
    if (reader->part == NO_PART)
        return HXP_OK;
    hxp_status status = HXP_OK;
    if (reader->part == IN_SECTION && what != OTHER)
        status = end_section(reader, error);
    if (what == SECTION && reader->part == IN_SECTION)
        go_to(reader, IN_LANGUAGE);
    if (what == LANGUAGE)
        go_to(reader, IN_ENTRY);
    if (status == HXP_OK && what == ENTRY)
        status = end_entry(reader, error);
    return status;
}

hxp_status hxp_tbx_read(hxp_termbase *termbase, hxp_input *input,
                        const hxp_read_options *options, hxp_error *error)
{
    static const hxp_xml_handlers handlers = { start, end, text, NULL };
    tbx_reader reader = { .termbase = termbase };
    reader.faults.file = hxp_str_of(hxp_input_name(input));
    reader.limits = options->limits;
    reader.faults.sink = options->findings;
    if (reader.limits.segment_bytes == 0)
        reader.limits.segment_bytes = HXP_TERM_BYTES;
    if (reader.limits.unit_bytes == 0)
        reader.limits.unit_bytes = HXP_ENTRY_BYTES;
    hxp_status status = hxp_xml_new(&reader.xml, input, options, error);
    if (status == HXP_OK)
        status = hxp_xml_parse(reader.xml, &handlers, &reader, error);
    if (status == HXP_OK && reader.lost > 0)
        status = hxp_tell(
            &reader.faults, HXP_FAULT_LOSS_DETAILS, reader.lost_place, error,
            reader.lost == 1 ? "this detail of terms is not kept"
                             : "%zu details of terms are not kept; this is "
                               "the first",
            reader.lost);
    hxp_xml_free(reader.xml);
    hxp_arena_free(&reader.arena);
    hxp_buffer_free(&reader.text);
    free(reader.terms);
    free(reader.details);
    return status;
}

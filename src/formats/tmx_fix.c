/* tmx_fix.c - a broken TMX made a sound one: mended, read, fixed, written. */
#include "formats/tmx_fix.h"

#include "base/error.h"
#include "base/str.h"
#include "formats/tmx_mender.h"
#include "formats/unit_format.h"
#include "formats/xml_encoding.h"
#include "text/transcode.h"

#include <hexapla/formats.h>

#include <stdio.h>
#include <stdlib.h>

/* --- Units ---------------------------------------------------------------- */

/** Hands on units whose variants have languages and codes that pair. */
typedef struct unit_fixer {
    hxp_unit_sink sink;
    hxp_unit_sink *next;
    hxp_arena arena;
    hxp_finding_sink *repairs;
    bool begun;
} unit_fixer;

/** Tell that unit is left out: TMX has no units without variants. */
static hxp_status leave_out(const unit_fixer *fixer, const hxp_unit *unit,
                            hxp_error *error)
{
    hxp_faults faults = { .sink = fixer->repairs,
                          .file = unit->file,
                          .unit = unit->number,
                          .tuid = unit->id };
    return hxp_tell(&faults, HXP_FAULT_FIX_STRUCTURE, unit->place, error,
                    "the unit has no variants: left out");
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    unit_fixer *fixer = (unit_fixer *)sink;
    fixer->begun = true;
    return fixer->next->begin(fixer->next, header, error);
}

static hxp_status fix_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    unit_fixer *fixer = (unit_fixer *)sink;
    hxp_unit fixed = *unit;
    if (unit->variant_count == 0)
        return leave_out(fixer, unit, error);
    hxp_arena_reset(&fixer->arena);
    hxp_variant *variants =
        hxp_arena_alloc(&fixer->arena, unit->variant_count, sizeof *variants);
    if (!variants)
        return hxp_no_memory(error);
    for (size_t i = 0; i < unit->variant_count; i++) {
        variants[i] = unit->variants[i];
        if (variants[i].language.len == 0)
            variants[i].language = HXP_STR("und");
        if (!hxp_tmx_fix_content(&variants[i].content,
                                 &unit->variants[i].content, &fixer->arena))
            return hxp_no_memory(error);
    }
    fixed.variants = variants;
    return fixer->next->unit(fixer->next, &fixed, error);
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    hxp_unit_sink *next = ((unit_fixer *)sink)->next;
    return next->end(next, error);
}

static void close_nothing(hxp_unit_sink *sink)
{
    (void)sink;
}

/* --- Findings ------------------------------------------------------------- */

/** Tells the reader's faults as repairs where they are repaired. */
typedef struct teller {
    hxp_finding_sink sink;
    hxp_finding_sink *next;
    const hxp_tmx_mender *mender;
    const hxp_fix_options *options;
} teller;

/** What becomes of a fault of the reader; NULL: nothing. */
static const char *remedy(const char *rule, bool strict)
{
    static const struct {
        hxp_fault fault;
        const char *text;
    } remedies[] = {
        { HXP_FAULT_TMX_HEADER, "one is put in" },
        { HXP_FAULT_TMX_ELEMENT, "written as TMX allows" },
        { HXP_FAULT_TMX_ORDER, "moved there" },
        { HXP_FAULT_TMX_TEXT, "left out" },
        { HXP_FAULT_TMX_REQUIRED, "put right" },
        { HXP_FAULT_TMX_NO_LANGUAGE, "\"und\" put in" },
        { HXP_FAULT_TMX_LANG, "written as xml:lang" },
        { HXP_FAULT_TMX_SEGMENT, "written as one tuv for one seg" },
        { HXP_FAULT_TMX_INLINE, "written as native code" },
        { HXP_FAULT_TMX_PAIR, "paired anew, or written as it" },
        { HXP_FAULT_TMX_ATTRIBUTE, "left out" },
    };
    size_t count;
    const hxp_rule *rules = hxp_format_rules(&count);
    for (size_t i = 0; i < sizeof remedies / sizeof remedies[0]; i++)
        if (rules[remedies[i].fault].id == rule)
            return remedies[i].fault == HXP_FAULT_TMX_ATTRIBUTE && !strict
                       ? NULL
                       : remedies[i].text;
    return NULL;
}

static hxp_status tell_fault(hxp_finding_sink *sink, const hxp_finding *finding,
                             hxp_error *error)
{
    teller *self = (teller *)sink;
    char message[512];
    size_t count;
    const hxp_rule *rules = hxp_format_rules(&count);
    hxp_finding told = *finding;
    const char *what = remedy(finding->rule, self->options->strict);
    told.rule = rules[HXP_FAULT_FIX_STRUCTURE].id;
    if (finding->rule == rules[HXP_FAULT_BROKEN].id && self->mender->cut) {
        told.rule = rules[HXP_FAULT_FIX_CUT].id;
        what = "what is complete is kept";
    }
    if (!what)
        return finding->level < HXP_ERROR
                   ? HXP_OK
                   : self->next->finding(self->next, finding, error);
    snprintf(message, sizeof message, "%.*s: %s", HXP_FMT(finding->message),
             what);
    told.level = HXP_NOTE;
    told.message = hxp_str_of(message);
    return self->next->finding(self->next, &told, error);
}

static hxp_status end_teller(hxp_finding_sink *sink, hxp_error *error)
{
    (void)sink;
    (void)error;
    return HXP_OK;
}

static void close_teller(hxp_finding_sink *sink)
{
    (void)sink;
}

/* --- The encoding --------------------------------------------------------- */

static bool is_utf16(const char *name)
{
    return hxp_str_is_nocase(
        hxp_str_part(hxp_str_of(name), 0, strlen(name) < 6 ? strlen(name) : 6),
        "UTF-16");
}

/** The encoding to read in; tells when the file declares another one. */
static hxp_status find_encoding(char encoding[HXP_XML_ENCODING],
                                hxp_input *input,
                                const hxp_fix_options *options,
                                hxp_error *error)
{
    hxp_xml_encoding found;
    hxp_faults faults = { .sink = options->repairs,
                          .file = hxp_str_of(hxp_input_name(input)) };
    hxp_status status = hxp_xml_encoding_find(&found, input, error);
    if (status != HXP_OK)
        return status;
    const char *declared = found.declared[0] ? found.declared : NULL;
    const char *known = declared ? hxp_xml_expat_name(declared) : NULL;
    const char *real = found.wide ? found.wide : declared;
    if (!found.wide && known &&
        (is_utf16(known) || strcmp(known, "US-ASCII") == 0))
        real = "UTF-8";
    if (options->encoding)
        real = options->encoding;
    snprintf(encoding, HXP_XML_ENCODING, "%s", real ? real : "UTF-8");
    bool wrong = declared && !options->encoding &&
                 is_utf16(declared) != is_utf16(encoding);
    if (!wrong)
        return HXP_OK;
    return hxp_tell(&faults, HXP_FAULT_FIX_ENCODING, (hxp_place){ 1, 1, 1 },
                    error, "declared as %s, but it is %s: read as that",
                    declared, encoding);
}

/** Make the input that gives UTF-8; NULL where input does so itself. */
static hxp_status decode(hxp_input **out, hxp_input *input,
                         const hxp_fix_options *options, hxp_error *error)
{
    char encoding[HXP_XML_ENCODING];
    *out = NULL;
    hxp_status status = find_encoding(encoding, input, options, error);
    const char *known = hxp_xml_expat_name(encoding);
    if (status != HXP_OK || (known && strcmp(known, "UTF-8") == 0))
        return status;
    return hxp_input_transcode(out, input, encoding, HXP_INVALID_SHOWS, error);
}

/* --- All together --------------------------------------------------------- */

/** Read the mended input into the writer. */
static hxp_status copy(hxp_input *mended, teller *faults, hxp_unit_sink *writer,
                       hxp_error *error)
{
    unit_fixer fixer = { { begin, fix_unit, end, close_nothing },
                         writer,
                         { NULL },
                         faults->options->repairs,
                         false };
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    reading.limits = faults->options->limits;
    reading.findings = &faults->sink;
    hxp_error why;
    hxp_status status = hxp_tmx_read(mended, &reading, &fixer.sink, &why);
    if (status == HXP_EINPUT && faults->mender->cut && fixer.begun)
        status = writer->end(writer, &why); /* the complete units are there */
    if (status == HXP_EINPUT && !faults->mender->begun)
        hxp_fail_at(&why, status, hxp_input_name(mended),
                    (hxp_place){ 1, 1, 1 },
                    "not a TMX file: it has no elements");
    if (status != HXP_OK && error)
        *error = why;
    hxp_arena_free(&fixer.arena);
    return status;
}

hxp_status hxp_tmx_fix(hxp_input *input, hxp_output *output,
                       const hxp_fix_options *options, hxp_error *error)
{
    teller faults = { { tell_fault, end_teller, close_teller },
                      options->repairs,
                      NULL,
                      options };
    hxp_write_options writing = HXP_WRITE_OPTIONS_INIT;
    hxp_input *decoded, *mended = NULL;
    hxp_tmx_mender *mender;
    hxp_unit_sink *writer = NULL;
    hxp_status status = decode(&decoded, input, options, error);
    writing.format = "tmx";
    writing.strict = options->strict;
    if (status == HXP_OK)
        status = hxp_tmx_mend(&mended, &mender, decoded ? decoded : input,
                              options->repairs, error);
    if (status == HXP_OK) {
        faults.mender = mender;
        status = hxp_tmx_writer_new(&writer, output, &writing, error);
    }
    if (status == HXP_OK)
        status = copy(mended, &faults, writer, error);
    if (writer)
        writer->close(writer);
    hxp_input_close(mended);
    hxp_input_close(decoded);
    return status;
}

/* tmx_fix.c - a broken TMX made a sound one: mended, read, fixed, written. */
#include "formats/tmx/tmx_fix.h"

#include "base/error.h"
#include "base/nameless.h"
#include "base/str.h"
#include "formats/tmx/tmx_mender.h"
#include "formats/units/unit_format.h"
#include "formats/xml/xml_encoding.h"
#include "model/sink.h"
#include "text/decode.h"
#include "text/transcode.h"
#include "text/utf8_watch.h"

#include <hexapla/formats.h>

#include <stdio.h>
#include <stdlib.h>

/* --- Units ---------------------------------------------------------------- */

/** Hands on units whose variants have languages and codes that pair. */
typedef struct unit_fixer {
    hxp_unit_sink sink;
    hxp_unit_sink *next;
    hxp_arena arena;
    bool begun;
} unit_fixer;

/** Leave out what describes an encoding but maps no character. */
static bool fix_remarks(hxp_remarks *remarks, hxp_arena *arena)
{
    hxp_remark *kept =
        hxp_arena_alloc(arena, remarks->count, sizeof *remarks->items);
    size_t count = 0;
    if (!kept)
        return false;
    for (size_t i = 0; i < remarks->count; i++)
        if (remarks->items[i].kind != HXP_ENCODING ||
            remarks->items[i].map_count > 0)
            kept[count++] = remarks->items[i];
    *remarks = (hxp_remarks){ kept, count };
    return true;
}

/** Leave out the name space that elements without a prefix are in. */
static bool fix_root(hxp_attributes *attributes, hxp_arena *arena)
{
    hxp_attribute *kept =
        hxp_arena_alloc(arena, attributes->count, sizeof *kept);
    size_t count = 0;
    if (!kept)
        return false;
    for (size_t i = 0; i < attributes->count; i++)
        if (!hxp_str_is(attributes->items[i].name, "xmlns"))
            kept[count++] = attributes->items[i];
    *attributes = (hxp_attributes){ kept, count };
    return true;
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    unit_fixer *fixer = (unit_fixer *)sink;
    hxp_unit_header fixed = *header;
    fixer->begun = true;
    if (!fix_remarks(&fixed.remarks, &fixer->arena) ||
        !fix_root(&fixed.file_attributes, &fixer->arena))
        return hxp_no_memory(error);
    return fixer->next->begin(fixer->next, &fixed, error);
}

static hxp_status fix_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    unit_fixer *fixer = (unit_fixer *)sink;
    hxp_unit fixed = *unit;
    if (unit->variant_count == 0)
        return HXP_OK; /* TMX has no such units */
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
        { HXP_FAULT_TMX_NO_MAP, "left out" },
        { HXP_FAULT_TMX_NO_VARIANTS, "left out" },
        { HXP_FAULT_TMX_NAMESPACE, "left out" },
        { HXP_FAULT_TMX_NO_LANGUAGE, "\"und\" put in" },
        { HXP_FAULT_TMX_LANG, "written as xml:lang" },
        { HXP_FAULT_TMX_SEGMENT, "each tuv written with one seg" },
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
    bool said = hxp_str_ends(finding->message, HXP_STR("left out"));
    snprintf(message, sizeof message, "%.*s%s%s", HXP_FMT(finding->message),
             said ? "" : ": ", said ? "" : what);
    told.level = HXP_NOTE;
    told.message = hxp_str_of(message);
    return self->next->finding(self->next, &told, error);
}

/* --- The encoding --------------------------------------------------------- */

/** The encodings of a file that is fixed. */
typedef struct encodings {
    hxp_xml_encoding found;
    bool unknown;         /* nobody knows the one that is declared */
    hxp_utf8_watch watch; /* of a file that may be UTF-8 all the same */
    const char *real;     /* what it is read in */
} encodings;

/** The name by which encodings are compared: expat's if it has one. */
static const char *common_name(const char *encoding)
{
    const char *known = hxp_xml_expat_name(encoding);
    return known ? known : encoding;
}

/** True when name is form or ends with the order of its bytes: UTF-16LE. */
static bool is_utf(const char *name, const char *form)
{
    hxp_str start = hxp_str_part(hxp_str_of(common_name(name)), 0, 6);
    return hxp_str_is_nocase(start, form);
}

static bool are_both(const char *declared, const char *real, const char *form)
{
    return is_utf(declared, form) && is_utf(real, form);
}

/** Find what the file is in, by what it says and by what all of it shows. */
static const char *find_real(const encodings *how)
{
    const char *declared = how->found.declared;
    bool single = hxp_xml_may_be_utf8(&how->found);
    if (how->found.wide)
        return how->found.wide;
    if (!declared[0] || hxp_utf8_watch_holds(&how->watch) ||
        is_utf(declared, "UTF-16") || (how->unknown && !how->watch.broken) ||
        (single && strcmp(common_name(declared), "US-ASCII") == 0))
        return "UTF-8"; /* whose faults are mended one by one */
    return declared;
}

/** Tell when the file declares another encoding than it is in. */
static hxp_status tell_encoding(const encodings *how, hxp_input *input,
                                const hxp_fix_options *options,
                                hxp_error *error)
{
    hxp_faults faults = { .sink = options->repairs,
                          .file = hxp_str_of(hxp_input_name(input)) };
    const char *declared = how->found.declared;
    bool watched = hxp_utf8_watch_holds(&how->watch);
    bool right = !declared[0] ||
                 hxp_str_is_nocase(hxp_str_of(common_name(declared)),
                                   common_name(how->real)) ||
                 are_both(declared, how->real, "UTF-16") ||
                 are_both(declared, how->real, "UTF-32") ||
                 (!watched && strcmp(common_name(declared), "US-ASCII") == 0);
    if (right && how->found.wide && how->found.mark == 0)
        return hxp_tell(&faults, HXP_FAULT_FIX_ENCODING, (hxp_place){ 1, 1, 1 },
                        error,
                        "UTF-16 without a byte order mark: written as UTF-8");
    if (right)
        return HXP_OK;
    return hxp_tell(&faults, HXP_FAULT_FIX_ENCODING,
                    watched ? how->watch.place : (hxp_place){ 1, 1, 1 }, error,
                    "declared as %s, but it is %s: read as that", declared,
                    how->real);
}

/** Have all of input seen, so that *kept gives it again; NULL: not needed. */
static hxp_status look_through(hxp_input **kept, encodings *how,
                               hxp_input *input, hxp_error *error)
{
    hxp_input *watched;
    hxp_decoder *decoder = NULL;
    const char *declared = how->found.declared;
    *kept = NULL;
    if (how->found.wide || !declared[0])
        return HXP_OK;
    hxp_status status = hxp_decoder_new(&decoder, declared, NULL);
    hxp_decoder_free(decoder);
    how->unknown = status == HXP_EINPUT;
    if (status == HXP_ENOMEM)
        return hxp_no_memory(error);
    if (!how->unknown && !hxp_xml_may_be_utf8(&how->found))
        return HXP_OK;
    status = hxp_input_watch(&watched, input, &how->watch, error);
    if (status == HXP_OK)
        status = hxp_input_keep(kept, watched, error);
    hxp_input_close(watched);
    return status;
}

/**
 * Find out the encoding and make the inputs that are needed to read UTF-8:
 * *kept gives what input gave, *decoded gives it as UTF-8; NULL: not needed.
 */
static hxp_status decode(hxp_input **kept, hxp_input **decoded,
                         hxp_input *input, const hxp_fix_options *options,
                         hxp_error *error)
{
    encodings how = { .watch = { .place = { 1, 1, 1 } } };
    *kept = *decoded = NULL;
    hxp_status status = hxp_xml_encoding_find(&how.found, input, error);
    how.real = options->encoding;
    if (status == HXP_OK && !how.real) {
        status = look_through(kept, &how, input, error);
        how.real = find_real(&how);
        if (status == HXP_OK)
            status = tell_encoding(&how, input, options, error);
    }
    if (status != HXP_OK || strcmp(common_name(how.real), "UTF-8") == 0)
        return status;
    return hxp_input_transcode(decoded, *kept ? *kept : input, how.real,
                               HXP_INVALID_SHOWS, error);
}

/* --- All together --------------------------------------------------------- */

/** Read the mended input into the writer. */
static hxp_status copy(hxp_input *mended, teller *faults, hxp_unit_sink *writer,
                       hxp_error *error)
{
    unit_fixer fixer = {
        { begin, fix_unit, end, hxp_ignore_close }, writer, { NULL }, false
    };
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    reading.limits = faults->options->limits;
    reading.findings = &faults->sink;
    hxp_error why;
    hxp_status status = hxp_tmx_read(mended, &reading, &fixer.sink, &why);
    if (status == HXP_EINPUT && faults->mender->cut && fixer.begun)
        status = writer->end(writer, &why); /* the complete units are there */
    if (status == HXP_EINPUT && !faults->mender->begun &&
        faults->mender->status == HXP_OK)
        hxp_fail_at(
            &why, status, hxp_input_name(mended), (hxp_place){ 1, 1, 1 },
            faults->mender->place.line == 1 && faults->mender->place.column == 1
                ? "the file is empty"
                : "not a TMX file: it has no elements");
    if (status != HXP_OK && error)
        *error = why;
    hxp_arena_free(&fixer.arena);
    return status;
}

hxp_status hxp_tmx_fix(hxp_input *input, hxp_output *output,
                       const hxp_fix_options *options, hxp_error *error)
{
    teller faults = { { tell_fault, hxp_ignore_findings_end,
                        hxp_ignore_findings_close },
                      options->repairs,
                      NULL,
                      options };
    hxp_write_options writing = HXP_WRITE_OPTIONS_INIT;
    hxp_input *kept, *decoded, *mended = NULL;
    hxp_tmx_mender *mender;
    hxp_unit_sink *writer = NULL;
    hxp_status status = decode(&kept, &decoded, input, options, error);
    writing.format = "tmx";
    writing.strict = options->strict;
    if (status == HXP_OK)
        status = hxp_tmx_mend(&mended, &mender,
                              decoded ? decoded
                              : kept  ? kept
                                      : input,
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
    hxp_input_close(kept);
    return status;
}

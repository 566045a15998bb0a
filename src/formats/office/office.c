/* office.c - opens office documents, and walks the XML of their parts. */
#include "formats/office/office.h"

#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/foreign.h"

#include <stdio.h>
#include <string.h>

enum { DEPTH = 1024 }; /* of elements: tables and frames stand in others */

bool hxp_office_begins(hxp_str head, hxp_str name)
{
    enum { NAME_AT = 30 }; /* in the header of a ZIP file's entry */
    return hxp_is_zip(head) && head.len > NAME_AT &&
           hxp_str_starts(hxp_str_part(head, NAME_AT, head.len), name);
}

bool hxp_office_holds(hxp_str head, const char *folder)
{
    hxp_str sought = hxp_str_of(folder);
    if (!hxp_is_zip(head))
        return false;
    for (size_t at = 0; at + sought.len <= head.len; at++)
        if (hxp_str_starts(hxp_str_part(head, at, head.len), sought))
            return true;
    return false;
}

hxp_str hxp_office_attribute(const char **attributes, const char *name)
{
    for (size_t i = 0; attributes[i]; i += 2)
        if (strcmp(attributes[i], name) == 0)
            return hxp_str_of(attributes[i + 1]);
    return HXP_STR("");
}

size_t hxp_office_number(hxp_str value)
{
    enum { MOST = 1 << 24 };
    size_t number = 0;
    for (size_t i = 0; i < value.len && number < MOST; i++)
        if (hxp_ascii_digit(value.ptr[i]))
            number = 10 * number + (size_t)(value.ptr[i] - '0');
    return number;
}

/** Add a step of a path to the path made so far, and give its new length. */
static size_t add_step(char *path, size_t len, hxp_str step)
{
    if (step.len == 0 || hxp_str_is(step, "."))
        return len;
    if (!hxp_str_is(step, "..")) {
        if (len > 0)
            path[len++] = '/';
        memcpy(path + len, step.ptr, step.len);
        return len + step.len;
    }
    while (len > 0 && path[len - 1] != '/')
        len--;
    return len > 0 ? len - 1 : 0;
}

char *hxp_office_path(hxp_arena *arena, hxp_str folder, hxp_str target)
{
    size_t len = 0;
    hxp_str step;
    char *path = hxp_arena_bytes(arena, folder.len + target.len + 2);
    if (!path)
        return NULL;
    if (!hxp_str_starts(target, HXP_STR("/")))
        while (hxp_str_cut(&folder, '/', &step))
            len = add_step(path, len, step);
    while (hxp_str_cut(&target, '/', &step))
        len = add_step(path, len, step);
    path[len] = '\0';
    return path;
}

/** True for a path that leads out of the folder it begins in. */
static bool climbs(hxp_str path)
{
    hxp_str step;
    size_t depth = 0;
    if (hxp_str_starts(path, HXP_STR("/")))
        return true;
    while (hxp_str_cut(&path, '/', &step)) {
        if (hxp_str_is(step, ".."))
            if (depth-- == 0)
                return true;
        depth +=
            step.len > 0 && !hxp_str_is(step, ".") && !hxp_str_is(step, "..");
    }
    return false;
}

/** Tell of a part whose name could do harm where it is unpacked. */
static hxp_status tell_climbing(const hxp_archive *archive,
                                const hxp_input *input,
                                hxp_finding_sink *findings, hxp_error *error)
{
    char message[200];
    const char *name = NULL;
    for (size_t i = 0; i < hxp_archive_count(archive) && !name; i++)
        if (climbs(hxp_str_of(hxp_archive_name(archive, i))))
            name = hxp_archive_name(archive, i);
    if (!name || !findings)
        return HXP_OK;
    snprintf(message, sizeof message,
             "the path of a part leads out of the document, and the part is "
             "not read: %.100s",
             name);
    const hxp_finding finding = { .rule = "document.path",
                                  .level = HXP_WARNING,
                                  .file = hxp_str_of(hxp_input_name(input)),
                                  .message = hxp_str_of(message) };
    return findings->finding(findings, &finding, error);
}

hxp_status hxp_office_open(hxp_archive **out, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error)
{
    static const hxp_place none = { 0, 0, 0 };
    hxp_str head;
    *out = NULL;
    hxp_status status = hxp_input_peek(input, HXP_INPUT_PEEK, &head, error);
    if (status != HXP_OK)
        return status;
    const char *kind = hxp_foreign_kind(head);
    if (!kind && !hxp_str_starts(head, HXP_STR("PK")))
        kind = "no office document: it is not a ZIP archive";
    if (kind)
        return hxp_fail_at(error, HXP_EINPUT, hxp_input_name(input), none, "%s",
                           kind);
    status = hxp_archive_open(out, input, error);
    return status == HXP_OK
               ? tell_climbing(*out, input, options->findings, error)
               : status;
}

/* --- Walking -------------------------------------------------------------- */

/** A part in work. */
typedef struct walk {
    const hxp_office_part *part;
    size_t depth;          /* of the element in work */
    size_t skipped;        /* depth of the element that is left out, or 0 */
    bool given[DEPTH + 1]; /* by depth of the open elements: there was
                              something in it */
} walk;

static bool is_among(const char *const *names, const char *name)
{
    while (names && *names && strcmp(*names, name) != 0)
        names++;
    return names && *names;
}

/** True for another way to say what was given already. */
static bool is_other_way(const walk *w, const char *name)
{
    return (strcmp(name, "mc:Choice") == 0 ||
            strcmp(name, "mc:Fallback") == 0) &&
           w->given[w->depth - 1];
}

static const hxp_office_element *find(const hxp_office_part *part,
                                      const char *name)
{
    for (const hxp_office_element *e = part->elements; e->name; e++)
        if (strcmp(e->name, name) == 0)
            return e;
    return NULL;
}

static hxp_status start(void *context, const char *name,
                        const char **attributes, hxp_error *error)
{
    walk *w = context;
    const hxp_office_part *part = w->part;
    hxp_status status = HXP_OK;
    w->depth++;
    if (w->skipped > 0)
        return HXP_OK;
    bool skip = is_among(part->skipped, name) || is_other_way(w, name);
    const hxp_office_element *element = find(part, name);
    w->given[w->depth] = !skip && element && !is_among(part->bare, name);
    if (!skip && element && element->start)
        status = element->start(part->reader, attributes, error);
    if (skip || (part->skip && *part->skip))
        w->skipped = w->depth;
    if (part->skip)
        *part->skip = false;
    return status;
}

static hxp_status end(void *context, const char *name, hxp_error *error)
{
    walk *w = context;
    const hxp_office_element *element =
        w->skipped == 0 ? find(w->part, name) : NULL;
    if (w->skipped == 0)
        w->given[w->depth - 1] |= w->given[w->depth];
    if (w->skipped == w->depth)
        w->skipped = 0;
    w->depth--;
    return element && element->end ? element->end(w->part->reader, error)
                                   : HXP_OK;
}

static hxp_status text(void *context, hxp_str text, hxp_error *error)
{
    const walk *w = context;
    return w->skipped == 0 && w->part->text
               ? w->part->text(w->part->reader, text, error)
               : HXP_OK;
}

/** Refuse a part that was read in a wrong encoding, which it declares. */
static hxp_status check_label(const hxp_xml *xml, const hxp_input *input,
                              hxp_error *error)
{
    hxp_xml_label label = hxp_xml_label_of(xml);
    if (!label.declared || !label.believed)
        return HXP_OK;
    return hxp_fail_at(error, HXP_EINPUT, hxp_input_name(input), label.place,
                       "declared as %s, but its bytes are UTF-8",
                       label.declared);
}

hxp_status hxp_office_parse_input(hxp_input *input, const hxp_office_part *part,
                                  hxp_error *error)
{
    static const hxp_xml_handlers handlers = { .start = start,
                                               .end = end,
                                               .text = text };
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    hxp_xml *xml = NULL;
    walk w = { .part = part };
    options.limits.depth = DEPTH;
    hxp_status status = hxp_xml_new(&xml, input, &options, error);
    if (status == HXP_OK)
        status = hxp_xml_parse(xml, &handlers, &w, error);
    if (status == HXP_OK)
        status = check_label(xml, input, error);
    hxp_xml_free(xml);
    return status;
}

/** Do not send the user to --encoding: parts say their encodings themselves. */
static void drop_hint(hxp_error *error)
{
    char *hint = error ? strstr(error->message, "; ") : NULL;
    if (hint && strstr(hint, "--encoding"))
        *hint = '\0';
}

hxp_status hxp_office_parse(hxp_archive *archive, const char *name,
                            const hxp_office_part *part, hxp_error *error)
{
    hxp_input *input;
    size_t at = hxp_archive_find(archive, name);
    if (at == hxp_archive_count(archive))
        return HXP_OK;
    hxp_status status = hxp_archive_entry(&input, archive, at, error);
    if (status == HXP_OK)
        status = hxp_office_parse_input(input, part, error);
    if (status == HXP_EINPUT)
        drop_hint(error);
    hxp_input_close(input);
    return status;
}

/* --- For readers ---------------------------------------------------------- */

hxp_status hxp_office_code(hxp_blocks *blocks, hxp_code_kind kind,
                           const char *name, const char *type, hxp_error *error)
{
    char native[64];
    int len = snprintf(native, sizeof native, "<%s%s%s>",
                       kind == HXP_CODE_END ? "/" : "", name,
                       kind == HXP_CODE_STANDALONE ? "/" : "");
    const hxp_block_code code = { .kind = kind,
                                  .name = hxp_str_of(name),
                                  .type = hxp_str_of(type),
                                  .native = { native, (size_t)len } };
    return hxp_blocks_part(blocks) ? hxp_blocks_code(blocks, &code, error)
                                   : HXP_OK;
}

hxp_status hxp_office_break(hxp_blocks *blocks, const char *name,
                            hxp_error *error)
{
    const hxp_block_part *part = hxp_blocks_part(blocks);
    if (!part)
        return HXP_OK;
    hxp_status status =
        part->text.len == 0
            ? HXP_OK
            : hxp_office_code(blocks, HXP_CODE_STANDALONE, name, "lb", error);
    return status == HXP_OK ? hxp_blocks_line_break(blocks, error) : status;
}

hxp_status hxp_office_value(hxp_blocks *blocks, hxp_str value, hxp_place place,
                            hxp_error *error)
{
    if (hxp_str_trim(value).len == 0)
        return HXP_OK;
    hxp_status status = hxp_blocks_open(
        blocks, (hxp_block){ HXP_BLOCK_VALUE, 0 }, place, error);
    if (status == HXP_OK)
        status = hxp_blocks_text(blocks, value, error);
    return status == HXP_OK ? hxp_blocks_close(blocks, error) : status;
}

hxp_status hxp_office_picture(hxp_blocks *blocks, const char **attributes,
                              hxp_place place, hxp_error *error)
{
    hxp_str title = hxp_office_attribute(attributes, "title");
    hxp_str description = hxp_office_attribute(attributes, "descr");
    hxp_status status = hxp_office_value(blocks, title, place, error);
    return status == HXP_OK && !hxp_str_equal(title, description)
               ? hxp_office_value(blocks, description, place, error)
               : status;
}

hxp_status hxp_office_refuse(const hxp_input *input, const char *kind,
                             hxp_error *error)
{
    return hxp_fail_at(error, HXP_EINPUT, hxp_input_name(input),
                       (hxp_place){ 0, 0, 0 }, "no %s document", kind);
}

/* family.c - findings with the places of what they are about. */
#include "check/family.h"

#include "base/error.h"
#include "base/str.h"
#include "model/remark.h"
#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void hxp_check_rename(hxp_finding *finding, hxp_check_rule rule)
{
    size_t count;
    const hxp_rule *of = &hxp_check_rules(&count)[rule];
    finding->rule = of->id;
    finding->level = of->level;
}

hxp_finding hxp_check_finding(hxp_check_rule rule, const hxp_check_side *side)
{
    hxp_finding finding = { .file = side->unit->file,
                            .unit = side->unit->number,
                            .tuid = side->unit->id,
                            .spot = side->variant->spot,
                            .language = side->variant->language,
                            .context = side->variant->content.text };
    hxp_check_rename(&finding, rule);
    if (side->source) {
        finding.source = side->source->content.text;
        finding.source_language = side->source->language;
    }
    finding.place = hxp_content_place(&side->variant->content, 0);
    if (finding.place.line == 0)
        finding.place = side->variant->place;
    return finding;
}

bool hxp_check_has_code(const hxp_check_side *side, size_t start, size_t end)
{
    const hxp_content *content = &side->variant->content;
    for (size_t i = 0; i < content->code_count; i++)
        if (content->codes[i].offset >= start &&
            content->codes[i].offset <= end)
            return true;
    return false;
}

void hxp_check_point(hxp_finding *finding, const hxp_check_side *side,
                     size_t start, size_t end)
{
    const hxp_content *content = &side->variant->content;
    hxp_place place = hxp_content_place(content, start);
    finding->context_start = start;
    finding->context_end = end;
    if (place.line == 0)
        return;
    finding->place = finding->end = place;
    if (start == end)
        return;
    /* Behind the last character, not before what follows, which may stand
     * behind an inline code. */
    size_t last = end;
    hxp_utf8_previous(content->text, &last);
    finding->end = hxp_content_place(content, last);
    hxp_place_advance(&finding->end, hxp_str_part(content->text, last, end));
}

/** Append as vprintf does; most fits into the room that is there. */
HXP_PRINTF(2, 0)
static bool say(hxp_buffer *message, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    size_t room = message->capacity - message->len;
    char *at = room > 0 ? message->ptr + message->len : NULL;
    int len = vsnprintf(at, room, format, args);
    bool good = len >= 0;
    if (good && (size_t)len >= room) {
        room = (size_t)len + 1;
        good = hxp_buffer_reserve(message, room);
        if (good)
            vsnprintf(message->ptr + message->len, room, format, again);
    }
    if (good)
        message->len += (size_t)len;
    va_end(again);
    return good;
}

bool hxp_check_say(hxp_buffer *message, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    bool fits = say(message, format, args);
    va_end(args);
    return fits;
}

hxp_status hxp_check_tell(hxp_finding_sink *findings, hxp_finding *finding,
                          hxp_error *error, const char *format, ...)
{
    hxp_buffer message = { NULL, 0, 0 };
    va_list args;
    va_start(args, format);
    bool fits = say(&message, format, args);
    va_end(args);
    finding->message = hxp_buffer_str(&message);
    hxp_status status = fits ? findings->finding(findings, finding, error)
                             : hxp_no_memory(error);
    hxp_buffer_free(&message);
    return status;
}

hxp_status hxp_check_new_state(void **state, size_t size,
                               const hxp_check_setup *setup, hxp_error *error)
{
    hxp_finding_sink **findings = calloc(1, size);
    *state = findings;
    if (!findings)
        return hxp_no_memory(error);
    *findings = setup->findings;
    return HXP_OK;
}

hxp_status hxp_check_open_plain(void **state, const hxp_check_setup *setup,
                                hxp_error *error)
{
    (void)error;
    *state = setup->findings;
    return HXP_OK;
}

void hxp_check_close_plain(void *state)
{
    (void)state;
}

/* --- What the file itself leaves alone ------------------------------------ */

/** True when list, names parted by blanks or commas, has rule or is empty. */
static bool names_rule(hxp_str list, const char *rule)
{
    char name[64];
    const hxp_rule of = { .id = rule };
    bool empty = true;
    for (size_t at = 0, len = 0; at <= list.len; at++) {
        bool part = at < list.len && !strchr(" ,;\t\r\n", list.ptr[at]);
        if (part && len + 1 < sizeof name)
            name[len++] = list.ptr[at];
        if (part || len == 0)
            continue;
        name[len] = '\0';
        len = 0;
        empty = false;
        if (strcmp(name, "all") == 0 || hxp_check_rule_named(&of, name))
            return true;
    }
    return empty;
}

static const hxp_str ignore_key = { "x-hexapla-ignore", 16 };

/** True when a line of a note begins with the key, and names rule or none. */
static bool note_ignores(hxp_str note, const char *rule)
{
    hxp_str line;
    while (hxp_str_cut(&note, '\n', &line)) {
        line = hxp_str_trim(line);
        if (!hxp_str_starts(line, ignore_key))
            continue;
        line = hxp_str_part(line, ignore_key.len, line.len);
        if (hxp_str_starts(line, HXP_STR(":")))
            line = hxp_str_part(line, 1, line.len);
        if (names_rule(line, rule))
            return true;
    }
    return false;
}

static bool remarks_ignore(const hxp_remarks *remarks, const char *rule)
{
    for (size_t i = 0; i < remarks->count; i++) {
        const hxp_remark *remark = &remarks->items[i];
        bool own = remark->kind == HXP_PROPERTY &&
                   hxp_str_equal(remark->type, ignore_key);
        if (own ? names_rule(remark->text, rule)
                : remark->kind == HXP_NOTE_REMARK &&
                      note_ignores(remark->text, rule))
            return true;
    }
    return false;
}

bool hxp_check_ignores(const hxp_unit *unit, hxp_str language, const char *rule)
{
    if (unit->remarks.count > 0 && remarks_ignore(&unit->remarks, rule))
        return true;
    for (size_t i = 0; i < unit->variant_count; i++) {
        const hxp_variant *variant = &unit->variants[i];
        if (variant->remarks.count > 0 &&
            hxp_str_equal(variant->language, language) &&
            remarks_ignore(&variant->remarks, rule))
            return true;
    }
    return false;
}

hxp_str hxp_check_property(const hxp_unit *unit, const char *type)
{
    const hxp_str *text = hxp_remarks_property(&unit->remarks, type);
    return text ? *text : HXP_STR("");
}

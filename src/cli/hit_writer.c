/* hit_writer.c - keywords in context as text, TSV and JSON. */
#include "cli/hit_writer.h"

#include "base/json.h"
#include "base/str.h"
#include "cli/escape.h"
#include "text/utf8.h"

/** A hit's text in three parts. */
typedef struct parts {
    hxp_str before, hit, after;
} parts;

static parts parts_of(const hxp_occurrence *hit)
{
    hxp_str text = hit->text->content.text;
    return (parts){ hxp_str_part(text, 0, hit->start),
                    hxp_str_part(text, hit->start, hit->end),
                    hxp_str_part(text, hit->end, text.len) };
}

/* --- For people ----------------------------------------------------------- */

/** Write blanks. */
static void indent(const hxp_screen *screen, size_t columns)
{
    hxp_output_printf(screen->output, "%*s", (int)columns, "");
}

/** The end of text that takes width columns at most. */
static hxp_str last_columns(hxp_str text, size_t width)
{
    size_t start = text.len, at = text.len;
    while (at > 0) {
        (void)hxp_utf8_previous(text, &at);
        if (hxp_columns(hxp_str_part(text, at, text.len)) > width)
            break;
        start = at;
    }
    return hxp_str_part(text, start, text.len);
}

/** The beginning of text that takes width columns at most. */
static hxp_str first_columns(hxp_str text, size_t width)
{
    size_t end = 0, at = 0;
    while (at < text.len) {
        (void)hxp_utf8_next(text, &at);
        if (hxp_columns(hxp_str_part(text, 0, at)) > width)
            break;
        end = at;
    }
    return hxp_str_part(text, 0, end);
}

/** Write text on one line, line breaks as blanks. */
static void put_on_line(const hxp_screen *screen, hxp_str text)
{
    hxp_str line;
    for (bool first = true; hxp_line_cut(&text, &line); first = false) {
        if (!first)
            hxp_output_write(screen->output, HXP_STR(" "));
        hxp_screen_put(screen, line);
    }
}

static void put_text(const hxp_screen *screen, const hxp_occurrence *hit)
{
    enum { INDENT = 4 };
    size_t left = screen->width * 2 / 5;
    parts all = parts_of(hit);
    hxp_str before = last_columns(all.before, left);
    size_t used = left + hxp_columns(all.hit);
    indent(screen, left - hxp_columns(before));
    put_on_line(screen, before);
    hxp_screen_style(screen, "1;31");
    put_on_line(screen, all.hit);
    hxp_screen_style(screen, "0");
    put_on_line(screen,
                first_columns(all.after,
                              screen->width > used ? screen->width - used : 0));
    hxp_output_write(screen->output, HXP_STR("\n"));
    indent(screen, INDENT);
    hxp_screen_wrap(screen, hit->translation->content.text, INDENT);
}

/* --- For programs --------------------------------------------------------- */

static void put_tsv(hxp_output *output, const hxp_occurrence *hit)
{
    parts all = parts_of(hit);
    hxp_str cells[] = { all.before,  all.hit,
                        all.after,   hit->translation->content.text,
                        hit->memory, hit->unit->id };
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        if (i > 0)
            hxp_output_write(output, HXP_STR("\t"));
        hxp_put_escaped(output, cells[i]);
    }
    hxp_output_write(output, HXP_STR("\n"));
}

static void put_json(hxp_json *json, const hxp_occurrence *hit)
{
    parts all = parts_of(hit);
    hxp_json_open(json, '{');
    hxp_json_member(json, "language", hit->text->language);
    hxp_json_member(json, "before", all.before);
    hxp_json_member(json, "hit", all.hit);
    hxp_json_member(json, "after", all.after);
    hxp_json_member(json, "translation_language", hit->translation->language);
    hxp_json_member(json, "translation", hit->translation->content.text);
    hxp_json_member(json, "memory", hit->memory);
    if (hit->unit->id.len > 0)
        hxp_json_member(json, "tuid", hit->unit->id);
    hxp_json_close(json, '}');
}

void hxp_hits_write(const hxp_screen *screen, hxp_hit_format format,
                    const hxp_occurrence *hits, size_t count)
{
    hxp_json json = { .output = screen->output, .indent = true };
    if (format == HXP_HIT_JSON)
        hxp_json_open(&json, '[');
    for (size_t i = 0; i < count; i++) {
        if (format == HXP_HIT_TEXT)
            put_text(screen, &hits[i]);
        else if (format == HXP_HIT_TSV)
            put_tsv(screen->output, &hits[i]);
        else
            put_json(&json, &hits[i]);
    }
    if (format != HXP_HIT_JSON)
        return;
    hxp_json_close(&json, ']');
    hxp_output_write(screen->output, HXP_STR("\n"));
}

/* match_writer.c - matches as text, TSV and JSON. */
#include "cli/match_writer.h"

#include "base/str.h"
#include "cli/escape.h"

/* --- For people ----------------------------------------------------------- */

/** Words of a text that are compared for the eye, at most. */
enum { MARKED_WORDS = 120 };

/** Cut the next word, with the blanks before it, off *rest. */
static bool cut_word(hxp_str *rest, hxp_str *blanks, hxp_str *word)
{
    size_t start = 0;
    while (start < rest->len && rest->ptr[start] == ' ')
        start++;
    size_t end = start;
    while (end < rest->len && rest->ptr[end] != ' ')
        end++;
    *blanks = hxp_str_part(*rest, 0, start);
    *word = hxp_str_part(*rest, start, end);
    *rest = hxp_str_part(*rest, end, rest->len);
    return end > 0;
}

static size_t split(hxp_str *words, hxp_str text)
{
    hxp_str blanks, word;
    size_t count = 0;
    while (count < MARKED_WORDS && cut_word(&text, &blanks, &word))
        words[count++] = word;
    return text.len == 0 ? count : 0;
}

/** Mark which words of source are not, in this order, in query. */
static void find_new(bool *is_new, hxp_str query, hxp_str source)
{
    static const size_t width = MARKED_WORDS + 1;
    hxp_str a[MARKED_WORDS], b[MARKED_WORDS];
    unsigned char longest[(MARKED_WORDS + 1) * (MARKED_WORDS + 1)] = { 0 };
    size_t n = split(a, query), m = split(b, source);
    if (n == 0)
        return;
    for (size_t i = n; i-- > 0;) {
        for (size_t j = m; j-- > 0;) {
            unsigned char *at = &longest[i * width + j];
            if (hxp_str_equal(a[i], b[j]))
                *at = (unsigned char)(at[width + 1] + 1);
            else
                *at = at[width] > at[1] ? at[width] : at[1];
        }
    }
    for (size_t i = 0, j = 0; j < m;) {
        const unsigned char *at = &longest[i * width + j];
        if (i < n && hxp_str_equal(a[i], b[j])) {
            i++;
            j++;
        } else if (i < n && at[width] >= at[1]) {
            i++;
        } else {
            is_new[j++] = true;
        }
    }
}

/** Write source; on a coloured screen what is not in query stands out. */
static void put_source(const hxp_screen *screen, hxp_str query, hxp_str source)
{
    bool is_new[MARKED_WORDS + 1] = { false };
    hxp_str blanks, word;
    if (!screen->color) {
        hxp_screen_put(screen, source);
        return;
    }
    find_new(is_new, query, source);
    for (size_t i = 0; cut_word(&source, &blanks, &word); i++) {
        bool marked = i < MARKED_WORDS && is_new[i];
        hxp_screen_put(screen, blanks);
        if (marked)
            hxp_screen_style(screen, "1;31");
        hxp_screen_put(screen, word);
        if (marked)
            hxp_screen_style(screen, "0");
    }
}

/** Write where a match comes from, and what it lost points for. */
static void put_origin(const hxp_screen *screen, const hxp_match *match)
{
    hxp_output *output = screen->output;
    hxp_output_printf(output, "      words %u %%, characters %u %%; ",
                      match->words, match->characters);
    hxp_screen_put(screen, match->memory);
    if (match->unit->id.len > 0) {
        hxp_output_write(output, HXP_STR(", "));
        hxp_screen_put(screen, match->unit->id);
    }
    for (int kind = 0; kind < HXP_PENALTIES; kind++)
        if (match->penalties[kind] > 0)
            hxp_output_printf(output, "; %s -%u",
                              hxp_penalty_name((hxp_penalty_kind)kind),
                              match->penalties[kind]);
    hxp_output_write(output, HXP_STR("\n"));
}

static void put_text(hxp_match_writer *writer, hxp_str query,
                     const hxp_match *matches, size_t count)
{
    const hxp_screen *screen = &writer->screen;
    hxp_output *output = screen->output;
    if (query.len == 0 && count == 0)
        return;
    hxp_screen_style(screen, "1");
    hxp_screen_put(screen, query);
    hxp_screen_style(screen, "0");
    hxp_output_write(output, HXP_STR("\n"));
    for (size_t i = 0; i < count; i++) {
        hxp_output_printf(output, " %3u  ", matches[i].score);
        put_source(screen, query, matches[i].source->content.text);
        hxp_output_write(output, HXP_STR("\n      "));
        hxp_screen_put(screen, matches[i].target->content.text);
        hxp_output_write(output, HXP_STR("\n"));
        put_origin(screen, &matches[i]);
    }
}

/* --- For programs --------------------------------------------------------- */

static void put_tsv(hxp_match_writer *writer, const hxp_match *matches,
                    size_t count)
{
    hxp_output *output = writer->screen.output;
    for (size_t i = 0; i < count; i++) {
        hxp_output_printf(output, "%zu\t%u\t%u\t%u\t", writer->queries,
                          matches[i].score, matches[i].words,
                          matches[i].characters);
        hxp_put_escaped(output, matches[i].source->content.text);
        hxp_output_write(output, HXP_STR("\t"));
        hxp_put_escaped(output, matches[i].target->content.text);
        hxp_output_write(output, HXP_STR("\n"));
    }
}

static void put_json_penalties(hxp_json *json, const hxp_match *match)
{
    hxp_json_key(json, "penalties");
    hxp_json_open(json, '{');
    for (int kind = 0; kind < HXP_PENALTIES; kind++)
        if (match->penalties[kind] > 0)
            hxp_json_member_size(json, hxp_penalty_name((hxp_penalty_kind)kind),
                                 match->penalties[kind]);
    hxp_json_close(json, '}');
}

static void put_json_named(hxp_json *json, const char *name, hxp_str value)
{
    hxp_json_open(json, '{');
    hxp_json_member(json, name, value);
    hxp_json_close(json, '}');
}

/** Write the properties of the unit and of its texts that match. */
static void put_json_properties(hxp_json *json, const hxp_match *match)
{
    const hxp_remarks *all[] = { &match->unit->remarks, &match->source->remarks,
                                 &match->target->remarks };
    hxp_json_key(json, "properties");
    hxp_json_open(json, '[');
    for (size_t k = 0; k < sizeof all / sizeof all[0]; k++) {
        for (size_t i = 0; i < all[k]->count; i++) {
            const hxp_remark *remark = &all[k]->items[i];
            if (remark->kind == HXP_NOTE_REMARK) {
                put_json_named(json, "note", remark->text);
            } else if (remark->kind == HXP_PROPERTY) {
                hxp_json_open(json, '{');
                hxp_json_member(json, "type", remark->type);
                hxp_json_member(json, "text", remark->text);
                hxp_json_close(json, '}');
            }
        }
    }
    hxp_json_close(json, ']');
}

static void put_json_attributes(hxp_json *json, const hxp_match *match)
{
    const hxp_attributes *attributes = &match->unit->attributes;
    hxp_json_key(json, "attributes");
    hxp_json_open(json, '{');
    for (size_t i = 0; i < attributes->count; i++) {
        hxp_json_key_of(json, attributes->items[i].name);
        hxp_json_string(json, attributes->items[i].value);
    }
    hxp_json_close(json, '}');
}

static void put_json_match(hxp_json *json, const hxp_match *match)
{
    hxp_json_open(json, '{');
    hxp_json_member_size(json, "score", match->score);
    hxp_json_member_size(json, "words", match->words);
    hxp_json_member_size(json, "characters", match->characters);
    hxp_json_member(json, "source_language", match->source->language);
    hxp_json_member(json, "source", match->source->content.text);
    hxp_json_member(json, "target_language", match->target->language);
    hxp_json_member(json, "target", match->target->content.text);
    hxp_json_member(json, "memory", match->memory);
    if (match->unit->id.len > 0)
        hxp_json_member(json, "tuid", match->unit->id);
    put_json_penalties(json, match);
    put_json_attributes(json, match);
    put_json_properties(json, match);
    hxp_json_close(json, '}');
}

static void put_json(hxp_match_writer *writer, hxp_str query,
                     const hxp_match *matches, size_t count)
{
    hxp_json *json = &writer->json;
    hxp_json_open(json, '{');
    hxp_json_member_size(json, "number", writer->queries);
    hxp_json_member(json, "query", query);
    hxp_json_key(json, "matches");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < count; i++)
        put_json_match(json, &matches[i]);
    hxp_json_close(json, ']');
    hxp_json_close(json, '}');
}

/* --- Writing -------------------------------------------------------------- */

void hxp_match_writer_begin(hxp_match_writer *writer, hxp_match_format format,
                            hxp_screen screen)
{
    *writer = (hxp_match_writer){
        .format = format,
        .screen = screen,
        .json = { .output = screen.output, .indent = true },
    };
    if (format == HXP_MATCH_JSON)
        hxp_json_open(&writer->json, '[');
}

void hxp_match_writer_put(hxp_match_writer *writer, hxp_str query,
                          const hxp_match *matches, size_t count)
{
    if (writer->format == HXP_MATCH_TEXT)
        put_text(writer, query, matches, count);
    else if (writer->format == HXP_MATCH_TSV)
        put_tsv(writer, matches, count);
    else
        put_json(writer, query, matches, count);
    writer->queries++;
}

void hxp_match_writer_end(hxp_match_writer *writer)
{
    if (writer->format != HXP_MATCH_JSON)
        return;
    hxp_json_close(&writer->json, ']');
    hxp_output_write(writer->screen.output, HXP_STR("\n"));
}

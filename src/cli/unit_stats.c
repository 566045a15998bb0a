/* unit_stats.c - what units are, in numbers: tables for people, JSON. */
#include "cli/unit_stats.h"

#include "base/str.h"
#include "cli/table.h"

#include <time.h>

enum { DATE_SIZE = 40 };

/** Write seconds since 1970 as a date into text. */
static const char *date_text(char text[DATE_SIZE], int64_t seconds)
{
    struct tm parts;
    time_t when = (time_t)seconds;
    if (!gmtime_r(&when, &parts) ||
        strftime(text, DATE_SIZE, "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
        text[0] = '\0';
    return text;
}

/* --- For people ----------------------------------------------------------- */

static void put_line(const hxp_screen *screen, const char *name, size_t number)
{
    hxp_output_printf(screen->output, "%-15s  %zu\n", name, number);
}

static void put_totals(const hxp_screen *screen, const hxp_unit_stats *stats)
{
    char date[DATE_SIZE];
    hxp_output *output = screen->output;
    put_line(screen, "units", stats->units);
    put_line(screen, "duplicates", stats->duplicates);
    put_line(screen, "untranslated", stats->untranslated);
    put_line(screen, "with a date", stats->dated);
    if (stats->dated > 0) {
        hxp_output_printf(output, "%-15s  %s\n", "oldest",
                          date_text(date, stats->oldest));
        hxp_output_printf(output, "%-15s  %s\n", "newest",
                          date_text(date, stats->newest));
    }
    hxp_output_printf(output, "%-15s  ", "source language");
    hxp_screen_put(screen, stats->source_language);
    hxp_output_write(output, HXP_STR("\n"));
}

static void put_named(const hxp_screen *screen, const char *title,
                      const hxp_named_count *items, size_t count)
{
    hxp_table table;
    if (count == 0)
        return;
    hxp_output_write(screen->output, HXP_STR("\n"));
    hxp_table_begin(&table, screen, HXP_COLUMNS(title, "uses"));
    for (size_t i = 0; i < count; i++)
        hxp_table_measure(&table, 0, items[i].name);
    hxp_table_title(&table);
    for (size_t i = 0; i < count; i++) {
        hxp_table_text(&table, items[i].name);
        hxp_table_number(&table, items[i].count);
    }
}

static void put_languages(const hxp_screen *screen, const hxp_unit_stats *stats)
{
    hxp_table table;
    if (stats->language_count == 0)
        return;
    hxp_output_write(screen->output, HXP_STR("\n"));
    hxp_table_begin(
        &table, screen,
        HXP_COLUMNS("language", "texts", "empty", "words", "characters"));
    for (size_t i = 0; i < stats->language_count; i++)
        hxp_table_measure(&table, 0, stats->languages[i].tag);
    hxp_table_title(&table);
    for (size_t i = 0; i < stats->language_count; i++) {
        const hxp_language_stats *language = &stats->languages[i];
        hxp_table_text(&table, language->tag);
        hxp_table_number(&table, language->texts);
        hxp_table_number(&table, language->empty);
        hxp_table_number(&table, language->words);
        hxp_table_number(&table, language->characters);
    }
}

static void put_pairs(const hxp_screen *screen, const hxp_unit_stats *stats)
{
    hxp_table table;
    if (stats->pair_count == 0)
        return;
    hxp_output_write(screen->output, HXP_STR("\n"));
    hxp_table_begin(&table, screen, HXP_COLUMNS("source", "target", "units"));
    for (size_t i = 0; i < stats->pair_count; i++) {
        hxp_table_measure(&table, 0, stats->pairs[i].source);
        hxp_table_measure(&table, 1, stats->pairs[i].target);
    }
    hxp_table_title(&table);
    for (size_t i = 0; i < stats->pair_count; i++) {
        hxp_table_text(&table, stats->pairs[i].source);
        hxp_table_text(&table, stats->pairs[i].target);
        hxp_table_number(&table, stats->pairs[i].units);
    }
}

void hxp_unit_stats_text(const hxp_screen *screen, const hxp_unit_stats *stats)
{
    put_totals(screen, stats);
    put_languages(screen, stats);
    put_pairs(screen, stats);
    put_named(screen, "tool", stats->tools, stats->tool_count);
    put_named(screen, "property", stats->properties, stats->property_count);
}

/* --- For programs --------------------------------------------------------- */

static void put_json_named(hxp_json *json, const char *key,
                           const hxp_named_count *items, size_t count)
{
    hxp_json_key(json, key);
    hxp_json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        hxp_json_open(json, '{');
        hxp_json_member(json, "name", items[i].name);
        hxp_json_member_size(json, "uses", items[i].count);
        hxp_json_close(json, '}');
    }
    hxp_json_close(json, ']');
}

static void put_json_languages(hxp_json *json, const hxp_unit_stats *stats)
{
    hxp_json_key(json, "languages");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < stats->language_count; i++) {
        const hxp_language_stats *language = &stats->languages[i];
        hxp_json_open(json, '{');
        hxp_json_member(json, "language", language->tag);
        hxp_json_member_size(json, "texts", language->texts);
        hxp_json_member_size(json, "empty", language->empty);
        hxp_json_member_size(json, "words", language->words);
        hxp_json_member_size(json, "characters", language->characters);
        hxp_json_close(json, '}');
    }
    hxp_json_close(json, ']');
    hxp_json_key(json, "pairs");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < stats->pair_count; i++) {
        hxp_json_open(json, '{');
        hxp_json_member(json, "source", stats->pairs[i].source);
        hxp_json_member(json, "target", stats->pairs[i].target);
        hxp_json_member_size(json, "units", stats->pairs[i].units);
        hxp_json_close(json, '}');
    }
    hxp_json_close(json, ']');
}

void hxp_unit_stats_json(hxp_json *json, const char *file,
                         const hxp_unit_stats *stats)
{
    char date[DATE_SIZE];
    hxp_json_open(json, '{');
    hxp_json_member(json, "file", hxp_str_of(file));
    hxp_json_member_size(json, "units", stats->units);
    hxp_json_member_size(json, "duplicates", stats->duplicates);
    hxp_json_member_size(json, "untranslated", stats->untranslated);
    hxp_json_member_size(json, "dated", stats->dated);
    if (stats->dated > 0) {
        hxp_json_member(json, "oldest",
                        hxp_str_of(date_text(date, stats->oldest)));
        hxp_json_member(json, "newest",
                        hxp_str_of(date_text(date, stats->newest)));
    }
    hxp_json_member(json, "source_language", stats->source_language);
    put_json_languages(json, stats);
    put_json_named(json, "tools", stats->tools, stats->tool_count);
    put_json_named(json, "properties", stats->properties,
                   stats->property_count);
    hxp_json_close(json, '}');
}

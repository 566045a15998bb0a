/* analysis_writer.c - analyses as text, CSV and JSON. */
#include "cli/analysis_writer.h"

#include "base/json.h"
#include "base/str.h"
#include "cli/table.h"
#include "formats/units/csv_cell.h"

/** What is written of one file, or of all. */
typedef struct report {
    const hxp_screen *screen;
    const hxp_rates *rates;
    hxp_json json;
} report;

static hxp_volume sum_of(hxp_volume a, const hxp_volume *b)
{
    a.segments += b->segments;
    a.words += b->words;
    a.characters += b->characters;
    a.solid += b->solid;
    a.codes += b->codes;
    return a;
}

static hxp_volume total_of(const hxp_analysis_counts *counts)
{
    hxp_volume total = { 0, 0, 0, 0, 0 };
    for (int band = 0; band < HXP_BANDS; band++)
        total = sum_of(total, &counts->bands[band]);
    return total;
}

/** Hundredths of a word that the words of all bands count for. */
static size_t weight_of(const hxp_analysis_counts *counts,
                        const hxp_rates *rates)
{
    size_t weight = 0;
    for (int band = 0; band < HXP_BANDS; band++)
        weight += counts->bands[band].words * rates->percent[band];
    return weight;
}

/* --- For people ----------------------------------------------------------- */

static void put_volume(hxp_table *table, hxp_str name, const hxp_volume *volume)
{
    hxp_table_text(table, name);
    hxp_table_number(table, volume->segments);
    hxp_table_number(table, volume->words);
    hxp_table_number(table, volume->characters);
    hxp_table_number(table, volume->solid);
    hxp_table_number(table, volume->codes);
}

static void put_text(report *to, hxp_str title,
                     const hxp_analysis_counts *counts)
{
    const hxp_screen *screen = to->screen;
    hxp_volume total = total_of(counts);
    hxp_table table;
    hxp_screen_style(screen, "1");
    hxp_screen_put(screen, title);
    hxp_screen_style(screen, "0");
    hxp_output_write(screen->output, HXP_STR("\n"));
    hxp_table_begin(&table, screen,
                    HXP_COLUMNS("match", "segments", "words", "characters",
                                "no spaces", "tags", "rate", "weighted"));
    for (int band = 0; band < HXP_BANDS; band++)
        hxp_table_measure(&table, 0, hxp_str_of(hxp_band_name((hxp_band)band)));
    hxp_table_title(&table);
    for (int band = 0; band < HXP_BANDS; band++) {
        const hxp_volume *volume = &counts->bands[band];
        unsigned rate = to->rates->percent[band];
        put_volume(&table, hxp_str_of(hxp_band_name((hxp_band)band)), volume);
        hxp_table_number(&table, rate);
        hxp_table_number(&table, (volume->words * rate + 50) / 100);
    }
    put_volume(&table, HXP_STR("total"), &total);
    hxp_table_text(&table, HXP_STR(""));
    hxp_table_number(&table, (weight_of(counts, to->rates) + 50) / 100);
}

/* --- For programs --------------------------------------------------------- */

static void put_csv_row(report *to, hxp_str file, const char *band,
                        const hxp_volume *volume)
{
    hxp_csv_put_cell(to->screen->output, file);
    hxp_output_printf(to->screen->output, ",%s,%zu,%zu,%zu,%zu,%zu,", band,
                      volume->segments, volume->words, volume->characters,
                      volume->solid, volume->codes);
}

static void put_csv(report *to, hxp_str file, const hxp_analysis_counts *counts)
{
    hxp_output *output = to->screen->output;
    hxp_volume total = total_of(counts);
    size_t weight = weight_of(counts, to->rates);
    for (int band = 0; band < HXP_BANDS; band++) {
        unsigned rate = to->rates->percent[band];
        size_t own = counts->bands[band].words * rate;
        put_csv_row(to, file, hxp_band_name((hxp_band)band),
                    &counts->bands[band]);
        hxp_output_printf(output, "%u,%zu.%02zu\r\n", rate, own / 100,
                          own % 100);
    }
    put_csv_row(to, file, "total", &total);
    hxp_output_printf(output, ",%zu.%02zu\r\n", weight / 100, weight % 100);
}

/** Write the members of a volume, and what its words count for. */
static void put_json_volume(hxp_json *json, const hxp_volume *volume,
                            size_t weight)
{
    hxp_json_member_size(json, "segments", volume->segments);
    hxp_json_member_size(json, "words", volume->words);
    hxp_json_member_size(json, "characters", volume->characters);
    hxp_json_member_size(json, "characters_without_spaces", volume->solid);
    hxp_json_member_size(json, "tags", volume->codes);
    hxp_json_key(json, "weighted_words");
    hxp_json_decimal(json, (double)weight / 100, 2);
}

/** Write the members "bands" and "total" of a file, or of all. */
static void put_json(report *to, const hxp_analysis_counts *counts)
{
    hxp_json *json = &to->json;
    hxp_volume total = total_of(counts);
    hxp_json_key(json, "bands");
    hxp_json_open(json, '[');
    for (int band = 0; band < HXP_BANDS; band++) {
        const hxp_volume *volume = &counts->bands[band];
        unsigned rate = to->rates->percent[band];
        hxp_json_open(json, '{');
        hxp_json_member(json, "match",
                        hxp_str_of(hxp_band_name((hxp_band)band)));
        hxp_json_member_size(json, "rate", rate);
        put_json_volume(json, volume, volume->words * rate);
        hxp_json_close(json, '}');
    }
    hxp_json_close(json, ']');
    hxp_json_key(json, "total");
    hxp_json_open(json, '{');
    put_json_volume(json, &total, weight_of(counts, to->rates));
    hxp_json_close(json, '}');
}

/* --- All files ------------------------------------------------------------ */

static hxp_analysis_counts sum_of_rows(const hxp_analysis_row *rows,
                                       size_t count)
{
    hxp_analysis_counts all = { { { 0, 0, 0, 0, 0 } } };
    for (size_t i = 0; i < count; i++)
        for (int band = 0; band < HXP_BANDS; band++)
            all.bands[band] =
                sum_of(all.bands[band], &rows[i].counts->bands[band]);
    return all;
}

static void write_json(report *to, const hxp_analysis_row *rows, size_t count,
                       const hxp_analysis_counts *all)
{
    hxp_json *json = &to->json;
    hxp_json_open(json, '{');
    hxp_json_key(json, "files");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        hxp_json_open(json, '{');
        hxp_json_member(json, "file", hxp_str_of(rows[i].path));
        put_json(to, rows[i].counts);
        hxp_json_close(json, '}');
    }
    hxp_json_close(json, ']');
    hxp_json_key(json, "all");
    hxp_json_open(json, '{');
    put_json(to, all);
    hxp_json_close(json, '}');
    hxp_json_close(json, '}');
    hxp_output_write(to->screen->output, HXP_STR("\n"));
}

static void write_csv(report *to, const hxp_analysis_row *rows, size_t count,
                      const hxp_analysis_counts *all)
{
    hxp_output_write(to->screen->output,
                     HXP_STR("file,match,segments,words,characters,"
                             "characters_without_spaces,tags,rate,"
                             "weighted_words\r\n"));
    for (size_t i = 0; i < count; i++)
        put_csv(to, hxp_str_of(rows[i].path), rows[i].counts);
    put_csv(to, HXP_STR(""), all);
}

static void write_text(report *to, const hxp_analysis_row *rows, size_t count,
                       const hxp_analysis_counts *all)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            hxp_output_write(to->screen->output, HXP_STR("\n"));
        put_text(to, hxp_str_of(rows[i].path), rows[i].counts);
    }
    if (count < 2)
        return;
    hxp_output_write(to->screen->output, HXP_STR("\n"));
    put_text(to, HXP_STR("all files"), all);
}

void hxp_analysis_write(const hxp_screen *screen, hxp_analysis_format format,
                        const hxp_rates *rates, const hxp_analysis_row *rows,
                        size_t count)
{
    hxp_analysis_counts all = sum_of_rows(rows, count);
    report to = { screen, rates, { .output = screen->output, .indent = true } };
    if (format == HXP_ANALYSIS_JSON)
        write_json(&to, rows, count, &all);
    else if (format == HXP_ANALYSIS_CSV)
        write_csv(&to, rows, count, &all);
    else
        write_text(&to, rows, count, &all);
}

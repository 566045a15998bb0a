/* cmd_terms_stats.c - hexapla terms stats: what termbases hold, in numbers. */
#include "base/array.h"
#include "base/error.h"
#include "base/json.h"
#include "base/str.h"
#include "cli/guard.h"
#include "cli/table.h"
#include "cli/terms.h"

#include <hexapla/text.h>

#include <stdlib.h>

typedef struct stats_settings {
    hxp_settings common;
    hxp_terms_settings reading;
    int format;
} stats_settings;

static const char *const formats[] = { "text", "json", NULL };
enum { FORMAT_TEXT, FORMAT_JSON };

static const hxp_option options[] = {
    { 'f', "format", "FORMAT", "text (the default) or json", HXP_OPTION_CHOICE,
      offsetof(stats_settings, format), formats },
    HXP_TERMS_OPTIONS(stats_settings),
    HXP_COMMON_OPTIONS(stats_settings)
};

enum { STATUSES = HXP_TERM_DRAFT + 1 };

static const char *const status_names[STATUSES] = { "preferred", "admitted",
                                                    "deprecated", "draft" };

/** The terms of a language. */
typedef struct language_count {
    hxp_str tag;
    size_t terms, concepts;
    size_t last; /* 1 + number of the last concept counted */
    size_t statuses[STATUSES];
} language_count;

typedef struct counts {
    size_t concepts, terms;
    language_count *languages;
    size_t count, room;
} counts;

static bool count_term(counts *to, const hxp_term *term, size_t concept)
{
    size_t i = 0;
    while (i < to->count &&
           !hxp_tag_equal(to->languages[i].tag, term->language))
        i++;
    if (i == to->count) {
        if (!hxp_array_reserve(&to->languages, &to->room, to->count + 1,
                               sizeof *to->languages))
            return false;
        to->languages[to->count++] = (language_count){ .tag = term->language };
    }
    language_count *language = &to->languages[i];
    language->terms++;
    language->statuses[term->status]++;
    language->concepts += language->last != concept + 1;
    language->last = concept + 1;
    to->terms++;
    return true;
}

static bool count(counts *to, const hxp_termbase *termbase)
{
    to->concepts = hxp_termbase_count(termbase);
    for (size_t i = 0; i < to->concepts; i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        for (size_t t = 0; t < concept->term_count; t++)
            if (!count_term(to, &concept->terms[t], i))
                return false;
    }
    return true;
}

static void put_text(const hxp_screen *screen, const counts *of)
{
    hxp_table table;
    hxp_output_printf(screen->output, "concepts  %zu\nterms     %zu\n",
                      of->concepts, of->terms);
    if (of->count == 0)
        return;
    hxp_output_write(screen->output, HXP_STR("\n"));
    hxp_table_begin(&table, screen,
                    HXP_COLUMNS("language", "concepts", "terms", "preferred",
                                "admitted", "deprecated", "draft"));
    for (size_t i = 0; i < of->count; i++)
        hxp_table_measure(&table, 0, of->languages[i].tag);
    hxp_table_title(&table);
    for (size_t i = 0; i < of->count; i++) {
        hxp_table_text(&table, of->languages[i].tag);
        hxp_table_number(&table, of->languages[i].concepts);
        hxp_table_number(&table, of->languages[i].terms);
        for (size_t s = 0; s < STATUSES; s++)
            hxp_table_number(&table, of->languages[i].statuses[s]);
    }
}

static void put_json(hxp_output *output, const counts *of)
{
    hxp_json json = { .output = output };
    hxp_json_open(&json, '{');
    hxp_json_member_size(&json, "concepts", of->concepts);
    hxp_json_member_size(&json, "terms", of->terms);
    hxp_json_key(&json, "languages");
    hxp_json_open(&json, '[');
    for (size_t i = 0; i < of->count; i++) {
        const language_count *language = &of->languages[i];
        hxp_json_open(&json, '{');
        hxp_json_member(&json, "language", language->tag);
        hxp_json_member_size(&json, "concepts", language->concepts);
        hxp_json_member_size(&json, "terms", language->terms);
        for (size_t s = 0; s < STATUSES; s++)
            hxp_json_member_size(&json, status_names[s], language->statuses[s]);
        hxp_json_close(&json, '}');
    }
    hxp_json_close(&json, ']');
    hxp_json_close(&json, '}');
    hxp_output_write(output, HXP_STR("\n"));
}

static hxp_exit put(const counts *of, const stats_settings *settings)
{
    hxp_output *output;
    hxp_error error;
    if (hxp_guard_open(&output, NULL, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_screen screen = hxp_screen_of(output, NULL, &settings->common);
    if (settings->format == FORMAT_JSON)
        put_json(output, of);
    else
        put_text(&screen, of);
    if (hxp_guard_finish(output, &error) != HXP_OK)
        return hxp_say_error(&error);
    return HXP_EXIT_OK;
}

static hxp_exit stats(const hxp_command *command,
                      const stats_settings *settings)
{
    hxp_termbase *termbase = NULL;
    counts of = { .count = 0 };
    hxp_error error;
    if (settings->common.operands.count == 0)
        return hxp_say_usage(command, "terms stats needs a FILE; - is "
                                      "standard input");
    hxp_exit code = hxp_terms_settle(command, &settings->reading);
    if (code == HXP_EXIT_OK)
        code = hxp_terms_read(&termbase, &settings->common.operands,
                              &settings->reading, settings->common.quiet);
    if (code == HXP_EXIT_OK && !count(&of, termbase)) {
        hxp_no_memory(&error);
        code = hxp_say_error(&error);
    }
    if (code == HXP_EXIT_OK)
        code = put(&of, settings);
    free(of.languages);
    hxp_termbase_free(termbase);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    stats_settings settings = { .format = FORMAT_TEXT };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)stats(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_terms_stats = {
    "terms stats", "FILE ...", "Counts the concepts and terms of termbases.",
    options, run
};

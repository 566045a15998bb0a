/* terms_table.c - extracted terms as a table, for people. */
#include "base/str.h"
#include "cli/guard.h"
#include "cli/table.h"
#include "cli/terms.h"

/** The text of a detail, or nothing. */
static hxp_str detail(const hxp_term *term, const char *type)
{
    for (size_t i = 0; i < term->details.count; i++)
        if (hxp_str_is(term->details.items[i].type, type))
            return term->details.items[i].text;
    return HXP_STR("");
}

/** Write the concepts as a table, a translation a line. */
static void put_table(const hxp_screen *screen, const hxp_termbase *termbase)
{
    enum { TERM, USES, LANGUAGE, TRANSLATION, TIMES, CONFIDENCE };
    hxp_table table;
    size_t count = hxp_termbase_count(termbase);
    hxp_table_begin(&table, screen,
                    HXP_COLUMNS("term", "uses", "language", "translation",
                                "times", "confidence"));
    for (size_t i = 0; i < count; i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        hxp_table_measure(&table, TERM, concept->terms[0].text);
        for (size_t t = 1; t < concept->term_count; t++)
            hxp_table_measure(&table, TRANSLATION, concept->terms[t].text);
    }
    hxp_table_title(&table);
    for (size_t i = 0; i < count; i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        for (size_t t = 1; t < concept->term_count; t++) {
            const hxp_term *source = &concept->terms[0];
            const hxp_term *term = &concept->terms[t];
            hxp_table_text(&table, t == 1 ? source->text : HXP_STR(""));
            hxp_table_text(&table,
                           t == 1 ? detail(source, "frequency") : HXP_STR(""));
            hxp_table_text(&table, term->language);
            hxp_table_text(&table, term->text);
            hxp_table_text(&table, detail(term, "frequency"));
            hxp_table_text(&table, detail(term, "confidence"));
        }
    }
}

hxp_exit hxp_terms_write_table(const hxp_termbase *termbase, const char *path,
                               const hxp_settings *settings)
{
    hxp_output *output;
    hxp_error error;
    if (hxp_guard_open(&output, path, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_screen screen = hxp_screen_of(output, path, settings);
    put_table(&screen, termbase);
    if (hxp_guard_finish(output, &error) != HXP_OK)
        return hxp_say_error(&error);
    return HXP_EXIT_OK;
}

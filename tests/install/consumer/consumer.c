/* consumer.c - aligns two texts and checks their terms. */
#include <hexapla/hexapla.h>

#define STR(text) ((hxp_str){ text, sizeof(text) - 1 })

int main(void)
{
    hxp_str tags[] = { STR("en"), STR("nl") };
    hxp_str en[] = { STR("It is a crime."), STR("We condemn that.") };
    hxp_str nl[] = { STR("Het is een misdaad."), STR("Wij keuren het af.") };
    hxp_side sides[] = { { NULL, en, NULL, 2 }, { NULL, nl, NULL, 2 } };
    hxp_variant pair[2] = { { .language = tags[0] }, { .language = tags[1] } };
    hxp_unit unit = { .file = STR("t"), .variants = pair, .variant_count = 2 };
    hxp_unit_header header = { .source_language = tags[0] };
    hxp_term t[] = { { STR("crime"), tags[0], HXP_TERM_PREFERRED, { 0 } },
                     { STR("misdaad"), tags[1], HXP_TERM_DEPRECATED, { 0 } } };
    hxp_concept concept = { STR("c1"), t, 2 };
    hxp_report_options text = { .format = "text" };
    hxp_check_options check = { 0 };
    hxp_termbase *termbase = NULL;
    hxp_alignment *found;
    hxp_output *output;
    hxp_finding_sink *report;
    hxp_unit_sink *checker;

    bool ok = !hxp_locales_open(&check.locales, NULL, NULL) &&
              !hxp_locales_language(&sides[0].language, check.locales, tags[0],
                                    NULL) &&
              !hxp_locales_language(&sides[1].language, check.locales, tags[1],
                                    NULL) &&
              !hxp_align(&found, sides, 2, NULL, NULL) &&
              !hxp_termbase_new(&termbase, NULL) &&
              !hxp_termbase_add(termbase, &concept, NULL) &&
              !hxp_output_open(&output, "-", NULL) &&
              !hxp_report_new(&report, output, &text, NULL);
    check.termbase = termbase;
    ok = ok && !hxp_checker_new(&checker, report, &check, NULL) &&
         !checker->begin(checker, &header, NULL);
    for (size_t i = 0; ok && i < found->count; i++) {
        pair[0].content.text = en[found->beads[i].sides[0].first];
        pair[1].content.text = nl[found->beads[i].sides[1].first];
        ok = !checker->unit(checker, &unit, NULL);
    }
    return !ok || checker->end(checker, NULL) || report->end(report, NULL) ||
           hxp_output_finish(output, NULL);
}

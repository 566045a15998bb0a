/* consumer.c - aligns two texts and checks their terms. */
#include <hexapla/hexapla.h>

int main(void)
{
    hxp_str en[] = { HXP_STR("It is a crime."), HXP_STR("We condemn it.") };
    hxp_str nl[] = { HXP_STR("Het is een misdaad."),
                     HXP_STR("Wij laken het.") };
    hxp_side sides[] = { { NULL, en, NULL, 2 }, { NULL, nl, NULL, 2 } };
    hxp_str tags[] = { HXP_STR("en"), HXP_STR("nl") };
    hxp_variant pair[] = { { .language = tags[0] }, { .language = tags[1] } };
    hxp_unit unit = { .variants = pair, .variant_count = 2 };
    hxp_unit_header header = { .source_language = tags[0] };
    hxp_term terms[] = { { .text = HXP_STR("crime"), .language = tags[0] },
                         { .text = HXP_STR("delict"), .language = tags[1] } };
    hxp_concept concept = { .terms = terms, .term_count = 2 };
    hxp_report_options text = { .format = "text" };
    hxp_check_options check = { .locales = NULL };
    hxp_termbase *termbase;
    hxp_alignment *found;
    hxp_output *output;
    hxp_finding_sink *report;
    hxp_unit_sink *checker;
    if (hxp_locales_open(&check.locales, NULL, NULL) ||
        hxp_termbase_new(&termbase, NULL))
        return 1;
    check.termbase = termbase;
    for (int i = 0; i < 2; i++)
        hxp_locales_language(&sides[i].language, check.locales, tags[i], NULL);
    if (hxp_align(&found, sides, 2, NULL, NULL) ||
        hxp_termbase_add(termbase, &concept, NULL) ||
        hxp_output_open(&output, "-", NULL) ||
        hxp_report_new(&report, output, &text, NULL) ||
        hxp_checker_new(&checker, report, &check, NULL) ||
        checker->begin(checker, &header, NULL))
        return 1;
    for (size_t i = 0; i < found->count; i++) {
        pair[0].content.text = en[found->beads[i].sides[0].first];
        pair[1].content.text = nl[found->beads[i].sides[1].first];
        checker->unit(checker, &unit, NULL);
    }
    return checker->end(checker, NULL) || report->end(report, NULL) ||
           hxp_output_finish(output, NULL);
}

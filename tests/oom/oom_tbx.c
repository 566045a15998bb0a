/* oom_tbx.c - reading a termbase when memory runs out. */
#include "base/array.h"
#include "base/str.h"
#include "oom.h"

#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static hxp_status forget(hxp_finding_sink *sink, const hxp_finding *finding,
                         hxp_error *error)
{
    (void)sink;
    (void)finding;
    (void)error;
    return HXP_OK;
}

/** What was read before memory ran out stays whole. */
static void check_concepts(const hxp_termbase *termbase)
{
    for (size_t i = 0; i < hxp_termbase_count(termbase); i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        assert_int_equal(concept->term_count, 3);
        for (size_t t = 0; t < concept->term_count; t++)
            assert_true(concept->terms[t].text.len > 0);
    }
}

static hxp_status read(void *context, hxp_error *error)
{
    const hxp_buffer *tbx = context;
    hxp_finding_sink sink = { forget, NULL, NULL };
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    hxp_termbase *termbase;
    hxp_input *input = NULL;
    options.findings = &sink;
    hxp_status status = hxp_termbase_new(&termbase, error);
    if (status == HXP_OK)
        status = hxp_input_memory(&input, hxp_buffer_str(tbx), "t.tbx", error);
    if (status == HXP_OK)
        status = hxp_termbase_read(termbase, input, &options, error);
    if (termbase)
        check_concepts(termbase);
    hxp_input_close(input);
    hxp_termbase_free(termbase);
    return status;
}

/** Enough entries, and terms long enough, to make everything grow. */
static void test_read(void **state)
{
    hxp_buffer tbx = { NULL, 0, 0 };
    (void)state;
    assert_true(hxp_buffer_add(&tbx, HXP_STR("<tbx>")));
    for (int i = 0; i < 40; i++) {
        char entry[1024];
        snprintf(entry, sizeof entry,
                 "<conceptEntry id='c%d'>"
                 "<descrip type='translatable'>strange</descrip><langSec "
                 "xml:lang='nl'>"
                 "<termSec><term>term %0*d</term>"
                 "<termNote type='status'>strange</termNote></termSec>"
                 "<termSec><term/></termSec><term>two</term><term>three</term>"
                 "</langSec></conceptEntry>",
                 i, 8 * i + 1, i);
        assert_true(hxp_buffer_add(&tbx, hxp_str_of(entry)));
    }
    assert_true(hxp_buffer_add(&tbx, HXP_STR("</tbx>")));
    oom_each(read, &tbx);
    hxp_buffer_free(&tbx);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* oom_term_table.c - reading tables of terms when memory runs out. */
#include "base/array.h"
#include "base/str.h"
#include "oom.h"

#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

/** Write termbase in every format. */
static hxp_status write(const hxp_termbase *termbase, hxp_error *error)
{
    static const char *const formats[] = { "tbx", "csv", "columns", "omegat" };
    hxp_termbase_write_options options = HXP_TERMBASE_WRITE_OPTIONS_INIT;
    hxp_output *output;
    options.from = "en";
    options.to = "nl";
    hxp_status status = hxp_output_memory(&output, error);
    for (size_t i = 0; status == HXP_OK && i < 4; i++) {
        options.format = formats[i];
        status = hxp_termbase_write(output, termbase, &options, error);
    }
    if (status == HXP_OK)
        status = hxp_output_finish(output, error);
    hxp_output_close(output);
    return status;
}

static hxp_status read(void *context, hxp_error *error)
{
    const hxp_buffer *table = context;
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    hxp_termbase *termbase;
    hxp_input *input = NULL;
    options.from = "en";
    options.to = "nl";
    hxp_status status = hxp_termbase_new(&termbase, error);
    if (status == HXP_OK)
        status =
            hxp_input_memory(&input, hxp_buffer_str(table), "t.csv", error);
    if (status == HXP_OK)
        status = hxp_termbase_read(termbase, input, &options, error);
    if (status == HXP_OK) {
        assert_int_equal(hxp_termbase_count(termbase), 20);
        status = write(termbase, error);
    }
    hxp_input_close(input);
    hxp_termbase_free(termbase);
    return status;
}

/** Read a table of a head and forty rows, two for each concept. */
static void read_each(const char *head, const char *row)
{
    hxp_buffer table = { NULL, 0, 0 };
    assert_true(hxp_buffer_add(&table, hxp_str_of(head)));
    for (int i = 0; i < 40; i++) {
        char text[256];
        snprintf(text, sizeof text, "c%d%s", i / 2, row);
        assert_true(hxp_buffer_add(&table, hxp_str_of(text)));
    }
    oom_each(read, &table);
    hxp_buffer_free(&table);
}

static void test_csv(void **state)
{
    (void)state;
    read_each("id,source,target,status,note,gender,odd\n",
              ",\"a \"\"term\"\"\",one|two,odd,a note,f,x\n");
}

static void test_rows(void **state)
{
    (void)state;
    read_each("id;language;term;pos;definition\n", ";nl;term;noun;this\n");
}

static void test_utx(void **state)
{
    (void)state;
    read_each("#UTX 1.11; en/nl\n#src\ttgt\tterm status\n",
              "\tterm\tforbidden\n");
}

static void test_other_encoding(void **state)
{
    (void)state;
    read_each("", "\tcaf\xE9\tcomment\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_utx),
        cmocka_unit_test(test_other_encoding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* oom_base.c - base/ and model/ when memory runs out. */
#include "base/arena.h"
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "oom.h"

#include <hexapla/model.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/hexapla-oom-XXXXXX";

/** Path of a file in the test's folder; the next call overwrites it. */
static const char *path_of(const char *name)
{
    static char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static hxp_status read_memory(void *context, hxp_error *error)
{
    hxp_input *input;
    hxp_buffer buffer = { NULL, 0, 0 };
    hxp_str *text = context;
    hxp_status status = hxp_input_memory(&input, *text, "text", error);
    if (status != HXP_OK) {
        assert_null(input);
        return status;
    }
    hxp_input_set_chunk(input, 50000);
    status = hxp_input_read_all(input, &buffer, text->len, error);
    if (status == HXP_OK)
        assert_true(hxp_str_equal(hxp_buffer_str(&buffer), *text));
    hxp_buffer_free(&buffer);
    hxp_input_close(input);
    return status;
}

static void test_input_memory(void **state)
{
    static char text[300000];
    hxp_str all = { text, sizeof text };
    (void)state;
    memset(text, 'x', sizeof text);
    oom_each(read_memory, &all);
}

static hxp_status open_input(void *context, hxp_error *error)
{
    hxp_input *input;
    hxp_status status = hxp_input_open(&input, context, error);
    if (status != HXP_OK)
        assert_null(input);
    hxp_input_close(input);
    return status;
}

static void test_input_file(void **state)
{
    char path[] = SOURCE_DIR "/CMakeLists.txt";
    (void)state;
    oom_each(open_input, path);
}

static hxp_status write_file(void *context, hxp_error *error)
{
    hxp_output *output;
    hxp_status status = hxp_output_open(&output, context, error);
    if (status != HXP_OK) {
        assert_null(output);
        return status;
    }
    hxp_output_write(output, HXP_STR("short"));
    hxp_output_printf(output, "%600s", "long");
    status = hxp_output_finish(output, error);
    hxp_output_close(output);
    return status;
}

static void test_output_new_file(void **state)
{
    char path[128];
    (void)state;
    snprintf(path, sizeof path, "%s", path_of("new"));
    oom_each(write_file, path);
    assert_int_equal(unlink(path), 0);
}

static void test_output_replaces_file(void **state)
{
    char path[128];
    (void)state;
    snprintf(path, sizeof path, "%s", path_of("old"));
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fclose(file), 0);
    oom_each(write_file, path);
    assert_int_equal(unlink(path), 0);
}

static hxp_status write_memory(void *context, hxp_error *error)
{
    hxp_output *output;
    hxp_status status = hxp_output_memory(&output, error);
    (void)context;
    if (status != HXP_OK)
        return status;
    for (int i = 0; i < 100; i++)
        hxp_output_printf(output, "%500d", i);
    status = hxp_output_finish(output, error);
    hxp_output_close(output);
    return status;
}

static void test_output_memory(void **state)
{
    (void)state;
    oom_each(write_memory, NULL);
}

static hxp_status fill_arena(void *context, hxp_error *error)
{
    hxp_arena arena = { NULL };
    hxp_str copy;
    bool whole = true;
    (void)context;
    for (size_t size = 1; whole && size < 1000000; size *= 10)
        whole = hxp_arena_alloc(&arena, size, 3) != NULL &&
                hxp_arena_copy(&copy, &arena, HXP_STR("some words"));
    hxp_arena_free(&arena);
    return whole ? HXP_OK : hxp_no_memory(error);
}

static void test_arena(void **state)
{
    (void)state;
    oom_each(fill_arena, NULL);
}

static hxp_status fill_termbase(void *context, hxp_error *error)
{
    const hxp_detail detail = { .type = HXP_STR("note"),
                                .text = HXP_STR("a crime") };
    const hxp_term term = { .text = HXP_STR("genocide"),
                            .language = HXP_STR("en"),
                            .file = "t.tbx",
                            .details = { &detail, 1 } };
    const hxp_concept concept = { .id = HXP_STR("c1"),
                                  .terms = &term,
                                  .term_count = 1,
                                  .details = { &detail, 1 } };
    hxp_termbase *termbase;
    hxp_status status = hxp_termbase_new(&termbase, error);
    (void)context;
    if (status != HXP_OK) {
        assert_null(termbase);
        return status;
    }
    for (size_t i = 0; status == HXP_OK && i < 2000; i++) {
        size_t before = hxp_termbase_count(termbase);
        status = hxp_termbase_add(termbase, &concept, error);
        assert_int_equal(hxp_termbase_count(termbase),
                         before + (status == HXP_OK));
    }
    if (status == HXP_OK)
        status = hxp_termbase_join(termbase, 1000, error);
    hxp_termbase_free(termbase);
    return status;
}

static void test_termbase(void **state)
{
    (void)state;
    oom_each(fill_termbase, NULL);
}

/** Nothing unfinished stays behind: the folder can be removed. */
static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_input_memory),
        cmocka_unit_test(test_input_file),
        cmocka_unit_test(test_output_new_file),
        cmocka_unit_test(test_output_replaces_file),
        cmocka_unit_test(test_output_memory),
        cmocka_unit_test(test_arena),
        cmocka_unit_test(test_termbase),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

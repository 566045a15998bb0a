/* test_stream.c - byte input and output. */
#include "base/input.h"
#include "base/str.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { PATH_SIZE = 128 };

static char folder[] = "/tmp/hexapla-stream-XXXXXX";

/** Each test works in a folder that must be empty after it. */
static int enter(void **state)
{
    (void)state;
    strcpy(strrchr(folder, '-') + 1, "XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int leave(void **state)
{
    (void)state;
    return rmdir(folder);
}

static const char *in_folder(char *path, const char *name)
{
    snprintf(path, PATH_SIZE, "%s/%s", folder, name);
    return path;
}

static void make_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void assert_file(const char *path, const char *text)
{
    char found[1000] = "";
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    found[fread(found, 1, sizeof found - 1, file)] = '\0';
    assert_int_equal(fclose(file), 0);
    assert_string_equal(found, text);
}

/* --- Input ---------------------------------------------------------------- */

static void test_input_chunks(void **state)
{
    hxp_str text = HXP_STR("in the beginning");
    (void)state;
    for (size_t chunk = 0; chunk < 20; chunk++) {
        hxp_input *input;
        hxp_buffer all = { NULL, 0, 0 };
        char bytes[32];
        size_t got;
        assert_int_equal(hxp_input_memory(&input, text, "name", NULL), HXP_OK);
        assert_string_equal(hxp_input_name(input), "name");
        hxp_input_set_chunk(input, chunk);
        assert_int_equal(hxp_input_read(input, bytes, sizeof bytes, &got, NULL),
                         HXP_OK);
        assert_int_equal(got, chunk == 0 || chunk > 16 ? 16 : chunk);
        assert_memory_equal(bytes, text.ptr, got);
        assert_int_equal(hxp_input_read_all(input, &all, 100, NULL), HXP_OK);
        assert_int_equal(all.len, 16 - got);
        if (all.len > 0)
            assert_memory_equal(all.ptr, text.ptr + got, all.len);
        assert_int_equal(hxp_input_read(input, bytes, sizeof bytes, &got, NULL),
                         HXP_OK);
        assert_int_equal(got, 0);
        hxp_buffer_free(&all);
        hxp_input_close(input);
    }
}

static void test_input_peek(void **state)
{
    hxp_input *input;
    hxp_str head;
    char bytes[8];
    size_t got;
    (void)state;
    assert_int_equal(hxp_input_memory(&input, HXP_STR("abcdef"), "m", NULL),
                     HXP_OK);
    hxp_input_set_chunk(input, 2);
    assert_int_equal(hxp_input_peek(input, 3, &head, NULL), HXP_OK);
    assert_true(head.len >= 3);
    assert_memory_equal(head.ptr, "abc", 3);
    assert_int_equal(hxp_input_read(input, bytes, 8, &got, NULL), HXP_OK);
    assert_int_equal(got, 2);
    assert_memory_equal(bytes, "ab", 2);
    assert_int_equal(hxp_input_peek(input, HXP_INPUT_PEEK, &head, NULL),
                     HXP_OK);
    assert_true(hxp_str_is(head, "cdef"));
    hxp_input_set_chunk(input, 0);
    assert_int_equal(hxp_input_read(input, bytes, 8, &got, NULL), HXP_OK);
    assert_int_equal(got, 4);
    assert_memory_equal(bytes, "cdef", 4);
    assert_int_equal(hxp_input_peek(input, 1, &head, NULL), HXP_OK);
    assert_int_equal(head.len, 0);
    hxp_input_close(input);
}

static void test_input_limit(void **state)
{
    hxp_input *input;
    hxp_error error;
    hxp_buffer all = { NULL, 0, 0 };
    (void)state;
    assert_int_equal(hxp_input_memory(&input, HXP_STR("12345"), "m", NULL),
                     HXP_OK);
    assert_int_equal(hxp_input_read_all(input, &all, 4, &error), HXP_ELIMIT);
    assert_string_equal(error.file, "m");
    assert_non_null(strstr(error.message, "4 bytes"));
    hxp_buffer_free(&all);
    hxp_input_close(input);
}

static void test_input_file(void **state)
{
    char path[PATH_SIZE];
    hxp_input *input;
    hxp_error error;
    hxp_buffer all = { NULL, 0, 0 };
    (void)state;
    in_folder(path, "in");
    make_file(path, "text");
    assert_int_equal(hxp_input_open(&input, path, &error), HXP_OK);
    assert_string_equal(hxp_input_name(input), path);
    assert_int_equal(hxp_input_read_all(input, &all, 4, &error), HXP_OK);
    assert_true(hxp_str_is(hxp_buffer_str(&all), "text"));
    hxp_buffer_free(&all);
    hxp_input_close(input);
    assert_int_equal(unlink(path), 0);

    assert_int_equal(hxp_input_open(&input, path, &error), HXP_EINPUT);
    assert_null(input);
    assert_string_equal(error.file, path);
    assert_string_equal(error.message, "no such file or directory");
    assert_int_equal(hxp_input_open(&input, folder, &error), HXP_EINPUT);
    assert_null(input);
    assert_string_equal(error.message, "is a directory");
    hxp_input_close(NULL);
}

/* --- Output --------------------------------------------------------------- */

static void test_output_memory(void **state)
{
    hxp_output *output;
    char large[5000];
    (void)state;
    memset(large, 'x', sizeof large);
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    assert_int_equal(hxp_output_bytes(output).len, 0);
    hxp_output_write(output, HXP_STR("a"));
    hxp_output_printf(output, "%d%.*s", 7, (int)sizeof large, large);
    assert_false(hxp_output_failed(output));
    assert_null(hxp_output_temporary(output));
    assert_int_equal(hxp_output_finish(output, NULL), HXP_OK);
    hxp_str bytes = hxp_output_bytes(output);
    assert_int_equal(bytes.len, 5002);
    assert_memory_equal(bytes.ptr, "a7xxx", 5);
    assert_memory_equal(bytes.ptr + 2, large, sizeof large);
    hxp_output_close(output);
    hxp_output_close(NULL);
}

static void test_output_appears_whole(void **state)
{
    char path[PATH_SIZE];
    hxp_output *output;
    (void)state;
    in_folder(path, "out");
    assert_int_equal(hxp_output_open(&output, path, NULL), HXP_OK);
    for (int i = 0; i < 100000; i++)
        hxp_output_write(output, HXP_STR("line\n"));
    assert_int_equal(access(path, F_OK), -1);
    assert_non_null(hxp_output_temporary(output));
    assert_int_equal(access(hxp_output_temporary(output), F_OK), 0);
    assert_int_equal(hxp_output_finish(output, NULL), HXP_OK);
    assert_null(hxp_output_temporary(output));
    hxp_output_close(output);
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_size, 500000);
    assert_int_equal(unlink(path), 0);
}

static void test_output_closed_unfinished(void **state)
{
    char path[PATH_SIZE];
    hxp_output *output;
    (void)state;
    in_folder(path, "out");
    assert_int_equal(hxp_output_open(&output, path, NULL), HXP_OK);
    hxp_output_write(output, HXP_STR("half"));
    hxp_output_close(output); /* leave() sees that nothing stays */

    make_file(path, "as it was");
    assert_int_equal(hxp_output_open(&output, path, NULL), HXP_OK);
    hxp_output_write(output, HXP_STR("half"));
    hxp_output_close(output);
    assert_file(path, "as it was");
    assert_int_equal(unlink(path), 0);
}

static void test_output_keeps_mode_and_link(void **state)
{
    char path[PATH_SIZE], link[PATH_SIZE];
    struct stat info;
    hxp_output *output;
    (void)state;
    in_folder(path, "file");
    in_folder(link, "link");
    make_file(path, "old");
    assert_int_equal(chmod(path, 0640), 0);
    assert_int_equal(symlink("file", link), 0);
    assert_int_equal(hxp_output_open(&output, link, NULL), HXP_OK);
    hxp_output_write(output, HXP_STR("new"));
    assert_file(path, "old");
    assert_int_equal(hxp_output_finish(output, NULL), HXP_OK);
    hxp_output_close(output);
    assert_file(path, "new");
    assert_int_equal(lstat(link, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0640);
    assert_int_equal(unlink(link), 0);
    assert_int_equal(unlink(path), 0);
}

static void test_output_onto_its_input(void **state)
{
    char path[PATH_SIZE], bytes[16];
    hxp_input *input;
    hxp_output *output;
    size_t got;
    (void)state;
    in_folder(path, "both");
    make_file(path, "abc");
    assert_int_equal(hxp_input_open(&input, path, NULL), HXP_OK);
    assert_int_equal(hxp_output_open(&output, path, NULL), HXP_OK);
    hxp_output_write(output, HXP_STR("<"));
    assert_int_equal(hxp_input_read(input, bytes, sizeof bytes, &got, NULL),
                     HXP_OK);
    hxp_output_write(output, (hxp_str){ bytes, got });
    assert_int_equal(hxp_output_finish(output, NULL), HXP_OK);
    hxp_output_close(output);
    hxp_input_close(input);
    assert_file(path, "<abc");
    assert_int_equal(unlink(path), 0);
}

static void test_output_full(void **state)
{
    hxp_output *output;
    hxp_error error;
    (void)state;
    assert_int_equal(hxp_output_open(&output, "/dev/full", &error), HXP_OK);
    assert_null(hxp_output_temporary(output));
    hxp_output_write(output, HXP_STR("x"));
    assert_int_equal(hxp_output_finish(output, &error), HXP_ESYSTEM);
    assert_int_equal(error.status, HXP_ESYSTEM);
    assert_string_equal(error.file, "/dev/full");
    assert_string_equal(error.message, "no space left on device");
    hxp_output_close(output);

    assert_int_equal(hxp_output_open(&output, "/dev/full", &error), HXP_OK);
    for (int i = 0; i < 1000; i++)
        hxp_output_printf(output, "%0100d", i);
    assert_true(hxp_output_failed(output));
    assert_int_equal(hxp_output_finish(output, &error), HXP_ESYSTEM);
    hxp_output_close(output);
}

static void test_output_cannot_open(void **state)
{
    char path[PATH_SIZE];
    hxp_output *output;
    hxp_error error;
    (void)state;
    in_folder(path, "none/out");
    assert_int_equal(hxp_output_open(&output, path, &error), HXP_ESYSTEM);
    assert_null(output);
    assert_int_equal(error.status, HXP_ESYSTEM);
    assert_string_equal(error.file, path);
    assert_int_equal(hxp_output_open(&output, folder, &error), HXP_ESYSTEM);
    assert_null(output);
    assert_string_equal(error.message, "is a directory");
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_input_chunks),
        cmocka_unit_test(test_input_peek),
        cmocka_unit_test(test_input_limit),
        IN_FOLDER(test_input_file),
        cmocka_unit_test(test_output_memory),
        IN_FOLDER(test_output_appears_whole),
        IN_FOLDER(test_output_closed_unfinished),
        IN_FOLDER(test_output_keeps_mode_and_link),
        IN_FOLDER(test_output_onto_its_input),
        cmocka_unit_test(test_output_full),
        IN_FOLDER(test_output_cannot_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

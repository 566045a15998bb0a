/* test_concurrent.c - several processes use one store at the same time: those
 * that write wait for one another, those that read see whole files only. */
#include "store.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { WRITERS = 3, READERS = 2, FILES = 15, ROUNDS = 10 };

static hxp_memory *open_store(hxp_memory_mode mode)
{
    hxp_memory *memory;
    hxp_error error = { .message = "" };
    if (hxp_memory_open(&memory, store_name(), mode, &error) == HXP_OK)
        return memory;
    fprintf(stderr, "%s\n", error.message);
    return NULL;
}

/** Write the text that is unit of the file of a writer. */
static void name_text(char text[64], int writer, int file, char unit)
{
    snprintf(text, 64, "text %c of file %d by writer %d", unit, file, writer);
}

/** Add a file of two units of its own, and one that all have. */
static bool add_file(hxp_memory *memory, int writer, int file)
{
    char first[64], second[64], bytes[300];
    hxp_memory_counts counts;
    hxp_error error;
    name_text(first, writer, file, 'a');
    name_text(second, writer, file, 'b');
    snprintf(bytes, sizeof bytes, "en\tnl\n%s\tx\n%s\ty\nof all\tz\n", first,
             second);
    if (store_add(memory, "m", hxp_str_of(bytes), &counts, &error) != HXP_OK) {
        fprintf(stderr, "%s\n", error.message);
        return false;
    }
    return counts.added + counts.same == 3 && counts.added >= 2;
}

/** Every writer also makes the store, if it is the first. */
static bool write_files(int writer)
{
    hxp_memory *memory = open_store(HXP_MEMORY_CREATE);
    bool done = memory;
    for (int file = 0; done && file < FILES; file++)
        done = add_file(memory, writer, file);
    hxp_memory_close(memory);
    return done;
}

/** Count the units of a store. */
static bool count_units(size_t *units, hxp_memory *memory)
{
    hxp_output *output;
    hxp_error error;
    *units = 0;
    if (hxp_output_memory(&output, NULL) != HXP_OK)
        return false;
    bool done = store_export(output, memory, "m", "tsv", &error) == HXP_OK;
    hxp_str found = hxp_output_bytes(output);
    for (size_t i = 0; i < found.len; i++)
        *units += found.ptr[i] == '\n';
    *units -= done;
    hxp_output_close(output);
    return done;
}

static bool find(hxp_memory *memory, const char *text)
{
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    hxp_query query = { .content = { .text = hxp_str_of(text) } };
    const hxp_match *matches;
    hxp_lookup *lookup;
    size_t count = 0;
    options.from = "en";
    options.to = "nl";
    if (hxp_lookup_new(&lookup, memory, &options, NULL) != HXP_OK)
        return false;
    bool done =
        hxp_lookup_find(&matches, &count, lookup, &query, NULL) == HXP_OK &&
        count > 0 && matches[0].score == 100;
    hxp_lookup_free(lookup);
    return done;
}

/** Files are seen whole, none goes again, and what is there is found. */
static bool read_files(void)
{
    size_t before = 0, units;
    hxp_memory *memory = open_store(HXP_MEMORY_READ);
    bool done = memory;
    for (int round = 0; done && round < ROUNDS; round++) {
        done = count_units(&units, memory) && units >= before &&
               units % 2 == 1 && find(memory, "of all");
        before = units;
    }
    hxp_memory_close(memory);
    return done;
}

/** Begin a process that writes, or reads if writer is negative. */
static pid_t begin_process(int writer)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(writer < 0 ? !read_files() : !write_files(writer));
    return child;
}

static void test_processes(void **state)
{
    pid_t children[WRITERS + READERS];
    char text[64];
    size_t units;
    (void)state;
    store_remove();
    hxp_memory *memory = open_store(HXP_MEMORY_CREATE);
    assert_true(add_file(memory, WRITERS, 0));
    hxp_memory_close(memory);
    for (int i = 0; i < WRITERS + READERS; i++)
        children[i] = begin_process(i < WRITERS ? i : -1);
    for (int i = 0; i < WRITERS + READERS; i++) {
        int status;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    memory = open_store(HXP_MEMORY_READ);
    assert_true(count_units(&units, memory));
    assert_int_equal(units, 2 * (WRITERS * FILES + 1) + 1);
    for (int writer = 0; writer < WRITERS; writer++)
        for (int file = 0; file < FILES; file++) {
            name_text(text, writer, file, 'b');
            assert_true(find(memory, text));
        }
    hxp_memory_close(memory);
}

/** All make the store at once. */
static void test_makers(void **state)
{
    pid_t children[WRITERS];
    (void)state;
    for (int round = 0; round < 5; round++) {
        store_remove();
        for (int i = 0; i < WRITERS; i++)
            children[i] = begin_process(i);
        for (int i = 0; i < WRITERS; i++) {
            int status;
            assert_int_equal(waitpid(children[i], &status, 0), children[i]);
            assert_int_equal(status, 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_processes),
        cmocka_unit_test(test_makers),
    };
    return cmocka_run_group_tests_name("concurrent", tests, store_set_up,
                                       store_tear_down);
}

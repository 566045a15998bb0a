/* test_crash.c - a process that uses a store is killed: what it said it had
 * stored is there, and the store and its index are sound. Ten times, or
 * $HEXAPLA_CRASHES times. */
#include "store.h"

#include "base/str.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { USUAL_CRASHES = 10 };

static hxp_memory *open_store(void)
{
    hxp_memory *memory;
    assert_int_equal(
        hxp_memory_open(&memory, store_name(), HXP_MEMORY_CREATE, NULL),
        HXP_OK);
    return memory;
}

static void name_unit(char name[64], int crash, int number)
{
    snprintf(name, 64, "unit %d of process %d", number, crash);
}

/** Find how well the best match of a text scores; 0: there is none. */
static unsigned look_up(hxp_memory *memory, const char *text)
{
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    hxp_query query = { .content = { .text = hxp_str_of(text) } };
    const hxp_match *matches;
    hxp_lookup *lookup;
    size_t count;
    options.from = "en";
    options.to = "nl";
    options.top = 1;
    if (hxp_lookup_new(&lookup, memory, &options, NULL) != HXP_OK)
        return 0;
    hxp_status status = hxp_lookup_find(&matches, &count, lookup, &query, NULL);
    unsigned score = status == HXP_OK && count > 0 ? matches[0].score : 0;
    hxp_lookup_free(lookup);
    return score;
}

/** Add one unit after another, and tell each in the pipe; write the index
 * anew and compact in between. Never returns. */
static void work_until_killed(int crash, int told)
{
    hxp_memory *memory = open_store();
    char name[64], line[128];
    for (int number = 0;; number++) {
        hxp_memory_counts counts;
        name_unit(name, crash, number);
        snprintf(line, sizeof line, "en\tnl\n%s\tvertaald\n", name);
        if (store_add(memory, "m", hxp_str_of(line), &counts, NULL) != HXP_OK ||
            write(told, "x", 1) != 1)
            _exit(1);
        if (number % 5 == 4) {
            const char *index = store_index();
            if (index)
                (void)unlink(index);
            (void)look_up(memory, name);
        }
        if (number % 7 == 6 && hxp_memory_compact(memory, NULL) != HXP_OK)
            _exit(1);
    }
}

/** Let a process work for a while and kill it; returns the units it told. */
static int run_and_kill(int crash)
{
    int ends[2], told = 0;
    char byte;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        work_until_killed(crash, ends[1]);
    }
    close(ends[1]);
    /* let it begin, then go on for a time that differs */
    told += read(ends[0], &byte, 1) == 1;
    struct timespec pause = { 0, 3000000L * (1 + crash * 37 % 60) };
    (void)nanosleep(&pause, NULL);
    assert_int_equal(kill(child, SIGKILL), 0);
    while (read(ends[0], &byte, 1) == 1)
        told++;
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    return told;
}

static void test_crashes(void **state)
{
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): one thread */
    const char *wanted = getenv("HEXAPLA_CRASHES");
    int crashes = wanted ? atoi(wanted) : USUAL_CRASHES; /* NOLINT */
    int all = 0;
    (void)state;
    for (int crash = 0; crash < crashes; crash++) {
        int told = run_and_kill(crash);
        assert_true(told > 0);
        hxp_memory *memory = open_store();
        for (int number = 0; number < told; number++) {
            char name[64];
            name_unit(name, crash, number);
            assert_int_equal(look_up(memory, name), 100);
        }
        assert_int_equal(hxp_memory_compact(memory, NULL), HXP_OK);
        hxp_memory_close(memory);
        all += told;
    }
    print_message("%d units, %d crashes\n", all, crashes);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_crashes) };
    return cmocka_run_group_tests_name("crash", tests, store_set_up,
                                       store_tear_down);
}

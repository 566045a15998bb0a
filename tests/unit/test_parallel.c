/* test_parallel.c - items come out in order, whatever the threads do. */
#include "cli/parallel.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

enum { ITEMS = 500, NEVER = ITEMS + 1 };

struct numbers {
    size_t next, given, stop;
};

/** Take a number, slowly where it will not be wanted any more: it is given all
 * the same. */
static void *take(void *context)
{
    struct numbers *numbers = context;
    const struct timespec moment = { .tv_nsec = 1000000 };
    if (numbers->next >= numbers->stop)
        nanosleep(&moment, NULL);
    size_t *item = numbers->next < ITEMS ? malloc(sizeof *item) : NULL;
    if (item)
        *item = numbers->next++;
    return item;
}

/** Work that takes long for some, so that others overtake them. */
static void work(void *context, void *state, void *item)
{
    size_t *number = item, turns = *number % 7 == 0 ? 200000 : 10;
    (void)context;
    for (volatile size_t i = 0; i < turns; i++)
        ++*(size_t *)state;
    *number *= 2;
}

static bool give(void *context, void *item)
{
    struct numbers *numbers = context;
    assert_int_equal(*(size_t *)item, 2 * numbers->given);
    free(item);
    return ++numbers->given != numbers->stop;
}

static void *begin(void *context)
{
    (void)context;
    return calloc(1, sizeof(size_t));
}

static void run(size_t threads, size_t stop, size_t least)
{
    struct numbers numbers = { .stop = stop };
    const hxp_parallel parallel = { &numbers, take, work, give, begin, free };
    assert_true(hxp_parallel_run(&parallel, threads));
    assert_true(numbers.given >= least);
    assert_int_equal(numbers.given, numbers.next); /* none is lost */
}

static void test_order(void **state)
{
    (void)state;
    for (size_t threads = 1; threads <= 8; threads++)
        run(threads, NEVER, ITEMS);
}

static void test_stop(void **state)
{
    (void)state;
    for (size_t threads = 1; threads <= 8; threads++)
        run(threads, 20, 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

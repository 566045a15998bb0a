/* parallel.h - work on a stream of items by threads, results in order. */
#ifndef CLI_PARALLEL_H
#define CLI_PARALLEL_H

#include <stdbool.h>
#include <stddef.h>

/** A stream of items and what is to be done with each. */
typedef struct hxp_parallel {
    void *context;
    /** Give the next item, or NULL at the end. One thread calls at a time. */
    void *(*take)(void *context);
    /** Work on item. Any number of threads at once, each with its own state. */
    void (*work)(void *context, void *state, void *item);
    /** Receive item, whose work is done: in the order they were taken, on the
     * thread that runs it all. False: take no more. Frees the item. */
    bool (*give)(void *context, void *item);
    /** Make and free the state of a thread; it outlives what it worked on. */
    void *(*begin)(void *context);
    void (*end)(void *state);
} hxp_parallel;

/** Work on all items with so many threads; 0: one for each core. False: no
 * memory. */
bool hxp_parallel_run(const hxp_parallel *parallel, size_t threads);

#endif

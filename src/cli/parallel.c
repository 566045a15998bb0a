/* parallel.c - a window of items, filled by threads, emptied in order. */
#include "cli/parallel.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum { WINDOW = 4, MOST_THREADS = 256 }; /* items at once, for each thread */

struct slot {
    void *item;
    bool ready;
};

/** Threads at work. */
struct crew {
    const hxp_parallel *parallel;
    pthread_mutex_t taking; /* who holds it takes the next item */
    pthread_mutex_t lock;   /* of all that follows */
    pthread_cond_t changed;
    struct slot *slots;
    size_t window;
    size_t taken, given; /* items since the beginning */
    bool asked;          /* for an item, which may yet come */
    bool ended;
};

struct worker {
    struct crew *crew;
    void *state;
    pthread_t thread;
};

/** Take the next item into a free slot; NULL: there is none. */
static struct slot *take(struct crew *crew)
{
    struct slot *slot = NULL;
    void *item = NULL;
    pthread_mutex_lock(&crew->taking);
    pthread_mutex_lock(&crew->lock);
    while (!crew->ended && crew->taken - crew->given >= crew->window)
        pthread_cond_wait(&crew->changed, &crew->lock);
    if (!crew->ended) { /* may wait for input, while others go on */
        crew->asked = true;
        pthread_mutex_unlock(&crew->lock);
        item = crew->parallel->take(crew->parallel->context);
        pthread_mutex_lock(&crew->lock);
        crew->asked = false;
    }
    if (item) {
        slot = &crew->slots[crew->taken++ % crew->window];
        *slot = (struct slot){ item, false };
    } else {
        crew->ended = true;
    }
    pthread_cond_broadcast(&crew->changed);
    pthread_mutex_unlock(&crew->lock);
    pthread_mutex_unlock(&crew->taking);
    return slot;
}

static void *run_worker(void *data)
{
    struct worker *worker = data;
    struct crew *crew = worker->crew;
    struct slot *slot;
    while ((slot = take(crew)) != NULL) {
        crew->parallel->work(crew->parallel->context, worker->state,
                             slot->item);
        pthread_mutex_lock(&crew->lock);
        slot->ready = true;
        pthread_cond_broadcast(&crew->changed);
        pthread_mutex_unlock(&crew->lock);
    }
    return NULL;
}

/** Give what is ready, in order, until all is given. */
static void give_all(struct crew *crew)
{
    pthread_mutex_lock(&crew->lock);
    while (!crew->ended || crew->asked || crew->given < crew->taken) {
        struct slot *slot = &crew->slots[crew->given % crew->window];
        if (crew->given == crew->taken || !slot->ready) {
            pthread_cond_wait(&crew->changed, &crew->lock);
            continue;
        }
        pthread_mutex_unlock(&crew->lock);
        bool more = crew->parallel->give(crew->parallel->context, slot->item);
        pthread_mutex_lock(&crew->lock);
        crew->given++;
        crew->ended = crew->ended || !more;
        pthread_cond_broadcast(&crew->changed);
    }
    pthread_mutex_unlock(&crew->lock);
}

/** The same on one thread. */
static void run_alone(const hxp_parallel *parallel, void *state)
{
    void *item;
    bool more = true;
    while (more && (item = parallel->take(parallel->context)) != NULL) {
        parallel->work(parallel->context, state, item);
        more = parallel->give(parallel->context, item);
    }
}

/** Start threads, as many as the system lets us; at least one runs. */
static void run_crew(struct crew *crew, struct worker *workers, size_t count)
{
    size_t started = 0;
    while (started < count &&
           pthread_create(&workers[started].thread, NULL, run_worker,
                          &workers[started]) == 0)
        started++;
    if (started == 0)
        run_alone(crew->parallel, workers[0].state);
    else
        give_all(crew);
    for (size_t i = 0; i < started; i++)
        pthread_join(workers[i].thread, NULL);
}

static size_t count_cores(void)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores > 0 ? (size_t)cores : 1;
}

bool hxp_parallel_run(const hxp_parallel *parallel, size_t threads)
{
    size_t wanted = threads > 0 ? threads : count_cores();
    size_t count = wanted < MOST_THREADS ? wanted : MOST_THREADS;
    struct crew crew = { .parallel = parallel, .window = WINDOW * count };
    struct worker *workers = calloc(count, sizeof *workers);
    bool done = workers != NULL;
    crew.slots = calloc(crew.window, sizeof *crew.slots);
    done = done && crew.slots;
    pthread_mutex_init(&crew.taking, NULL);
    pthread_mutex_init(&crew.lock, NULL);
    pthread_cond_init(&crew.changed, NULL);
    for (size_t i = 0; done && i < count; i++) {
        workers[i].crew = &crew;
        workers[i].state = parallel->begin(parallel->context);
        done = workers[i].state != NULL;
    }
    if (done && count == 1)
        run_alone(parallel, workers[0].state);
    else if (done)
        run_crew(&crew, workers, count);
    for (size_t i = 0; workers && i < count; i++)
        parallel->end(workers[i].state);
    pthread_cond_destroy(&crew.changed);
    pthread_mutex_destroy(&crew.lock);
    pthread_mutex_destroy(&crew.taking);
    free(workers);
    free(crew.slots);
    return done;
}

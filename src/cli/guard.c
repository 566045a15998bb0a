/* guard.c - the unfinished files that a signal must remove. */
#include "cli/guard.h"

#include "base/error.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/** What the handler reads. Signals are blocked while it changes. */
static struct {
    const hxp_output *output;
    const char *volatile temporary;
} guarded[HXP_GUARDED];
static int next_slot; /* where the search for one begins */

static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGPIPE };
enum { SIGNALS = sizeof signals / sizeof signals[0] };

static void remove_and_die(int number)
{
    for (int i = 0; i < HXP_GUARDED; i++)
        if (guarded[i].temporary)
            unlink(guarded[i].temporary);
    signal(number, SIG_DFL);
    raise(number);
}

static void all_signals(sigset_t *set)
{
    sigemptyset(set);
    for (int i = 0; i < SIGNALS; i++)
        sigaddset(set, signals[i]);
}

void hxp_guard_signals(void)
{
    struct sigaction action, before;
    memset(&action, 0, sizeof action);
    action.sa_handler = remove_and_die;
    all_signals(&action.sa_mask);
    for (int i = 0; i < SIGNALS; i++)
        if (sigaction(signals[i], NULL, &before) == 0 &&
            before.sa_handler != SIG_IGN)
            sigaction(signals[i], &action, NULL);
    signal(SIGXFSZ, SIG_IGN); /* writing too large a file fails instead */
}

static void block(sigset_t *before)
{
    sigset_t set;
    all_signals(&set);
    sigprocmask(SIG_BLOCK, &set, before);
}

static void unblock(const sigset_t *before)
{
    sigprocmask(SIG_SETMASK, before, NULL);
}

/** The slot of output; of NULL a free one; -1: there is none. */
static int slot_of(const hxp_output *output)
{
    for (int i = 0; i < HXP_GUARDED; i++) {
        int slot = (next_slot + i) % HXP_GUARDED;
        if (guarded[slot].output != output)
            continue;
        next_slot = slot + 1; /* they mostly come and go in order */
        return slot;
    }
    return -1;
}

hxp_status hxp_guard_open(hxp_output **out, const char *path, hxp_error *error)
{
    sigset_t before;
    int slot = slot_of(NULL);
    *out = NULL;
    if (slot < 0)
        return hxp_fail(error, HXP_ESYSTEM, "more than %d outputs",
                        HXP_GUARDED);
    block(&before);
    hxp_status status = hxp_output_open(out, path ? path : "-", error);
    if (status == HXP_OK) {
        guarded[slot].output = *out;
        guarded[slot].temporary = hxp_output_temporary(*out);
    }
    unblock(&before);
    return status;
}

static void forget(const hxp_output *output)
{
    int slot = slot_of(output);
    if (slot < 0)
        return;
    guarded[slot].output = NULL;
    guarded[slot].temporary = NULL;
}

void hxp_guard_close(hxp_output *output)
{
    sigset_t before;
    if (!output)
        return;
    block(&before);
    forget(output);
    hxp_output_close(output);
    unblock(&before);
}

hxp_status hxp_guard_finish(hxp_output *output, hxp_error *error)
{
    hxp_error own;
    sigset_t before;
    /* A pipe may block for long, but then nothing has to be removed. */
    bool removable = hxp_output_temporary(output) != NULL;
    if (removable)
        block(&before);
    hxp_status status = hxp_output_finish(output, &own);
    forget(output);
    hxp_output_close(output);
    if (removable)
        unblock(&before);
    if (status != HXP_OK && strcmp(own.file, "-") == 0)
        snprintf(own.file, sizeof own.file, "standard output");
    if (status != HXP_OK && error)
        *error = own;
    return status;
}

hxp_status hxp_guard_end(hxp_output *output, hxp_status status,
                         hxp_error *error)
{
    if (status == HXP_OK)
        return hxp_guard_finish(output, error);
    hxp_guard_close(output);
    return status;
}

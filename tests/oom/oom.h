/* oom.h - makes each allocation of a call fail in turn. */
#ifndef TESTS_OOM_H
#define TESTS_OOM_H

#include <hexapla/base.h>

/** What is tested. It frees all it makes, also when it fails. */
typedef hxp_status oom_call(void *context, hxp_error *error);

/**
 * Run call with its first allocation failing, then with its second, and so
 * on until none is left and it succeeds. Every failing run must return
 * HXP_ENOMEM and say so in *error; leaks are LeakSanitizer's to find.
 *
 * Allocations that shared libraries make for themselves do not fail.
 */
void oom_each(oom_call *call, void *context);

#endif

/* oom.c - stands between the library and malloc (the linker's --wrap). */
#include "oom.h"

#include <errno.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MOST = 1000000 };

static size_t left;   /* allocations until the one that fails; 0: none does */
static size_t failed; /* allocations that failed */

static bool fails(void)
{
    if (left == 0 || --left > 0)
        return false;
    failed++;
    errno = ENOMEM;
    return true;
}

/* The names are the linker's. */
void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *__real_reallocarray(void *old, size_t count, size_t size);
void *__wrap_reallocarray(void *old, size_t count, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);
char *__real_strdup(const char *text);
char *__wrap_strdup(const char *text);
char *__real_strndup(const char *text, size_t size);
char *__wrap_strndup(const char *text, size_t size);
char *__real_realpath(const char *path, char *resolved);
char *__wrap_realpath(const char *path, char *resolved);

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return fails() ? NULL : __real_realloc(old, size);
}

void *__wrap_reallocarray(void *old, size_t count, size_t size)
{
    return fails() ? NULL : __real_reallocarray(old, count, size);
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
    return fails() ? NULL : __real_aligned_alloc(alignment, size);
}

char *__wrap_strdup(const char *text)
{
    return fails() ? NULL : __real_strdup(text);
}

char *__wrap_strndup(const char *text, size_t size)
{
    return fails() ? NULL : __real_strndup(text, size);
}

char *__wrap_realpath(const char *path, char *resolved)
{
    return !resolved && fails() ? NULL : __real_realpath(path, resolved);
}

void oom_each(oom_call *call, void *context)
{
    for (size_t n = 1; n <= MOST; n++) {
        hxp_error error = { 0 };
        failed = 0;
        left = n;
        hxp_status status = call(context, &error);
        left = 0;
        if (failed == 0) {
            if (status != HXP_OK)
                fail_msg("status %d with enough memory: %s", (int)status,
                         error.message);
            if (n == 1)
                fail_msg("the call allocates nothing");
            return;
        }
        if (status != HXP_ENOMEM || error.status != HXP_ENOMEM)
            fail_msg("allocation %zu failed, but status is %d (error: %d, %s)",
                     n, (int)status, (int)error.status, error.message);
    }
    fail_msg("more than %d allocations", (int)MOST);
}

/* seen.c - puts what a test saw together. */
#include "seen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

void add(seen *to, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int more =
        vsnprintf(to->text + to->len, sizeof to->text - to->len, format, args);
    va_end(args);
    assert_true(more >= 0 && (size_t)more < sizeof to->text - to->len);
    to->len += (size_t)more;
}

/* error.h - filling in hxp_error. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <hexapla/base.h>

/** Fill error (NULL is allowed) without a place; returns status. */
hxp_status hxp_fail(hxp_error *error, hxp_status status, const char *format,
                    ...) HXP_PRINTF(3, 4);

/** Fill error with a file and a place in it (line 0: none). */
hxp_status hxp_fail_at(hxp_error *error, hxp_status status, const char *file,
                       hxp_place place, const char *format, ...)
    HXP_PRINTF(5, 6);

/** Fill error from errno for what could not be done with file. */
hxp_status hxp_fail_errno(hxp_error *error, const char *file, int number);

/** Say that memory ran out; returns HXP_ENOMEM. */
hxp_status hxp_no_memory(hxp_error *error);

#endif

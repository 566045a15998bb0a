/* error.c - formats messages into the caller's hxp_error. */
#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#ifndef HEXAPLA_VERSION
#error "the build defines HEXAPLA_VERSION"
#endif

const char *hxp_version(void)
{
    return HEXAPLA_VERSION;
}

/** Copy text, cut at a character's border if it is too long. */
static void copy_text(char *to, size_t size, const char *text)
{
    size_t len = strlen(text);
    if (len >= size) {
        len = size - 1;
        while (len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80)
            len--;
    }
    memcpy(to, text, len);
    to[len] = '\0';
}

HXP_PRINTF(3, 0)
static void fill(hxp_error *error, hxp_status status, const char *format,
                 va_list args)
{
    char message[1024];
    vsnprintf(message, sizeof message, format, args);
    for (char *c = message; *c; c++)
        if (*c == '\n' || *c == '\r')
            *c = ' ';
    copy_text(error->message, sizeof error->message, message);
    error->status = status;
    error->place = (hxp_place){ 0, 0, 0 };
    error->file[0] = '\0';
}

hxp_status hxp_fail(hxp_error *error, hxp_status status, const char *format,
                    ...)
{
    if (error) {
        va_list args;
        va_start(args, format);
        fill(error, status, format, args);
        va_end(args);
    }
    return status;
}

hxp_status hxp_fail_at(hxp_error *error, hxp_status status, const char *file,
                       hxp_place place, const char *format, ...)
{
    if (error) {
        va_list args;
        va_start(args, format);
        fill(error, status, format, args);
        va_end(args);
        copy_text(error->file, sizeof error->file, file);
        error->place = place;
    }
    return status;
}

hxp_status hxp_fail_errno(hxp_error *error, const char *file, int number)
{
    char text[128] = "unknown error";
    hxp_status status = HXP_ESYSTEM;
    if (number == ENOMEM)
        return hxp_no_memory(error);
    if (number == ENOENT || number == ENOTDIR || number == EISDIR)
        status = HXP_EINPUT;
    if (strerror_r(number, text, sizeof text) != 0)
        snprintf(text, sizeof text, "error %d", number);
    if (text[0] >= 'A' && text[0] <= 'Z')
        text[0] = (char)(text[0] - 'A' + 'a');
    return hxp_fail_at(error, status, file, (hxp_place){ 0, 0, 0 }, "%s", text);
}

hxp_status hxp_no_memory(hxp_error *error)
{
    return hxp_fail(error, HXP_ENOMEM, "out of memory");
}

/* output.c - bytes to a file descriptor or to memory, whole or not at all. */
#include "base/output.h"
#include "base/array.h"
#include "base/error.h"
#include "base/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FLUSH_AT = 1 << 16, TRIES = 100 };

struct hxp_output {
    char *name;         /* what the user called it */
    char *target;       /* where the finished file goes, or NULL */
    char *temporary;    /* the unfinished file beside it, or NULL */
    int file;           /* descriptor, or -1 for memory */
    int failure;        /* errno of the first failure, or 0 */
    bool nowhere;       /* bytes are counted only */
    size_t size;        /* bytes written so far, before packing */
    hxp_buffer bytes;   /* not yet written */
    hxp_packer *packer; /* of bytes on their way, or NULL */
    hxp_buffer packed;
};

/** Make a new file beside the target; returns errno or 0. */
static int open_temporary(hxp_output *output)
{
    size_t size = strlen(output->target) + 32;
    output->temporary = malloc(size);
    if (!output->temporary)
        return ENOMEM;
    for (unsigned i = 0; i < TRIES && output->file < 0; i++) {
        snprintf(output->temporary, size, "%s.%ld-%u.tmp", output->target,
                 (long)getpid(), i);
        output->file = open(output->temporary,
                            O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (output->file < 0 && errno != EEXIST)
            break;
    }
    if (output->file >= 0)
        return 0;
    int failure = errno;
    free(output->temporary);
    output->temporary = NULL;
    return failure;
}

/** Open path, behind its symbolic link if it is one; returns errno or 0. */
static int open_target(hxp_output *output, const char *path)
{
    struct stat info;
    bool exists = stat(path, &info) == 0;
    if (exists && S_ISDIR(info.st_mode))
        return EISDIR;
    if (exists && !S_ISREG(info.st_mode)) {
        output->file = open(path, O_WRONLY | O_CLOEXEC);
        return output->file < 0 ? errno : 0;
    }
    output->target = exists ? realpath(path, NULL) : strdup(path);
    if (!output->target)
        return errno;
    int failure = open_temporary(output);
    if (failure == 0 && exists &&
        fchmod(output->file, info.st_mode & 07777) != 0)
        failure = errno;
    return failure;
}

static hxp_status new_output(hxp_output **out, const char *name,
                             hxp_error *error)
{
    *out = calloc(1, sizeof **out);
    if (*out)
        (*out)->name = strdup(name);
    if (!*out || !(*out)->name) {
        free(*out);
        *out = NULL;
        return hxp_no_memory(error);
    }
    (*out)->file = -1;
    return HXP_OK;
}

hxp_status hxp_output_open(hxp_output **out, const char *path, hxp_error *error)
{
    hxp_status status = new_output(out, path, error);
    if (status != HXP_OK)
        return status;
    int failure = 0;
    if (strcmp(path, "-") == 0)
        (*out)->file = STDOUT_FILENO;
    else
        failure = open_target(*out, path);
    if (failure == 0 && hxp_is_packed_name(path)) {
        (*out)->packer = hxp_packer_new(path);
        failure = (*out)->packer ? 0 : ENOMEM;
    }
    if (failure == 0)
        return HXP_OK;
    hxp_output_close(*out);
    *out = NULL;
    status = hxp_fail_errno(error, path, failure);
    if (status == HXP_EINPUT && error)
        error->status = HXP_ESYSTEM;
    return status == HXP_EINPUT ? HXP_ESYSTEM : status;
}

hxp_status hxp_output_descriptor(hxp_output **out, int file, const char *name,
                                 hxp_error *error)
{
    hxp_status status = new_output(out, name, error);
    if (status == HXP_OK)
        (*out)->file = file;
    return status;
}

hxp_status hxp_output_memory(hxp_output **out, hxp_error *error)
{
    return new_output(out, "memory", error);
}

hxp_status hxp_output_nowhere(hxp_output **out, hxp_error *error)
{
    hxp_status status = new_output(out, "nowhere", error);
    if (status == HXP_OK)
        (*out)->nowhere = true;
    return status;
}

static void write_out(hxp_output *output, hxp_buffer *bytes)
{
    size_t done = 0;
    while (done < bytes->len && output->failure == 0) {
        ssize_t count =
            write(output->file, bytes->ptr + done, bytes->len - done);
        if (count >= 0)
            done += (size_t)count;
        else if (errno != EINTR)
            output->failure = errno;
    }
    bytes->len = 0;
}

static void flush(hxp_output *output, bool last)
{
    if (!output->packer) {
        write_out(output, &output->bytes);
        return;
    }
    if (output->failure == 0 && !hxp_pack(output->packer, &output->packed,
                                          hxp_buffer_str(&output->bytes), last))
        output->failure = ENOMEM;
    output->bytes.len = 0;
    write_out(output, &output->packed);
}

void hxp_output_write(hxp_output *output, hxp_str bytes)
{
    if (output->failure)
        return;
    output->size += bytes.len;
    if (output->nowhere)
        return;
    if (!hxp_buffer_add(&output->bytes, bytes))
        output->failure = ENOMEM;
    else if (output->file >= 0 && output->bytes.len >= FLUSH_AT)
        flush(output, false);
}

void hxp_output_printf(hxp_output *output, const char *format, ...)
{
    char small[512];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(small, sizeof small, format, args);
    va_end(args);
    if (len < 0) {
        output->failure = EOVERFLOW;
    } else if ((size_t)len < sizeof small) {
        hxp_output_write(output, (hxp_str){ small, (size_t)len });
    } else {
        char *large = malloc((size_t)len + 1);
        if (!large) {
            output->failure = ENOMEM;
            return;
        }
        va_start(args, format);
        vsnprintf(large, (size_t)len + 1, format, args);
        va_end(args);
        hxp_output_write(output, (hxp_str){ large, (size_t)len });
        free(large);
    }
}

size_t hxp_output_size(const hxp_output *output)
{
    return output->size;
}

bool hxp_output_failed(const hxp_output *output)
{
    return output->failure != 0;
}

hxp_str hxp_output_bytes(const hxp_output *output)
{
    return hxp_buffer_str(&output->bytes);
}

const char *hxp_output_temporary(const hxp_output *output)
{
    return output->temporary;
}

/** Write what is left and close the descriptor, unless it is standard output.
 */
static void complete(hxp_output *output)
{
    if (output->file < 0)
        return;
    flush(output, true);
    if (output->file > STDOUT_FILENO && close(output->file) != 0 &&
        output->failure == 0)
        output->failure = errno;
    output->file = -1;
}

/** Rename the complete file; returns errno or 0. */
static int put_in_place(hxp_output *output)
{
    if (!output->temporary)
        return 0;
    if (rename(output->temporary, output->target) != 0)
        return errno;
    free(output->temporary);
    output->temporary = NULL;
    return 0;
}

/** What has become of the output so far. */
static hxp_status outcome(const hxp_output *output, hxp_error *error)
{
    if (output->failure == 0)
        return HXP_OK;
    hxp_fail_errno(error, output->name, output->failure);
    if (output->failure == ENOMEM)
        return HXP_ENOMEM;
    if (error)
        error->status = HXP_ESYSTEM;
    return HXP_ESYSTEM;
}

hxp_status hxp_output_complete(hxp_output *output, hxp_error *error)
{
    complete(output);
    if (output->temporary)
        hxp_buffer_free(&output->bytes);
    return outcome(output, error);
}

hxp_status hxp_output_finish(hxp_output *output, hxp_error *error)
{
    complete(output);
    if (output->failure == 0)
        output->failure = put_in_place(output);
    return outcome(output, error);
}

void hxp_output_close(hxp_output *output)
{
    if (!output)
        return;
    if (output->file > STDOUT_FILENO)
        close(output->file);
    if (output->temporary)
        unlink(output->temporary);
    free(output->temporary);
    free(output->target);
    free(output->name);
    hxp_buffer_free(&output->bytes);
    hxp_packer_free(output->packer);
    hxp_buffer_free(&output->packed);
    free(output);
}

/* nameless.c - temporary files, unlinked as soon as they are there. */
#include "base/nameless.h"

#include "base/error.h"
#include "base/input.h"
#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

hxp_status hxp_open_nameless(int *file, hxp_error *error)
{
    char path[4096];
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): only read */
    const char *folder = getenv("TMPDIR");
    int len = snprintf(path, sizeof path, "%s/hexapla-XXXXXX",
                       folder && folder[0] ? folder : "/tmp");
    *file = -1;
    if (len < 0 || (size_t)len >= sizeof path)
        errno = ENAMETOOLONG;
    else
        *file = mkstemp(path);
    if (*file < 0) {
        hxp_fail_errno(error, HXP_NAMELESS, errno);
        if (error)
            error->status = HXP_ESYSTEM;
        return HXP_ESYSTEM;
    }
    unlink(path);
    fcntl(*file, F_SETFD, FD_CLOEXEC);
    return HXP_OK;
}

/** Another descriptor of file; *twin is -1 on failure. */
static hxp_status duplicate(int *twin, int file, hxp_error *error)
{
    *twin = fcntl(file, F_DUPFD_CLOEXEC, 3);
    return *twin < 0 ? hxp_fail_errno(error, HXP_NAMELESS, errno) : HXP_OK;
}

hxp_status hxp_output_nameless(hxp_output **out, int file, hxp_error *error)
{
    int twin;
    *out = NULL;
    hxp_status status = duplicate(&twin, file, error);
    if (status == HXP_OK)
        status = hxp_output_descriptor(out, twin, HXP_NAMELESS, error);
    if (status != HXP_OK && twin >= 0)
        close(twin);
    return status;
}

hxp_status hxp_input_nameless(hxp_input **out, int file, const char *name,
                              hxp_error *error)
{
    int twin;
    *out = NULL;
    if (lseek(file, 0, SEEK_SET) < 0)
        return hxp_fail_errno(error, HXP_NAMELESS, errno);
    hxp_status status = duplicate(&twin, file, error);
    if (status == HXP_OK)
        status = hxp_input_descriptor(out, twin, name, error);
    if (status != HXP_OK && twin >= 0)
        close(twin);
    return status;
}

/** Write all that input still has to file. */
static hxp_status copy_to(int file, hxp_input *input, hxp_error *error)
{
    char bytes[1 << 14];
    size_t got = 1;
    hxp_output *output;
    hxp_status status = hxp_output_nameless(&output, file, error);
    while (status == HXP_OK && got > 0) {
        status = hxp_input_read(input, bytes, sizeof bytes, &got, error);
        if (status == HXP_OK)
            hxp_output_write(output, (hxp_str){ bytes, got });
    }
    if (status == HXP_OK)
        status = hxp_output_finish(output, error);
    hxp_output_close(output);
    return status;
}

hxp_status hxp_keep_nameless(int *file, hxp_input *input, hxp_error *error)
{
    hxp_status status = hxp_open_nameless(file, error);
    if (status != HXP_OK)
        return status;
    status = copy_to(*file, input, error);
    if (status == HXP_OK)
        return HXP_OK;
    close(*file);
    *file = -1;
    return status;
}

hxp_status hxp_input_keep(hxp_input **copy, hxp_input *input, hxp_error *error)
{
    int file;
    *copy = NULL;
    hxp_status status = hxp_keep_nameless(&file, input, error);
    if (status != HXP_OK)
        return status;
    status = hxp_input_nameless(copy, file, hxp_input_name(input), error);
    close(file);
    return status;
}

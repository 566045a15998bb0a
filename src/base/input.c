/* input.c - bytes from a file descriptor, from memory or from a source. */
#include "base/input.h"

#include "base/error.h"
#include "base/source.h"
#include "base/str.h"
#include "base/unpack.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct hxp_input {
    char *name;
    int file;                /* descriptor, or -1 for the others */
    hxp_byte_source *source; /* or NULL */
    hxp_str bytes;           /* of memory: what is left */
    size_t chunk;
    char head[HXP_INPUT_PEEK]; /* looked at, not yet taken */
    size_t head_at, head_len;
    hxp_error failure; /* met while looking ahead, told once that is taken */
};

static hxp_status new_input(hxp_input **out, const char *name, int file,
                            hxp_error *error)
{
    hxp_input *input = calloc(1, sizeof *input);
    *out = NULL;
    if (input)
        input->name = strdup(name);
    if (!input || !input->name) {
        free(input);
        return hxp_no_memory(error);
    }
    input->file = file;
    *out = input;
    return HXP_OK;
}

/** Open path for reading; a negative number is -errno. */
static int open_file(const char *path)
{
    struct stat info;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return -errno;
    if (fstat(file, &info) == 0 && S_ISDIR(info.st_mode)) {
        close(file);
        return -EISDIR;
    }
    return file;
}

hxp_status hxp_input_open(hxp_input **out, const char *path, hxp_error *error)
{
    int file = strcmp(path, "-") == 0 ? STDIN_FILENO : open_file(path);
    *out = NULL;
    if (file < 0)
        return hxp_fail_errno(error, path, -file);
    hxp_status status = new_input(out, path, file, error);
    if (status != HXP_OK && file != STDIN_FILENO)
        close(file);
    /* What dictzip made is read in parts, by dictzip.h. */
    if (status == HXP_OK && !hxp_str_ends(hxp_str_of(path), HXP_STR(".dz")))
        status = hxp_input_unpack(out, error);
    if (status != HXP_OK) {
        hxp_input_close(*out);
        *out = NULL;
    }
    return status;
}

hxp_status hxp_input_source(hxp_input **out, hxp_byte_source *source,
                            const char *name, hxp_error *error)
{
    hxp_status status = new_input(out, name, -1, error);
    if (status == HXP_OK)
        (*out)->source = source;
    else
        source->close(source);
    return status;
}

hxp_status hxp_input_descriptor(hxp_input **out, int file, const char *name,
                                hxp_error *error)
{
    return new_input(out, name, file, error);
}

hxp_status hxp_input_memory(hxp_input **out, hxp_str bytes, const char *name,
                            hxp_error *error)
{
    hxp_status status = new_input(out, name, -1, error);
    if (status == HXP_OK)
        (*out)->bytes = bytes;
    return status;
}

void hxp_input_set_chunk(hxp_input *input, size_t size)
{
    input->chunk = size;
}

const char *hxp_input_name(const hxp_input *input)
{
    return input->name;
}

/** Take from the bytes in memory. */
static size_t take(hxp_str *from, void *buffer, size_t size)
{
    if (size > from->len)
        size = from->len;
    if (size > 0)
        memcpy(buffer, from->ptr, size);
    from->ptr += size;
    from->len -= size;
    return size;
}

static hxp_status read_source(hxp_input *input, void *buffer, size_t size,
                              size_t *got, hxp_error *error)
{
    *got = 0;
    if (input->failure.status != HXP_OK) {
        if (error)
            *error = input->failure;
        return input->failure.status;
    }
    if (input->chunk > 0 && size > input->chunk)
        size = input->chunk;
    if (input->source)
        return input->source->read(input->source, buffer, size, got, error);
    if (input->file < 0) {
        *got = take(&input->bytes, buffer, size);
        return HXP_OK;
    }
    ssize_t count;
    do
        count = read(input->file, buffer, size);
    while (count < 0 && errno == EINTR);
    if (count < 0)
        return hxp_fail_errno(error, input->name, errno);
    *got = (size_t)count;
    return HXP_OK;
}

hxp_status hxp_input_read(hxp_input *input, void *buffer, size_t size,
                          size_t *got, hxp_error *error)
{
    hxp_str head = { input->head + input->head_at,
                     input->head_len - input->head_at };
    if (head.len == 0)
        return read_source(input, buffer, size, got, error);
    if (input->chunk > 0 && size > input->chunk)
        size = input->chunk;
    *got = take(&head, buffer, size);
    input->head_at += *got;
    return HXP_OK;
}

hxp_status hxp_input_peek(hxp_input *input, size_t size, hxp_str *head,
                          hxp_error *error)
{
    hxp_status status = HXP_OK;
    hxp_error why = { .status = HXP_OK };
    size_t got = 1;
    memmove(input->head, input->head + input->head_at,
            input->head_len - input->head_at);
    input->head_len -= input->head_at;
    input->head_at = 0;
    while (status == HXP_OK && got > 0 && input->head_len < size) {
        status = read_source(input, input->head + input->head_len,
                             size - input->head_len, &got, &why);
        input->head_len += got;
    }
    if (status != HXP_OK && input->head_len > 0) {
        input->failure = why;
        status = HXP_OK;
    } else if (status != HXP_OK && error) {
        *error = why;
    }
    *head = (hxp_str){ input->head, input->head_len };
    return status;
}

bool hxp_input_size(const hxp_input *input, size_t *size)
{
    struct stat info;
    *size = input->bytes.len;
    if (input->source)
        return false;
    if (input->file < 0)
        return true;
    if (fstat(input->file, &info) != 0 || !S_ISREG(info.st_mode))
        return false;
    *size = (size_t)info.st_size;
    return true;
}

hxp_status hxp_input_read_at(const hxp_input *input, void *buffer,
                             size_t offset, size_t size, hxp_error *error)
{
    char *to = buffer;
    ssize_t count = 1;
    if (input->file < 0 && offset <= input->bytes.len) {
        hxp_str rest = hxp_str_part(input->bytes, offset, input->bytes.len);
        size -= take(&rest, to, size);
    }
    while (input->file >= 0 && size > 0 && count != 0) {
        count = pread(input->file, to, size, (off_t)offset);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return hxp_fail_errno(error, input->name, errno);
        to += count;
        offset += (size_t)count;
        size -= (size_t)count;
    }
    return size == 0 ? HXP_OK
                     : hxp_fail_at(error, HXP_EINPUT, input->name,
                                   (hxp_place){ 0, 0, 0 }, "the file is cut");
}

hxp_status hxp_input_read_all(hxp_input *input, hxp_buffer *buffer,
                              size_t limit, hxp_error *error)
{
    size_t step = 1 << 16;
    for (;;) {
        size_t got;
        if (!hxp_array_reserve(&buffer->ptr, &buffer->capacity,
                               buffer->len + step, 1))
            return hxp_no_memory(error);
        hxp_status status =
            hxp_input_read(input, buffer->ptr + buffer->len, step, &got, error);
        if (status != HXP_OK || got == 0)
            return status;
        buffer->len += got;
        if (buffer->len > limit)
            return hxp_fail_at(error, HXP_ELIMIT, input->name,
                               (hxp_place){ 0, 0, 0 },
                               "longer than %zu bytes, the limit", limit);
    }
}

void hxp_input_close(hxp_input *input)
{
    if (!input)
        return;
    if (input->file > STDIN_FILENO)
        close(input->file);
    if (input->source)
        input->source->close(input->source);
    free(input->name);
    free(input);
}

/* scratch.c - a nameless file: appended to, patched, read at any place. */
#include "base/scratch.h"

#include "base/array.h"
#include "base/error.h"
#include "base/nameless.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { UNIT = 16, FLUSH_AT = 1 << 16, WINDOW = 1 << 12 };

/** What stands before the bytes of a record. Records begin at UNITs. */
typedef struct record_head {
    uint64_t len;
    uint32_t mark;
    uint32_t next;
} record_head;

struct hxp_scratch {
    int file;
    uint64_t written; /* bytes of the file; pending comes after them */
    hxp_buffer pending;
    hxp_buffer bytes; /* of the record read last */
    char window[WINDOW];
    uint64_t window_at;
    size_t window_len;
};

hxp_status hxp_scratch_new(hxp_scratch **out, hxp_error *error)
{
    hxp_scratch *scratch = calloc(1, sizeof *scratch);
    *out = NULL;
    if (!scratch)
        return hxp_no_memory(error);
    hxp_status status = hxp_open_nameless(&scratch->file, error);
    if (status == HXP_OK)
        *out = scratch;
    else
        hxp_scratch_free(scratch);
    return status;
}

void hxp_scratch_free(hxp_scratch *scratch)
{
    if (!scratch)
        return;
    if (scratch->file >= 0)
        close(scratch->file);
    hxp_buffer_free(&scratch->pending);
    hxp_buffer_free(&scratch->bytes);
    free(scratch);
}

/* --- Writing -------------------------------------------------------------- */

static hxp_status write_at(const hxp_scratch *scratch, const char *bytes,
                           size_t len, uint64_t at, hxp_error *error)
{
    while (len > 0) {
        ssize_t count = pwrite(scratch->file, bytes, len, (off_t)at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return hxp_fail_errno(error, HXP_NAMELESS, errno);
        bytes += count;
        len -= (size_t)count;
        at += (uint64_t)count;
    }
    return HXP_OK;
}

static hxp_status flush(hxp_scratch *scratch, hxp_error *error)
{
    hxp_status status = write_at(scratch, scratch->pending.ptr,
                                 scratch->pending.len, scratch->written, error);
    scratch->written += scratch->pending.len;
    scratch->pending.len = 0;
    scratch->window_len = 0;
    return status;
}

uint32_t hxp_scratch_end(const hxp_scratch *scratch)
{
    return (uint32_t)((scratch->written + scratch->pending.len) / UNIT);
}

hxp_status hxp_scratch_add(uint32_t *number, hxp_scratch *scratch,
                           uint32_t mark, hxp_str bytes, hxp_error *error)
{
    static const char padding[UNIT];
    record_head head = { bytes.len, mark, 0 };
    size_t rest = (UNIT - bytes.len % UNIT) % UNIT;
    uint64_t end = scratch->written + scratch->pending.len;
    if (end + sizeof head + bytes.len + rest > (uint64_t)UINT32_MAX * UNIT)
        return hxp_fail(error, HXP_ELIMIT,
                        "more than 64 GiB of temporary file are needed");
    *number = hxp_scratch_end(scratch);
    if (!hxp_buffer_add(&scratch->pending,
                        (hxp_str){ (const char *)&head, sizeof head }) ||
        !hxp_buffer_add(&scratch->pending, bytes) ||
        !hxp_buffer_add(&scratch->pending, (hxp_str){ padding, rest }))
        return hxp_no_memory(error);
    return scratch->pending.len >= FLUSH_AT ? flush(scratch, error) : HXP_OK;
}

hxp_status hxp_scratch_link(hxp_scratch *scratch, uint32_t number,
                            uint32_t next, hxp_error *error)
{
    uint64_t at = (uint64_t)number * UNIT + offsetof(record_head, next);
    scratch->window_len = 0;
    if (at < scratch->written)
        return write_at(scratch, (const char *)&next, sizeof next, at, error);
    memcpy(scratch->pending.ptr + (at - scratch->written), &next, sizeof next);
    return HXP_OK;
}

/* --- Reading -------------------------------------------------------------- */

/** Read up to len bytes; *got is fewer at the end of the file. */
static hxp_status read_at(size_t *got, const hxp_scratch *scratch, char *to,
                          size_t len, uint64_t at)
{
    *got = 0;
    while (*got < len) {
        ssize_t count =
            pread(scratch->file, to + *got, len - *got, (off_t)(at + *got));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return HXP_ESYSTEM;
        if (count == 0)
            break;
        *got += (size_t)count;
    }
    return HXP_OK;
}

/** Copy len bytes at a place to to, by way of the window if they fit. */
static hxp_status copy_from(hxp_scratch *scratch, char *to, size_t len,
                            uint64_t at, hxp_error *error)
{
    size_t got = len;
    hxp_status status = HXP_OK;
    bool inside = at >= scratch->window_at &&
                  at + len <= scratch->window_at + scratch->window_len;
    errno = EIO;
    if (!inside && len <= WINDOW) {
        status =
            read_at(&scratch->window_len, scratch, scratch->window, WINDOW, at);
        scratch->window_at = at;
        inside = len <= scratch->window_len;
        got = inside ? len : 0;
    } else if (!inside) {
        status = read_at(&got, scratch, to, len, at);
    }
    if (status != HXP_OK || got < len)
        return hxp_fail_errno(error, HXP_NAMELESS, errno);
    if (inside)
        memcpy(to, scratch->window + (at - scratch->window_at), len);
    return HXP_OK;
}

hxp_status hxp_scratch_read(hxp_record *record, hxp_scratch *scratch,
                            uint32_t number, hxp_error *error)
{
    record_head head = { 0, 0, 0 };
    uint64_t at = (uint64_t)number * UNIT;
    hxp_status status =
        scratch->pending.len > 0 ? flush(scratch, error) : HXP_OK;
    if (status == HXP_OK)
        status = copy_from(scratch, (char *)&head, sizeof head, at, error);
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&scratch->bytes.ptr, &scratch->bytes.capacity,
                           (size_t)head.len + 1, 1))
        return hxp_no_memory(error);
    status = copy_from(scratch, scratch->bytes.ptr, (size_t)head.len,
                       at + sizeof head, error);
    *record =
        (hxp_record){ { scratch->bytes.ptr, (size_t)head.len },
                      head.mark,
                      head.next,
                      number + 1 + (uint32_t)((head.len + UNIT - 1) / UNIT) };
    return status;
}

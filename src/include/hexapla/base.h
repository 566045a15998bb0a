/* base.h - status and error, string views, byte input and output. */
#ifndef HEXAPLA_BASE_H
#define HEXAPLA_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define HXP_API               __attribute__((visibility("default")))
#define HXP_PRINTF(at, first) __attribute__((format(printf, at, first)))
#else
#define HXP_API
#define HXP_PRINTF(at, first)
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** What became of a call. HXP_OK is 0; everything else is a failure. */
typedef enum hxp_status {
    HXP_OK = 0,
    HXP_EINPUT,  /* the input is unusable: missing, broken, another kind */
    HXP_ELIMIT,  /* the input crosses a documented limit */
    HXP_ESYSTEM, /* the system failed: disk full, no permission */
    HXP_ENOMEM   /* out of memory */
} hxp_status;

/**
 * A place in a file. line and column count from 1, columns in characters
 * (code points); column16 counts UTF-16 units, as SARIF does. line 0: unknown.
 */
typedef struct hxp_place {
    size_t line;
    size_t column;
    size_t column16;
} hxp_place;

/**
 * Why a call failed. It belongs to the caller and allocates nothing, so it can
 * report being out of memory. Functions set it only when they fail; passing
 * NULL is allowed. place.line is 0 when the fault has no place in a file.
 */
typedef struct hxp_error {
    hxp_status status;
    hxp_place place;
    char file[256];    /* the input concerned, or empty; cut if longer */
    char message[384]; /* one line, UTF-8, no full stop */
} hxp_error;

/** Text or bytes that belong to somebody else; never NUL-terminated. */
typedef struct hxp_str {
    const char *ptr;
    size_t len;
} hxp_str;

/** A view of a string literal. */
#define HXP_STR(literal) ((hxp_str){ "" literal, sizeof(literal) - 1 })

/** The library's version, such as "0.1.0". Static; never freed. */
HXP_API const char *hxp_version(void);

/** The versions of the zlib and zstd in use. Static; never freed. */
HXP_API const char *hxp_zlib_version(void);
HXP_API const char *hxp_zstd_version(void);
HXP_API const char *hxp_libzip_version(void);

/** A source of bytes: a file, standard input or memory. */
typedef struct hxp_input hxp_input;

/**
 * Open the file at path for reading; "-" is standard input. What is packed by
 * gzip or zstd, as its first bytes tell, is unpacked as it is read, unless
 * path ends with ".dz".
 *
 * Fails with HXP_EINPUT when there is no such file or it is a directory, with
 * HXP_ESYSTEM when it cannot be opened. On HXP_OK the caller owns *out and
 * frees it with hxp_input_close(); otherwise *out is NULL.
 */
HXP_API hxp_status hxp_input_open(hxp_input **out, const char *path,
                                  hxp_error *error);

/**
 * Read from bytes, which must outlive the input; name stands in messages and
 * is copied. Ownership as in hxp_input_open().
 */
HXP_API hxp_status hxp_input_memory(hxp_input **out, hxp_str bytes,
                                    const char *name, hxp_error *error);

/**
 * Hand out at most size bytes a read (0: no limit), for tests of readers.
 */
HXP_API void hxp_input_set_chunk(hxp_input *input, size_t size);

/** The name given at opening ("-" for standard input); lives as the input. */
HXP_API const char *hxp_input_name(const hxp_input *input);

/**
 * Read up to size bytes into buffer; *got is 0 only at the end. Fails with
 * HXP_ESYSTEM when the system does.
 */
HXP_API hxp_status hxp_input_read(hxp_input *input, void *buffer, size_t size,
                                  size_t *got, hxp_error *error);

/** Close the input; NULL is allowed. */
HXP_API void hxp_input_close(hxp_input *input);

/** A destination of bytes: a file, standard output or memory. */
typedef struct hxp_output hxp_output;

/**
 * Write to path; "-" is standard output. A regular or absent file is written
 * beside its target and renamed by hxp_output_finish(), so that output appears
 * whole or not at all; its mode is kept and a symbolic link followed. Devices
 * and FIFOs are written directly. A path that ends with ".gz" or ".zst" is
 * packed by gzip or zstd.
 *
 * Fails with HXP_ESYSTEM. On HXP_OK the caller owns *out and ends it with
 * hxp_output_close(); otherwise *out is NULL.
 */
HXP_API hxp_status hxp_output_open(hxp_output **out, const char *path,
                                   hxp_error *error);

/** Write to memory; see hxp_output_bytes(). Ownership as above. */
HXP_API hxp_status hxp_output_memory(hxp_output **out, hxp_error *error);

/**
 * Write bytes. A failure is kept and told by hxp_output_finish(), so calls
 * need not be checked one by one.
 */
HXP_API void hxp_output_write(hxp_output *output, hxp_str bytes);

/** Write a formatted string, as printf does. Failures as above. */
HXP_API void hxp_output_printf(hxp_output *output, const char *format, ...)
    HXP_PRINTF(2, 3);

/** True when a write has failed; the rest is not worth making. */
HXP_API bool hxp_output_failed(const hxp_output *output);

/** What was written to memory so far; lives until the next write or close. */
HXP_API hxp_str hxp_output_bytes(const hxp_output *output);

/**
 * The path of the unfinished file beside the target, or NULL when there is
 * none: what a signal handler must remove. It lives until finish or close.
 */
HXP_API const char *hxp_output_temporary(const hxp_output *output);

/**
 * Complete the output: flush it and put it in its place. Fails with
 * HXP_ESYSTEM or HXP_ENOMEM when this or any write before it failed.
 */
HXP_API hxp_status hxp_output_finish(hxp_output *output, hxp_error *error);

/** Close the output. Unless it is finished nothing stays; NULL is allowed. */
HXP_API void hxp_output_close(hxp_output *output);

#ifdef __cplusplus
}
#endif
#endif

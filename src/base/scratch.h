/* scratch.h - records in a temporary file, in chains. */
#ifndef BASE_SCRATCH_H
#define BASE_SCRATCH_H

#include <hexapla/base.h>

/** Records of bytes in a nameless file. */
typedef struct hxp_scratch hxp_scratch;

/** A record as read; bytes live until the next call. */
typedef struct hxp_record {
    hxp_str bytes;
    uint32_t mark;  /* the caller's */
    uint32_t next;  /* in its chain; 0: none */
    uint32_t after; /* the record added after it */
} hxp_record;

/**
 * Make an empty scratch. On HXP_OK the caller frees *out with
 * hxp_scratch_free(); otherwise *out is NULL.
 */
hxp_status hxp_scratch_new(hxp_scratch **out, hxp_error *error);

/**
 * Add a record; *number is what it is found by, 0 for the first. Fails with
 * HXP_ELIMIT beyond 64 GiB.
 */
hxp_status hxp_scratch_add(uint32_t *number, hxp_scratch *scratch,
                           uint32_t mark, hxp_str bytes, hxp_error *error);

/** Let record next follow record number in its chain. */
hxp_status hxp_scratch_link(hxp_scratch *scratch, uint32_t number,
                            uint32_t next, hxp_error *error);

/** The number that the next record will get: behind the last. */
uint32_t hxp_scratch_end(const hxp_scratch *scratch);

/** Read a record. */
hxp_status hxp_scratch_read(hxp_record *record, hxp_scratch *scratch,
                            uint32_t number, hxp_error *error);

/** Free the scratch and its file; NULL is allowed. */
void hxp_scratch_free(hxp_scratch *scratch);

#endif

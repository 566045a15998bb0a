/* archive.h - the entries of a ZIP file, each read as an input. */
#ifndef BASE_ARCHIVE_H
#define BASE_ARCHIVE_H

#include <hexapla/base.h>

/** A ZIP file that is open. */
typedef struct hxp_archive hxp_archive;

/** An entry gives so many bytes at most, */
#define HXP_ENTRY_LIMIT ((size_t)1 << 30)
/** and, behind so many, only so many times the bytes that it is packed in; all
 * entries together, however often they are read, give no more of the archive's.
 */
#define HXP_ENTRY_FREE ((size_t)1 << 26)
enum { HXP_ENTRY_RATIO = 300 };

/**
 * Open the ZIP file that input has; all of it is copied to a nameless file.
 * Fails with HXP_EINPUT when it is none, as reading does, and with HXP_ESYSTEM
 * when the copy cannot be made. On HXP_OK the caller frees *out with
 * hxp_archive_close(); otherwise *out is NULL.
 */
hxp_status hxp_archive_open(hxp_archive **out, hxp_input *input,
                            hxp_error *error);

/** The number of entries. */
size_t hxp_archive_count(const hxp_archive *archive);

/** The name of entry i, from 0; it lives as the archive does. */
const char *hxp_archive_name(const hxp_archive *archive, size_t i);

/** The entry of that name, or hxp_archive_count(). */
size_t hxp_archive_find(const hxp_archive *archive, const char *name);

/**
 * Open entry i for reading; its name in messages is
 * "archive(entry)".
 * Fails with HXP_EINPUT when it is encrypted or packed in an unknown way.
 * Reading fails with HXP_EINPUT where the entry is damaged, with HXP_ELIMIT
 * behind the limits above. On HXP_OK the caller closes *out, before the
 * archive; otherwise *out is NULL.
 */
hxp_status hxp_archive_entry(hxp_input **out, hxp_archive *archive, size_t i,
                             hxp_error *error);

/**
 * Count bytes that are given again, as texts that cells share, with those that
 * all entries give. Fails with HXP_ELIMIT likewise.
 */
hxp_status hxp_archive_give(hxp_archive *archive, size_t bytes,
                            hxp_error *error);

/** Close the archive; NULL is allowed. */
void hxp_archive_close(hxp_archive *archive);

#endif

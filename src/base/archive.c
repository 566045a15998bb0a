/* archive.c - the entries of a ZIP file, by libzip. */
#include "base/archive.h"

#include "base/error.h"
#include "base/nameless.h"
#include "base/source.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

enum { LONGEST_NAME = 512 }; /* of an entry, in messages */

static const hxp_place nowhere = { 0, 0, 0 };

struct hxp_archive {
    zip_t *zip;
    char *name;   /* of the input, for messages */
    size_t size;  /* of it, in bytes */
    size_t given; /* bytes so far, by all entries */
};

const char *hxp_libzip_version(void)
{
    return zip_libzip_version();
}

/* --- Opening -------------------------------------------------------------- */

/** Copy input to a nameless file; the caller closes *out. */
static hxp_status open_copy(FILE **out, hxp_input *input, hxp_error *error)
{
    int descriptor;
    *out = NULL;
    hxp_status status = hxp_keep_nameless(&descriptor, input, error);
    if (status != HXP_OK)
        return status;
    *out = fdopen(descriptor, "rb");
    if (*out)
        return HXP_OK;
    close(descriptor);
    return hxp_no_memory(error);
}

static hxp_status refuse(const hxp_archive *archive, int code, hxp_error *error)
{
    zip_error_t why;
    zip_error_init_with_code(&why, code);
    hxp_status status = hxp_fail_at(
        error, code == ZIP_ER_MEMORY ? HXP_ENOMEM : HXP_EINPUT, archive->name,
        (hxp_place){ 0, 0, 0 }, "the ZIP archive cannot be read: %s",
        code == ZIP_ER_NOZIP ? "its end is missing; was the file cut short?"
                             : zip_error_strerror(&why));
    zip_error_fini(&why);
    return status;
}

/** Open the archive in file, which is its own from then on. */
static hxp_status open_file(hxp_archive *archive, FILE *file, hxp_error *error)
{
    zip_error_t why;
    zip_error_init(&why);
    if (fseeko(file, 0, SEEK_END) == 0)
        archive->size = (size_t)ftello(file);
    zip_source_t *source = zip_source_filep_create(file, 0, -1, &why);
    if (!source) {
        fclose(file);
        return hxp_no_memory(error);
    }
    archive->zip = zip_open_from_source(source, ZIP_RDONLY, &why);
    if (archive->zip)
        return HXP_OK;
    zip_source_free(source);
    return refuse(archive, zip_error_code_zip(&why), error);
}

hxp_status hxp_archive_open(hxp_archive **out, hxp_input *input,
                            hxp_error *error)
{
    FILE *file = NULL;
    hxp_archive *archive = calloc(1, sizeof *archive);
    *out = NULL;
    if (!archive)
        return hxp_no_memory(error);
    archive->name = strdup(hxp_input_name(input));
    hxp_status status =
        archive->name ? open_copy(&file, input, error) : hxp_no_memory(error);
    if (status == HXP_OK)
        status = open_file(archive, file, error);
    if (status == HXP_OK)
        *out = archive;
    else
        hxp_archive_close(archive);
    return status;
}

void hxp_archive_close(hxp_archive *archive)
{
    if (!archive)
        return;
    if (archive->zip)
        zip_discard(archive->zip);
    free(archive->name);
    free(archive);
}

/* --- Entries -------------------------------------------------------------- */

size_t hxp_archive_count(const hxp_archive *archive)
{
    return (size_t)zip_get_num_entries(archive->zip, 0);
}

const char *hxp_archive_name(const hxp_archive *archive, size_t i)
{
    const char *name = zip_get_name(archive->zip, i, 0);
    return name ? name : "";
}

size_t hxp_archive_find(const hxp_archive *archive, const char *name)
{
    zip_int64_t at = zip_name_locate(archive->zip, name, 0);
    return at >= 0 ? (size_t)at : hxp_archive_count(archive);
}

#define DAMAGED "the document is damaged: a part of it cannot be unpacked"

/** An entry as it is read. */
typedef struct entry {
    hxp_byte_source source;
    hxp_archive *archive;
    zip_file_t *file;
    size_t packed; /* bytes it takes in the archive */
    size_t given;  /* bytes so far */
} entry;

/** Whether bytes given are more than a document packs into so many. */
static bool is_bomb(size_t given, size_t packed)
{
    return given > HXP_ENTRY_FREE && given / HXP_ENTRY_RATIO > packed;
}

static hxp_status refuse_bomb(const hxp_archive *archive, hxp_error *error)
{
    return hxp_fail_at(error, HXP_ELIMIT, archive->name, nowhere,
                       "a part of the document unpacks to more than 1 GiB "
                       "or %d times its size, the limits",
                       HXP_ENTRY_RATIO);
}

hxp_status hxp_archive_give(hxp_archive *archive, size_t bytes,
                            hxp_error *error)
{
    archive->given += bytes;
    return is_bomb(archive->given, archive->size) ? refuse_bomb(archive, error)
                                                  : HXP_OK;
}

static hxp_status read_entry(hxp_byte_source *source, void *buffer, size_t size,
                             size_t *got, hxp_error *error)
{
    entry *from = (entry *)source;
    zip_int64_t count = zip_fread(from->file, buffer, size);
    *got = 0;
    if (count < 0)
        return hxp_fail_at(error, HXP_EINPUT, from->archive->name, nowhere,
                           DAMAGED);
    *got = (size_t)count;
    from->given += *got;
    if (from->given > HXP_ENTRY_LIMIT || is_bomb(from->given, from->packed))
        return refuse_bomb(from->archive, error);
    return hxp_archive_give(from->archive, *got, error);
}

static void close_entry(hxp_byte_source *source)
{
    entry *from = (entry *)source;
    zip_fclose(from->file);
    free(from);
}

hxp_status hxp_archive_entry(hxp_input **out, hxp_archive *archive, size_t i,
                             hxp_error *error)
{
    char name[LONGEST_NAME];
    zip_stat_t info;
    entry *from = calloc(1, sizeof *from);
    *out = NULL;
    if (!from)
        return hxp_no_memory(error);
    *from = (entry){ .source = { read_entry, close_entry },
                     .archive = archive,
                     .file = zip_fopen_index(archive->zip, i, 0) };
    if (zip_stat_index(archive->zip, i, 0, &info) == 0)
        from->packed = (size_t)info.comp_size;
    if (from->file) {
        snprintf(name, sizeof name, "%s(%s)", archive->name,
                 hxp_archive_name(archive, i));
        return hxp_input_source(out, &from->source, name, error);
    }
    int code = zip_error_code_zip(zip_get_error(archive->zip));
    free(from);
    if (code == ZIP_ER_MEMORY)
        return hxp_no_memory(error);
    return hxp_fail_at(error, HXP_EINPUT, archive->name, nowhere,
                       code == ZIP_ER_NOPASSWD ? "the document has a password"
                                               : DAMAGED);
}
